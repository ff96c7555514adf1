# A promise whose clock runs while somebody else has the turn is still told; one whose clock stands still is not, whatever else
# is ordered meanwhile.

gus is Gus Gold <gus@gold.example>
ann is Ann Archer <ann@customer.example>

admin changes service.toml:
    - [closing]
    + [[sla]]
    + name = "gold"
    + when = { domain = "gold.example" }
    + first = "2h"
    + pause = ["pending"]
    +
    + [closing]

monday 09:00
gus writes to support: "Cannot scan"
    Nothing goes in.
  | opened #1
  |   team support; first-response by gold mon 2 mar 11:00
  |   to alice: new-ticket "[#1] New: Cannot scan"
  |   to bob: new-ticket "[#1] New: Cannot scan"
  |   to gus: received "[#1] We have received your message"
bob replies:
    #take
    #hold
  | commands for #1 by token
  |   assigned to bob; bob: #take; new -> on-hold; bob: #hold
  |   to bob: receipt "[#1] Done: Cannot scan"
ann writes to support: "Cannot print"
    Nothing comes out.
  | opened #2
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#2] New: Cannot print"
  |   to bob: new-ticket "[#2] New: Cannot print"
  |   to ann: received "[#2] We have received your message"
bob replies:
    #take
    #hold
  | commands for #2 by token
  |   assigned to bob; bob: #take; new -> on-hold; bob: #hold; first-response stands still
  |   to bob: receipt "[#2] Done: Cannot print"
show #1
  | #1 "Cannot scan": on-hold, normal; team support; bob has it; from gus; with gus
  |   first-response mon 2 mar 11:00
  |   mon 2 mar 09:00 gus wrote: Nothing goes in.
show #2
  | #2 "Cannot print": on-hold, normal; team support; bob has it; from ann; with ann
  |   first-response mon 2 mar 13:00 (stands still)
  |   mon 2 mar 09:00 ann wrote: Nothing comes out.
monday 15:00
  | mon 2 mar 11:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 13:00
  |   to bob: reminder "[#1] Waiting for 2 hours: Cannot scan"
  | mon 2 mar 13:00
  | first-response step 2 of #1 is due
  |   first-response step 3 mon 2 mar 17:00
  |   to lena: escalation "[#1] No answer for 4 hours: Cannot scan"

# Overrun by a more pressing priority, but put aside: it is told when it comes back.
bob replies about #2:
    #priority urgent
  | commands for #2 by token
  |   priority urgent; bob: #priority urgent
  |   to bob: receipt "[#2] Done: Cannot print"
show #2
  | #2 "Cannot print": on-hold, urgent; team support; bob has it; from ann; with ann
  |   first-response mon 2 mar 13:00 (stands still)
  |   mon 2 mar 09:00 ann wrote: Nothing comes out.
nothing happens until monday 16:00
bob replies about #2:
    #open
  | commands for #2 by token
  |   on-hold -> open; bob: #open; first-response mon 2 mar 17:00
  |   to bob: receipt "[#2] Done: Cannot print"
show #2
  | #2 "Cannot print": open, urgent; team support; bob has it; from ann; with ann
  |   first-response mon 2 mar 17:00
  |   mon 2 mar 09:00 ann wrote: Nothing comes out.
tuesday 12:00
  | mon 2 mar 17:00
  | first-response step 3 of #1 is due
  |   max is told tue 3 mar 09:00
  | first-response of #2 is due
  |   first-response is broken; bob is told tue 3 mar 09:00; first-response step 2 tue 3 mar 11:00
  | tue 3 mar 09:00
  |   to bob: reminder "[#2] Waiting for 1 day: Cannot print"
  |   to max: escalation "[#1] No answer for 1 day: Cannot scan"
  | tue 3 mar 11:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 15:00
  |   to lena: escalation "[#2] No answer for 1 day 2 hours: Cannot print"
