# A reminder that is not wanted any more is taken back, and nothing comes.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to billing: "Where is my order?"
    Number 4711.
  | opened #1
  |   team billing; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#1] Yours: Where is my order?"
  |   to ann: received "[#1] We have received your message"
carol replies:
    #take
    #remind friday 14:00 call the warehouse
  | commands for #1 by token
  |   carol: #take; follow-up fri 6 mar 14:00; carol: #remind friday 14:00 call the warehouse
  |   to carol: receipt "[#1] Done: Where is my order?"
carol reads
  | Subject: [#1] Done: Where is my order?
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Assigned to Carol Cole.
  | * You will be reminded: Fri 6 Mar 2026, 14:00 (call the warehouse).
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Where is my order?
  | Status: new. Priority: normal. Team: billing.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > Number 4711.
show #1
  | #1 "Where is my order?": new, normal; team billing; carol has it; from ann; with ann
  |   first-response mon 2 mar 13:00
  |   follow-up fri 6 mar 14:00
  |   mon 2 mar 09:00 ann wrote: Number 4711.
carol replies:
    #undo
  | commands for #1 by token
  |   no follow-up (taken back); taken back; carol: #undo
  |   to carol: receipt "[#1] Done: Where is my order?"
carol reads
  | Subject: [#1] Done: Where is my order?
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Taken back: #take, #remind friday 14:00 call the warehouse. Mails that were sent meanwhile stay sent.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Where is my order?
  | Status: new. Priority: normal. Team: billing.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > Number 4711.
carol replies about #1:
    #hold
  | commands for #1 by token
  |   new -> on-hold; carol: #hold; first-response stands still
  |   to carol: receipt "[#1] Done: Where is my order?"
nothing happens until saturday 12:00
show #1
  | #1 "Where is my order?": on-hold, normal; team billing; carol has it; from ann; with ann
  |   first-response mon 2 mar 13:00 (stands still)
  |   mon 2 mar 09:00 ann wrote: Number 4711.
