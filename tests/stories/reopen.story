# An answer to something that seemed to be done.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
bob replies:
    #resolve
    I have reset it.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; pending -> resolved; close thu 5 mar 09:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
ann reads
  | Subject: Re: Cannot log in [#1]
  |
  | I have reset it.
  |
  | --
  | Bob Brook
  | Example support, request #1. Just reply to this mail.

# It was not done.
tuesday 09:00
ann replies:
    It still says "wrong password".
  | appended to #1 by token
  |   reopened; resolved -> open; next-response tue 3 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"
bob reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer <ann@customer.example> wrote, Tue 3 Mar 2026, 09:00.
  | The ticket is open again.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | It still says "wrong password".
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Tue 3 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > I have reset it.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".

bob replies:
    #resolve
    Now it works, I tried it myself.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning sun 8 mar 09:00; pending -> resolved; close fri 6 mar 09:00;
  |   bob: #resolve; no next-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"

# After three days it counts as closed; for two weeks an answer opens it again.
+10d
  | fri 6 mar 09:00
  | close of #1 is due
  |   resolved -> closed
ann replies:
    It does it again!
  | appended to #1 by token
  |   reopened; closed -> open; next-response fri 13 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"

bob replies:
    #close
    I have reset it once more.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning wed 18 mar 09:00; pending -> closed; bob: #close;
  |   no next-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"

# Later than that, a new ticket goes on from the old one.
+15d
ann replies:
    And again!
  | opened #2
  |   #2 linked to #1; team support; first-response mon 30 mar 13:00
  |   to alice: new-ticket "[#2] New: Cannot log in"
  |   to bob: new-ticket "[#2] New: Cannot log in"
  |   to ann: received "[#2] We have received your message"
ann reads
  | Subject: [#2] We have received your message
  |
  | Hello,
  |
  | thank you for writing to Example support. Your message has arrived, and its number is #2. Somebody will answer you.
  |
  | If you want to add something, just reply to this mail.
  |
  | --
  | Example support
bob reads
  | Subject: [#2] New: Cannot log in
  |
  | === #2 === Write above this line ===
  |
  | New ticket from Ann Archer; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | And again!
  |
  | ------------------------------------------------------------
  | Ticket #2: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Sat 28 Mar 2026, 09:00.
  | Next answer due: Mon 30 Mar 2026, 13:00.
  | Linked to #1.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
show #1
  | #1 "Cannot log in": closed, normal; team support; bob has it; from ann; with ann; linked to #2
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob answered: I have reset it.
  |   tue 3 mar 09:00 ann wrote: It still says "wrong password".
  |   tue 3 mar 09:00 bob answered: Now it works, I tried it myself.
  |   fri 13 mar 09:00 ann wrote: It does it again!
  |   fri 13 mar 09:00 bob answered: I have reset it once more.
show #2
  | #2 "Re: Cannot log in [#1]": new, normal; team support; nobody has it; from ann; with ann; linked to #1
  |   first-response mon 30 mar 13:00
  |   sat 28 mar 09:00 ann wrote: And again!

# Thank-you notes and doubts in one hour: more than three times an hour nothing is reopened.
bob replies about #2:
    #take
    #resolve
    Done.
  | appended to #2 by token
  |   answer; new -> pending; closing-warning thu 2 apr 10:00; assigned to bob; bob: #take; pending -> resolved;
  |   close tue 31 mar 10:00; bob: #resolve; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#2]"
  |   to bob: receipt "[#2] Done: Cannot log in"
+1m
ann replies:
    No.
  | appended to #2 by token
  |   reopened; resolved -> open; next-response mon 30 mar 17:00
  |   to bob: customer-reply "[#2] Cannot log in"
bob replies:
    #resolve
  | commands for #2 by token
  |   open -> resolved; close tue 31 mar 10:01; bob: #resolve; no next-response (the ticket is resolved)
  |   to bob: receipt "[#2] Done: Cannot log in"
+1m
ann replies to the reply:
    No!
  | appended to #2 by token
  |   reopened; resolved -> open; next-response mon 30 mar 17:00
  |   to bob: customer-reply "[#2] Cannot log in"
bob replies:
    #resolve
  | commands for #2 by token
  |   open -> resolved; close tue 31 mar 10:02; bob: #resolve; no next-response (the ticket is resolved)
  |   to bob: receipt "[#2] Done: Cannot log in"
+1m
ann replies to the reply:
    No!!
  | appended to #2 by token
  |   reopened; resolved -> open; next-response mon 30 mar 17:00
  |   to bob: customer-reply "[#2] Cannot log in"
bob replies:
    #resolve
  | commands for #2 by token
  |   open -> resolved; close tue 31 mar 10:03; bob: #resolve; no next-response (the ticket is resolved)
  |   to bob: receipt "[#2] Done: Cannot log in"
+1m
ann replies to the reply:
    No!!!
  | quarantined as q1: it reopens its ticket too often
  |   to operator: operator "Example support needs a look"
show #2
  | #2 "Re: Cannot log in [#1]": resolved, normal; team support; bob has it; from ann; with ann; linked to #1
  |   close tue 31 mar 10:03
  |   sat 28 mar 09:00 ann wrote: And again!
  |   sat 28 mar 09:00 bob answered: Done.
  |   sat 28 mar 09:01 ann wrote: No.
  |   sat 28 mar 09:02 ann wrote: No!
  |   sat 28 mar 09:03 ann wrote: No!!
