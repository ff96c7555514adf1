# #assign with nobody's name, and with a name that looks like somebody's.
# Outcome: an error, and everything stays.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m109@mail.test>

    #assign zoe
  | held, about #1 by token: no such member of staff
  |   to alice: refused "[#1] Not done: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m110@mail.test>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    #assign bоb
  | held, about #1 by token: no such member of staff
  |   to alice: refused "[#1] Not done: Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
