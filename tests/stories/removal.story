# Who is taken out of staff.toml loses every right at once, on mail that has come in already too. His work goes to colleagues.

ann is Ann Archer <ann@customer.example>
bea is Bea Bird <bea@customer.example>
cid is Cid Cole <cid@customer.example>

monday 09:00
ann writes to billing: "Invoice 17"
    It is wrong.
  | opened #1
  |   rule "invoices"; team billing; category invoice; tags +money; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#1] Yours: Invoice 17"
  |   to ann: received "[#1] We have received your message"
bea writes to support: "Cannot log in"
    It says no.
  | opened #2
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#2] New: Cannot log in"
  |   to bob: new-ticket "[#2] New: Cannot log in"
  |   to bea: received "[#2] We have received your message"
bob replies to the new-ticket:
    Try again, please.
  | appended to #2 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; no first-response (a public answer)
  |   to bea: reply "Re: Cannot log in [#2]"
admin asks: access #2 bob
  | > bob sees #2
  | >   relation   assignee: #2 is assigned to bob
  | >   role       agents → leads → managers
  | >   profile    profile agent may see what work, team and role open (see)
  | >   may        see note reply edit close assign-self assign-others contributors participants transcript macros remind escalate
  | >   lacks      merge forward approve-replies review-quality

# Bob's answer lies in the mailbox when he is taken out.
bea replies:
    It still says no.
  | appended to #2 by token
  |   pending -> open; next-response mon 2 mar 17:00
  |   to bob: customer-reply "[#2] Cannot log in"
bob replies to the customer-reply: [waits]
    #close
admin changes staff.toml:
    - [[staff]]
    - name = "bob"
    - display = "Bob Brook"
    - address = "bob@example.org"
    - role = "agents"

    - members = ["alice", "bob"]
    + members = ["alice"]

    - members = ["alice", "bob"]
    + members = ["alice"]
  |   assigned to nobody
  |   bob has left the staff
  |   to alice: new-ticket "[#2] New: Cannot log in"
  |   to lena: departure "Example support: Bob Brook has left the staff"
  | opened #3
  |   flag RefersElsewhere; #3 linked to #2; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: Cannot log in"
  |   to bob: received "[#3] We have received your message"
show #2
  | #2 "Cannot log in": open, normal; team support; nobody has it; from bea; with bea; linked to #3
  |   next-response mon 2 mar 17:00
  |   mon 2 mar 09:00 bea wrote: It says no.
  |   mon 2 mar 09:00 bob answered: Try again, please.
  |   mon 2 mar 09:00 bea wrote: It still says no.
lena reads
  | Subject: Example support: Bob Brook has left the staff
  |
  | Bob Brook does not belong to the staff of Example support any more and can do nothing here from now on.
  |
  | * Back with team support, and nobody's: #2. The team has been told.
  |
  | You are told as the manager, or for want of one as the operator. A reply to this mail would open a ticket.

# In billing the team's rule names the next one.
admin changes staff.toml:
    - [[staff]]
    - name = "carol"
    - display = "Carol Cole"
    - address = "carol@example.org"
    - profile = "senior-agent"
    - role = "agents"

    - members = ["carol", "dieter", "nancy"]
    + members = ["dieter", "nancy"]
  |   assigned to dieter
  |   carol has left the staff
  |   to dieter: assigned "[#1] Ihr Ticket: Invoice 17"
  |   to lena: departure "Example support: Carol Cole has left the staff"
dieter reads
  | Subject: [#1] Ihr Ticket: Invoice 17
  |
  | === #1 === Bitte über dieser Zeile schreiben ===
  |
  | Dieses Ticket gehört jetzt Ihnen.
  | Carol Cole, bisher zuständig, gehört nicht mehr zum Team.
  |
  | Ihre Antwort geht an Ann Archer, und das Ticket wartet dann auf den Kunden. Beginnen Sie mit #note, damit sie intern bleibt.
  |
  | Ann Archer <ann@customer.example> schrieb, Mo., 2.3.2026, 09:00 Uhr:
  |
  | It is wrong.
  |
  | ------------------------------------------------------------
  | Ticket #1: Invoice 17
  | Status: neu. Priorität: normal. Team: billing. Kategorie: invoice.
  | Ihnen zugewiesen.
  | Von Ann Archer <ann@customer.example>, eröffnet Mo., 2.3.2026, 09:00 Uhr.
  | Nächste Antwort fällig: Mo., 2.3.2026, 13:00 Uhr.
  | Tags: money
  | Befehle, je einer pro Zeile, ganz oben: #note, #take, #assign NAME, #priority high, #tag NAME, #remind Freitag 14:00, #resolve, #close, #open
carol replies to the assigned:
    #close
  | opened #4
  |   flag RefersElsewhere; #4 linked to #1; rule "invoices"; team billing; category invoice; tags +money;
  |   assigned to nancy; first-response mon 2 mar 13:00
  |   to nancy: assigned "[#4] Yours: Yours: Invoice 17"
  |   to dieter: stranger "[#1] Jemand Fremdes schrieb: Invoice 17"
  |   to carol: received "[#4] We have received your message"
show #1
  | #1 "Invoice 17": new, normal; team billing; category invoice; dieter has it; from ann; with ann; tags money; linked to #4
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: It is wrong.
admin asks: journal carol@example.org
  | > 26 2026-03-02T08:00:00Z desk (the desk itself)
  | >     carol does not belong to the staff any more
  | >     #1 letter o12 assigned to dieter
  | >     letter o13 departure to lena
  | > 1 2026-03-01T11:00:00Z desk (the desk itself)
  | >     alice became known
  | >     bob@example.org became known
  | >     carol@example.org became known
  | >     dieter became known
  | >     lena became known
  | >     leo became known
  | >     max became known
  | >     nancy became known
  | >     operator@example.org became known
  | >     should alice leave, told is: lena
  | >     should bob@example.org leave, told is: lena
  | >     should carol@example.org leave, told is: lena
  | >     should dieter leave, told is: lena
  | >     should lena leave, told is: max
  | >     should leo leave, told is: lena
  | >     should nancy leave, told is: lena

# Taken out while the desk is down: the manager hears of it all the same.
while the desk is down, admin changes staff.toml:
    - [[staff]]
    - name = "nancy"
    - display = "Nancy Noon"
    - address = "nancy@example.org"
    - role = "agents"
    - time_zone = "America/New_York"

    - members = ["dieter", "nancy"]
    + members = ["dieter"]
  |   assigned to dieter
  |   nancy has left the staff
  |   to dieter: assigned "[#4] Ihr Ticket: Yours: Invoice 17"
  |   to lena: departure "Example support: Nancy Noon has left the staff"
lena reads
  | Subject: Example support: Nancy Noon has left the staff
  |
  | Nancy Noon does not belong to the staff of Example support any more and can do nothing here from now on.
  |
  | * Given to Dieter Dorn: #4.
  |
  | You are told as the manager, or for want of one as the operator. A reply to this mail would open a ticket.
