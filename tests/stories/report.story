# What the desk has done is measured from its journal, and cut as somebody asks. Times are working time: the desk is open from nine
# to five, Monday to Friday.

ann is Ann Archer <ann@customer.example>
otto is Otto Öhler <otto@kunde.example>, writing German

monday 09:00
ann writes to support: "Printers on fire"
    All our printers are smoking since yesterday.
  | opened #1
  |   rule "printers"; team hardware; assigned to alice; first-response mon 2 mar 13:00
  |   to alice: assigned "[#1] Yours: Printers on fire"
  |   to ann: received "[#1] We have received your message"
monday 10:00
otto writes to billing: "Rechnung 17"
    Die Rechnung ist zu hoch.
  | opened #2
  |   team billing; assigned to carol; first-response mon 2 mar 14:00
  |   to carol: assigned "[#2] Yours: Rechnung 17"
  |   to otto: received "[#2] We have received your message"
monday 11:00
alice replies about #1:
    #time 20m
    The roller is on its way.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 11:00; 20 minutes of alice; alice: #time 20m;
  |   no first-response (a public answer)
  |   to ann: reply "Re: Printers on fire [#1]"
  |   to alice: receipt "[#1] Done: Printers on fire"
monday 16:00
  | mon 2 mar 14:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 16:00
  |   to carol: reminder "[#2] Waiting for 4 hours: Rechnung 17"
  | mon 2 mar 16:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 12:00
  |   to lena: escalation "[#2] No answer for 6 hours: Rechnung 17"
carol replies about #2:
    #resolve
    Sie haben recht.
  | appended to #2 by token
  |   answer; new -> pending; closing-warning sat 7 mar 16:00; pending -> resolved; close thu 5 mar 16:00;
  |   carol: #resolve; no first-response (a public answer)
  |   to otto: reply "Re: Rechnung 17 [#2]"
  |   to carol: receipt "[#2] Done: Rechnung 17"
tuesday 09:00
# An answer to somebody who waited since he wrote, over a night.
ann replies about #1:
    It has not arrived.
  | appended to #1 by token
  |   pending -> open; next-response tue 3 mar 17:00
  |   to alice: customer-reply "[#1] Printers on fire"
wednesday 10:00
  | tue 3 mar 17:00
  | next-response of #1 is due
  |   next-response is broken; alice is told wed 4 mar 09:00; next-response step 2 wed 4 mar 11:00
  | wed 4 mar 09:00
  |   to alice: reminder "[#1] Waiting for 1 day: Printers on fire"
alice replies about #1:
    #resolve
    It arrives today.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning mon 9 mar 10:00; pending -> resolved; close sat 7 mar 10:00;
  |   alice: #resolve; no next-response (a public answer)
  |   to ann: reply "Re: Printers on fire [#1]"
  |   to alice: receipt "[#1] Done: Printers on fire"
wednesday 12:00
otto replies about #2:
    Noch eine Frage: wann kommt das Geld?
  | appended to #2 by token
  |   reopened; resolved -> open; next-response thu 5 mar 12:00
  |   to carol: customer-reply "[#2] Rechnung 17"
thursday 09:00
bob writes to support: "For the rest"
    #search nothing
  | opened #3
  |   flag Unverified; team support; first-response thu 5 mar 13:00

friday 17:00
  | thu 5 mar 12:00
  | next-response of #2 is due
  |   next-response is broken; next-response step 2 thu 5 mar 14:00
  |   to carol: reminder "[#2] Waiting for 1 day: Rechnung 17"
  | thu 5 mar 13:00
  | first-response of #3 is due
  |   first-response is broken; first-response step 2 thu 5 mar 15:00
  |   to alice: reminder "[#3] Waiting for 4 hours: For the rest"
  |   to bob: reminder "[#3] Waiting for 4 hours: For the rest"
  | thu 5 mar 14:00
  | next-response step 2 of #2 is due
  |   next-response step 3 fri 6 mar 10:00
  |   to lena: escalation "[#2] No answer for 1 day 2 hours: Rechnung 17"
  | thu 5 mar 15:00
  | first-response step 2 of #3 is due
  |   first-response step 3 fri 6 mar 11:00
  |   to lena: escalation "[#3] No answer for 6 hours: For the rest"
  | fri 6 mar 10:00
  | next-response step 3 of #2 is due
  |   to max: escalation "[#2] No answer for 1 day 22 hours: Rechnung 17"
  | fri 6 mar 11:00
  | first-response step 3 of #3 is due
  |   to max: escalation "[#3] No answer for 1 day 2 hours: For the rest"
