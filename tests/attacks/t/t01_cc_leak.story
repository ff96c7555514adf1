# A forged customer writes about somebody's ticket and names himself in Cc.
# Outcome: he gets nothing of it.

raw to help:
    From: Cust Omer <cust@customer.test>
    To: help@help.example.org
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m72@mail.test>
    Cc: Eve <eve@attack.test>

    Please keep my colleague informed.
  | appended to #1 by subject-tag
  |   flag Unverified; in copy: eve
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m73@mail.test>

    Have you tried water?
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to alice; no first-response (a public answer)
  |   to cust: reply "Re: Printer on fire [#1]"

show #1
  | #1 "Printer on fire": pending, normal; team help; alice has it; from cust; with cust; in copy eve
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 cust wrote: Please keep my colleague informed.
  |   mon 2 mar 09:00 alice answered: Have you tried water?
