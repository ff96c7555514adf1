# Once a week some resolved tickets of each agent go to who reviews, whole; he scores them by reply, and the agent alone is told.

ann is Ann Archer <ann@customer.example>
dan is Dan Dorn <dan@customer.example>
eve is Eve Ebert <eve@other.example>

admin changes service.toml:
    + [quality]
    + per_agent = 1
    + at = "monday 09:00"
    + [quality.criteria]
    + tone = "Was the customer spoken to in a friendly and clear way?"
    + solution = "Was the problem solved, and for good?"

tuesday 10:00
ann writes to support: "Cannot log in"
    Please help.
  | opened #1
  |   team support; first-response tue 3 mar 14:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
bob replies:
    #resolve
    It was locked. Now it works.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sun 8 mar 10:00; pending -> resolved; close fri 6 mar 10:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"

# Spam, and what nobody answered, is never drawn; neither is what was opened again.
eve writes to support: "Buy"
    Cheap pills
  | opened #2
  |   team support; first-response tue 3 mar 14:00
  |   to alice: new-ticket "[#2] New: Buy"
  |   to bob: new-ticket "[#2] New: Buy"
  |   to eve: received "[#2] We have received your message"
bob replies about #2:
    #take
    #spam
  | commands for #2 by token
  |   assigned to bob; bob: #take; new -> spam; bob: #spam; no first-response (the ticket is spam)
  |   to bob: receipt "[#2] Done: Buy"
dan writes to support: "Never mind"
    It works by now.
  | opened #3
  |   team support; first-response tue 3 mar 14:00
  |   to alice: new-ticket "[#3] New: Never mind"
  |   to bob: new-ticket "[#3] New: Never mind"
  |   to dan: received "[#3] We have received your message"
bob replies about #3:
    #take
    #close
  | commands for #3 by token
  |   assigned to bob; bob: #take; new -> closed; bob: #close; no first-response (the ticket is closed)
  |   to bob: receipt "[#3] Done: Never mind"
dan writes to support: "Phone is mute"
    Hello?
  | opened #4
  |   team support; first-response tue 3 mar 14:00
  |   to alice: new-ticket "[#4] New: Phone is mute"
  |   to bob: new-ticket "[#4] New: Phone is mute"
  |   to dan: received "[#4] We have received your message"
bob replies about #4:
    #resolve
    Turn it on.
  | appended to #4 by token
  |   answer; new -> pending; closing-warning sun 8 mar 10:00; pending -> resolved; close fri 6 mar 10:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to dan: reply "Re: Phone is mute [#4]"
  |   to bob: receipt "[#4] Done: Phone is mute"
dan replies about #4:
    I did.
  | appended to #4 by token
  |   reopened; resolved -> open; next-response wed 4 mar 10:00
  |   to bob: customer-reply "[#4] Phone is mute"

# Lena leads the team, but her profile lacks the right to review; above her stands Max.
monday 12:00
  | wed 4 mar 10:00
  | next-response of #4 is due
  |   next-response is broken; next-response step 2 wed 4 mar 12:00
  |   to bob: reminder "[#4] Waiting for 1 day: Phone is mute"
  | wed 4 mar 12:00
  | next-response step 2 of #4 is due
  |   next-response step 3 wed 4 mar 16:00
  |   to lena: escalation "[#4] No answer for 1 day 2 hours: Phone is mute"
  | wed 4 mar 16:00
  | next-response step 3 of #4 is due
  |   to max: escalation "[#4] No answer for 1 day 6 hours: Phone is mute"
  | fri 6 mar 10:00
  | close of #1 is due
  |   resolved -> closed
  | mon 9 mar 09:00
  |   #1 is to be reviewed by max
  |   to max: quality-review "[#1] Please review: Cannot log in"
