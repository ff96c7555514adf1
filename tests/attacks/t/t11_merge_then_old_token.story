# A reply to a ticket that was merged into another.
# Outcome: it comes into the survivor, with the survivor's permissions.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA2}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m145@mail.test>

    #merge 1
  | commands for #2 by token
  |   entry 1 of #2 to #1; other takes part; #1 linked to #2; new -> merged; #2 goes on in #1; alice: #merge 1;
  |   no first-response (the ticket is merged)
  |   to alice: receipt "[#2] Done: Second matter"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=second.test; dmarc=pass header.from=second.test
    From: Other One <other@second.test>
    To: {T2}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m146@mail.test>

    It smokes still.
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust, other; linked to #2
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 other wrote: It smokes.
  |   mon 2 mar 09:00 other wrote: It smokes still.

show #2
  | #2 "Second matter": merged, normal; team help; nobody has it; from other; with other; linked to #1
  |   mon 2 mar 09:00 other wrote (now in #1): It smokes.
