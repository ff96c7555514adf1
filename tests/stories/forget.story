# Who wants to be forgotten: what she said is erased, numbers and times stay.

ann is Ann Archer <ann@customer.example>
pat is Pat Press <pat@papers.example>
admin changes staff.toml:
    - profile = "supervisor"
    + profile = "administrator"
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
ann writes to billing: "My secret order" [attach "order.pdf"]
    I live at 4 Cherry Lane and ordered number 4711.
  | opened #1
  |   team billing; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#1] Yours: My secret order" with order.pdf
  |   to ann: received "[#1] We have received your message"
carol replies:
    #note
    Ann sounded upset on the telephone.
  | appended to #1 by token
  |   note; carol: #note
  |   to carol: receipt "[#1] Done: My secret order"
carol replies about #1:
    It ships on Friday.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; no first-response (a public answer)
  |   to ann: reply "Re: My secret order [#1]"
ann replies:
    That is too late.
  | appended to #1 by token
  |   pending -> open; next-response mon 2 mar 17:00
  |   to carol: customer-reply "[#1] My secret order"
pat writes to billing: "An article about you" [cc ann]
    Ann Archer told me about it.
  | opened #2
  |   in copy: ann; team billing; assigned to dieter; first-response mon 2 mar 13:00
  |   to dieter: assigned "[#2] Ihr Ticket: An article about you"
  |   to pat: received "[#2] We have received your message"
ann replies to all:
    Yes, I live in Cherry Lane.
  | appended to #2 by known-id
  |   flag OnlyCopied
  |   to dieter: customer-reply "[#2] An article about you"

# Who may not, may not; and nobody is forgotten who waits for an answer.
carol replies about #1:
    #forget
  | held, about #1 by token: the profile lacks a permission
  |   to carol: refused "[#1] Not done: My secret order"