admin asks: report team
  | > Report team, from 2026-02-06 17:00 until 2026-03-06 17:00 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | >                             resolution                             first response        next response        resolution        per ticket                                          escalation
  | > team      opened  resolved        rate  reopened  backlog     age          median  90 %         median  90 %      median  90 %     replies  touches  within SLA  rating  escalated        rate
  | > billing        1         1     100.0 %         1        1   4d 7h              6h    6h              -     -          6h    6h         1.0      1.0       0.0 %       -          2     200.0 %
  | > hardware       1         1     100.0 %         0        0       -              2h    2h             9h    9h         17h   17h         2.0      2.0      50.0 %       -          0       0.0 %
  | > support        1         0       0.0 %         0        1   1d 8h               -     -              -     -           -     -           -        -       0.0 %       -          1     100.0 %
  | > all            3         2      66.6 %         1        2  2d 19h              4h    6h             9h    9h     11h 30m   17h         1.5      1.5      20.0 %       -          3     100.0 %
  | >
  | > opened: Tickets that were opened, those that later turned out to be spam among them.
  | > resolved: Times that an unfinished ticket became resolved or closed; one that was reopened counts each time.
  | > resolution rate: Resolutions for tickets opened in the same time; a ticket that was reopened counts for each.
  | > reopened: Finished tickets that became unfinished again, by a reply or by an order.
  | > backlog: Tickets that were new, open, pending or on hold at the end of the time.
  | > age: The median age of the backlog: from the opening of each of its tickets to the end of the time.
  | > first response: From the opening of a ticket to the first answer of a person to the customer. Acknowledgements, notes and drafts are left out; so are tickets that nobody has answered yet. Counted at the time of the answer, for its writer.
  | > next response: From the first message that waited for an answer to the answer of a person, but for a ticket's first one. Counted at the time of the answer, for its writer.
  | > resolution: From the opening of a ticket, or its last reopening, to its being resolved or closed; spam and merged tickets are left out. Waiting for the customer counts. Counted at the time of the resolution, for its assignee.
  | > replies per ticket: Answers of persons to the customer until a ticket was resolved, from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | > touches per ticket: Mails of the staff that did something to a ticket until it was resolved (an answer, a note, an order), from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | > within SLA: Promises that were kept in time, of those that were kept or broken within the time; a promise that became void is left out.
  | > rating: The mean of the ratings that customers gave, from 1 (not satisfied) to 5 (very satisfied), counted at the time of the answer, for who had resolved the ticket.
  | > escalated: Tickets of which the next one up was told that a customer waits; once until the ticket is finished.
  | > escalation rate: Tickets that were escalated, by the desk or by #escalate, for tickets opened in the same time.
