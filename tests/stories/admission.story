# Mailboxes that do not take everybody's mail, and senders whose mail is never taken.

ann is Ann Archer <ann@customer.example>
sam is Sam Stranger <sam@elsewhere.example>
carl is Carl Corner <carl@customer.example>
pest is Pest <pest@pest.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"

# From now on only who is known.
admin changes desk.toml:
    - address = "support@example.org"
    + address = "support@example.org"
    + accept = "known"
+1m
ann writes to support: "Second matter"
    The printer, too.
  | opened #2
  |   team support; first-response mon 2 mar 13:01
  |   to alice: new-ticket "[#2] New: Second matter"
  |   to bob: new-ticket "[#2] New: Second matter"
  |   to ann: received "[#2] We have received your message"
bob writes to support: "For myself"
    My keyboard is broken.
  | opened #3
  |   flag Unverified; team support; first-response mon 2 mar 13:01
  |   no received to bob: it claims to be from the staff and is not verified
  |   to alice: new-ticket "[#3] New: For myself"
sam writes to support: "Cheap {{7*7}} paper"
    Buy now: paper at half the price.
  | quarantined as q1: the mailbox does not accept this sender
  |   to sam: not-accepted "Your message to Example support"
sam reads
  | Subject: Your message to Example support
  |
  | Hello,
  |
  | your message to Example support has arrived, but nobody has read it: this address only takes mail from senders that it knows.
  |
  | If Example support is expecting mail from you, please use the address that you were told to write from, or ask the person you deal with to have you let in.
  |
  | If you did not write to us, somebody has used your address, and you need not do anything.
  |
  | --
  | Example support
# Once a week is enough, and a machine is told nothing.
sam writes to support: "More paper"
    Even cheaper.
  | quarantined as q2: the mailbox does not accept this sender
  |   no not-accepted to sam: the sender was told within 7 days
sam writes to support: "Paper again" [header "Auto-Submitted: auto-generated"]
    Cheapest.
  | quarantined as q3 (notification): the mailbox does not accept this sender
  |   no not-accepted to sam: only a person is acknowledged
pest writes to support: "Hello" [null return path]
    No answer, please.
  | quarantined as q4: the mailbox does not accept this sender
# Whoever stood in copy is not known by that, and is told no more than anybody else, whatever he refers to.
ann replies to the received about #1: [cc carl]
    Carl has the same trouble.
  | appended to #1 by token
  |   in copy: carl
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"
carl writes to support: "Re: [#1] Cannot log in"
    So have I.
  | quarantined as q5: the mailbox does not accept this sender
  |   to carl: not-accepted "Your message to Example support"
carl reads
  | Subject: Your message to Example support
  |
  | Hello,
  |
  | your message to Example support has arrived, but nobody has read it: this address only takes mail from senders that it knows.
  |
  | If Example support is expecting mail from you, please use the address that you were told to write from, or ask the person you deal with to have you let in.
  |
  | If you did not write to us, somebody has used your address, and you need not do anything.
  |
  | --
  | Example support
admin asks: quarantine
  | >    q1  2026-03-02T08:01:00Z  support      the mailbox does not accept this sender
  | >    q2  2026-03-02T08:01:00Z  support      the mailbox does not accept this sender
  | >    q3  2026-03-02T08:01:00Z  support      the mailbox does not accept this sender
  | >    q4  2026-03-02T08:01:00Z  support      the mailbox does not accept this sender
  | >    q5  2026-03-02T08:01:00Z  support      the mailbox does not accept this sender
# Nothing is lost.
admin asks: release q1
  | opened #4
  |   team support; first-response mon 2 mar 13:01
  |   to alice: new-ticket "[#4] New: Cheap {{7*7}} paper"
  |   to bob: new-ticket "[#4] New: Cheap {{7*7}} paper"
  |   to sam: received "[#4] We have received your message"
  |   q1 is released
  | > opened #4
+8d
  | mon 2 mar 13:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to alice: reminder "[#1] Waiting for 3 hours 59 minutes: Cannot log in"
  |   to bob: reminder "[#1] Waiting for 3 hours 59 minutes: Cannot log in"
  | mon 2 mar 13:01
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:01
  | first-response of #3 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:01
  | first-response of #4 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:01
  | mon 2 mar 13:15
  |   to alice: due-list "3 tickets are due"
  |   to bob: due-list "3 tickets are due"
  | mon 2 mar 15:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to lena: escalation "[#1] No answer for 5 hours 59 minutes: Cannot log in"
  | mon 2 mar 15:01
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 11:01
  | first-response step 2 of #3 is due
  |   first-response step 3 tue 3 mar 11:01
  | first-response step 2 of #4 is due
  |   first-response step 3 tue 3 mar 11:01
  | mon 2 mar 15:15
  |   to lena: due-list "3 tickets are due"
  | tue 3 mar 09:00
  |   to operator: operator "Example support needs a look"
  | tue 3 mar 11:00
  | first-response step 3 of #1 is due
  |   to max: escalation "[#1] No answer for 1 day 1 hour: Cannot log in"
  | tue 3 mar 11:01
  | first-response step 3 of #2 is due
  | first-response step 3 of #3 is due
  | first-response step 3 of #4 is due
  | tue 3 mar 11:15
  |   to max: due-list "3 tickets are due"
operator reads
  | Subject: Example support needs a look
  |
  | Set aside since the last report: 4 × the mailbox does not accept this sender. In quarantine now: 4. “maildesk quarantine list” shows them; “maildesk quarantine release” takes one in, “maildesk quarantine drop” forgets it.
  |
  | This goes to the operator of Example support. A reply to it would open a ticket.
sam writes to support: "Is it done?"
    I am known now.
  | opened #5
  |   team support; first-response tue 10 mar 13:01
  |   to alice: new-ticket "[#5] New: Is it done?"
  |   to bob: new-ticket "[#5] New: Is it done?"
  |   to sam: received "[#5] We have received your message"

# Named domains.
admin changes desk.toml:
    - accept = "known"
    + accept = ["customer.example"]
+1m
carl writes to support: "May I now?"
    My domain is named.
  | opened #6
  |   team support; first-response tue 10 mar 13:02
  |   to alice: new-ticket "[#6] New: May I now?"
  |   to bob: new-ticket "[#6] New: May I now?"
  |   to carl: received "[#6] We have received your message"
sam writes to support: "And I?"
    Mine is not.
  | quarantined as q6: the mailbox does not accept this sender
  |   to sam: not-accepted "Your message to Example support"

# Blocked: recorded, and nobody hears of it, not even with a reply address.
admin changes desk.toml:
    - accept = ["customer.example"]
    + accept = "anyone"
admin changes desk.toml:
    - [threading]
    + [limits]
    + blocked = ["@pest.example", "sam@elsewhere.example"]
    + [threading]
+1m
pest writes to support: "Now?"
    Everybody may write.
  | ignored: its sender is blocked
sam replies to the received:
    I have a reply address.
  | ignored: its sender is blocked
ann writes to support: "Still here"
    All is well.
  | opened #7
  |   team support; first-response tue 10 mar 13:03
  |   to alice: new-ticket "[#7] New: Still here"
  |   to bob: new-ticket "[#7] New: Still here"
  |   to ann: received "[#7] We have received your message"
