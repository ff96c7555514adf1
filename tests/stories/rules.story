# Rules: the first that matches, and what those before it that say "go on" have filled in.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Urgent: printer on fire"
    It burns.
  | opened #1
  |   rule "urgent words", "printers"; team hardware; priority urgent; tags +hurry; assigned to alice;
  |   first-response mon 2 mar 10:00
  |   to alice: assigned "[#1] Yours: Urgent: printer on fire"
  |   to ann: received "[#1] We have received your message"

ann writes to support: "My invoice"
    There is a mistake in it.
  | opened #2
  |   rule "invoices"; team billing; category invoice; tags +money; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#2] Yours: My invoice"
  |   to ann: received "[#2] We have received your message"

# To a team, and somebody besides it is told.
ann writes to support: "You have done it again"
    This is a complaint.
  | opened #3
  |   rule "complaints"; team support; priority high; first-response mon 2 mar 11:00
  |   to alice: new-ticket "[#3] New: You have done it again"
  |   to bob: new-ticket "[#3] New: You have done it again"
  |   to max: new-ticket "[#3] New: You have done it again"
  |   to ann: received "[#3] We have received your message"
max reads
  | Subject: [#3] New: You have done it again
  |
  | === #3 === Write above this line ===
  |
  | New ticket from Ann Archer; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | This is a complaint.
  |
  | ------------------------------------------------------------
  | Ticket #3: You have done it again
  | Status: new. Priority: high. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 11:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# Spam is kept, and nobody hears of it; an answer to it neither.
ann writes to support: "You have won a million"
    Click here.
  | opened #4
  |   rule "lottery"; team support; new -> spam
show #4
  | #4 "You have won a million": spam, normal; team support; nobody has it; from ann; with ann
  |   mon 2 mar 09:00 ann wrote: Click here.
+1m
ann writes to support: "Re: You have won a million"
    Did I?
  | appended to #4 by subject

# The shop's rule: no acknowledgement.
admin changes routing.toml:
    - [[rule]]
    - name = "printers"
    + [[rule]]
    + name = "shop"
    + when = { from = "@shop.example" }
    + then = { acknowledge = false, assign = "carol", tags = ["shop"], fields = { source = "shop" } }
    + [[rule]]
    + name = "printers"
ben@shop.example writes to support: "A question"
    How much?
  | opened #5
  |   rule "shop"; team support; tags +shop; source = shop; assigned to carol; first-response mon 2 mar 13:01
  |   no received to ben@shop.example: a rule says so
  |   to carol: assigned "[#5] Yours: A question"
carol reads
  | Subject: [#5] Yours: A question
  |
  | === #5 === Write above this line ===
  |
  | This ticket is yours now.
  |
  | Your reply goes to ben@shop.example, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ben@shop.example wrote, Mon 2 Mar 2026, 09:01:
  |
  | How much?
  |
  | ------------------------------------------------------------
  | Ticket #5: A question
  | Status: new. Priority: normal. Team: support.
  | Assigned to you.
  | From ben@shop.example, opened Mon 2 Mar 2026, 09:01.
  | Next answer due: Mon 2 Mar 2026, 13:01.
  | Tags: shop
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
show #5
  | #5 "A question": new, normal; team support; carol has it; from ben@shop.example; with ben@shop.example; tags shop
  |   first-response mon 2 mar 13:01
  |   mon 2 mar 09:01 ben@shop.example wrote: How much?
