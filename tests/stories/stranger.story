# Knowing a number, an id or a subject proves nothing: a stranger never enters a ticket.

ann is Ann Archer <ann@customer.example>
carl is Carl Corner <carl@elsewhere.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
bob replies:
    #take
    I have reset your password to "swordfish".
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; bob: #take;
  |   no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"

# Carl got hold of Ann's mail from the desk, and answers from his own address to the desk's.
+1h
carl replies to ann's reply [to support]:
    I have the same trouble. What was that password?
  | opened #2
  |   flag RefersElsewhere; #2 linked to #1; team support; first-response mon 2 mar 14:00
  |   to alice: new-ticket "[#2] New: Cannot log in"
  |   to bob: new-ticket "[#2] New: Cannot log in"
  |   to bob: stranger "[#1] A stranger wrote: Cannot log in"
  |   to carl: received "[#2] We have received your message"

bob reads about #1
  | Subject: [#1] A stranger wrote: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Somebody who has no part in this ticket wrote about it.
  | The message opened a ticket of its own, #2, and is answered there. Nothing was added to this ticket, and its customer has not been told.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Linked to #2.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > I have reset your password to "swordfish".
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
bob reads about #2
  | Subject: [#2] New: Cannot log in
  |
  | === #2 === Write above this line ===
  |
  | New ticket from Carl Corner; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to Carl Corner, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! It refers to another ticket in which its sender has no part.
  |
  | I have the same trouble. What was that password?
  |
  | ------------------------------------------------------------
  | Ticket #2: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Carl Corner <carl@elsewhere.example>, opened Mon 2 Mar 2026, 10:00.
  | Next answer due: Mon 2 Mar 2026, 14:00.
  | Linked to #1.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
carl reads
  | Subject: [#2] We have received your message
  |
  | Hello,
  |
  | thank you for writing to Example support. Your message has arrived, and its number is #2. Somebody will answer you.
  |
  | If you want to add something, just reply to this mail.
  |
  | --
  | Example support

# Guessing numbers leads nowhere at all.
+1h
carl writes to support: "[#1] Cannot log in"
    And mine?
  | opened #3
  |   team support; first-response mon 2 mar 15:00
  |   to alice: new-ticket "[#3] New: Cannot log in"
  |   to bob: new-ticket "[#3] New: Cannot log in"
  |   to carl: received "[#3] We have received your message"

show #1
  | #1 "Cannot log in": pending, normal; team support; bob has it; from ann; with ann; linked to #2
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob answered: I have reset your password to "swordfish".
show #2
  | #2 "Re: Cannot log in [#1]": new, normal; team support; nobody has it; from carl; with carl; linked to #1
  |   first-response mon 2 mar 14:00
  |   mon 2 mar 10:00 carl wrote: I have the same trouble. What was that password?

# The answer to Carl goes to Carl.
alice replies about #2:
    Hello Carl, please tell us your own name of user.
  | appended to #2 by token
  |   answer; new -> pending; closing-warning sat 7 mar 11:00; assigned to alice; no first-response (a public answer)
  |   to carl: reply "Re: Cannot log in [#2]"

# With the right id, and from a participant, no reply address is needed.
+1h
ann replies [to support]:
    Thank you.
  | appended to #1 by own-id
  |   to bob: customer-reply "[#1] Cannot log in"
# Not even references: number or subject and quoted text suffice from somebody who takes part.
+1h
ann writes to support: "Re: [#1] Cannot log in"
    One more thing.
  | appended to #1 by subject-tag
  |   pending -> open; next-response tue 3 mar 13:00
  |   to bob: customer-reply "[#1] Cannot log in"
+1h
ann writes to support: "Re: Cannot log in"
    I forgot:

    > I have reset your password to "swordfish".

    This one?
  | appended to #1 by subject
  |   to bob: customer-reply "[#1] Cannot log in"
show #1
  | #1 "Cannot log in": open, normal; team support; bob has it; from ann; with ann; linked to #2
  |   next-response tue 3 mar 13:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob answered: I have reset your password to "swordfish".
  |   mon 2 mar 12:00 ann wrote: Thank you.
  |   mon 2 mar 13:00 ann wrote: One more thing.
  |   mon 2 mar 14:00 ann wrote: I forgot: /  /  / This one?
