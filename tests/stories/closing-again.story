# Asked, asked again, closed, each after its time; by category; and never while the desk itself owes something.

ann is Ann Archer <ann@customer.example>
cleo is Cleo Cook <cleo@customer.example>

admin changes service.toml:
    - warning_after = "5d"
    + warning_after = "3d"
    + reminder_after = "2d"
    - reopen_within = "14d"
    + reopen_within = "14d"
    +
    + [[closing_of]]
    + category = "invoice"
    + warning_after = "never"
    + close_after = "30d"

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
  |   answer; new -> pending; closing-warning thu 5 mar 09:00; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
thursday 09:00
  | thu 5 mar 09:00
  | closing-warning of #1 is due
  |   closing-reminder sat 7 mar 09:00
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
saturday 09:00
  | sat 7 mar 09:00
  | closing-reminder of #1 is due
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
monday 09:00
  | mon 9 mar 09:00
  | auto-close of #1 is due
  |   pending -> closed
  |   to ann: closed "[#1] Your request is closed"

# Back again. While bob's own reminder is open, she is not asked; later the question cannot be delivered.
ann replies:
    Firefox. And it works now.
  | appended to #1 by token
  |   reopened; closed -> open; next-response mon 9 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"
bob replies:
    #remind 4d ask the database people
    Good to hear.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning thu 12 mar 09:00; follow-up fri 13 mar 09:00;
  |   bob: #remind 4d ask the database people; no next-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
mail to ann is deferred: "451 4.3.0 try again later"
sunday 12:00
  | thu 12 mar 09:00
  |   closing-warning fri 13 mar 10:00
  | fri 13 mar 09:00
  | follow-up of #1 is due
  |   to bob: follow-up "[#1] Your reminder: Cannot log in"
  | fri 13 mar 10:00
  | closing-warning of #1 is due
  |   closing-reminder sun 15 mar 10:00
  |   to ann: closing-warning "[#1] Do you still need help?"
  | closing-warning to ann is not taken now, again fri 13 mar 10:01:04: 451 4.3.0 try again later
  | fri 13 mar 14:05:38
  |   to bob: delivery-failure "[#1] Not delivered yet: Cannot log in"
  | sat 14 mar 11:23:09
  |   to bob: delivery-failure "[#1] Not delivered yet: Cannot log in"
  | sun 15 mar 10:00
  | closing-reminder of #1 is due
  |   auto-close tue 17 mar 10:00
  |   to ann: closing-warning "[#1] Do you still need help?"
  | closing-warning to ann is not taken now, again sun 15 mar 10:01:04: 451 4.3.0 try again later
show #1
  | #1 "Cannot log in": pending, normal; team support; bob has it; from ann; with ann
  |   auto-close tue 17 mar 10:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob answered: Which browser do you use?
  |   mon 9 mar 09:00 ann wrote: Firefox. And it works now.
  |   mon 9 mar 09:00 bob answered: Good to hear.

# She answers while the question still waits to be sent: it is not sent any more.
ann replies:
    I am back, and all is well.
  | appended to #1 by token
  |   pending -> open; closing-warning to ann is dropped; closing-warning to ann is dropped;
  |   next-response mon 16 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"
mail to ann is taken
monday 12:00
