# DMARC passes, but for the attacker's domain.
# Outcome: it proves nothing about Alice.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=attack.test; dmarc=pass header.from=attack.test
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m49@mail.test>

    #close
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