max reads the quality-review
  | Subject: [#1] Please review: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | How well did Bob Brook handle this ticket? Please score it from 1 (poor) to 5 (very good), with such lines at the very top of your reply:
  |
  | Was the customer spoken to in a friendly and clear way?
  |     #score tone 4
  |
  | Was the problem solved, and for good?
  |     #score solution 4
  |
  | What you write below these lines is a comment for Bob Brook alone. A reply without #score is an internal note. The customer sees neither.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: closed. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Tue 3 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Ann Archer <ann@customer.example>, Tue 3 Mar 2026, 10:00
  |
  | Please help.
  |
  | ------------------------------------------------------------
  | Bob Brook, Tue 3 Mar 2026, 10:00
  |
  | It was locked. Now it works.

# A wrong word and a wrong number: nothing of the mail counts.
max replies to the quality-review:
    #score tone 4
    #score solutoin 5
  | held, about #1 by token: it cannot be scored so
  |   to max: refused "[#1] Not done: Cannot log in"
max reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | There is no criterion “solutoin”. Did you mean solution?
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #score tone 4
  | > #score solutoin 5
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: closed. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Tue 3 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
max replies to the quality-review:
    #score tone 6
  | held, about #1 by token: it cannot be scored so
  |   to max: refused "[#1] Not done: Cannot log in"
max reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | “6” is no score for tone: scores are whole numbers from 1 (poor) to 5 (very good).
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #score tone 6
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: closed. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Tue 3 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# Whoever lacks the right cannot score, whatever letter he has.
alice replies about #1:
    #score tone 1
  | held, about #1 by token: the profile lacks a permission
  |   to alice: refused "[#1] Not done: Cannot log in"
alice reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #score needs the permission “review-quality”, which your profile does not have. Ask a supervisor to do it.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #score tone 1
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: closed. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Tue 3 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# Several lines are one review. What stands below them the agent reads, and nobody else.
max replies to the quality-review:
    #score tone 4
    #score solution 2

    Quick, but tell her how to avoid it next time.
  | commands for #1 by token
  |   work of bob: solution 2, tone 4; max: #score tone 4; max: #score solution 2
  |   to bob: quality-result "[#1] Review of your work: Cannot log in"
  |   to max: receipt "[#1] Done: Cannot log in"
max reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Bob Brook is told of your review, with your comment.
  | * tone: 4 of 5.
  | * solution: 2 of 5.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: closed. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Tue 3 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Tue 3 Mar 2026, 10:00:
  | > It was locked. Now it works.
  |
  | Ann Archer <ann@customer.example>, Tue 3 Mar 2026, 10:00:
  | > Please help.
bob reads the quality-result
  | Subject: [#1] Review of your work: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Max Major has reviewed how you handled this ticket. Scores go from 1 (poor) to 5 (very good).
  |
  | tone: 4 of 5 (Was the customer spoken to in a friendly and clear way?)
  | solution: 2 of 5 (Was the problem solved, and for good?)
  |
  | Max Major adds:
  |
  | > Quick, but tell her how to avoid it next time.
  |
  | Your reply is an internal note, which Max Major gets too; the customer does not see it.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: closed. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Tue 3 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Tue 3 Mar 2026, 10:00:
  | > It was locked. Now it works.
  |
  | Ann Archer <ann@customer.example>, Tue 3 Mar 2026, 10:00:
  | > Please help.
bob replies to the quality-result:
    Thank you, I will.
  | appended to #1 by token
  |   note
  |   to max: staff-activity "[#1] Cannot log in"
max reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Bob Brook left an internal note, Mon 9 Mar 2026, 12:00.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Thank you, I will.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: closed. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Tue 3 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Tue 3 Mar 2026, 10:00:
  | > It was locked. Now it works.
  |
  | Ann Archer <ann@customer.example>, Tue 3 Mar 2026, 10:00:
  | > Please help.

# A criterion that is scored again has the new score, the others stay. Taking back makes it as it was.
max replies to the quality-review:
    #score solution 3
  | commands for #1 by token
  |   work of bob: solution 3, tone 4; max: #score solution 3
  |   to bob: quality-result "[#1] Review of your work: Cannot log in"
  |   to max: receipt "[#1] Done: Cannot log in"
max reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Bob Brook is told of your review.
  | * solution: 3 of 5, in place of 2.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: closed. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Tue 3 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook (internal note), Mon 9 Mar 2026, 12:00:
  | > Thank you, I will.
  |
  | Bob Brook, Tue 3 Mar 2026, 10:00:
  | > It was locked. Now it works.
  |
  | Ann Archer <ann@customer.example>, Tue 3 Mar 2026, 10:00:
  | > Please help.
bob reads
  | Subject: [#1] Review of your work: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Max Major has reviewed how you handled this ticket. Scores go from 1 (poor) to 5 (very good).
  |
  | tone: 4 of 5 (Was the customer spoken to in a friendly and clear way?)
  | solution: 3 of 5 (Was the problem solved, and for good?)
  |
  | Max Major adds:
  |
  | > Quick, but tell her how to avoid it next time.
  |
  | Your reply is an internal note, which Max Major gets too; the customer does not see it.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: closed. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Tue 3 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook (internal note), Mon 9 Mar 2026, 12:00:
  | > Thank you, I will.
  |
  | Bob Brook, Tue 3 Mar 2026, 10:00:
  | > It was locked. Now it works.
  |
  | Ann Archer <ann@customer.example>, Tue 3 Mar 2026, 10:00:
  | > Please help.
max replies to the quality-review:
    #undo
  | commands for #1 by token
  |   work of bob: solution 2, tone 4; taken back; max: #undo
  |   to bob: quality-result "[#1] Review of your work: Cannot log in"
  |   to max: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Review of your work: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Max Major has taken back the last review of your work on this ticket.
  | What Max Major said before counts again:
  |
  | tone: 4 of 5 (Was the customer spoken to in a friendly and clear way?)
  | solution: 2 of 5 (Was the problem solved, and for good?)
  |
  | Max Major adds:
  |
  | > Quick, but tell her how to avoid it next time.
  |
  | Your reply is an internal note, which Max Major gets too; the customer does not see it.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: closed. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Tue 3 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook (internal note), Mon 9 Mar 2026, 12:00:
  | > Thank you, I will.
  |
  | Bob Brook, Tue 3 Mar 2026, 10:00:
  | > It was locked. Now it works.
  |
  | Ann Archer <ann@customer.example>, Tue 3 Mar 2026, 10:00:
  | > Please help.
show #1
  | #1 "Cannot log in": closed, normal; team support; bob has it; from ann; with ann
  |   tue 3 mar 10:00 ann wrote: Please help.
  |   tue 3 mar 10:00 bob answered: It was locked. Now it works.
  |   mon 9 mar 12:00 bob noted: Thank you, I will.

# A reply without scores is a note, never an answer to the customer.
max replies to the quality-review:
    She should have been asked which browser she uses.
  | appended to #1 by token
  |   note
  |   to bob: staff-activity "[#1] Cannot log in"

# What was scored stands in the reports: of each agent beside what customers said, and of each criterion.
+1h
admin asks: report satisfaction
  | > Report satisfaction, from 2026-02-09 13:00 until 2026-03-09 13:00 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | > agent  asked  rated  answer rate  rating  1 or 2  4 or 5  reviewed  quality
  | > bob        0      0            -       -       -       -         1      3.0
  | > max        0      0            -       -       -       -         0        -
  | > all        0      0            -       -       -       -         1      3.0
  | >
  | > asked: Customers who were asked whether they were satisfied, for who had resolved the ticket: the member of the staff whose mail did it, else its assignee.
  | > rated: Customers who answered with a rating from 1 to 5, counted at the time of the answer, for who had resolved the ticket when they were asked.
  | > answer rate: Questions of the time that were answered before its end, of all that were asked in it; counted when they were asked.
  | > rating: The mean of the ratings that customers gave, from 1 (not satisfied) to 5 (very satisfied), counted at the time of the answer, for who had resolved the ticket.
  | > 1 or 2: Ratings of 1 or 2, of all ratings.
  | > 4 or 5: Ratings of 4 or 5, of all ratings.
  | > reviewed: Tickets whose handling was reviewed by #score, for whose work it was; by criterion, how often it was scored. What was taken back does not count.
  | > quality: The mean of the scores that reviewers gave, from 1 (poor) to 5 (very good), of all criteria; each counts when it was given, and one that was replaced does not.
admin asks: report satisfaction by criterion
  | > Report satisfaction, from 2026-02-09 13:00 until 2026-03-09 13:00 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | > criterion  reviewed  quality
  | > solution          1      2.0
  | > tone              1      4.0
  | > all               1      3.0
  | >
  | > reviewed: Tickets whose handling was reviewed by #score, for whose work it was; by criterion, how often it was scored. What was taken back does not count.
  | > quality: The mean of the scores that reviewers gave, from 1 (poor) to 5 (very good), of all criteria; each counts when it was given, and one that was replaced does not.

# A week without tickets is a week without letters.
monday 12:00
  | tue 10 mar 09:00
  |   to operator: operator "Example support needs a look"

# Whoever may review may score what was not drawn too, and take it back; but never his own work.
max replies about #4:
    #score tone 5
  | commands for #4 by token
  |   work of bob: tone 5; max: #score tone 5
  |   to bob: quality-result "[#4] Review of your work: Phone is mute"
  |   to max: receipt "[#4] Done: Phone is mute"
bob reads
  | Subject: [#4] Review of your work: Phone is mute
  |
  | === #4 === Write above this line ===
  |
  | Max Major has reviewed how you handled this ticket. Scores go from 1 (poor) to 5 (very good).
  |
  | tone: 5 of 5 (Was the customer spoken to in a friendly and clear way?)
  |
  | Your reply is an internal note, which Max Major gets too; the customer does not see it.
  |
  | ------------------------------------------------------------
  | Ticket #4: Phone is mute
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Dan Dorn <dan@customer.example>, opened Tue 3 Mar 2026, 10:00.
  | The answer was due: Wed 4 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Dan Dorn <dan@customer.example>, Tue 3 Mar 2026, 10:00:
  | > I did.
  |
  | Bob Brook, Tue 3 Mar 2026, 10:00:
  | > Turn it on.
  |
  | Dan Dorn <dan@customer.example>, Tue 3 Mar 2026, 10:00:
  | > Hello?
max replies about #4:
    #undo
  | commands for #4 by token
  |   work of bob: not scored; taken back; max: #undo
  |   to bob: quality-result "[#4] Review of your work: Phone is mute"
  |   to max: receipt "[#4] Done: Phone is mute"
bob reads
  | Subject: [#4] Review of your work: Phone is mute
  |
  | === #4 === Write above this line ===
  |
  | Max Major has taken back the last review of your work on this ticket.
  | Nothing of it counts any more.
  |
  | Your reply is an internal note; the customer does not see it.
  |
  | ------------------------------------------------------------
  | Ticket #4: Phone is mute
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Dan Dorn <dan@customer.example>, opened Tue 3 Mar 2026, 10:00.
  | The answer was due: Wed 4 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Dan Dorn <dan@customer.example>, Tue 3 Mar 2026, 10:00:
  | > I did.
  |
  | Bob Brook, Tue 3 Mar 2026, 10:00:
  | > Turn it on.
  |
  | Dan Dorn <dan@customer.example>, Tue 3 Mar 2026, 10:00:
  | > Hello?
max replies about #4:
    #take
  | commands for #4 by token
  |   assigned to max; max: #take
  |   to bob: staff-activity "[#4] Phone is mute"
  |   to max: receipt "[#4] Done: Phone is mute"
max replies about #4:
    #score tone 5
  | held, about #4 by token: it cannot be scored so
  |   to max: refused "[#4] Not done: Phone is mute"
max reads the refused
  | Subject: [#4] Not done: Phone is mute
  |
  | === #4 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | This ticket is your own work; somebody else has to score it.
  |
  | To try again, reply to this mail.
  | Your reply goes to Dan Dorn, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #score tone 5
  |
  | ------------------------------------------------------------
  | Ticket #4: Phone is mute
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Dan Dorn <dan@customer.example>, opened Tue 3 Mar 2026, 10:00.
  | The answer was due: Wed 4 Mar 2026, 10:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# What nobody scores is asked about once more, in the place of another ticket, and then no more.
ann writes to support: "Slow"
    It takes ages.
  | opened #5
  |   team support; first-response mon 16 mar 16:00
  |   to alice: new-ticket "[#5] New: Slow"
  |   to bob: new-ticket "[#5] New: Slow"
  |   to ann: received "[#5] We have received your message"
bob replies about #5:
    #resolve
    It was the network.
  | appended to #5 by token
  |   answer; new -> pending; closing-warning sat 21 mar 12:00; pending -> resolved; close thu 19 mar 12:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Slow [#5]"
  |   to bob: receipt "[#5] Done: Slow"
monday 12:00
  | tue 17 mar 09:00
  |   to operator: operator "Example support needs a look"
  | thu 19 mar 12:00
  | close of #5 is due
  |   resolved -> closed
  | mon 23 mar 09:00
  |   #5 is to be reviewed by max
  |   to max: quality-review "[#5] Please review: Slow"
eve writes to support: "No sound"
    My phone is mute.
  | opened #6
  |   team support; first-response mon 23 mar 16:00
  |   to alice: new-ticket "[#6] New: No sound"
  |   to bob: new-ticket "[#6] New: No sound"
  |   to eve: received "[#6] We have received your message"
bob replies about #6:
    #resolve
    Turn it on.
  | appended to #6 by token
  |   answer; new -> pending; closing-warning sat 28 mar 12:00; pending -> resolved; close thu 26 mar 12:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to eve: reply "Re: No sound [#6]"
  |   to bob: receipt "[#6] Done: No sound"
monday 12:00
  | thu 26 mar 12:00
  | close of #6 is due
  |   resolved -> closed
  | mon 30 mar 09:00
  |   #5 is to be reviewed by max, asked again
  |   to max: quality-review "[#5] Please review: Slow"
max reads
  | Subject: [#5] Please review: Slow
  |
  | === #5 === Write above this line ===
  |
  | How well did Bob Brook handle this ticket? Please score it from 1 (poor) to 5 (very good), with such lines at the very top of your reply:
  |
  | Was the customer spoken to in a friendly and clear way?
  |     #score tone 4
  |
  | Was the problem solved, and for good?
  |     #score solution 4
  |
  | What you write below these lines is a comment for Bob Brook alone. A reply without #score is an internal note. The customer sees neither.
  | It was drawn on Mon 23 Mar 2026, 09:00 and has no score yet. You are not asked again.
  |
  | ------------------------------------------------------------
  | Ticket #5: Slow
  | Status: closed. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 16 Mar 2026, 12:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Ann Archer <ann@customer.example>, Mon 16 Mar 2026, 12:00
  |
  | It takes ages.
  |
  | ------------------------------------------------------------
  | Bob Brook, Mon 16 Mar 2026, 12:00
  |
  | It was the network.
monday 12:00

# Who works alone is drawn by lot: two of the tickets of a week, from its first and from its second half.
admin changes service.toml:
    - per_agent = 1
    + per_agent = 2
ann writes to support: "One"
    Please help.
  | opened #7
  |   team support; first-response tue 7 apr 13:00
  |   to alice: new-ticket "[#7] New: One"
  |   to bob: new-ticket "[#7] New: One"
  |   to ann: received "[#7] We have received your message"
alice replies about #7:
    #resolve
    Done.
  | appended to #7 by token
  |   answer; new -> pending; closing-warning sat 11 apr 12:00; pending -> resolved; close thu 9 apr 12:00;
  |   alice: #resolve; assigned to alice; no first-response (a public answer)
  |   to ann: reply "Re: One [#7]"
  |   to alice: receipt "[#7] Done: One"
ann writes to support: "Two"
    Please help.
  | opened #8
  |   team support; first-response tue 7 apr 13:00
  |   to alice: new-ticket "[#8] New: Two"
  |   to bob: new-ticket "[#8] New: Two"
  |   to ann: received "[#8] We have received your message"
alice replies about #8:
    #resolve
    Done.
  | appended to #8 by token
  |   answer; new -> pending; closing-warning sat 11 apr 12:00; pending -> resolved; close thu 9 apr 12:00;
  |   alice: #resolve; assigned to alice; no first-response (a public answer)
  |   to ann: reply "Re: Two [#8]"
  |   to alice: receipt "[#8] Done: Two"
thursday 12:00
  | thu 9 apr 12:00
  | close of #7 is due
  |   resolved -> closed
  | close of #8 is due
  |   resolved -> closed
ann writes to support: "Three"
    Please help.
  | opened #9
  |   team support; first-response thu 9 apr 16:00
  |   to alice: new-ticket "[#9] New: Three"
  |   to bob: new-ticket "[#9] New: Three"
  |   to ann: received "[#9] We have received your message"
alice replies about #9:
    #resolve
    Done.
  | appended to #9 by token
  |   answer; new -> pending; closing-warning tue 14 apr 12:00; pending -> resolved; close sun 12 apr 12:00;
  |   alice: #resolve; assigned to alice; no first-response (a public answer)
  |   to ann: reply "Re: Three [#9]"
  |   to alice: receipt "[#9] Done: Three"
ann writes to support: "Four"
    Please help.
  | opened #10
  |   team support; first-response thu 9 apr 16:00
  |   to alice: new-ticket "[#10] New: Four"
  |   to bob: new-ticket "[#10] New: Four"
  |   to ann: received "[#10] We have received your message"
alice replies about #10:
    #resolve
    Done.
  | appended to #10 by token
  |   answer; new -> pending; closing-warning tue 14 apr 12:00; pending -> resolved; close sun 12 apr 12:00;
  |   alice: #resolve; assigned to alice; no first-response (a public answer)
  |   to ann: reply "Re: Four [#10]"
  |   to alice: receipt "[#10] Done: Four"
# Of each agent a drawing of his own.
ann writes to support: "Five"
    Please help.
  | opened #11
  |   team support; first-response thu 9 apr 16:00
  |   to alice: new-ticket "[#11] New: Five"
  |   to bob: new-ticket "[#11] New: Five"
  |   to ann: received "[#11] We have received your message"
bob replies about #11:
    #resolve
    Done.
  | appended to #11 by token
  |   answer; new -> pending; closing-warning tue 14 apr 12:00; pending -> resolved; close sun 12 apr 12:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Five [#11]"
  |   to bob: receipt "[#11] Done: Five"
monday 12:00
  | sun 12 apr 12:00
  | close of #9 is due
  |   resolved -> closed
  | close of #10 is due
  |   resolved -> closed
  | close of #11 is due
  |   resolved -> closed
  | mon 13 apr 09:00
  |   #8 is to be reviewed by max; #10 is to be reviewed by max
  |   to max: quality-review "[#8] Please review: Two"
  |   to max: quality-review "[#10] Please review: Four"
  |   #11 is to be reviewed by max
  |   to max: quality-review "[#11] Please review: Five"
