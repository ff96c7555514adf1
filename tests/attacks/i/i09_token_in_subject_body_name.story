# Reply addresses in places that anybody can write into, or that are copied from letter to letter.
# Outcome: they count for nothing; the mails are strangers' mails.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=attack.test; dmarc=pass header.from=attack.test
    From: "{T1}" <eve@attack.test>
    To: help@help.example.org
    Subject: {T1}
    Date: {DATE}
    Message-ID: <m14@mail.test>

    Please answer {T1}

    #close
  | opened #3
  |   team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: help+r1ceaaaaabaaaaabaakdlzbt7qo7n4fbssau4gfgkzkptok@help.example.org"
  |   to bob: new-ticket "[#3] New: help+r1ceaaaaabaaaaabaakdlzbt7qo7n4fbssau4gfgkzkptok@help.example.org"
  |   to eve: received "[#3] We have received your message"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=attack.test; dmarc=pass header.from=attack.test
    From: Eve <eve@attack.test>
    To: "{TA}" <help@help.example.org>
    Subject: {TA}
    Date: {DATE}
    Message-ID: <m15@mail.test>

    #close
    {TA}
  | opened #4
  |   team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#4] New: help+r1ciaaaaabaaaaaaiakbaqxuri7bvhin3guhjivutxiiqiu@help.example.org"
  |   to bob: new-ticket "[#4] New: help+r1ciaaaaabaaaaaaiakbaqxuri7bvhin3guhjivutxiiqiu@help.example.org"
  |   to eve: received "[#4] We have received your message"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