admin asks: report trend
  | > Report trend, from 2026-02-06 17:00 until 2026-03-06 17:00 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | >                             resolution                                         first response        next response        resolution        per ticket                                          escalation
  | > week      opened  resolved        rate  dismissed  reopened  backlog  replies          median  90 %         median  90 %      median  90 %     replies  touches  within SLA  rating  escalated        rate
  | > 2026-W06       0         0           -          0         0        0        0               -     -              -     -           -     -           -        -           -       -          0           -
  | > 2026-W07       0         0           -          0         0        0        0               -     -              -     -           -     -           -        -           -       -          0           -
  | > 2026-W08       0         0           -          0         0        0        0               -     -              -     -           -     -           -        -           -       -          0           -
  | > 2026-W09       0         0           -          0         0        0        0               -     -              -     -           -     -           -        -           -       -          0           -
  | > 2026-W10       3         2      66.6 %          0         1        2        3              4h    6h             9h    9h     11h 30m   17h         1.5      1.5      20.0 %       -          3     100.0 %
  | > all            3         2      66.6 %          0         1        2        3              4h    6h             9h    9h     11h 30m   17h         1.5      1.5      20.0 %       -          3     100.0 %
  | > before         0         0           -          0         0        0        0               -     -              -     -           -     -           -        -           -       -          0           -
  | >
  | > opened: Tickets that were opened, those that later turned out to be spam among them.
  | > resolved: Times that an unfinished ticket became resolved or closed; one that was reopened counts each time.
  | > resolution rate: Resolutions for tickets opened in the same time; a ticket that was reopened counts for each.
  | > dismissed: Unfinished tickets that became spam or went on in another ticket.
  | > reopened: Finished tickets that became unfinished again, by a reply or by an order.
  | > backlog: Tickets that were new, open, pending or on hold at the end of the time.
  | > replies: Answers of persons to customers.
  | > first response: From the opening of a ticket to the first answer of a person to the customer. Acknowledgements, notes and drafts are left out; so are tickets that nobody has answered yet. Counted at the time of the answer, for its writer.
  | > next response: From the first message that waited for an answer to the answer of a person, but for a ticket's first one. Counted at the time of the answer, for its writer.
  | > resolution: From the opening of a ticket, or its last reopening, to its being resolved or closed; spam and merged tickets are left out. Waiting for the customer counts. Counted at the time of the resolution, for its assignee.
  | > replies per ticket: Answers of persons to the customer until a ticket was resolved, from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | > touches per ticket: Mails of the staff that did something to a ticket until it was resolved (an answer, a note, an order), from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | > within SLA: Promises that were kept in time, of those that were kept or broken within the time; a promise that became void is left out.
  | > rating: The mean of the ratings that customers gave, from 1 (not satisfied) to 5 (very satisfied), counted at the time of the answer, for who had resolved the ticket.
  | > escalated: Tickets of which the next one up was told that a customer waits; once until the ticket is finished.
  | > escalation rate: Tickets that were escalated, by the desk or by #escalate, for tickets opened in the same time.
admin asks: report agents
  | > Report agents, from 2026-02-06 17:00 until 2026-03-06 17:00 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | >                           first response        next response                  resolution        per ticket
  | > agent   replies  touches          median  90 %         median  90 %  resolved      median  90 %     replies  touches  reopened  within SLA  backlog  rating
  | > (none)        0        0               -     -              -     -         0           -     -           -        -         0       0.0 %        1       -
  | > alice         2        2              2h    2h             9h    9h         1         17h   17h         2.0      2.0         0      50.0 %        0       -
  | > carol         1        1              6h    6h              -     -         1          6h    6h         1.0      1.0         1       0.0 %        1       -
  | > all           3        3              4h    6h             9h    9h         2     11h 30m   17h         1.5      1.5         1      20.0 %        2       -
  | >
  | > replies: Answers of persons to customers.
  | > touches: Mails of the staff that did something to a ticket: an answer, a note, an order; each mail counts once a ticket.
  | > first response: From the opening of a ticket to the first answer of a person to the customer. Acknowledgements, notes and drafts are left out; so are tickets that nobody has answered yet. Counted at the time of the answer, for its writer.
  | > next response: From the first message that waited for an answer to the answer of a person, but for a ticket's first one. Counted at the time of the answer, for its writer.
  | > resolved: Times that an unfinished ticket became resolved or closed; one that was reopened counts each time.
  | > resolution: From the opening of a ticket, or its last reopening, to its being resolved or closed; spam and merged tickets are left out. Waiting for the customer counts. Counted at the time of the resolution, for its assignee.
  | > replies per ticket: Answers of persons to the customer until a ticket was resolved, from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | > touches per ticket: Mails of the staff that did something to a ticket until it was resolved (an answer, a note, an order), from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | > reopened: Finished tickets that became unfinished again, by a reply or by an order.
  | > within SLA: Promises that were kept in time, of those that were kept or broken within the time; a promise that became void is left out.
  | > backlog: Tickets that were new, open, pending or on hold at the end of the time.
  | > rating: The mean of the ratings that customers gave, from 1 (not satisfied) to 5 (very satisfied), counted at the time of the answer, for who had resolved the ticket.
