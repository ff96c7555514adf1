# Several people work on one ticket.

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
    #take
    Please try again.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; bob: #take;
  |   no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"

# Alice answers from the first notification, not knowing of Bob's answer: Bob hears of it.
+5m
alice replies:
    Have you tried another browser?
  | held, about #1 by token: a colleague had answered meanwhile
  |   answer kept
  |   to alice: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Your answer is on its way to the customer.
  | * Assigned to Bob Brook.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
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

# The lead gives it to somebody else, with a word about it.
lena@example.org writes to support: "Who has Ann's ticket?"
    I have no notification to answer to.
  | opened #2
  |   flag Unverified; team support; first-response mon 2 mar 13:05
  |   no received to lena: it claims to be from the staff and is not verified
  |   to alice: new-ticket "[#2] New: Who has Ann's ticket?"
  |   to bob: new-ticket "[#2] New: Who has Ann's ticket?"
monday 17:00
  | mon 2 mar 13:05
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:05
  |   to alice: reminder "[#2] Waiting for 4 hours: Who has Ann's ticket?"
  |   to bob: reminder "[#2] Waiting for 4 hours: Who has Ann's ticket?"
  | mon 2 mar 15:05
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 11:05
  |   to lena: escalation "[#2] No answer for 6 hours: Who has Ann's ticket?"
ann replies:
    Nothing helps.
  | appended to #1 by token
  |   pending -> open; next-response tue 3 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"
friday 09:00
  | tue 3 mar 09:00
  |   to operator: operator "Example support needs a look"
  | tue 3 mar 11:05
  | first-response step 3 of #2 is due
  |   to max: escalation "[#2] No answer for 1 day 2 hours: Who has Ann's ticket?"
  | tue 3 mar 17:00
  | next-response of #1 is due
  |   next-response is broken; bob is told wed 4 mar 09:00; next-response step 2 wed 4 mar 11:00
  | wed 4 mar 09:00
  |   to bob: reminder "[#1] Waiting for 1 day 16 hours: Cannot log in"
  | wed 4 mar 11:00
  | next-response step 2 of #1 is due
  |   next-response step 3 wed 4 mar 15:00
  |   to lena: escalation "[#1] No answer for 1 day 18 hours: Cannot log in"
  | wed 4 mar 15:00
  | next-response step 3 of #1 is due
  |   to max: escalation "[#1] No answer for 1 day 22 hours: Cannot log in"
lena replies about #1:
    #assign alice
    #note She is an old customer, be nice.
  | appended to #1 by token
  |   note; assigned to alice; lena: #assign alice; lena: #note She is an old customer, be nice.
  |   to alice: assigned "[#1] Yours: Cannot log in"
  |   to bob: staff-activity "[#1] Cannot log in"
  |   to lena: receipt "[#1] Done: Cannot log in"
alice reads
  | Subject: [#1] Yours: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | This ticket is yours now.
  | Lena Lead has given it to you.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Lena Lead wrote (internal note), Fri 6 Mar 2026, 09:00:
  |
  | She is an old customer, be nice.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Tue 3 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 17:00:
  | > Nothing helps.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Please try again.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
bob reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Lena Lead has given this ticket to Alice Arden; you need not do anything.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to Alice Arden.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Tue 3 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Lena Lead (internal note), Fri 6 Mar 2026, 09:00:
  | > She is an old customer, be nice.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 17:00:
  | > Nothing helps.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Please try again.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
show #1
  | #1 "Cannot log in": open, normal; team support; alice has it; from ann; with ann
  |   next-response tue 3 mar 17:00 (broken)
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob answered: Please try again.
  |   mon 2 mar 17:00 ann wrote: Nothing helps.
  |   fri 6 mar 09:00 lena noted: She is an old customer, be nice.

# What cannot be delivered to a colleague is told to the operator.
mail to alice is refused: "550 5.1.1 no such user"
ann replies:
    Hello?
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Cannot log in"
  | customer-reply to alice is refused: 550 5.1.1 no such user
  |   to operator: delivery-failure "[#1] Not delivered: Cannot log in"
operator reads
  | Subject: [#1] Not delivered: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | A mail about this ticket was not delivered.
  | It was addressed to alice@example.org. The mail server said: 550 5.1.1 no such user
  |
  | Do not reply to this mail: a reply would open a new ticket.
  |
  | What it was about, Ann Archer, Fri 6 Mar 2026, 09:00:
  |
  | Hello?
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to Alice Arden.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Tue 3 Mar 2026, 17:00.
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Lena Lead (internal note), Fri 6 Mar 2026, 09:00:
  | > She is an old customer, be nice.
  |
  | Ann Archer, Mon 2 Mar 2026, 17:00:
  | > Nothing helps.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Please try again.
  |
  | Ann Archer, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
