# What was ordered can be taken back for seven days, as long as nobody has changed it since.

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
    #priority high
    #tag +password
    #close
  | commands for #1 by token
  |   assigned to bob; bob: #take; priority high; bob: #priority high; tags +password; bob: #tag +password;
  |   new -> closed; bob: #close; no first-response (the ticket is closed)
  |   to bob: receipt "[#1] Done: Cannot log in"
show #1
  | #1 "Cannot log in": closed, high; team support; bob has it; from ann; with ann; tags password
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
+1h
bob replies:
    #undo
  | commands for #1 by token
  |   closed -> open; assigned to nobody; priority normal; tags -password; first-response mon 2 mar 13:00; taken back;
  |   bob: #undo; first-response mon 2 mar 14:00
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Taken back: #take, #priority high, #tag +password, #close. Mails that were sent meanwhile stay sent.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 14:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
show #1
  | #1 "Cannot log in": open, normal; team support; nobody has it; from ann; with ann
  |   first-response mon 2 mar 14:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".

# There is nothing left to take back.
bob replies:
    #undo
  | held, about #1 by token: it cannot be taken back
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | You have ordered nothing in this ticket within 7 days that could be taken back.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #undo
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 14:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# An answer cannot be taken back, and it says so; what stood above it can.
bob replies:
    #tag +vip

    Hello Ann, try again.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning sat 7 mar 10:00; tags +vip; bob: #tag +vip; assigned to bob;
  |   no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
bob replies:
    #undo
  | commands for #1 by token
  |   tags -vip; taken back; bob: #undo
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Taken back: #tag +vip. Mails that were sent meanwhile stay sent.
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
  | Bob Brook, Mon 2 Mar 2026, 10:00:
  | > Hello Ann, try again.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
bob replies:
    #undo
  | held, about #1 by token: it cannot be taken back
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | You have ordered nothing in this ticket within 7 days that could be taken back. An answer to the customer cannot be: it has been sent.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #undo
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# What a colleague has changed since stays.
bob replies about #1:
    #priority urgent
  | commands for #1 by token
  |   priority urgent; bob: #priority urgent
  |   to bob: receipt "[#1] Done: Cannot log in"
+1h
lena writes to support: "Hello"
    Nothing.
  | opened #2
  |   flag Unverified; team support; first-response mon 2 mar 15:00
  |   no received to lena: it claims to be from the staff and is not verified
  |   to alice: new-ticket "[#2] New: Hello"
  |   to bob: new-ticket "[#2] New: Hello"
alice replies about #1:
    #priority low
  | commands for #1 by token
  |   priority low; alice: #priority low
  |   to alice: receipt "[#1] Done: Cannot log in"
bob replies about #1:
    #undo
  | held, about #1 by token: it cannot be taken back
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | It cannot be taken back: something has changed since (priority). Set it as you want it.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #undo
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: low. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# After a week it stays as it is.
bob replies about #1:
    #tag +late
  | commands for #1 by token
  |   tags +late; bob: #tag +late
  |   to bob: receipt "[#1] Done: Cannot log in"
+8d
  | mon 2 mar 15:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 17:00
  |   to alice: reminder "[#2] Waiting for 4 hours: Hello"
  |   to bob: reminder "[#2] Waiting for 4 hours: Hello"
  | mon 2 mar 17:00
  | first-response step 2 of #2 is due
  |   lena is told tue 3 mar 09:00; first-response step 3 tue 3 mar 13:00
  | tue 3 mar 09:00
  |   to lena: escalation "[#2] No answer for 22 hours: Hello"
  |   to operator: operator "Example support needs a look"
  | tue 3 mar 13:00
  | first-response step 3 of #2 is due
  |   to max: escalation "[#2] No answer for 1 day 2 hours: Hello"
  | sat 7 mar 10:00
  | closing-warning of #1 is due
  |   auto-close mon 9 mar 10:00
  |   to ann: closing-warning "[#1] Do you still need help?"
  | mon 9 mar 10:00
  | auto-close of #1 is due
  |   pending -> closed
  |   to ann: closed "[#1] Your request is closed"
bob replies about #1:
    #undo
  | held, about #1 by token: it cannot be taken back
  |   to bob: refused "[#1] Not done: Cannot log in"
