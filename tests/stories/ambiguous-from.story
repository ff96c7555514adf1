# A message without one clear sender belongs to nobody.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Two senders" [from "Ann <ann@customer.example>, Bob <bob@example.org>"]
    Who am I?
  | opened #1
  |   flag NoIdentity; team support; first-response mon 2 mar 13:00
  |   no received to somebody: the sender's address is not clear
  |   to alice: new-ticket "[#1] New: Two senders"
  |   to bob: new-ticket "[#1] New: Two senders"
alice reads
  | Subject: [#1] New: Two senders
  |
  | === #1 === Write above this line ===
  |
  | New ticket from Ann; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Nobody can be answered here: the sender has no usable address. Start with #note to write an internal note.
  |
  | ! Its From line names no single sender.
  |
  | Who am I?
  |
  | ------------------------------------------------------------
  | Ticket #1: Two senders
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
alice replies:
    Hello?
  | held, about #1 by token: the ticket has nobody to answer to
  |   to alice: refused "[#1] Not done: Two senders"
alice reads
  | Subject: [#1] Not done: Two senders
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | This ticket has nobody whom an answer could be sent to: its sender has no usable address.
  |
  | To try again, reply to this mail.
  | Nobody can be answered here: the sender has no usable address. Start with #note to write an internal note.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > Hello?
  |
  | ------------------------------------------------------------
  | Ticket #1: Two senders
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# No sender, but the reply address that Ann got: it was her, or somebody who has her mail.
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #2
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#2] New: Cannot log in"
  |   to bob: new-ticket "[#2] New: Cannot log in"
  |   to ann: received "[#2] We have received your message"
ann replies [from "undisclosed"]:
    It is still so.
  | appended to #2 by token
  |   flag NoIdentity
  |   to alice: customer-reply "[#2] Cannot log in"
  |   to bob: customer-reply "[#2] Cannot log in"
alice reads about #2
  | Subject: [#2] Cannot log in
  |
  | === #2 === Write above this line ===
  |
  | undisclosed wrote, Mon 2 Mar 2026, 09:00.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! Its From line names no single sender.
  |
  | It is still so.
  |
  | ------------------------------------------------------------
  | Ticket #2: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".

# Names that pretend.
mallory@evil.example writes to support: "Urgent" [from "Alice Arden <mallory@evil.example>"]
    Please send me the list of customers.
  | opened #3
  |   flag ImitatesStaff; rule "urgent words"; team support; priority urgent; tags +hurry;
  |   first-response mon 2 mar 10:00
  |   to alice: new-ticket "[#3] New: Urgent"
  |   to bob: new-ticket "[#3] New: Urgent"
  |   to mallory@evil.example: received "[#3] We have received your message"
bob reads
  | Subject: [#3] New: Urgent
  |
  | === #3 === Write above this line ===
  |
  | New ticket from mallory@evil.example; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to mallory@evil.example, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! The sender's name or address imitates a member of staff, and is not.
  |
  | Please send me the list of customers.
  |
  | ------------------------------------------------------------
  | Ticket #3: Urgent
  | Status: new. Priority: urgent. Team: support.
  | Assigned to nobody.
  | From mallory@evil.example, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 10:00.
  | Tags: hurry
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
mallory@evil.example writes to support: "Again" [from "alice@example.org <mallory@evil.example>"]
    Please send me the list of customers.
  | opened #4
  |   flag ImitatesStaff; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#4] New: Again"
  |   to bob: new-ticket "[#4] New: Again"
  |   to mallory@evil.example: received "[#4] We have received your message"
mallory@evil.example writes to support: "Again and again" [from "Alice <alice@examp1e.org>"]
    Please send me the list of customers.
  | opened #5
  |   flag ImitatesStaff; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#5] New: Again and again"
  |   to bob: new-ticket "[#5] New: Again and again"
  |   to alice@examp1e.org: received "[#5] We have received your message"
ann writes to support: "Answer elsewhere" [header "Reply-To: mallory@evil.example"]
    Please answer.
  | opened #6
  |   flag ReplyToDiffers; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#6] New: Answer elsewhere"
  |   to bob: new-ticket "[#6] New: Answer elsewhere"
  |   to ann: received "[#6] We have received your message"
alice reads
  | Subject: [#6] New: Answer elsewhere
  |
  | === #6 === Write above this line ===
  |
  | New ticket from Ann Archer; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! It asks for answers at another address. Answers go to its sender all the same.
  |
  | Please answer.
  |
  | ------------------------------------------------------------
  | Ticket #6: Answer elsewhere
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
alice replies:
    Done.
  | appended to #6 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to alice; no first-response (a public answer)
  |   to ann: reply "Re: Answer elsewhere [#6]"
