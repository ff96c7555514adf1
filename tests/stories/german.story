# Each reads his own language.

greta is Greta Gerber <greta@kunde.example>, writing German

monday 09:00
greta writes to billing: "Rechnung für März fehlt"
    Guten Tag,

    ich habe für den Monat März noch keine Rechnung bekommen. Können Sie mir diese bitte zusenden?

    Mit freundlichen Grüßen
    Greta Gerber
  | opened #1
  |   team billing; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#1] Yours: Rechnung für März fehlt"
  |   to greta: received "[#1] Wir haben Ihre Nachricht erhalten"
greta reads
  | Subject: [#1] Wir haben Ihre Nachricht erhalten
  |
  | Guten Tag,
  |
  | vielen Dank für Ihre Nachricht an Example support. Sie ist angekommen und hat die Nummer #1. Sie erhalten eine Antwort von uns.
  |
  | Wenn Sie etwas ergänzen möchten, antworten Sie einfach auf diese Mail.
  |
  | --
  | Example support
carol reads
  | Subject: [#1] Yours: Rechnung für März fehlt
  |
  | === #1 === Write above this line ===
  |
  | This ticket is yours now.
  |
  | Your reply goes to Greta Gerber, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Greta Gerber <greta@kunde.example> wrote, Mon 2 Mar 2026, 09:00:
  |
  | Guten Tag,
  |
  | ich habe für den Monat März noch keine Rechnung bekommen. Können Sie mir diese bitte zusenden?
  |
  | ------------------------------------------------------------
  | Ticket #1: Rechnung für März fehlt
  | Status: new. Priority: normal. Team: billing.
  | Assigned to you.
  | From Greta Gerber <greta@kunde.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

carol replies:
    #assign dieter
    #note Bitte übernehmen.
  | appended to #1 by token
  |   note; assigned to dieter; carol: #assign dieter; carol: #note Bitte übernehmen.
  |   to dieter: assigned "[#1] Ihr Ticket: Rechnung für März fehlt"
  |   to carol: receipt "[#1] Done: Rechnung für März fehlt"
dieter reads
  | Subject: [#1] Ihr Ticket: Rechnung für März fehlt
  |
  | === #1 === Bitte über dieser Zeile schreiben ===
  |
  | Dieses Ticket gehört jetzt Ihnen.
  | Carol Cole hat es Ihnen gegeben.
  |
  | Ihre Antwort geht an Greta Gerber, und das Ticket wartet dann auf den Kunden. Beginnen Sie mit #note, damit sie intern bleibt.
  |
  | Carol Cole schrieb (interne Notiz), Mo., 2.3.2026, 09:00 Uhr:
  |
  | Bitte übernehmen.
  |
  | ------------------------------------------------------------
  | Ticket #1: Rechnung für März fehlt
  | Status: neu. Priorität: normal. Team: billing.
  | Ihnen zugewiesen.
  | Von Greta Gerber <greta@kunde.example>, eröffnet Mo., 2.3.2026, 09:00 Uhr.
  | Nächste Antwort fällig: Mo., 2.3.2026, 13:00 Uhr.
  | Befehle, je einer pro Zeile, ganz oben: #note, #take, #assign NAME, #priority high, #tag NAME, #remind Freitag 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Bisher, das Neueste zuerst
  |
  | Greta Gerber <greta@kunde.example>, Mo., 2.3.2026, 09:00 Uhr:
  | > Guten Tag,
  | >
  | > ich habe für den Monat März noch keine Rechnung bekommen. Können Sie mir diese bitte zusenden?

dieter replies:
    #take
    #priorität hoch
  | held, about #1 by token: unknown command
  |   to dieter: refused "[#1] Nicht ausgeführt: Rechnung für März fehlt"
dieter reads
  | Subject: [#1] Nicht ausgeführt: Rechnung für März fehlt
  |
  | === #1 === Bitte über dieser Zeile schreiben ===
  |
  | Von Ihrer Mail wurde nichts ausgeführt und nichts gesendet.
  | Den Befehl #priorität gibt es nicht. Meinten Sie #priority?
  |
  | Für einen neuen Versuch antworten Sie auf diese Mail.
  | Ihre Antwort geht an Greta Gerber, und das Ticket wartet dann auf den Kunden. Beginnen Sie mit #note, damit sie intern bleibt.
  |
  | Damit nichts verloren geht, steht hier, was Sie geschrieben haben:
  |
  | > #take
  | > #priorität hoch
  |
  | ------------------------------------------------------------
  | Ticket #1: Rechnung für März fehlt
  | Status: neu. Priorität: normal. Team: billing.
  | Ihnen zugewiesen.
  | Von Greta Gerber <greta@kunde.example>, eröffnet Mo., 2.3.2026, 09:00 Uhr.
  | Nächste Antwort fällig: Mo., 2.3.2026, 13:00 Uhr.
  | Befehle, je einer pro Zeile, ganz oben: #note, #take, #assign NAME, #priority high, #tag NAME, #remind Freitag 14:00, #resolve, #close, #open

dieter replies [attach "rechnung.pdf"]:
    #tag rechnung
    #priority high
    #remind freitag 9 uhr nachfragen

    Guten Tag Frau Gerber,

    die Rechnung liegt bei. Ist sie angekommen?

    Viele Grüße
    Dieter Dorn
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; tags +rechnung; dieter: #tag rechnung; priority high;
  |   dieter: #priority high; follow-up fri 6 mar 09:00; dieter: #remind freitag 9 uhr nachfragen;
  |   no first-response (a public answer)
  |   to greta: reply "Re: Rechnung für März fehlt [#1]" with rechnung.pdf
  |   to dieter: receipt "[#1] Erledigt: Rechnung für März fehlt"
dieter reads
  | Subject: [#1] Erledigt: Rechnung für März fehlt
  |
  | === #1 === Bitte über dieser Zeile schreiben ===
  |
  | Erledigt:
  | * Ihre Antwort ist unterwegs zum Kunden.
  | * Tags hinzugefügt: rechnung.
  | * Priorität: hoch.
  | * Sie werden erinnert: Fr., 6.3.2026, 09:00 Uhr (nachfragen).
  |
  | Ihre Antwort geht an Greta Gerber, und das Ticket wartet dann auf den Kunden. Beginnen Sie mit #note, damit sie intern bleibt.
  |
  | ------------------------------------------------------------
  | Ticket #1: Rechnung für März fehlt
  | Status: wartet auf Kunden. Priorität: hoch. Team: billing.
  | Ihnen zugewiesen.
  | Von Greta Gerber <greta@kunde.example>, eröffnet Mo., 2.3.2026, 09:00 Uhr.
  | Tags: rechnung
  | Befehle, je einer pro Zeile, ganz oben: #note, #take, #assign NAME, #priority high, #tag NAME, #remind Freitag 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Bisher, das Neueste zuerst
  |
  | Carol Cole (interne Notiz), Mo., 2.3.2026, 09:00 Uhr:
  | > Bitte übernehmen.
  |
  | Greta Gerber <greta@kunde.example>, Mo., 2.3.2026, 09:00 Uhr:
  | > Guten Tag,
  | >
  | > ich habe für den Monat März noch keine Rechnung bekommen. Können Sie mir diese bitte zusenden?
greta reads
  | Subject: Re: Rechnung für März fehlt [#1]
  |
  | Guten Tag Frau Gerber,
  |
  | die Rechnung liegt bei. Ist sie angekommen?
  |
  | --
  | Dieter Dorn
  | Example support, Anfrage #1. Antworten Sie einfach auf diese Mail.

greta replies [charset iso-8859-1]:
    Ja, vielen Dank für die schöne Rechnung!
  | appended to #1 by token
  |   pending -> open; next-response mon 2 mar 13:00
  |   to dieter: customer-reply "[#1] Rechnung für März fehlt"
dieter reads
  | Subject: [#1] Rechnung für März fehlt
  |
  | === #1 === Bitte über dieser Zeile schreiben ===
  |
  | Greta Gerber <greta@kunde.example> schrieb, Mo., 2.3.2026, 09:00 Uhr.
  |
  | Ihre Antwort geht an Greta Gerber, und das Ticket wartet dann auf den Kunden. Beginnen Sie mit #note, damit sie intern bleibt.
  |
  | Ja, vielen Dank für die schöne Rechnung!
  |
  | ------------------------------------------------------------
  | Ticket #1: Rechnung für März fehlt
  | Status: offen. Priorität: hoch. Team: billing.
  | Ihnen zugewiesen.
  | Von Greta Gerber <greta@kunde.example>, eröffnet Mo., 2.3.2026, 09:00 Uhr.
  | Nächste Antwort fällig: Mo., 2.3.2026, 13:00 Uhr.
  | Tags: rechnung
  | Befehle, je einer pro Zeile, ganz oben: #note, #take, #assign NAME, #priority high, #tag NAME, #remind Freitag 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Bisher, das Neueste zuerst
  |
  | Dieter Dorn, Mo., 2.3.2026, 09:00 Uhr:
  | > Guten Tag Frau Gerber,
  | >
  | > die Rechnung liegt bei. Ist sie angekommen?
  | Dateien: rechnung.pdf
  |
  | Carol Cole (interne Notiz), Mo., 2.3.2026, 09:00 Uhr:
  | > Bitte übernehmen.
  |
  | Greta Gerber <greta@kunde.example>, Mo., 2.3.2026, 09:00 Uhr:
  | > Guten Tag,
  | >
  | > ich habe für den Monat März noch keine Rechnung bekommen. Können Sie mir diese bitte zusenden?

dieter replies:
    Gern geschehen. Gibt es sonst noch etwas?
  | appended to #1 by token
  |   answer; open -> pending; closing-warning sat 7 mar 09:00; no next-response (a public answer)
  |   to greta: reply "Re: Rechnung für März fehlt [#1]"

sunday 12:00
  | tue 3 mar 09:00
  |   to operator: operator "Example support needs a look"
  | fri 6 mar 09:00
  | follow-up of #1 is due
  |   to dieter: follow-up "[#1] Ihre Erinnerung: Rechnung für März fehlt"
  | sat 7 mar 09:00
  | closing-warning of #1 is due
  |   auto-close mon 9 mar 09:00
  |   to greta: closing-warning "[#1] Brauchen Sie noch Hilfe?"
greta reads
  | Subject: [#1] Brauchen Sie noch Hilfe?
  |
  | Guten Tag,
  |
  | wir haben auf Ihre Anfrage „Rechnung für März fehlt“ geantwortet und seitdem nichts von Ihnen gehört.
  | Wenn wir nichts von Ihnen hören, schließen wir sie am Mo., 9.3.2026, 09:00 Uhr.
  |
  | Wenn Sie noch Hilfe brauchen, antworten Sie einfach auf diese Mail. Ist alles in Ordnung, müssen Sie nichts tun: Wir schließen die Anfrage dann.
  |
  | --
  | Example support, Anfrage #1
wednesday 12:00
  | mon 9 mar 09:00
  | auto-close of #1 is due
  |   pending -> closed
  |   to greta: closed "[#1] Ihre Anfrage ist geschlossen"
greta reads
  | Subject: [#1] Ihre Anfrage ist geschlossen
  |
  | Guten Tag,
  |
  | Ihre Anfrage „Rechnung für März fehlt“ ist jetzt geschlossen.
  |
  | Ist noch etwas offen, antworten Sie einfach auf diese Mail, dann ist sie wieder offen.
  |
  | --
  | Example support, Anfrage #1
