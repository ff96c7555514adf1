# Training by mail: one's own progress, and what those write down who train.

ann is Ann Archer <ann@customer.example>

admin changes staff.toml:
    - name = "bob"
    + name = "bob"
    + mentor = "carol"
    + stage = "basic"
    - [[team]]
    - name = "support"
    + [[module]]
    + name = "tone"
    + file = "tone.md"
    +
    + [[module]]
    + name = "refunds"
    + needs = ["tone"]
    +
    + [[team]]
    + name = "support"

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
bob replies:
    #train
  | commands for #1 by token
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Bob Brook: step –; done: –; next: tone.
  | * To learn: tone. Read: kb/tone.md
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
bob replies about #1:
    #escalate I do not know this one.
  | commands for #1 by token
  |   bob: #escalate I do not know this one.
  |   to lena: escalation "[#1] Help wanted: Cannot log in"
  |   to bob: receipt "[#1] Done: Cannot log in"

# Lena leads the team. What she writes down is no entry of the ticket, and she may take it back.
lena replies:
    #train bob step modules
    #train bob done tone
    #train bob assess printers 4 patient with customers
    #train bob certify data protection until 2027-12-31
    #train bob note He asks before he guesses.
  | commands for #1 by token
  |   bob step modules; bob has done tone; bob printers 4 of 5;
  |   bob certified in data protection until fri 31 dec 09:00; bob has a note
  |   to bob: training "Training: Bob Brook"
  |   to carol: training "Training: Bob Brook"
  |   to lena: receipt "[#1] Done: Cannot log in"
lena reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Bob Brook has come to the step “modules”.
  | * Bob Brook has done the module “tone”.
  | * Bob Brook: “printers” 4 of 5.
  | * Bob Brook is certified in “data protection” until Fri 31 Dec 2027, 09:00.
  | * Written down about the training of Bob Brook. Only those who train read it.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
bob reads
  | Subject: Training: Bob Brook
  |
  | * Bob Brook has come to the step “modules”.
  |
  | This mail is from Example support. What is done is written down by whoever trains, with #train NAME done MODULE by mail, or “maildesk training done”.
show #1
  | #1 "Cannot log in": new, normal; team support; nobody has it; from ann; with ann
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
lena replies about #1:
    #train bob
  | commands for #1 by token
  |   to lena: receipt "[#1] Done: Cannot log in"
lena reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Bob Brook: step modules; done: tone; next: refunds.
  | * Certified in “data protection” until Fri 31 Dec 2027, 09:00.
  | * Skill “printers”: 4 of 5.
  | * Note of Mon 2 Mar 2026, 09:00: “He asks before he guesses.”
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
bob replies about #1:
    #train
  | commands for #1 by token
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Bob Brook: step modules; done: tone; next: refunds.
  | * Certified in “data protection” until Fri 31 Dec 2027, 09:00.
  | * Skill “printers”: 4 of 5.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
lena replies to the receipt:
    #undo
  | commands for #1 by token
  |   bob as before; bob as before; bob as before; bob as before; bob as before; taken back; lena: #undo
  |   to lena: receipt "[#1] Done: Cannot log in"
lena reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Taken back: #train bob step modules, #train bob done tone, #train bob assess printers 4 patient with customers, #train bob certify data protection until 2027-12-31, #train bob note He asks before he guesses.. Mails that were sent meanwhile stay sent.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
admin asks: training bob
  | > Bob Brook (bob)
  | > stage       basic
  | > step        not being onboarded
  | > mentor      carol
  | > module      tone: to learn: kb/tone.md
  | > module      refunds: after tone

# Nobody writes down his own progress, and who lacks the permission writes down nobody's.
bob replies about #1:
    #train bob done refunds
  | held, about #1 by token: the profile lacks a permission
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #train needs the permission “train”, which your profile does not have. Ask a supervisor to do it.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #train bob done refunds
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
alice replies about #1:
    #train bob done refunds
  | held, about #1 by token: the profile lacks a permission
  |   to alice: refused "[#1] Not done: Cannot log in"
alice reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #train needs the permission “train”, which your profile does not have. Ask a supervisor to do it.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #train bob done refunds
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
lena replies about #1:
    #train lena done refunds
  | held, about #1 by token: it is not for the writer to decide, or was decided already
  |   to lena: refused "[#1] Not done: Cannot log in"
lena replies about #1:
    #train bob done refund
  | held, about #1 by token: it cannot be done so
  |   to lena: refused "[#1] Not done: Cannot log in"
lena reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | There is no module “refund”. There is: refunds.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #train bob done refund
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
lena replies about #1:
    #train bob dnoe refunds
  | held, about #1 by token: a command's argument cannot be used
  |   to lena: refused "[#1] Not done: Cannot log in"
lena reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | #train does not take “bob dnoe refunds”. Write, for example: #train bob done refunds
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #train bob dnoe refunds
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
lena replies about #1:
    #train max step independent
  | held, about #1 by token: it is not for the writer to decide, or was decided already
  |   to lena: refused "[#1] Not done: Cannot log in"
lena reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | Max Major is neither below your role nor in one of your teams; ask somebody who leads Max Major.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #train max step independent
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