admin asks: report personal of alice by total
  | > Report personal, from 2026-02-06 17:00 until 2026-03-06 17:00 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | >                          first response        next response                  resolution        per ticket
  | > total  replies  touches          median  90 %         median  90 %  resolved      median  90 %     replies  touches  reopened  within SLA  backlog  rating
  | > all          2        2              2h    2h             9h    9h         1         17h   17h         2.0      2.0         0      50.0 %        0       -
  | >
  | > replies: Answers of persons to customers.
  | > touches: Mails of the staff that did something to a ticket: an answer, a note, an order; each mail counts once a ticket.
  | > first response: From the opening of a ticket to the first answer of a person to the customer. Acknowledgements, notes and drafts are left out; so are tickets that nobody has answered yet. Counted at the time of the answer, for its writer.
  | > next response: From the first message that waited for an answer to the answer of a person, but for a ticket's first one. Counted at the time of the answer, for its writer.
  | > resolved: Times that an unfinished ticket became resolved or closed; one that was reopened counts each time.
  | > resolution: From the opening of a ticket, or its last reopening, to its being resolved or closed; spam and merged tickets are left out. Waiting for the customer counts. Counted at the time of the resolution, for its assignee.
  | > replies per ticket: Answers of persons to the customer until a ticket was resolved, from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | > touches per ticket: Mails of the staff that did something to a ticket until it was resolved (an answer, a note, an order), from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | > reopened: Finished tickets that became unfinished again, by a reply or by an order.
  | > within SLA: Promises that were kept in time, of those that were kept or broken within the time; a promise that became void is left out.
  | > backlog: Tickets that were new, open, pending or on hold at the end of the time.
  | > rating: The mean of the ratings that customers gave, from 1 (not satisfied) to 5 (very satisfied), counted at the time of the answer, for who had resolved the ticket.
admin asks: report routing
  | > Report routing, from 2026-02-06 17:00 until 2026-03-06 17:00 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | > rule       took  corrected  of these
  | > (no rule)     2          0     0.0 %
  | > printers      1          0     0.0 %
  | > all           3          0     0.0 %
  | >
  | > took: Tickets that a routing rule took when they were opened; a ticket may be taken by several.
  | > corrected: Tickets whose team, category or priority, as a rule or the mailbox had set it, a member of the staff changed within three days of the opening and before the first answer; each ticket counts once, for the first rule that took it.
  | > of these: Tickets that were corrected, of those that were taken.
admin asks: report organisation
  | > Report organisation, from 2026-02-06 17:00 until 2026-03-06 17:00 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | > organisation      opened  resolved  replies  time spent  backlog
  | > customer.example       1         1        2         20m        0
  | > example.org            1         0        0          0m        1
  | > kunde.example          1         1        1          0m        1
  | > all                    3         2        3         20m        2
  | >
  | > opened: Tickets that were opened, those that later turned out to be spam among them.
  | > resolved: Times that an unfinished ticket became resolved or closed; one that was reopened counts each time.
  | > replies: Answers of persons to customers.
  | > time spent: Work that was put down with #time, in whole minutes.
  | > backlog: Tickets that were new, open, pending or on hold at the end of the time.
admin asks: report sla
  | > Report sla, from 2026-02-06 17:00 until 2026-03-06 17:00 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | >                       first response        next response        resolution
  | > week      within SLA          median  90 %         median  90 %      median  90 %  escalated
  | > 2026-W06           -               -     -              -     -           -     -          0
  | > 2026-W07           -               -     -              -     -           -     -          0
  | > 2026-W08           -               -     -              -     -           -     -          0
  | > 2026-W09           -               -     -              -     -           -     -          0
  | > 2026-W10      20.0 %              4h    6h             9h    9h     11h 30m   17h          3
  | > all           20.0 %              4h    6h             9h    9h     11h 30m   17h          3
  | >
  | > within SLA: Promises that were kept in time, of those that were kept or broken within the time; a promise that became void is left out.
  | > first response: From the opening of a ticket to the first answer of a person to the customer. Acknowledgements, notes and drafts are left out; so are tickets that nobody has answered yet. Counted at the time of the answer, for its writer.
  | > next response: From the first message that waited for an answer to the answer of a person, but for a ticket's first one. Counted at the time of the answer, for its writer.
  | > resolution: From the opening of a ticket, or its last reopening, to its being resolved or closed; spam and merged tickets are left out. Waiting for the customer counts. Counted at the time of the resolution, for its assignee.
  | > escalated: Tickets of which the next one up was told that a customer waits; once until the ticket is finished.
admin asks: report personal
  | > whose? Say --agent NAME
