# An agent's reply address has leaked; his domain disowns the mail.
# Outcome: nothing is done; the agent himself is asked; the ticket stays as it is.

raw to help:
    Authentication-Results: mx.example.org; dkim=none; dmarc=fail header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m2@mail.test>

    #close
  | held, about #1 by token: the sender's domain disowns it
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
