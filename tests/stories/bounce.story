# An answer that does not arrive comes back to who wrote it.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"

mail to ann bounces: "550 5.1.1 unknown user"
bob replies:
    Please try again.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  | a delivery report (bounce-hard)
  |   it is about reply to ann; ann cannot be reached
  |   to bob: delivery-failure "[#1] Not delivered: Cannot log in"
bob reads
  | Subject: [#1] Not delivered: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | A mail about this ticket was not delivered.
  | It was addressed to ann@customer.example. The mail server said: 550 5.1.1 unknown user
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | What it was about, Bob Brook, Mon 2 Mar 2026, 09:00:
  |
  | Please try again.
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
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
show #1
  | #1 "Cannot log in": pending, normal; team support; bob has it; from ann; with ann
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob answered: Please try again.

# The report of a stranger about a letter that we never wrote counts for nothing.
mailer-daemon@mx.evil.example writes to support: "Undelivered Mail Returned to Sender" [null return path; header "Auto-Submitted: auto-replied"]
    <victim@customer.example>: 550 5.1.1 unknown user
  | ignored (bounce-hard): a delivery report about a message that is not ours

# She is reached again when she writes herself.
mail to ann is taken
+1h
ann writes to support: "Another thing"
    My mailbox was full.
  | opened #2
  |   ann can be reached again; team support; first-response mon 2 mar 14:00
  |   no received to ann: mail to the sender fails
  |   to alice: new-ticket "[#2] New: Another thing"
  |   to bob: new-ticket "[#2] New: Another thing"

# Refused by the server at once.
mail to ann is refused: "552 5.2.2 mailbox full"
bob replies about #2:
    Please try again.
  | appended to #2 by token
  |   answer; new -> pending; closing-warning sat 7 mar 10:00; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Another thing [#2]"
  | reply to ann is refused: 552 5.2.2 mailbox full
  |   ann cannot be reached
  |   to bob: delivery-failure "[#2] Not delivered: Another thing"
bob reads
  | Subject: [#2] Not delivered: Another thing
  |
  | === #2 === Write above this line ===
  |
  | A mail about this ticket was not delivered.
  | It was addressed to ann@customer.example. The mail server said: 552 5.2.2 mailbox full
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | What it was about, Bob Brook, Mon 2 Mar 2026, 10:00:
  |
  | Please try again.
  |
  | ------------------------------------------------------------
  | Ticket #2: Another thing
  | Status: pending. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 10:00:
  | > My mailbox was full.

# Not taken now: tried again, and nobody is disturbed.
mail to ann is deferred: "451 4.7.1 try again later"
+1h
bob replies about #1:
    A second answer.
  | appended to #1 by token
  |   answer; closing-warning sat 7 mar 11:00
  |   to ann: reply "Re: Cannot log in [#1]"
  | reply to ann is not taken now, again mon 2 mar 11:01: 451 4.7.1 try again later
+10m
mail to ann is taken
+2h
  | mon 2 mar 11:22:42
  | reply to ann has arrived after all
ann reads
  | Subject: Re: Cannot log in [#1]
  |
  | A second answer.
  |
  | --
  | Bob Brook
  | Example support, request #1. Just reply to this mail.

# The answer of the server is lost: the same bytes once more.
mail to ann is lost: "connection reset"
bob replies about #1:
    A third answer.
  | appended to #1 by token
  |   answer; closing-warning sat 7 mar 13:10
  |   to ann: reply "Re: Cannot log in [#1]"
  | reply to ann is in doubt, again mon 2 mar 13:11:01
mail to ann is taken
+2h
  | mon 2 mar 13:11:01
  | reply to ann has arrived after all
