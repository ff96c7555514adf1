# Where a ticket stands, ordered by mail: pending, hold, snooze, spam.

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
    #hold
  | commands for #1 by token
  |   assigned to bob; bob: #take; new -> on-hold; bob: #hold; first-response stands still
  |   to bob: receipt "[#1] Done: Cannot log in"

# The reply address alone says which ticket is meant; a number must agree with it.
bob replies:
    #close 7
  | held, about #1 by token: it names another ticket
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | It names #7, but the reply address is that of #1. Reply to a mail about #7.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #close 7
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: on hold. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies:
    #pending #1
  | commands for #1 by token
  |   on-hold -> pending; closing-warning sat 7 mar 09:00; bob: #pending #1
  |   to bob: receipt "[#1] Done: Cannot log in"
+5m
bob replies:
    #pending 1
  | commands for #1 by token
  |   bob: #pending 1
  |   to bob: receipt "[#1] Done: Cannot log in"

# Put away until Wednesday: nobody is reminded meanwhile, and then it is the desk's turn.
bob replies:
    #snooze wednesday 10:00
  | commands for #1 by token
  |   pending -> on-hold; snooze wed 4 mar 10:00; bob: #snooze wednesday 10:00
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Put away until Wed 4 Mar 2026, 10:00; earlier, if the customer writes.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: on hold. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
thursday 09:00
  | tue 3 mar 09:00
  |   to operator: operator "Example support needs a look"
  | wed 4 mar 10:00
  | snooze of #1 is due
  |   on-hold -> open; first-response wed 4 mar 14:00
  |   to bob: follow-up "[#1] Your reminder: Cannot log in"
  | wed 4 mar 14:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 wed 4 mar 16:00
  |   to bob: reminder "[#1] Waiting for 2 days 5 hours: Cannot log in"
  | wed 4 mar 16:00
  | first-response step 2 of #1 is due
  |   first-response step 3 thu 5 mar 12:00
  |   to lena: escalation "[#1] No answer for 2 days 7 hours: Cannot log in"
show #1
  | #1 "Cannot log in": open, normal; team support; bob has it; from ann; with ann
  |   first-response wed 4 mar 14:00 (broken)
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".

# What the customer writes wakes it earlier.
bob replies:
    #snooze next monday
  | commands for #1 by token
  |   open -> on-hold; snooze mon 9 mar 09:00; bob: #snooze next monday; first-response stands still
  |   to bob: receipt "[#1] Done: Cannot log in"
+1h
ann replies about #1:
    Are you there?
  | appended to #1 by token
  |   no snooze (the customer wrote); on-hold -> open; first-response wed 4 mar 14:00
  |   to bob: customer-reply "[#1] Cannot log in"
show #1
  | #1 "Cannot log in": open, normal; team support; bob has it; from ann; with ann
  |   first-response wed 4 mar 14:00 (broken)
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   thu 5 mar 10:00 ann wrote: Are you there?

# A time that cannot be read changes nothing.
bob replies about #1:
    #snooze someday
  | held, about #1 by token: a command's argument cannot be used
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads the refused
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #snooze does not take “someday”: it begins with no time; write for example 3d, 2h, tomorrow, friday 9:30, 24.12., 2026-12-24 10:00 or 14:00.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #snooze someday
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Wed 4 Mar 2026, 14:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# A light agent may not close, nor mark as spam.
leo writes to support: "About the log-in"
    I am only looking.
  | opened #2
  |   flag Unverified; team support; first-response thu 5 mar 14:00
  |   no received to leo: it claims to be from the staff and is not verified
  |   to alice: new-ticket "[#2] New: About the log-in"
  |   to bob: new-ticket "[#2] New: About the log-in"
bob replies about #1:
    #contributor add leo
  | commands for #1 by token
  |   leo contributes; bob: #contributor add leo
  |   to leo: staff-activity "[#1] Cannot log in"
  |   to bob: receipt "[#1] Done: Cannot log in"
leo replies about #1:
    #spam
  | held, about #1 by token: the profile lacks a permission
  |   to leo: refused "[#1] Not done: Cannot log in"
leo reads the refused
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #spam needs the permission “close”, which your profile does not have. Ask a supervisor to do it.
  |
  | To try again, reply to this mail.
  | Your reply becomes an internal note. Ann Archer does not see it.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #spam
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Wed 4 Mar 2026, 14:00.

bob replies about #1:
    #spam
  | commands for #1 by token
  |   open -> spam; bob: #spam; no first-response (the ticket is spam)
  |   to bob: receipt "[#1] Done: Cannot log in"
bob replies about #1:
    #undo
  | commands for #1 by token
  |   spam -> open; first-response wed 4 mar 14:00; taken back; bob: #undo
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Taken back: #spam. Mails that were sent meanwhile stay sent.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Wed 4 Mar 2026, 14:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Thu 5 Mar 2026, 10:00:
  | > Are you there?
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
show #1
  | #1 "Cannot log in": open, normal; team support; bob has it; from ann; with ann; helped by leo
  |   first-response wed 4 mar 14:00 (broken)
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   thu 5 mar 10:00 ann wrote: Are you there?
