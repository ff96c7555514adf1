# What a customer may ask for and order by mail: his own tickets. Everything else is text, whatever tickets there are.

ann is Ann Archer <ann@customer.example>
carl is Carl Corner <carl@elsewhere.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
ann writes to billing: "Invoice 4711"
    The invoice is wrong.
  | opened #2
  |   rule "invoices"; team billing; category invoice; tags +money; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#2] Yours: Invoice 4711"
  |   to ann: received "[#2] We have received your message"
carl writes to support: "My secret"
    Nobody else may read this.
  | opened #3
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: My secret"
  |   to bob: new-ticket "[#3] New: My secret"
  |   to carl: received "[#3] We have received your message"

# All of them, and another one of them.
ann replies about #1:
    #list
  | commands for #1 by token
  |   ann: #list
  |   to ann: own-tickets "Your requests"
ann replies to the received about #1:
    #show 2
  | commands for #1 by token
  |   ann: #show 2
  |   to ann: own-ticket "Re: Invoice 4711 [#2]"
ann reads
  | Subject: Re: Invoice 4711 [#2]
  |
  | === #2 === Write above this line ===
  |
  | Your request #2, as you asked. It is open. Reply to this mail to write to us about it.
  |
  | ------------------------------------------------------------
  | Ann Archer, Mon 2 Mar 2026, 09:00
  |
  | The invoice is wrong.

# Somebody else's, and one that does not exist: the same.
ann replies to the received about #1:
    #show 3
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
ann replies to the received about #1:
    #show 99
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
# With her reply address in other hands, and with words below.
carl replies to ann's last mail:
    #list
  | appended to #2 by token
  |   flag OtherSender
  |   to carol: customer-reply "[#2] Invoice 4711"
ann replies to the received about #1:
    #show 2

    And hurry up.
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"

# A mail about one ticket closes no other.
ann replies to the received about #1:
    #close 3
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
ann replies to the received about #1:
    #close 2
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
ann replies to the received about #1:
    #close 1
  | appended to #1 by token
  |   new -> closed; ann: #close; no first-response (the ticket is closed)
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
show #1
  | #1 "Cannot log in": closed, normal; team support; nobody has it; from ann; with ann
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 ann wrote: #show 3
  |   mon 2 mar 09:00 ann wrote: #show 99
  |   mon 2 mar 09:00 ann wrote: #show 2 /  / And hurry up.
  |   mon 2 mar 09:00 ann wrote: #close 3
  |   mon 2 mar 09:00 ann wrote: #close 2
  |   mon 2 mar 09:00 ann wrote: #close 1
show #2
  | #2 "Invoice 4711": new, normal; team billing; category invoice; carol has it; from ann; with ann; tags money
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: The invoice is wrong.
  |   mon 2 mar 09:00 carl wrote: #list
show #3
  | #3 "My secret": new, normal; team support; nobody has it; from carl; with carl
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 carl wrote: Nobody else may read this.

# Lists are bounded.
admin changes desk.toml:
    - [threading]
    + [limits]
    + automatic_per_ticket = 2
    + [threading]
ann replies to the received about #2:
    #list
  | commands for #2 by token
  |   ann: #list
  |   to ann: own-tickets "Your requests"
ann replies to the received about #2:
    #list
  | appended to #2 by token
  |   to carol: customer-reply "[#2] Invoice 4711"
