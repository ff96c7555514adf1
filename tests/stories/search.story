# Tickets are found by their words, in any form and spelling, and by where they stand.

ann is Ann Archer <ann@customer.example>
otto is Otto Öhler <otto@kunde.example>, writing German

monday 09:00
ann writes to support: "Printers on fire"
    All our printers are smoking since yesterday.
otto writes to billing: "Überweisung an Müller" [attach "beleg.pdf"]
    Die Überweisung an Müllers Häuser ist nicht angekommen.
ann writes to billing: "Refund for toner" [attach "invoice.pdf"]
    Please refund the toner for the printer.
bob replies about #1:
    #tag vip
    The roller is on its way.

admin asks: search printer
admin asks: search "on fire"
admin asks: search fire printers
admin asks: search ueberweisung
admin asks: search haus
admin asks: search printer -toner
admin asks: search toner has:attachment
admin asks: search roll*
admin asks: search from:archer status:new
admin asks: search tag:vip
admin asks: search team:billing unanswered
admin asks: search rollerblade
admin asks: list unanswered
