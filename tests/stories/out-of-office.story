# Machines that answer disturb nobody.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
ann's absence note answers:
    I am on holiday until Friday.
  | appended to #1 by own-id (out-of-office)
  |   kept as a machine's
show #1
  | #1 "Cannot log in": new, normal; team support; nobody has it; from ann; with ann
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 ann has a machine that wrote: I am on holiday until Friday.

# Neither after an answer: the ticket stays pending.
bob replies:
    Please try again.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
ann's absence note answers:
    I am on holiday until Friday.
  | appended to #1 by own-id (out-of-office)
  |   kept as a machine's
show #1
  | #1 "Cannot log in": pending, normal; team support; bob has it; from ann; with ann
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 ann has a machine that wrote: I am on holiday until Friday.
  |   mon 2 mar 09:00 bob answered: Please try again.
  |   mon 2 mar 09:00 ann has a machine that wrote: I am on holiday until Friday.

# An absence note to nothing that we know is kept and opens nothing.
carl@elsewhere.example writes to support: "Automatic reply: Your newsletter" [header "Auto-Submitted: auto-replied"]
    I am out of the office.
  | ignored (out-of-office): an absence note that belongs to no ticket

# An agent's absence note does not answer the customer.
ann replies to the reply:
    I am back and will try.
  | appended to #1 by token
  |   pending -> open; next-response mon 2 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"
bob's absence note answers:
    I am ill.
  | appended to #1 by own-id (auto-reply)
  |   kept as a machine's
show #1
  | #1 "Cannot log in": open, normal; team support; bob has it; from ann; with ann
  |   next-response mon 2 mar 17:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 ann has a machine that wrote: I am on holiday until Friday.
  |   mon 2 mar 09:00 bob answered: Please try again.
  |   mon 2 mar 09:00 ann has a machine that wrote: I am on holiday until Friday.
  |   mon 2 mar 09:00 ann wrote: I am back and will try.
  |   mon 2 mar 09:00 bob has a machine that wrote: I am ill.
