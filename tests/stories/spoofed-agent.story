# From is only a claim. What a mail may do depends on what it proves.

ann is Ann Archer <ann@customer.example>
mallory is Mallory <mallory@evil.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"

# Bob's address on the From line, and nothing else: a ticket like any other, and nobody is written to about the command.
mallory writes to support: "Re: [#1] Cannot log in" [from bob]
    #close
  | opened #2
  |   flag Unverified, flag RefersElsewhere; #2 linked to #1; team support; first-response mon 2 mar 13:00

mallory writes to support: "Re: [#1] Cannot log in" [from bob]
    Dear Ann, send me your password.
  | opened #3
  |   flag Unverified, flag RefersElsewhere; #3 linked to #1; team support; first-response mon 2 mar 13:00
  |   no received to bob: it claims to be from the staff and is not verified
  |   to alice: new-ticket "[#3] New: Cannot log in"
  |   to bob: stranger "[#1] A stranger wrote: Cannot log in"

show #1
  | #1 "Cannot log in": new, normal; team support; nobody has it; from ann; with ann; linked to #2, #3
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".

# Bob himself, to the address that customers use: he is asked whether it was he.
bob replies [to support]:
    Hello Ann, try again.
  | held, about #1 by own-id: it lacks the reply address of this ticket
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
bob reads
  | Subject: [#1] Is this yours? Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | A mail in your name has arrived, and it is not certain that you wrote it. Nothing has been done yet.
  | It did not come through the reply address of this ticket, which shows that it is from you.
  | To be sent to Ann Archer <ann@customer.example>: the text below.
  | A confirmation counts until Mon 2 Mar 2026, 09:15.
  |
  | If it is yours, reply with the word yes. If it is not, reply with no, or do nothing, and tell your administrator.
  |
  | This is what would be carried out:
  |
  | > Hello Ann, try again.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Linked to #2, #3.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# A mail that was written to Alice, answered by Bob.
bob replies to alice's last mail about #1:
    Hello Ann, try again.
  | held, about #1 by token: its reply address was written to somebody else
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | The reply address that you used was made for somebody else.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > Hello Ann, try again.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Linked to #2, #3.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# Bob's reply address in the hands of somebody else, who says who he is.
mallory replies to bob's new-ticket:
    #close
  | opened #4
  |   flag RefersElsewhere; #4 linked to #1; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#4] New: Not done: Cannot log in"
  |   to bob: new-ticket "[#4] New: Not done: Cannot log in"
  |   to mallory: received "[#4] We have received your message"

# Ann's reply address, used by somebody else.
mallory replies to ann's last mail:
    I am Ann's colleague. Please close this.
  | appended to #1 by token
  |   flag OtherSender
  |   to alice: customer-reply "[#1] Cannot log in"
  |   to bob: customer-reply "[#1] Cannot log in"

alice reads about #1
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Mallory <mallory@evil.example> wrote, Mon 2 Mar 2026, 09:00.
  | mallory@evil.example wrote with the reply address of ann@customer.example. If you are sure that both are one person: #contact merge mallory@evil.example. If somebody else asks from now on: #requester mallory@evil.example. If you do neither, answers go to ann@customer.example alone.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! Somebody else wrote this, using a participant's reply address. Answers do not go there.
  |
  | I am Ann's colleague. Please close this.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Linked to #2, #3, #4.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
show #1
  | #1 "Cannot log in": new, normal; team support; nobody has it; from ann; with ann; linked to #2, #3, #4
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 mallory wrote: I am Ann's colleague. Please close this.

# Somebody who belonged to the staff this morning, and does not any more.
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
  |   bob has left the staff
  |   to lena: departure "Example support: Bob Brook has left the staff"
bob replies to the new-ticket:
    #close
  | opened #5
  |   flag RefersElsewhere; #5 linked to #4; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#5] New: New: Not done: Cannot log in"
  |   to bob: received "[#5] We have received your message"

bob replies to the new-ticket:
    Hello Ann, it was nice to work with you.
  | opened #6
  |   flag RefersElsewhere; #6 linked to #4; team support; first-response mon 2 mar 13:00
  |   no received to bob: the sender had one about the same subject within 7 days
  |   to alice: new-ticket "[#6] New: New: Not done: Cannot log in"
alice reads
  | Subject: [#6] New: New: Not done: Cannot log in
  |
  | === #6 === Write above this line ===
  |
  | New ticket from Bob Brook; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to Bob Brook, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! It refers to another ticket in which its sender has no part.
  |
  | Hello Ann, it was nice to work with you.
  |
  | ------------------------------------------------------------
  | Ticket #6: New: Not done: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Bob Brook <bob@example.org>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Linked to #4.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
show #1
  | #1 "Cannot log in": new, normal; team support; nobody has it; from ann; with ann; linked to #2, #3, #4
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 mallory wrote: I am Ann's colleague. Please close this.
