# Promises to some: counted in their own hours, paused while the customer has the turn, counted anew when the ticket changes.

ann is Ann Archer <ann@customer.example>
gus is Gus Gold <gus@gold.example>

admin changes service.toml:
    - [closing]
    + [[calendar]]
    + name = "round the clock"
    + always = true
    +
    + [[sla]]
    + name = "gold"
    + when = { domain = "gold.example" }
    + first = { urgent = "1h", high = "2h", normal = "6h", low = "12h" }
    + next = "8h"
    + resolution = "2d"
    + calendar = "round the clock"
    + ladder = [
    +   { before = "1h", tell = "assignee" },
    +   { after = "0m", tell = "team" },
    +   { after = "2h", tell = "lead", repeat = 2 },
    + ]
    +
    + [closing]

# The same question at the same time: one customer has eight working hours, the other six hours by the clock.
friday 14:00
ann writes to support: "Cannot print"
    Nothing comes out.
  | opened #1
  |   team support; first-response mon 9 mar 10:00
  |   to alice: new-ticket "[#1] New: Cannot print"
  |   to bob: new-ticket "[#1] New: Cannot print"
  |   to ann: received "[#1] We have received your message"
gus writes to support: "Cannot scan"
    Nothing goes in.
  | opened #2
  |   team support; first-response by gold fri 6 mar 20:00; resolution by gold sun 8 mar 14:00
  |   to alice: new-ticket "[#2] New: Cannot scan"
  |   to bob: new-ticket "[#2] New: Cannot scan"
  |   to gus: received "[#2] We have received your message"
admin asks: explain #2
  | > 7 2026-03-06T13:00:00Z gus@gold.example
  | >     gus@gold.example became known
  | >     opened #2 for gus@gold.example
  | >     message 1 by gus@gold.example
  | >     team support
  | >     an answer is awaited
  | >     human message from support, delivered 2: opened, found by none, thread proof E0
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     rule "urgent words" did not match: subject does not match /(?i)\b(urgent|outage)\b/
  | >     rule "lottery" did not match: subject does not contain "you have won"
  | >     rule "invoices" did not match: subject contains none of "invoice", "refund"
  | >     rule "printers" did not match: subject does not contain "printer"
  | >     rule "complaints" did not match: body does not contain "complaint"
  | >     rule "machines" did not match: kind is human, not one of list, notification
  | >     first-response promised until 2026-03-06T19:00:00Z (gold)
  | >     due 2026-03-06T15:00:00Z first-response.0
  | >     resolution promised until 2026-03-08T13:00:00Z (gold)
  | >     due 2026-03-06T15:00:00Z resolution.0
  | >     letter o4 new-ticket to alice
  | >     letter o5 new-ticket to bob
  | >     letter o6 received to gus@gold.example
  | > 8 2026-03-06T13:00:00Z desk
  | >     3 letters are being sent
  | > 9 2026-03-06T13:00:00Z desk
  | >     letter o4 sent: 250 2.0.0 Ok
  | > 10 2026-03-06T13:00:00Z desk
  | >     letter o5 sent: 250 2.0.0 Ok
  | > 11 2026-03-06T13:00:00Z desk
  | >     letter o6 sent: 250 2.0.0 Ok
  | > first-response (promise gold): 6h promised, 0s used, 6h left, due 2026-03-06T19:00:00Z
  | >     2026-03-06T13:00:00Z to 2026-03-06T13:00:00Z new: 0s of working time
  | > resolution (promise gold): 2d promised, 0s used, 2d left, due 2026-03-08T13:00:00Z
  | >     2026-03-06T13:00:00Z to 2026-03-06T13:00:00Z new: 0s of working time

# A more pressing ticket is due earlier.
friday 15:00
bob replies about #2:
    #take
    #priority high
  | commands for #2 by token
  |   assigned to bob; bob: #take; priority high; bob: #priority high; first-response by gold fri 6 mar 16:00;
  |   first-response step 2 fri 6 mar 16:00
  |   to bob: receipt "[#2] Done: Cannot scan"
show #2
  | #2 "Cannot scan": new, high; team support; bob has it; from gus; with gus
  |   first-response fri 6 mar 16:00
  |   resolution sun 8 mar 14:00
  |   fri 6 mar 14:00 gus wrote: Nothing goes in.

