# Who gets a new ticket: in turn, or by load; not who is away.

admin changes staff.toml:
    - name = "dieter"
    + name = "dieter"
    + away = [{ from = 2026-03-02, until = 2026-03-03 }]

    - name = "bob"
    + name = "bob"
    + capacity = 2

monday 09:00
  | mon 2 mar 00:00
  |   dieter absence begins
ann@customer.example writes to billing: "First"
    One.
  | opened #1
  |   team billing; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#1] Yours: First"
  |   to ann@customer.example: received "[#1] We have received your message"
ben@customer.example writes to billing: "Second"
    Two.
  | opened #2
  |   team billing; assigned to nancy; first-response mon 2 mar 13:00
  |   to nancy: assigned "[#2] Yours: Second"
  |   to ben@customer.example: received "[#2] We have received your message"
cora@customer.example writes to billing: "Third"
    Three.
  | opened #3
  |   team billing; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#3] Yours: Third"
  |   to cora@customer.example: received "[#3] We have received your message"

wednesday 09:00
  | mon 2 mar 13:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  | first-response of #2 is due
  |   first-response is broken; nancy is told mon 2 mar 15:00; first-response step 2 mon 2 mar 15:00
  | first-response of #3 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to carol: due-list "2 tickets are due"
  | mon 2 mar 15:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 11:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 11:00
  | first-response step 2 of #3 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to lena: due-list "3 tickets are due"
  |   to nancy: reminder "[#2] Waiting for 6 hours: Second"
  | tue 3 mar 11:00
  | first-response step 3 of #1 is due
  | first-response step 3 of #2 is due
  | first-response step 3 of #3 is due
  |   to max: due-list "3 tickets are due"
  | wed 4 mar 00:00
  |   dieter absence ends
  |   to dieter: absence "Abwesenheit: Dieter Dorn"
dora@customer.example writes to billing: "Fourth"
    Four.
  | opened #4
  |   team billing; assigned to dieter; first-response wed 4 mar 13:00
  |   to dieter: assigned "[#4] Ihr Ticket: Fourth"
  |   to dora@customer.example: received "[#4] We have received your message"
dieter reads about #4
  | Subject: [#4] Ihr Ticket: Fourth
  |
  | === #4 === Bitte über dieser Zeile schreiben ===
  |
  | Dieses Ticket gehört jetzt Ihnen.
  |
  | Ihre Antwort geht an dora@customer.example, und das Ticket wartet dann auf den Kunden. Beginnen Sie mit #note, damit sie intern bleibt.
  |
  | dora@customer.example schrieb, Mi., 4.3.2026, 09:00 Uhr:
  |
  | Four.
  |
  | ------------------------------------------------------------
  | Ticket #4: Fourth
  | Status: neu. Priorität: normal. Team: billing.
  | Ihnen zugewiesen.
  | Von dora@customer.example, eröffnet Mi., 4.3.2026, 09:00 Uhr.
  | Nächste Antwort fällig: Mi., 4.3.2026, 13:00 Uhr.
  | Befehle, je einer pro Zeile, ganz oben: #note, #take, #assign NAME, #priority high, #tag NAME, #remind Freitag 14:00, #resolve, #close, #open

# The least loaded, against what each can carry: Alice 20, Bob 2.
dora@customer.example writes to support: "Printer on fire"
    Five.
  | opened #5
  |   rule "printers"; team hardware; assigned to alice; first-response wed 4 mar 13:00
  |   to alice: assigned "[#5] Yours: Printer on fire"
  |   to dora@customer.example: received "[#5] We have received your message"
ben@customer.example writes to support: "Printer wet"
    Six.
  | opened #6
  |   rule "printers"; team hardware; assigned to bob; first-response wed 4 mar 13:00
  |   to bob: assigned "[#6] Yours: Printer wet"
  |   to ben@customer.example: received "[#6] We have received your message"
emma@customer.example writes to support: "Printer gone"
    Seven.
  | opened #7
  |   rule "printers"; team hardware; assigned to alice; first-response wed 4 mar 13:00
  |   to alice: assigned "[#7] Yours: Printer gone"
  |   to emma@customer.example: received "[#7] We have received your message"
finn@customer.example writes to support: "Printer back"
    Eight.
  | opened #8
  |   rule "printers"; team hardware; assigned to alice; first-response wed 4 mar 13:00
  |   to alice: assigned "[#8] Yours: Printer back"
  |   to finn@customer.example: received "[#8] We have received your message"
alice reads
  | Subject: [#8] Yours: Printer back
  |
  | === #8 === Write above this line ===
  |
  | This ticket is yours now.
  |
  | Your reply goes to finn@customer.example, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | finn@customer.example wrote, Wed 4 Mar 2026, 09:00:
  |
  | Eight.
  |
  | ------------------------------------------------------------
  | Ticket #8: Printer back
  | Status: new. Priority: normal. Team: hardware.
  | Assigned to you.
  | From finn@customer.example, opened Wed 4 Mar 2026, 09:00.
  | Next answer due: Wed 4 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# Everybody is away: the ticket belongs to the team, and all of it hears.
admin changes staff.toml:
    - name = "alice"
    + name = "alice"
    + away = [{ from = 2026-03-04, until = 2026-03-06 }]

    - name = "bob"
    + name = "bob"
    + away = [{ from = 2026-03-04, until = 2026-03-06 }]
gus@customer.example writes to support: "Printer talks"
    Nine.
  | opened #9
  |   rule "printers"; team hardware; first-response wed 4 mar 13:00
  |   to alice: new-ticket "[#9] New: Printer talks"
  |   to bob: new-ticket "[#9] New: Printer talks"
  |   to gus@customer.example: received "[#9] We have received your message"
