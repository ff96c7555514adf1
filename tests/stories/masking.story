# Card numbers and account numbers: who may not see them reads a mask, wherever the ticket is shown; what is kept stays as it was.

ann is Ann Archer <ann@customer.example>
ben is Ben Bank <ben@bank.example>

admin changes desk.toml:
    + [[mask]]
    + name = "customer number"
    + regex = '\bKD-\d{6}\b'
    + keep_last = 2

monday 09:00
ann writes to support: "Card 4111 1111 1111 1111"
    My card is 4111-1111-1111-1111 and my account DE89 3704 0044 0532 0130 00. Customer number KD-123456.
    You can call me: +49 30 1234 5678 9012 345. The order is 1234567890123452.
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Card •••• •••• •••• 1111"
  |   to bob: new-ticket "[#1] New: Card •••• •••• •••• 1111"
  |   to ann: received "[#1] We have received your message"
# Alice and Bob are agents.
alice reads
  | Subject: [#1] New: Card •••• •••• •••• 1111
  |
  | === #1 === Write above this line ===
  |
  | New ticket from Ann Archer; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | My card is ••••-••••-••••-1111 and my account DE•• •••• •••• •••• ••30 00. Customer number ••-••••56.
  | You can call me: +49 30 1234 5678 9012 345. The order is 1234567890123452.
  |
  | ------------------------------------------------------------
  | Ticket #1: Card •••• •••• •••• 1111
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
# Her answer quotes the mask: the quotation is cut off, and no mask gets into the ticket.
alice replies:
    We take 4111 1111 1111 1111 from our list.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to alice; no first-response (a public answer)
  |   to ann: reply "Re: Card 4111 1111 1111 1111 [#1]"
# What an agent writes to a customer is never masked.
ann reads
  | Subject: Re: Card 4111 1111 1111 1111 [#1]
  |
  | We take 4111 1111 1111 1111 from our list.
  |
  | --
  | Alice Arden
  | Example support, request #1. Just reply to this mail.
show #1
  | #1 "Card 4111 1111 1111 1111": pending, normal; team support; alice has it; from ann; with ann
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 ann wrote: My card is 4111-1111-1111-1111 and my account DE89 3704 0044 0532 0130 00. Customer number KD-123456. / You can call me: +49 30 1234 5678 9012 345. The order is 1234567890123452.
  |   mon 2 mar 09:00 alice answered: We take 4111 1111 1111 1111 from our list.

# Lena is a senior agent: she may see it.
alice replies:
    #escalate Is this her card?
  | commands for #1 by token
  |   alice: #escalate Is this her card?
  |   to lena: escalation "[#1] Help wanted: Card 4111 1111 1111 1111"
  |   to alice: receipt "[#1] Done: Card •••• •••• •••• 1111"
lena reads
  | Subject: [#1] Help wanted: Card 4111 1111 1111 1111
  |
  | === #1 === Write above this line ===
  |
  | Alice Arden asks you for help: Is this her card?
  |
  | Your reply is an internal note for Alice Arden; Ann Archer does not see it. Orders go at the very top, one a line: #assign NAME, #take, #snooze monday 9:00, #priority high
  |
  | Alice Arden wrote, Mon 2 Mar 2026, 09:00:
  |
  | We take 4111 1111 1111 1111 from our list.
  |
  | ------------------------------------------------------------
  | Ticket #1: Card 4111 1111 1111 1111
  | Status: pending. Priority: normal. Team: support.
  | Assigned to Alice Arden.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > My card is 4111-1111-1111-1111 and my account DE89 3704 0044 0532 0130 00. Customer number KD-123456.
  | > You can call me: +49 30 1234 5678 9012 345. The order is 1234567890123452.

# Lists, searches, the ticket and the whole of it.
alice replies:
    #show
  | commands for #1 by token
  |   alice: #show
  |   to alice: ticket "[#1] Card •••• •••• •••• 1111"
alice reads
  | Subject: [#1] Card •••• •••• •••• 1111
  |
  | === #1 === Write above this line ===
  |
  | You asked for this ticket; it has not changed.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Card •••• •••• •••• 1111
  | Status: pending. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Alice Arden, Mon 2 Mar 2026, 09:00:
  | > We take •••• •••• •••• 1111 from our list.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > My card is ••••-••••-••••-1111 and my account DE•• •••• •••• •••• ••30 00. Customer number ••-••••56.
  | > You can call me: +49 30 1234 5678 9012 345. The order is 1234567890123452.
alice replies:
    #transcript
  | commands for #1 by token
  |   alice: #transcript
  |   to alice: transcript "[#1] Transcript: Card •••• •••• •••• 1111"
alice reads
  | Subject: [#1] Transcript: Card •••• •••• •••• 1111
  |
  | === #1 === Write above this line ===
  |
  | The whole ticket, as you asked, the oldest message first. It holds internal notes: think before you forward it.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Card •••• •••• •••• 1111
  | Status: pending. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00
  |
  | My card is ••••-••••-••••-1111 and my account DE•• •••• •••• •••• ••30 00. Customer number ••-••••56.
  | You can call me: +49 30 1234 5678 9012 345. The order is 1234567890123452.
  |
  | ------------------------------------------------------------
  | Alice Arden, Mon 2 Mar 2026, 09:00
  |
  | We take •••• •••• •••• 1111 from our list.
alice replies:
    #search card
  | commands for #1 by token
  |   alice: #search card
  |   to alice: tickets "Search: card (1)"
alice reads
  | Subject: Search: card (1)
  |
  | Found for “card”: 1.
  |
  | #1 Card •••• •••• •••• 1111
  |    pending, normal
  |    just opened, from Ann Archer, team support, yours
  |
  | ------------------------------------------------------------
  | More lists: #list mine, #list team, #list unassigned, #list unanswered, #list overdue, #list snoozed. Filters for #search: status:, team:, assignee:, from:, organisation:, subject:, tag:, priority:, category:, older:, newer:, has:, is:, number:.
  | Do not answer a customer by replying to this mail.
admin asks: search card
  | >    #1  pending   normal  support      alice        ann@customer.example         Card •••• •••• •••• 1111

# What somebody wrote himself he gets back as he wrote it.
alice replies about #1:
    #clsoe

    The card 5555 5555 5555 4444 is valid.
  | held, about #1 by token: unknown command
  |   to alice: refused "[#1] Not done: Card •••• •••• •••• 1111"
alice reads
  | Subject: [#1] Not done: Card •••• •••• •••• 1111
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | There is no command #clsoe. Did you mean #close?
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #clsoe
  | >
  | > The card 5555 5555 5555 4444 is valid.
  |
  | ------------------------------------------------------------
  | Ticket #1: Card •••• •••• •••• 1111
  | Status: pending. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# Who may forward, but not see, forwards the mask.
admin changes staff.toml:
    - name = "alice"
    + name = "alice"
    + profile = "courier"
    - [[team]]
    - name = "support"
    + [[profile]]
    + name = "courier"
    + from = "agent"
    + add = ["forward"]
    +
    + [[team]]
    + name = "support"
alice replies about #1:
    #forward ben@bank.example

    Is this number known to you?
  | held, about #1 by token: what it orders is always asked about
  |   to alice: confirm "[#1] Is this yours? Card •••• •••• •••• 1111"
alice replies to the confirm:
    yes
  | commands for #1 by token
  |   note; message 1 forwarded to ben; alice: #forward ben@bank.example
  |   to ben: forward "Fwd: Card •••• •••• •••• 1111"
  |   to alice: receipt "[#1] Done: Card •••• •••• •••• 1111"
ben reads
  | Subject: Fwd: Card •••• •••• •••• 1111
  |
  | Is this number known to you?
  |
  | --
  | Alice Arden
  | Example support, request #1. Reply to this mail: your answer comes to us, and to nobody else.
  |
  | ------------------------------------------------------------
  | Ann Archer, Mon 2 Mar 2026, 09:00
  |
  | My card is ••••-••••-••••-1111 and my account DE•• •••• •••• •••• ••30 00. Customer number ••-••••56.
  | You can call me: +49 30 1234 5678 9012 345. The order is 1234567890123452.
# A name that somebody has given is hidden in reports, too.
admin asks: contact ann@customer.example set organisation=KD-123456
  |   organisation of ann: KD-123456
  | > changed c10 <ann@customer.example>
monday 09:10
admin asks: report organisation
  | > Report organisation, from 2026-02-02 09:10 until 2026-03-02 09:10 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | > organisation  opened  resolved  replies  time spent  backlog
  | > ••-••••56          1         0        1          0m        1
  | > all                1         0        1          0m        1
  | >
  | > opened: Tickets that were opened, those that later turned out to be spam among them.
  | > resolved: Times that an unfinished ticket became resolved or closed; one that was reopened counts each time.
  | > replies: Answers of persons to customers.
  | > time spent: Work that was put down with #time, in whole minutes.
  | > backlog: Tickets that were new, open, pending or on hold at the end of the time.
