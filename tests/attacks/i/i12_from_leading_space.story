# From lines that some readers take for one and others do not.
# Outcome: nobody is its sender; nothing is done.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Eve <eve@attack.test>
    From : Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m19@mail.test>

    #close
  | opened #3
  |   flag Unverified, flag NoIdentity, flag RefersElsewhere; #3 linked to #1; team help;
  |   first-response mon 2 mar 13:00
  |   no received to somebody: the sender's address is not clear
  |   to alice: new-ticket "[#3] New: Printer on fire"
  |   to bob: new-ticket "[#3] New: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    X-Above: 1
    {SP}From: Alice Arden <alice@example.org>
    From: Eve <eve@attack.test>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m20@mail.test>

    #close
  | opened #4
  |   flag Unverified, flag RefersElsewhere; #4 linked to #1; team help; first-response mon 2 mar 13:00
  |   no received to eve: the sender is not verified
  |   to alice: new-ticket "[#4] New: Printer on fire"
  |   to bob: new-ticket "[#4] New: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From:
    {SP}alice@example.org, eve@attack.test
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m21@mail.test>

    #close
  | opened #5
  |   flag Unverified, flag NoIdentity, flag RefersElsewhere; #5 linked to #1; team help;
  |   first-response mon 2 mar 13:00
  |   no received to somebody: the sender's address is not clear
  |   to alice: new-ticket "[#5] New: Printer on fire"
  |   to bob: new-ticket "[#5] New: Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust; linked to #3, #4, #5
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
