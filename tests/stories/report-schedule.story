# Reports on a schedule: each once for each time, at its reader's own hour, also over restarts, jumps of the clock and days off.

ann is Ann Archer <ann@customer.example>

admin changes staff.toml:
    - profile = "supervisor"
    - role = "managers"
    + profile = "administrator"
    + role = "managers"
admin changes service.toml:
    + 
    + [[report]]
    + kind = "trend"
    + to = ["max"]
    + every = "monday 08:00"
    + 
    + [[report]]
    + kind = "personal"
    + to = ["alice", "nancy@example.org"]
    + every = "daily 07:30"
monday 09:00
  | sun 1 mar 13:30
  |   to nancy: report "Personal report: Nancy Noon, 2026-02-28"
  | mon 2 mar 07:30
  |   to alice: report "Personal report: Alice Arden, 2026-03-01"
  | mon 2 mar 08:00
  |   to max: report "Trend: all teams, 2026-02-23 - 2026-03-01"
ann writes to support: "Printers on fire"
    All our printers are smoking since yesterday.
  | opened #1
  |   rule "printers"; team hardware; assigned to alice; first-response mon 2 mar 13:00
  |   to alice: assigned "[#1] Yours: Printers on fire"
  |   to ann: received "[#1] We have received your message"
alice replies about #1:
    #resolve
    The roller is on its way.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; pending -> resolved; close thu 5 mar 09:00;
  |   alice: #resolve; no first-response (a public answer)
  |   to ann: reply "Re: Printers on fire [#1]"
  |   to alice: receipt "[#1] Done: Printers on fire"
# Written on Sunday, the schedule begins with the next time of each; what was due before is not made up for. Nancy's morning is New
# York's.
tuesday 18:00
  | mon 2 mar 13:30
  |   to nancy: report "Personal report: Nancy Noon, 2026-03-01"
  | tue 3 mar 07:30
  |   to alice: report "Personal report: Alice Arden, 2026-03-02" with first-answers.png, promises.png
  | tue 3 mar 13:30
  |   to nancy: report "Personal report: Nancy Noon, 2026-03-02"
alice reads
  | Subject: Personal report: Alice Arden, 2026-03-02
  |
  | Personal report: Alice Arden
  | 2026-03-02 (Europe/Berlin)
  |
  | In short
  |
  | * How long customers waited for the first answer:
  |   There was one first answer; it came after a minute of working time.
  | * Promises kept in time, by day:
  |   100.0 % of 1 promise was kept in time.
  |
  | Figures
  |
  | Times of answers and resolutions are working time, an age is not.
  |
  |                               first response        next response
  | day         replies  touches          median  90 %         median  90 %
  | 2026-03-02        1        1              0m    0m              -     -
  | all               1        1              0m    0m              -     -
  |
  |                       resolution        per ticket
  | day         resolved      median  90 %     replies  touches  reopened
  | 2026-03-02         1          0m    0m         1.0      1.0         0
  | all                1          0m    0m         1.0      1.0         0
  |
  | day         within SLA  backlog  rating
  | 2026-03-02     100.0 %        0       -
  | all            100.0 %        0       -
  |
  | How long customers waited for the first answer
  |
  | working time  tickets    share
  | ≤ 15m               1  100.0 %
  | ≤ 30m               0    0.0 %
  | ≤ 1h                0    0.0 %
  | ≤ 2h                0    0.0 %
  | ≤ 4h                0    0.0 %
  | ≤ 8h                0    0.0 %
  | ≤ 16h               0    0.0 %
  | ≤ 40h               0    0.0 %
  | > 40h               0    0.0 %
  |
  | Promises kept in time, by day
  |
  | day         kept in time  promises
  | 2026-03-02       100.0 %         1
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
wednesday 07:00
# Off over the time that it was due at: it comes once, late.
the desk is off until wednesday 10:00
  | wed 4 mar 10:00
  |   to alice: report "Personal report: Alice Arden, 2026-03-03"
wednesday 10:30
# A clock that is set back brings nothing again, and one that is set forward brings one of each.
the clock is set to 2026-03-03 12:00
wednesday 10:40
the machine sleeps until 2026-03-16 12:00
  | mon 16 mar 12:00
  | close of #1 is due
  |   resolved -> closed
  |   to max: report "Trend: all teams, 2026-03-09 - 2026-03-15"
  |   to alice: report "Personal report: Alice Arden, 2026-03-15"
  |   to nancy: report "Personal report: Nancy Noon, 2026-03-14"
monday 12:10
max reads
  | Subject: Trend: all teams, 2026-03-09 - 2026-03-15
  |
  | Trend: all teams
  | 2026-03-09 - 2026-03-15 (Europe/Berlin)
  |
  | Nothing happened in this time.
  |
  | ------------------------------------------------------------
  | Other figures by mail: #report trend, #report team of NAME, #report personal since 8w; #help tells the rest.
