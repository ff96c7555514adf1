# More in one ticket than anybody writes by hand.

ann is Ann Archer <ann@customer.example>
carl is Carl Corner <carl@elsewhere.example>

admin changes desk.toml:
    - [threading]
    + [limits]
    + messages_per_ticket = 3
    + [threading]
monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
ann replies:
    One.
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
ann replies:
    Two.
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
# The surplus lies aside, and the operator hears of it once an hour.
ann replies:
    Three.
  | quarantined as q1: its sender adds too much to one ticket
  |   to operator: operator "Example support needs a look"
ann replies:
    Four.
  | quarantined as q2: its sender adds too much to one ticket
carl replies to ann's last mail:
    I am somebody else.
  | appended to #1 by token
  |   flag OtherSender
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
admin asks: quarantine
  | >    q1  2026-03-02T08:00:00Z  support      its sender adds too much to one ticket
  | >    q2  2026-03-02T08:00:00Z  support      its sender adds too much to one ticket
+2h
ann replies:
    Five.
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
show #1
  | #1 "Cannot log in": new, normal; team support; nobody has it; from ann; with ann
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 ann wrote: One.
  |   mon 2 mar 09:00 ann wrote: Two.
  |   mon 2 mar 09:00 carl wrote: I am somebody else.
  |   mon 2 mar 11:00 ann wrote: Five.
admin asks: release q1
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
  |   q1 is released
  | > appended #1
