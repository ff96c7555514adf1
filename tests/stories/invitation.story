# Who is added to the staff by command is asked first, and counts once the owner of the address has answered.

ann is Ann Archer <ann@customer.example>
erik is Erik Ek <erik@example.org>
mallory is Mallory <mallory@evil.example>

monday 09:00
admin changes staff.toml:
    + [[staff]]
    + name = "erik"
    + display = "Erik Ek"
    + address = "erik@example.org"
    + role = "agents"
    + teams = ["support"]
    + confirmed = false
  |   erik is invited until mon 16 mar 09:00
  |   to erik: invitation "Example support: please confirm your address"
erik reads
  | Subject: Example support: please confirm your address
  |
  | Hello Erik Ek,
  |
  | You have been added to the staff of Example support, a helpdesk that works by e-mail.
  |
  | To confirm that this is your address, reply to this mail. You need not write anything.
  | The reply counts until Mon 16 Mar 2026, 09:00.
  |
  | Until then nothing else is sent to you, and what you write is treated like a customer's mail. If you do not know what this is about, ignore it.
  |
  | Colleagues call you erik in commands. Your profile is “agent”.
  | Your teams: support.
  | Customers write to billing@example.org, support@example.org.
  |
  | How to work here:
  |
  | * You are told of tickets by mail, and reply to that mail with your own mail program.
  | * Your reply goes to the customer from the desk's address. Your own address is not shown.
  | * Every mail says what a plain reply to it does. Its reply address is yours alone: do not pass it on.
  | * Commands stand one a line at the very top of a reply:
  |
  |   #note – keeps the text inside: the customer does not see it
  |   #take – gives the ticket to you
  |   #assign NAME – gives the ticket to a colleague, to yourself, or to nobody
  |   #priority high – says how pressing the ticket is
  |   #tag +word -other – adds tags (+) and removes tags (-)
  |   #remind friday 14:00 – reminds you of the ticket
  |   #resolve – marks the ticket as resolved; a reply of the customer opens it again
  |   #close – closes the ticket
  |   #open – opens the ticket again: it is the desk's turn
  |   #away until friday – says that you are away, who stands in, and what they should know
  |   #help – tells what you can order by mail

# A machine's answer confirms nothing, nor does anybody else's.
erik's absence note answers:
    I am away until Wednesday.
  | ignored (out-of-office): an absence note that belongs to no ticket
mallory replies to erik's invitation:
    Yes, that is me.
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Example support: please confirm your address"
  |   to bob: new-ticket "[#1] New: Example support: please confirm your address"
  |   to mallory: received "[#1] We have received your message"

# Until he has answered he is a customer like any other, and hears of nothing.
ann writes to support: "Cannot log in"
    It says no.
  | opened #2
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#2] New: Cannot log in"
  |   to bob: new-ticket "[#2] New: Cannot log in"
  |   to ann: received "[#2] We have received your message"
erik writes to support: "Where do I begin?"
    Hello, I am new here.
  | opened #3
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: Where do I begin?"
  |   to bob: new-ticket "[#3] New: Where do I begin?"
  |   to erik: received "[#3] We have received your message"
admin asks: staff erik
  | > erik  Erik Ek <erik@example.org>
  | >   stands          invited, may answer until 2026-03-16T08:00:00Z
  | >   profile         agent
  | >   may             see note reply edit close assign-self assign-others contributors participants transcript macros remind escalate view-contacts edit-contacts analytics-own
  | >   role            agents → leads → managers
  | >   teams           support
  | >   at work         yes
  | >   open tickets    0 of 20
  | >   training        specialised
  | >   reads           en
  | >   time zone       Europe/Berlin
  | >   is told of      assigned customer-reply digest escalation follow-up new-ticket reminder staff-activity team-digest
  | >   sees            nothing yet
  | >   is seen by      lena (leads stands above agents); max (managers stands above agents)

+1d
  | mon 2 mar 13:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  | first-response of #3 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to alice: due-list "3 tickets are due"
  |   to bob: due-list "3 tickets are due"
  | mon 2 mar 15:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 11:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 11:00
  | first-response step 2 of #3 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to lena: due-list "3 tickets are due"
erik replies to the invitation:
    Yes, this is my address. Who shows me the printers?
  | commands
  |   erik belongs to the staff
  |   to erik: receipt "Done: Example support: please confirm your address"
erik reads
  | Subject: Done: Example support: please confirm your address
  |
  | Done:
  | * Your address is confirmed. You belong to the staff of this desk from now on, and its mail reaches you.
  | * What else you wrote in that mail was read by nobody. Write to a colleague directly if it matters.
admin asks: staff erik
  | > erik  Erik Ek <erik@example.org>
  | >   stands          belongs to the staff, confirmed 2026-03-03T08:00:00Z
  | >   profile         agent
  | >   may             see note reply edit close assign-self assign-others contributors participants transcript macros remind escalate view-contacts edit-contacts analytics-own
  | >   role            agents → leads → managers
  | >   teams           support
  | >   at work         yes
  | >   open tickets    0 of 20
  | >   training        specialised
  | >   reads           en
  | >   time zone       Europe/Berlin
  | >   is told of      assigned customer-reply digest escalation follow-up new-ticket reminder staff-activity team-digest
  | >   sees            own tickets and those he or she helps with; those of team support
  | >   is seen by      lena (leads stands above agents); max (managers stands above agents)

