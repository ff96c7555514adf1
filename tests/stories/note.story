# A note stays inside: the customer neither gets it nor ever sees it quoted.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"

alice replies:
    #take
    #note She had the same trouble in January.
    I think somebody else uses her account.
  | appended to #1 by token
  |   note; assigned to alice; alice: #take; alice: #note She had the same trouble in January.
  |   to alice: receipt "[#1] Done: Cannot log in"

alice reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Your note is in the ticket; the customer does not see it.
  | * Assigned to Alice Arden.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".

# A colleague may note too; the assignee hears of it.
+30m
bob replies to the new-ticket:
    #note
    Her account was locked by the security team.
  | appended to #1 by token
  |   note; bob: #note
  |   to alice: staff-activity "[#1] Cannot log in"
  |   to bob: receipt "[#1] Done: Cannot log in"

alice reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Bob Brook left an internal note, Mon 2 Mar 2026, 09:30.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Her account was locked by the security team.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Alice Arden (internal note), Mon 2 Mar 2026, 09:00:
  | > She had the same trouble in January.
  | > I think somebody else uses her account.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".

+10m
alice replies:
    Hello Ann,

    your account was locked. It is open again.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:40; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"

ann reads
  | Subject: Re: Cannot log in [#1]
  |
  | Hello Ann,
  |
  | your account was locked. It is open again.
  |
  | --
  | Alice Arden
  | Example support, request #1. Just reply to this mail.

+10m
ann replies [outlook]:
    Thanks a lot!
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Cannot log in"

show #1
  | #1 "Cannot log in": pending, normal; team support; alice has it; from ann; with ann
  |   closing-warning sat 7 mar 09:40
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 alice noted: She had the same trouble in January. / I think somebody else uses her account.
  |   mon 2 mar 09:30 bob noted: Her account was locked by the security team.
  |   mon 2 mar 09:40 alice answered: Hello Ann, /  / your account was locked. It is open again.
  |   mon 2 mar 09:50 ann wrote: Thanks a lot!

# A note alone does not hand the turn to the customer, and does not count as an answer.
alice replies:
    #note she is content
  | appended to #1 by token
  |   note; alice: #note she is content
  |   to alice: receipt "[#1] Done: Cannot log in"

show #1
  | #1 "Cannot log in": pending, normal; team support; alice has it; from ann; with ann
  |   closing-warning sat 7 mar 09:40
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 alice noted: She had the same trouble in January. / I think somebody else uses her account.
  |   mon 2 mar 09:30 bob noted: Her account was locked by the security team.
  |   mon 2 mar 09:40 alice answered: Hello Ann, /  / your account was locked. It is open again.
  |   mon 2 mar 09:50 ann wrote: Thanks a lot!
  |   mon 2 mar 09:50 alice noted: she is content
