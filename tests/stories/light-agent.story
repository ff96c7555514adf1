# A light agent reads and notes, and never writes to customers.

ann is Ann Archer <ann@customer.example>

admin changes staff.toml:
    - members = ["alice", "bob"]
    + members = ["bob", "leo"]

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to leo: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
leo reads
  | Subject: [#1] New: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | New ticket from Ann Archer; nobody has it yet.
  |
  | Your reply becomes an internal note. Ann Archer does not see it.
  |
  | It says "wrong password".
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.

leo replies:
    Her account is locked, I have seen it in the list.
  | appended to #1 by token
  |   note

bob replies:
    #take
    I look into it.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; bob: #take;
  |   no first-response (a public answer)
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
  | Leo Light (internal note), Mon 2 Mar 2026, 09:00:
  | > Her account is locked, I have seen it in the list.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".

leo replies:
    #close
  | held, about #1 by token: the profile lacks a permission
  |   to leo: refused "[#1] Not done: Cannot log in"
leo reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #close needs the permission “close”, which your profile does not have. Ask a supervisor to do it.
  |
  | To try again, reply to this mail.
  | Your reply becomes an internal note. Ann Archer does not see it.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #close
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
leo replies:
    #assign bob
  | held, about #1 by token: the profile lacks a permission
  |   to leo: refused "[#1] Not done: Cannot log in"
leo reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #assign needs the permission “assign-others”, which your profile does not have. Ask a supervisor to do it.
  |
  | To try again, reply to this mail.
  | Your reply becomes an internal note. Ann Archer does not see it.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #assign bob
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
leo replies:
    #priority high
    #tag locked
    And by the way, she is not alone.
  | held, about #1 by token: the profile lacks a permission
  |   to leo: refused "[#1] Not done: Cannot log in"
leo reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #priority needs the permission “edit”, which your profile does not have. Ask a supervisor to do it.
  |
  | To try again, reply to this mail.
  | Your reply becomes an internal note. Ann Archer does not see it.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #priority high
  | > #tag locked
  | > And by the way, she is not alone.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
leo replies:
    #remind tomorrow 10:00
    And by the way, she is not alone.
  | appended to #1 by token
  |   note; follow-up tue 3 mar 10:00; leo: #remind tomorrow 10:00
  |   to bob: staff-activity "[#1] Cannot log in"
  |   to leo: receipt "[#1] Done: Cannot log in"
leo reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Your note is in the ticket; the customer does not see it.
  | * You will be reminded: Tue 3 Mar 2026, 10:00.
  |
  | Your reply becomes an internal note. Ann Archer does not see it.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > I look into it.
  |
  | Leo Light (internal note), Mon 2 Mar 2026, 09:00:
  | > Her account is locked, I have seen it in the list.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
bob reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Leo Light left an internal note, Mon 2 Mar 2026, 09:00.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | And by the way, she is not alone.
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
  | > I look into it.
  |
  | Leo Light (internal note), Mon 2 Mar 2026, 09:00:
  | > Her account is locked, I have seen it in the list.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
show #1
  | #1 "Cannot log in": pending, normal; team support; bob has it; from ann; with ann
  |   follow-up tue 3 mar 10:00
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 leo noted: Her account is locked, I have seen it in the list.
  |   mon 2 mar 09:00 bob answered: I look into it.
  |   mon 2 mar 09:00 leo noted: And by the way, she is not alone.