# From now on he is told, and may answer.
ann writes to support: "No mail since noon"
    Nothing comes in.
  | opened #4
  |   team support; first-response tue 3 mar 13:00
  |   to alice: new-ticket "[#4] New: No mail since noon"
  |   to bob: new-ticket "[#4] New: No mail since noon"
  |   to erik: new-ticket "[#4] New: No mail since noon"
  |   to ann: received "[#4] We have received your message"
erik replies to the new-ticket:
    It comes again now.
  | appended to #4 by token
  |   answer; new -> pending; closing-warning sun 8 mar 09:00; assigned to erik; no first-response (a public answer)
  |   to ann: reply "Re: No mail since noon [#4]"

# A second invitation is for those who have not answered.
admin changes staff.toml:
    + [[staff]]
    + name = "frida"
    + display = "Frida Falk"
    + address = "frida@example.org"
    + confirmed = false
  |   frida@example.org is invited until tue 17 mar 09:00
  |   to frida@example.org: invitation "Example support: please confirm your address"
frida is Frida Falk <frida@example.org>
+15d
  | tue 3 mar 11:00
  | first-response step 3 of #1 is due
  | first-response step 3 of #2 is due
  | first-response step 3 of #3 is due
  |   to max: due-list "3 tickets are due"
  | sun 8 mar 09:00
  | closing-warning of #4 is due
  |   auto-close tue 10 mar 09:00
  |   to ann: closing-warning "[#4] Do you still need help?"
  | tue 10 mar 09:00
  | auto-close of #4 is due
  |   pending -> closed
  |   to ann: closed "[#4] Your request is closed"
  | wed 18 mar 09:00
  |   to operator: operator "Example support needs a look"
operator reads
  | Subject: Example support needs a look
  |
  | Invitations that were not answered in time: Frida Falk <frida@example.org>. “maildesk staff invite” writes another one, “maildesk staff remove” gives up.
  |
  | This goes to the operator of Example support. A reply to it would open a ticket.
frida replies to the invitation:
    Sorry, I was away.
  | opened #5
  |   team billing; assigned to carol; first-response wed 18 mar 13:00
  |   to carol: assigned "[#5] Yours: Example support: please confirm your address"
  |   to frida: received "[#5] We have received your message"
admin asks: staff frida
  | > frida  Frida Falk <frida@example.org>
  | >   stands          invitation lapsed on 2026-03-17T08:00:00Z
  | >   profile         agent
  | >   may             see note reply edit close assign-self assign-others contributors participants transcript macros remind escalate view-contacts edit-contacts analytics-own
  | >   at work         yes
  | >   open tickets    0 of 20
  | >   training        specialised
  | >   reads           en
  | >   time zone       Europe/Berlin
  | >   is told of      assigned customer-reply digest escalation follow-up new-ticket reminder staff-activity team-digest
  | >   sees            nothing yet
admin asks: invite frida
  |   frida is invited until wed 1 apr 10:00
  |   to frida: invitation "Example support: please confirm your address"
  | > invited frida <frida@example.org>
frida replies to the invitation:
    Here I am.
  | commands
  |   frida belongs to the staff
  |   to frida: receipt "Done: Example support: please confirm your address"
admin asks: journal
  | > 74 2026-03-18T08:00:00Z desk (the desk itself)
  | >     staff-known
  | > 73 2026-03-18T08:00:00Z frida (a message, proof E1/none)
  | >     frida confirmed the address and belongs to the staff
  | >     human message from billing, delivered 9: commanded, found by token, thread proof E1
  | >     letter o28 receipt to frida
  | > 70 2026-03-18T08:00:00Z admin (maildesk staff invite frida)
  | >     letter o27 invitation to frida
  | >     frida was invited to the staff, until 2026-04-01T08:00:00Z
  | > 48 2026-03-03T08:00:00Z desk (the desk itself)
  | >     frida became known
  | >     letter o20 invitation to frida
  | >     frida was invited to the staff, until 2026-03-17T08:00:00Z
  | > 36 2026-03-03T08:00:00Z desk (the desk itself)
  | >     should erik leave, told is: lena
  | > 35 2026-03-03T08:00:00Z erik (a message, proof E1/none)
  | >     erik confirmed the address and belongs to the staff
  | >     human message from support, delivered 5: commanded, found by token, thread proof E1
  | >     letter o14 receipt to erik
  | > 2 2026-03-02T08:00:00Z desk (the desk itself)
  | >     erik became known
  | >     letter o1 invitation to erik
  | >     erik was invited to the staff, until 2026-03-16T08:00:00Z
  | > 1 2026-03-01T11:00:00Z desk (the desk itself)
  | >     alice became known
  | >     bob became known
  | >     carol became known
  | >     dieter became known
  | >     lena became known
  | >     leo became known
  | >     max became known
  | >     nancy became known
  | >     operator@example.org became known
  | >     should alice leave, told is: lena
  | >     should bob leave, told is: lena
  | >     should carol leave, told is: lena
  | >     should dieter leave, told is: lena
  | >     should lena leave, told is: max
  | >     should leo leave, told is: lena
  | >     should nancy leave, told is: lena
