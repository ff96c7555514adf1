# Lists, searches and tickets by mail: orders that only ask. Everybody gets what he may see, and nothing more.

ann is Ann Archer <ann@customer.example>
eve is Eve Else <eve@elsewhere.example>

admin changes service.toml:
    + 
    + [[view]]
    + name = "money"
    + query = "tag:money unanswered"

monday 09:00
ann writes to support: "Cannot log in" [attach "screen.png"]
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in" with screen.png
  |   to bob: new-ticket "[#1] New: Cannot log in" with screen.png
  |   to ann: received "[#1] We have received your message"
ann writes to billing: "Invoice 4711"
    The invoice is wrong, and I cannot log in either.
  | opened #2
  |   rule "invoices"; team billing; category invoice; tags +money; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#2] Yours: Invoice 4711"
  |   to ann: received "[#2] We have received your message"
eve writes to support: "Log in"
    The page stays white.
  | opened #3
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: Log in"
  |   to bob: new-ticket "[#3] New: Log in"
  |   to eve: received "[#3] We have received your message"

tuesday 10:00
  | mon 2 mar 13:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  | first-response of #3 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to alice: due-list "2 tickets are due"
  |   to bob: due-list "2 tickets are due"
  |   to carol: reminder "[#2] Waiting for 4 hours: Invoice 4711"
  | mon 2 mar 15:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 11:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 11:00
  | first-response step 2 of #3 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to lena: due-list "3 tickets are due"
bob replies about #1:
    #list team
  | commands for #1 by token
  |   bob: #list team
  |   to bob: tickets "List team (2)"
bob reads
  | Subject: List team (2)
  |
  | Your list “team”: 2.
  |
  | #3 Log in
  |    new, normal, ANSWER OVERDUE
  |    1 day old, from Eve Else, team support, nobody has it
  |
  | #1 Cannot log in
  |    new, normal, ANSWER OVERDUE
  |    1 day old, from Ann Archer, team support, nobody has it
  |
  | ------------------------------------------------------------
  | More lists: #list mine, #list unassigned, #list unanswered, #list overdue, #list snoozed, #list money. Filters for #search: status:, team:, assignee:, from:, organisation:, subject:, tag:, priority:, category:, older:, newer:, has:, is:, number:.
  | Do not answer a customer by replying to this mail.
bob replies about #1:
    #search "log in"
  | commands for #1 by token
  |   bob: #search "log in"
  |   to bob: tickets "Search: "log in" (2)"
bob reads
  | Subject: Search: "log in" (2)
  |
  | Found for “"log in"”: 2.
  |
  | #3 Log in
  |    new, normal, ANSWER OVERDUE
  |    1 day old, from Eve Else, team support, nobody has it
  |
  | #1 Cannot log in
  |    new, normal, ANSWER OVERDUE
  |    1 day old, from Ann Archer, team support, nobody has it
  |
  | ------------------------------------------------------------
  | More lists: #list mine, #list team, #list unassigned, #list unanswered, #list overdue, #list snoozed, #list money. Filters for #search: status:, team:, assignee:, from:, organisation:, subject:, tag:, priority:, category:, older:, newer:, has:, is:, number:.
  | Do not answer a customer by replying to this mail.
bob replies about #1:
    #show
  | commands for #1 by token
  |   bob: #show
  |   to bob: ticket "[#1] Cannot log in"
bob reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | You asked for this ticket; it has not changed.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
  | Files: screen.png
bob replies about #1:
    #transcript
  | commands for #1 by token
  |   bob: #transcript
  |   to bob: transcript "[#1] Transcript: Cannot log in" with screen.png
bob reads
  | Subject: [#1] Transcript: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | The whole ticket, as you asked, the oldest message first. It holds internal notes: think before you forward it.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00
  | Files: screen.png
  |
  | It says "wrong password".

# Of a ticket that is not his he hears what he would hear of one that does not exist.
bob replies about #1:
    #show 2
  | held, about #1 by token: no such ticket
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | There is no ticket #2 that is open to you.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #show 2
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies about #1:
    #show 99
  | held, about #1 by token: no such ticket
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | There is no ticket #99 that is open to you.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #show 99
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# Mistakes are answered with what was meant.
bob replies about #1:
    #search stauts:open
  | held, about #1 by token: a question that cannot be read
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | There is no filter “stauts:open”. Did you mean status:? To look for the words themselves, put them in quotation marks.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #search stauts:open
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies about #1:
    #list vip
  | held, about #1 by token: a question that cannot be read
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | There is no list “vip”. There is: mine, team, unassigned, unanswered, overdue, snoozed, money.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #list vip
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# A list with a name of its own.
carol replies about #2:
    #list money
  | commands for #2 by token
  |   carol: #list money
  |   to carol: tickets "List money (1)"
carol reads
  | Subject: List money (1)
  |
  | Your list “money”: 1.
  |
  | #2 Invoice 4711
  |    new, normal, ANSWER OVERDUE
  |    1 day old, from Ann Archer, team billing, yours
  |
  | ------------------------------------------------------------
  | More lists: #list mine, #list team, #list unassigned, #list unanswered, #list overdue, #list snoozed. Filters for #search: status:, team:, assignee:, from:, organisation:, subject:, tag:, priority:, category:, older:, newer:, has:, is:, number:.
  | Do not answer a customer by replying to this mail.

# A customer asks for her own tickets; nobody else does with her words.
ann replies about #1:
    #list
  | commands for #1 by token
  |   ann: #list
  |   to ann: own-tickets "Your requests"
ann reads
  | Subject: Your requests
  |
  | These are your requests at Example support:
  |
  | #1 Cannot log in
  |    open, opened Mon 2 Mar 2026, 09:00
  |
  | #2 Invoice 4711
  |    open, opened Mon 2 Mar 2026, 09:00
  |
  | This list was asked for from your address. To write about one of them, reply to our last mail about it.
ann replies about #1:
    #show
  | commands for #1 by token
  |   ann: #show
  |   to ann: own-ticket "Re: Cannot log in [#1]"
ann reads
  | Subject: Re: Cannot log in [#1]
  |
  | === #1 === Write above this line ===
  |
  | Your request #1, as you asked. It is open. Reply to this mail to write to us about it.
  |
  | ------------------------------------------------------------
  | Ann Archer, Mon 2 Mar 2026, 09:00
  | Files: screen.png
  |
  | It says "wrong password".
eve replies to ann's last mail:
    #show
  | appended to #1 by token
  |   flag OtherSender
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
