# Who is away gets no tickets; who stands in gets the mail and may work on it; who is back hears what happened.

ann is Ann Archer <ann@customer.example>
carl is Carl Cook <carl@customer.example>

admin changes staff.toml:
    - name = "alice"
    + name = "alice"
    + substitute = "carol"

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
carl writes to support: "Slow"
    Everything is slow.
  | opened #2
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#2] New: Slow"
  |   to bob: new-ticket "[#2] New: Slow"
  |   to carl: received "[#2] We have received your message"
bob replies:
    #take
  | commands for #2 by token
  |   assigned to bob; bob: #take
  |   to bob: receipt "[#2] Done: Slow"

# Alice is ill. Carol, who belongs to another team, stands in: she has the mail, and she may answer.
tuesday 09:00
  | mon 2 mar 13:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to alice: reminder "[#1] Waiting for 4 hours: Cannot log in"
  |   to bob: reminder "[#2] Waiting for 4 hours: Slow"
  | mon 2 mar 15:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 11:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to lena: due-list "2 tickets are due"
admin asks: away alice until wednesday 16:00
  |   alice away until wed 4 mar 16:00
  | > alice is away from 2026-03-03T08:00:00Z until 2026-03-04T15:00:00Z
admin asks: staff alice
  | > alice  Alice Arden <alice@example.org>
  | >   stands          belongs to the staff
  | >   profile         agent
  | >   may             see note reply edit close assign-self assign-others contributors participants transcript macros remind escalate view-contacts edit-contacts analytics-own
  | >   role            agents → leads → managers
  | >   teams           hardware, support
  | >   at work         no, until 2026-03-04T15:00:00Z; carol stands in
  | >   away            2026-03-03T08:00:00Z to 2026-03-04T15:00:00Z (as was said)
  | >   substitute      carol
  | >   open tickets    1 of 20
  | >   training        specialised
  | >   reads           en
  | >   time zone       Europe/Berlin
  | >   is told of      assigned customer-reply digest escalation follow-up new-ticket reminder staff-activity team-digest
  | >   sees            own tickets and those he or she helps with; those of team hardware, support
  | >   is seen by      lena (leads stands above agents); max (managers stands above agents)
+1m
  |   alice absence begins
  |   to carol: absence "Absence: Alice Arden"
carol reads
  | Subject: Absence: Alice Arden
  |
  | * Alice Arden is away until Wed 4 Mar 2026, 16:00, and you stand in: what would go to Alice Arden goes to you, and you may work on these tickets. Unfinished tickets now: 1.
  |
  | This mail is from Example support. You need not answer it.
ann replies to the received:
    Please hurry.
  | appended to #1 by token
  |   to carol: customer-reply "[#1] Cannot log in"
carol reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer <ann@customer.example> wrote, Tue 3 Mar 2026, 09:01.
  | You get this because Alice Arden is away until Wed 4 Mar 2026, 16:00 and you stand in.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Please hurry.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to Alice Arden.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
carol replies:
    Dear Ann, please use the link in this mail.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sun 8 mar 09:01; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
ann reads
  | Subject: Re: Cannot log in [#1]
  |
  | Dear Ann, please use the link in this mail.
  |
  | --
  | Carol Cole
  | Example support, request #1. Just reply to this mail.

# Nothing is assigned to who is away: the hardware team has only bob left.
carl writes to support: "Printer on fire"
    It burns.
  | opened #3
  |   rule "printers"; team hardware; assigned to bob; first-response tue 3 mar 13:01
  |   to bob: assigned "[#3] Yours: Printer on fire"
  |   to carl: received "[#3] We have received your message"

# She is back: one mail tells what happened, and the next one is hers again.
wednesday 18:00
  | tue 3 mar 11:00
  | first-response step 3 of #2 is due
  |   to max: escalation "[#2] No answer for 1 day 2 hours: Slow"
  | tue 3 mar 13:01
  | first-response of #3 is due
  |   first-response is broken; first-response step 2 tue 3 mar 15:01
  |   to bob: reminder "[#3] Waiting for 4 hours: Printer on fire"
  | tue 3 mar 15:01
  | first-response step 2 of #3 is due
  |   first-response step 3 wed 4 mar 11:01
  |   to lena: escalation "[#3] No answer for 6 hours: Printer on fire"
  | wed 4 mar 11:01
  | first-response step 3 of #3 is due
  |   to max: escalation "[#3] No answer for 1 day 2 hours: Printer on fire"
  | wed 4 mar 16:00
  |   alice absence ends
  |   to alice: absence "Absence: Alice Arden"
alice reads
  | Subject: Absence: Alice Arden
  |
  | * Welcome back. You have been away since Tue 3 Mar 2026, 09:00; mail goes to you again.
  | * #1 “Cannot log in” (pending): messages 1, answers 1; with Alice Arden.
  |
  | This mail is from Example support. You need not answer it.
ann replies to the reply:
    It works, thank you very much.
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Cannot log in"
carol replies:
    You are welcome.
  | held, about #1 by token: the ticket is not open to him
  |   to carol: refused "Not done: Re: [#1] Cannot log in"

# Without a substitute the team's rule says what becomes of the tickets; here others get them.
admin changes staff.toml:
    - name = "support"
    + name = "support"
    + when_away = "reassign"
    + assign = "round-robin"
thursday 09:00
  | thu 5 mar 09:00
  |   to operator: operator "Example support needs a look"
admin asks: away bob
  |   bob away
  | > bob is away from 2026-03-05T08:00:00Z until `maildesk staff back`
+1m
  |   bob absence begins; assigned to alice
  |   to alice: assigned "[#2] Yours: Slow"
alice reads
  | Subject: [#2] Yours: Slow
  |
  | === #2 === Write above this line ===
  |
  | This ticket is yours now.
  | Bob Brook, who had it, is away.
  |
  | Your reply goes to Carl Cook, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Carl Cook <carl@customer.example> wrote, Mon 2 Mar 2026, 09:00:
  |
  | Everything is slow.
  |
  | ------------------------------------------------------------
  | Ticket #2: Slow
  | Status: new. Priority: normal. Team: support.
  | Assigned to you.
  | From Carl Cook <carl@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
show #2
  | #2 "Slow": new, normal; team support; alice has it; from carl; with carl
  |   first-response mon 2 mar 13:00 (broken)
  |   mon 2 mar 09:00 carl wrote: Everything is slow.
admin asks: away nobody
  | > the member of staff "nobody" (`maildesk staff list` shows everybody) does not exist
