# Asking somebody outside: #forward shows him what the customer wrote, and what he answers stays inside.

ann is Ann Archer <ann@customer.example>
sue is Sue Supplier <sue@partner.example>
pat is Pat Press <pat@papers.example>

monday 09:00
ann writes to billing: "Where is my order?" [attach "order.pdf"]
    Number 4711, ordered in January.
  | opened #1
  |   team billing; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#1] Yours: Where is my order?" with order.pdf
  |   to ann: received "[#1] We have received your message"
carol replies:
    #take
    #hold
  | commands for #1 by token
  |   carol: #take; new -> on-hold; carol: #hold; first-response stands still
  |   to carol: receipt "[#1] Done: Where is my order?"

# A senior agent asks the supplier. What was shown stays so, so she is asked first.
carol replies about #1 [attach "our-order.pdf"]:
    #forward sue@partner.example

    Hello Sue, when does this one ship?
  | held, about #1 by token: what it orders is always asked about
  |   to carol: confirm "[#1] Is this yours? Where is my order?"
carol reads
  | Subject: [#1] Is this yours? Where is my order?
  |
  | === #1 === Write above this line ===
  |
  | A mail in your name has arrived, and it is not certain that you wrote it. Nothing has been done yet.
  | What #forward shows or erases stays so, and it is always asked about.
  | To be carried out: #forward sue@partner.example
  | To be shown outside: the messages that the text below names, with their files. The text goes there too.
  | With the files: our-order.pdf
  | A confirmation counts until Mon 2 Mar 2026, 09:15.
  |
  | If it is yours, reply with the word yes. If it is not, reply with no, or do nothing, and tell your administrator.
  |
  | This is what would be carried out:
  |
  | > Forwarded to sue@partner.example: message 1
  | >
  | > Hello Sue, when does this one ship?
  |
  | ------------------------------------------------------------
  | Ticket #1: Where is my order?
  | Status: on hold. Priority: normal. Team: billing.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
carol replies to the confirm:
    yes
  | commands for #1 by token
  |   note; message 1 forwarded to sue; carol: #forward sue@partner.example
  |   to sue: forward "Fwd: Where is my order?" with our-order.pdf, order.pdf
  |   to carol: receipt "[#1] Done: Where is my order?"
carol reads
  | Subject: [#1] Done: Where is my order?
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Forwarded to sue@partner.example. What is answered to that comes to you as an internal note; the customer does not see it.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Where is my order?
  | Status: on hold. Priority: normal. Team: billing.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > Number 4711, ordered in January.
  | Files: order.pdf
sue reads
  | Subject: Fwd: Where is my order?
  |
  | Hello Sue, when does this one ship?
  |
  | --
  | Carol Cole
  | Example support, request #1. Reply to this mail: your answer comes to us, and to nobody else.
  |
  | ------------------------------------------------------------
  | Ann Archer, Mon 2 Mar 2026, 09:00
  | Files: order.pdf
  |
  | Number 4711, ordered in January.

# What the supplier answers is a note: the ticket waits for nobody else any more, and the customer hears nothing of it.
sue replies:
    It ships on Friday. Between us: the first one was lost.
  | appended to #1 by token
  |   note, flag Consulted; on-hold -> open; first-response mon 2 mar 13:00
  |   to carol: staff-activity "[#1] Where is my order?"
carol reads
  | Subject: [#1] Where is my order?
  |
  | === #1 === Write above this line ===
  |
  | Sue Supplier <sue@partner.example> answered what was forwarded, Mon 2 Mar 2026, 09:00.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! It answers what was forwarded. The customer does not see it, and your reply goes to the customer, not here.
  |
  | It ships on Friday. Between us: the first one was lost.
  |
  | ------------------------------------------------------------
  | Ticket #1: Where is my order?
  | Status: open. Priority: normal. Team: billing.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Carol Cole (internal note), Mon 2 Mar 2026, 09:00:
  | > Forwarded to sue@partner.example: message 1
  | >
  | > Hello Sue, when does this one ship?
  | Files: our-order.pdf
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > Number 4711, ordered in January.
  | Files: order.pdf
show #1
  | #1 "Where is my order?": open, normal; team billing; carol has it; from ann; with ann
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: Number 4711, ordered in January.
  |   mon 2 mar 09:00 carol noted: Forwarded to sue@partner.example: message 1 /  / Hello Sue, when does this one ship?
  |   mon 2 mar 09:00 sue noted: It ships on Friday. Between us: the first one was lost.
carol replies:
    Dear Ann, it ships on Friday.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning sat 7 mar 09:00; no first-response (a public answer)
  |   to ann: reply "Re: Where is my order? [#1]"
ann reads
  | Subject: Re: Where is my order? [#1]
  |
  | Dear Ann, it ships on Friday.
  |
  | --
  | Carol Cole
  | Example support, request #1. Just reply to this mail.

# Her colleague answers with her reply address; and her machine says that she is away.
pat replies to sue's last mail:
    I sit in for Sue. Friday it is.
  | appended to #1 by token
  |   note, flag OtherSender, flag Consulted
  |   to carol: staff-activity "[#1] Where is my order?"
carol reads
  | Subject: [#1] Where is my order?
  |
  | === #1 === Write above this line ===
  |
  | Pat Press <pat@papers.example> answered what was forwarded, Mon 2 Mar 2026, 09:00.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! Somebody else wrote this, using a participant's reply address. Answers do not go there.
  | ! It answers what was forwarded. The customer does not see it, and your reply goes to the customer, not here.
  |
  | I sit in for Sue. Friday it is.
  |
  | ------------------------------------------------------------
  | Ticket #1: Where is my order?
  | Status: pending. Priority: normal. Team: billing.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Carol Cole, Mon 2 Mar 2026, 09:00:
  | > Dear Ann, it ships on Friday.
  |
  | Sue Supplier <sue@partner.example> (internal note), Mon 2 Mar 2026, 09:00:
  | ! It answers what was forwarded. The customer does not see it, and your reply goes to the customer, not here.
  | > It ships on Friday. Between us: the first one was lost.
  |
  | Carol Cole (internal note), Mon 2 Mar 2026, 09:00:
  | > Forwarded to sue@partner.example: message 1
  | >
  | > Hello Sue, when does this one ship?
  | Files: our-order.pdf
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > Number 4711, ordered in January.
  | Files: order.pdf
sue's absence note answers:
    I am away until Monday.
  | appended to #1 by own-id (out-of-office)
  |   kept as a machine's

# Without a reply address her own mail is known by what it answers.
sue replies about #1 [to billing]:
    It has shipped.
  | appended to #1 by own-id
  |   note, flag Consulted
  |   to carol: staff-activity "[#1] Where is my order?"

# To a partner whom the admin has named it goes at once; the whole conversation, and still no note.
admin changes staff.toml:
    + [forwarding]
    + without_asking = ["partner.example"]

ann replies:
    Thank you! Which parcel service?
  | appended to #1 by token
  |   pending -> open; next-response mon 2 mar 17:00
  |   to carol: customer-reply "[#1] Where is my order?"
carol replies about #1:
    #note She is in a hurry.
  | appended to #1 by token
  |   note; carol: #note She is in a hurry.
  |   to carol: receipt "[#1] Done: Where is my order?"
carol replies about #1:
    #forward sue@partner.example all
  | commands for #1 by token
  |   note; message 1, 4, 8 forwarded to sue; carol: #forward sue@partner.example all
  |   to sue: forward "Fwd: Where is my order?" with order.pdf
  |   to carol: receipt "[#1] Done: Where is my order?"
sue reads
  | Subject: Fwd: Where is my order?
  |
  | --
  | Carol Cole
  | Example support, request #1. Reply to this mail: your answer comes to us, and to nobody else.
  |
  | ------------------------------------------------------------
  | Ann Archer, Mon 2 Mar 2026, 09:00
  | Files: order.pdf
  |
  | Number 4711, ordered in January.
  |
  | ------------------------------------------------------------
  | Carol Cole, Mon 2 Mar 2026, 09:00
  |
  | Dear Ann, it ships on Friday.
  |
  | ------------------------------------------------------------
  | Ann Archer, Mon 2 Mar 2026, 09:00
  |
  | Thank you! Which parcel service?

# To a colleague it goes at once, too, and his answer comes back to whoever has asked him.
carol replies about #1:
    #forward max@example.org Is this yours?
  | commands for #1 by token
  |   note; message 8 forwarded to max; carol: #forward max@example.org Is this yours?
  |   to max: forward "Fwd: Where is my order?"
  |   to carol: receipt "[#1] Done: Where is my order?"
max replies:
    #close
    No, ask logistics.
  | appended to #1 by token
  |   note, flag Unverified, flag Consulted
  |   to carol: staff-activity "[#1] Where is my order?"
show #1
  | #1 "Where is my order?": open, normal; team billing; carol has it; from ann; with ann
  |   next-response mon 2 mar 17:00
  |   mon 2 mar 09:00 ann wrote: Number 4711, ordered in January.
  |   mon 2 mar 09:00 carol noted: Forwarded to sue@partner.example: message 1 /  / Hello Sue, when does this one ship?
  |   mon 2 mar 09:00 sue noted: It ships on Friday. Between us: the first one was lost.
  |   mon 2 mar 09:00 carol answered: Dear Ann, it ships on Friday.
  |   mon 2 mar 09:00 pat noted: I sit in for Sue. Friday it is.
  |   mon 2 mar 09:00 sue has a machine that wrote: I am away until Monday.
  |   mon 2 mar 09:00 sue noted: It has shipped.
  |   mon 2 mar 09:00 ann wrote: Thank you! Which parcel service?
  |   mon 2 mar 09:00 carol noted: She is in a hurry.
  |   mon 2 mar 09:00 carol noted: Forwarded to sue@partner.example: messages 1, 4, 8
  |   mon 2 mar 09:00 carol noted: Forwarded to max@example.org: message 8 /  / Is this yours?
  |   mon 2 mar 09:00 max noted: #close / No, ask logistics.

# Who takes part gets answers; what is no address, and the desk itself, get nothing.
carol replies about #1:
    #forward ann@customer.example
  | held, about #1 by token: it cannot be done so
  |   to carol: refused "[#1] Not done: Where is my order?"
carol reads the refused
  | Subject: [#1] Not done: Where is my order?
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | ann@customer.example takes part in this ticket. Answer without #forward, and it goes there.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #forward ann@customer.example
  |
  | ------------------------------------------------------------
  | Ticket #1: Where is my order?
  | Status: open. Priority: normal. Team: billing.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
carol replies about #1:
    #forward billing@example.org
  | held, about #1 by token: a command's argument cannot be used
  |   to carol: refused "[#1] Not done: Where is my order?"
carol replies about #1:
    #forward Sue
  | held, about #1 by token: a command's argument cannot be used
  |   to carol: refused "[#1] Not done: Where is my order?"
carol reads the refused
  | Subject: [#1] Not done: Where is my order?
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #forward does not take “Sue”. Write, for example: #forward help@partner.example Can you say when it ships?
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #forward Sue
  |
  | ------------------------------------------------------------
  | Ticket #1: Where is my order?
  | Status: open. Priority: normal. Team: billing.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
# A note that stays inside and a text that goes outside do not stand in one mail.
carol replies about #1:
    #note
    #forward sue@partner.example

    She is never in a hurry.
  | held, about #1 by token: it cannot be done so
  |   to carol: refused "[#1] Not done: Where is my order?"
# An agent may not.
carol replies about #1:
    #contributor add dieter
  | commands for #1 by token
  |   dieter contributes; carol: #contributor add dieter
  |   to dieter: staff-activity "[#1] Where is my order?"
  |   to carol: receipt "[#1] Done: Where is my order?"
dieter replies about #1:
    #forward pat@papers.example
  | held, about #1 by token: the profile lacks a permission
  |   to dieter: refused "[#1] Nicht ausgeführt: Where is my order?"
dieter reads the refused
  | Subject: [#1] Nicht ausgeführt: Where is my order?
  |
  | === #1 === Bitte über dieser Zeile schreiben ===
  |
  | Von Ihrer Mail wurde nichts ausgeführt und nichts gesendet.
  | Für #forward brauchen Sie die Berechtigung „forward“, die Ihr Profil nicht hat. Bitten Sie Ihre Teamleitung darum.
  |
  | Für einen neuen Versuch antworten Sie auf diese Mail.
  | Ihre Antwort geht an Ann Archer, und das Ticket wartet dann auf den Kunden. Beginnen Sie mit #note, damit sie intern bleibt.
  |
  | Damit nichts verloren geht, steht hier, was Sie geschrieben haben:
  |
  | > #forward pat@papers.example
  |
  | ------------------------------------------------------------
  | Ticket #1: Where is my order?
  | Status: offen. Priorität: normal. Team: billing.
  | Zugewiesen an Carol Cole.
  | Von Ann Archer <ann@customer.example>, eröffnet Mo., 2.3.2026, 09:00 Uhr.
  | Nächste Antwort fällig: Mo., 2.3.2026, 17:00 Uhr.
  | Befehle, je einer pro Zeile, ganz oben: #note, #take, #assign NAME, #priority high, #tag NAME, #remind Freitag 14:00, #resolve, #close, #open

# The customer writes between question and yes: what is shown is what was asked about.
carol replies about #1:
    #forward pat@papers.example
  | held, about #1 by token: what it orders is always asked about
  |   to carol: confirm "[#1] Is this yours? Where is my order?"
ann replies about #1:
    And my card number is none of your business.
  | appended to #1 by token
  |   to carol: customer-reply "[#1] Where is my order?"
  |   to dieter: customer-reply "[#1] Where is my order?"
carol replies to the confirm:
    yes
  | held, about #1 by token: what was confirmed is not what it would do now
  |   to carol: refused "[#1] Not done: Where is my order?"
# All of it is something else after that.
carol replies about #1:
    #forward pat@papers.example all
  | held, about #1 by token: what it orders is always asked about
  |   to carol: confirm "[#1] Is this yours? Where is my order?"
ann replies about #1:
    Hello?
  | appended to #1 by token
  |   to carol: customer-reply "[#1] Where is my order?"
  |   to dieter: customer-reply "[#1] Where is my order?"
carol replies to the confirm:
    yes
  | held, about #1 by token: what was confirmed is not what it would do now
  |   to carol: refused "[#1] Not done: Where is my order?"
# What was shown cannot be taken back.
carol replies about #1:
    #undo
  | commands for #1 by token
  |   dieter contributes no more; taken back; carol: #undo
  |   to carol: receipt "[#1] Done: Where is my order?"
# A void reply address leads to a ticket of its own.
carol replies about #1:
    #revoke
  | commands for #1 by token
  |   reply addresses revoked; carol: #revoke
  |   to carol: receipt "[#1] Done: Where is my order?"
sue replies to the forward about #1:
    Anything else?
  | opened #2
  |   flag RefersElsewhere; #2 linked to #1; team billing; assigned to dieter; first-response mon 2 mar 13:00
  |   to dieter: assigned "[#2] Ihr Ticket: Fwd: Where is my order?"
  |   to carol: stranger "[#1] A stranger wrote: Where is my order?"
  |   to sue: received "[#2] We have received your message"
