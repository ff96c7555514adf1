# A mail that the agent's domain signs, but not to his reply address.
# Outcome: nothing is done; he is asked.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: help@help.example.org
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m3@mail.test>

    #close
  | held, about #1 by subject-tag: it lacks the reply address of this ticket
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: help@help.example.org
    Subject: Close it
    Date: {DATE}
    Message-ID: <m4@mail.test>

    #close #1
  | held: a command without a ticket
  |   to alice: refused "Not done: Close it"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
