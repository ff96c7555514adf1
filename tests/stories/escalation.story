# Who is away is passed over, and an escalation is never told to nobody.

ann is Ann Archer <ann@customer.example>

admin changes staff.toml:
    - name = "lena"
    + name = "lena"
    + away = [{ from = 2026-03-02, until = 2026-03-03 }]

monday 09:00
  | mon 2 mar 00:00
  |   lena absence begins
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
bob replies:
    #take
    #note I ask the database people.
  | appended to #1 by token
  |   note; assigned to bob; bob: #take; bob: #note I ask the database people.
  |   to bob: receipt "[#1] Done: Cannot log in"

# The assignee, then (the lead is away) the manager, who is not told the same thing twice.
thursday 09:00
  | mon 2 mar 13:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to bob: reminder "[#1] Waiting for 4 hours: Cannot log in"
  | mon 2 mar 15:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to max: escalation "[#1] No answer for 6 hours: Cannot log in"
  | tue 3 mar 11:00
  | first-response step 3 of #1 is due
  |   to operator: escalation "[#1] No answer for 1 day 2 hours: Cannot log in"
  | wed 4 mar 00:00
  |   lena absence ends
  |   to lena: absence "Absence: Lena Lead"
max reads
  | Subject: [#1] No answer for 6 hours: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer has been waiting for 6 hours, and nobody has answered.
  | Told before you: Bob Brook.
  | The first answer was promised by Mon 2 Mar 2026, 13:00.
  |
  | Your reply is an internal note for Bob Brook; Ann Archer does not see it. Orders go at the very top, one a line: #assign NAME, #take, #snooze monday 9:00, #priority high
  |
  | Bob Brook wrote (internal note), Mon 2 Mar 2026, 09:00:
  |
  | I ask the database people.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
show #1
  | #1 "Cannot log in": new, normal; team support; bob has it; from ann; with ann
  |   first-response mon 2 mar 13:00 (broken)
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob noted: I ask the database people.

bob replies:
    Sorry that it took so long. Now it works.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning tue 10 mar 09:00; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"

# Answered, and asked again; now the assignee is away, and his team is reminded.
ann replies:
    No, it does not.
  | appended to #1 by token
  |   pending -> open; next-response thu 5 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"
admin changes staff.toml:
    - name = "bob"
    + name = "bob"
    + away = [{ from = 2026-03-05, until = 2026-03-20 }]
friday 12:00
  |   bob absence begins
  | thu 5 mar 17:00
  | next-response of #1 is due
  |   next-response is broken; alice is told fri 6 mar 09:00; next-response step 2 fri 6 mar 11:00
  | fri 6 mar 09:00
  |   to alice: reminder "[#1] Waiting for 1 day: Cannot log in"
  | fri 6 mar 11:00
  | next-response step 2 of #1 is due
  |   next-response step 3 fri 6 mar 15:00
  |   to lena: escalation "[#1] No answer for 1 day 2 hours: Cannot log in"
monday 12:00
  | fri 6 mar 15:00
  | next-response step 3 of #1 is due
  |   to max: escalation "[#1] No answer for 1 day 6 hours: Cannot log in"
alice reads
  | Subject: [#1] Waiting for 1 day: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer has been waiting for an answer for 1 day.
  | The answer was promised by Thu 5 Mar 2026, 17:00.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Ann Archer <ann@customer.example> wrote, Thu 5 Mar 2026, 09:00:
  |
  | No, it does not.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Thu 5 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Thu 5 Mar 2026, 09:00:
  | > Sorry that it took so long. Now it works.
  |
  | Bob Brook (internal note), Mon 2 Mar 2026, 09:00:
  | > I ask the database people.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
alice replies:
    Hello Ann, Bob is ill. I have looked myself: it works now.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning sat 14 mar 12:00; no next-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: staff-activity "[#1] Cannot log in"

# Nobody is there at all.
tuesday 09:00
ann writes to support: "Urgent: all is dark"
    Hello?
  | opened #2
  |   rule "urgent words"; team support; priority urgent; tags +hurry; first-response tue 10 mar 10:00
  |   to alice: new-ticket "[#2] New: Urgent: all is dark"
  |   to ann: received "[#2] We have received your message"
admin changes staff.toml:
    - name = "alice"
    + name = "alice"
    + away = [{ from = 2026-03-05, until = 2026-03-20 }]

    - name = "max"
    + name = "max"
    + away = [{ from = 2026-03-05, until = 2026-03-20 }]

    - away = [{ from = 2026-03-02, until = 2026-03-03 }]
    + away = [{ from = 2026-03-02, until = 2026-03-20 }]
wednesday 09:00
  |   alice absence begins
  |   lena absence begins
  |   max absence begins
  | tue 10 mar 10:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 tue 10 mar 12:00
  |   to operator: reminder "[#2] Waiting for 1 hour: Urgent: all is dark"
  | tue 10 mar 12:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 10 mar 16:00
  |   to operator: escalation "[#2] No answer for 3 hours: Urgent: all is dark"
  | tue 10 mar 16:00
  | first-response step 3 of #2 is due
  |   to operator: escalation "[#2] No answer for 7 hours: Urgent: all is dark"
operator reads
  | Subject: [#2] No answer for 7 hours: Urgent: all is dark
  |
  | === #2 === Write above this line ===
  |
  | Ann Archer has been waiting for 7 hours, and nobody has answered.
  | The first answer was promised by Tue 10 Mar 2026, 10:00.
  |
  | Do not reply to this mail: a reply would open a new ticket.
  |
  | Ann Archer wrote, Tue 10 Mar 2026, 09:00:
  |
  | Hello?
  |
  | ------------------------------------------------------------
  | Ticket #2: Urgent: all is dark
  | Status: new. Priority: urgent. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Tue 10 Mar 2026, 09:00.
  | The answer was due: Tue 10 Mar 2026, 10:00.
  | Tags: hurry
