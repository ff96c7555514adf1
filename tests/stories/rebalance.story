# Who is away for longer gives his tickets to others, by his team's rule: one mail to each who gets some, not ten.

ann is Ann Archer <ann@customer.example>
ben is Ben Burns <ben@customer.example>
cleo is Cleo Cook <cleo@customer.example>

admin changes staff.toml:
    - members = ["alice", "bob"]
    + members = ["alice", "bob", "carol"]
    + assign = "least-loaded"
    + when_away = "reassign"
    + away_at_least = "2d"

monday 09:00
ann writes to support: "First"
    One.
  | opened #1
  |   team support; assigned to alice; first-response mon 2 mar 13:00
  |   to alice: assigned "[#1] Yours: First"
  |   to ann: received "[#1] We have received your message"
ben writes to support: "Second"
    Two.
  | opened #2
  |   team support; assigned to bob; first-response mon 2 mar 13:00
  |   to bob: assigned "[#2] Yours: Second"
  |   to ben: received "[#2] We have received your message"
cleo writes to support: "Third"
    Three.
  | opened #3
  |   team support; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#3] Yours: Third"
  |   to cleo: received "[#3] We have received your message"
ann writes to support: "Fourth"
    Four.
  | opened #4
  |   team support; assigned to alice; first-response mon 2 mar 13:00
  |   to alice: assigned "[#4] Yours: Fourth"
  |   to ann: received "[#4] We have received your message"
alice replies about #1:
    #assign bob
  | commands for #1 by token
  |   assigned to bob; alice: #assign bob
  |   to bob: assigned "[#1] Yours: First"
  |   to alice: receipt "[#1] Done: First"
ben writes to support: "Fifth"
    Five.
  | opened #5
  |   team support; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#5] Yours: Fifth"
  |   to ben: received "[#5] We have received your message"
cleo writes to support: "Sixth"
    Six.
  | opened #6
  |   team support; assigned to alice; first-response mon 2 mar 13:00
  |   to alice: assigned "[#6] Yours: Sixth"
  |   to cleo: received "[#6] We have received your message"
carol replies about #3:
    Here you are.
  | appended to #3 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; no first-response (a public answer)
  |   to cleo: reply "Re: Third [#3]"

# For an afternoon his tickets stay where they are.
admin asks: away bob until 2026-03-02 17:00
  |   bob away until mon 2 mar 17:00
  | > bob is away from 2026-03-02T08:00:00Z until 2026-03-02T16:00:00Z
+1m
  |   bob absence begins
tuesday 09:00
  | mon 2 mar 13:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  | first-response of #4 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  | first-response of #5 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  | first-response of #6 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to alice: due-list "4 tickets are due"
  |   to carol: due-list "3 tickets are due"
  | mon 2 mar 15:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 11:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 11:00
  | first-response step 2 of #4 is due
  |   first-response step 3 tue 3 mar 11:00
  | first-response step 2 of #5 is due
  |   first-response step 3 tue 3 mar 11:00
  | first-response step 2 of #6 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to lena: due-list "5 tickets are due"
  | mon 2 mar 17:00
  |   bob absence ends
  |   to bob: absence "Absence: Bob Brook"

# For a week others get them, the one with the least to do first. The one answered on Monday is carol's and stays hers.
admin asks: away bob until 2026-03-10
  |   bob away until tue 10 mar 09:00
  | > bob is away from 2026-03-03T08:00:00Z until 2026-03-10T08:00:00Z
+1m
  |   bob absence begins; assigned to carol; assigned to alice
  |   to alice: assigned "[#2] Yours: Second"
  |   to carol: assigned "[#1] Yours: First"
carol reads
  | Subject: [#1] Yours: First
  |
  | === #1 === Write above this line ===
  |
  | This ticket is yours now.
  | Bob Brook, who had it, is away until Tue 10 Mar 2026, 09:00.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Ann Archer <ann@customer.example> wrote, Mon 2 Mar 2026, 09:00:
  |
  | One.
  |
  | ------------------------------------------------------------
  | Ticket #1: First
  | Status: new. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
alice reads
  | Subject: [#2] Yours: Second
  |
  | === #2 === Write above this line ===
  |
  | This ticket is yours now.
  | Bob Brook, who had it, is away until Tue 10 Mar 2026, 09:00.
  |
  | Your reply goes to Ben Burns, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Ben Burns <ben@customer.example> wrote, Mon 2 Mar 2026, 09:00:
  |
  | Two.
  |
  | ------------------------------------------------------------
  | Ticket #2: Second
  | Status: new. Priority: normal. Team: support.
  | Assigned to you.
  | From Ben Burns <ben@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# At night nobody is woken for it: what carol gets she reads when she works.
tuesday 22:00
  | tue 3 mar 11:00
  | first-response step 3 of #1 is due
  | first-response step 3 of #2 is due
  | first-response step 3 of #4 is due
  | first-response step 3 of #5 is due
  | first-response step 3 of #6 is due
  |   to max: due-list "5 tickets are due"
admin asks: back bob
  |   bob here again
  | > bob is here
+1m
  |   bob absence ends
  |   to bob: absence "Absence: Bob Brook"
alice replies about #2:
    #assign bob
  | commands for #2 by token
  |   assigned to bob; alice: #assign bob
  |   to bob: assigned "[#2] Yours: Second"
  |   to alice: receipt "[#2] Done: Second"
alice replies about #4:
    #assign bob
  | commands for #4 by token
  |   assigned to bob; alice: #assign bob
  |   to bob: assigned "[#4] Yours: Fourth"
  |   to alice: receipt "[#4] Done: Fourth"
admin asks: away bob until 2026-03-10
  |   bob away until tue 10 mar 09:00
  | > bob is away from 2026-03-03T21:01:00Z until 2026-03-10T08:00:00Z
wednesday 08:59
  |   bob absence begins; assigned to alice; assigned to alice
  |   to alice: handed-over "2 tickets of Bob Brook"
wednesday 09:00

# Where the team's rule says so, nobody has them then, and everybody hears of it once.
admin changes staff.toml:
    - when_away = "reassign"
    + when_away = "team"
admin asks: away alice until 2026-03-10
  |   alice away until tue 10 mar 09:00
  | > alice is away from 2026-03-04T08:00:00Z until 2026-03-10T08:00:00Z
+1m
  |   alice absence begins; assigned to nobody; assigned to nobody; assigned to nobody
  |   to carol: handed-over "3 tickets of Alice Arden"
carol reads
  | Subject: 3 tickets of Alice Arden
  |
  | These tickets were somebody else's.
  | Alice Arden had these tickets and is away until Tue 10 Mar 2026, 09:00.
  |
  | Nobody has it
  |
  | #2 Second
  |     Ben Burns <ben@customer.example>; waiting since Mon 2 Mar 2026, 09:00
  |     Answer: support+r1ciaaaaacaaaaaayakbby676rkushwblvbuqnohc6a4fsc@example.org
  | #4 Fourth
  |     Ann Archer <ann@customer.example>; waiting since Mon 2 Mar 2026, 09:00
  |     Answer: support+r1ciaaaaaeaaaaaayakbbxkhlclwwtwtbq62irw2nfaw34y@example.org
  | #6 Sixth
  |     Cleo Cook <cleo@customer.example>; waiting since Mon 2 Mar 2026, 09:00
  |     Answer: support+r1ciaaaaagaaaaaayakbb5u7xbvfyjqy2pirqxxjp5pvdeu@example.org
  |
  | Write to the address below a ticket to answer it; a reply to this mail itself would open a new ticket.
