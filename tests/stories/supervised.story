# Who is supervised writes answers, and the mentor lets them go: as they are, changed, or not at all.

ann is Ann Archer <ann@customer.example>

admin changes staff.toml:
    - name = "bob"
    + name = "bob"
    + mentor = "carol"
    + step = "supervised"

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
bob replies:
    Dear Ann, have you tryed the other one?
  | appended to #1 by token
  |   draft; bob's answer waits; approval mon 2 mar 13:00; assigned to bob
  |   to carol: draft "[#1] Please approve: Cannot log in"
  |   to bob: receipt "[#1] Done: Cannot log in"
ann reads
  | Subject: [#1] We have received your message
  |
  | Hello,
  |
  | thank you for writing to Example support. Your message has arrived, and its number is #1. Somebody will answer you.
  |
  | If you want to add something, just reply to this mail.
  |
  | --
  | Example support
carol reads
  | Subject: [#1] Please approve: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Bob Brook has written this answer and waits for your word, Mon 2 Mar 2026, 09:00.
  | Bob Brook learns the work and may not write to customers alone yet.
  |
  | * To send it as it is, reply with #approve on the first line.
  | * To send it changed, write #approve and, below it, the whole text that is to go out.
  | * To send it back, write #reject and why on the first line.
  | * A reply without these goes to the customer as your own answer, and this one keeps waiting.
  |
  | Dear Ann, have you tryed the other one?
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Your answer waits for Carol Cole; the customer gets it when it is approved.
  |
  | Your reply goes to Carol Cole first, who approves it before Ann Archer gets it. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".

# Only the mentor, who stands in, and who may approve replies of this ticket decide; never the writer himself.
bob replies to the receipt:
    #approve
  | held, about #1 by token: it is not for the writer to decide, or was decided already
  |   to bob: refused "[#1] Not done: Cannot log in"
alice replies:
    #approve
  | held, about #1 by token: it is not for the writer to decide, or was decided already
  |   to alice: refused "[#1] Not done: Cannot log in"

# Back with a reason.
carol replies:
    #reject
  | held, about #1 by token: it is not for the writer to decide, or was decided already
  |   to carol: refused "[#1] Not done: Cannot log in"
carol replies to the draft:
    #approve
    #note He should mind his spelling.
  | held, about #1 by token: it cannot be done so
  |   to carol: refused "[#1] Not done: Cannot log in"
carol reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | The text of a mail with #approve belongs to the answer that waits, so a note cannot stand beside it: the customer might get it. Send the note in a mail of its own.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #approve
  | > #note He should mind his spelling.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
carol replies to the draft:
    #reject Mind the spelling.
  | commands for #1 by token
  |   rejected; carol: #reject Mind the spelling.
  |   to bob: refused "[#1] Not done: Cannot log in"
  |   to carol: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | Carol Cole has not approved your answer: “Mind the spelling.” The customer got nothing; reply to this mail to write another one.
  |
  | To try again, reply to this mail.
  | Your reply goes to Carol Cole first, who approves it before Ann Archer gets it. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > Dear Ann, have you tryed the other one?
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies:
    Dear Ann, have you tried the other one?
  | appended to #1 by token
  |   draft; bob's answer waits; approval mon 2 mar 13:00
  |   to carol: draft "[#1] Please approve: Cannot log in"
  |   to bob: receipt "[#1] Done: Cannot log in"

# The customer writes meanwhile: the mentor is shown both, and the older mail about it decides nothing any more.
ann replies to the received:
    And now it is locked.
  | appended to #1 by token
  |   to bob: customer-reply "[#1] Cannot log in"
  |   to carol: draft "[#1] Please approve: Cannot log in"
carol reads
  | Subject: [#1] Please approve: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Bob Brook has written this answer and waits for your word, Mon 2 Mar 2026, 09:00.
  | The customer has written again since it was drafted; look whether it still fits.
  |
  | * To send it as it is, reply with #approve on the first line.
  | * To send it changed, write #approve and, below it, the whole text that is to go out.
  | * To send it back, write #reject and why on the first line.
  | * A reply without these goes to the customer as your own answer, and this one keeps waiting.
  |
  | Dear Ann, have you tried the other one?
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > And now it is locked.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Dear Ann, have you tryed the other one?
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
carol replies:
    #approve
    Dear Ann, I have unlocked it. Have you tried the other one?
  | commands for #1 by token
  |   edited; answer; new -> pending; closing-warning sat 7 mar 09:00; carol: #approve;
  |   no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
  |   to carol: receipt "[#1] Done: Cannot log in"
ann reads
  | Subject: Re: Cannot log in [#1]
  |
  | Dear Ann, I have unlocked it. Have you tried the other one?
  |
  | --
  | Bob Brook
  | Example support, request #1. Just reply to this mail.
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Carol Cole has changed your answer and sent it to the customer; below is what went out.
  |
  | Your reply goes to Carol Cole first, who approves it before Ann Archer gets it. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Dear Ann, I have unlocked it. Have you tried the other one?
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > And now it is locked.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Dear Ann, have you tried the other one?
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Dear Ann, have you tryed the other one?
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
show #1
  | #1 "Cannot log in": pending, normal; team support; bob has it; from ann; with ann
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob drafted: Dear Ann, have you tryed the other one?
  |   mon 2 mar 09:00 bob drafted: Dear Ann, have you tried the other one?
  |   mon 2 mar 09:00 ann wrote: And now it is locked.
  |   mon 2 mar 09:00 bob answered: Dear Ann, I have unlocked it. Have you tried the other one?

# Never twice.
carol replies to the draft:
    #approve
  | held, about #1 by token: the ticket is not open to him
  |   to carol: refused "Not done: Re: [#1] Please approve: Cannot log in"

# As it is; a note needs nobody's word.
ann replies to the reply:
    It still does not work.
  | appended to #1 by token
  |   pending -> open; next-response mon 2 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"
bob replies:
    #note I will ask the network people.
  | appended to #1 by token
  |   note; bob: #note I will ask the network people.
  |   to bob: receipt "[#1] Done: Cannot log in"
bob replies:
    Dear Ann, it works now.
  | appended to #1 by token
  |   draft; bob's answer waits; approval mon 2 mar 13:00
  |   to carol: draft "[#1] Please approve: Cannot log in"
  |   to bob: receipt "[#1] Done: Cannot log in"

# Nobody decides: the mentor is reminded, then the manager too.
nothing happens until monday 12:59
tuesday 12:00
  | mon 2 mar 13:00
  | approval of #1 is due
  |   approval mon 2 mar 17:00
  |   to carol: draft "[#1] Please approve: Cannot log in"
  | mon 2 mar 17:00
  | approval of #1 is due
  |   to carol: draft "[#1] Please approve: Cannot log in"
  |   to lena: draft "[#1] Please approve: Cannot log in"
  | next-response of #1 is due
  |   next-response is broken; bob is told tue 3 mar 09:00; next-response step 2 tue 3 mar 11:00
  | tue 3 mar 09:00
  |   to bob: reminder "[#1] Waiting for 1 day: Cannot log in"
  |   to operator: operator "Example support needs a look"
  | tue 3 mar 11:00
  | next-response step 2 of #1 is due
  |   next-response step 3 tue 3 mar 15:00
  |   to lena: escalation "[#1] No answer for 1 day 2 hours: Cannot log in"
lena reads
  | Subject: [#1] No answer for 1 day 2 hours: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer has been waiting for 1 day 2 hours, and nobody has answered.
  | Told before you: Bob Brook.
  | The answer was promised by Mon 2 Mar 2026, 17:00.
  |
  | Your reply is an internal note for Bob Brook; Ann Archer does not see it. Orders go at the very top, one a line: #assign NAME, #take, #snooze monday 9:00, #priority high
  |
  | Bob Brook wrote, Mon 2 Mar 2026, 09:00:
  |
  | Dear Ann, it works now.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook (internal note), Mon 2 Mar 2026, 09:00:
  | > I will ask the network people.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It still does not work.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Dear Ann, I have unlocked it. Have you tried the other one?
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > And now it is locked.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Dear Ann, have you tried the other one?
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Dear Ann, have you tryed the other one?
  |
  | (1 more)
carol replies to the draft:
    #approve
  | commands for #1 by token
  |   approved; answer; open -> pending; closing-warning sun 8 mar 12:00; carol: #approve;
  |   no next-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
  |   to carol: receipt "[#1] Done: Cannot log in"
ann reads
  | Subject: Re: Cannot log in [#1]
  |
  | Dear Ann, it works now.
  |
  | --
  | Bob Brook
  | Example support, request #1. Just reply to this mail.
show #1
  | #1 "Cannot log in": pending, normal; team support; bob has it; from ann; with ann
  |   closing-warning sun 8 mar 12:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob drafted: Dear Ann, have you tryed the other one?
  |   mon 2 mar 09:00 bob drafted: Dear Ann, have you tried the other one?
  |   mon 2 mar 09:00 ann wrote: And now it is locked.
  |   mon 2 mar 09:00 bob answered: Dear Ann, I have unlocked it. Have you tried the other one?
  |   mon 2 mar 09:00 ann wrote: It still does not work.
  |   mon 2 mar 09:00 bob noted: I will ask the network people.
  |   mon 2 mar 09:00 bob drafted: Dear Ann, it works now.
  |   tue 3 mar 12:00 bob answered: Dear Ann, it works now.
# What became of his answers.
admin asks: report training of bob
  | > Report training, from 2026-02-03 12:00 until 2026-03-03 12:00 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | > agent        stage        step  done  due  overdue  approved  edited  rejected
  | > bob    specialised  supervised     0    -        -         0       1         1
  | > all              -           -     0    -        -         0       1         1
  | >
  | > stage: The stage of training, as staff.toml says now: basic, advanced or specialised.
  | > step: The step of the onboarding now; nothing: it is over or there was none.
  | > done: Modules of the training that are recorded as done, whenever that was.
  | > due: Modules of the stage that are not done and can be begun now.
  | > overdue: Certifications that have run out and were not renewed.
  | > approved: Answers under supervision that were sent to the customer as they were, within the time. Practice is left out.
  | > edited: Answers under supervision that were sent with the words of who approved them.
  | > rejected: Answers under supervision that went back to their writers.
