# Two addresses, groups, routes, comments and quoted local parts in From.
# Outcome: nobody is its sender; nothing is done.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: alice@example.org, eve@attack.test
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m22@mail.test>

    #close
  | opened #3
  |   flag Unverified, flag NoIdentity, flag RefersElsewhere; #3 linked to #1; team help;
  |   first-response mon 2 mar 13:00
  |   no received to somebody: the sender's address is not clear
  |   to alice: new-ticket "[#3] New: Printer on fire"
  |   to bob: new-ticket "[#3] New: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Staff: alice@example.org;
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m23@mail.test>

    #close
  | opened #4
  |   flag Unverified, flag NoIdentity, flag RefersElsewhere; #4 linked to #1; team help;
  |   first-response mon 2 mar 13:00
  |   no received to somebody: the sender's address is not clear
  |   to alice: new-ticket "[#4] New: Printer on fire"
  |   to bob: new-ticket "[#4] New: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: <@attack.test:alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m24@mail.test>

    #close
  | opened #5
  |   flag Unverified, flag NoIdentity, flag RefersElsewhere; #5 linked to #1; team help;
  |   first-response mon 2 mar 13:00
  |   no received to somebody: the sender's address is not clear
  |   to alice: new-ticket "[#5] New: Printer on fire"
  |   to bob: new-ticket "[#5] New: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: alice@example.org(x)@attack.test
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m25@mail.test>

    #close
  | opened #6
  |   flag Unverified, flag NoIdentity, flag RefersElsewhere; #6 linked to #1; team help;
  |   first-response mon 2 mar 13:00
  |   no received to somebody: the sender's address is not clear
  |   to alice: new-ticket "[#6] New: Printer on fire"
  |   to bob: new-ticket "[#6] New: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: "alice@example.org"@attack.test
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m26@mail.test>

    #close
  | opened #7
  |   flag Unverified, flag NoIdentity, flag RefersElsewhere; #7 linked to #1; team help;
  |   first-response mon 2 mar 13:00
  |   no received to somebody: the sender's address is not clear
  |   to alice: new-ticket "[#7] New: Printer on fire"
  |   to bob: new-ticket "[#7] New: Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust; linked to #3, #4, #5, #6, #7
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
