# The customer's reply address in other hands.
# Outcome: appended as somebody else's; the requester stays, and answers go to him.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=attack.test; dmarc=pass header.from=attack.test
    From: Eve <eve@attack.test>
    To: {T1}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m81@mail.test>

    Send it to me from now on.
  | appended to #1 by token
  |   flag OtherSender
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 eve wrote: Send it to me from now on.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m82@mail.test>

    We will.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to alice; no first-response (a public answer)
  |   to cust: reply "Re: Printer on fire [#1]"
