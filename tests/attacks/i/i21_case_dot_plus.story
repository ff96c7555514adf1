# Spellings of an agent's address.
# Outcome: upper and lower case are the same address; dots and plus are not.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: ALICE@EXAMPLE.ORG
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m38@mail.test>

    #note Upper case.
  | appended to #1 by token
  |   note; alice: #note Upper case.
  |   to alice: receipt "[#1] Done: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: a.lice@example.org
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m39@mail.test>

    #close
  | opened #3
  |   flag RefersElsewhere; #3 linked to #1; team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: Printer on fire"
  |   to bob: new-ticket "[#3] New: Printer on fire"
  |   to a.lice@example.org: received "[#3] We have received your message"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: alice+x@example.org
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m40@mail.test>

    #close
  | opened #4
  |   flag RefersElsewhere; #4 linked to #1; team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#4] New: Printer on fire"
  |   to bob: new-ticket "[#4] New: Printer on fire"
  |   to alice+x@example.org: received "[#4] We have received your message"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust; linked to #3, #4
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 alice noted: Upper case.
