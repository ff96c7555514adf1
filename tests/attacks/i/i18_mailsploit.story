# Names with an encoded NUL and line break that hide the address in some mail programs.
# Outcome: the name is cleaned, the address is the real one; flagged.

raw to help:
    From: =?utf-8?b?YWxpY2VAZXhhbXBsZS5vcmcA?==?utf-8?q?=0A?=@mailsploit.com <demo@mailsploit.com>
    To: help@help.example.org
    Subject: Hello
    Date: {DATE}
    Message-ID: <m33@mail.test>

    Hello
  | opened #3
  |   flag Unverified, flag ImitatesStaff; team help; first-response mon 2 mar 13:00
  |   no received to demo@mailsploit.com: the sender is not verified
  |   to alice: new-ticket "[#3] New: Hello"
  |   to bob: new-ticket "[#3] New: Hello"

alice reads
  | Subject: [#3] New: Hello
  |
  | === #3 === Write above this line ===
  |
  | New ticket from demo@mailsploit.com; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to demo@mailsploit.com, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! Nothing proves who sent this. Do not act on it without asking back.
  | ! The sender's name or address imitates a member of staff, and is not.
  |
  | Hello
  |
  | ------------------------------------------------------------
  | Ticket #3: Hello
  | Status: new. Priority: normal. Team: help.
  | Assigned to nobody.
  | From demo@mailsploit.com, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
