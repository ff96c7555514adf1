# Too much unfinished work: told once a day to the team's manager, in his hours; well again only when it is clearly less.

ann is Ann Archer <ann@customer.example>
dora is Dora Dunn <dora@other.example>

admin changes service.toml:
    + 
    + [[alert]]
    + kind = "backlog"
    + team = "support"
    + threshold = 3
    + clear = 60
monday 10:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 14:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
ann writes to support: "Slow network"
    Everything takes minutes.
  | opened #2
  |   team support; first-response mon 2 mar 14:00
  |   to alice: new-ticket "[#2] New: Slow network"
  |   to bob: new-ticket "[#2] New: Slow network"
  |   to ann: received "[#2] We have received your message"
dora writes to support: "Question about card 4012 8888 8888 1881"
    Which one do you have on file?
  | opened #3
  |   team support; first-response mon 2 mar 14:00
  |   to alice: new-ticket "[#3] New: Question about card •••• •••• •••• 1881"
  |   to bob: new-ticket "[#3] New: Question about card •••• •••• •••• 1881"
  |   to dora: received "[#3] We have received your message"
# What is watched is looked at every quarter of an hour.
monday 10:14
monday 10:16
  | mon 2 mar 10:15
  |   alert for max: team support, 3 of 3
  |   to max: alert "3 unfinished tickets: team support"
max reads
  | Subject: 3 unfinished tickets: team support
  |
  | 3 unfinished tickets: team support
  |
  | 3 tickets are new, open, pending or on hold.
  | You are told from 3 on.
  |
  | #1 Cannot log in
  |     Ann Archer <ann@customer.example>; 15 minutes old, nobody has it
  |     Answer: support+r1ciaaaaabaaaaabyakbat7k62t7nouzpw73aa2jdu7kwfi@example.org
  | #2 Slow network
  |     Ann Archer <ann@customer.example>; 15 minutes old, nobody has it
  |     Answer: support+r1ciaaaaacaaaaabyakbaqtzulkinand2ouzcwpvrklcfgy@example.org
  | #3 Question about card 4012 8888 8888 1881
  |     Dora Dunn <dora@other.example>; 15 minutes old, nobody has it
  |     Answer: support+r1ciaaaaadaaaaabyakba7bnja5fykjsgev7xilreq2ihlg@example.org
  |
  | What helps here, as an order to one of these tickets: #assign NAME, #take, #priority high, #team NAME.
  |
  | ------------------------------------------------------------
  | Write to the address below a ticket. Orders go at the very top, one a line; what you write below them goes to the customer, unless the first line is #note: then only colleagues see it. A reply to this mail itself would open a new ticket.

# The same day nobody hears of it again, whatever comes; nor does a new process forget that it was told.
ann writes to support: "Mail is slow too"
    Since yesterday.
  | opened #4
  |   team support; first-response mon 2 mar 14:16
  |   to alice: new-ticket "[#4] New: Mail is slow too"
  |   to bob: new-ticket "[#4] New: Mail is slow too"
  |   to ann: received "[#4] We have received your message"
the desk is off until monday 12:00
nothing happens until monday 13:55

# A day later it is still so, so he is reminded of it.
tuesday 10:20
  | mon 2 mar 14:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 16:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 16:00
  | first-response of #3 is due
  |   first-response is broken; first-response step 2 mon 2 mar 16:00
  |   to alice: due-list "3 tickets are due"
  |   to bob: due-list "3 tickets are due"
  | mon 2 mar 14:16
  | first-response of #4 is due
  |   first-response is broken; first-response step 2 mon 2 mar 16:16
  |   to alice: reminder "[#4] Waiting for 4 hours: Mail is slow too"
  |   to bob: reminder "[#4] Waiting for 4 hours: Mail is slow too"
  | mon 2 mar 16:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 12:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 12:00
  | first-response step 2 of #3 is due
  |   first-response step 3 tue 3 mar 12:00
  |   to lena: due-list "3 tickets are due"
  | mon 2 mar 16:16
  | first-response step 2 of #4 is due
  |   first-response step 3 tue 3 mar 12:16
  |   to lena: escalation "[#4] No answer for 6 hours: Mail is slow too"
  | tue 3 mar 10:15
  |   alert for max: team support, 4 of 3
  |   to max: alert "4 unfinished tickets: team support"
max reads
  | Subject: 4 unfinished tickets: team support
  |
  | 4 unfinished tickets: team support
  |
  | 4 tickets are new, open, pending or on hold.
  | You are told from 3 on.
  | You were told first Mon 2 Mar 2026, 10:15; it has not become well since.
  |
  | #1 Cannot log in
  |     Ann Archer <ann@customer.example>; 1 day old, nobody has it
  |     Answer: support+r1ciaaaaabaaaaabyakbbjgqvceay7vgtty6ul5nzpqraec@example.org
  | #2 Slow network
  |     Ann Archer <ann@customer.example>; 1 day old, nobody has it
  |     Answer: support+r1ciaaaaacaaaaabyakbbi7374wiqvj5vyno66nskxekce6@example.org
  | #3 Question about card 4012 8888 8888 1881
  |     Dora Dunn <dora@other.example>; 1 day old, nobody has it
  |     Answer: support+r1ciaaaaadaaaaabyakbbjzyrotshn5u4sbazobmbklucbk@example.org
  | #4 Mail is slow too
  |     Ann Archer <ann@customer.example>; 23 hours old, nobody has it
  |     Answer: support+r1ciaaaaaeaaaaabyakbblua32yswiy3ewz2k5jou6egmm6@example.org
  |
  | What helps here, as an order to one of these tickets: #assign NAME, #take, #priority high, #team NAME.
  |
  | ------------------------------------------------------------
  | Write to the address below a ticket. Orders go at the very top, one a line; what you write below them goes to the customer, unless the first line is #note: then only colleagues see it. A reply to this mail itself would open a new ticket.

