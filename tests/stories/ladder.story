# Every step of a ladder: the team, the assignee, the lead, the manager, his manager; each in his own time, one mail each. And who ends it.

ann is Ann Archer <ann@customer.example>

admin changes staff.toml:
    - name = "managers"
    + name = "managers"
    + reports_to = "directors"
    +
    + [[role]]
    + name = "directors"
    +
    + [[staff]]
    + name = "dora"
    + display = "Dora Director"
    + address = "dora@example.org"
    + profile = "supervisor"
    + role = "directors"
    + quiet_hours = "08:00-10:30"

admin changes service.toml:
    - [[ladder]]
    + [[ladder]]
    + before = "1h"
    + tell = "assignee"
    +
    + [[ladder]]

    - [closing]
    + [[ladder]]
    + after = "1h"
    + tell = "upper-manager"
    +
    + [closing]

# Nobody has the first one, so the team is told instead of the assignee. Lena is told two hours after, Max four hours later, and
# Dora, who is left alone until half past ten, one hour after that.
monday 09:00
ann writes to support: "Nobody takes it"
    Hello?
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Nobody takes it"
  |   to bob: new-ticket "[#1] New: Nobody takes it"
  |   to ann: received "[#1] We have received your message"
thursday 09:00
  | mon 2 mar 12:00
  | first-response of #1 is due
  |   first-response step 2 mon 2 mar 13:00
  |   to alice: reminder "[#1] Waiting for 3 hours: Nobody takes it"
  |   to bob: reminder "[#1] Waiting for 3 hours: Nobody takes it"
  | mon 2 mar 13:00
  | first-response step 2 of #1 is due
  |   first-response is broken; first-response step 3 mon 2 mar 15:00
  |   to alice: reminder "[#1] Waiting for 4 hours: Nobody takes it"
  |   to bob: reminder "[#1] Waiting for 4 hours: Nobody takes it"
  | mon 2 mar 15:00
  | first-response step 3 of #1 is due
  |   first-response step 4 tue 3 mar 11:00
  |   to lena: escalation "[#1] No answer for 6 hours: Nobody takes it"
  | tue 3 mar 11:00
  | first-response step 4 of #1 is due
  |   first-response step 5 tue 3 mar 12:00
  |   to max: escalation "[#1] No answer for 1 day 2 hours: Nobody takes it"
  | tue 3 mar 12:00
  | first-response step 5 of #1 is due
  |   to dora@example.org: escalation "[#1] No answer for 1 day 3 hours: Nobody takes it"

# Bob has the second one. He answers after the warning: nobody else hears of it.
ann writes to support: "Answered in time"
    Hello?
  | opened #2
  |   team support; first-response thu 5 mar 13:00
  |   to alice: new-ticket "[#2] New: Answered in time"
  |   to bob: new-ticket "[#2] New: Answered in time"
  |   to ann: received "[#2] We have received your message"
bob replies:
    #take
  | commands for #2 by token
  |   assigned to bob; bob: #take
  |   to bob: receipt "[#2] Done: Answered in time"
thursday 12:30
  | thu 5 mar 12:00
  | first-response of #2 is due
  |   first-response step 2 thu 5 mar 13:00
  |   to bob: reminder "[#2] Waiting for 3 hours: Answered in time"
bob replies about #2:
    Here you are.
  | appended to #2 by token
  |   answer; new -> pending; closing-warning tue 10 mar 12:30; no first-response (a public answer)
  |   to ann: reply "Re: Answered in time [#2]"
nothing happens until friday 09:00

# Of the third the lead hears, and gives it to Alice, who answers: the manager never hears of it.
ann writes to support: "The lead helps"
    Hello?
  | opened #3
  |   team support; first-response fri 6 mar 13:00
  |   to alice: new-ticket "[#3] New: The lead helps"
  |   to bob: new-ticket "[#3] New: The lead helps"
  |   to ann: received "[#3] We have received your message"
bob replies:
    #take
  | commands for #3 by token
  |   assigned to bob; bob: #take
  |   to bob: receipt "[#3] Done: The lead helps"
friday 15:30
  | fri 6 mar 12:00
  | first-response of #3 is due
  |   first-response step 2 fri 6 mar 13:00
  |   to bob: reminder "[#3] Waiting for 3 hours: The lead helps"
  | fri 6 mar 13:00
  | first-response step 2 of #3 is due
  |   first-response is broken; first-response step 3 fri 6 mar 15:00
  |   to bob: reminder "[#3] Waiting for 4 hours: The lead helps"
  | fri 6 mar 15:00
  | first-response step 3 of #3 is due
  |   first-response step 4 mon 9 mar 11:00
  |   to lena: escalation "[#3] No answer for 6 hours: The lead helps"
lena replies about #3:
    #assign alice
    Please help her.
  | appended to #3 by token
  |   note; assigned to alice; lena: #assign alice
  |   to alice: assigned "[#3] Yours: The lead helps"
  |   to bob: staff-activity "[#3] The lead helps"
  |   to lena: receipt "[#3] Done: The lead helps"
