# Somebody uses a Message-ID before its owner does.
# Outcome: both messages are kept.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=attack.test; dmarc=pass header.from=attack.test
    From: Eve <eve@attack.test>
    To: help@help.example.org
    Subject: First
    Date: {DATE}
    Message-ID: <squatted@mail.test>

    I was here first.
  | opened #3
  |   team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: First"
  |   to bob: new-ticket "[#3] New: First"
  |   to eve: received "[#3] We have received your message"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: help@help.example.org
    Subject: A new matter
    Date: {DATE}
    Message-ID: <squatted@mail.test>

    It leaks.
  | opened #4
  |   team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#4] New: A new matter"
  |   to bob: new-ticket "[#4] New: A new matter"
  |   to cust: received "[#4] We have received your message"

show #3
  | #3 "First": new, normal; team help; nobody has it; from eve; with eve
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 eve wrote: I was here first.

show #4
  | #4 "A new matter": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It leaks.
