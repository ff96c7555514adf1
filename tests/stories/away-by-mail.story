# Away by mail, in an answer to whatever lies in the inbox: until when, who stands in, and what they should know.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
alice replies:
    #take
  | commands for #1 by token
  |   assigned to alice; alice: #take
  |   to alice: receipt "[#1] Done: Cannot log in"
alice replies:
    #away until wednesday 17:00 substitute carol Ask Dieter about the server.
  | commands for #1 by token
  |   alice away until wed 4 mar 17:00
  |   to alice: receipt "[#1] Done: Cannot log in"
alice reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * You are away from Mon 2 Mar 2026, 09:00 until Wed 4 Mar 2026, 17:00. #back ends it earlier.
  | * Carol Cole stands in: your mail goes to Carol Cole meanwhile, who may work on your tickets.
  | * Whoever stands in for you reads: “Ask Dieter about the server.”
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
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
+1m
  |   alice absence begins
  |   to carol: absence "Absence: Alice Arden"
carol reads
  | Subject: Absence: Alice Arden
  |
  | * Alice Arden is away until Wed 4 Mar 2026, 17:00, and you stand in: what would go to Alice Arden goes to you, and you may work on these tickets. Unfinished tickets now: 1.
  | * Alice Arden wrote: “Ask Dieter about the server.”
  |
  | This mail is from Example support. You need not answer it.
ann replies to the received:
    Please hurry.
  | appended to #1 by token
  |   to carol: customer-reply "[#1] Cannot log in"

# It ends when she says so; the ticket's entries say nothing of it.
alice replies:
    #back
  | commands for #1 by token
  |   alice here again
  |   to alice: receipt "[#1] Done: Cannot log in"
+1m
  |   alice absence ends
  |   to alice: absence "Absence: Alice Arden"
alice reads
  | Subject: Absence: Alice Arden
  |
  | * Welcome back. You have been away since Mon 2 Mar 2026, 09:00; mail goes to you again.
  | * #1 “Cannot log in” (new): messages 2, answers 0; with Alice Arden.
  |
  | This mail is from Example support. You need not answer it.
show #1
  | #1 "Cannot log in": new, normal; team support; alice has it; from ann; with ann
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:01 ann wrote: Please hurry.

# Taken back: she is away again, as she had said.
alice replies to the receipt:
    #undo
  | commands for #1 by token
  |   alice as before; taken back; alice: #undo
  |   to alice: receipt "[#1] Done: Cannot log in"
alice reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Taken back: #back. Mails that were sent meanwhile stay sent.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
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
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:01:
  | > Please hurry.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
admin asks: staff alice
  | > alice  Alice Arden <alice@example.org>
  | >   stands          belongs to the staff
  | >   profile         agent
  | >   may             see note reply edit close assign-self assign-others contributors participants transcript macros remind escalate view-contacts edit-contacts analytics-own
  | >   role            agents → leads → managers
  | >   teams           hardware, support
  | >   at work         no, until 2026-03-04T16:00:00Z; carol stands in
  | >   away            2026-03-02T08:00:00Z to 2026-03-04T16:00:00Z (as was said)
  | >   open tickets    1 of 20
  | >   training        specialised
  | >   reads           en
  | >   time zone       Europe/Berlin
  | >   is told of      assigned customer-reply digest escalation follow-up new-ticket reminder staff-activity team-digest
  | >   sees            own tickets and those he or she helps with; those of team hardware, support
  | >   is seen by      lena (leads stands above agents); max (managers stands above agents)
alice replies to the receipt:
    #back
  | commands for #1 by token
  |   alice here again
  |   to alice: receipt "[#1] Done: Cannot log in"

# What cannot be meant is not done: an end before the beginning, oneself, nobody, a mistyped word, a time that is no clause.
alice replies about #1:
    #away until friday from next monday
  | held, about #1 by token: it cannot be done so
  |   to alice: refused "[#1] Not done: Cannot log in"
alice replies about #1:
    #away until friday substitute alice
  | held, about #1 by token: it cannot be done so
  |   to alice: refused "[#1] Not done: Cannot log in"
alice replies about #1:
    #away until friday substitute carl
  | held, about #1 by token: no such member of staff
  |   to alice: refused "[#1] Not done: Cannot log in"
alice reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | Nobody of the staff is called “carl”. Did you mean carol?
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #away until friday substitute carl
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
alice replies about #1:
    #away until friday subsitute carol
  | held, about #1 by token: a command's argument cannot be used
  |   to alice: refused "[#1] Not done: Cannot log in"
alice reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #away does not take “until friday subsitute carol”. Write, for example: #away until friday 9:00
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #away until friday subsitute carol
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
alice replies about #1:
    #away friday
  | held, about #1 by token: a command's argument cannot be used
  |   to alice: refused "[#1] Not done: Cannot log in"
alice replies about #1:
    #awya until friday
  | held, about #1 by token: unknown command
  |   to alice: refused "[#1] Not done: Cannot log in"
