# What the operator hears of once a day: what was set aside, what was refused, what does not get through.

ann is Ann Archer <ann@customer.example>

monday 10:00
carl@elsewhere.example writes to support: "Anything" [from "Support <support@example.org>"]
    I am you.
  | quarantined as q1 (own-loop): our own mail came back
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 14:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
mail to ann is deferred: "451 4.7.1 come back later"
bob replies about #1:
    #assign bob

    Try again now.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 10:00; assigned to bob; bob: #assign bob;
  |   no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
  | reply to ann is not taken now, again mon 2 mar 10:01:05: 451 4.7.1 come back later
bob replies about #1:
    #clsoe
  | held, about #1 by token: unknown command
  |   to bob: refused "[#1] Not done: Cannot log in"

# It can wait until the next morning; nothing of it is told twice.
nothing happens until +2m
tuesday 08:59
  | mon 2 mar 13:58:22
  |   to bob: delivery-failure "[#1] Not delivered yet: Cannot log in"
tuesday 09:00
  | tue 3 mar 09:00
  |   to operator: operator "Example support needs a look"
operator reads
  | Subject: Example support needs a look
  |
  | Set aside since the last report: 1 × our own mail came back. In quarantine now: 1. “maildesk quarantine list” shows them; “maildesk quarantine release” takes one in, “maildesk quarantine drop” forgets it.
  |
  | Mail that was not carried out or not accepted since the last report: 1 × unknown command. Its writers among the staff have been told.
  |
  | Letters that have been waiting for more than an hour: 1, the oldest since Mon 2 Mar 2026, 10:00. They are still being tried. The last trouble: 451 4.7.1 come back later. “maildesk outbox list” shows them.
  |
  | This goes to the operator of Example support. A reply to it would open a ticket.

# The rest of the day is quiet, whatever happens.
carl@elsewhere.example writes to support: "Anything" [from "Support <support@example.org>"]
    I am still you.
  | quarantined as q2 (own-loop): our own mail came back
admin asks: release q1
  | opened #2 (own-loop)
  |   team support
  |   no received to support@example.org: only a person is acknowledged
  |   to alice: new-ticket "[#2] New: Anything"
  |   to bob: new-ticket "[#2] New: Anything"
  |   q1 is released
  | > opened #2
wednesday 09:00
  | tue 3 mar 11:36:46
  |   to bob: delivery-failure "[#1] Not delivered yet: Cannot log in"
  | wed 4 mar 09:00
  |   to operator: operator "Example support needs a look"
operator reads
  | Subject: Example support needs a look
  |
  | Set aside since the last report: 1 × our own mail came back. In quarantine now: 1. “maildesk quarantine list” shows them; “maildesk quarantine release” takes one in, “maildesk quarantine drop” forgets it.
  |
  | Letters that have been waiting for more than an hour: 1, the oldest since Mon 2 Mar 2026, 10:00. They are still being tried. The last trouble: 451 4.7.1 come back later. “maildesk outbox list” shows them.
  |
  | This goes to the operator of Example support. A reply to it would open a ticket.

# There is nothing new: he hears nothing, until something happens.
mail to ann is taken
thursday 08:00
  | wed 4 mar 12:49:01
  | reply to ann has arrived after all
nothing happens until thursday 09:30
