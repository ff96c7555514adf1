# Who is on duty gets what comes; who wrote before gets his agent again.

ann is Ann Archer <ann@customer.example>
cleo is Cleo Cook <cleo@customer.example>

admin changes service.toml:
    - [closing]
    + [[rotation]]
    + team = "support"
    + people = ["alice", "bob"]
    + from = 2026-03-02T09:00:00
    + every = "7d"
    +
    + [closing]
admin changes staff.toml:
    - name = "support"
    + name = "support"
    + sticky = "30d"

# Alice has the first week.
monday 10:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; assigned to alice; first-response mon 2 mar 14:00
  |   to alice: assigned "[#1] Yours: Cannot log in"
  |   to ann: received "[#1] We have received your message"
alice replies:
    Try again, please.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 10:00; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"

# Bob has the second; but ann knows alice.
2026-03-09 10:00
  | sat 7 mar 10:00
  | closing-warning of #1 is due
  |   auto-close mon 9 mar 10:00
  |   to ann: closing-warning "[#1] Do you still need help?"
  | mon 9 mar 10:00
  | auto-close of #1 is due
  |   pending -> closed
  |   to ann: closed "[#1] Your request is closed"
cleo writes to support: "Cannot print"
    Nothing comes out.
  | opened #2
  |   team support; assigned to bob; first-response mon 9 mar 14:00
  |   to bob: assigned "[#2] Yours: Cannot print"
  |   to cleo: received "[#2] We have received your message"
ann writes to support: "And now the printer"
    It says nothing at all.
  | opened #3
  |   rule "printers"; team hardware; assigned to alice; first-response mon 9 mar 14:00
  |   to alice: assigned "[#3] Yours: And now the printer"
  |   to ann: received "[#3] We have received your message"

# Alice is away: whoever is on duty has it.
admin changes staff.toml:
    - name = "alice"
    + name = "alice"
    + away = [{ from = 2026-03-10, until = 2026-03-20 }]
2026-03-10 10:00
  | mon 9 mar 14:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 9 mar 16:00
  | first-response of #3 is due
  |   first-response is broken; first-response step 2 mon 9 mar 16:00
  |   to alice: reminder "[#3] Waiting for 4 hours: And now the printer"
  |   to bob: reminder "[#2] Waiting for 4 hours: Cannot print"
  | mon 9 mar 16:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 10 mar 12:00
  | first-response step 2 of #3 is due
  |   first-response step 3 tue 10 mar 12:00
  |   to lena: due-list "2 tickets are due"
  | tue 10 mar 00:00
  |   alice absence begins
ann writes to support: "The screen"
    It is dark.
  | opened #4
  |   team support; assigned to bob; first-response tue 10 mar 14:00
  |   to bob: assigned "[#4] Yours: The screen"
  |   to ann: received "[#4] We have received your message"
