# Two answers at once: the first goes out, the second waits for a word of its writer.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"

+10m
alice replies:
    Hello Ann, try again.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:10; assigned to alice; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"
+5m
bob replies:
    #tag +password

    Hello Ann, I have reset your password.
  | held, about #1 by token: a colleague had answered meanwhile
  |   answer kept
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | Alice Arden answered the customer on Mon 2 Mar 2026, 09:10, after the mail that you replied to was written.
  | Your answer is kept. To send it all the same, reply with #send alone; to drop it, do nothing. What you write in reply to this mail is sent as usual.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Alice Arden wrote, Mon 2 Mar 2026, 09:10:
  |
  | Hello Ann, try again.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #tag +password
  | >
  | > Hello Ann, I have reset your password.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: normal. Team: support.
  | Assigned to Alice Arden.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
show #1
  | #1 "Cannot log in": pending, normal; team support; alice has it; from ann; with ann
  |   closing-warning sat 7 mar 09:10
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:10 alice answered: Hello Ann, try again.

# He sends it all the same: the commands that stood above it are carried out as well.
bob replies:
    #send
  | commands for #1 by token
  |   answer; closing-warning sat 7 mar 09:15; the kept answer of bob is settled; tags +password; bob: #send
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to alice: staff-activity "[#1] Cannot log in"
  |   to bob: receipt "[#1] Done: Cannot log in"
bob reads
  | Subject: [#1] Done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Your answer is on its way to the customer.
  | * Tags added: password.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: normal. Team: support.
  | Assigned to Alice Arden.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: password
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Alice Arden, Mon 2 Mar 2026, 09:10:
  | > Hello Ann, try again.
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > It says "wrong password".
ann reads
  | Subject: Re: Cannot log in [#1]
  |
  | Hello Ann, I have reset your password.
  |
  | --
  | Bob Brook
  | Example support, request #1. Just reply to this mail.
bob replies to the refused:
    #send
  | held, about #1 by token: no answer is held
  |   to bob: refused "[#1] Not done: Cannot log in"
bob reads
  | Subject: [#1] Not done: Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | No answer of yours is kept in this ticket.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #send
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: pending. Priority: normal. Team: support.
  | Assigned to Alice Arden.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: password
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# Who answers the mail that told him of it has seen what happened.
+1h
ann writes to support: "Second question"
    And the other account?
  | opened #2
  |   team support; first-response mon 2 mar 14:15
  |   to alice: new-ticket "[#2] New: Second question"
  |   to bob: new-ticket "[#2] New: Second question"
  |   to ann: received "[#2] We have received your message"
+10m
alice replies about #2:
    Which one?
  | appended to #2 by token
  |   answer; new -> pending; closing-warning sat 7 mar 10:25; assigned to alice; no first-response (a public answer)
  |   to ann: reply "Re: Second question [#2]"
bob replies about #2:
    It is locked.
  | held, about #2 by token: a colleague had answered meanwhile
  |   answer kept
  |   to bob: refused "[#2] Not done: Second question"
bob replies to the refused:
    Ann, see what Alice asks.
  | appended to #2 by token
  |   answer; closing-warning sat 7 mar 10:25
  |   to ann: reply "Re: Second question [#2]"
  |   to alice: staff-activity "[#2] Second question"

# Where only the customer wrote again the answer goes out, and its writer is shown what came in between.
tuesday 09:00
  | tue 3 mar 09:00
  |   to operator: operator "Example support needs a look"
ann writes to support: "Third question"
    What about the invoice?
  | opened #3
  |   team support; first-response tue 3 mar 13:00
  |   to alice: new-ticket "[#3] New: Third question"
  |   to bob: new-ticket "[#3] New: Third question"
  |   to ann: received "[#3] We have received your message"
ann replies about #3:
    I mean number 17.
  | appended to #3 by token
  |   to alice: customer-reply "[#3] Third question"
  |   to bob: customer-reply "[#3] Third question"
alice replies to the new-ticket:
    Which invoice?
  | appended to #3 by token
  |   answer; new -> pending; closing-warning sun 8 mar 09:00; assigned to alice; no first-response (a public answer)
  |   to ann: reply "Re: Third question [#3]"
  |   to alice: receipt "[#3] Done: Third question"
alice reads
  | Subject: [#3] Done: Third question
  |
  | === #3 === Write above this line ===
  |
  | Done:
  | * Your answer is on its way to the customer.
  | * The customer wrote again on Tue 3 Mar 2026, 09:00, after the mail that you replied to was written. Read it below.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #3: Third question
  | Status: pending. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Tue 3 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Tue 3 Mar 2026, 09:00:
  | > I mean number 17.
  |
  | Ann Archer <ann@customer.example>, Tue 3 Mar 2026, 09:00:
  | > What about the invoice?

# A desk that wants both held says so.
admin changes service.toml:
    - [closing]
    + [answers]
    + hold = "any"
    +
    + [closing]
wednesday 09:00
ann writes to support: "Fourth question"
    Are you open on Friday?
  | opened #4
  |   team support; first-response wed 4 mar 13:00
  |   to alice: new-ticket "[#4] New: Fourth question"
  |   to bob: new-ticket "[#4] New: Fourth question"
  |   to ann: received "[#4] We have received your message"
ann replies about #4:
    And on Saturday?
  | appended to #4 by token
  |   to alice: customer-reply "[#4] Fourth question"
  |   to bob: customer-reply "[#4] Fourth question"
bob replies to the new-ticket:
    On Friday, yes.
  | held, about #4 by token: the customer had written meanwhile
  |   answer kept
  |   to bob: refused "[#4] Not done: Fourth question"
bob reads
  | Subject: [#4] Not done: Fourth question
  |
  | === #4 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | The customer wrote again on Wed 4 Mar 2026, 09:00, after the mail that you replied to was written. Read it below.
  | Your answer is kept. To send it all the same, reply with #send alone; to drop it, do nothing. What you write in reply to this mail is sent as usual.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Ann Archer <ann@customer.example> wrote, Wed 4 Mar 2026, 09:00:
  |
  | And on Saturday?
  |
  | So that it is not lost, this is what you wrote:
  |
  | > On Friday, yes.
  |
  | ------------------------------------------------------------
  | Ticket #4: Fourth question
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Wed 4 Mar 2026, 09:00.
  | Next answer due: Wed 4 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
