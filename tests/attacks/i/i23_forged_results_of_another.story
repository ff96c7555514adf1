# Verification results of a server that nobody trusts here.
# Outcome: ignored.

raw to help:
    Authentication-Results: mx.attack.test; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m42@mail.test>

    #close
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
