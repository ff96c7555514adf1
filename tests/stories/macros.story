# Canned responses: their words stand above the agent's own, in the customer's language, and what they set can be taken back.

ann is Ann Archer <ann@customer.example>

admin changes macros/hello.md:
    + +++
    + title = "Greeting"
    + +++
    + {{#if customer.name}}
    + Dear {{customer.name}},
    + {{else}}
    + Hello,
    + {{/if}}
    +
    + thank you for your message “{{ticket.subject}}”.
admin changes macros/hello.de.md:
    + Guten Tag {{customer.name}},
    +
    + vielen Dank für Ihre Nachricht.
admin changes macros/refund-sent.md:
    + +++
    + title = "The refund is on its way"
    + status = "resolved"
    + category = "invoice"
    + priority = "low"
    + tags = ["refund", "-money"]
    + +++
    + your refund{{#if field.order}} for order {{field.order}}{{/if}} is on its way.
    + {{agent.name}}, {{desk.name}}

monday 09:00
ann writes to billing: "Invoice 17"
    The sum is wrong.
  | opened #1
  |   rule "invoices"; team billing; category invoice; tags +money; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#1] Yours: Invoice 17"
  |   to ann: received "[#1] We have received your message"
carol replies:
    #field order=4711
    #macro hello
    #macro refund-sent

    It takes ten days.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; order = 4711; carol: #field order=4711;
  |   carol: #macro hello; priority low; tags +refund -money; pending -> resolved; close thu 5 mar 09:00;
  |   carol: #macro refund-sent; no first-response (a public answer)
  |   to ann: reply "Re: Invoice 17 [#1]"
  |   to carol: receipt "[#1] Done: Invoice 17"
ann reads
  | Subject: Re: Invoice 17 [#1]
  |
  | Dear Ann Archer,
  |
  | thank you for your message “Invoice 17”.
  |
  | your refund for order 4711 is on its way.
  | Carol Cole, Example support
  |
  | It takes ten days.
  |
  | --
  | Carol Cole
  | Example support, request #1. Just reply to this mail.
carol reads the receipt
  | Subject: [#1] Done: Invoice 17
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Your answer is on its way to the customer.
  | * Field order: 4711.
  | * Canned response hello: Greeting.
  | * Canned response refund-sent: The refund is on its way.
  | * Priority: low.
  | * Category: invoice.
  | * Tags added: refund. Tags removed: money.
  | * Status: resolved.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Invoice 17
  | Status: resolved. Priority: low. Team: billing. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: refund
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > The sum is wrong.
show #1
  | #1 "Invoice 17": resolved, low; team billing; category invoice; carol has it; from ann; with ann; tags refund
  |   close thu 5 mar 09:00
  |   mon 2 mar 09:00 ann wrote: The sum is wrong.
  |   mon 2 mar 09:00 carol answered: Dear Ann Archer, /  / thank you for your message “Invoice 17”. /  / your refund for order 4711 is on its way. / Carol Cole, Example support /  / It takes ten days.
+1h
# All of it is taken back but what was sent.
carol replies:
    #undo
  | commands for #1 by token
  |   resolved -> pending; priority normal; tags +money -refund; order = nothing; first-response mon 2 mar 13:00;
  |   no close (taken back); closing-warning sat 7 mar 09:00; taken back; carol: #undo;
  |   no first-response (nothing is promised any more); closing-warning sat 7 mar 10:00
  |   to carol: receipt "[#1] Done: Invoice 17"
show #1
  | #1 "Invoice 17": pending, normal; team billing; category invoice; carol has it; from ann; with ann; tags money
  |   closing-warning sat 7 mar 10:00
  |   mon 2 mar 09:00 ann wrote: The sum is wrong.
  |   mon 2 mar 09:00 carol answered: Dear Ann Archer, /  / thank you for your message “Invoice 17”. /  / your refund for order 4711 is on its way. / Carol Cole, Example support /  / It takes ten days.

# Refused, with what may have been meant; nothing was done or sent.
carol replies:
    #macro helo

    We have looked into it.
  | held, about #1 by token: no such canned response
  |   to carol: refused "[#1] Not done: Invoice 17"
carol reads
  | Subject: [#1] Not done: Invoice 17
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | There is no canned response “helo”. Did you mean hello?
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #macro helo
  | >
  | > We have looked into it.
  |
  | ------------------------------------------------------------
  | Ticket #1: Invoice 17
  | Status: pending. Priority: normal. Team: billing. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: money
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
carol replies:
    #macro nothing like that
  | held, about #1 by token: a command's argument cannot be used
  |   to carol: refused "[#1] Not done: Invoice 17"
carol reads
  | Subject: [#1] Not done: Invoice 17
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #macro does not take “nothing like that”. Write, for example: #macro hello
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #macro nothing like that
  |
  | ------------------------------------------------------------
  | Ticket #1: Invoice 17
  | Status: pending. Priority: normal. Team: billing. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: money
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# Those that there are.
carol replies:
    #macro
  | commands for #1 by token
  |   carol: #macro
  |   to carol: receipt "[#1] Done: Invoice 17"
carol reads
  | Subject: [#1] Done: Invoice 17
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * #macro hello puts in: Greeting.
  | * #macro refund-sent puts in: The refund is on its way.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Invoice 17
  | Status: pending. Priority: normal. Team: billing. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: money
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Carol Cole, Mon 2 Mar 2026, 09:00:
  | > Dear Ann Archer,
  | >
  | > thank you for your message “Invoice 17”.
  | >
  | > your refund for order 4711 is on its way.
  | > Carol Cole, Example support
  | >
  | > It takes ten days.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > The sum is wrong.

# A note with the words of one stays a note.
carol replies:
    #note
    #macro hello
  | appended to #1 by token
  |   note; carol: #note; carol: #macro hello
  |   to carol: receipt "[#1] Done: Invoice 17"
show #1
  | #1 "Invoice 17": pending, normal; team billing; category invoice; carol has it; from ann; with ann; tags money
  |   closing-warning sat 7 mar 10:00
  |   mon 2 mar 09:00 ann wrote: The sum is wrong.
  |   mon 2 mar 09:00 carol answered: Dear Ann Archer, /  / thank you for your message “Invoice 17”. /  / your refund for order 4711 is on its way. / Carol Cole, Example support /  / It takes ten days.
  |   mon 2 mar 10:00 carol noted: Dear Ann Archer, /  / thank you for your message “Invoice 17”.

# A light agent may not.
carol replies:
    #contributor add leo
  | commands for #1 by token
  |   leo contributes; carol: #contributor add leo
  |   to leo: staff-activity "[#1] Invoice 17"
  |   to carol: receipt "[#1] Done: Invoice 17"
leo replies:
    #macro hello
  | held, about #1 by token: the profile lacks a permission
  |   to leo: refused "[#1] Not done: Invoice 17"
leo reads
  | Subject: [#1] Not done: Invoice 17
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #macro needs the permission “macros”, which your profile does not have. Ask a supervisor to do it.
  |
  | To try again, reply to this mail.
  | Your reply becomes an internal note. Ann Archer does not see it.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #macro hello
  |
  | ------------------------------------------------------------
  | Ticket #1: Invoice 17
  | Status: pending. Priority: normal. Team: billing. Category: invoice.
  | Assigned to Carol Cole.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: money

# In the customer's own language, when a ticket is opened for him.
carol replies:
    #contact language=de
  | commands for #1 by token
  |   language of ann: de; carol: #contact language=de
  |   to carol: receipt "[#1] Done: Invoice 17"
ann writes to billing: "Invoice 18"
    And this one as well.
  | opened #2
  |   rule "invoices"; team billing; category invoice; tags +money; assigned to dieter; first-response mon 2 mar 14:00
  |   to dieter: assigned "[#2] Ihr Ticket: Invoice 18"
  |   to ann: received "[#2] Wir haben Ihre Nachricht erhalten"
dieter replies about #2:
    #macro hello
  | appended to #2 by token
  |   answer; new -> pending; closing-warning sat 7 mar 10:00; dieter: #macro hello;
  |   no first-response (a public answer)
  |   to ann: reply "Re: Invoice 18 [#2]"
  |   to dieter: receipt "[#2] Erledigt: Invoice 18"
ann reads
  | Subject: Re: Invoice 18 [#2]
  |
  | Guten Tag Ann Archer,
  |
  | vielen Dank für Ihre Nachricht.
  |
  | --
  | Dieter Dorn
  | Example support, Anfrage #2. Antworten Sie einfach auf diese Mail.

# A new mail to the desk: it opens the ticket that the words name.
admin changes desk.toml:
    - auth = { mode = "none" }
    + auth = { mode = "trusted-ar", authserv_id = ["mx.example.org"] }

    - auth = { mode = "none" }
    + auth = { mode = "trusted-ar", authserv_id = ["mx.example.org"] }
carol writes to billing: "Your refund"
    #requester ben@customer.example
    #macro hello
    #macro refund-sent
  | held: it lacks proof
  |   to carol: confirm "Is this yours? Your refund"
carol replies:
    yes
  | opened #3
  |   team billing; assigned to carol; answer; new -> pending; closing-warning sat 7 mar 10:00;
  |   carol: #requester ben@customer.example; carol: #macro hello; priority low; category invoice; tags +refund;
  |   pending -> resolved; close thu 5 mar 10:00; carol: #macro refund-sent
  |   to ben@customer.example: reply "Re: Your refund [#3]"
  |   to carol: receipt "[#3] Done: Your refund"
