# Replies to a closed ticket, more than three in an hour.
# Outcome: each reopens it by the rule; from the fourth in an hour they are set aside.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m86@mail.test>

    #close
  | commands for #1 by token
  |   new -> closed; alice: #close; no first-response (the ticket is closed)
  |   to alice: receipt "[#1] Done: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m87@mail.test>

    Not yet, 1.
  | appended to #1 by token
  |   reopened; closed -> open; first-response mon 2 mar 13:00
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m88@mail.test>

    #close
  | commands for #1 by token
  |   open -> closed; alice: #close; no first-response (the ticket is closed)
  |   to alice: receipt "[#1] Done: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m89@mail.test>

    Not yet, 2.
  | appended to #1 by token
  |   reopened; closed -> open; first-response mon 2 mar 13:00
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m90@mail.test>

    #close
  | commands for #1 by token
  |   open -> closed; alice: #close; no first-response (the ticket is closed)
  |   to alice: receipt "[#1] Done: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m91@mail.test>

    Not yet, 3.
  | appended to #1 by token
  |   reopened; closed -> open; first-response mon 2 mar 13:00
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m92@mail.test>

    #close
  | commands for #1 by token
  |   open -> closed; alice: #close; no first-response (the ticket is closed)
  |   to alice: receipt "[#1] Done: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m93@mail.test>

    Not yet, 4.
  | quarantined as q1: it reopens its ticket too often
  |   to operator: operator "Example help needs a look"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m94@mail.test>

    #close
  | commands for #1 by token
  |   alice: #close
  |   to alice: receipt "[#1] Done: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m95@mail.test>

    Not yet, 5.
  | quarantined as q2: it reopens its ticket too often

show #1
  | #1 "Printer on fire": closed, normal; team help; nobody has it; from cust; with cust
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 cust wrote: Not yet, 1.
  |   mon 2 mar 09:00 cust wrote: Not yet, 2.
  |   mon 2 mar 09:00 cust wrote: Not yet, 3.