# What helps by mail works: an order to the address below a ticket.
max writes below #1:
    #assign bob
  | commands for #1 by token
  |   assigned to bob; max: #assign bob
  |   to bob: assigned "[#1] Yours: Cannot log in"
  |   to max: receipt "[#1] Done: Cannot log in"
wednesday 09:00
  | tue 3 mar 12:00
  | first-response step 3 of #1 is due
  | first-response step 3 of #2 is due
  | first-response step 3 of #3 is due
  |   to max: due-list "3 tickets are due"
  | tue 3 mar 12:16
  | first-response step 3 of #4 is due
  |   to max: escalation "[#4] No answer for 1 day 2 hours: Mail is slow too"

# One less is not well yet; two less are.
bob replies about #1:
    #resolve
    Please try again.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning mon 9 mar 09:00; pending -> resolved; close sat 7 mar 09:00;
  |   bob: #resolve; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
wednesday 09:40
bob replies about #2:
    #resolve
    It was the switch.
  | appended to #2 by token
  |   answer; new -> pending; closing-warning mon 9 mar 09:40; pending -> resolved; close sat 7 mar 09:40;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Slow network [#2]"
  |   to bob: receipt "[#2] Done: Slow network"
bob replies about #3:
    #resolve
    The one that ends in 1881.
  | appended to #3 by token
  |   answer; new -> pending; closing-warning mon 9 mar 09:40; pending -> resolved; close sat 7 mar 09:40;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to dora: reply "Re: Question about card 4012 8888 8888 1881 [#3]"
  |   to bob: receipt "[#3] Done: Question about card •••• •••• •••• 1881"
wednesday 10:10
  | wed 4 mar 09:45
  |   alert over for max: team support

# When it is too much again, he hears of it, once the day is over on which he was told.
ann writes to support: "And now the printer"
    It smokes.
  | opened #5
  |   rule "printers"; team hardware; assigned to alice; first-response wed 4 mar 14:10
  |   to alice: assigned "[#5] Yours: And now the printer"
  |   to ann: received "[#5] We have received your message"
dora writes to support: "Another question"
    How late are you open?
  | opened #6
  |   team support; first-response wed 4 mar 14:10
  |   to alice: new-ticket "[#6] New: Another question"
  |   to bob: new-ticket "[#6] New: Another question"
  |   to dora: received "[#6] We have received your message"
dora writes to support: "One more"
    And on Sundays?
  | opened #7
  |   team support; first-response wed 4 mar 14:10
  |   to alice: new-ticket "[#7] New: One more"
  |   to bob: new-ticket "[#7] New: One more"
  |   to dora: received "[#7] We have received your message"
wednesday 11:00
  | wed 4 mar 10:15
  |   alert for max: team support, 3 of 3
  |   to max: alert "3 unfinished tickets: team support"
thursday 11:00
  | wed 4 mar 14:10
  | first-response of #5 is due
  |   first-response is broken; first-response step 2 wed 4 mar 16:10
  | first-response of #6 is due
  |   first-response is broken; first-response step 2 wed 4 mar 16:10
  | first-response of #7 is due
  |   first-response is broken; first-response step 2 wed 4 mar 16:10
  |   to alice: due-list "3 tickets are due"
  |   to bob: due-list "2 tickets are due"
  | wed 4 mar 16:10
  | first-response step 2 of #5 is due
  |   first-response step 3 thu 5 mar 12:10
  | first-response step 2 of #6 is due
  |   first-response step 3 thu 5 mar 12:10
  | first-response step 2 of #7 is due
  |   first-response step 3 thu 5 mar 12:10
  |   to lena: due-list "3 tickets are due"
  | thu 5 mar 10:15
  |   alert for max: team support, 3 of 3
  |   to max: alert "3 unfinished tickets: team support"
admin asks: records alert-raised
  | > 110 2026-03-05T09:15:00Z desk (the desk itself)
  | >     max is told of team support: 3, where 3 is the limit (backlog 3, clear at 60 % team support)
  | >     letter o43 alert to max
  | > 93 2026-03-04T09:15:00Z desk (the desk itself)
  | >     max is told of team support: 3, where 3 is the limit (backlog 3, clear at 60 % team support)
  | >     letter o39 alert to max
  | > 49 2026-03-03T09:15:00Z desk (the desk itself)
  | >     max is told of team support: 4, where 3 is the limit (backlog 3, clear at 60 % team support)
  | >     letter o20 alert to max
  | > 17 2026-03-02T09:15:00Z desk (the desk itself)
  | >     max is told of team support: 3, where 3 is the limit (backlog 3, clear at 60 % team support)
  | >     letter o10 alert to max
