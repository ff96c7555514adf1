# Slow answers: the working time of the answers of a day, and of those who still wait; not for two slow answers alone.

ann is Ann Archer <ann@customer.example>

admin changes service.toml:
    + 
    + [[alert]]
    + kind = "slow-responses"
    + team = "support"
    + threshold = "3h"
    + at_least = 3
    + to = ["max"]
    - first = { urgent = "1h", high = "2h", normal = "4h", low = "8h" }
    + first = "40h"
monday 09:00
ann writes to support: "One"
    First.
  | opened #1
  |   team support; first-response fri 6 mar 17:00
  |   to alice: new-ticket "[#1] New: One"
  |   to bob: new-ticket "[#1] New: One"
  |   to ann: received "[#1] We have received your message"
ann writes to support: "Two"
    Second.
  | opened #2
  |   team support; first-response fri 6 mar 17:00
  |   to alice: new-ticket "[#2] New: Two"
  |   to bob: new-ticket "[#2] New: Two"
  |   to ann: received "[#2] We have received your message"
# Two that wait for half a day are no sign of anything.
nothing happens until monday 15:00
ann writes to support: "Three"
    Third.
  | opened #3
  |   team support; first-response mon 9 mar 15:00
  |   to alice: new-ticket "[#3] New: Three"
  |   to bob: new-ticket "[#3] New: Three"
  |   to ann: received "[#3] We have received your message"
# The third has not waited long. Half of the three wait for more than three hours all the same.
monday 15:20
  | mon 2 mar 15:15
  |   alert for max: team support, 375 of 180
  |   to max: alert "Answers of team support take 6 hours 15 minutes"
max reads
  | Subject: Answers of team support take 6 hours 15 minutes
  |
  | Answers of team support take 6 hours 15 minutes
  |
  | Of 3 answers within 1 day, half took 6 hours 15 minutes of working time or more; who still waits for a first answer counts once that is longer.
  | You are told from 3 hours on.
  |
  | #1 One
  |     Ann Archer <ann@customer.example>; 6 hours old, nobody has it
  |     Answer: support+r1ciaaaaabaaaaabyakbat7k62t7nouzpw73aa2jdu7kwfi@example.org
  | #2 Two
  |     Ann Archer <ann@customer.example>; 6 hours old, nobody has it
  |     Answer: support+r1ciaaaaacaaaaabyakbaqtzulkinand2ouzcwpvrklcfgy@example.org
  |
  | What helps here, as an order to one of these tickets: #assign NAME, #take, #priority high, #team NAME.
  |
  | ------------------------------------------------------------
  | Write to the address below a ticket. Orders go at the very top, one a line; what you write below them goes to the customer, unless the first line is #note: then only colleagues see it. A reply to this mail itself would open a new ticket.
bob replies about #1:
    #resolve
    Done.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 15:20; pending -> resolved; close thu 5 mar 15:20;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: One [#1]"
  |   to bob: receipt "[#1] Done: One"
bob replies about #2:
    #resolve
    Done.
  | appended to #2 by token
  |   answer; new -> pending; closing-warning sat 7 mar 15:20; pending -> resolved; close thu 5 mar 15:20;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Two [#2]"
  |   to bob: receipt "[#2] Done: Two"
bob replies about #3:
    #resolve
    Done.
  | appended to #3 by token
  |   answer; new -> pending; closing-warning sat 7 mar 15:20; pending -> resolved; close thu 5 mar 15:20;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Three [#3]"
  |   to bob: receipt "[#3] Done: Three"
tuesday 09:00
ann writes to support: "Four"
    Again.
  | opened #4
  |   team support; first-response mon 9 mar 17:00
  |   no received to ann: the sender had enough of them within 24 hours
  |   to alice: new-ticket "[#4] New: Four"
  |   to bob: new-ticket "[#4] New: Four"
ann writes to support: "Five"
    Again.
  | opened #5
  |   team support; first-response mon 9 mar 17:00
  |   no received to ann: the sender had enough of them within 24 hours
  |   to alice: new-ticket "[#5] New: Five"
  |   to bob: new-ticket "[#5] New: Five"
ann writes to support: "Six"
    Again.
  | opened #6
  |   team support; first-response mon 9 mar 17:00
  |   no received to ann: the sender had enough of them within 24 hours
  |   to alice: new-ticket "[#6] New: Six"
  |   to bob: new-ticket "[#6] New: Six"
bob replies about #4:
    #resolve
    Done.
  | appended to #4 by token
  |   answer; new -> pending; closing-warning sun 8 mar 09:00; pending -> resolved; close fri 6 mar 09:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Four [#4]"
  |   to bob: receipt "[#4] Done: Four"
bob replies about #5:
    #resolve
    Done.
  | appended to #5 by token
  |   answer; new -> pending; closing-warning sun 8 mar 09:00; pending -> resolved; close fri 6 mar 09:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Five [#5]"
  |   to bob: receipt "[#5] Done: Five"
bob replies about #6:
    #resolve
    Done.
  | appended to #6 by token
  |   answer; new -> pending; closing-warning sun 8 mar 09:00; pending -> resolved; close fri 6 mar 09:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Six [#6]"
  |   to bob: receipt "[#6] Done: Six"
# The slow ones count for a day; then it is well, and he hears nothing of that.
tuesday 16:00
  | tue 3 mar 09:15
  |   alert over for max: team support
