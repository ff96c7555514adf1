# The same mail in two places is one ticket.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support and billing: "Where is my order?"
    I ordered last week.
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Where is my order?"
  |   to bob: new-ticket "[#1] New: Where is my order?"
  |   to ann: received "[#1] We have received your message"
  | duplicate of what is in #1

ann's last mail arrives again
  | duplicate of what is in #1
  | duplicate of what is in #1

# The same id with other words is another message: an id alone is never a reason to drop anything.
+1h
ann writes to support: "Where is my other order?" [id "1.ann@customer.example"]
    I ordered two weeks ago.
  | opened #2
  |   team support; first-response mon 2 mar 14:00
  |   to alice: new-ticket "[#2] New: Where is my other order?"
  |   to bob: new-ticket "[#2] New: Where is my other order?"
  |   to ann: received "[#2] We have received your message"

# So is the same text sent twice by a person.
+1h
ann writes to support: "Where is my order?"
    I ordered last week.
  | opened #3
  |   team support; first-response mon 2 mar 15:00
  |   no received to ann: the sender had one about the same subject within 7 days
  |   to alice: new-ticket "[#3] New: Where is my order?"
  |   to bob: new-ticket "[#3] New: Where is my order?"

show #1
  | #1 "Where is my order?": new, normal; team support; nobody has it; from ann; with ann
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: I ordered last week.
