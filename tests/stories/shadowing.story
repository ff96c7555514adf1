# Who shadows a mentor reads along: copies of what the mentor gets and writes.

ann is Ann Archer <ann@customer.example>

admin changes staff.toml:
    - name = "nancy"
    + name = "nancy"
    + mentor = "alice"

# Without a mentor there is nobody to read along with.
admin asks: step dieter shadowing
  | > dieter has no mentor; add mentor = "…" to the entry in staff.toml first
monday 09:00
admin asks: step nancy shadowing
  |   nancy step shadowing
  |   to nancy: training "Training: Nancy Noon"
  |   to alice: training "Training: Nancy Noon"
  | > nancy has come to the step shadowing
nancy reads
  | Subject: Training: Nancy Noon
  |
  | * Nancy Noon has come to the step “shadowing”.
  |
  | This mail is from Example support. What is done is written down by whoever trains, with #train NAME done MODULE by mail, or “maildesk training done”.
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
  |   to nancy: shadow "[#1] For you to read: Cannot log in"
nancy reads
  | Subject: [#1] For you to read: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | You read along with Alice Arden.
  | This is for reading along. What you reply goes to your mentor alone; it does not come into the ticket, and the customer does not see it.
  |
  | Ann Archer <ann@customer.example> wrote, Mon 2 Mar 2026, 03:00:
  |
  | It says "wrong password".
alice replies:
    Please try again.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to alice; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to nancy: shadow "[#1] For you to read: Cannot log in"
nancy reads
  | Subject: [#1] For you to read: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | You read along with Alice Arden.
  | This is for reading along. What you reply goes to your mentor alone; it does not come into the ticket, and the customer does not see it.
  |
  | Alice Arden wrote, Mon 2 Mar 2026, 03:00:
  |
  | Please try again.
  |
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 03:00:
  | > It says "wrong password".
bob replies to the new-ticket:
    #note She had that last week too.
  | appended to #1 by token
  |   note; bob: #note She had that last week too.
  |   to alice: staff-activity "[#1] Cannot log in"
  |   to bob: receipt "[#1] Done: Cannot log in"
  |   to nancy: shadow "[#1] For you to read: Cannot log in"

# What who shadows writes goes to the mentor alone, whatever it is.
nancy replies to the shadow:
    #close
    Dear Ann, it is the other password.
  | held, about #1 by token: who reads along writes to the mentor alone
  |   to alice: shadow "[#1] For you to read: Cannot log in"
  |   to nancy: receipt "[#1] Done: Cannot log in"
nancy reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * You are reading along, so your words went to Alice Arden alone. Nothing came into the ticket, and the customer got nothing.
  |
  | What you reply goes to Alice Arden alone; the customer does not see it.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: normal. Team: support.
  | Assigned to Alice Arden.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 03:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook (internal note), Mon 2 Mar 2026, 03:00:
  | > She had that last week too.
  |
  | Alice Arden, Mon 2 Mar 2026, 03:00:
  | > Please try again.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 03:00:
  | > It says "wrong password".
alice reads
  | Subject: [#1] For you to read: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nancy Noon, who reads along with you, has written to you about this ticket. Only you see it.
  |
  | What was written:
  |
  | > #close
  | > Dear Ann, it is the other password.
  |
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook (internal note), Mon 2 Mar 2026, 09:00:
  | > She had that last week too.
  |
  | Alice Arden, Mon 2 Mar 2026, 09:00:
  | > Please try again.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
show #1
  | #1 "Cannot log in": pending, normal; team support; alice has it; from ann; with ann
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 alice answered: Please try again.
  |   mon 2 mar 09:00 bob noted: She had that last week too.
