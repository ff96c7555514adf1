# A letter that no server takes: its agent hears of it after some hours and after a day, and once more when it is given up.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
mail to ann is deferred: "451 4.7.1 try again later"
bob replies:
    Please try again.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  | reply to ann is not taken now, again mon 2 mar 09:01:05: 451 4.7.1 try again later
tuesday 09:00
  | mon 2 mar 12:58:22
  |   to bob: delivery-failure "[#1] Not delivered yet: Cannot log in"
  | tue 3 mar 09:00
  |   to operator: operator "Example support needs a look"
bob reads
  | Subject: [#1] Not delivered yet: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | A mail about this ticket could not be delivered yet.
  | It is addressed to ann@customer.example and has been tried since Mon 2 Mar 2026, 09:00. It is still being tried, you need not do anything. The mail server said: 451 4.7.1 try again later
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
friday 09:00
  | tue 3 mar 10:36:46
  |   to bob: delivery-failure "[#1] Not delivered yet: Cannot log in"
  | wed 4 mar 09:00
  |   to operator: operator "Example support needs a look"
  | thu 5 mar 09:00
  |   to operator: operator "Example support needs a look"
  | fri 6 mar 09:00
  |   to operator: operator "Example support needs a look"
sunday 09:00
  | sat 7 mar 09:00
  | closing-warning of #1 is due
  |   auto-close mon 9 mar 09:00
  |   to ann: closing-warning "[#1] Do you still need help?"
  | closing-warning to ann is not taken now, again sat 7 mar 09:01:01: 451 4.7.1 try again later
  | sat 7 mar 11:36:03
  | reply to ann is given up
  |   ann cannot be reached
  |   to bob: delivery-failure "[#1] Not delivered: Cannot log in"
  | sat 7 mar 13:05:07
  |   to bob: delivery-failure "[#1] Not delivered yet: Cannot log in"
bob reads
  | Subject: [#1] Not delivered yet: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | A mail about this ticket could not be delivered yet.
  | It is addressed to ann@customer.example and has been tried since Sat 7 Mar 2026, 09:00. It is still being tried, you need not do anything. The mail server said: 451 4.7.1 try again later
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
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Please try again.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".

# Mail to a colleague: he cannot be told, but the operator is, in the end.
mail to ann is taken
mail to bob is deferred: "451 4.7.1 try again later"
ann replies to the received:
    Hello?
  | appended to #1 by token
  |   ann can be reached again; pending -> open; closing-warning to ann is dropped; next-response mon 9 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"
  | customer-reply to bob is not taken now, again sun 8 mar 09:01:04: 451 4.7.1 try again later
saturday 12:00
  | mon 9 mar 09:00
  |   to operator: operator "Example support needs a look"
  | mon 9 mar 17:00
  | next-response of #1 is due
  |   next-response is broken; bob is told tue 10 mar 09:00; next-response step 2 tue 10 mar 11:00
  | tue 10 mar 09:00
  |   to bob: reminder "[#1] Waiting for 2 days: Cannot log in"
  |   to operator: operator "Example support needs a look"
  | reminder to bob is not taken now, again tue 10 mar 09:01: 451 4.7.1 try again later
  | tue 10 mar 11:00
  | next-response step 2 of #1 is due
  |   next-response step 3 tue 10 mar 15:00
  |   to lena: escalation "[#1] No answer for 2 days 2 hours: Cannot log in"
  | tue 10 mar 15:00
  | next-response step 3 of #1 is due
  |   to max: escalation "[#1] No answer for 2 days 6 hours: Cannot log in"
  | wed 11 mar 09:00
  |   to operator: operator "Example support needs a look"
  | thu 12 mar 09:00
  |   to operator: operator "Example support needs a look"
  | fri 13 mar 09:00
  |   to operator: operator "Example support needs a look"
  | fri 13 mar 09:47:37
  | customer-reply to bob is given up
  |   to operator: delivery-failure "[#1] Not delivered: Cannot log in"
operator reads
  | Subject: [#1] Not delivered: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | A mail about this ticket was not delivered.
  | It was addressed to bob@example.org. The mail server said: 451 4.7.1 try again later
  |
  | Do not reply to this mail: a reply would open a new ticket.
  |
  | What it was about, Ann Archer, Sun 8 Mar 2026, 09:00:
  |
  | Hello?
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 9 Mar 2026, 17:00.
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Please try again.
  |
  | Ann Archer, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