carol reads
  | Subject: [#1] Not done: My secret order
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #forget needs the permission “forget”, which your profile does not have. Ask a supervisor to do it.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #forget
  |
  | ------------------------------------------------------------
  | Ticket #1: My secret order
  | Status: open. Priority: normal. Team: billing.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
max writes to support: "Please"
    #forget ann@customer.example
  | held: a customer who is not known, or cannot be described so
  |   to max: refused "Not done: Please"
max reads
  | Subject: Not done: Please
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | Not while he has unfinished tickets: #1. #close them first; “#close” above “#forget” does both.
  |
  | Correct it and send it again. An order about a ticket goes into a reply to a notification about that ticket.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #forget ann@customer.example
carol replies about #1:
    #close
  | commands for #1 by token
  |   open -> closed; carol: #close; no next-response (the ticket is closed)
  |   to carol: receipt "[#1] Done: My secret order"

# He is asked first, and told what it means.
max writes to support: "Please"
    #forget ann@customer.example
  | held: it lacks proof
  |   to max: confirm "Is this yours? Please"
max reads
  | Subject: Is this yours? Please
  |
  | A mail in your name has arrived, and it is not certain that you wrote it. Nothing has been done yet.
  | It belongs to no ticket, so it carries no reply address that shows that it is from you.
  | To be carried out: #forget ann@customer.example
  | Ann Archer <ann@customer.example> will be forgotten in ten minutes: name, addresses and details, all that was written in his tickets (1, your colleagues' notes among it), and his messages in the tickets of others. Nothing brings it back. Numbers and times stay for the reports; backups and what lies in mailboxes is not touched.
  | A confirmation counts until Mon 2 Mar 2026, 09:15.
  |
  | If it is yours, reply with the word yes. If it is not, reply with no, or do nothing, and tell your administrator.
max replies to the confirm:
    yes
  | commands
  |   to max: receipt "Done: Please"
max reads the receipt
  | Subject: Done: Please
  |
  | Done:
  | * Ann Archer <ann@customer.example> will be forgotten in ten minutes: name, addresses and details, all that was written in his tickets (1, your colleagues' notes among it), and his messages in the tickets of others. Nothing brings it back. Numbers and times stay for the reports; backups and what lies in mailboxes is not touched.
show #1
  | #1 "My secret order": closed, normal; team billing; carol has it; from ann; with ann
  |   mon 2 mar 09:00 ann wrote: I live at 4 Cherry Lane and ordered number 4711.
  |   mon 2 mar 09:00 carol noted: Ann sounded upset on the telephone.
  |   mon 2 mar 09:00 carol answered: It ships on Friday.
  |   mon 2 mar 09:00 ann wrote: That is too late.
admin asks: contacts
  | > c11    pat@papers.example               Pat Press                                     1
  | > c10    ann@customer.example             Ann Archer                                    1
+9m
admin asks: search cherry
  | >    #2  new       normal  billing      dieter       pat@papers.example           An article about you
  | >    #1  closed    normal  billing      carol        ann@customer.example         My secret order
+2m
  | mon 2 mar 09:10
  |   reply addresses revoked
  |   to max: receipt "Done: #forget c10"
max reads the receipt
  | Subject: Done: #forget c10
  |
  | Done:
  | * The customer c10 is forgotten: 14 records of the journal have lost what they said of him, and 26 texts are erased.
show #1
  | #1 "": closed, normal; team billing; carol has it; from somebody; with somebody
  |   mon 2 mar 09:00 somebody wrote: (erased)
  |   mon 2 mar 09:00 carol noted: (erased)
  |   mon 2 mar 09:00 carol answered: (erased)
  |   mon 2 mar 09:00 somebody wrote: (erased)
show #2
  | #2 "An article about you": new, normal; team billing; dieter has it; from pat; with pat; in copy somebody
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 pat wrote: Ann Archer told me about it.
  |   mon 2 mar 09:00 somebody wrote: (erased)
admin asks: contacts
  | > c11    pat@papers.example               Pat Press                                     1
  | > c10    (erased)                                                                       1
admin asks: explain #1
  | > 2 2026-03-02T08:00:00Z unknown
  | >     unknown became known
  | >     opened #1 for unknown
  | >     message 1 by unknown
  | >     team billing
  | >     it was the turn of carol in team billing
  | >     assigned to carol
  | >     an answer is awaited
  | >     human message from billing, delivered 1: opened, found by none, thread proof E0
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     defect: it has no header
  | >     rule "urgent words" did not match: subject does not match /(?i)\b(urgent|outage)\b/
  | >     rule "lottery" did not match: subject does not contain "you have won"
  | >     rule "invoices" did not match: subject contains none of "invoice", "refund"
  | >     rule "printers" did not match: subject does not contain "printer"
  | >     rule "complaints" did not match: body does not contain "complaint"
  | >     rule "machines" did not match: kind is human, not one of list, notification
  | >     first-response promised until 2026-03-02T12:00:00Z
  | >     due 2026-03-02T12:00:00Z first-response.0
  | >     letter o1 assigned to carol
  | >     letter o2 received to unknown
  | > 3 2026-03-02T08:00:00Z desk
  | >     2 letters are being sent
  | > 4 2026-03-02T08:00:00Z desk
  | >     letter o1 sent:
  | > 5 2026-03-02T08:00:00Z desk
  | >     letter o2 sent:
  | > 6 2026-03-02T08:00:00Z carol
  | >     note 2 by carol
  | >     command
  | >     human message from billing, delivered 2: appended, found by token, thread proof E1
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     defect: it has no header
  | >     letter o3 receipt to carol
  | > 7 2026-03-02T08:00:00Z desk
  | >     1 letters are being sent
  | > 8 2026-03-02T08:00:00Z desk
  | >     letter o3 sent:
  | > 9 2026-03-02T08:00:00Z carol
  | >     answer 3 by carol
  | >     first-response.0 settled: a public answer
  | >     status new → pending
  | >     due 2026-03-07T08:00:00Z closing-warning
  | >     human message from billing, delivered 3: appended, found by token, thread proof E1
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     defect: it has no header
  | >     first-response settled: a public answer
  | >     letter o4 reply to unknown
  | > 10 2026-03-02T08:00:00Z desk
  | >     1 letters are being sent
  | > 11 2026-03-02T08:00:00Z desk
  | >     letter o4 sent:
  | > 12 2026-03-02T08:00:00Z unknown
  | >     message 4 by unknown
  | >     status pending → open
  | >     an answer is awaited
  | >     human message from billing, delivered 4: appended, found by token, thread proof E1
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     defect: it has no header
  | >     next-response promised until 2026-03-02T16:00:00Z
  | >     due 2026-03-02T16:00:00Z next-response.0
  | >     letter o5 customer-reply to carol
  | > 13 2026-03-02T08:00:00Z desk
  | >     1 letters are being sent
  | > 14 2026-03-02T08:00:00Z desk
  | >     letter o5 sent:
  | > 22 2026-03-02T08:00:00Z carol
  | >     refused a mail from the staff: the profile lacks a permission
  | >     human message from billing, delivered 7: held (the profile lacks a permission), found by token, thread proof E1
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     defect: it has no header
  | >     letter o9 refused to carol
  | > 23 2026-03-02T08:00:00Z desk
  | >     1 letters are being sent
  | > 24 2026-03-02T08:00:00Z desk
  | >     letter o9 sent:
  | > 28 2026-03-02T08:00:00Z carol
  | >     status open → closed
  | >     command
  | >     human message from billing, delivered 9: commanded, found by token, thread proof E1
  | >     sender: none (Senders are not verified here (auth.mode = "none").)
  | >     defect: it has no header
  | >     next-response settled: the ticket is closed
  | >     letter o11 receipt to carol
  | > 29 2026-03-02T08:00:00Z desk
  | >     1 letters are being sent
  | > 30 2026-03-02T08:00:00Z desk
  | >     letter o11 sent:
  | > 38 2026-03-02T08:10:00Z desk
  | >     its reply addresses were revoked
  | >     unknown was forgotten: 14 records and 26 texts erased
  | >     letter o14 receipt to max
admin asks: records erased
  | > 38 2026-03-02T08:10:00Z desk (the desk itself)
  | >     #1 its reply addresses were revoked
  | >     unknown was forgotten: 14 records and 26 texts erased
  | >     letter o14 receipt to max
admin asks: report team
  | > Report team, from 2026-02-02 09:11 until 2026-03-02 09:11 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | >                            resolution                          first response        next response        resolution        per ticket                                          escalation
  | > team     opened  resolved        rate  reopened  backlog  age          median  90 %         median  90 %      median  90 %     replies  touches  within SLA  rating  escalated        rate
  | > billing       2         1      50.0 %         0        1  11m              0m    0m              -     -          0m    0m         1.0      3.0     100.0 %       -          0       0.0 %
  | > all           2         1      50.0 %         0        1  11m              0m    0m              -     -          0m    0m         1.0      3.0     100.0 %       -          0       0.0 %
  | >
  | > opened: Tickets that were opened, those that later turned out to be spam among them.
  | > resolved: Times that an unfinished ticket became resolved or closed; one that was reopened counts each time.
  | > resolution rate: Resolutions for tickets opened in the same time; a ticket that was reopened counts for each.
  | > reopened: Finished tickets that became unfinished again, by a reply or by an order.
  | > backlog: Tickets that were new, open, pending or on hold at the end of the time.
  | > age: The median age of the backlog: from the opening of each of its tickets to the end of the time.
  | > first response: From the opening of a ticket to the first answer of a person to the customer. Acknowledgements, notes and drafts are left out; so are tickets that nobody has answered yet. Counted at the time of the answer, for its writer.
  | > next response: From the first message that waited for an answer to the answer of a person, but for a ticket's first one. Counted at the time of the answer, for its writer.
  | > resolution: From the opening of a ticket, or its last reopening, to its being resolved or closed; spam and merged tickets are left out. Waiting for the customer counts. Counted at the time of the resolution, for its assignee.
  | > replies per ticket: Answers of persons to the customer until a ticket was resolved, from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | > touches per ticket: Mails of the staff that did something to a ticket until it was resolved (an answer, a note, an order), from its opening or last reopening; the mean of the tickets that were resolved, for their assignees.
  | > within SLA: Promises that were kept in time, of those that were kept or broken within the time; a promise that became void is left out.
  | > rating: The mean of the ratings that customers gave, from 1 (not satisfied) to 5 (very satisfied), counted at the time of the answer, for who had resolved the ticket.
  | > escalated: Tickets of which the next one up was told that a customer waits; once until the ticket is finished.
  | > escalation rate: Tickets that were escalated, by the desk or by #escalate, for tickets opened in the same time.

# Should she write again, she is somebody new, and her old ticket stays closed.
ann replies about #1:
    Where is my order?
  | opened #3
  |   flag RefersElsewhere; #3 linked to #1; team billing; assigned to nancy; first-response mon 2 mar 13:11
  |   to nancy: assigned "[#3] Yours: My secret order"
  |   to carol: stranger "[#1] A stranger wrote:"
  |   to ann: received "[#3] We have received your message"
admin asks: contacts
  | > c12    ann@customer.example             Ann Archer                                    1
  | > c11    pat@papers.example               Pat Press                                     1
  | > c10    (erased)                                                                       1
the desk is off until tuesday 09:00
  | tue 3 mar 09:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 tue 3 mar 11:00
  | first-response of #3 is due
  |   first-response is broken; nancy is told tue 3 mar 15:00; first-response step 2 tue 3 mar 11:00
  |   to dieter: reminder "[#2] Wartet seit 1 Tag: An article about you"
  |   to operator: operator "Example support needs a look"
show #1
  | #1 "": closed, normal; team billing; carol has it; from somebody; with somebody; linked to #3
  |   mon 2 mar 09:00 somebody wrote: (erased)
  |   mon 2 mar 09:00 carol noted: (erased)
  |   mon 2 mar 09:00 carol answered: (erased)
  |   mon 2 mar 09:00 somebody wrote: (erased)
