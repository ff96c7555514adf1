# Who else may belong to a ticket: proposed to the staff with what to type, never let in by himself.

ann is Ann Archer <ann@customer.example>
carl is Carl Corner <carl@customer.example>
home is Ann Archer <ann@home.example>
eve is Eve <eve@customer.example>

monday 09:00
ann writes to support: "Cannot log in" [cc carl and dora@partner.example]
    It says "wrong password".
  | opened #1
  |   in copy: carl, dora@partner.example; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
bob reads
  | Subject: [#1] New: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | New ticket from Ann Archer; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  | Cc proposed: carl@customer.example, dora@partner.example. They get nothing unless you let them take part: #cc add carl@customer.example dora@partner.example
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | It says "wrong password".
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
+10m
# Those who were proposed before are not proposed again.
ann replies: [cc carl and max@partner.example]
    Max knows more.
  | appended to #1 by token
  |   in copy: max@partner.example
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
bob reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer <ann@customer.example> wrote, Mon 2 Mar 2026, 09:10.
  | Cc proposed: max@partner.example. They get nothing unless you let them take part: #cc add max@partner.example
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Max knows more.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
bob replies:
    #cc add max@partner.example

    Dear both, please try again.
  | appended to #1 by token
  |   max@partner.example takes part; bob: #cc add max@partner.example; answer; new -> pending;
  |   closing-warning sat 7 mar 09:10; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to max@partner.example: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"

# A colleague answers with her reply address: he is named as one, and not let in.
+10m
carl replies to ann's last mail:
    For me it works.
  | appended to #1 by token
  |   flag Colleague; pending -> open; next-response tue 3 mar 09:20
  |   to bob: customer-reply "[#1] Cannot log in"
bob reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Carl Corner <carl@customer.example> wrote, Mon 2 Mar 2026, 09:20.
  | carl@customer.example seems to be a colleague of the requester, and takes no part yet. To let them take part from now on: #cc add carl@customer.example
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! Somebody of the same organisation as the requester wrote this. Answers do not go there.
  |
  | For me it works.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Tue 3 Mar 2026, 09:20.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:10:
  | > Dear both, please try again.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:10:
  | > Max knows more.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
bob replies to the customer-reply:
    #cc add carl@customer.example
  | commands for #1 by token
  |   carl takes part; bob: #cc add carl@customer.example
  |   to bob: receipt "[#1] Done: Cannot log in"

# She writes from another address with her reply address.
+10m
home replies to ann's last mail:
    I am at home now.
  | appended to #1 by token
  |   flag OtherSender
  |   to bob: customer-reply "[#1] Cannot log in"
bob reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer <ann@home.example> wrote, Mon 2 Mar 2026, 09:30.
  | ann@home.example wrote with the reply address of ann@customer.example. If you are sure that both are one person: #contact merge ann@home.example. If somebody else asks from now on: #requester ann@home.example. If you do neither, answers go to ann@customer.example alone.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! Somebody else wrote this, using a participant's reply address. Answers do not go there.
  |
  | I am at home now.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Tue 3 Mar 2026, 09:20.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Carl Corner <carl@customer.example>, Mon 2 Mar 2026, 09:20:
  | ! Somebody of the same organisation as the requester wrote this. Answers do not go there.
  | > For me it works.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:10:
  | > Dear both, please try again.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:10:
  | > Max knows more.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
bob replies to the customer-reply:
    #contact merge ann@home.example
  | held, about #1 by token: what it orders is always asked about
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
bob replies to the confirm:
    yes
  | commands for #1 by token
  |   c14 becomes part of c10; bob: #contact merge ann@home.example
  |   to bob: receipt "[#1] Done: Cannot log in"
bob replies to the customer-reply:
    You may write from both.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning sat 7 mar 09:30; no next-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to carl: reply "Re: Cannot log in [#1]"
  |   to max@partner.example: reply "Re: Cannot log in [#1]"
show #1
  | #1 "Cannot log in": pending, normal; team support; bob has it; from ann; with ann, carl, max@partner.example; in copy dora@partner.example
  |   closing-warning sat 7 mar 09:30
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:10 ann wrote: Max knows more.
  |   mon 2 mar 09:10 bob answered: Dear both, please try again.
  |   mon 2 mar 09:20 carl wrote: For me it works.
  |   mon 2 mar 09:30 home wrote: I am at home now.
  |   mon 2 mar 09:30 bob answered: You may write from both.

# A colleague who was not in copy and has no reply address: a ticket of his own, and a proposal.
+10m
eve replies to ann's last mail: [to support]
    I have it too.
  | opened #2
  |   flag RefersElsewhere; #2 linked to #1; team support; first-response mon 2 mar 13:40
  |   to alice: new-ticket "[#2] New: Cannot log in"
  |   to bob: new-ticket "[#2] New: Cannot log in"
  |   to bob: stranger "[#1] A stranger wrote: Cannot log in"
  |   to eve: received "[#2] We have received your message"
bob reads
  | Subject: [#1] A stranger wrote: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Somebody who has no part in this ticket wrote about it.
  | The message opened a ticket of its own, #2, and is answered there. Nothing was added to this ticket, and its customer has not been told.
  | eve@customer.example seems to be a colleague of the requester, and takes no part yet. To let them take part from now on: #cc add eve@customer.example
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Linked to #2.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:30:
  | > You may write from both.
  |
  | Ann Archer <ann@home.example>, Mon 2 Mar 2026, 09:30:
  | ! Somebody else wrote this, using a participant's reply address. Answers do not go there.
  | > I am at home now.
  |
  | Carl Corner <carl@customer.example>, Mon 2 Mar 2026, 09:20:
  | ! Somebody of the same organisation as the requester wrote this. Answers do not go there.
  | > For me it works.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:10:
  | > Dear both, please try again.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:10:
  | > Max knows more.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
