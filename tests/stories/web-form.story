# A web form writes; whom its Reply-To names is the requester, and the form itself is never answered.

ann is Ann Archer <ann@customer.example>

admin changes desk.toml:
    - name = "support"
    - address = "support@example.org"
    + name = "support"
    + form = [{ from = "form@shop.example" }]
    + address = "support@example.org"

monday 09:00
form@shop.example writes to support: "Contact form: my order" [header "Reply-To: Ann Archer <ann@customer.example>"; header "Auto-Submitted: auto-generated"]
    Name: Ann Archer
    Where is my order 4711?
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Contact form: my order"
  |   to bob: new-ticket "[#1] New: Contact form: my order"
  |   to ann: received "[#1] We have received your message"

alice reads
  | Subject: [#1] New: Contact form: my order
  |
  | === #1 === Write above this line ===
  |
  | New ticket from Ann Archer; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Name: Ann Archer
  | Where is my order 4711?
  |
  | ------------------------------------------------------------
  | Ticket #1: Contact form: my order
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
alice replies:
    It is on its way.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to alice; no first-response (a public answer)
  |   to ann: reply "Re: Contact form: my order [#1]"
ann reads
  | Subject: Re: Contact form: my order [#1]
  |
  | It is on its way.
  |
  | --
  | Alice Arden
  | Example support, request #1. Just reply to this mail.

# What refers to nobody in particular opens a ticket that nobody can be answered in, and is not acknowledged.
form@shop.example writes to support: "Contact form: two people" [header "Reply-To: ann@customer.example, eve@evil.example"]
    Two of us.
  | opened #2
  |   flag NoIdentity; team support; first-response mon 2 mar 13:00
  |   no received to somebody: the sender's address is not clear
  |   to alice: new-ticket "[#2] New: Contact form: two people"
  |   to bob: new-ticket "[#2] New: Contact form: two people"
form@shop.example writes to support: "Contact form: itself" [header "Reply-To: form@shop.example"]
    Loop.
  | opened #3
  |   flag NoIdentity; team support; first-response mon 2 mar 13:00
  |   no received to somebody: the sender's address is not clear
  |   to alice: new-ticket "[#3] New: Contact form: itself"
  |   to bob: new-ticket "[#3] New: Contact form: itself"
form@shop.example writes to support: "Contact form: ourselves" [header "Reply-To: support@example.org"]
    Loop.
  | opened #4
  |   flag NoIdentity; team support; first-response mon 2 mar 13:00
  |   no received to somebody: the sender's address is not clear
  |   to alice: new-ticket "[#4] New: Contact form: ourselves"
  |   to bob: new-ticket "[#4] New: Contact form: ourselves"
form@shop.example writes to support: "Contact form: nobody"
    No Reply-To at all.
  | opened #5
  |   flag NoIdentity; team support; first-response mon 2 mar 13:00
  |   no received to somebody: the sender's address is not clear
  |   to alice: new-ticket "[#5] New: Contact form: nobody"
  |   to bob: new-ticket "[#5] New: Contact form: nobody"
form@shop.example writes to support: "Contact form: posing" [header "Reply-To: alice@example.org"]
    #close
  | opened #6
  |   flag Unverified; team support; first-response mon 2 mar 13:00

# From anybody else a Reply-To stays what it is: a remark.
eve@evil.example writes to support: "Not a form" [header "Reply-To: ann@customer.example"]
    Answer to Ann, please.
  | opened #7
  |   flag ReplyToDiffers; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#7] New: Not a form"
  |   to bob: new-ticket "[#7] New: Not a form"
  |   to eve@evil.example: received "[#7] We have received your message"

# Where the form is known, its absence note is one.
form@shop.example writes to support: "Automatic reply: away" [header "Reply-To: ann@customer.example"; header "Auto-Submitted: auto-replied"]
    Nobody reads this mailbox.
  | ignored (auto-reply): an automatic answer that belongs to no ticket
