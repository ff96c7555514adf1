# What commands do, and what the desk says of it.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"

# Several at once, and an answer below them.
bob replies:
    #take
    #priority high
    #tag +password -new
    #remind wednesday 10:00 ask whether it still works

    Hello Ann,

    please try the link "I forgot my password".
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; bob: #take; priority high;
  |   bob: #priority high; tags +password; bob: #tag +password -new; follow-up wed 4 mar 10:00;
  |   bob: #remind wednesday 10:00 ask whether it still works; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"

bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Your answer is on its way to the customer.
  | * Assigned to Bob Brook.
  | * Priority: high.
  | * Tags added: password. Tags removed: new.
  | * You will be reminded: Wed 4 Mar 2026, 10:00 (ask whether it still works).
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: high. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: password
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
ann reads
  | Subject: Re: Cannot log in [#1]
  |
  | Hello Ann,
  |
  | please try the link "I forgot my password".
  |
  | --
  | Bob Brook
  | Example support, request #1. Just reply to this mail.

+1h
# Commands alone send nothing to the customer.
bob replies:
    #assign alice
  | commands for #1 by token
  |   assigned to alice; bob: #assign alice
  |   to alice: assigned "[#1] Yours: Cannot log in"
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Assigned to Alice Arden.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: high. Team: support.
  | Assigned to Alice Arden.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: password
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Hello Ann,
  | >
  | > please try the link "I forgot my password".
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
alice reads
  | Subject: [#1] Yours: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | This ticket is yours now.
  | Bob Brook has given it to you.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Bob Brook wrote, Mon 2 Mar 2026, 09:00:
  |
  | Hello Ann,
  |
  | please try the link "I forgot my password".
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: high. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: password
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".

# Each has a reminder of his own.
alice replies:
    #remind wednesday 11:00
  | commands for #1 by token
  |   follow-up wed 4 mar 11:00; alice: #remind wednesday 11:00
  |   to alice: receipt "[#1] Done: Cannot log in"

+1h
alice replies:
    #assign none
  | commands for #1 by token
  |   assigned to nobody; alice: #assign none
  |   to alice: receipt "[#1] Done: Cannot log in"
alice reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Nobody has the ticket now.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: high. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: password
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Hello Ann,
  | >
  | > please try the link "I forgot my password".
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".

alice replies:
    #assign me
    #tag locked
    #tag -password
    #priority low
  | commands for #1 by token
  |   assigned to alice; alice: #assign me; tags +locked; alice: #tag locked; tags -password; alice: #tag -password;
  |   priority low; alice: #priority low
  |   to alice: receipt "[#1] Done: Cannot log in"

alice replies:
    #resolve
  | commands for #1 by token
  |   pending -> resolved; close thu 5 mar 11:00; alice: #resolve
  |   to alice: receipt "[#1] Done: Cannot log in"
alice reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Status: resolved.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: resolved. Priority: low. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: locked
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Hello Ann,
  | >
  | > please try the link "I forgot my password".
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".

alice replies:
    #open
  | commands for #1 by token
  |   resolved -> open; alice: #open; next-response wed 4 mar 11:00
  |   to alice: receipt "[#1] Done: Cannot log in"
alice reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Status: open.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: low. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Wed 4 Mar 2026, 11:00.
  | Tags: locked
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Hello Ann,
  | >
  | > please try the link "I forgot my password".
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".

alice replies:
    #close
  | commands for #1 by token
  |   open -> closed; alice: #close; no next-response (the ticket is closed)
  |   to alice: receipt "[#1] Done: Cannot log in"
alice reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Status: closed.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: closed. Priority: low. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: locked
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Hello Ann,
  | >
  | > please try the link "I forgot my password".
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".

# Both asked to be reminded; that the ticket is closed meanwhile is no reason to forget.
wednesday 12:00
  | wed 4 mar 10:00
  | follow-up of #1 is due
  |   to bob: follow-up "[#1] Your reminder: Cannot log in"
  | wed 4 mar 11:00
  | follow-up of #1 is due
  |   to alice: follow-up "[#1] Your reminder: Cannot log in"
bob reads
  | Subject: [#1] Your reminder: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | You wanted to be reminded of this ticket.
  | “ask whether it still works”
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Bob Brook wrote, Mon 2 Mar 2026, 09:00:
  |
  | Hello Ann,
  |
  | please try the link "I forgot my password".
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: closed. Priority: low. Team: support.
  | Assigned to Alice Arden.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: locked
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
alice reads
  | Subject: [#1] Your reminder: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | You wanted to be reminded of this ticket.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Bob Brook wrote, Mon 2 Mar 2026, 09:00:
  |
  | Hello Ann,
  |
  | please try the link "I forgot my password".
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: closed. Priority: low. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: locked
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
show #1
  | #1 "Cannot log in": closed, low; team support; alice has it; from ann; with ann; tags locked
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob answered: Hello Ann, /  / please try the link "I forgot my password".

# What a closed ticket cannot become.
alice replies:
    #resolve
  | commands for #1 by token
  |   closed -> resolved; close sat 7 mar 12:00; alice: #resolve
  |   to alice: receipt "[#1] Done: Cannot log in"
alice reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Status: resolved.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: resolved. Priority: low. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: locked
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Hello Ann,
  | >
  | > please try the link "I forgot my password".
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
