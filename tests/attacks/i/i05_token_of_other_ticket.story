# The reply address of ticket 2, while the subject names ticket 1.
# Outcome: it goes to ticket 2 alone; ticket 1 stays as it is.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA2}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m7@mail.test>

    #note About the second one.
  | appended to #2 by token
  |   note; alice: #note About the second one.
  |   to alice: receipt "[#2] Done: Second matter"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.

show #2
  | #2 "Second matter": new, normal; team help; nobody has it; from other; with other
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 other wrote: It smokes.
  |   mon 2 mar 09:00 alice noted: About the second one.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=second.test; dmarc=pass header.from=second.test
    From: Other One <other@second.test>
    To: {T2}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m8@mail.test>

    It smokes still.
  | appended to #2 by token
  |   to alice: customer-reply "[#2] Second matter"
  |   to bob: customer-reply "[#2] Second matter"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
