# Who may do what: profiles act, roles observe. Both are asked when a mail is carried out, not when its notification was written.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
# Alice gives the ticket away and leaves the team: a reply to her old notification no longer reaches the customer.
alice replies:
    #assign carol
  | commands for #1 by token
  |   assigned to carol; alice: #assign carol
  |   to carol: assigned "[#1] Yours: Cannot log in"
  |   to alice: receipt "[#1] Done: Cannot log in"
admin changes staff.toml:
    - name = "support"
    - lead = "lena"
    - members = ["alice", "bob"]
    + name = "support"
    + lead = "bob"
    + members = ["bob"]
alice replies to the new-ticket:
    Please try again.
  | held, about #1 by token: the ticket is not open to him
  |   to alice: refused "Not done: Re: [#1] New: Cannot log in"
alice reads
  | Subject: Not done: Re: [#1] New: Cannot log in
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | This ticket is not open to you: you do not work on it, it is not your team's, and your role does not look into it. Ask who has it, or your lead.
  |
  | Correct it and send it again. An order about a ticket goes into a reply to a notification about that ticket.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > Please try again.
carol replies:
    I have reset it.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"

# A profile of one's own: an agent who answers and does not close.
admin changes staff.toml:
    - address = "carol@example.org"
    - profile = "senior-agent"
    + address = "carol@example.org"
    + profile = "no-closing"
    - [[category]]
    + [[profile]]
    + name = "no-closing"
    + from = "agent"
    + remove = ["close"]
    +
    + [[category]]
ann replies:
    It helped, thank you.
  | appended to #1 by token
  |   pending -> open; next-response mon 2 mar 17:00
  |   to carol: customer-reply "[#1] Cannot log in"
carol replies:
    #close
  | held, about #1 by token: the profile lacks a permission
  |   to carol: refused "[#1] Not done: Cannot log in"
carol reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #close needs the permission “close”, which your profile does not have. Ask a supervisor to do it.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #close
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# A rule tells somebody of another team: from then on he works on the ticket with others, or he could not answer.
admin changes routing.toml:
    - then = { priority = "high", notify = ["max"] }
    + then = { priority = "high", notify = ["max", "nancy"] }
ann writes to support: "The shop is down"
    This is a complaint. Nothing works.
  | opened #2
  |   rule "complaints"; team support; priority high; nancy contributes; first-response mon 2 mar 11:00
  |   to bob: new-ticket "[#2] New: The shop is down"
  |   to max: new-ticket "[#2] New: The shop is down"
  |   to nancy: new-ticket "[#2] New: The shop is down"
  |   to ann: received "[#2] We have received your message"
nancy replies:
    I am looking into it.
  | appended to #2 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to nancy; no first-response (a public answer)
  |   to ann: reply "Re: The shop is down [#2]"
