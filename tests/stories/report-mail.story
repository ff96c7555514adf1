# Figures by mail: an agent sees his own, who leads people their teams, an administrator everything.

ann is Ann Archer <ann@customer.example>
otto is Otto Öhler <otto@kunde.example>, writing German

admin changes desk.toml:
    - team = "support"
    - kind = "maildir"
    - path = "mail/support"
    - auth = { mode = "none" }
    - agents = "token"
    + team = "support"
    + kind = "maildir"
    + path = "mail/support"
    + auth = { mode = "trusted-ar", authserv_id = ["mx.example.org"], trusted_hops = 0 }

admin changes staff.toml:
    - profile = "senior-agent"
    - role = "leads"
    + profile = "supervisor"
    + role = "leads"

    - name = "nancy"
    + name = "nancy"
    + profile = "administrator"
monday 09:00
ann writes to support: "Printers on fire"
    All our printers are smoking since yesterday.
  | opened #1
  |   rule "printers"; team hardware; assigned to alice; first-response mon 2 mar 13:00
  |   to alice: assigned "[#1] Yours: Printers on fire"
  |   to ann: received "[#1] We have received your message"
otto writes to billing: "Rechnung 17"
    Die Rechnung ist zu hoch.
  | opened #2
  |   team billing; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#2] Yours: Rechnung 17"
  |   to otto: received "[#2] We have received your message"
monday 11:00
alice replies about #1:
    #resolve
    The roller is on its way.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 11:00; pending -> resolved; close thu 5 mar 11:00;
  |   alice: #resolve; no first-response (a public answer)
  |   to ann: reply "Re: Printers on fire [#1]"
  |   to alice: receipt "[#1] Done: Printers on fire"
tuesday 09:00
  | mon 2 mar 13:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to carol: reminder "[#2] Waiting for 4 hours: Rechnung 17"
  | mon 2 mar 15:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to lena: escalation "[#2] No answer for 6 hours: Rechnung 17"
# An agent alone has his own.
alice writes to support: "Figures"
    #report
  | commands
  |   to alice: report "Personal report: Alice Arden, 2026-02-03 09:00 - 2026-03-03 09:00" with first-answers.png, promises.png
alice reads
  | Subject: Personal report: Alice Arden, 2026-02-03 09:00 - 2026-03-03 09:00
  |
  | Personal report: Alice Arden
  | 2026-02-03 09:00 - 2026-03-03 09:00 (Europe/Berlin)
  |
  | In short
  |
  | * How long customers waited for the first answer:
  |   There was one first answer; it came after 2h of working time.
  | * Promises kept in time, by week:
  |   100.0 % of 1 promise was kept in time.
  |
  | Figures
  |
  | Times of answers and resolutions are working time, an age is not.
  |
  |                             first response        next response
  | week      replies  touches          median  90 %         median  90 %
  | 2026-W06        0        0               -     -              -     -
  | 2026-W07        0        0               -     -              -     -
  | 2026-W08        0        0               -     -              -     -
  | 2026-W09        0        0               -     -              -     -
  | 2026-W10        1        1              2h    2h              -     -
  | all             1        1              2h    2h              -     -
  |
  |                     resolution        per ticket
  | week      resolved      median  90 %     replies  touches  reopened
  | 2026-W06         0           -     -           -        -         0
  | 2026-W07         0           -     -           -        -         0
  | 2026-W08         0           -     -           -        -         0
  | 2026-W09         0           -     -           -        -         0
  | 2026-W10         1          2h    2h         1.0      1.0         0
  | all              1          2h    2h         1.0      1.0         0
  |
  | week      within SLA  backlog  rating
  | 2026-W06           -        0       -
  | 2026-W07           -        0       -
  | 2026-W08           -        0       -
  | 2026-W09           -        0       -
  | 2026-W10     100.0 %        0       -
  | all          100.0 %        0       -
  |
  | How long customers waited for the first answer
  |
  | working time  tickets    share
  | ≤ 15m               0    0.0 %
  | ≤ 30m               0    0.0 %
  | ≤ 1h                0    0.0 %
  | ≤ 2h                1  100.0 %
  | ≤ 4h                0    0.0 %
  | ≤ 8h                0    0.0 %
  | ≤ 16h               0    0.0 %
  | ≤ 40h               0    0.0 %
  | > 40h               0    0.0 %
  |
  | Promises kept in time, by week
  |
  | week      kept in time  promises
  | 2026-W06             -         0
  | 2026-W07             -         0
  | 2026-W08             -         0
  | 2026-W09             -         0
  | 2026-W10       100.0 %         1
  |
  | What the figures mean
  |
  | replies: Answers of persons to customers.
  | touches: Mails of the staff that did something to a ticket: an answer, a note, an order; each mail counts once a ticket.
  | first response: From the opening of a ticket to the first answer of a person to the customer. Acknowledgements, notes and drafts are left out; so are tickets that nobody has answered yet. Counted at the time of the answer, for its writer.
  | next response: From the first message that waited for an answer to the answer of a person, but for a ticket's first one. Counted at the time of the answer, for its writer.
  | resolved: Times that an unfinished ticket became resolved or closed; one that was reopened counts each time.
  | resolution: From the opening of a ticket, or its last reopening, to its being resolved or closed; spam and merged tickets are left out. Waiting for the customer counts. Counted at the time of the resolution, for its assignee.
  | replies per ticket: Answers of persons to the customer until a ticket was resolved, from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | touches per ticket: Mails of the staff that did something to a ticket until it was resolved (an answer, a note, an order), from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | reopened: Finished tickets that became unfinished again, by a reply or by an order.
  | within SLA: Promises that were kept in time, of those that were kept or broken within the time; a promise that became void is left out.
  | backlog: Tickets that were new, open, pending or on hold at the end of the time.
  | rating: The mean of the ratings that customers gave, from 1 (not satisfied) to 5 (very satisfied), counted at the time of the answer, for who had resolved the ticket.
  |
  | ------------------------------------------------------------
  | Other figures by mail: #report trend, #report team of NAME, #report personal since 8w; #help tells the rest.
