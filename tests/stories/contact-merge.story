# One customer, two addresses: strangers to each other until somebody says that they are one person.

ann is Ann Archer <ann@customer.example>
annie is Annie A. <annie@home.example>
cora is Cora <cora@elsewhere.example>

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

    Dear Ann, which browser is it?
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; bob: #take;
  |   no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
annie writes to support: "Invoice"
    Where is my invoice?
  | opened #2
  |   rule "invoices"; team billing; category invoice; tags +money; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#2] Yours: Invoice"
  |   to annie: received "[#2] We have received your message"
cora writes to support: "Hello"
    Just me.
  | opened #3
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: Hello"
  |   to bob: new-ticket "[#3] New: Hello"
  |   to cora: received "[#3] We have received your message"

# From her other address she is somebody else: with the number alone she gets in nowhere, with Ann's reply address only as one who
# has got hold of it.
annie writes to support: "Re: [#1] Cannot log in"
    It is Firefox.
  | opened #4
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#4] New: Cannot log in"
  |   to bob: new-ticket "[#4] New: Cannot log in"
  |   to annie: received "[#4] We have received your message"
annie replies to ann's last mail:
    It is Firefox, see [#1].
  | appended to #1 by token
  |   flag OtherSender; pending -> open; next-response mon 2 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"
show #1
  | #1 "Cannot log in": open, normal; team support; bob has it; from ann; with ann
  |   next-response mon 2 mar 17:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob answered: Dear Ann, which browser is it?
  |   mon 2 mar 09:00 annie wrote: It is Firefox, see [#1].

# Refusals: what cannot be one, staff, and nobody.
admin asks: contact annie@home.example merge annie@home.example
  | > both are c11 already
admin asks: contact annie@home.example merge bob@example.org
  | > bob belongs to the staff; `maildesk staff edit` changes what staff.toml says
admin asks: contact bob@example.org merge ann@customer.example
  | > bob belongs to the staff; `maildesk staff edit` changes what staff.toml says
admin asks: contact annie@home.example merge nobody@home.example
  | > the contact nobody@home.example (`maildesk contact search` looks for others) does not exist
admin asks: contact ann@customer.example add cora@elsewhere.example
  | > cora@elsewhere.example is c12 already; if both are one person, `maildesk contact merge c12 c10`
admin asks: contact ann@customer.example add support@example.org
  | > support@example.org is a mailbox of this desk
admin asks: contact ann@customer.example add bob@example.org
  | > bob@example.org is an address of the staff or the operator; `maildesk staff edit` and desk.toml say what those are
admin asks: contact ann@customer.example remove ann@customer.example
  | > ann@customer.example is the only address of c10; add another one first

# Merged: the tickets are one customer's, and both addresses may write into all of them.
admin asks: contact annie@home.example set phone=030 1234
  |   phone of annie: 030 1234
  | > changed c11 <annie@home.example>
admin asks: contact annie@home.example merge ann@customer.example
  |   c11 becomes part of c10; phone of ann: 030 1234
  | > merged c11 <annie@home.example> into ann@customer.example
admin asks: contact annie@home.example
  |   looked up ann
  | > c10  Ann Archer
  | >   addresses       ann@customer.example, annie@home.example
  | >   phone           030 1234
  | >   known since     2026-03-02T08:00:00Z
  | >   tickets opened  3
  | >   contains        c11 Annie A. <annie@home.example>
  | >    #4  new       normal  support      -            ann@customer.example         Re: [#1] Cannot log in
  | >    #2  new       normal  billing      carol        ann@customer.example         Invoice
  | >    #1  open      normal  support      bob          ann@customer.example         Cannot log in
admin asks: contact c11
  |   looked up annie
  | > c11  Annie A.
  | >   addresses       annie@home.example
  | >   phone           030 1234
  | >   known since     2026-03-02T08:00:00Z
  | >   tickets opened  2
  | >   merged into     c10
admin asks: explain #2
  | > 11 2026-03-02T08:00:00Z annie@home.example
  | >     annie@home.example became known
  | >     opened #2 for annie@home.example
  | >     message 1 by annie@home.example
  | >     rules that took it: invoices
  | >     team billing
  | >     category invoice
  | >     tags +money
  | >     it was the turn of carol in team billing
  | >     assigned to carol
  | >     an answer is awaited
  | >     human message from support, delivered 3: opened, found by none, thread proof E0
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     rule "urgent words" did not match: subject does not match /(?i)\b(urgent|outage)\b/
  | >     rule "lottery" did not match: subject does not contain "you have won"
  | >     rule "invoices" matched: subject contains "invoice"
  | >     rule "printers" did not match: not asked: rule "invoices" stops
  | >     rule "complaints" did not match: not asked: rule "invoices" stops
  | >     rule "machines" did not match: not asked: rule "invoices" stops
  | >     first-response promised until 2026-03-02T12:00:00Z
  | >     due 2026-03-02T12:00:00Z first-response.0
  | >     letter o6 assigned to carol
  | >     letter o7 received to annie@home.example
  | > 12 2026-03-02T08:00:00Z desk
  | >     2 letters are being sent
  | > 13 2026-03-02T08:00:00Z desk
  | >     letter o6 sent: 250 2.0.0 Ok
  | > 14 2026-03-02T08:00:00Z desk
  | >     letter o7 sent: 250 2.0.0 Ok
  | > 29 2026-03-02T08:00:00Z admin
  | >     annie@home.example (c11) is the same person as ann@customer.example (c10)
  | >     phone of ann@customer.example: 030 1234
  | > first-response (the usual promise): 4h promised, 0s used, 4h left, due 2026-03-02T12:00:00Z
  | >     2026-03-02T08:00:00Z to 2026-03-02T08:00:00Z new: 0s of working time
annie writes to support: "Re: [#1] Cannot log in"
    Version 99, that is.
  | appended to #1 by subject-tag
  |   answers go to annie@home.example
  |   to bob: customer-reply "[#1] Cannot log in"
# The answer goes to where she wrote from.
bob replies about #1:
    Then please update it.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning sat 7 mar 09:00; no next-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
annie reads about #1
  | Subject: Re: Cannot log in [#1]
  |
  | Then please update it.
  |
  | --
  | Bob Brook
  | Example support, request #1. Just reply to this mail.
annie replies about #1:
    #list
  | commands for #1 by token
  |   ann: #list
  |   to ann: own-tickets "Your requests"
annie reads
  | Subject: Your requests
  |
  | These are your requests at Example support:
  |
  | #4 Cannot log in
  |    open, opened Mon 2 Mar 2026, 09:00
  |
  | #2 Invoice
  |    open, opened Mon 2 Mar 2026, 09:00
  |
  | #1 Cannot log in
  |    waiting for your answer, opened Mon 2 Mar 2026, 09:00
  |
  | This list was asked for from your address. To write about one of them, reply to our last mail about it.
# From her first address again.
ann replies about #1:
    Firefox 99, by the way.
  | appended to #1 by token
  |   answers go to ann@customer.example; pending -> open; next-response mon 2 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"
bob replies about #1:
    Thank you, that will do.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning sat 7 mar 09:00; no next-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"

# A further address of nobody's, and away again.
admin asks: contact ann@customer.example add ann@holiday.example
  |   ann@holiday.example is ann too
  | > added ann@holiday.example to c10 <ann@customer.example>
admin asks: contact ann@customer.example remove ann@holiday.example
  |   ann@holiday.example is ann no more
  | > removed ann@holiday.example from c10 <ann@customer.example>

# Parted again: what came with the second address is its own again, and what was written down stays with both.
admin asks: contact c11 unmerge
  |   c11 is by itself again
  | > parted c11 <annie@home.example>
admin asks: contact c11 unmerge
  | > c11 was not merged into anybody
admin asks: contact ann@customer.example
  |   looked up ann
  | > c10  Ann Archer
  | >   addresses       ann@customer.example
  | >   phone           030 1234
  | >   known since     2026-03-02T08:00:00Z
  | >   tickets opened  1
  | >    #1  pending   normal  support      bob          ann@customer.example         Cannot log in
admin asks: contact annie@home.example
  |   looked up annie
  | > c11  Annie A.
  | >   addresses       annie@home.example
  | >   phone           030 1234
  | >   known since     2026-03-02T08:00:00Z
  | >   tickets opened  2
  | >    #4  new       normal  support      -            annie@home.example           Re: [#1] Cannot log in
  | >    #2  new       normal  billing      carol        annie@home.example           Invoice
annie replies about #1:
    And one more thing.
  | appended to #1 by token
  |   flag OtherSender; pending -> open; next-response mon 2 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"
ann writes to billing: "Re: [#2] Invoice"
    Is there a refund?
  | opened #5
  |   rule "invoices"; team billing; category invoice; tags +money; assigned to dieter; first-response mon 2 mar 13:00
  |   to dieter: assigned "[#5] Ihr Ticket: Invoice"
  |   to ann: received "[#5] We have received your message"
admin asks: records contacts
  | > 49 2026-03-02T08:00:00Z admin (maildesk contact unmerge c11)
  | >     annie@home.example (c11) is not the same person as ann@customer.example (c10)
  | > 29 2026-03-02T08:00:00Z admin (maildesk contact merge c11)
  | >     annie@home.example (c11) is the same person as ann@customer.example (c10)
  | >     phone of ann@customer.example: 030 1234

# By mail it is asked about, since each address is shown what was said to the other; and taken back.
bob replies about #1:
    #contact merge cora@elsewhere.example
  | held, about #1 by token: what it orders is always asked about
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
bob reads
  | Subject: [#1] Is this yours? Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | A mail in your name has arrived, and it is not certain that you wrote it. Nothing has been done yet.
  | What #contact shows or erases stays so, and it is always asked about.
  | To be carried out: #contact merge cora@elsewhere.example
  | A confirmation counts until Mon 2 Mar 2026, 09:15.
  |
  | If it is yours, reply with the word yes. If it is not, reply with no, or do nothing, and tell your administrator.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example> (030 1234), opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies to the confirm:
    yes
  | commands for #1 by token
  |   c12 becomes part of c10; bob: #contact merge cora@elsewhere.example
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Ann Archer <ann@customer.example> and cora@elsewhere.example are one customer from now on: each address may read and write what the other one may. Tickets that came along: 1. #undo makes two of them again.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example> (030 1234), opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Annie A. <annie@home.example>, Mon 2 Mar 2026, 09:00:
  | ! Somebody else wrote this, using a participant's reply address. Answers do not go there.
  | > And one more thing.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Thank you, that will do.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > Firefox 99, by the way.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Then please update it.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > Version 99, that is.
  |
  | Annie A. <annie@home.example>, Mon 2 Mar 2026, 09:00:
  | ! Somebody else wrote this, using a participant's reply address. Answers do not go there.
  | > It is Firefox, see [#1].
  |
  | (2 more)
cora writes to support: "Re: [#1] Cannot log in"
    I am Ann as well.
  | appended to #1 by subject-tag
  |   answers go to cora@elsewhere.example
  |   to bob: customer-reply "[#1] Cannot log in"
bob replies about #1:
    #contact merge cora@elsewhere.example
  | held, about #1 by token: a customer who is not known, or cannot be described so
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads the refused
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | cora@elsewhere.example is this customer's address already.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #contact merge cora@elsewhere.example
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example> (030 1234), opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
# A chain is undone from its end.
admin asks: contact ann@customer.example merge annie@home.example
  |   c10 becomes part of c11
  | > merged c10 <ann@customer.example> into annie@home.example
admin asks: contact c12 unmerge
  | > c10 was merged into c11; name c11, or `maildesk contact unmerge c10` first
bob replies about #1:
    #undo
  | held, about #1 by token: it cannot be taken back
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads the refused
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | It cannot be taken back: something has changed since (contact). Set it as you want it.
  |
  | To try again, reply to this mail.
  | Your reply goes to Annie A., and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #undo
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Annie A. <annie@home.example> (030 1234), opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
admin asks: contact c10 unmerge
  |   c10 is by itself again
  | > parted c10 <ann@customer.example>
bob replies about #1:
    #undo
  | commands for #1 by token
  |   c12 is by itself again; taken back; bob: #undo
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads the receipt
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Taken back: #contact merge cora@elsewhere.example. Mails that were sent meanwhile stay sent.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example> (030 1234), opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > I am Ann as well.
  |
  | Annie A. <annie@home.example>, Mon 2 Mar 2026, 09:00:
  | ! Somebody else wrote this, using a participant's reply address. Answers do not go there.
  | > And one more thing.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Thank you, that will do.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > Firefox 99, by the way.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Then please update it.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > Version 99, that is.
  |
  | (3 more)
admin asks: contact cora@elsewhere.example
  |   looked up cora
  | > c12  Cora
  | >   addresses       cora@elsewhere.example
  | >   known since     2026-03-02T08:00:00Z
  | >   tickets opened  1
  | >    #3  new       normal  support      -            cora@elsewhere.example       Hello
cora writes to support: "Re: [#1] Cannot log in"
    And now?
  | opened #6
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#6] New: Cannot log in"
  |   to bob: new-ticket "[#6] New: Cannot log in"
  |   to cora: received "[#6] We have received your message"
