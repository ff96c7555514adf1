# The mails of the morning: what the day asks for, and nothing where there is nothing to say.

ann is Ann Archer <ann@customer.example>
cleo is Cleo Cook <cleo@customer.example>

admin changes service.toml:
    - own = false
    - team = false
    + own = true
    + team = true

monday 10:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 14:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
bob replies:
    #take
    #remind wednesday 14:00 call Ann
  | commands for #1 by token
  |   assigned to bob; bob: #take; follow-up wed 4 mar 14:00; bob: #remind wednesday 14:00 call Ann
  |   to bob: receipt "[#1] Done: Cannot log in"
cleo writes to support: "Mouse"
    It squeaks.
  | opened #2
  |   team support; first-response mon 2 mar 14:00
  |   to alice: new-ticket "[#2] New: Mouse"
  |   to bob: new-ticket "[#2] New: Mouse"
  |   to cleo: received "[#2] We have received your message"

# On Tuesday bob's ticket is late, and lena sees both.
tuesday 08:59
  | mon 2 mar 14:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 16:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 16:00
  |   to alice: reminder "[#2] Waiting for 4 hours: Mouse"
  |   to bob: due-list "2 tickets are due"
  | mon 2 mar 16:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 12:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 12:00
  |   to lena: due-list "2 tickets are due"
tuesday 09:00
  | tue 3 mar 09:00
  |   to bob: digest "Your tickets today (1)"
  |   to lena: team-digest "Your team's tickets today (2)"
bob reads the digest
  | Subject: Your tickets today (1)
  |
  | Good morning, Bob Brook. This is what your tickets ask for today.
  |
  | Overdue
  |
  | #1 Cannot log in
  |     Ann Archer <ann@customer.example>; first answer was due Mon 2 Mar 2026, 14:00
  |     Answer: support+r1ciaaaaabaaaaaaqakbbc3jbqqrenpu6cak263tlnkw4iu@example.org
  |
  | Write to the address below a ticket to answer it; a reply to this mail itself would open a new ticket.
lena reads the team-digest
  | Subject: Your team's tickets today (2)
  |
  | Good morning, Lena Lead. This is where your team may need you today.
  |
  | Overdue
  |
  | #1 Cannot log in
  |     Ann Archer <ann@customer.example>, assigned to Bob Brook; first answer was due Mon 2 Mar 2026, 14:00
  |     Answer: support+r1ciaaaaabaaaaabiakbbf36eos6rdv47x4zly72egjwevg@example.org
  | #2 Mouse
  |     Cleo Cook <cleo@customer.example>; first answer was due Mon 2 Mar 2026, 14:00
  |     Answer: support+r1ciaaaaacaaaaabiakbbh63juhkrmugydc5onkvh4xrimw@example.org
  |
  | Write to the address below a ticket to answer it; a reply to this mail itself would open a new ticket.

bob replies about #1:
    Try again, please.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sun 8 mar 09:00; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"

# Only the reminder is left for Wednesday.
wednesday 09:00
  | tue 3 mar 12:00
  | first-response step 3 of #2 is due
  |   to max: escalation "[#2] No answer for 1 day 2 hours: Mouse"
  | wed 4 mar 09:00
  |   to bob: digest "Your tickets today (1)"
  |   to lena: team-digest "Your team's tickets today (1)"
bob reads the digest
  | Subject: Your tickets today (1)
  |
  | Good morning, Bob Brook. This is what your tickets ask for today.
  |
  | Back today
  |
  | #1 Cannot log in
  |     Ann Archer <ann@customer.example>; comes back Wed 4 Mar 2026, 14:00
  |     Answer: support+r1ciaaaaabaaaaaaqakbbw6vhuy4p5v6vhm6nnolkcf7nhq@example.org
  |
  | Write to the address below a ticket to answer it; a reply to this mail itself would open a new ticket.

# Nobody has a morning on a Saturday.
saturday 12:00
  | wed 4 mar 14:00
  | follow-up of #1 is due
  |   to bob: follow-up "[#1] Your reminder: Cannot log in"
  | thu 5 mar 09:00
  |   to lena: team-digest "Your team's tickets today (1)"
  | fri 6 mar 09:00
  |   to lena: team-digest "Your team's tickets today (1)"