alice writes to support: "Figures"
    #report team
  | held: the profile lacks a permission
  |   to alice: refused "Not done: Figures"
alice reads
  | Subject: Not done: Figures
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #report needs the permission “analytics-team”, which your profile does not have. Ask a supervisor to do it.
  |
  | Correct it and send it again. An order about a ticket goes into a reply to a notification about that ticket.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #report team
alice writes to support: "Figures"
    #report personal of carol
  | held: the profile lacks a permission
  |   to alice: refused "Not done: Figures"
alice reads
  | Subject: Not done: Figures
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #report needs the permission “analytics-team”, which your profile does not have. Ask a supervisor to do it.
  |
  | Correct it and send it again. An order about a ticket goes into a reply to a notification about that ticket.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #report personal of carol
# Who leads teams has theirs, and those of the people in them.
lena writes to support: "Figures"
    #report team since 2026-03-01
  | commands
  |   to lena: report "Teams side by side: team billing, hardware, support, 2026-03-01 00:00 - 2026-03-03 09:00" with load.png, backlog.png, promises.png
lena reads
  | Subject: Teams side by side: team billing, hardware, support, 2026-03-01 00:00 - 2026-03-03 09:00
  |
  | Teams side by side: team billing, hardware, support
  | 2026-03-01 00:00 - 2026-03-03 09:00 (Europe/Berlin)
  |
  | In short
  |
  | * Unfinished tickets at the end, by team:
  |   billing has the most unfinished tickets: 1 of 1.
  | * Unfinished tickets at the end of each day:
  |   The backlog rose from 0 to 1 (2026-03-03); the most were 1 (2026-03-02).
  | * Promises kept in time, by day:
  |   50.0 % of 2 promises were kept in time.
  |
  | Figures
  |
  | Times of answers and resolutions are working time, an age is not.
  |
  |                             resolution
  | team      opened  resolved        rate  reopened  backlog  age
  | billing        1         0       0.0 %         0        1   1d
  | hardware       1         1     100.0 %         0        0    -
  | all            2         1      50.0 %         0        1   1d
  |
  |           first response        next response        resolution
  | team              median  90 %         median  90 %      median  90 %
  | billing                -     -              -     -           -     -
  | hardware              2h    2h              -     -          2h    2h
  | all                   2h    2h              -     -          2h    2h
  |
  |           per ticket                                          escalation
  | team         replies  touches  within SLA  rating  escalated        rate
  | billing            -        -       0.0 %       -          1     100.0 %
  | hardware         1.0      1.0     100.0 %       -          0       0.0 %
  | all              1.0      1.0      50.0 %       -          1      50.0 %
  |
  | Unfinished tickets at the end, by team
  |
  | team     unfinished tickets
  | billing                   1
  |
  | Unfinished tickets at the end of each day
  |
  | day         unfinished tickets
  | 2026-03-01                   0
  | 2026-03-02                   1
  | 2026-03-03                   1
  |
  | Promises kept in time, by day
  |
  | day         kept in time  promises
  | 2026-03-01             -         0
  | 2026-03-02        50.0 %         2
  | 2026-03-03             -         0
  |
  | What the figures mean
  |
  | opened: Tickets that were opened, those that later turned out to be spam among them.
  | resolved: Times that an unfinished ticket became resolved or closed; one that was reopened counts each time.
  | resolution rate: Resolutions for tickets opened in the same time; a ticket that was reopened counts for each.
  | reopened: Finished tickets that became unfinished again, by a reply or by an order.
  | backlog: Tickets that were new, open, pending or on hold at the end of the time.
  | age: The median age of the backlog: from the opening of each of its tickets to the end of the time.
  | first response: From the opening of a ticket to the first answer of a person to the customer. Acknowledgements, notes and drafts are left out; so are tickets that nobody has answered yet. Counted at the time of the answer, for its writer.
  | next response: From the first message that waited for an answer to the answer of a person, but for a ticket's first one. Counted at the time of the answer, for its writer.
  | resolution: From the opening of a ticket, or its last reopening, to its being resolved or closed; spam and merged tickets are left out. Waiting for the customer counts. Counted at the time of the resolution, for its assignee.
  | replies per ticket: Answers of persons to the customer until a ticket was resolved, from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | touches per ticket: Mails of the staff that did something to a ticket until it was resolved (an answer, a note, an order), from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | within SLA: Promises that were kept in time, of those that were kept or broken within the time; a promise that became void is left out.
  | rating: The mean of the ratings that customers gave, from 1 (not satisfied) to 5 (very satisfied), counted at the time of the answer, for who had resolved the ticket.
  | escalated: Tickets of which the next one up was told that a customer waits; once until the ticket is finished.
  | escalation rate: Tickets that were escalated, by the desk or by #escalate, for tickets opened in the same time.
  |
  | ------------------------------------------------------------
  | Other figures by mail: #report trend, #report team of NAME, #report personal since 8w; #help tells the rest.
