# Two lines of our own servers say different things.
# Outcome: the worse one counts.

raw to help:
    Authentication-Results: mx.example.org; dmarc=fail header.from=example.org
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m47@mail.test>

    #close
  | held, about #1 by token: the sender's domain disowns it
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=fail header.d=example.org
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m48@mail.test>

    #close
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
