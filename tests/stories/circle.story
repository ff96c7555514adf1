# The whole circle: a customer asks, nobody answers, everybody hears of it, somebody answers, the customer is content.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    Hello,

    since this morning I cannot log in. It says "wrong password".

    Ann
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
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
alice reads
  | Subject: [#1] New: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | New ticket from Ann Archer; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Hello,
  |
  | since this morning I cannot log in. It says "wrong password".
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# First the team, then its lead, then the lead's manager.
tuesday 12:00
  | mon 2 mar 13:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to alice: reminder "[#1] Waiting for 4 hours: Cannot log in"
  |   to bob: reminder "[#1] Waiting for 4 hours: Cannot log in"
  | mon 2 mar 15:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to lena: escalation "[#1] No answer for 6 hours: Cannot log in"
  | tue 3 mar 11:00
  | first-response step 3 of #1 is due
  |   to max: escalation "[#1] No answer for 1 day 2 hours: Cannot log in"
bob reads
  | Subject: [#1] Waiting for 4 hours: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer has been waiting for an answer for 4 hours.
  | The first answer was promised by Mon 2 Mar 2026, 13:00.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Ann Archer <ann@customer.example> wrote, Mon 2 Mar 2026, 09:00:
  |
  | Hello,
  |
  | since this morning I cannot log in. It says "wrong password".
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
lena reads
  | Subject: [#1] No answer for 6 hours: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer has been waiting for 6 hours, and nobody has answered.
  | Told before you: Alice Arden, Bob Brook.
  | The first answer was promised by Mon 2 Mar 2026, 13:00.
  |
  | Your reply is an internal note for the team; Ann Archer does not see it. Orders go at the very top, one a line: #assign NAME, #take, #snooze monday 9:00, #priority high
  |
  | Ann Archer <ann@customer.example> wrote, Mon 2 Mar 2026, 09:00:
  |
  | Hello,
  |
  | since this morning I cannot log in. It says "wrong password".
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
max reads
  | Subject: [#1] No answer for 1 day 2 hours: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer has been waiting for 1 day 2 hours, and nobody has answered.
  | Told before you: Alice Arden, Bob Brook, Lena Lead.
  | The first answer was promised by Mon 2 Mar 2026, 13:00.
  |
  | Your reply is an internal note for the team; Ann Archer does not see it. Orders go at the very top, one a line: #assign NAME, #take, #snooze monday 9:00, #priority high
  |
  | Ann Archer <ann@customer.example> wrote, Mon 2 Mar 2026, 09:00:
  |
  | Hello,
  |
  | since this morning I cannot log in. It says "wrong password".
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

bob replies about #1:
    Hello Ann,

    I have reset your password. Please try again.

    Bob
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sun 8 mar 12:00; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"

ann reads
  | Subject: Re: Cannot log in [#1]
  |
  | Hello Ann,
  |
  | I have reset your password. Please try again.
  |
  | --
  | Bob Brook
  | Example support, request #1. Just reply to this mail.

tuesday 15:00
ann replies:
    Now it works. Thank you!
  | appended to #1 by token
  |   to bob: customer-reply "[#1] Cannot log in"

bob reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer <ann@customer.example> wrote, Tue 3 Mar 2026, 15:00.
  | It says thank you and nothing else, so the ticket stays as it is. If it needs an answer after all, just reply.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Now it works. Thank you!
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
  | Bob Brook, Tue 3 Mar 2026, 12:00:
  | > Hello Ann,
  | >
  | > I have reset your password. Please try again.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > Hello,
  | >
  | > since this morning I cannot log in. It says "wrong password".

bob replies:
    #resolve
  | commands for #1 by token
  |   pending -> resolved; close fri 6 mar 15:00; bob: #resolve
  |   to bob: receipt "[#1] Done: Cannot log in"

nothing happens until friday 12:00
monday 12:00
  | fri 6 mar 15:00
  | close of #1 is due
  |   resolved -> closed
show #1
  | #1 "Cannot log in": closed, normal; team support; bob has it; from ann; with ann
  |   mon 2 mar 09:00 ann wrote: Hello, /  / since this morning I cannot log in. It says "wrong password".
  |   tue 3 mar 12:00 bob answered: Hello Ann, /  / I have reset your password. Please try again.
  |   tue 3 mar 15:00 ann wrote: Now it works. Thank you!
