# What must not be taken in lies aside until somebody decides.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"

# Our own mail comes back.
carl@elsewhere.example writes to support: "Anything" [from "Support <support@example.org>"]
    I am you.
  | quarantined as q1 (own-loop): our own mail came back
admin asks: quarantine
  | >    q1  2026-03-02T08:00:00Z  support      our own mail came back
admin asks: drop q1
  |   q1 is dropped
  | > dropped q1

# More tickets in an hour than one address may open.
admin changes desk.toml:
    - [threading]
    + [limits]
    + tickets_per_address = 2
    + [threading]
+1m
ann writes to support: "Second"
    Two.
  | opened #2
  |   team support; first-response mon 2 mar 13:01
  |   to alice: new-ticket "[#2] New: Second"
  |   to bob: new-ticket "[#2] New: Second"
  |   to ann: received "[#2] We have received your message"
ann writes to support: "Third"
    Three.
  | quarantined as q2: its sender opens too many tickets
  |   to operator: operator "Example support needs a look"
ann writes to support: "Fourth"
    Four.
  | quarantined as q3: its sender opens too many tickets
operator reads
  | Subject: Example support needs a look
  |
  | A message to support was set aside: its sender opens too many tickets. Look at it with “maildesk quarantine show q2”.
  |
  | This goes to the operator of Example support. A reply to it would open a ticket.
admin asks: release q2
  | opened #3
  |   team support; first-response mon 2 mar 13:01
  |   to alice: new-ticket "[#3] New: Third"
  |   to bob: new-ticket "[#3] New: Third"
  |   to ann: received "[#3] We have received your message"
  |   q2 is released
  | > opened #3
admin asks: quarantine
  | >    q3  2026-03-02T08:01:00Z  support      its sender opens too many tickets