alice replies about #3:
    Hello Ann, I have it now.
  | appended to #3 by token
  |   answer; new -> pending; closing-warning wed 11 mar 15:30; no first-response (a public answer)
  |   to ann: reply "Re: The lead helps [#3]"
nothing happens until monday 09:00

# What is closed, put aside or waits for somebody else is not told any further.
ann writes to support: "Closed"
    Hello?
  | opened #4
  |   team support; first-response mon 9 mar 13:00
  |   to alice: new-ticket "[#4] New: Closed"
  |   to bob: new-ticket "[#4] New: Closed"
  |   to ann: received "[#4] We have received your message"
bob replies:
    #take
    #close
  | commands for #4 by token
  |   assigned to bob; bob: #take; new -> closed; bob: #close; no first-response (the ticket is closed)
  |   to bob: receipt "[#4] Done: Closed"
ann writes to support: "Put aside"
    Hello?
  | opened #5
  |   team support; first-response mon 9 mar 13:00
  |   to alice: new-ticket "[#5] New: Put aside"
  |   to bob: new-ticket "[#5] New: Put aside"
  |   to ann: received "[#5] We have received your message"
bob replies:
    #take
    #snooze tuesday 14:00
  | commands for #5 by token
  |   assigned to bob; bob: #take; new -> on-hold; snooze tue 10 mar 14:00; bob: #snooze tuesday 14:00;
  |   first-response stands still
  |   to bob: receipt "[#5] Done: Put aside"
ann writes to support: "On hold"
    Hello?
  | opened #6
  |   team support; first-response mon 9 mar 13:00
  |   to alice: new-ticket "[#6] New: On hold"
  |   to bob: new-ticket "[#6] New: On hold"
  |   to ann: received "[#6] We have received your message"
bob replies:
    #take
    #hold
  | commands for #6 by token
  |   assigned to bob; bob: #take; new -> on-hold; bob: #hold; first-response stands still
  |   to bob: receipt "[#6] Done: On hold"
tuesday 13:59
  | tue 10 mar 12:30
  | closing-warning of #2 is due
  |   auto-close thu 12 mar 12:30
  |   to ann: closing-warning "[#2] Do you still need help?"

# What was put aside comes back late: it is told once more from the first step.
tuesday 17:00
  | tue 10 mar 14:00
  | snooze of #5 is due
  |   on-hold -> open; first-response wed 11 mar 10:00
  |   to bob: follow-up "[#5] Your reminder: Put aside"
show #5
  | #5 "Put aside": open, normal; team support; bob has it; from ann; with ann
  |   first-response wed 11 mar 10:00
  |   mon 9 mar 09:00 ann wrote: Hello?

# An automatic answer settles nothing, and neither does a note.
ann writes to support: "Out of office"
    Hello?
  | opened #7
  |   team support; first-response wed 11 mar 13:00
  |   to alice: new-ticket "[#7] New: Out of office"
  |   to bob: new-ticket "[#7] New: Out of office"
  |   to ann: received "[#7] We have received your message"
bob replies about #7:
    #take
    #note I ask somebody.
  | appended to #7 by token
  |   note; assigned to bob; bob: #take; bob: #note I ask somebody.
  |   to bob: receipt "[#7] Done: Out of office"
bob's absence note answers:
    I am away.
  | appended to #7 by own-id (out-of-office)
  |   kept as a machine's; bob perhaps away
  |   to lena: absence "[#7] Absence: Bob Brook"
wednesday 17:00
  | wed 11 mar 09:00
  | first-response of #5 is due
  |   first-response step 2 wed 11 mar 10:00
  |   to bob: reminder "[#5] Waiting for 2 days: Put aside"
  | wed 11 mar 10:00
  | first-response step 2 of #5 is due
  |   first-response is broken; first-response step 3 wed 11 mar 12:00
  |   to bob: reminder "[#5] Waiting for 2 days 1 hour: Put aside"
  | wed 11 mar 12:00
  | first-response step 3 of #5 is due
  |   first-response step 4 wed 11 mar 16:00
  | first-response of #7 is due
  |   first-response step 2 wed 11 mar 13:00
  |   to bob: reminder "[#7] Waiting for 19 hours: Out of office"
  |   to lena: escalation "[#5] No answer for 2 days 3 hours: Put aside"
  | wed 11 mar 13:00
  | first-response step 2 of #7 is due
  |   first-response is broken; first-response step 3 wed 11 mar 15:00
  |   to bob: reminder "[#7] Waiting for 20 hours: Out of office"
  | wed 11 mar 15:00
  | first-response step 3 of #7 is due
  |   first-response step 4 thu 12 mar 11:00
  |   to lena: escalation "[#7] No answer for 22 hours: Out of office"
  | wed 11 mar 15:30
  | closing-warning of #3 is due
  |   auto-close fri 13 mar 15:30
  |   to ann: closing-warning "[#3] Do you still need help?"
  | wed 11 mar 16:00
  | first-response step 4 of #5 is due
  |   first-response step 5 wed 11 mar 17:00
  |   to max: escalation "[#5] No answer for 2 days 7 hours: Put aside"
  | wed 11 mar 17:00
  | first-response step 5 of #5 is due
  |   dora@example.org is told thu 12 mar 10:30

