# An absence note that answers a mail to one of the staff: the manager is asked, or it counts, as staff.toml says.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
bob replies:
    #take
  | commands for #1 by token
  |   assigned to bob; bob: #take
  |   to bob: receipt "[#1] Done: Cannot log in"
ann replies to the received:
    Hello? Anybody?
  | appended to #1 by token
  |   to bob: customer-reply "[#1] Cannot log in"

# By default it is offered: nothing counts until somebody says so.
bob's absence note answers:
    I am out of the office until 6 March 2026 and will answer when I am back.
  | appended to #1 by own-id (out-of-office)
  |   kept as a machine's; bob perhaps away until sat 7 mar 00:00
  |   to lena: absence "[#1] Absence: Bob Brook"
lena reads
  | Subject: [#1] Absence: Bob Brook
  |
  | === #1 === Write above this line ===
  |
  | * Bob Brook answers automatically and names Sat 7 Mar 2026, 00:00 as the end of an absence. It does not count yet. If it is to count, let your administrator call: maildesk staff away bob --until 2026-03-07
  |
  | This mail is from Example support. A reply to it comes into ticket #1.
# The same note once more is no news.
ann replies to the received:
    Please!
  | appended to #1 by token
  |   to bob: customer-reply "[#1] Cannot log in"
bob's absence note answers:
    I am out of the office until 6 March 2026 and will answer when I am back.
  | appended to #1 by own-id (out-of-office)
  |   kept as a machine's

# Where the rule is to apply it, it counts at once.
admin changes staff.toml:
    + [availability]
    + learn_absence = "apply"
tuesday 09:00
  | mon 2 mar 13:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to bob: reminder "[#1] Waiting for 4 hours: Cannot log in"
  | mon 2 mar 15:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to lena: escalation "[#1] No answer for 6 hours: Cannot log in"
ann replies to the received:
    It is urgent.
  | appended to #1 by token
  |   to bob: customer-reply "[#1] Cannot log in"
bob's absence note answers:
    I am out of the office until 10 March 2026 and will answer when I am back.
  | appended to #1 by own-id (out-of-office)
  |   kept as a machine's; bob away until wed 11 mar 00:00
  |   to lena: absence "[#1] Absence: Bob Brook"
lena reads
  | Subject: [#1] Absence: Bob Brook
  |
  | === #1 === Write above this line ===
  |
  | * Bob Brook answers automatically and names Wed 11 Mar 2026, 00:00 as the end of an absence. This counts from now on; “maildesk staff away” corrects it, “maildesk staff back” ends it.
  |
  | This mail is from Example support. A reply to it comes into ticket #1.
ann replies to the received:
    Still nothing.
  | appended to #1 by token
  |   to bob: customer-reply "[#1] Cannot log in"
