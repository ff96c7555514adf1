# What can be ordered, in the reader's language and as far as the profile allows.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to billing: "Invoice 17"
    The sum is wrong.
  | opened #1
  |   rule "invoices"; team billing; category invoice; tags +money; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#1] Yours: Invoice 17"
  |   to ann: received "[#1] We have received your message"
carol replies:
    #help
  | commands for #1 by token
  |   carol: #help
  |   to carol: receipt "[#1] Done: Invoice 17"
carol reads
  | Subject: [#1] Done: Invoice 17
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * #note [text] – keeps the text inside: the customer does not see it. Example: #note He called; the parcel has arrived.
  | * #macro [name] – puts a canned response above your text; alone it lists them. Example: #macro hello
  | * #close – closes the ticket.
  | * #resolve – marks the ticket as resolved; a reply of the customer opens it again.
  | * #open – opens the ticket again: it is the desk's turn.
  | * #pending – waits for the customer.
  | * #hold – waits for somebody else.
  | * #spam – marks the ticket as spam: nobody hears of it any more.
  | * #snooze until – puts the ticket away until then; it comes back earlier when the customer writes. Example: #snooze monday 9:00
  | * #assign who|me|none – gives the ticket to a colleague, to yourself, or to nobody. Example: #assign me
  | * #take – gives the ticket to you.
  | * #team name – gives the ticket to a team. Example: #team billing
  | * #contributor add|remove who – lets a colleague work on the ticket too, or no more. Example: #contributor add bob
  | * #escalate [reason] – asks the team's lead for help, or his manager. Example: #escalate The customer threatens to leave.
  | * #cc add|remove address – lets somebody on the customer's side read along from now on, or no more. Example: #cc add ben@customer.example
  | * #requester address – says who asks; at the top of a new mail to the desk it opens a ticket for that customer. Example: #requester ann@customer.example
  | * #revoke – voids every reply address of the ticket that was written until now.
  | * #priority low|normal|high|urgent – says how pressing the ticket is. Example: #priority high
  | * #tag +one -other – adds tags (+) and removes tags (-). Example: #tag +billing -new
  | * #category name|none – says what the ticket is about. Example: #category invoice
  | * #field name=value – writes a value down; without a value it is removed. Example: #field order=4711
  | * #time spent – puts down time that you worked on the ticket. Example: #time 1h 20m
  | * #contact [address] [name=value …] | merge address – sends you what is known of the customer, or writes down name, phone, organisation, language, note and your desk's fields; merge: the address is the same customer's. Example: #contact phone=+49 30 901820 organisation="Acme Ltd"
  | * #link number – links the ticket with another. Example: #link 42
  | * #merge number – lets the conversation go on in another ticket. Example: #merge 42
  | * #split – makes the message that you answer and everything after it a ticket of its own.
  | * #move number – moves the message that you answer to another ticket. Example: #move 42
  | * #forward address [all|text] – shows the customer's last message to somebody outside, or the whole conversation, with your text; answers come to you. Example: #forward help@partner.example Can you say when it ships?
  | * #remind when [text] – reminds you of the ticket. Example: #remind friday 14:00 call back
  | * #approve – sends the answer of a supervised colleague; text below it takes the place of the colleague's.
  | * #reject reason – gives a supervised colleague's answer back, with your reason. Example: #reject the refund takes ten days, not five
  | * #watch [off] – tells you of everything in the ticket, though it is not yours. Example: #watch
  | * #mute [off] – tells you of the ticket only what is meant for you by name. Example: #mute
  | * #send – sends your held answer anyway.
  | * #undo – takes back what your last commands in the ticket have changed, for 7 days; in a new mail your last orders without a ticket.
  | * #list [mine|team|unassigned|unanswered|overdue|snoozed|VIEW] – sends you a list of tickets. Example: #list unanswered
  | * #search words and filters – sends you the tickets that a question finds. Example: #search invoice status:open older:3d
  | * #show [number] – sends you a ticket as it is now. Example: #show 42
  | * #transcript [number] – sends you the whole ticket with its files. Example: #transcript 42
  | * #report [KIND] [of who] [by what] [since 4w|2026-11-01] [until 2026-12-01] – sends you figures: personal, agents, team, category, department, trend, sla, routing, automation, satisfaction, workload, training or organisation. Example: #report personal since 4w
  | * #away [from when] [until when] [substitute who] [note] – says that you are away, who stands in, and what they should know. Example: #away until friday 9:00
  | * #back – says that you are here again.
  | * #notify [assigned|reply|follow-up|overdue|team|digest on|off] – chooses what you are told by mail; alone it shows what you have chosen. Example: #notify team off
  | * #digest on|off – switches your mail of the morning on or off. Example: #digest off
  | * #train [who [done MODULE|step STEP|assess SKILL LEVEL|certify NAME until DATE|note TEXT|practice MODULE]] – writes down what somebody whom you train has learnt; alone it shows how far you are. Example: #train bob done refunds
  | * #help – tells what you can order by mail.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Invoice 17
  | Status: new. Priority: normal. Team: billing. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Tags: money
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > The sum is wrong.
carol replies about #1:
    #contributor add leo
  | commands for #1 by token
  |   leo contributes; carol: #contributor add leo
  |   to leo: staff-activity "[#1] Invoice 17"
  |   to carol: receipt "[#1] Done: Invoice 17"
leo replies about #1:
    #help
  | commands for #1 by token
  |   leo: #help
  |   to leo: receipt "[#1] Done: Invoice 17"
leo reads
  | Subject: [#1] Done: Invoice 17
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * #note [text] – keeps the text inside: the customer does not see it. Example: #note He called; the parcel has arrived.
  | * #snooze until – puts the ticket away until then; it comes back earlier when the customer writes. Example: #snooze monday 9:00
  | * #escalate [reason] – asks the team's lead for help, or his manager. Example: #escalate The customer threatens to leave.
  | * #time spent – puts down time that you worked on the ticket. Example: #time 1h 20m
  | * #remind when [text] – reminds you of the ticket. Example: #remind friday 14:00 call back
  | * #approve – sends the answer of a supervised colleague; text below it takes the place of the colleague's.
  | * #reject reason – gives a supervised colleague's answer back, with your reason. Example: #reject the refund takes ten days, not five
  | * #watch [off] – tells you of everything in the ticket, though it is not yours. Example: #watch
  | * #mute [off] – tells you of the ticket only what is meant for you by name. Example: #mute
  | * #undo – takes back what your last commands in the ticket have changed, for 7 days; in a new mail your last orders without a ticket.
  | * #list [mine|team|unassigned|unanswered|overdue|snoozed|VIEW] – sends you a list of tickets. Example: #list unanswered
  | * #search words and filters – sends you the tickets that a question finds. Example: #search invoice status:open older:3d
  | * #show [number] – sends you a ticket as it is now. Example: #show 42
  | * #report [KIND] [of who] [by what] [since 4w|2026-11-01] [until 2026-12-01] – sends you figures: personal, agents, team, category, department, trend, sla, routing, automation, satisfaction, workload, training or organisation. Example: #report personal since 4w
  | * #away [from when] [until when] [substitute who] [note] – says that you are away, who stands in, and what they should know. Example: #away until friday 9:00
  | * #back – says that you are here again.
  | * #notify [assigned|reply|follow-up|overdue|team|digest on|off] – chooses what you are told by mail; alone it shows what you have chosen. Example: #notify team off
  | * #digest on|off – switches your mail of the morning on or off. Example: #digest off
  | * #help – tells what you can order by mail.
  |
  | Your reply becomes an internal note. Ann Archer does not see it.
  |
  | ------------------------------------------------------------
  | Ticket #1: Invoice 17
  | Status: new. Priority: normal. Team: billing. Category: invoice.
  | Assigned to Carol Cole.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Tags: money
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > The sum is wrong.
carol replies about #1:
    #hlep
  | held, about #1 by token: unknown command
  |   to carol: refused "[#1] Not done: Invoice 17"
carol reads
  | Subject: [#1] Not done: Invoice 17
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | There is no command #hlep. Did you mean #help?
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #hlep
  |
  | ------------------------------------------------------------
  | Ticket #1: Invoice 17
  | Status: new. Priority: normal. Team: billing. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Tags: money
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
