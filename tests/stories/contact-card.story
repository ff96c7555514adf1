# What is known of customers, by mail: the card, what is written down, taking it back, and what a profile may not see.

ann is Ann Archer <ann@customer.example>

admin changes service.toml:
    + 
    + [[contact_field]]
    + name = "contract"
    + kind = "choice"
    + choices = ["gold", "silver"]
    + 
    + [[sla]]
    + name = "acme"
    + when = { organisation = ["Acme Ltd"] }
    + first = "1h"
    + next = "1h"
admin changes staff.toml:
    + [[profile]]
    + name = "discreet"
    + from = "agent"
    + remove = ["view-contacts", "edit-contacts"]

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
ann writes to support: "The printer"
    It is on fire.
  | opened #2
  |   rule "printers"; team hardware; assigned to alice; first-response mon 2 mar 13:00
  |   to alice: assigned "[#2] Yours: The printer"
  |   to ann: received "[#2] We have received your message"
bob replies about #1:
    #contact
  | commands for #1 by token
  |   looked up ann; bob: #contact
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * The customer is Ann Archer <ann@customer.example>.
  | * Known since Mon 2 Mar 2026, 09:00; tickets opened: 2.
  | * #2 “The printer” (new)
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
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

# Written down, and read back by whoever asks next. What the organisation was promised counts from now on.
bob replies about #1:
    #contact phone=+49 30 1234-5 organisation="Acme Ltd" contract=GOLD note=Prefers to be called.
  | commands for #1 by token
  |   phone of ann: +49 30 1234-5; organisation of ann: Acme Ltd; contract of ann: gold;
  |   note of ann: Prefers to be called.;
  |   bob: #contact phone=+49 30 1234-5 organisation="Acme Ltd" contract=GOLD note=Prefers to be called.;
  |   first-response by acme mon 2 mar 10:00
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Phone: +49 30 1234-5
  | * Organisation: Acme Ltd
  | * contract: gold
  | * Note: Prefers to be called.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example> (Acme Ltd, +49 30 1234-5), opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
bob replies about #1:
    #contact
  | commands for #1 by token
  |   looked up ann; bob: #contact
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * The customer is Ann Archer <ann@customer.example>.
  | * Phone: +49 30 1234-5
  | * Organisation: Acme Ltd
  | * Note: Prefers to be called.
  | * contract: gold
  | * Known since Mon 2 Mar 2026, 09:00; tickets opened: 2.
  | * #2 “The printer” (new)
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example> (Acme Ltd, +49 30 1234-5), opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
show #1
  | #1 "Cannot log in": new, normal; team support; nobody has it; from ann; with ann
  |   first-response mon 2 mar 10:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".

# The next notification shows it, and searches find it.
ann replies about #1:
    Any news?
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
bob reads about #1
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer <ann@customer.example> wrote, Mon 2 Mar 2026, 09:00.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Any news?
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example> (Acme Ltd, +49 30 1234-5), opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
bob replies about #1:
    #search organisation:acme status:new
  | commands for #1 by token
  |   bob: #search organisation:acme status:new
  |   to bob: tickets "Search: organisation:acme status:new (2)"
bob reads
  | Subject: Search: organisation:acme status:new (2)
  |
  | Found for “organisation:acme status:new”: 2.
  |
  | #2 The printer
  |    new, normal, answer due Mon 2 Mar 2026, 13:00
  |    just opened, from Ann Archer, team hardware, Alice Arden has it
  |
  | #1 Cannot log in
  |    new, normal, answer due Mon 2 Mar 2026, 10:00
  |    just opened, from Ann Archer, team support, nobody has it
  |
  | ------------------------------------------------------------
  | More lists: #list mine, #list team, #list unassigned, #list unanswered, #list overdue, #list snoozed. Filters for #search: status:, team:, assignee:, from:, organisation:, subject:, tag:, priority:, category:, older:, newer:, has:, is:, number:.
  | Do not answer a customer by replying to this mail.

# Refused, all or nothing: a value that cannot be, a name that there is not, somebody whom nobody knows, a colleague.
bob replies about #1:
    #contact phone=whenever
  | held, about #1 by token: a customer who is not known, or cannot be described so
  |   to bob: refused "[#1] Not done: Cannot log in"
bob replies about #1:
    #contact shoe=44
  | held, about #1 by token: a customer who is not known, or cannot be described so
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | Nothing called “shoe” can be written down of a customer; there is name, phone, organisation, language, note, contract.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #contact shoe=44
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example> (Acme Ltd, +49 30 1234-5), opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies about #1:
    #contact nobody@customer.example
  | held, about #1 by token: a customer who is not known, or cannot be described so
  |   to bob: refused "[#1] Not done: Cannot log in"
bob replies about #1:
    #contact bob@example.org phone=12
  | held, about #1 by token: a customer who is not known, or cannot be described so
  |   to bob: refused "[#1] Not done: Cannot log in"
bob replies about #1:
    #contact contract=bronze language=de
  | held, about #1 by token: a customer who is not known, or cannot be described so
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | contract cannot be “bronze”; write gold, silver.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #contact contract=bronze language=de
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example> (Acme Ltd, +49 30 1234-5), opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# Taken back.
bob replies about #1:
    #contact phone= note="Do not call."
  | commands for #1 by token
  |   phone of ann: nothing; note of ann: Do not call.; bob: #contact phone= note="Do not call."
  |   to bob: receipt "[#1] Done: Cannot log in"
