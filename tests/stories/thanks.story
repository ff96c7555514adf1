# A thank-you leaves a ticket as it is; whoever says more is heard.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
+20m
bob replies:
    Dear Ann, please try again.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:20; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
# While the ticket waits for her: it goes on waiting, and is closed in time as if she had said nothing.
+10m
ann replies:
    Thanks a lot, Bob!

    Kind regards
    Ann
  | appended to #1 by token
  |   to bob: customer-reply "[#1] Cannot log in"
bob reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer <ann@customer.example> wrote, Mon 2 Mar 2026, 09:30.
  | It says thank you and nothing else, so the ticket stays as it is. If it needs an answer after all, just reply.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Thanks a lot, Bob!
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
  | Bob Brook, Mon 2 Mar 2026, 09:20:
  | > Dear Ann, please try again.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
show #1
  | #1 "Cannot log in": pending, normal; team support; bob has it; from ann; with ann
  |   closing-warning sat 7 mar 09:20
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:20 bob answered: Dear Ann, please try again.
  |   mon 2 mar 09:30 ann wrote: Thanks a lot, Bob!
bob replies:
    #resolve
  | commands for #1 by token
  |   pending -> resolved; close thu 5 mar 09:30; bob: #resolve
  |   to bob: receipt "[#1] Done: Cannot log in"
+10m
ann replies to the reply:
    Perfect, works now. Many thanks!
  | appended to #1 by token
  |   to bob: customer-reply "[#1] Cannot log in"
show #1
  | #1 "Cannot log in": resolved, normal; team support; bob has it; from ann; with ann
  |   close thu 5 mar 09:30
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:20 bob answered: Dear Ann, please try again.
  |   mon 2 mar 09:30 ann wrote: Thanks a lot, Bob!
  |   mon 2 mar 09:40 ann wrote: Perfect, works now. Many thanks!
# Closed for long: no new ticket either.
bob replies:
    #close
  | commands for #1 by token
  |   resolved -> closed; bob: #close
  |   to bob: receipt "[#1] Done: Cannot log in"
+20d
ann replies to the reply:
    Vielen Dank noch einmal!
  | appended to #1 by token
  |   to bob: customer-reply "[#1] Cannot log in"
show #1
  | #1 "Cannot log in": closed, normal; team support; bob has it; from ann; with ann
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:20 bob answered: Dear Ann, please try again.
  |   mon 2 mar 09:30 ann wrote: Thanks a lot, Bob!
  |   mon 2 mar 09:40 ann wrote: Perfect, works now. Many thanks!
  |   sun 22 mar 09:40 ann wrote: Vielen Dank noch einmal!
# More than thanks.
ann replies to the reply:
    Thanks, but now it fails again.
  | opened #2
  |   #2 linked to #1; team support; first-response mon 23 mar 13:00
  |   to alice: new-ticket "[#2] New: Cannot log in"
  |   to bob: new-ticket "[#2] New: Cannot log in"
  |   to ann: received "[#2] We have received your message"
+10m
bob replies about #2:
    #resolve
  | commands for #2 by token
  |   new -> resolved; close wed 25 mar 09:50; bob: #resolve; no first-response (the ticket is resolved)
  |   to bob: receipt "[#2] Done: Cannot log in"
+10m
ann writes to support: "Re: [#2] Cannot log in"
    Thank you. Does it also work at home?
  | appended to #2 by subject-tag
  |   reopened; resolved -> open; first-response mon 23 mar 13:00
  |   to alice: customer-reply "[#2] Cannot log in"
  |   to bob: customer-reply "[#2] Cannot log in"
show #2
  | #2 "Re: Cannot log in [#1]": open, normal; team support; nobody has it; from ann; with ann; linked to #1
  |   first-response mon 23 mar 13:00
  |   sun 22 mar 09:40 ann wrote: Thanks, but now it fails again.
  |   sun 22 mar 10:00 ann wrote: Thank you. Does it also work at home?
# A thank-you that came with a file says more than it says.
bob replies about #2:
    #resolve
  | commands for #2 by token
  |   open -> resolved; close wed 25 mar 10:00; bob: #resolve; no first-response (the ticket is resolved)
  |   to bob: receipt "[#2] Done: Cannot log in"
+10m
ann writes to support: "Re: [#2] Cannot log in" [attach "screen.png"]
    Thank you!
  | appended to #2 by subject-tag
  |   reopened; resolved -> open; first-response mon 23 mar 13:00
  |   to alice: customer-reply "[#2] Cannot log in" with screen.png
  |   to bob: customer-reply "[#2] Cannot log in" with screen.png
show #2
  | #2 "Re: Cannot log in [#1]": open, normal; team support; nobody has it; from ann; with ann; linked to #1
  |   first-response mon 23 mar 13:00
  |   sun 22 mar 09:40 ann wrote: Thanks, but now it fails again.
  |   sun 22 mar 10:00 ann wrote: Thank you. Does it also work at home?
  |   sun 22 mar 10:10 ann wrote: Thank you!
