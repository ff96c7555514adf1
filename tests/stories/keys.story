# Where signatures are verified here, an agent's mail waits for a name server that does not answer: up to an hour. Then he is asked.

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
    + auth = { mode = "verify" }

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"

# Signed, and the signature holds.
bob replies to the new-ticket about #1:
    #take

    Please try again.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; bob: #take;
  |   no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
# Not signed; and signed, but changed on its way: he is asked.
bob replies to the new-ticket about #1 [unsigned]:
    #resolve
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
bob replies to the new-ticket about #1 [forged]:
    #resolve
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to bob: confirm "[#1] Is this yours? Cannot log in"

# Customers are heard all the same while no name server answers.
the name servers are silent
ann replies to the reply:
    It says so still.
  | appended to #1 by token
  |   flag Unverified; pending -> open; next-response mon 2 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"
bob replies to the customer-reply about #1:
    #priority high
  | quarantined as q1: the key of its signature cannot be fetched now; it is tried again by itself
+10m
the name servers answer
  | commands for #1 by token
  |   priority high; bob: #priority high; next-response mon 2 mar 13:00
  |   to bob: receipt "[#1] Done: Cannot log in"
  |   q1 is released
show #1
  | #1 "Cannot log in": open, high; team support; bob has it; from ann; with ann
  |   next-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob answered: Please try again.
  |   mon 2 mar 09:00 ann wrote: It says so still.

# Silent for longer than an hour.
the name servers are silent
bob replies to the customer-reply about #1:
    #resolve
  | quarantined as q2: the key of its signature cannot be fetched now; it is tried again by itself
+30m
+40m
  | mon 2 mar 10:20
  | held, about #1 by token: the key of its signature could not be fetched
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
  |   q2 is released
bob reads
  | Subject: [#1] Is this yours? Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | A mail in your name has arrived, and it is not certain that you wrote it. Nothing has been done yet.
  | Its signature could not be verified, because the key could not be fetched from the DNS.
  | To be carried out: #resolve
  | A confirmation counts until Mon 2 Mar 2026, 14:20.
  |
  | If it is yours, reply with the word yes. If it is not, reply with no, or do nothing, and tell your administrator.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: high. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies to the confirm:
    yes
  | commands for #1 by token
  |   open -> resolved; close thu 5 mar 10:20; bob: #resolve; no next-response (the ticket is resolved)
  |   to bob: receipt "[#1] Done: Cannot log in"
show #1
  | #1 "Cannot log in": resolved, high; team support; bob has it; from ann; with ann
  |   close thu 5 mar 10:20
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 bob answered: Please try again.
  |   mon 2 mar 09:00 ann wrote: It says so still.
admin asks: quarantine
