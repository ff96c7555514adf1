# A colleague forwards what a customer wrote to him: the ticket is the customer's, and the answer goes there.

monday 09:00
leo writes to support: "Fwd: Broken roller"
    Please have a look.

    ---------- Forwarded message ---------
    From: Ann Archer <ann@customer.example>
    Date: Mon, 2 Mar 2026 at 08:12
    Subject: Broken roller
    To: Leo Light <leo@example.org>

    Hello Leo,
    the roller of our printer is broken.
  | opened #1
  |   leo contributes; note, flag Unverified; flag Forwarded; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Broken roller"
  |   to bob: new-ticket "[#1] New: Broken roller"
  |   to leo: new-ticket "[#1] New: Broken roller"
  |   to ann@customer.example: received "[#1] We have received your message"
bob reads
  | Subject: [#1] New: Broken roller
  |
  | === #1 === Write above this line ===
  |
  | New ticket from Ann Archer; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! A colleague has forwarded it. Its sender is as the forwarded mail shows him.
  |
  | Hello Leo,
  | the roller of our printer is broken.
  |
  | ------------------------------------------------------------
  | Ticket #1: Broken roller
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Leo Light (internal note), Mon 2 Mar 2026, 09:00:
  | ! Nothing proves who sent this. Do not act on it without asking back.
  | > Please have a look.
bob replies:
    A new one is on its way.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; no first-response (a public answer)
  |   to ann@customer.example: reply "Re: Broken roller [#1]"
  |   to leo: staff-activity "[#1] Broken roller"
# Whose mail it is must be clear. Here it is a colleague's own, and he is the requester as for any mail of his.
leo writes to support: "Fwd: Lunch"
    ---------- Forwarded message ---------
    From: Bob Brook <bob@example.org>
    Date: Mon, 2 Mar 2026 at 08:12
    Subject: Lunch
    To: Leo Light <leo@example.org>

    Pizza?
  | opened #2
  |   flag Unverified; team support; first-response mon 2 mar 13:00
  |   no received to leo: it claims to be from the staff and is not verified
  |   to alice: new-ticket "[#2] New: Fwd: Lunch"
  |   to bob: new-ticket "[#2] New: Fwd: Lunch"
