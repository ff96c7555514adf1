# The same message comes by two aliases.
# Outcome: one event, one notification.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m85@mail.test>

    It burns still.
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

raw to help [again]:
  | duplicate of what is in #1

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 cust wrote: It burns still.