# At four it is late, and an hour of bob's working time before its solution is due: he hears it once.
friday 15:30
friday 16:00
  | fri 6 mar 16:00
  | first-response step 2 of #2 is due
  |   first-response is broken; first-response step 3 mon 9 mar 10:00
  | resolution of #2 is due
  |   resolution step 2 sun 8 mar 14:00
  |   to alice: reminder "[#2] Waiting for 2 hours: Cannot scan"
  |   to bob: reminder "[#2] Waiting for 2 hours: Cannot scan"
bob reads
  | Subject: [#2] Waiting for 2 hours: Cannot scan
  |
  | === #2 === Write above this line ===
  |
  | Gus Gold has been waiting for an answer for 2 hours.
  | The first answer was promised by Fri 6 Mar 2026, 16:00.
  |
  | Your reply goes to Gus Gold, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Gus Gold <gus@gold.example> wrote, Fri 6 Mar 2026, 14:00:
  |
  | Nothing goes in.
  |
  | ------------------------------------------------------------
  | Ticket #2: Cannot scan
  | Status: new. Priority: high. Team: support.
  | Assigned to you.
  | From Gus Gold <gus@gold.example>, opened Fri 6 Mar 2026, 14:00.
  | The answer was due: Fri 6 Mar 2026, 16:00.
  | To be resolved by: Sun 8 Mar 2026, 14:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# What the desk asks of the customer stops the clock of the solution; his answer lets it run on.
bob replies about #2:
    Which scanner is it?
  | appended to #2 by token
  |   answer; new -> pending; closing-warning wed 11 mar 16:00; no first-response (a public answer);
  |   resolution stands still
  |   to gus: reply "Re: Cannot scan [#2]"
show #2
  | #2 "Cannot scan": pending, high; team support; bob has it; from gus; with gus
  |   resolution sun 8 mar 14:00 (stands still)
  |   closing-warning wed 11 mar 16:00
  |   fri 6 mar 14:00 gus wrote: Nothing goes in.
  |   fri 6 mar 16:00 bob answered: Which scanner is it?
friday 17:30
gus replies:
    The one by the window.
  | appended to #2 by token
  |   pending -> open; next-response by gold sat 7 mar 01:30; next-response step 2 sat 7 mar 01:30;
  |   resolution by gold sun 8 mar 15:30; resolution step 2 sun 8 mar 15:30
  |   to bob: customer-reply "[#2] Cannot scan"
show #2
  | #2 "Cannot scan": open, high; team support; bob has it; from gus; with gus
  |   next-response sat 7 mar 01:30
  |   resolution sun 8 mar 15:30
  |   fri 6 mar 14:00 gus wrote: Nothing goes in.
  |   fri 6 mar 16:00 bob answered: Which scanner is it?
  |   fri 6 mar 17:30 gus wrote: The one by the window.
admin asks: explain #2
  | > 7 2026-03-06T13:00:00Z gus@gold.example
  | >     gus@gold.example became known
  | >     opened #2 for gus@gold.example
  | >     message 1 by gus@gold.example
  | >     team support
  | >     an answer is awaited
  | >     human message from support, delivered 2: opened, found by none, thread proof E0
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     rule "urgent words" did not match: subject does not match /(?i)\b(urgent|outage)\b/
  | >     rule "lottery" did not match: subject does not contain "you have won"
  | >     rule "invoices" did not match: subject contains none of "invoice", "refund"
  | >     rule "printers" did not match: subject does not contain "printer"
  | >     rule "complaints" did not match: body does not contain "complaint"
  | >     rule "machines" did not match: kind is human, not one of list, notification
  | >     first-response promised until 2026-03-06T19:00:00Z (gold)
  | >     due 2026-03-06T15:00:00Z first-response.0
  | >     resolution promised until 2026-03-08T13:00:00Z (gold)
  | >     due 2026-03-06T15:00:00Z resolution.0
  | >     letter o4 new-ticket to alice
  | >     letter o5 new-ticket to bob
  | >     letter o6 received to gus@gold.example
  | > 8 2026-03-06T13:00:00Z desk
  | >     3 letters are being sent
  | > 9 2026-03-06T13:00:00Z desk
  | >     letter o4 sent: 250 2.0.0 Ok
  | > 10 2026-03-06T13:00:00Z desk
  | >     letter o5 sent: 250 2.0.0 Ok
  | > 11 2026-03-06T13:00:00Z desk
  | >     letter o6 sent: 250 2.0.0 Ok
  | > 12 2026-03-06T14:00:00Z bob
  | >     assigned to bob
  | >     command #take
  | >     priority high
  | >     command #priority high
  | >     human message from support, delivered 3: commanded, found by token, thread proof E1
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     first-response promised until 2026-03-06T15:00:00Z (gold)
  | >     due 2026-03-06T15:00:00Z first-response.1
  | >     letter o7 receipt to bob
  | > 13 2026-03-06T14:00:00Z desk
  | >     1 letters are being sent
  | > 14 2026-03-06T14:00:00Z desk
  | >     letter o7 sent: 250 2.0.0 Ok
  | > 15 2026-03-06T15:00:00Z desk
  | >     first-response.1 fell due
  | >     first-response was not kept in time
  | >     alice is to be told of first-response.1 at 2026-03-06T15:00:00Z
  | >     bob is to be told of first-response.1 at 2026-03-06T15:00:00Z
  | >     due 2026-03-09T09:00:00Z first-response.2
  | > 16 2026-03-06T15:00:00Z desk
  | >     resolution.0 fell due
  | >     bob is to be told of resolution.0 at 2026-03-06T15:00:00Z
  | >     due 2026-03-08T13:00:00Z resolution.1
  | > 17 2026-03-06T15:00:00Z desk
  | >     alice was told what is due
  | >     letter o8 reminder to alice
  | > 18 2026-03-06T15:00:00Z desk
  | >     bob was told what is due
  | >     letter o9 reminder to bob
  | > 19 2026-03-06T15:00:00Z desk
  | >     2 letters are being sent
  | > 20 2026-03-06T15:00:00Z desk
  | >     letter o8 sent: 250 2.0.0 Ok
  | > 21 2026-03-06T15:00:00Z desk
  | >     letter o9 sent: 250 2.0.0 Ok
  | > 22 2026-03-06T15:00:00Z bob
  | >     answer 2 by bob
  | >     first-response.2 settled: a public answer
  | >     status new → pending
  | >     due 2026-03-11T15:00:00Z closing-warning
  | >     human message from support, delivered 4: appended, found by token, thread proof E1
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     first-response settled: a public answer
  | >     the clock of resolution stands still
  | >     resolution.1 settled: its clock stands still
  | >     letter o10 reply to gus@gold.example
  | > 23 2026-03-06T15:00:00Z desk
  | >     1 letters are being sent
  | > 24 2026-03-06T15:00:00Z desk
  | >     letter o10 sent: 250 2.0.0 Ok
  | > 25 2026-03-06T16:30:00Z gus@gold.example
  | >     message 3 by gus@gold.example
  | >     status pending → open
  | >     an answer is awaited
  | >     human message from support, delivered 5: appended, found by token, thread proof E1
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     next-response promised until 2026-03-07T00:30:00Z (gold)
  | >     due 2026-03-07T00:30:00Z next-response.1
  | >     resolution promised until 2026-03-08T14:30:00Z (gold)
  | >     due 2026-03-08T14:30:00Z resolution.1
  | >     letter o11 customer-reply to bob
  | > 26 2026-03-06T16:30:00Z desk
  | >     1 letters are being sent
  | > 27 2026-03-06T16:30:00Z desk
  | >     letter o11 sent: 250 2.0.0 Ok
  | > next-response (promise gold): 8h promised, 0s used, 8h left, due 2026-03-07T00:30:00Z
  | >     2026-03-06T16:30:00Z to 2026-03-06T16:30:00Z open: 0s of working time
  | > resolution (promise gold): 2d promised, 2h used, 1d 22h left, due 2026-03-08T14:30:00Z
  | >     2026-03-06T13:00:00Z to 2026-03-06T15:00:00Z new: 2h of working time
  | >     2026-03-06T15:00:00Z to 2026-03-06T16:30:00Z pending: does not count
  | >     2026-03-06T16:30:00Z to 2026-03-06T16:30:00Z open: 0s of working time

# Broken at night: nobody is woken. On Monday at nine everything is told, in one mail where there are several.
monday 08:59
  | sat 7 mar 01:30
  | next-response step 2 of #2 is due
  |   next-response is broken; alice is told mon 9 mar 09:00; bob is told mon 9 mar 09:00;
  |   next-response step 3 mon 9 mar 11:00
  | sun 8 mar 15:30
  | resolution step 2 of #2 is due
  |   resolution is broken; alice is told mon 9 mar 09:00; bob is told mon 9 mar 09:00;
  |   resolution step 3 mon 9 mar 11:00
monday 09:00
  | mon 9 mar 09:00
  |   to alice: reminder "[#2] Waiting for 2 days 15 hours: Cannot scan"
  |   to bob: reminder "[#2] Waiting for 2 days 15 hours: Cannot scan"
bob reads
  | Subject: [#2] Waiting for 2 days 15 hours: Cannot scan
  |
  | === #2 === Write above this line ===
  |
  | Gus Gold has been waiting for an answer for 2 days 15 hours.
  | The answer was promised by Sat 7 Mar 2026, 01:30.
  |
  | Your reply goes to Gus Gold, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Gus Gold <gus@gold.example> wrote, Fri 6 Mar 2026, 17:30:
  |
  | The one by the window.
  |
  | ------------------------------------------------------------
  | Ticket #2: Cannot scan
  | Status: open. Priority: high. Team: support.
  | Assigned to you.
  | From Gus Gold <gus@gold.example>, opened Fri 6 Mar 2026, 14:00.
  | The answer was due: Sat 7 Mar 2026, 01:30.
  | To be resolved by: Sun 8 Mar 2026, 15:30.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Fri 6 Mar 2026, 16:00:
  | > Which scanner is it?
  |
  | Gus Gold <gus@gold.example>, Fri 6 Mar 2026, 14:00:
  | > Nothing goes in.
alice reads
  | Subject: [#2] Waiting for 2 days 15 hours: Cannot scan
  |
  | === #2 === Write above this line ===
  |
  | Gus Gold has been waiting for an answer for 2 days 15 hours.
  | The answer was promised by Sat 7 Mar 2026, 01:30.
  |
  | Your reply goes to Gus Gold, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Gus Gold <gus@gold.example> wrote, Fri 6 Mar 2026, 17:30:
  |
  | The one by the window.
  |
  | ------------------------------------------------------------
  | Ticket #2: Cannot scan
  | Status: open. Priority: high. Team: support.
  | Assigned to Bob Brook.
  | From Gus Gold <gus@gold.example>, opened Fri 6 Mar 2026, 14:00.
  | The answer was due: Sat 7 Mar 2026, 01:30.
  | To be resolved by: Sun 8 Mar 2026, 15:30.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Fri 6 Mar 2026, 16:00:
  | > Which scanner is it?
  |
  | Gus Gold <gus@gold.example>, Fri 6 Mar 2026, 14:00:
  | > Nothing goes in.
show #2
  | #2 "Cannot scan": open, high; team support; bob has it; from gus; with gus
  |   next-response sat 7 mar 01:30 (broken)
  |   resolution sun 8 mar 15:30 (broken)
  |   fri 6 mar 14:00 gus wrote: Nothing goes in.
  |   fri 6 mar 16:00 bob answered: Which scanner is it?
  |   fri 6 mar 17:30 gus wrote: The one by the window.
bob replies about #2:
    #resolve
    It was switched off.
  | appended to #2 by token
  |   answer; open -> pending; closing-warning sat 14 mar 09:00; pending -> resolved; close thu 12 mar 09:00;
  |   bob: #resolve; no next-response (a public answer); no resolution (the ticket is resolved)
  |   to gus: reply "Re: Cannot scan [#2]"
  |   to bob: receipt "[#2] Done: Cannot scan"
show #2
  | #2 "Cannot scan": resolved, high; team support; bob has it; from gus; with gus
  |   close thu 12 mar 09:00
  |   fri 6 mar 14:00 gus wrote: Nothing goes in.
  |   fri 6 mar 16:00 bob answered: Which scanner is it?
  |   fri 6 mar 17:30 gus wrote: The one by the window.
  |   mon 9 mar 09:00 bob answered: It was switched off.
monday 16:00
  | mon 9 mar 10:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 9 mar 12:00
  |   to alice: reminder "[#1] Waiting for 2 days 20 hours: Cannot print"
  |   to bob: reminder "[#1] Waiting for 2 days 20 hours: Cannot print"
  | mon 9 mar 12:00
  | first-response step 2 of #1 is due
  |   first-response step 3 mon 9 mar 16:00
  |   to lena: escalation "[#1] No answer for 2 days 22 hours: Cannot print"
  | mon 9 mar 16:00
  | first-response step 3 of #1 is due
  |   to max: escalation "[#1] No answer for 3 days 2 hours: Cannot print"
