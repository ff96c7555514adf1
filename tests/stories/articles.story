# Articles: what may help already stands in the acknowledgement, and what helps to answer in the notification; each for its readers.

ann is Ann Archer <ann@customer.example>
gerd is Gerd Gans <gerd@customer.example>, writing German

admin changes kb/refunds.md:
    + +++
    + title = "Refunds and returned parcels"
    + audience = "customers"
    + tags = ["money"]
    + link = "https://help.example.org/refunds"
    + +++
    + Send the parcel back within thirty days. The money is on your account after ten days.
admin changes kb/return-label.md:
    + +++
    + title = "Printing a return label"
    + audience = "customers"
    + tags = ["parcel"]
    + +++
    + # Return label
    +
    + Every parcel comes with a **return label**. If yours was lost, reply to this mail and we send another one for the parcel.
admin changes kb/erstattung.md:
    + +++
    + title = "Erstattungen und Rücksendungen"
    + audience = "customers"
    + language = "de"
    + +++
    + Senden Sie das Paket innerhalb von dreißig Tagen zurück. Das Geld ist nach zehn Tagen auf Ihrem Konto.
admin changes kb/goodwill.md:
    + +++
    + title = "Refunds out of goodwill"
    + audience = ["billing"]
    + +++
    + Up to 50 Euro a parcel may be refunded without asking; above that Lena decides.
admin changes kb/practice/refund.md:
    + Where is my refund? I returned the parcel two weeks ago.

monday 09:00
ann writes to billing: "Refund"
    I returned the parcel two weeks ago. Where is my money?
  | opened #1
  |   rule "invoices"; team billing; category invoice; tags +money; assigned to carol; offered: refunds, return-label;
  |   first-response mon 2 mar 13:00
  |   to carol: assigned "[#1] Yours: Refund"
  |   to ann: received "[#1] We have received your message"
