# Mail of lists and machines gets a ticket, because somebody may have to read it, and no acknowledgement.

monday 09:00
news@list.example writes to support: "Release 2.0" [header "List-Id: <news.list.example>"; header "Precedence: list"]
    Release 2.0 is out.
  | opened #1 (list)
  |   rule "machines"; team support; priority low
  |   no received to news@list.example: only a person is acknowledged
  |   to alice: new-ticket "[#1] New: Release 2.0"
  |   to bob: new-ticket "[#1] New: Release 2.0"
alice reads
  | Subject: [#1] New: Release 2.0
  |
  | === #1 === Write above this line ===
  |
  | New ticket from news@list.example; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to news@list.example, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Release 2.0 is out.
  |
  | ------------------------------------------------------------
  | Ticket #1: Release 2.0
  | Status: new. Priority: low. Team: support.
  | Assigned to nobody.
  | From news@list.example, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

shop@shop.example writes to support: "Your order 17" [header "Auto-Submitted: auto-generated"]
    Your order 17 was sent.
  | opened #2 (notification)
  |   rule "machines"; team support; priority low
  |   no received to shop@shop.example: only a person is acknowledged
  |   to alice: new-ticket "[#2] New: Your order 17"
  |   to bob: new-ticket "[#2] New: Your order 17"

noreply@shop.example writes to support: "Please look at this"
    We have sent you something.
  | opened #3 (notification)
  |   rule "machines"; team support; priority low
  |   no received to noreply@shop.example: only a person is acknowledged
  |   to alice: new-ticket "[#3] New: Please look at this"
  |   to bob: new-ticket "[#3] New: Please look at this"

ann@customer.example writes to carl@customer.example: "For your eyes" [bcc support]
    The desk gets this in blind copy.
  | opened #4
  |   in copy: carl@customer.example; team support; first-response mon 2 mar 13:00
  |   no received to ann@customer.example: the mailbox stands neither in To nor in Cc (RFC 5230 section 4.5)
  |   to alice: new-ticket "[#4] New: For your eyes"
  |   to bob: new-ticket "[#4] New: For your eyes"

admin asks: explain #1
  | > 2 2026-03-02T08:00:00Z news@list.example
  | >     news@list.example became known
  | >     opened #1 for news@list.example
  | >     message 1 by news@list.example
  | >     rules that took it: machines
  | >     team support
  | >     priority low
  | >     no received to news@list.example: only a person is acknowledged
  | >     list message from support, delivered 1: opened, found by none, thread proof E0
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     kind list: List-Id: <news.list.example> (RFC 2369, RFC 2919)
  | >     kind list: Precedence: list (RFC 3834 §2)
  | >     rule "urgent words" did not match: subject does not match /(?i)\b(urgent|outage)\b/
  | >     rule "lottery" did not match: subject does not contain "you have won"
  | >     rule "invoices" did not match: subject contains none of "invoice", "refund"
  | >     rule "printers" did not match: subject does not contain "printer"
  | >     rule "complaints" did not match: body does not contain "complaint"
  | >     rule "machines" matched: kind is list
  | >     letter o1 new-ticket to alice
  | >     letter o2 new-ticket to bob
  | > 3 2026-03-02T08:00:00Z desk
  | >     2 letters are being sent
  | > 4 2026-03-02T08:00:00Z desk
  | >     letter o1 sent: 250 2.0.0 Ok
  | > 5 2026-03-02T08:00:00Z desk
  | >     letter o2 sent: 250 2.0.0 Ok