bob replies about #1:
    #undo
  | commands for #1 by token
  |   phone of ann: +49 30 1234-5; note of ann: Prefers to be called.; taken back; bob: #undo
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads the receipt
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Taken back: #contact phone= note="Do not call.". Mails that were sent meanwhile stay sent.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example> (Acme Ltd, +49 30 1234-5), opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > Any news?
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
admin asks: contact ann@customer.example
  |   looked up ann
  | > c10  Ann Archer
  | >   addresses       ann@customer.example
  | >   phone           +49 30 1234-5
  | >   organisation    Acme Ltd
  | >   note            Prefers to be called.
  | >   contract        gold
  | >   known since     2026-03-02T08:00:00Z
  | >   tickets opened  2
  | >    #2  new       normal  hardware     alice        ann@customer.example         The printer
  | >    #1  new       normal  support      -            ann@customer.example         Cannot log in

# What somebody else has changed since is not taken back.
bob replies about #1:
    #contact phone=12
  | commands for #1 by token
  |   phone of ann: 12; bob: #contact phone=12
  |   to bob: receipt "[#1] Done: Cannot log in"
admin asks: contact ann@customer.example set phone=34
  |   phone of ann: 34
  | > changed c10 <ann@customer.example>
bob replies about #1:
    #undo
  | held, about #1 by token: it cannot be taken back
  |   to bob: refused "[#1] Not done: Cannot log in"

# Who may not look customers up is told so, and sees less.
admin changes staff.toml:
    - name = "leo"
    - display = "Leo Light"
    - address = "leo@example.org"
    - profile = "light-agent"
    + name = "leo"
    + display = "Leo Light"
    + address = "leo@example.org"
    + profile = "discreet"
bob replies about #1:
    #contributor add leo
  | commands for #1 by token
  |   leo contributes; bob: #contributor add leo
  |   to leo: staff-activity "[#1] Cannot log in"
  |   to bob: receipt "[#1] Done: Cannot log in"
leo reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Bob Brook asks you to work on this ticket too. It stays with whoever has it.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > Any news?
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
leo replies about #1:
    #contact
  | held, about #1 by token: the profile lacks a permission
  |   to leo: refused "[#1] Not done: Cannot log in"
leo reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #contact needs the permission “view-contacts”, which your profile does not have. Ask a supervisor to do it.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #contact
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
leo replies about #1:
    #contact phone=99
  | held, about #1 by token: the profile lacks a permission
  |   to leo: refused "[#1] Not done: Cannot log in"
leo replies about #1:
    #search organisation:acme
  | commands for #1 by token
  |   leo: #search organisation:acme
  |   to leo: tickets "Search: organisation:acme (0)"
leo reads
  | Subject: Search: organisation:acme (0)
  |
  | Nothing was found for “organisation:acme”.
  |
  | ------------------------------------------------------------
  | More lists: #list mine, #list team, #list unassigned, #list unanswered, #list overdue, #list snoozed. Filters for #search: status:, team:, assignee:, from:, organisation:, subject:, tag:, priority:, category:, older:, newer:, has:, is:, number:.
  | Do not answer a customer by replying to this mail.
admin asks: records looked-up
  | > 48 2026-03-02T08:00:00Z admin (maildesk contact show c10)
  | >     looked up: contact of ann@customer.example
  | > 17 2026-03-02T08:00:00Z bob (a message, proof E1/none)
  | >     #1 looked up: contact of ann@customer.example
  | >     command #contact
  | >     #1 human message from support, delivered 5: commanded, found by token, thread proof E1
  | >     #1 letter o8 receipt to bob
  | > 11 2026-03-02T08:00:00Z bob (a message, proof E1/none)
  | >     #1 looked up: contact of ann@customer.example
  | >     command #contact
  | >     #1 human message from support, delivered 3: commanded, found by token, thread proof E1
  | >     #1 letter o6 receipt to bob

# A rule goes by what is written down, and so does the language of mails to her.
admin asks: contact ann@customer.example set language=DE
  |   language of ann: de
  | > changed c10 <ann@customer.example>
admin changes routing.toml:
    + [[rule]]
    + name = "acme"
    + when = { organisation = "acme" }
    + then = { tags = ["vip"] }
ann writes to support: "The keyboard"
    It has no keys.
  | opened #3
  |   rule "acme"; team support; tags +vip; first-response by acme mon 2 mar 10:00
  |   to alice: new-ticket "[#3] New: The keyboard"
  |   to bob: new-ticket "[#3] New: The keyboard"
  |   to ann: received "[#3] Wir haben Ihre Nachricht erhalten"
ann reads about #3
  | Subject: [#3] Wir haben Ihre Nachricht erhalten
  |
  | Guten Tag,
  |
  | vielen Dank für Ihre Nachricht an Example support. Sie ist angekommen und hat die Nummer #3. Sie erhalten eine Antwort von uns.
  |
  | Wenn Sie etwas ergänzen möchten, antworten Sie einfach auf diese Mail.
  |
  | --
  | Example support

admin asks: contacts
  | > c10    ann@customer.example             Ann Archer               Acme Ltd             3
admin asks: contacts acme
  | > c10    ann@customer.example             Ann Archer               Acme Ltd             3
admin asks: contact nobody@customer.example
  | > the contact nobody@customer.example (`maildesk contact search` looks for others) does not exist
