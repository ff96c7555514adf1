# Many tickets about one thing within an hour: told once, whatever numbers their subjects carry, and at once where it is urgent.

ann is Ann Archer <ann@customer.example>
dora is Dora Dunn <dora@other.example>
emil is Emil Ernst <emil@third.example>
fred is Fred Fox <fred@customer.example>

admin changes service.toml:
    + 
    + [[alert]]
    + kind = "spike"
    + threshold = 3
monday 10:00
ann writes to support: "Error 4711: cannot connect"
    Since this morning.
  | opened #1
  |   team support; first-response mon 2 mar 14:00
  |   to alice: new-ticket "[#1] New: Error 4711: cannot connect"
  |   to bob: new-ticket "[#1] New: Error 4711: cannot connect"
  |   to ann: received "[#1] We have received your message"
dora writes to support: "Error 12: cannot connect"
    What happened?
  | opened #2
  |   team support; first-response mon 2 mar 14:00
  |   to alice: new-ticket "[#2] New: Error 12: cannot connect"
  |   to bob: new-ticket "[#2] New: Error 12: cannot connect"
  |   to dora: received "[#2] We have received your message"
monday 10:20
emil writes to support: "Fwd: error 993: cannot connect"
    We all have this.
  | opened #3
  |   team support; first-response mon 2 mar 14:20
  |   to alice: new-ticket "[#3] New: Fwd: error 993: cannot connect"
  |   to bob: new-ticket "[#3] New: Fwd: error 993: cannot connect"
  |   to emil: received "[#3] We have received your message"
monday 10:31
  | mon 2 mar 10:30
  |   alert for max: tickets like #1, 3 of 3
  |   to max: alert "3 new tickets about “Error 4711: cannot connect”"
max reads
  | Subject: 3 new tickets about “Error 4711: cannot connect”
  |
  | 3 new tickets about “Error 4711: cannot connect”
  |
  | They came within 1 hour.
  | You are told from 3 on.
  |
  | #1 Error 4711: cannot connect
  |     Ann Archer <ann@customer.example>; 30 minutes old, nobody has it
  |     Answer: support+r1ciaaaaabaaaaabyakbat7k62t7nouzpw73aa2jdu7kwfi@example.org
  | #2 Error 12: cannot connect
  |     Dora Dunn <dora@other.example>; 30 minutes old, nobody has it
  |     Answer: support+r1ciaaaaacaaaaabyakbaqtzulkinand2ouzcwpvrklcfgy@example.org
  | #3 Fwd: error 993: cannot connect
  |     Emil Ernst <emil@third.example>; 10 minutes old, nobody has it
  |     Answer: support+r1ciaaaaadaaaaabyakba7bnja5fykjsgev7xilreq2ihlg@example.org
  |
  | What helps here, as an order to one of these tickets: #assign NAME, #priority urgent, #merge NUMBER, #tag +word.
  |
  | ------------------------------------------------------------
  | Write to the address below a ticket. Orders go at the very top, one a line; what you write below them goes to the customer, unless the first line is #note: then only colleagues see it. A reply to this mail itself would open a new ticket.
# The same spike goes on: he knows.
fred writes to support: "error 5: cannot connect"
    Me too.
  | opened #4
  |   team support; first-response mon 2 mar 14:31
  |   to alice: new-ticket "[#4] New: error 5: cannot connect"
  |   to bob: new-ticket "[#4] New: error 5: cannot connect"
  |   to fred: received "[#4] We have received your message"
nothing happens until monday 10:55
# Over, an hour after it began to fade.
monday 12:00
  | mon 2 mar 11:00
  |   alert over for max: tickets like #1
# Three of one organisation about different things; the hardware team has its own.
ann writes to support: "My desk phone is dead"
    No tone.
  | opened #5
  |   team support; first-response mon 2 mar 16:00
  |   to alice: new-ticket "[#5] New: My desk phone is dead"
  |   to bob: new-ticket "[#5] New: My desk phone is dead"
  |   to ann: received "[#5] We have received your message"
fred writes to support: "Need a new badge"
    Mine broke.
  | opened #6
  |   team support; first-response mon 2 mar 16:00
  |   to alice: new-ticket "[#6] New: Need a new badge"
  |   to bob: new-ticket "[#6] New: Need a new badge"
  |   to fred: received "[#6] We have received your message"
ann writes to support: "Office door stays open"
    Please send somebody.
  | opened #7
  |   team support; first-response mon 2 mar 16:00
  |   to alice: new-ticket "[#7] New: Office door stays open"
  |   to bob: new-ticket "[#7] New: Office door stays open"
  |   to ann: received "[#7] We have received your message"
monday 12:16
  | mon 2 mar 12:15
  |   alert for max: the organisation of #5, 3 of 3
  |   to max: alert "3 new tickets from customer.example"
max reads
  | Subject: 3 new tickets from customer.example
  |
  | 3 new tickets from customer.example
  |
  | They came within 1 hour.
  | You are told from 3 on.
  |
  | #5 My desk phone is dead
  |     Ann Archer <ann@customer.example>; 15 minutes old, nobody has it
  |     Answer: support+r1ciaaaaafaaaaabyakba7cig47vlxvg7r55rmfrvwvgsoa@example.org
  | #6 Need a new badge
  |     Fred Fox <fred@customer.example>; 15 minutes old, nobody has it
  |     Answer: support+r1ciaaaaagaaaaabyakbavz4bajr4ucwflwtsmuv5qcnh66@example.org
  | #7 Office door stays open
  |     Ann Archer <ann@customer.example>; 15 minutes old, nobody has it
  |     Answer: support+r1ciaaaaahaaaaabyakbavr3wldft6ljmvzucpxbiiz6yia@example.org
  |
  | What helps here, as an order to one of these tickets: #assign NAME, #priority urgent, #merge NUMBER, #tag +word.
  |
  | ------------------------------------------------------------
  | Write to the address below a ticket. Orders go at the very top, one a line; what you write below them goes to the customer, unless the first line is #note: then only colleagues see it. A reply to this mail itself would open a new ticket.
# Free mail is nobody's organisation.
gina is Gina Good <gina@gmail.com>
hans is Hans Hot <hans@gmail.com>
ines is Ines Ice <ines@gmail.com>
gina writes to support: "Where is my parcel"
    Late.
  | opened #8
  |   team support; first-response mon 2 mar 16:16
  |   to alice: new-ticket "[#8] New: Where is my parcel"
  |   to bob: new-ticket "[#8] New: Where is my parcel"
  |   to gina: received "[#8] We have received your message"
hans writes to support: "Wrong colour"
    Blue.
  | opened #9
  |   team support; first-response mon 2 mar 16:16
  |   to alice: new-ticket "[#9] New: Wrong colour"
  |   to bob: new-ticket "[#9] New: Wrong colour"
  |   to hans: received "[#9] We have received your message"
ines writes to support: "Invoice missing"
    For March.
  | opened #10
  |   rule "invoices"; team billing; category invoice; tags +money; assigned to carol; first-response mon 2 mar 16:16
  |   to carol: assigned "[#10] Yours: Invoice missing"
  |   to ines: received "[#10] We have received your message"
monday 12:46
