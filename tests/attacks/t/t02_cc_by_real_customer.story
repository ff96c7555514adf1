# The customer himself names a friend in Cc.
# Outcome: the friend is a proposal and gets mail only after #cc add, without what was before.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m74@mail.test>
    Cc: Friend <friend@customer.test>

    My friend knows more.
  | appended to #1 by token
  |   in copy: friend@customer.test
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

alice reads
  | Subject: [#1] Printer on fire
  |
  | === #1 === Write above this line ===
  |
  | Cust Omer <cust@customer.test> wrote, Mon 2 Mar 2026, 09:00.
  | Cc proposed: friend@customer.test. They get nothing unless you let them take part: #cc add friend@customer.test
  |
  | Your reply goes to Cust Omer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | My friend knows more.
  |
  | ------------------------------------------------------------
  | Ticket #1: Printer on fire
  | Status: new. Priority: normal. Team: help.
  | Assigned to nobody.
  | From Cust Omer <cust@customer.test>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Cust Omer <cust@customer.test>, Mon 2 Mar 2026, 09:00:
  | > It burns.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m75@mail.test>

    Have you tried water?
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to alice; no first-response (a public answer)
  |   to cust: reply "Re: Printer on fire [#1]"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m76@mail.test>

    #cc add friend@customer.test
  | commands for #1 by token
  |   friend@customer.test takes part; alice: #cc add friend@customer.test
  |   to alice: receipt "[#1] Done: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m77@mail.test>

    Use the extinguisher.
  | appended to #1 by token
  |   answer; closing-warning sat 7 mar 09:00
  |   to cust: reply "Re: Printer on fire [#1]"
  |   to friend@customer.test: reply "Re: Printer on fire [#1]"

show #1
  | #1 "Printer on fire": pending, normal; team help; alice has it; from cust; with cust, friend@customer.test
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 cust wrote: My friend knows more.
  |   mon 2 mar 09:00 alice answered: Have you tried water?
  |   mon 2 mar 09:00 alice answered: Use the extinguisher.
