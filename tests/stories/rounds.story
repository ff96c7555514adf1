# One mail with all that is due, not ten; what was answered meanwhile is not in it.

ann is Ann Archer <ann@customer.example>
cleo is Cleo Cook <cleo@customer.example>
dan is Dan Doe <dan@customer.example>

admin changes service.toml:
    - [closing]
    + [[calendar]]
    + name = "late"
    + monday = "10:00-18:00"
    + tuesday = "10:00-18:00"
    + wednesday = "10:00-18:00"
    + thursday = "10:00-18:00"
    + friday = "10:00-18:00"
    +
    + [closing]

# Alice works from ten to six and is left alone until half past ten.
admin changes staff.toml:
    - name = "alice"
    + name = "alice"
    + calendar = "late"
    + quiet_hours = "20:00-10:30"

    - name = "lena"
    + name = "lena"
    + away = [{ from = 2026-03-01, until = 2026-03-20 }]

friday 13:00
  |   lena absence begins
ann writes to support: "First"
    One.
  | opened #1
  |   team support; first-response fri 6 mar 17:00
  |   to alice: new-ticket "[#1] New: First"
  |   to bob: new-ticket "[#1] New: First"
  |   to ann: received "[#1] We have received your message"
cleo writes to support: "Second"
    Two.
  | opened #2
  |   team support; first-response fri 6 mar 17:00
  |   to alice: new-ticket "[#2] New: Second"
  |   to bob: new-ticket "[#2] New: Second"
  |   to cleo: received "[#2] We have received your message"
dan writes to support: "Third"
    Three.
  | opened #3
  |   team support; first-response fri 6 mar 17:00
  |   to alice: new-ticket "[#3] New: Third"
  |   to bob: new-ticket "[#3] New: Third"
  |   to dan: received "[#3] We have received your message"

# Bob answers one of them before it is due. At five the others are: alice is still there, bob hears of them on Monday.
friday 14:00
bob replies about #2:
    Here you are.
  | appended to #2 by token
  |   answer; new -> pending; closing-warning wed 11 mar 14:00; assigned to bob; no first-response (a public answer)
  |   to cleo: reply "Re: Second [#2]"
friday 17:00
  | fri 6 mar 17:00
  | first-response of #1 is due
  |   first-response is broken; bob is told mon 9 mar 09:00; first-response step 2 mon 9 mar 11:00
  | first-response of #3 is due
  |   first-response is broken; bob is told mon 9 mar 09:00; first-response step 2 mon 9 mar 11:00
  |   to alice: due-list "2 tickets are due"
bob reads
  | Subject: [#3] New: Third
  |
  | === #3 === Write above this line ===
  |
  | New ticket from Dan Doe; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to Dan Doe, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Three.
  |
  | ------------------------------------------------------------
  | Ticket #3: Third
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Dan Doe <dan@customer.example>, opened Fri 6 Mar 2026, 13:00.
  | Next answer due: Fri 6 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# One more is answered; the lead is away, so the manager hears of the last one, then (he has been told) whoever is above him.
monday 10:29
  | mon 9 mar 09:00
  |   to bob: due-list "2 tickets are due"
monday 10:30
alice reads
  | Subject: 2 tickets are due
  |
  | These tickets need you now.
  |
  | Overdue
  |
  | #1 First
  |     Ann Archer <ann@customer.example>; first answer was due Fri 6 Mar 2026, 17:00
  |     Answer: support+r1ciaaaaabaaaaaaiakbc7s5pi3t5hgdpey6nxvct2tifx2@example.org
  | #3 Third
  |     Dan Doe <dan@customer.example>; first answer was due Fri 6 Mar 2026, 17:00
  |     Answer: support+r1ciaaaaadaaaaaaiakbctgswkjhfwv3nywathzkezurcgc@example.org
  |
  | Write to the address below a ticket to answer it; a reply to this mail itself would open a new ticket.
bob replies about #1:
    And here.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 14 mar 10:30; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: First [#1]"
monday 17:00
  | mon 9 mar 11:00
  | first-response step 2 of #3 is due
  |   first-response step 3 mon 9 mar 15:00
  |   to max: escalation "[#3] No answer for 2 days 22 hours: Third"
  | mon 9 mar 15:00
  | first-response step 3 of #3 is due
  |   to operator: escalation "[#3] No answer for 3 days 2 hours: Third"
max reads
  | Subject: [#3] No answer for 2 days 22 hours: Third
  |
  | === #3 === Write above this line ===
  |
  | Dan Doe has been waiting for 2 days 22 hours, and nobody has answered.
  | Told before you: Alice Arden, Bob Brook.
  | The first answer was promised by Fri 6 Mar 2026, 17:00.
  |
  | Your reply is an internal note for the team; Dan Doe does not see it. Orders go at the very top, one a line: #assign NAME, #take, #snooze monday 9:00, #priority high
  |
  | Dan Doe <dan@customer.example> wrote, Fri 6 Mar 2026, 13:00:
  |
  | Three.
  |
  | ------------------------------------------------------------
  | Ticket #3: Third
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Dan Doe <dan@customer.example>, opened Fri 6 Mar 2026, 13:00.
  | The answer was due: Fri 6 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# The ladder has ended: nobody is told of it for ever.
2026-03-20 12:00
  | wed 11 mar 14:00
  | closing-warning of #2 is due
  |   auto-close fri 13 mar 14:00
  |   to cleo: closing-warning "[#2] Do you still need help?"
  | fri 13 mar 14:00
  | auto-close of #2 is due
  |   pending -> closed
  |   to cleo: closed "[#2] Your request is closed"
  | sat 14 mar 10:30
  | closing-warning of #1 is due
  |   auto-close mon 16 mar 10:30
  |   to ann: closing-warning "[#1] Do you still need help?"
  | mon 16 mar 10:30
  | auto-close of #1 is due
  |   pending -> closed
  |   to ann: closed "[#1] Your request is closed"
