# Where the receiving server verifies senders, an agent needs its word besides the reply address.

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

    - ack_unverified = true
    + ack_unverified = false

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"

ben@customer.example writes to support: "Not signed" [unsigned]
    Nobody vouches for me.
  | opened #2
  |   flag Unverified; team support; first-response mon 2 mar 13:00
  |   no received to ben@customer.example: the sender is not verified
  |   to alice: new-ticket "[#2] New: Not signed"
  |   to bob: new-ticket "[#2] New: Not signed"
alice reads
  | Subject: [#2] New: Not signed
  |
  | === #2 === Write above this line ===
  |
  | New ticket from ben@customer.example; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to ben@customer.example, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! Nothing proves who sent this. Do not act on it without asking back.
  |
  | Nobody vouches for me.
  |
  | ------------------------------------------------------------
  | Ticket #2: Not signed
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From ben@customer.example, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

cora@customer.example writes to support: "Forged" [forged]
    My domain says that I am not cora.
  | opened #3
  |   flag Disowned; team support; first-response mon 2 mar 13:00
  |   no received to cora@customer.example: the sender's domain disowns it
  |   to alice: new-ticket "[#3] New: Forged"
  |   to bob: new-ticket "[#3] New: Forged"
alice reads
  | Subject: [#3] New: Forged
  |
  | === #3 === Write above this line ===
  |
  | New ticket from cora@customer.example; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to cora@customer.example, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! The sender's own domain says that this is forged (DMARC).
  |
  | My domain says that I am not cora.
  |
  | ------------------------------------------------------------
  | Ticket #3: Forged
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From cora@customer.example, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# Bob's mail is not signed: he is asked, and nothing happens until he answers.
bob replies about #1 [unsigned]:
    Try again.
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
bob reads
  | Subject: [#1] Is this yours? Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | A mail in your name has arrived, and it is not certain that you wrote it. Nothing has been done yet.
  | The receiving mail server did not confirm that it really came from you. Send it through your organisation's own mail server, which signs it (DKIM); if that is how you sent it, show this mail to your administrator.
  | To be sent to Ann Archer <ann@customer.example>: the text below.
  | A confirmation counts until Mon 2 Mar 2026, 13:00.
  |
  | If it is yours, reply with the word yes. If it is not, reply with no, or do nothing, and tell your administrator.
  |
  | This is what would be carried out:
  |
  | > Try again.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies to the new-ticket about #1 [forged]:
    #close
  | held, about #1 by token: the sender's domain disowns it
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
bob reads
  | Subject: [#1] Is this yours? Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | A mail in your name has arrived, and it is not certain that you wrote it. Nothing has been done yet.
  | By the rules of your own domain it is forged (DMARC). Send it through your organisation's mail server; if somebody else wrote it, tell your administrator.
  | To be carried out: #close
  | A confirmation counts until Mon 2 Mar 2026, 13:00.
  |
  | If it is yours, reply with the word yes. If it is not, reply with no, or do nothing, and tell your administrator.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies to the new-ticket about #1:
    Try again, please.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"

# Ann's provider loses the signature: with her reply address she is heard all the same, and it is flagged.
ann replies to the reply [unsigned]:
    It works.
  | appended to #1 by token
  |   flag Unverified; pending -> open; next-response mon 2 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"
bob reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer <ann@customer.example> wrote, Mon 2 Mar 2026, 09:00.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! Nothing proves who sent this. Do not act on it without asking back.
  |
  | It works.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Try again, please.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
ann replies to the reply [forged]:
    Really, it works.
  | appended to #1 by token
  |   flag Disowned
  |   to bob: customer-reply "[#1] Cannot log in"
bob reads
  | Subject: [#1] Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer <ann@customer.example> wrote, Mon 2 Mar 2026, 09:00.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! The sender's own domain says that this is forged (DMARC).
  |
  | Really, it works.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | ! Nothing proves who sent this. Do not act on it without asking back.
  | > It works.
  |
  | Bob Brook, Mon 2 Mar 2026, 09:00:
  | > Try again, please.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
# Without the reply address, what her domain disowns opens a ticket of its own.
ann replies to the reply [forged; to support]:
    Please send the password to me.
  | opened #4
  |   flag Disowned; #4 linked to #1; team support; first-response mon 2 mar 13:00
  |   no received to ann: the sender's domain disowns it
  |   to alice: new-ticket "[#4] New: Cannot log in"
  |   to bob: new-ticket "[#4] New: Cannot log in"
show #1
  | #1 "Cannot log in": open, normal; team support; bob has it; from ann; with ann; linked to #4
  |   next-response mon 2 mar 17:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob answered: Try again, please.
  |   mon 2 mar 09:00 ann wrote: It works.
  |   mon 2 mar 09:00 ann wrote: Really, it works.
