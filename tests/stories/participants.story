# Who takes part on the customer's side: cc, requester, revoke.

ann is Ann Archer <ann@customer.example>
ben is Ben Burns <ben@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"

bob replies:
    #cc add ben@customer.example

    Hello Ann, Ben knows the new password.
  | appended to #1 by token
  |   ben takes part; bob: #cc add ben@customer.example; answer; new -> pending; closing-warning sat 7 mar 09:00;
  |   assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to ben: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Your answer is on its way to the customer.
  | * Takes part from now on, and gets your next answers: ben@customer.example. Nothing that was written before is sent there.
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
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
ben reads
  | Subject: Re: Cannot log in [#1]
  |
  | Hello Ann, Ben knows the new password.
  |
  | --
  | Bob Brook
  | Example support, request #1. Just reply to this mail.
ben replies:
    I do.
  | appended to #1 by token
  |   pending -> open; next-response mon 2 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"

bob replies about #1:
    #requester ben@customer.example
  | commands for #1 by token
  |   ben asks; bob: #requester ben@customer.example
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Requester: ben@customer.example. Whoever took part until now still does; #cc remove ends that.
  |
  | Your reply goes to ben@customer.example, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From ben@customer.example, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | ben@customer.example, Mon 2 Mar 2026, 09:00:
  | > I do.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Hello Ann, Ben knows the new password.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".

# The requester stays; the others may go, and have no part any more.
bob replies about #1:
    #cc remove ben@customer.example
  | held, about #1 by token: it cannot be done so
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads the refused
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | ben@customer.example is the one who asks. Name somebody else with #requester first.
  |
  | To try again, reply to this mail.
  | Your reply goes to ben@customer.example, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #cc remove ben@customer.example
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From ben@customer.example, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies about #1:
    #cc remove ann@customer.example
  | commands for #1 by token
  |   ann takes part no more; bob: #cc remove ann@customer.example
  |   to bob: receipt "[#1] Done: Cannot log in"
show #1
  | #1 "Cannot log in": open, normal; team support; bob has it; from ben; with ben
  |   next-response mon 2 mar 17:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob answered: Hello Ann, Ben knows the new password.
  |   mon 2 mar 09:00 ben wrote: I do.
ann replies about #1:
    Hello?
  | opened #2
  |   flag RefersElsewhere; #2 linked to #1; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#2] New: Cannot log in"
  |   to bob: new-ticket "[#2] New: Cannot log in"
  |   to bob: stranger "[#1] A stranger wrote: Cannot log in"
  |   to ann: received "[#2] We have received your message"
show #2
  | #2 "Re: Cannot log in [#1]": new, normal; team support; nobody has it; from ann; with ann; linked to #1
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: Hello?

# What takes no part, and what is the desk's own.
bob replies about #1:
    #cc remove nobody@customer.example
  | held, about #1 by token: it cannot be done so
  |   to bob: refused "[#1] Not done: Cannot log in"
bob replies about #1:
    #cc add support@example.org
  | held, about #1 by token: a command's argument cannot be used
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads the refused
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #cc does not take “support@example.org”. Write, for example: #cc add ann@customer.example
  |
  | To try again, reply to this mail.
  | Your reply goes to ben@customer.example, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #cc add support@example.org
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From ben@customer.example, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Linked to #2.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# After #revoke the addresses of older mails are void, everybody's.
bob replies about #1:
    #revoke
  | commands for #1 by token
  |   reply addresses revoked; bob: #revoke
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Every reply address of this ticket that was written until now is void. Who replies to an older mail opens a new ticket that is linked to this one; new mails carry new addresses. This cannot be taken back.
  |
  | Your reply goes to ben@customer.example, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From ben@customer.example, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Linked to #2.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | ben@customer.example, Mon 2 Mar 2026, 09:00:
  | > I do.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Hello Ann, Ben knows the new password.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
ben replies about #1:
    Still there?
  | opened #3
  |   #3 linked to #1; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: Cannot log in"
  |   to bob: new-ticket "[#3] New: Cannot log in"
  |   to ben: received "[#3] We have received your message"
show #3
  | #3 "Re: Cannot log in [#1]": new, normal; team support; nobody has it; from ben; with ben; linked to #1
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ben wrote: Still there?

# A colleague's old mail is void as well; he is told, and shown the ticket with an address that works.
alice replies about #1:
    #take
  | held, about #1 by own-id: it lacks the reply address of this ticket
  |   to alice: confirm "[#1] Is this yours? Cannot log in"

# A light agent may not.
bob replies about #1:
    #contributor add leo
  | commands for #1 by token
  |   leo contributes; bob: #contributor add leo
  |   to leo: staff-activity "[#1] Cannot log in"
  |   to bob: receipt "[#1] Done: Cannot log in"
leo replies about #1:
    #cc add ben@customer.example
  | held, about #1 by token: the profile lacks a permission
  |   to leo: refused "[#1] Not done: Cannot log in"
leo reads the refused
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #cc needs the permission “participants”, which your profile does not have. Ask a supervisor to do it.
  |
  | To try again, reply to this mail.
  | Your reply becomes an internal note. Ben Burns does not see it.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #cc add ben@customer.example
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ben Burns <ben@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Linked to #2, #3.