alice reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | There is no command #awya. Did you mean #away?
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #awya until friday
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# Who may not add contributors names nobody, but may be away.
alice replies about #1:
    #contributor add leo
  | commands for #1 by token
  |   leo contributes; alice: #contributor add leo
  |   to leo: staff-activity "[#1] Cannot log in"
  |   to alice: receipt "[#1] Done: Cannot log in"
leo replies about #1:
    #away until friday substitute carol
  | held, about #1 by token: the profile lacks a permission
  |   to leo: refused "[#1] Not done: Cannot log in"
leo reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #away needs the permission “contributors”, which your profile does not have. Ask a supervisor to do it.
  |
  | To try again, reply to this mail.
  | Your reply becomes an internal note. Ann Archer does not see it.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #away until friday substitute carol
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to Alice Arden.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
leo replies about #1:
    #away
  | commands for #1 by token
  |   leo away
  |   to leo: receipt "[#1] Done: Cannot log in"
leo reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * You are away from Mon 2 Mar 2026, 09:02, until you write #back.
  | * Nobody stands in for you: your tickets stay yours, unless your team's rule gives them away.
  |
  | Your reply becomes an internal note. Ann Archer does not see it.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to Alice Arden.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:01:
  | > Please hurry.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
# Who was there, and what he did in the course of his days.
admin asks: report workload
  | > Report workload, from 2026-02-02 09:02 until 2026-03-02 09:02 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | >         active hours                     tickets per
  | > agent          a day  touches  sessions      session  available  backlog  capacity   load
  | > alice            1.0        3         1          1.0     99.9 %        1        20  5.0 %
  | > bob                -        0         0            -    100.0 %        0        20  0.0 %
  | > carol              -        0         0            -    100.0 %        0        20  0.0 %
  | > dieter             -        0         0            -    100.0 %        0        20  0.0 %
  | > lena               -        0         0            -    100.0 %        0        20  0.0 %
  | > leo                -        0         0            -    100.0 %        0        20  0.0 %
  | > max                -        0         0            -    100.0 %        0        20  0.0 %
  | > nancy              -        0         0            -    100.0 %        0        20  0.0 %
  | > all              1.0        3         1          1.0     99.9 %        1       160  0.6 %
  | >
  | > active hours a day: Hours of the clock (from 9 to 10, from 10 to 11) in which somebody wrote at least one mail that did something, the mean of the days on which he wrote any. Only mail is seen: reading and telephoning are left out.
  | > touches: Mails of the staff that did something to a ticket: an answer, a note, an order; each mail counts once a ticket.
  | > sessions: Working sessions: mails that did something, each at most 30 minutes after the one before it. Where figures are cut by time, a session that goes on over the end of a slice counts in both.
  | > tickets per session: Different tickets in a working session, the mean of the sessions.
  | > available: Working time in which nobody had said that he is away, of his whole working time, by his own hours and holidays as they are configured now.
  | > backlog: Tickets that were new, open, pending or on hold at the end of the time.
  | > capacity: Unfinished tickets that somebody can carry, as staff.toml says now; nothing where it says nothing.
  | > load: The backlog at the end of the time, of the capacity; of all together everything that waits, whoever has it, of all capacities that staff.toml says.
admin asks: report workload of alice by week
  | > Report workload, from 2026-02-02 09:02 until 2026-03-02 09:02 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | >           active hours                     tickets per
  | > week             a day  touches  sessions      session  available  backlog  capacity   load
  | > 2026-W06             -        0         0            -    100.0 %        0        20  0.0 %
  | > 2026-W07             -        0         0            -    100.0 %        0        20  0.0 %
  | > 2026-W08             -        0         0            -    100.0 %        0        20  0.0 %
  | > 2026-W09             -        0         0            -    100.0 %        0        20  0.0 %
  | > 2026-W10           1.0        3         1          1.0      0.0 %        1        20  5.0 %
  | > all                1.0        3         1          1.0     99.9 %        1        20  5.0 %
  | >
  | > active hours a day: Hours of the clock (from 9 to 10, from 10 to 11) in which somebody wrote at least one mail that did something, the mean of the days on which he wrote any. Only mail is seen: reading and telephoning are left out.
  | > touches: Mails of the staff that did something to a ticket: an answer, a note, an order; each mail counts once a ticket.
  | > sessions: Working sessions: mails that did something, each at most 30 minutes after the one before it. Where figures are cut by time, a session that goes on over the end of a slice counts in both.
  | > tickets per session: Different tickets in a working session, the mean of the sessions.
  | > available: Working time in which nobody had said that he is away, of his whole working time, by his own hours and holidays as they are configured now.
  | > backlog: Tickets that were new, open, pending or on hold at the end of the time.
  | > capacity: Unfinished tickets that somebody can carry, as staff.toml says now; nothing where it says nothing.
  | > load: The backlog at the end of the time, of the capacity; of all together everything that waits, whoever has it, of all capacities that staff.toml says.
