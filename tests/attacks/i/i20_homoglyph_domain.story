# Addresses that look like an agent's.
# Outcome: not Alice; a warning.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=examp1e.org; dmarc=pass header.from=examp1e.org
    From: Alice Arden <alice@examp1e.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m35@mail.test>

    #close
  | opened #3
  |   flag ImitatesStaff, flag RefersElsewhere; #3 linked to #1; team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: Printer on fire"
  |   to bob: new-ticket "[#3] New: Printer on fire"
  |   to alice@examp1e.org: received "[#3] We have received your message"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=xn--exmple-cua.org; dmarc=pass header.from=xn--exmple-cua.org
    From: Alice Arden <alice@xn--exmple-cua.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m36@mail.test>

    #close
  | opened #4
  |   flag ImitatesStaff, flag RefersElsewhere; #4 linked to #1; team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#4] New: Printer on fire"
  |   to bob: new-ticket "[#4] New: Printer on fire"
  |   to alice@xn--exmple-cua.org: received "[#4] We have received your message"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <аlice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m37@mail.test>

    #close
  | opened #5
  |   flag ImitatesStaff, flag RefersElsewhere; #5 linked to #1; team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#5] New: Printer on fire"
  |   to bob: new-ticket "[#5] New: Printer on fire"
  |   to аlice@example.org: received "[#5] We have received your message"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust; linked to #3, #4, #5
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.

bob reads
  | Subject: [#5] New: Printer on fire
  |
  | === #5 === Write above this line ===
  |
  | New ticket from аlice@example.org; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to аlice@example.org, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! The sender's name or address imitates a member of staff, and is not.
  | ! It refers to another ticket in which its sender has no part.
  |
  | #close
  |
  | ------------------------------------------------------------
  | Ticket #5: Printer on fire
  | Status: new. Priority: normal. Team: help.
  | Assigned to nobody.
  | From аlice@example.org, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Linked to #1.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