lena writes to support: "Figures"
    #report personal of alice by total since 1w
  | commands
  |   to lena: report "Personal report: Alice Arden, 2026-02-24 09:00 - 2026-03-03 09:00" with first-answers.png, promises.png
lena writes to support: "Figures"
    #report rooting
  | held: a question that cannot be read
  |   to lena: refused "Not done: Figures"
lena reads
  | Subject: Not done: Figures
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | There is no report “rooting”. There is: personal, agents, team, category, department, trend, sla, routing, automation, satisfaction, workload, training, organisation.
  |
  | Correct it and send it again. An order about a ticket goes into a reply to a notification about that ticket.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #report rooting
# An administrator has everything; a German reader gets it in German.
nancy writes to support: "Figures"
    #report trend since 2w
  | commands
  |   to nancy: report "Trend: all teams, 2026-02-17 03:00 - 2026-03-03 03:00" with backlog.png, first-answers.png, hours.png
nancy reads
  | Subject: Trend: all teams, 2026-02-17 03:00 - 2026-03-03 03:00
  |
  | Trend: all teams
  | 2026-02-17 03:00 - 2026-03-03 03:00 (America/New_York)
  |
  | In short
  |
  | * Unfinished tickets at the end of each day:
  |   The backlog rose from 0 to 1 (2026-03-03); the most were 1 (2026-03-02).
  | * How long customers waited for the first answer:
  |   There was one first answer; it came after 2h of working time.
  | * When tickets come in: weekday and hour:
  |   The busiest hour is Mon from 03:00 to 04:00 with 2 of 2 tickets, the busiest day Mon with 2.
  |
  | Figures
  |
  | Times of answers and resolutions are working time, an age is not.
  |
  |                             resolution
  | week      opened  resolved        rate  dismissed  reopened  backlog
  | 2026-W08       0         0           -          0         0        0
  | 2026-W09       0         0           -          0         0        0
  | 2026-W10       2         1      50.0 %          0         0        1
  | all            2         1      50.0 %          0         0        1
  | before         0         0           -          0         0        0
  |
  |                    first response        next response
  | week      replies          median  90 %         median  90 %
  | 2026-W08        0               -     -              -     -
  | 2026-W09        0               -     -              -     -
  | 2026-W10        1              2h    2h              -     -
  | all             1              2h    2h              -     -
  | before          0               -     -              -     -
  |
  |           resolution        per ticket
  | week          median  90 %     replies  touches  within SLA  rating
  | 2026-W08           -     -           -        -           -       -
  | 2026-W09           -     -           -        -           -       -
  | 2026-W10          2h    2h         1.0      1.0      50.0 %       -
  | all               2h    2h         1.0      1.0      50.0 %       -
  | before             -     -           -        -           -       -
  |
  |                      escalation
  | week      escalated        rate
  | 2026-W08          0           -
  | 2026-W09          0           -
  | 2026-W10          1      50.0 %
  | all               1      50.0 %
  | before            0           -
  |
  | Unfinished tickets at the end of each day
  |
  | day         unfinished tickets
  | 2026-02-17                   0
  | 2026-02-19                   0
  | 2026-02-21                   0
  | 2026-02-23                   0
  | 2026-02-25                   0
  | 2026-02-27                   0
  | 2026-03-01                   0
  | 2026-03-03                   1
  |
  | How long customers waited for the first answer
  |
  | working time  tickets    share
  | ≤ 15m               0    0.0 %
  | ≤ 30m               0    0.0 %
  | ≤ 1h                0    0.0 %
  | ≤ 2h                1  100.0 %
  | ≤ 4h                0    0.0 %
  | ≤ 8h                0    0.0 %
  | ≤ 16h               0    0.0 %
  | ≤ 40h               0    0.0 %
  | > 40h               0    0.0 %
  |
  | When tickets come in: weekday and hour
  |
  | weekday  0-6  6-9  9-12  12-15  15-18  18-24
  | Mon        2    0     0      0      0      0
  | Tue        0    0     0      0      0      0
  | Wed        0    0     0      0      0      0
  | Thu        0    0     0      0      0      0
  | Fri        0    0     0      0      0      0
  | Sat        0    0     0      0      0      0
  | Sun        0    0     0      0      0      0
  |
  | What the figures mean
  |
  | opened: Tickets that were opened, those that later turned out to be spam among them.
  | resolved: Times that an unfinished ticket became resolved or closed; one that was reopened counts each time.
  | resolution rate: Resolutions for tickets opened in the same time; a ticket that was reopened counts for each.
  | dismissed: Unfinished tickets that became spam or went on in another ticket.
  | reopened: Finished tickets that became unfinished again, by a reply or by an order.
  | backlog: Tickets that were new, open, pending or on hold at the end of the time.
  | replies: Answers of persons to customers.
  | first response: From the opening of a ticket to the first answer of a person to the customer. Acknowledgements, notes and drafts are left out; so are tickets that nobody has answered yet. Counted at the time of the answer, for its writer.
  | next response: From the first message that waited for an answer to the answer of a person, but for a ticket's first one. Counted at the time of the answer, for its writer.
  | resolution: From the opening of a ticket, or its last reopening, to its being resolved or closed; spam and merged tickets are left out. Waiting for the customer counts. Counted at the time of the resolution, for its assignee.
  | replies per ticket: Answers of persons to the customer until a ticket was resolved, from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | touches per ticket: Mails of the staff that did something to a ticket until it was resolved (an answer, a note, an order), from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | within SLA: Promises that were kept in time, of those that were kept or broken within the time; a promise that became void is left out.
  | rating: The mean of the ratings that customers gave, from 1 (not satisfied) to 5 (very satisfied), counted at the time of the answer, for who had resolved the ticket.
  | escalated: Tickets of which the next one up was told that a customer waits; once until the ticket is finished.
  | escalation rate: Tickets that were escalated, by the desk or by #escalate, for tickets opened in the same time.
  |
  | ------------------------------------------------------------
  | Other figures by mail: #report trend, #report team of NAME, #report personal since 8w; #help tells the rest.
