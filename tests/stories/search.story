# Tickets are found by their words, in any form and spelling, and by where they stand.

ann is Ann Archer <ann@customer.example>
otto is Otto Öhler <otto@kunde.example>, writing German

monday 09:00
ann writes to support: "Printers on fire"
    All our printers are smoking since yesterday.
  | opened #1
  |   rule "printers"; team hardware; assigned to alice; first-response mon 2 mar 13:00
  |   to alice: assigned "[#1] Yours: Printers on fire"
  |   to ann: received "[#1] We have received your message"
otto writes to billing: "Überweisung an Müller" [attach "beleg.pdf"]
    Die Überweisung an Müllers Häuser ist nicht angekommen.
  | opened #2
  |   team billing; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#2] Yours: Überweisung an Müller" with beleg.pdf
  |   to otto: received "[#2] Wir haben Ihre Nachricht erhalten"
ann writes to billing: "Refund for toner" [attach "invoice.pdf"]
    Please refund the toner for the printer.
  | opened #3
  |   rule "invoices"; team billing; category invoice; tags +money; assigned to dieter; first-response mon 2 mar 13:00
  |   to dieter: assigned "[#3] Ihr Ticket: Refund for toner" with invoice.pdf
  |   to ann: received "[#3] We have received your message"
alice replies about #1:
    #tag vip
    The roller is on its way.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; tags +vip; alice: #tag vip;
  |   no first-response (a public answer)
  |   to ann: reply "Re: Printers on fire [#1]"
  |   to alice: receipt "[#1] Done: Printers on fire"

admin asks: search printer
  | >    #1  pending   normal  hardware     alice        ann@customer.example         Printers on fire
  | >    #3  new       normal  billing      dieter       ann@customer.example         Refund for toner
admin asks: search "on fire"
  | >    #1  pending   normal  hardware     alice        ann@customer.example         Printers on fire
admin asks: search fire printers
  | >    #1  pending   normal  hardware     alice        ann@customer.example         Printers on fire
admin asks: search ueberweisung
  | >    #2  new       normal  billing      carol        otto@kunde.example           Überweisung an Müller
admin asks: search haus
  | >    #2  new       normal  billing      carol        otto@kunde.example           Überweisung an Müller
admin asks: search printer -toner
  | >    #1  pending   normal  hardware     alice        ann@customer.example         Printers on fire
admin asks: search toner has:attachment
  | >    #3  new       normal  billing      dieter       ann@customer.example         Refund for toner
admin asks: search roll*
  | >    #1  pending   normal  hardware     alice        ann@customer.example         Printers on fire
admin asks: search from:archer status:new
  | >    #3  new       normal  billing      dieter       ann@customer.example         Refund for toner
admin asks: search tag:vip
  | >    #1  pending   normal  hardware     alice        ann@customer.example         Printers on fire
admin asks: search team:billing unanswered
  | >    #3  new       normal  billing      dieter       ann@customer.example         Refund for toner
  | >    #2  new       normal  billing      carol        otto@kunde.example           Überweisung an Müller
admin asks: search rollerblade
admin asks: list unanswered
  | >    #3  new       normal  billing      dieter       ann@customer.example         Refund for toner
  | >    #2  new       normal  billing      carol        otto@kunde.example           Überweisung an Müller
