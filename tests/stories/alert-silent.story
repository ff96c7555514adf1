# A mailbox that brings no mail for longer than it ever does, or that cannot be read: the operator hears of what no team's manager can.

ann is Ann Archer <ann@customer.example>

admin changes service.toml:
    + 
    + [[alert]]
    + kind = "silent-mailbox"
    + threshold = "5h"
# Nothing has ever come: that is no silence.
nothing happens until monday 17:00
tuesday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response tue 3 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
bob replies about #1:
    #resolve
    Try again now.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sun 8 mar 09:00; pending -> resolved; close fri 6 mar 09:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
tuesday 16:10
  | tue 3 mar 14:00
  |   alert for max: mailbox support, 300 of 300
  |   to max: alert "No mail in support for 5 hours"
max reads
  | Subject: No mail in support for 5 hours
  |
  | No mail in support for 5 hours
  |
  | In 5 hours of opening hours nothing has come in.
  | You are told from 5 hours on.
  | Please ask whoever runs the desk to look at it: maildesk status shows how each mailbox does.
  |
  | ------------------------------------------------------------
  | A reply to this mail would open a new ticket.
# A letter is all it takes; the night does not count.
tuesday 16:30
ann replies about #1:
    It works, thank you, but the mouse is broken.
  | appended to #1 by token
  |   reopened; resolved -> open; next-response wed 4 mar 16:30
  |   to bob: customer-reply "[#1] Cannot log in"
bob replies about #1:
    #resolve
    Take another one.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning sun 8 mar 16:30; pending -> resolved; close fri 6 mar 16:30;
  |   bob: #resolve; no next-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
wednesday 13:00
  | tue 3 mar 16:45
  |   alert over for max: mailbox support
# What cannot be read is told after an hour, whatever came before.
the mailbox billing cannot be read: "cannot connect: no route to host"
wednesday 14:40
  | wed 4 mar 14:00
  |   alert for max: mailbox billing, 0 of 300; alert for max: mailbox support, 330 of 300
  |   to max: alert "Mailbox billing cannot be read, and 1 more"
max reads
  | Subject: Mailbox billing cannot be read, and 1 more
  |
  | Mailbox billing cannot be read
  |
  | What customers write to it reaches nobody at present. The trouble: cannot connect: no route to host.
  | Please ask whoever runs the desk to look at it: maildesk status shows how each mailbox does.
  |
  | No mail in support for 5 hours 30 minutes
  |
  | In 5 hours 30 minutes of opening hours nothing has come in.
  | You are told from 5 hours on.
  | Please ask whoever runs the desk to look at it: maildesk status shows how each mailbox does.
  |
  | ------------------------------------------------------------
  | A reply to this mail would open a new ticket.
the mailbox billing can be read
wednesday 15:10
  | wed 4 mar 14:45
  |   alert over for max: mailbox billing
