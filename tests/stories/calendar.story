# Nobody is reminded while the desk is closed, and closed time does not count.

ann is Ann Archer <ann@customer.example>

# Two hours before the weekend.
friday 15:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 9 mar 11:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
nothing happens until monday 10:59
monday 11:00
  | mon 9 mar 11:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 9 mar 13:00
  |   to alice: reminder "[#1] Waiting for 2 days 20 hours: Cannot log in"
  |   to bob: reminder "[#1] Waiting for 2 days 20 hours: Cannot log in"
bob replies:
    Please try again.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 14 mar 11:00; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"

# After hours: the four hours begin in the morning.
monday 22:00
ann writes to support: "Still cannot log in"
    The same again.
  | opened #2
  |   team support; first-response tue 10 mar 13:00
  |   to alice: new-ticket "[#2] New: Still cannot log in"
  |   to bob: new-ticket "[#2] New: Still cannot log in"
  |   to ann: received "[#2] We have received your message"
tuesday 14:00
  | tue 10 mar 13:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 tue 10 mar 15:00
  |   to alice: reminder "[#2] Waiting for 15 hours: Still cannot log in"
  |   to bob: reminder "[#2] Waiting for 15 hours: Still cannot log in"
bob replies about #2:
    #close
    Now it works.
  | appended to #2 by token
  |   answer; new -> pending; closing-warning sun 15 mar 14:00; pending -> closed; bob: #close; assigned to bob;
  |   no first-response (a public answer)
  |   to ann: reply "Re: Still cannot log in [#2]"
  |   to bob: receipt "[#2] Done: Still cannot log in"
bob replies about #1:
    #close
  | commands for #1 by token
  |   pending -> closed; bob: #close
  |   to bob: receipt "[#1] Done: Cannot log in"

# The Thursday before Easter. Friday and Monday are holidays, the clocks have changed on the Sunday before.
2026-04-02 16:00
ann writes to support: "Easter eggs"
    They do not open.
  | opened #3
  |   team support; first-response tue 7 apr 12:00
  |   to alice: new-ticket "[#3] New: Easter eggs"
  |   to bob: new-ticket "[#3] New: Easter eggs"
  |   to ann: received "[#3] We have received your message"
nothing happens until 2026-04-07 11:59
tuesday 12:00
  | tue 7 apr 12:00
  | first-response of #3 is due
  |   first-response is broken; first-response step 2 tue 7 apr 14:00
  |   to alice: reminder "[#3] Waiting for 4 days 20 hours: Easter eggs"
  |   to bob: reminder "[#3] Waiting for 4 days 20 hours: Easter eggs"
