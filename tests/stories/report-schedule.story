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
ann writes to support: "Printers on fire"
    All our printers are smoking since yesterday.
alice replies about #1:
    #resolve
    The roller is on its way.
# Whom the schedule is new to begins with the next time: nobody had one this morning. Nancy's morning is New York's.
tuesday 18:00
alice reads
wednesday 07:00
# Off over the time that it was due at: it comes once, late.
the desk is off until wednesday 10:00
wednesday 10:30
# A clock that is set back brings nothing again, and one that is set forward brings one of each.
the clock is set to 2026-03-03 12:00
wednesday 10:40
the machine sleeps until 2026-03-16 12:00
monday 12:10
max reads
