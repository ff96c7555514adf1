# More commands than ten.
# Outcome: refused as a whole.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m114@mail.test>

    #tag t0
    #tag t1
    #tag t2
    #tag t3
    #tag t4
    #tag t5
    #tag t6
    #tag t7
    #tag t8
    #tag t9
    #tag t10
  | held, about #1 by token: too many commands
  |   to alice: refused "[#1] Not done: Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
