# Who stands in copy is remembered, and not written to.

ann is Ann Archer <ann@customer.example>
carl is Carl Corner <carl@customer.example>

monday 09:00
ann writes to support: "Cannot log in" [cc carl]
    Carl has the same trouble.
  | opened #1
  |   in copy: carl; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"

bob replies:
    Please try again, both of you.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"

# He may write himself, because Ann's mail went to him: it is added, changes nothing, and he is sent nothing.
+1h
carl replies to all:
    For me it works now.
  | appended to #1 by known-id
  |   flag Colleague
  |   to bob: customer-reply "[#1] Cannot log in"
bob reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Carl Corner <carl@customer.example> wrote, Mon 2 Mar 2026, 10:00.
  | carl@customer.example seems to be a colleague of the requester, and takes no part yet. To let them take part from now on: #cc add carl@customer.example
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! Somebody of the same organisation as the requester wrote this. Answers do not go there.
  |
  | For me it works now.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Please try again, both of you.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > Carl has the same trouble.
show #1
  | #1 "Cannot log in": pending, normal; team support; bob has it; from ann; with ann; in copy carl
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 ann wrote: Carl has the same trouble.
  |   mon 2 mar 09:00 bob answered: Please try again, both of you.
  |   mon 2 mar 10:00 carl wrote: For me it works now.

# The answer goes to Ann alone.
bob replies:
    Good. And for you, Ann?
  | appended to #1 by token
  |   answer; closing-warning sat 7 mar 10:00
  |   to ann: reply "Re: Cannot log in [#1]"
show #1
  | #1 "Cannot log in": pending, normal; team support; bob has it; from ann; with ann; in copy carl
  |   closing-warning sat 7 mar 10:00
  |   mon 2 mar 09:00 ann wrote: Carl has the same trouble.
  |   mon 2 mar 09:00 bob answered: Please try again, both of you.
  |   mon 2 mar 10:00 carl wrote: For me it works now.
  |   mon 2 mar 10:00 bob answered: Good. And for you, Ann?

# A ticket of his own is his own.
+1h
carl writes to support: "Mouse broken"
    The left button.
  | opened #2
  |   team support; first-response mon 2 mar 15:00
  |   to alice: new-ticket "[#2] New: Mouse broken"
  |   to bob: new-ticket "[#2] New: Mouse broken"
  |   to carl: received "[#2] We have received your message"
