# Acknowledgements are bounded, and carry nothing that a stranger chose.

ann is BUY CHEAP PILLS <ann@customer.example>

monday 09:00
ann writes to support: "CHEAP PILLS at pills.example"
    Buy at pills.example!
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: CHEAP PILLS at pills.example"
  |   to bob: new-ticket "[#1] New: CHEAP PILLS at pills.example"
  |   to ann: received "[#1] We have received your message"
ann reads
  | Subject: [#1] We have received your message
  |
  | Hello,
  |
  | thank you for writing to Example support. Your message has arrived, and its number is #1. Somebody will answer you.
  |
  | If you want to add something, just reply to this mail.
  |
  | --
  | Example support

# About the same subject at most one in seven days.
+1h
ann writes to support: "Re: CHEAP PILLS at pills.example"
    Buy more at pills.example!
  | appended to #1 by subject
  |   to alice: customer-reply "[#1] CHEAP PILLS at pills.example"
  |   to bob: customer-reply "[#1] CHEAP PILLS at pills.example"

# At most three a day.
ann writes to support: "Second"
    Two.
  | opened #2
  |   team support; first-response mon 2 mar 14:00
  |   to alice: new-ticket "[#2] New: Second"
  |   to bob: new-ticket "[#2] New: Second"
  |   to ann: received "[#2] We have received your message"
ann writes to support: "Third"
    Three.
  | opened #3
  |   team support; first-response mon 2 mar 14:00
  |   to alice: new-ticket "[#3] New: Third"
  |   to bob: new-ticket "[#3] New: Third"
  |   to ann: received "[#3] We have received your message"
ann writes to support: "Fourth"
    Four.
  | opened #4
  |   team support; first-response mon 2 mar 14:00
  |   no received to ann: the sender had enough of them within 24 hours
  |   to alice: new-ticket "[#4] New: Fourth"
  |   to bob: new-ticket "[#4] New: Fourth"
tuesday 12:00
  | mon 2 mar 13:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to alice: reminder "[#1] Waiting for 3 hours: CHEAP PILLS at pills.example"
  |   to bob: reminder "[#1] Waiting for 3 hours: CHEAP PILLS at pills.example"
  | mon 2 mar 14:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 16:00
  | first-response of #3 is due
  |   first-response is broken; first-response step 2 mon 2 mar 16:00
  | first-response of #4 is due
  |   first-response is broken; first-response step 2 mon 2 mar 16:00
  |   to alice: due-list "3 tickets are due"
  |   to bob: due-list "3 tickets are due"
  | mon 2 mar 15:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to lena: escalation "[#1] No answer for 5 hours: CHEAP PILLS at pills.example"
  | mon 2 mar 16:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 12:00
  | first-response step 2 of #3 is due
  |   first-response step 3 tue 3 mar 12:00
  | first-response step 2 of #4 is due
  |   first-response step 3 tue 3 mar 12:00
  |   to lena: due-list "3 tickets are due"
  | tue 3 mar 11:00
  | first-response step 3 of #1 is due
  |   to max: escalation "[#1] No answer for 1 day 1 hour: CHEAP PILLS at pills.example"
  | tue 3 mar 12:00
  | first-response step 3 of #2 is due
  | first-response step 3 of #3 is due
  | first-response step 3 of #4 is due
  |   to max: due-list "3 tickets are due"
ann writes to support: "Fifth"
    Five.
  | opened #5
  |   team support; first-response tue 3 mar 16:00
  |   to alice: new-ticket "[#5] New: Fifth"
  |   to bob: new-ticket "[#5] New: Fifth"
  |   to ann: received "[#5] We have received your message"

# What its own program says must not be answered, or came from a list.
ben@customer.example writes to support: "Hello" [header "X-Auto-Response-Suppress: All"]
    One.
  | opened #6 (notification)
  |   rule "machines"; team support; priority low
  |   no received to ben@customer.example: only a person is acknowledged
  |   to alice: new-ticket "[#6] New: Hello"
  |   to bob: new-ticket "[#6] New: Hello"
ben@customer.example writes to support: "Hello" [header "Precedence: bulk"]
    Two.
  | opened #7 (notification)
  |   rule "machines"; team support; priority low
  |   no received to ben@customer.example: only a person is acknowledged
  |   to alice: new-ticket "[#7] New: Hello"
  |   to bob: new-ticket "[#7] New: Hello"
postmaster@customer.example writes to support: "Hello"
    Three.
  | opened #8
  |   team support; first-response tue 3 mar 16:00
  |   no received to postmaster@customer.example: the sender's address is a machine's (RFC 5230 section 4.6)
  |   to alice: new-ticket "[#8] New: Hello"
  |   to bob: new-ticket "[#8] New: Hello"
ben@customer.example writes to support: "Hello again" [null return path]
    Four.
  | opened #9
  |   team support; first-response tue 3 mar 16:00
  |   no received to ben@customer.example: RFC 3834 forbids an automatic answer to it
  |   to alice: new-ticket "[#9] New: Hello again"
  |   to bob: new-ticket "[#9] New: Hello again"
