# A command in quoted text.
# Outcome: it is no command.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m96@mail.test>

    I have looked at it.

    > #close
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to alice; no first-response (a public answer)
  |   to cust: reply "Re: Printer on fire [#1]"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m97@mail.test>

    > #close

    I have looked at it again.
  | appended to #1 by token
  |   answer; closing-warning sat 7 mar 09:00
  |   to cust: reply "Re: Printer on fire [#1]"

show #1
  | #1 "Printer on fire": pending, normal; team help; alice has it; from cust; with cust
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 alice answered: I have looked at it.
  |   mon 2 mar 09:00 alice answered: I have looked at it again.
