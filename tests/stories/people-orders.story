# Whose ticket it is, ordered by mail: team, contributor, escalate; watch and mute; time and fields.

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
    #contributor add leo
    #time 1h 20m
    #field order=4711
    #category invoice
  | commands for #1 by token
  |   assigned to bob; bob: #take; leo contributes; bob: #contributor add leo; 80 minutes of bob; bob: #time 1h 20m;
  |   order = 4711; bob: #field order=4711; category invoice; bob: #category invoice
  |   to leo: staff-activity "[#1] Cannot log in"
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Assigned to Bob Brook.
  | * Leo Light works on the ticket too.
  | * Time put down: 1h 20m; for the whole ticket: 1h 20m.
  | * Field order: 4711.
  | * Category: invoice.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support. Category: invoice.
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
leo reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Bob Brook asks you to work on this ticket too. It stays with whoever has it.
  |
  | Your reply becomes an internal note. Ann Archer does not see it.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support. Category: invoice.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".

# Names that nobody has.
bob replies about #1:
    #team biling
  | held, about #1 by token: no such team or category
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads the refused
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | No team is called “biling”. Did you mean billing?
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #team biling
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies about #1:
    #category invoise
    #contributor add boob
  | held, about #1 by token: no such team or category
  |   to bob: refused "[#1] Not done: Cannot log in"

# Who leaves off needs nobody's leave, but to add others takes the permission.
leo replies about #1:
    #contributor add alice
  | held, about #1 by token: the profile lacks a permission
  |   to leo: refused "[#1] Not done: Cannot log in"
leo reads the refused
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #contributor needs the permission “contributors”, which your profile does not have. Ask a supervisor to do it.
  |
  | To try again, reply to this mail.
  | Your reply becomes an internal note. Ann Archer does not see it.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #contributor add alice
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support. Category: invoice.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
leo replies about #1:
    #time 5m
  | commands for #1 by token
  |   5 minutes of leo; leo: #time 5m
  |   to leo: receipt "[#1] Done: Cannot log in"
leo replies about #1:
    #contributor remove me
  | commands for #1 by token
  |   leo contributes no more; leo: #contributor remove me
  |   to leo: receipt "[#1] Done: Cannot log in"

# His own ticket nobody can mute; others may, and a colleague may watch.
bob replies about #1:
    #mute
  | held, about #1 by token: it cannot be done so
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads the refused
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | The ticket is yours: somebody must hear of the customer. Give it away first, with #assign.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #mute
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
alice replies about #1:
    #watch
  | commands for #1 by token
  |   alice watches it; alice: #watch
  |   to alice: receipt "[#1] Done: Cannot log in"
+1h
ann replies about #1:
    Still wrong.
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
alice replies about #1:
    #watch off
  | commands for #1 by token
  |   alice hears of it as usual; alice: #watch off
  |   to alice: receipt "[#1] Done: Cannot log in"
+1h
ann replies about #1:
    And still.
  | appended to #1 by token
  |   to bob: customer-reply "[#1] Cannot log in"

# To whoever leads the team, and his answer is for bob.
bob replies about #1:
    #escalate She threatens to leave.
  | commands for #1 by token
  |   bob: #escalate She threatens to leave.
  |   to lena: escalation "[#1] Help wanted: Cannot log in"
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Lena Lead has been asked for help.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 11:00:
  | > And still.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 10:00:
  | > Still wrong.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
lena reads
  | Subject: [#1] Help wanted: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Bob Brook asks you for help: She threatens to leave.
  |
  | Your reply is an internal note for Bob Brook; Ann Archer does not see it. Orders go at the very top, one a line: #assign NAME, #take, #snooze monday 9:00, #priority high
  |
  | Ann Archer <ann@customer.example> wrote, Mon 2 Mar 2026, 11:00:
  |
  | And still.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support. Category: invoice.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 10:00:
  | > Still wrong.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
lena replies to the escalation:
    Give her a month for free.
  | appended to #1 by token
  |   note
  |   to bob: staff-activity "[#1] Cannot log in"
bob reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Lena Lead left an internal note, Mon 2 Mar 2026, 11:00.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Give her a month for free.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 11:00:
  | > And still.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 10:00:
  | > Still wrong.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
lena replies to the escalation:
    #snooze wednesday 9:00
    #priority urgent
  | commands for #1 by token
  |   new -> on-hold; snooze wed 4 mar 09:00; lena: #snooze wednesday 9:00; priority urgent; lena: #priority urgent;
  |   first-response stands still
  |   to lena: receipt "[#1] Done: Cannot log in"

# To another team: nobody has it there.
bob replies about #1:
    #team billing
  | commands for #1 by token
  |   team billing; assigned to nobody; bob: #team billing
  |   to carol: new-ticket "[#1] New: Cannot log in"
  |   to dieter: new-ticket "[#1] Neu: Cannot log in"
  |   to nancy: new-ticket "[#1] New: Cannot log in"
  |   to bob: receipt "[#1] Done: Cannot log in"
carol reads
  | Subject: [#1] New: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | New ticket from Ann Archer; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  | Bob Brook has given this ticket to your team.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Give her a month for free.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: on hold. Priority: urgent. Team: billing. Category: invoice.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 11:00:
  | > And still.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 10:00:
  | > Still wrong.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
show #1
  | #1 "Cannot log in": on-hold, urgent; team billing; category invoice; nobody has it; from ann; with ann
  |   first-response mon 2 mar 13:00 (stands still)
  |   snooze wed 4 mar 09:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 10:00 ann wrote: Still wrong.
  |   mon 2 mar 11:00 ann wrote: And still.
  |   mon 2 mar 11:00 lena noted: Give her a month for free.

# All of the last mail is taken back; who has the ticket again hears of it.
bob replies about #1:
    #undo
  | commands for #1 by token
  |   assigned to bob; team support; taken back; bob: #undo
  |   to bob: receipt "[#1] Done: Cannot log in"