dieter writes to support: "Zahlen"
    #report personal seit 2w
  | commands
  |   to dieter: report "Persönlicher Bericht: Dieter Dorn, 2026-02-17 09:00 - 2026-03-03 09:00"
dieter reads
  | Subject: Persönlicher Bericht: Dieter Dorn, 2026-02-17 09:00 - 2026-03-03 09:00
  |
  | Persönlicher Bericht: Dieter Dorn
  | 2026-02-17 09:00 - 2026-03-03 09:00 (Europe/Berlin)
  |
  | In dieser Zeit ist nichts geschehen.
  |
  | ------------------------------------------------------------
  | Andere Zahlen per Mail: #report trend, #report team von NAME, #report personal seit 8w; #help nennt den Rest.
# A time that cannot be read, and a name that nobody has.
lena writes to support: "Figures"
    #report team since yesteryear
  | held: a command's argument cannot be used
  |   to lena: refused "Not done: Figures"
lena reads
  | Subject: Not done: Figures
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #report does not take “team since yesteryear”. Write, for example: #report personal since 4w
  |
  | Correct it and send it again. An order about a ticket goes into a reply to a notification about that ticket.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #report team since yesteryear
lena writes to support: "Figures"
    #report team of suport
  | held: no such member of staff
  |   to lena: refused "Not done: Figures"
lena reads
  | Subject: Not done: Figures
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | Nobody of the staff is called “suport”. Did you mean support?
  |
  | Correct it and send it again. An order about a ticket goes into a reply to a notification about that ticket.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #report team of suport
