# Practice: tickets that are answered like real ones, whose answers go to the mentor, and of which nothing leaves the desk.

ann is Ann Archer <ann@customer.example>

admin changes staff.toml:
    - name = "bob"
    + name = "bob"
    + mentor = "carol"
    + step = "modules"
    - [[team]]
    - name = "support"
    + [[module]]
    + name = "refunds"
    +
    + [[practice]]
    + module = "refunds"
    + from = "Petra Practice"
    + subject = "Where is my money?"
    + text = "I sent the parcel back two weeks ago. When do I get my money?"
    +
    + [[team]]
    + name = "support"

monday 09:00
  | mon 2 mar 09:00
  |   bob is reminded of what to learn
  |   to bob: training "Training: Bob Brook"
  |   to carol: training "Training: Bob Brook"
admin asks: practice bob refunds
  |   practice of bob, module refunds; assigned to bob; carol contributes
  |   to bob: assigned "[#1] Yours: Practice: Where is my money?"
  | > bob practises on #1
bob reads
  | Subject: [#1] Yours: Practice: Where is my money?
  |
  | === #1 === Write above this line ===
  |
  | This ticket is yours now.
  | Practice for the module “refunds”. Answer it as you would answer a customer.
  |
  | This is practice: your reply goes to Carol Cole alone. There is no customer, and nothing leaves the desk.
  |
  | Petra Practice wrote, Mon 2 Mar 2026, 09:00:
  |
  | I sent the parcel back two weeks ago. When do I get my money?
  |
  | ------------------------------------------------------------
  | Ticket #1: Practice: Where is my money?
  | Status: new. Priority: normal.
  | Assigned to you.
  | From Petra Practice, opened Mon 2 Mar 2026, 09:00.
  | Practice: no customer is behind it, and nothing of it leaves the desk.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies:
    Dear Petra, tomorrow.
  | appended to #1 by token
  |   draft; bob's answer waits; approval mon 2 mar 13:00
  |   to carol: draft "[#1] Please approve: Practice: Where is my money?"
  |   to bob: receipt "[#1] Done: Practice: Where is my money?"
bob reads
  | Subject: [#1] Done: Practice: Where is my money?
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Your practice answer went to Carol Cole. No customer gets it.
  |
  | This is practice: your reply goes to Carol Cole alone. There is no customer, and nothing leaves the desk.
  |
  | ------------------------------------------------------------
  | Ticket #1: Practice: Where is my money?
  | Status: new. Priority: normal.
  | Assigned to you.
  | From Petra Practice, opened Mon 2 Mar 2026, 09:00.
  | Practice: no customer is behind it, and nothing of it leaves the desk.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Petra Practice, Mon 2 Mar 2026, 09:00:
  | > I sent the parcel back two weeks ago. When do I get my money?
carol reads
  | Subject: [#1] Please approve: Practice: Where is my money?
  |
  | === #1 === Write above this line ===
  |
  | Bob Brook has written this answer and waits for your word, Mon 2 Mar 2026, 09:00.
  | Bob Brook practises for the module “refunds”. There is no customer, and nothing is sent outside.
  |
  | * To say that it is good, reply with #approve on the first line; the practice is then done.
  | * To show how it could read, write #approve and, below it, your own version.
  | * To give it back, write #reject and why on the first line.
  | * A reply without these is a note for Bob Brook, and the answer keeps waiting.
  |
  | Dear Petra, tomorrow.
  |
  | ------------------------------------------------------------
  | Ticket #1: Practice: Where is my money?
  | Status: new. Priority: normal.
  | Assigned to Bob Brook.
  | From Petra Practice, opened Mon 2 Mar 2026, 09:00.
  | Practice: no customer is behind it, and nothing of it leaves the desk.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Petra Practice, Mon 2 Mar 2026, 09:00:
  | > I sent the parcel back two weeks ago. When do I get my money?
carol replies to the draft:
    #reject Say which day, and by which way.
  | commands for #1 by token
  |   rejected; carol: #reject Say which day, and by which way.
  |   to bob: refused "[#1] Not done: Practice: Where is my money?"
  |   to carol: receipt "[#1] Done: Practice: Where is my money?"
bob reads
  | Subject: [#1] Not done: Practice: Where is my money?
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | Carol Cole gives your practice answer back: “Say which day, and by which way.” Reply to this mail to try again.
  |
  | To try again, reply to this mail.
  | This is practice: your reply goes to Carol Cole alone. There is no customer, and nothing leaves the desk.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > Dear Petra, tomorrow.
  |
  | ------------------------------------------------------------
  | Ticket #1: Practice: Where is my money?
  | Status: new. Priority: normal.
  | Assigned to you.
  | From Petra Practice, opened Mon 2 Mar 2026, 09:00.
  | Practice: no customer is behind it, and nothing of it leaves the desk.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies:
    Dear Petra, you have it on Friday, on your card.
  | appended to #1 by token
  |   draft; bob's answer waits; approval mon 2 mar 13:00
  |   to carol: draft "[#1] Please approve: Practice: Where is my money?"
  |   to bob: receipt "[#1] Done: Practice: Where is my money?"
carol replies to the draft:
    #note Was that hard?
  | appended to #1 by token
  |   note; carol: #note Was that hard?
  |   to bob: staff-activity "[#1] Practice: Where is my money?"
  |   to carol: receipt "[#1] Done: Practice: Where is my money?"
bob replies to the staff-activity:
    #note Not at all.
  | appended to #1 by token
  |   note; bob: #note Not at all.
  |   to carol: staff-activity "[#1] Practice: Where is my money?"
  |   to bob: receipt "[#1] Done: Practice: Where is my money?"

# Whatever is ordered in it: nobody outside is written to, and practice is not mixed with what is real.
carol replies about #1:
    #cc add ann@customer.example
  | held, about #1 by token: it cannot be done so
  |   to carol: refused "[#1] Not done: Practice: Where is my money?"
carol reads
  | Subject: [#1] Not done: Practice: Where is my money?
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #cc would lead out of practice, or into it: what is practised stays inside.
  |
  | To try again, reply to this mail.
  | This is practice: your reply becomes a note for Bob Brook. There is no customer, and nothing leaves the desk.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #cc add ann@customer.example
  |
  | ------------------------------------------------------------
  | Ticket #1: Practice: Where is my money?
  | Status: new. Priority: normal.
  | Assigned to Bob Brook.
  | From Petra Practice, opened Mon 2 Mar 2026, 09:00.
  | Practice: no customer is behind it, and nothing of it leaves the desk.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies about #1:
    #requester ann@customer.example
  | held, about #1 by token: it cannot be done so
  |   to bob: refused "[#1] Not done: Practice: Where is my money?"
bob replies about #1:
    #assign alice
  | held, about #1 by token: it cannot be done so
  |   to bob: refused "[#1] Not done: Practice: Where is my money?"
carol replies to the draft:
    #approve
    Dear Petra, the money is on your card by Friday.
  | commands for #1 by token
  |   edited; answer; new -> closed; carol: #approve
  |   to bob: receipt "[#1] Done: Practice: Where is my money?"
  |   to carol: receipt "[#1] Done: Practice: Where is my money?"
bob reads
  | Subject: [#1] Done: Practice: Where is my money?
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Carol Cole has changed your practice answer; below is how it could read. The practice is closed.
  |
  | This is practice: your reply goes to Carol Cole alone. There is no customer, and nothing leaves the desk.
  |
  | ------------------------------------------------------------
  | Ticket #1: Practice: Where is my money?
  | Status: closed. Priority: normal.
  | Assigned to you.
  | From Petra Practice, opened Mon 2 Mar 2026, 09:00.
  | Practice: no customer is behind it, and nothing of it leaves the desk.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Dear Petra, the money is on your card by Friday.
  |
  | Bob Brook (internal note), Mon 2 Mar 2026, 09:00:
  | > Not at all.
  |
  | Carol Cole (internal note), Mon 2 Mar 2026, 09:00:
  | > Was that hard?
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Dear Petra, you have it on Friday, on your card.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Dear Petra, tomorrow.
  |
  | Petra Practice, Mon 2 Mar 2026, 09:00:
  | > I sent the parcel back two weeks ago. When do I get my money?
carol reads
  | Subject: [#1] Done: Practice: Where is my money?
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Bob Brook gets your version of the practice answer, and the practice is closed.
  |
  | This is practice: your reply becomes a note for Bob Brook. There is no customer, and nothing leaves the desk.
  |
  | ------------------------------------------------------------
  | Ticket #1: Practice: Where is my money?
  | Status: closed. Priority: normal.
  | Assigned to Bob Brook.
  | From Petra Practice, opened Mon 2 Mar 2026, 09:00.
  | Practice: no customer is behind it, and nothing of it leaves the desk.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook (internal note), Mon 2 Mar 2026, 09:00:
  | > Not at all.
  |
  | Carol Cole (internal note), Mon 2 Mar 2026, 09:00:
  | > Was that hard?
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Dear Petra, you have it on Friday, on your card.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Dear Petra, tomorrow.
  |
  | Petra Practice, Mon 2 Mar 2026, 09:00:
  | > I sent the parcel back two weeks ago. When do I get my money?
show #1
  | #1 "Practice: Where is my money?": closed, normal; bob has it; from somebody; with somebody; helped by carol
  |   mon 2 mar 09:00 somebody wrote: I sent the parcel back two weeks ago. When do I get my money?
  |   mon 2 mar 09:00 bob drafted: Dear Petra, tomorrow.
  |   mon 2 mar 09:00 bob drafted: Dear Petra, you have it on Friday, on your card.
  |   mon 2 mar 09:00 carol noted: Was that hard?
  |   mon 2 mar 09:00 bob noted: Not at all.
  |   mon 2 mar 09:00 bob answered: Dear Petra, the money is on your card by Friday.

# By mail, by who may train; and taken back before it is answered.
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #2
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#2] New: Cannot log in"
  |   to bob: new-ticket "[#2] New: Cannot log in"
  |   to ann: received "[#2] We have received your message"
bob replies about #2:
    #escalate Please help.
  | commands for #2 by token
  |   bob: #escalate Please help.
  |   to lena: escalation "[#2] Help wanted: Cannot log in"
  |   to bob: receipt "[#2] Done: Cannot log in"
lena replies:
    #train bob practice refunds
  | commands for #2 by token
  |   practice of bob, module refunds; assigned to bob; carol contributes
  |   to bob: assigned "[#3] Yours: Practice: Where is my money?"
  |   to lena: receipt "[#2] Done: Cannot log in"
lena reads
  | Subject: [#2] Done: Cannot log in
  |
  | === #2 === Write above this line ===
  |
  | Done:
  | * Bob Brook has these tickets to practise on: #3.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #2: Cannot log in
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
bob replies about #3:
    #list mine
  | commands for #3 by token
  |   bob: #list mine
  |   to bob: tickets "List mine (1)"
bob reads
  | Subject: List mine (1)
  |
  | Your list “mine”: 1.
  |
  | #3 Practice: Where is my money?
  |    new, normal
  |    just opened, from Petra Practice, yours
  |
  | ------------------------------------------------------------
  | More lists: #list team, #list unassigned, #list unanswered, #list overdue, #list snoozed. Filters for #search: status:, team:, assignee:, from:, organisation:, subject:, tag:, priority:, category:, older:, newer:, has:, is:, number:.
  | Do not answer a customer by replying to this mail.
lena replies about #2:
    #merge 3
  | held, about #2 by token: it cannot be done so
  |   to lena: refused "[#2] Not done: Cannot log in"
lena reads
  | Subject: [#2] Not done: Cannot log in
  |
  | === #2 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #merge would lead out of practice, or into it: what is practised stays inside.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #merge 3
  |
  | ------------------------------------------------------------
  | Ticket #2: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
lena replies to the receipt:
    #undo
  | commands for #2 by token
  |   new -> closed; taken back; lena: #undo
  |   to lena: receipt "[#2] Done: Cannot log in"
lena reads
  | Subject: [#2] Done: Cannot log in
  |
  | === #2 === Write above this line ===
  |
  | Done:
  | * Taken back: #train bob practice refunds. Mails that were sent meanwhile stay sent.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #2: Cannot log in
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
show #3
  | #3 "Practice: Where is my money?": closed, normal; bob has it; from somebody; with somebody; helped by carol
  |   mon 2 mar 09:00 somebody wrote: I sent the parcel back two weeks ago. When do I get my money?
lena replies about #2:
    #train bob practice cooking
  | held, about #2 by token: it cannot be done so
  |   to lena: refused "[#2] Not done: Cannot log in"
lena reads
  | Subject: [#2] Not done: Cannot log in
  |
  | === #2 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | There is no module “cooking”. There is: refunds.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #train bob practice cooking
  |
  | ------------------------------------------------------------
  | Ticket #2: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies about #2:
    #train bob practice refunds
  | held, about #2 by token: the profile lacks a permission
  |   to bob: refused "[#2] Not done: Cannot log in"
admin asks: practice leo refunds
  | > leo may not write to customers, by profile, and need not practise it

# Who is taken out of the staff while an answer of his waits gets nothing of it any more, whatever is decided.
admin asks: practice bob refunds
  |   practice of bob, module refunds; assigned to bob; carol contributes
  |   to bob: assigned "[#4] Yours: Practice: Where is my money?"
  | > bob practises on #4
bob replies:
    Dear Petra, at once.
  | appended to #4 by token
  |   draft; bob's answer waits; approval mon 2 mar 13:00
  |   to carol: draft "[#4] Please approve: Practice: Where is my money?"
  |   to bob: receipt "[#4] Done: Practice: Where is my money?"
admin changes staff.toml:
    - [[staff]]
    - name = "bob"
    - mentor = "carol"
    - step = "modules"
    - display = "Bob Brook"
    - address = "bob@example.org"
    - role = "agents"

    - members = ["alice", "bob"]
    + members = ["alice"]

    - members = ["alice", "bob"]
    + members = ["alice"]
  |   new -> closed
  |   bob has left the staff
  |   to lena: departure "Example support: Bob Brook has left the staff"
carol replies to the draft:
    #approve
  | commands for #4 by token
  |   approved; answer; carol: #approve
  |   no receipt to bob: practice goes to nobody outside
  |   to carol: receipt "[#4] Done: Practice: Where is my money?"
show #4
  | #4 "Practice: Where is my money?": closed, normal; bob has it; from somebody; with somebody; helped by carol
  |   mon 2 mar 09:00 somebody wrote: I sent the parcel back two weeks ago. When do I get my money?
  |   mon 2 mar 09:00 bob drafted: Dear Petra, at once.
  |   mon 2 mar 09:00 bob answered: Dear Petra, at once.
