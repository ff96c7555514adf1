# Machines sleep, are off for days, and have clocks that are set: nothing is missed, nobody gets ten mails, and nothing twice.

ann is Ann Archer <ann@customer.example>
ben is Ben Burns <ben@customer.example>

monday 09:00
ann writes to support: "First"
    One.
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: First"
  |   to bob: new-ticket "[#1] New: First"
  |   to ann: received "[#1] We have received your message"
bob replies:
    #take
  | commands for #1 by token
  |   assigned to bob; bob: #take
  |   to bob: receipt "[#1] Done: First"
ann writes to support: "Second"
    Two.
  | opened #2
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#2] New: Second"
  |   to bob: new-ticket "[#2] New: Second"
  |   to ann: received "[#2] We have received your message"
bob replies:
    #take
  | commands for #2 by token
  |   assigned to bob; bob: #take
  |   to bob: receipt "[#2] Done: Second"
ben writes to support: "Third"
    Three.
  | opened #3
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: Third"
  |   to bob: new-ticket "[#3] New: Third"
  |   to ben: received "[#3] We have received your message"
alice replies:
    #take
    #remind tuesday 10:00 call Ben
  | commands for #3 by token
  |   assigned to alice; alice: #take; follow-up tue 3 mar 10:00; alice: #remind tuesday 10:00 call Ben
  |   to alice: receipt "[#3] Done: Third"

# Nobody looks at the clock for two days. Then it is told once, to each in one mail; the ladder goes on from there.
the machine sleeps until wednesday 10:00
  | wed 4 mar 10:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 wed 4 mar 12:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 wed 4 mar 12:00
  | first-response of #3 is due
  |   first-response is broken; first-response step 2 wed 4 mar 12:00
  | follow-up of #3 is due
  |   to alice: follow-up "[#3] Your reminder: Third"
  |   to alice: reminder "[#3] Waiting for 2 days 1 hour: Third"
  |   to bob: due-list "2 tickets are due"
bob reads
  | Subject: 2 tickets are due
  |
  | These tickets need you now.
  |
  | Overdue
  |
  | #1 First
  |     Ann Archer <ann@customer.example>; first answer was due Mon 2 Mar 2026, 13:00
  |     Answer: support+r1ciaaaaabaaaaaaqakbbw6vhuy4p5v6vhm6nnolkcf7nhq@example.org
  | #2 Second
  |     Ann Archer <ann@customer.example>; first answer was due Mon 2 Mar 2026, 13:00
  |     Answer: support+r1ciaaaaacaaaaaaqakbbxrugadznqpf5qix4udggi3ggzs@example.org
  |
  | Write to the address below a ticket to answer it; a reply to this mail itself would open a new ticket.
+1h

# Woken at night, it tells nobody. Off over the weekend: another process goes on where this one was.
ann writes to support: "Fourth"
    Four.
  | opened #4
  |   team support; first-response wed 4 mar 15:00
  |   to alice: new-ticket "[#4] New: Fourth"
  |   to bob: new-ticket "[#4] New: Fourth"
  |   to ann: received "[#4] We have received your message"
the machine sleeps until thursday 22:30
  | thu 5 mar 22:30
  | first-response step 2 of #1 is due
  |   lena is told fri 6 mar 09:00; first-response step 3 fri 6 mar 13:00
  | first-response step 2 of #2 is due
  |   lena is told fri 6 mar 09:00; first-response step 3 fri 6 mar 13:00
  | first-response step 2 of #3 is due
  |   lena is told fri 6 mar 09:00; first-response step 3 fri 6 mar 13:00
  | first-response of #4 is due
  |   first-response is broken; alice is told fri 6 mar 09:00; bob is told fri 6 mar 09:00;
  |   first-response step 2 fri 6 mar 11:00
the desk is off until monday 11:00
  | mon 9 mar 11:00
  | first-response step 2 of #4 is due
  |   first-response step 3 mon 9 mar 15:00
  | first-response step 3 of #1 is due
  | first-response step 3 of #2 is due
  | first-response step 3 of #3 is due
  |   to alice: reminder "[#4] Waiting for 5 days: Fourth"
  |   to bob: reminder "[#4] Waiting for 5 days: Fourth"
  |   to lena: due-list "4 tickets are due"
  |   to max: due-list "3 tickets are due"
friday 09:00
  | mon 9 mar 15:00
  | first-response step 3 of #4 is due
  |   to max: escalation "[#4] No answer for 5 days 4 hours: Fourth"

# The clock is found to be two hours ahead and set back: nothing is told again, and nothing is missed.
ben writes to support: "Fifth"
    Five.
  | opened #5
  |   team support; first-response fri 13 mar 13:00
  |   to alice: new-ticket "[#5] New: Fifth"
  |   to bob: new-ticket "[#5] New: Fifth"
  |   to ben: received "[#5] We have received your message"
bob replies:
    #take
  | commands for #5 by token
  |   assigned to bob; bob: #take
  |   to bob: receipt "[#5] Done: Fifth"
the clock is set to 2026-03-13 14:00
  | fri 13 mar 14:00
  | first-response of #5 is due
  |   first-response is broken; first-response step 2 fri 13 mar 16:00
  |   to bob: reminder "[#5] Waiting for 5 hours: Fifth"
bob replies about #4:
    #take
  | commands for #4 by token
  |   assigned to bob; bob: #take
  |   to bob: receipt "[#4] Done: Fourth"
the clock is set to 2026-03-13 09:30
friday 17:00
  | fri 13 mar 16:00
  | first-response step 2 of #5 is due
  |   first-response step 3 mon 16 mar 12:00
  |   to lena: escalation "[#5] No answer for 7 hours: Fifth"
