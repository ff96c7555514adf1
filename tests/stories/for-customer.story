# A colleague opens a ticket for a customer: a new mail to the desk that begins with #requester.

admin changes desk.toml:
    - team = "support"
    - kind = "maildir"
    - path = "mail/support"
    - auth = { mode = "none" }
    - agents = "token"
    + team = "support"
    + kind = "maildir"
    + path = "mail/support"
    + auth = { mode = "trusted-ar", authserv_id = ["mx.example.org"], trusted_hops = 0 }

ann is Ann Archer <ann@customer.example>

monday 09:00
bob writes to support: "Your call this morning"
    #requester ann@customer.example
    #tag +phone

    Hello Ann,

    as promised: the new password is on its way by post.
  | held: it lacks proof
  |   to bob: confirm "Is this yours? Your call this morning"
# It carries no reply address of ours, so he is asked before anything goes out in his name.
bob replies to the confirm:
    yes
  | opened #1
  |   team support; assigned to bob; answer; new -> pending; closing-warning sat 7 mar 09:00;
  |   bob: #requester ann@customer.example; tags +phone; bob: #tag +phone
  |   to ann: reply "Re: Your call this morning [#1]"
  |   to bob: receipt "[#1] Done: Your call this morning"
bob reads
  | Subject: [#1] Done: Your call this morning
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Opened #1 for ann@customer.example.
  | * Your answer is on its way to the customer.
  | * Tags added: phone.
  |
  | Your reply goes to ann@customer.example, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Your call this morning
  | Status: pending. Priority: normal. Team: support.
  | Assigned to you.
  | From ann@customer.example, opened Mon 2 Mar 2026, 09:00.
  | Tags: phone
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
ann reads
  | Subject: Re: Your call this morning [#1]
  |
  | Hello Ann,
  |
  | as promised: the new password is on its way by post.
  |
  | --
  | Bob Brook
  | Example support, request #1. Just reply to this mail.
show #1
  | #1 "Your call this morning": pending, normal; team support; bob has it; from ann; with ann; tags phone
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 bob answered: Hello Ann, /  / as promised: the new password is on its way by post.
ann replies:
    Thank you, it has come.
  | appended to #1 by token
  |   pending -> open; next-response mon 2 mar 17:00
  |   to bob: customer-reply "[#1] Your call this morning"
bob replies:
    #close
  | commands for #1 by token
  |   open -> closed; bob: #close; no next-response (the ticket is closed)
  |   to bob: receipt "[#1] Done: Your call this morning"

# Nobody vouches for this one: it is a message like any other, and sends nothing.
bob writes to support: "Your call" [unsigned]
    #requester ann@customer.example

    Hello Ann, send me your password.
  | opened #2
  |   flag Unverified; team support; first-response mon 2 mar 13:00

# A light agent may not.
leo writes to support: "Your call"
    #requester ann@customer.example

    Hello Ann.
  | held: the profile lacks a permission
  |   to leo: refused "Not done: Your call"
leo reads
  | Subject: Not done: Your call
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #requester needs the permission “participants”, which your profile does not have. Ask a supervisor to do it.
  |
  | Correct it and send it again. An order about a ticket goes into a reply to a notification about that ticket.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #requester ann@customer.example
  | >
  | > Hello Ann.

# A command about a ticket needs one.
bob writes to support: "Close it"
    #close 1
  | held: a command without a ticket
  |   to bob: refused "Not done: Close it"
bob reads
  | Subject: Not done: Close it
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | It has a command about a ticket and belongs to none. Reply to a mail about that ticket.
  |
  | Correct it and send it again. An order about a ticket goes into a reply to a notification about that ticket.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #close 1

# What can be ordered, without a ticket.
bob writes to support: "What can I order?"
    #help
  | commands
  |   to bob: receipt "Done: What can I order?"
bob reads
  | Subject: Done: What can I order?
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
  | * #help – tells what you can order by mail.
