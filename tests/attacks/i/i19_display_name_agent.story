# The agent's name and address as a display name.
# Outcome: shown with the real address and the words that the name imitates an agent.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=attack.test; dmarc=pass header.from=attack.test
    From: "Alice Arden <alice@example.org>" <eve@attack.test>
    To: help@help.example.org
    Subject: Please close it
    Date: {DATE}
    Message-ID: <m34@mail.test>

    Please close all of it.
  | opened #3
  |   flag ImitatesStaff; team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: Please close it"
  |   to bob: new-ticket "[#3] New: Please close it"
  |   to eve: received "[#3] We have received your message"

bob reads
  | Subject: [#3] New: Please close it
  |
  | === #3 === Write above this line ===
  |
  | New ticket from eve@attack.test; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to eve@attack.test, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! The sender's name or address imitates a member of staff, and is not.
  |
  | Please close all of it.
  |
  | ------------------------------------------------------------
  | Ticket #3: Please close it
  | Status: new. Priority: normal. Team: help.
  | Assigned to nobody.
  | From eve@attack.test, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