ann reads
  | Subject: [#1] We have received your message
  |
  | Hello,
  |
  | thank you for writing to Example support. Your message has arrived, and its number is #1. Somebody will answer you.
  |
  | Until then, one of these may already help:
  |
  | * Refunds and returned parcels
  |   https://help.example.org/refunds
  |
  | * Printing a return label
  |   Every parcel comes with a return label. If yours was lost, reply to this mail and we send another one for the parcel.
  |
  | If that was all you needed, reply with the one line #close, and nobody will trouble you further.
  |
  | If you want to add something, just reply to this mail.
  |
  | --
  | Example support
carol reads
  | Subject: [#1] Yours: Refund
  |
  | === #1 === Write above this line ===
  |
  | This ticket is yours now.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Ann Archer <ann@customer.example> wrote, Mon 2 Mar 2026, 09:00:
  |
  | I returned the parcel two weeks ago. Where is my money?
  |
  | ------------------------------------------------------------
  | Articles that may fit:
  | * Refunds and returned parcels (kb/refunds.md)
  |   https://help.example.org/refunds
  | * Printing a return label (kb/return-label.md)
  |   Every parcel comes with a return label. If yours was lost, reply to this mail and we send another one for the parcel.
  | * Refunds out of goodwill (kb/goodwill.md)
  |   Up to 50 Euro a parcel may be refunded without asking; above that Lena decides.
  |
  | ------------------------------------------------------------
  | Ticket #1: Refund
  | Status: new. Priority: normal. Team: billing. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Tags: money
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# It helped: the customer closes the ticket himself.
ann replies:
    #close
  | appended to #1 by token
  |   new -> closed; ann: #close; no first-response (the ticket is closed)
  |   to carol: customer-reply "[#1] Refund"

# Nothing is offered that does not fit.
ann writes to support: "Opening hours"
    Are you open on Saturday? Please tell me when I may call. Thank you for your help.
  | opened #2
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#2] New: Opening hours"
  |   to bob: new-ticket "[#2] New: Opening hours"
  |   to ann: received "[#2] We have received your message"
ann reads
  | Subject: [#2] We have received your message
  |
  | Hello,
  |
  | thank you for writing to Example support. Your message has arrived, and its number is #2. Somebody will answer you.
  |
  | If you want to add something, just reply to this mail.
  |
  | --
  | Example support

# In the customer's language, and whom an article is not for, does not get it.
gerd writes to support: "Rücksendung"
    Ich habe das Paket vor zwei Wochen zurückgesendet. Wann kommt die Erstattung? Where is my refund for the returned parcel?
  | opened #3
  |   team support; offered: erstattung; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: Rücksendung"
  |   to bob: new-ticket "[#3] New: Rücksendung"
  |   to gerd: received "[#3] Wir haben Ihre Nachricht erhalten"
gerd reads
  | Subject: [#3] Wir haben Ihre Nachricht erhalten
  |
  | Guten Tag,
  |
  | vielen Dank für Ihre Nachricht an Example support. Sie ist angekommen und hat die Nummer #3. Sie erhalten eine Antwort von uns.
  |
  | Bis dahin hilft Ihnen vielleicht schon einer dieser Artikel:
  |
  | * Erstattungen und Rücksendungen
  |   Senden Sie das Paket innerhalb von dreißig Tagen zurück. Das Geld ist nach zehn Tagen auf Ihrem Konto.
  |
  | Ist Ihre Frage damit erledigt, antworten Sie mit der einen Zeile #close, und wir schließen sie.
  |
  | Wenn Sie etwas ergänzen möchten, antworten Sie einfach auf diese Mail.
  |
  | --
  | Example support
bob reads
  | Subject: [#3] New: Rücksendung
  |
  | === #3 === Write above this line ===
  |
  | New ticket from Gerd Gans; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to Gerd Gans, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Ich habe das Paket vor zwei Wochen zurückgesendet. Wann kommt die Erstattung? Where is my refund for the returned parcel?
  |
  | ------------------------------------------------------------
  | Articles that may fit:
  | * Refunds and returned parcels (kb/refunds.md)
  |   https://help.example.org/refunds
  | * Printing a return label (kb/return-label.md)
  |   Every parcel comes with a return label. If yours was lost, reply to this mail and we send another one for the parcel.
  |
  | ------------------------------------------------------------
  | Ticket #3: Rücksendung
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Gerd Gans <gerd@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

admin asks: explain #1
  | > 2 2026-03-02T08:00:00Z ann@customer.example
  | >     ann@customer.example became known
  | >     opened #1 for ann@customer.example
  | >     message 1 by ann@customer.example
  | >     rules that took it: invoices
  | >     team billing
  | >     category invoice
  | >     tags +money
  | >     it was the turn of carol in team billing
  | >     assigned to carol
  | >     an answer is awaited
  | >     articles offered to the customer: refunds, return-label
  | >     human message from billing, delivered 1: opened, found by none, thread proof E0
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     rule "urgent words" did not match: subject does not match /(?i)\b(urgent|outage)\b/
  | >     rule "lottery" did not match: subject does not contain "you have won"
  | >     rule "invoices" matched: subject contains "refund"
  | >     rule "printers" did not match: not asked: rule "invoices" stops
  | >     rule "complaints" did not match: not asked: rule "invoices" stops
  | >     rule "machines" did not match: not asked: rule "invoices" stops
  | >     first-response promised until 2026-03-02T12:00:00Z
  | >     due 2026-03-02T12:00:00Z first-response.0
  | >     letter o1 assigned to carol
  | >     letter o2 received to ann@customer.example
  | > 3 2026-03-02T08:00:00Z desk
  | >     2 letters are being sent
  | > 4 2026-03-02T08:00:00Z desk
  | >     letter o1 sent: 250 2.0.0 Ok
  | > 5 2026-03-02T08:00:00Z desk
  | >     letter o2 sent: 250 2.0.0 Ok
  | > 6 2026-03-02T08:00:00Z ann@customer.example
  | >     message 2 by ann@customer.example
  | >     status new → closed
  | >     command #close
  | >     human message from billing, delivered 2: appended, found by token, thread proof E1
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     first-response settled: the ticket is closed
  | >     letter o3 customer-reply to carol
  | > 7 2026-03-02T08:00:00Z desk
  | >     1 letters are being sent
  | > 8 2026-03-02T08:00:00Z desk
  | >     letter o3 sent: 250 2.0.0 Ok
monday 12:00
# One of two tickets whose customers were offered articles was closed by its customer, and nobody had to answer.
admin asks: report automation by total
  | > Report automation, from 2026-02-02 12:00 until 2026-03-02 12:00 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | > total  acknowledged  articles  helped  help rate  withheld  bounced  quarantined  loops
  | > all               3         2       1     50.0 %         0        0            0      0
  | >
  | > acknowledged: Acknowledgements that were written.
  | > articles: Tickets whose acknowledgement offered articles.
  | > helped: Tickets whose acknowledgement had offered articles and that were resolved or closed for the first time without an answer of a person and without another message from outside, but for one that closed the ticket. Counted at the time of the resolution.
  | > help rate: Tickets that articles helped with, for those whose acknowledgement offered articles in the same time.
  | > withheld: Automatic letters that were not written, so that mail does not go round or grow too much.
  | > bounced: Letters that came back.
  | > quarantined: Messages that were set aside for the operator.
  | > loops: Of the messages in quarantine, our own mail that came back: each would have begun a loop.
