# Commands below text, after a signature, in a block of headers.
# Outcome: only the block at the very top counts.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m98@mail.test>

    I have looked at it.

    #close
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to alice; no first-response (a public answer)
  |   to cust: reply "Re: Printer on fire [#1]"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m99@mail.test>

    Again.
    -- 
    #close
  | appended to #1 by token
  |   answer; closing-warning sat 7 mar 09:00
  |   to cust: reply "Re: Printer on fire [#1]"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m100@mail.test>

    Once more.

    ________________________________
    From: Eve <eve@attack.test>
    Sent: Monday
    To: Alice
    Subject: x

    #close
  | appended to #1 by token
  |   answer; closing-warning sat 7 mar 09:00
  |   to cust: reply "Re: Printer on fire [#1]"

show #1
  | #1 "Printer on fire": pending, normal; team help; alice has it; from cust; with cust
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 alice answered: I have looked at it. /  / #close
  |   mon 2 mar 09:00 alice answered: Again.
  |   mon 2 mar 09:00 alice answered: Once more.
