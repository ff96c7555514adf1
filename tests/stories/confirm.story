# What an agent's mail lacks in proof, his registered address makes up for: he is asked, and a yes to the question does exactly that.

ann is Ann Archer <ann@customer.example>
mallory is Mallory <mallory@evil.example>

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
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"

# From a train, by a server that signs nothing: an answer with commands.
bob replies to the new-ticket about #1 [unsigned; attach "steps.pdf"]:
    #take
    #tag login

    Dear Ann, please try again.
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
bob reads
  | Subject: [#1] Is this yours? Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | A mail in your name has arrived, and it is not certain that you wrote it. Nothing has been done yet.
  | The receiving mail server did not confirm that it really came from you. Send it through your organisation's own mail server, which signs it (DKIM); if that is how you sent it, show this mail to your administrator.
  | To be carried out: #take
  | To be carried out: #tag login
  | To be sent to Ann Archer <ann@customer.example>: the text below.
  | With the files: steps.pdf
  | A confirmation counts until Mon 2 Mar 2026, 13:00.
  |
  | If it is yours, reply with the word yes. If it is not, reply with no, or do nothing, and tell your administrator.
  |
  | This is what would be carried out:
  |
  | > Dear Ann, please try again.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# Nothing has happened; then he says yes.
show #1
  | #1 "Cannot log in": new, normal; team support; nobody has it; from ann; with ann
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
+20m
bob replies to the confirm:
    Yes.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:20; assigned to bob; bob: #take; tags +login;
  |   bob: #tag login; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]" with steps.pdf
  |   to bob: receipt "[#1] Done: Cannot log in"
show #1
  | #1 "Cannot log in": pending, normal; team support; bob has it; from ann; with ann; tags login
  |   closing-warning sat 7 mar 09:20
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:20 bob answered: Dear Ann, please try again.

# The same yes once more, and a second answer: neither does anything again.
bob's last mail arrives again
  | duplicate of what is in #1
bob replies to the confirm:
    yes please
  | held, about #1 by token: the question was answered before
  |   to bob: refused "Not done: Re: [#1] Is this yours? Cannot log in"
bob reads
  | Subject: Not done: Re: [#1] Is this yours? Cannot log in
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | The question was answered before; nothing was done twice.
  |
  | Correct it and send it again. An order about a ticket goes into a reply to a notification about that ticket.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > yes please

# A yes that comes too late: with a reply address there are four hours.
ann replies to the reply about #1:
    It works, thank you!
  | appended to #1 by token
  |   to bob: customer-reply "[#1] Cannot log in"
bob replies to the customer-reply about #1 [unsigned]:
    #close
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
+5h
bob replies to the confirm:
    yes
  | held, about #1 by token: the confirmation came too late
  |   to bob: refused "Not done: Re: [#1] Is this yours? Cannot log in"
bob reads
  | Subject: Not done: Re: [#1] Is this yours? Cannot log in
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | Your confirmation came too late. Send the mail again if it still matters.
  |
  | Correct it and send it again. An order about a ticket goes into a reply to a notification about that ticket.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > yes

# No is an answer too, and what is neither is asked back, once.
bob replies to the customer-reply about #1 [unsigned]:
    #resolve
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
bob replies to the confirm:
    No, that was not me.
  | commands for #1 by token
bob replies to the customer-reply about #1 [unsigned]:
    #priority high
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
bob replies to the confirm:
    I am on my way, more on Tuesday.
  | held, about #1 by token: it says neither yes nor no
  |   to bob: refused "Not done: Re: [#1] Is this yours? Cannot log in"
bob replies to the confirm:
    Really, on Tuesday.
  | held, about #1 by token: it says neither yes nor no
bob's absence note answers:
    I am away.
  | appended to #1 by subject-tag (out-of-office)
  |   kept as a machine's
show #1
  | #1 "Cannot log in": pending, normal; team support; bob has it; from ann; with ann; tags login
  |   closing-warning sat 7 mar 09:20
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:20 bob answered: Dear Ann, please try again.
  |   mon 2 mar 09:20 ann wrote: It works, thank you!
  |   mon 2 mar 14:20 bob has a machine that wrote: I am away.

# Somebody else has got hold of the address that the yes goes to: nothing happens, and it is remembered.
bob replies to the customer-reply about #1 [unsigned]:
    #close
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
mallory replies to bob's confirm:
    yes
  | held, about #1 by token: it answers a question to somebody else
mallory replies to bob's confirm:
    yes
  | held, about #1 by token: it answers a question to somebody else
mallory replies to bob's confirm:
    yes
  | held, about #1 by token: it answers a question to somebody else
  |   to bob: forged "Somebody writes to Example support in your name"
# Bob hears of it once, and from now on he is asked about everything.
bob reads
  | Subject: Somebody writes to Example support in your name
  |
  | Several mails in your name have reached Example support within an hour that you do not seem to have written. None of them was carried out.
  | Mails in your name were forged lately, so each one is asked about until Tue 3 Mar 2026, 14:20.
  |
  | If they were yours after all, tell your administrator: something on the way of your mail takes its proof away. If they were not, tell your administrator all the same.
bob replies to the customer-reply about #1:
    #note All is well.
  | held, about #1 by token: mails in this name were forged lately
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
bob reads
  | Subject: [#1] Is this yours? Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | A mail in your name has arrived, and it is not certain that you wrote it. Nothing has been done yet.
  | Mails in your name were forged lately, so each one is asked about until Tue 3 Mar 2026, 14:20.
  | To be carried out: #note All is well.
  | To be added as an internal note: the text below.
  | A confirmation counts until Mon 2 Mar 2026, 18:20.
  |
  | If it is yours, reply with the word yes. If it is not, reply with no, or do nothing, and tell your administrator.
  |
  | This is what would be carried out:
  |
  | > All is well.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: login
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies to the confirm:
    yes
  | appended to #1 by token
  |   note; bob: #note All is well.
  |   to bob: receipt "[#1] Done: Cannot log in"
show #1
  | #1 "Cannot log in": pending, normal; team support; bob has it; from ann; with ann; tags login
  |   closing-warning sat 7 mar 09:20
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:20 bob answered: Dear Ann, please try again.
  |   mon 2 mar 09:20 ann wrote: It works, thank you!
  |   mon 2 mar 14:20 bob has a machine that wrote: I am away.
  |   mon 2 mar 14:20 bob noted: All is well.

# Bob's address on the From line and an aligned signature, but not the reply address: he is asked as well.
bob replies to the customer-reply about #1 [to support]:
    #close
  | held, about #1 by own-id: it lacks the reply address of this ticket
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
# Meanwhile he leaves the staff.
admin changes staff.toml:
    - [[staff]]
    - name = "bob"
    - display = "Bob Brook"
    - address = "bob@example.org"
    - role = "agents"

    - members = ["alice", "bob"]
    + members = ["alice"]

    - members = ["alice", "bob"]
    + members = ["alice"]
  |   assigned to nobody
  |   bob has left the staff
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to lena: departure "Example support: Bob Brook has left the staff"
bob replies to the confirm:
    yes
  | held, about #1 by token: it answers a question to somebody else
show #1
  | #1 "Cannot log in": pending, normal; team support; nobody has it; from ann; with ann; tags login
  |   closing-warning sat 7 mar 09:20
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:20 bob answered: Dear Ann, please try again.
  |   mon 2 mar 09:20 ann wrote: It works, thank you!
  |   mon 2 mar 14:20 bob has a machine that wrote: I am away.
  |   mon 2 mar 14:20 bob noted: All is well.
