# A customer who says nothing more is warned, and then the ticket is closed.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
bob replies:
    Which browser do you use?
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"

nothing happens until saturday 08:59
saturday 09:00
  | sat 7 mar 09:00
  | closing-warning of #1 is due
  |   auto-close mon 9 mar 09:00
  |   to ann: closing-warning "[#1] Do you still need help?"
ann reads
  | Subject: [#1] Do you still need help?
  |
  | Hello,
  |
  | we answered your request “Cannot log in” and have not heard from you since.
  | If we hear nothing from you, we will close it on Mon 9 Mar 2026, 09:00.
  |
  | If you still need help, just reply to this mail. If everything is fine, you need not do anything: we will then close the request.
  |
  | --
  | Example support, request #1

nothing happens until monday 08:59
monday 09:00
  | mon 9 mar 09:00
  | auto-close of #1 is due
  |   pending -> closed
  |   to ann: closed "[#1] Your request is closed"
ann reads
  | Subject: [#1] Your request is closed
  |
  | Hello,
  |
  | your request “Cannot log in” is closed now.
  |
  | If something is left to do, just reply to this mail, and it is open again.
  |
  | --
  | Example support, request #1
show #1
  | #1 "Cannot log in": closed, normal; team support; bob has it; from ann; with ann
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob answered: Which browser do you use?

# She was on holiday.
wednesday 10:00
ann replies:
    Firefox. Sorry, I was away.
  | appended to #1 by token
  |   reopened; closed -> open; next-response thu 12 mar 10:00
  |   to bob: customer-reply "[#1] Cannot log in"
bob reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer <ann@customer.example> wrote, Wed 11 Mar 2026, 10:00.
  | The ticket is open again.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Firefox. Sorry, I was away.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Thu 12 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Which browser do you use?
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
bob replies:
    Please try another one.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning mon 16 mar 10:00; no next-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"

# This time she answers the warning, a few hours before the end.
tuesday 08:00
  | mon 16 mar 10:00
  | closing-warning of #1 is due
  |   auto-close wed 18 mar 10:00
  |   to ann: closing-warning "[#1] Do you still need help?"
ann replies to the closing-warning:
    I still need help, no other browser works.
  | appended to #1 by token
  |   pending -> open; next-response tue 17 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"
show #1
  | #1 "Cannot log in": open, normal; team support; bob has it; from ann; with ann
  |   next-response tue 17 mar 17:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob answered: Which browser do you use?
  |   wed 11 mar 10:00 ann wrote: Firefox. Sorry, I was away.
  |   wed 11 mar 10:00 bob answered: Please try another one.
  |   tue 17 mar 08:00 ann wrote: I still need help, no other browser works.
nothing happens until tuesday 15:59

# Pending again, and closed by the agent: no warning comes.
bob replies:
    #close
    Then the trouble is on our side. We know it now.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning sun 22 mar 15:59; pending -> closed; bob: #close;
  |   no next-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
nothing happens until 2026-05-01 12:00
