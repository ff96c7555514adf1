# Orders in a new mail to the desk: what only asks, and where one is, is done where the domain vouches for its sender; about everything
# else he is asked.

ann is Ann Archer <ann@customer.example>

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

monday 09:00
bob writes to support: "Gone"
    #away until wednesday 17:00 substitute alice
  | commands
  |   bob away until wed 4 mar 17:00
  |   to bob: receipt "Done: Gone"
bob reads
  | Subject: Done: Gone
  |
  | Done:
  | * You are away from Mon 2 Mar 2026, 09:00 until Wed 4 Mar 2026, 17:00. #back ends it earlier.
  | * Alice Arden stands in: your mail goes to Alice Arden meanwhile, who may work on your tickets.
bob writes to support: "What do I get?"
    #notify
    #train
  | commands
  |   to bob: receipt "Done: What do I get?"
bob reads
  | Subject: Done: What do I get?
  |
  | Done:
  | * You get: assigned, reply, follow-up, overdue, team, digest. You do not get: –. To change it, write for example: #notify team off
  | * Bob Brook: step –; done: –; next: –.
bob writes to support: "Back"
    #back
  | commands
  |   bob here again
  |   to bob: receipt "Done: Back"

# Another's absence would be easy to say: without a signature nothing is done, and nobody is written to.
bob writes to support: "Gone again" [unsigned]
    #away until friday
  | opened #1
  |   flag Unverified; team support; first-response mon 2 mar 13:00

# What changes more is asked about.
bob writes to support: "Less mail"
    #notify team off
  | held: it lacks proof
  |   to bob: confirm "Is this yours? Less mail"
bob reads the confirm
  | Subject: Is this yours? Less mail
  |
  | A mail in your name has arrived, and it is not certain that you wrote it. Nothing has been done yet.
  | It belongs to no ticket, so it carries no reply address that shows that it is from you.
  | To be carried out: #notify team off
  | A confirmation counts until Mon 2 Mar 2026, 09:15.
  |
  | If it is yours, reply with the word yes. If it is not, reply with no, or do nothing, and tell your administrator.
bob replies to the confirm:
    yes
  | commands
  |   bob wants assigned, customer-reply, digest, escalation, follow-up, reminder, team-digest
  |   to bob: receipt "Done: Less mail"
bob reads
  | Subject: Done: Less mail
  |
  | Done:
  | * Mails of the kind “team” do not come to you any more.
bob replies to the receipt:
    #undo
  | held: it lacks proof
  |   to bob: confirm "Is this yours? Re: Done: Less mail"
bob replies to the confirm:
    yes
  | commands
  |   bob as before
  |   to bob: receipt "Done: Re: Done: Less mail"
bob reads
  | Subject: Done: Re: Done: Less mail
  |
  | Done:
  | * Taken back: #notify team off. Mails that were sent meanwhile stay sent.
bob writes to support: "And now?"
    #notify
  | commands
  |   to bob: receipt "Done: And now?"

# A mail of the morning, too, can be answered with an order.
admin changes service.toml:
    - own = false
    + own = true
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #2
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#2] New: Cannot log in"
  |   to bob: new-ticket "[#2] New: Cannot log in"
  |   to ann: received "[#2] We have received your message"
bob replies about #2:
    #take
  | commands for #2 by token
  |   assigned to bob; bob: #take
  |   to bob: receipt "[#2] Done: Cannot log in"
tuesday 09:00
  |   to bob: digest "Your tickets today (1)"
  | mon 2 mar 13:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to alice: reminder "[#1] Waiting for 4 hours: Gone again"
  |   to bob: due-list "2 tickets are due"
  | mon 2 mar 15:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 11:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to lena: due-list "2 tickets are due"
  | tue 3 mar 09:00
  |   to bob: digest "Your tickets today (1)"
  |   to operator: operator "Example support needs a look"
bob replies to the digest:
    #digest off
  | held: it lacks proof
  |   to bob: confirm "Is this yours? Re: Your tickets today (1)"
bob replies to the confirm:
    yes
  | commands
  |   bob digest off
  |   to bob: receipt "Done: Re: Your tickets today (1)"
# What is to be practised on is not the words of the mail: the question names the command alone.
admin changes staff.toml:
    - name = "bob"
    + name = "bob"
    + mentor = "carol"
    - [[team]]
    - name = "support"
    + [[module]]
    + name = "refunds"
    +
    + [[practice]]
    + module = "refunds"
    + subject = "Where is my money?"
    + text = "I sent the parcel back two weeks ago."
    +
    + [[team]]
    + name = "support"
lena writes to support: "Practice for Bob"
    #train bob practice refunds
  | held: it lacks proof
  |   to lena: confirm "Is this yours? Practice for Bob"
lena reads
  | Subject: Is this yours? Practice for Bob
  |
  | A mail in your name has arrived, and it is not certain that you wrote it. Nothing has been done yet.
  | It belongs to no ticket, so it carries no reply address that shows that it is from you.
  | To be carried out: #train bob practice refunds
  | A confirmation counts until Tue 3 Mar 2026, 09:15.
  |
  | If it is yours, reply with the word yes. If it is not, reply with no, or do nothing, and tell your administrator.
lena replies to the confirm:
    yes
  | commands
  |   practice of bob, module refunds; assigned to bob; carol contributes
  |   to bob: assigned "[#3] Yours: Practice: Where is my money?"
  |   to lena: receipt "Done: Practice for Bob"

# Without a ticket nothing about a ticket is done, and a typing error is answered.
bob writes to support: "Close it"
    #close
  | held: a command without a ticket
  |   to bob: refused "Not done: Close it"
bob writes to support: "Train"
    #trian nancy done tone
  | held: unknown command
  |   to bob: refused "Not done: Train"
bob reads
  | Subject: Not done: Train
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | There is no command #trian. Did you mean #train?
  |
  | Correct it and send it again. An order about a ticket goes into a reply to a notification about that ticket.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #trian nancy done tone