# Bob's lead is his manager too, so that the manager's step has told Max: the last one goes on to Dora.
thursday 12:00
  | thu 12 mar 10:30
  |   to dora@example.org: escalation "[#5] No answer for 3 days 1 hour: Put aside"
  | thu 12 mar 11:00
  | first-response step 4 of #7 is due
  |   first-response step 5 thu 12 mar 12:00
  |   to max: escalation "[#7] No answer for 1 day 18 hours: Out of office"
  | thu 12 mar 12:00
  | first-response step 5 of #7 is due
  |   to dora@example.org: escalation "[#7] No answer for 1 day 19 hours: Out of office"

# Two more get as far as the manager. One he answers himself; about the other he writes to Bob, who answers. Dora hears of neither.
ann writes to support: "The manager answers"
    Hello?
  | opened #8
  |   team support; first-response thu 12 mar 16:00
  |   to alice: new-ticket "[#8] New: The manager answers"
  |   to bob: new-ticket "[#8] New: The manager answers"
  |   to ann: received "[#8] We have received your message"
thursday 13:00
  | thu 12 mar 12:30
  | auto-close of #2 is due
  |   pending -> closed
  |   to ann: closed "[#2] Your request is closed"
ann writes to support: "Bob answers after the manager"
    Hello?
  | opened #9
  |   team support; first-response thu 12 mar 17:00
  |   to alice: new-ticket "[#9] New: Bob answers after the manager"
  |   to bob: new-ticket "[#9] New: Bob answers after the manager"
  |   to ann: received "[#9] We have received your message"
bob replies about #9:
    #take
  | commands for #9 by token
  |   assigned to bob; bob: #take
  |   to bob: receipt "[#9] Done: Bob answers after the manager"
friday 14:30
  | thu 12 mar 15:00
  | first-response of #8 is due
  |   first-response step 2 thu 12 mar 16:00
  |   to alice: reminder "[#8] Waiting for 3 hours: The manager answers"
  |   to bob: reminder "[#8] Waiting for 3 hours: The manager answers"
  | thu 12 mar 16:00
  | first-response step 2 of #8 is due
  |   first-response is broken; first-response step 3 fri 13 mar 10:00
  | first-response of #9 is due
  |   first-response step 2 thu 12 mar 17:00
  |   to alice: reminder "[#8] Waiting for 4 hours: The manager answers"
  |   to bob: due-list "2 tickets are due"
  | thu 12 mar 17:00
  | first-response step 2 of #9 is due
  |   first-response is broken; bob is told fri 13 mar 09:00; first-response step 3 fri 13 mar 11:00
  | fri 13 mar 09:00
  |   to bob: reminder "[#9] Waiting for 20 hours: Bob answers after the manager"
  | fri 13 mar 10:00
  | first-response step 3 of #8 is due
  |   first-response step 4 fri 13 mar 14:00
  |   to lena: escalation "[#8] No answer for 22 hours: The manager answers"
  | fri 13 mar 11:00
  | first-response step 3 of #9 is due
  |   first-response step 4 fri 13 mar 15:00
  |   to lena: escalation "[#9] No answer for 22 hours: Bob answers after the manager"
  | fri 13 mar 14:00
  | first-response step 4 of #8 is due
  |   first-response step 5 fri 13 mar 15:00
  |   to max: escalation "[#8] No answer for 1 day 2 hours: The manager answers"
max replies about #8:
    #take
    Hello Ann, I am the manager, and this is the answer.
  | appended to #8 by token
  |   note; assigned to max; max: #take
  |   to max: receipt "[#8] Done: The manager answers"
max reads
  | Subject: [#8] Done: The manager answers
  |
  | === #8 === Write above this line ===
  |
  | Done:
  | * Your note is in the ticket; the customer does not see it.
  | * Assigned to Max Major.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #8: The manager answers
  | Status: new. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Thu 12 Mar 2026, 12:00.
  | The answer was due: Thu 12 Mar 2026, 16:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Thu 12 Mar 2026, 12:00:
  | > Hello?
max replies about #8:
    Hello Ann, I am the manager, and this is the answer.
  | appended to #8 by token
  |   answer; new -> pending; closing-warning wed 18 mar 14:30; no first-response (a public answer)
  |   to ann: reply "Re: The manager answers [#8]"
friday 15:30
  | fri 13 mar 15:00
  | first-response step 4 of #9 is due
  |   first-response step 5 fri 13 mar 16:00
  |   to max: escalation "[#9] No answer for 1 day 2 hours: Bob answers after the manager"
  | fri 13 mar 15:30
  | auto-close of #3 is due
  |   pending -> closed
  |   to ann: closed "[#3] Your request is closed"
max replies about #9:
    Please answer her now, Bob.
  | appended to #9 by token
  |   note
  |   to bob: staff-activity "[#9] Bob answers after the manager"
bob replies about #9:
    Hello Ann, here it is.
  | appended to #9 by token
  |   answer; new -> pending; closing-warning wed 18 mar 15:30; no first-response (a public answer)
  |   to ann: reply "Re: Bob answers after the manager [#9]"
nothing happens until monday 09:00