bob reads
  | Subject: [#3] Waiting for 4 days 20 hours: Easter eggs
  |
  | === #3 === Write above this line ===
  |
  | Ann Archer has been waiting for an answer for 4 days 20 hours.
  | The first answer was promised by Tue 7 Apr 2026, 12:00.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Ann Archer <ann@customer.example> wrote, Thu 2 Apr 2026, 16:00:
  |
  | They do not open.
  |
  | ------------------------------------------------------------
  | Ticket #3: Easter eggs
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Thu 2 Apr 2026, 16:00.
  | The answer was due: Tue 7 Apr 2026, 12:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies:
    #close
    Use a hammer.
  | appended to #3 by token
  |   answer; new -> pending; closing-warning sun 12 apr 12:00; pending -> closed; bob: #close; assigned to bob;
  |   no first-response (a public answer)
  |   to ann: reply "Re: Easter eggs [#3]"
  |   to bob: receipt "[#3] Done: Easter eggs"

# Reminders are read in the time zone of who asks: nine in New York is three in the afternoon here.
wednesday 10:00
ann writes to billing: "Where is my order?"
    I ordered last week.
  | opened #4
  |   team billing; assigned to carol; first-response wed 8 apr 14:00
  |   to carol: assigned "[#4] Yours: Where is my order?"
  |   to ann: received "[#4] We have received your message"
admin changes staff.toml:
    - members = ["carol", "dieter", "nancy"]
    + members = ["nancy"]
+10m
ann writes to billing: "Where is my other order?"
    I ordered two weeks ago.
  | opened #5
  |   team billing; assigned to nancy; first-response wed 8 apr 14:10
  |   to nancy: assigned "[#5] Yours: Where is my other order?"
  |   to ann: received "[#5] We have received your message"
nancy reads
  | Subject: [#5] Yours: Where is my other order?
  |
  | === #5 === Write above this line ===
  |
  | This ticket is yours now.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Ann Archer <ann@customer.example> wrote, Wed 8 Apr 2026, 04:10:
  |
  | I ordered two weeks ago.
  |
  | ------------------------------------------------------------
  | Ticket #5: Where is my other order?
  | Status: new. Priority: normal. Team: billing.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Wed 8 Apr 2026, 04:10.
  | Next answer due: Wed 8 Apr 2026, 08:10.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
nancy replies:
    #remind tomorrow 9:00 ask the shop
  | commands for #5 by token
  |   follow-up thu 9 apr 15:00; nancy: #remind tomorrow 9:00 ask the shop
  |   to nancy: receipt "[#5] Done: Where is my other order?"
nancy reads
  | Subject: [#5] Done: Where is my other order?
  |
  | === #5 === Write above this line ===
  |
  | Done:
  | * You will be reminded: Thu 9 Apr 2026, 09:00 (ask the shop).
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #5: Where is my other order?
  | Status: new. Priority: normal. Team: billing.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Wed 8 Apr 2026, 04:10.
  | Next answer due: Wed 8 Apr 2026, 08:10.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Wed 8 Apr 2026, 04:10:
  | > I ordered two weeks ago.
thursday 15:00
  | wed 8 apr 14:00
  | first-response of #4 is due
  |   first-response is broken; first-response step 2 wed 8 apr 16:00
  |   to carol: reminder "[#4] Waiting for 4 hours: Where is my order?"
  | wed 8 apr 14:10
  | first-response of #5 is due
  |   first-response is broken; nancy is told wed 8 apr 15:00; first-response step 2 wed 8 apr 16:10
  | wed 8 apr 15:00
  |   to nancy: reminder "[#5] Waiting for 4 hours 50 minutes: Where is my other order?"
  | wed 8 apr 16:00
  | first-response step 2 of #4 is due
  |   first-response step 3 thu 9 apr 12:00
  |   to lena: escalation "[#4] No answer for 6 hours: Where is my order?"
  | wed 8 apr 16:10
  | first-response step 2 of #5 is due
  |   first-response step 3 thu 9 apr 12:10
  | wed 8 apr 16:15
  |   to lena: escalation "[#5] No answer for 6 hours 5 minutes: Where is my other order?"
  | thu 9 apr 12:00
  | first-response step 3 of #4 is due
  |   to max: escalation "[#4] No answer for 1 day 2 hours: Where is my order?"
  | thu 9 apr 12:10
  | first-response step 3 of #5 is due
  | thu 9 apr 12:15
  |   to max: escalation "[#5] No answer for 1 day 2 hours: Where is my other order?"
  | thu 9 apr 15:00
  | follow-up of #5 is due
  |   to nancy: follow-up "[#5] Your reminder: Where is my other order?"
nancy reads
  | Subject: [#5] Your reminder: Where is my other order?
  |
  | === #5 === Write above this line ===
  |
  | You wanted to be reminded of this ticket.
  | “ask the shop”
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Ann Archer <ann@customer.example> wrote, Wed 8 Apr 2026, 04:10:
  |
  | I ordered two weeks ago.
  |
  | ------------------------------------------------------------
  | Ticket #5: Where is my other order?
  | Status: new. Priority: normal. Team: billing.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Wed 8 Apr 2026, 04:10.
  | The answer was due: Wed 8 Apr 2026, 08:10.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# On a Saturday anybody may be reminded who has asked for it.
nancy replies:
    #remind saturday 10:00
  | commands for #5 by token
  |   follow-up sat 11 apr 16:00; nancy: #remind saturday 10:00
  |   to nancy: receipt "[#5] Done: Where is my other order?"
saturday 20:00
  | sat 11 apr 16:00
  | follow-up of #5 is due
  |   to nancy: follow-up "[#5] Your reminder: Where is my other order?"
