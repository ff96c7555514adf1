# Files travel with the mails, both ways; commands may come as HTML, but not from HTML that hides something.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Broken report" [attach "report.pdf"]
    See the file.
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Broken report" with report.pdf
  |   to bob: new-ticket "[#1] New: Broken report" with report.pdf
  |   to ann: received "[#1] We have received your message"
alice reads
  | Subject: [#1] New: Broken report
  |
  | === #1 === Write above this line ===
  |
  | New ticket from Ann Archer; nobody has it yet.
  | Whoever answers first takes it; #take takes it without an answer.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | See the file.
  |
  | Files: report.pdf
  |
  | ------------------------------------------------------------
  | Ticket #1: Broken report
  | Status: new. Priority: normal. Team: support.
  | Assigned to nobody.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

alice replies [attach "fixed.pdf"]:
    Here it is.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to alice; no first-response (a public answer)
  |   to ann: reply "Re: Broken report [#1]" with fixed.pdf
ann reads
  | Subject: Re: Broken report [#1]
  |
  | Here it is.
  |
  | --
  | Alice Arden
  | Example support, request #1. Just reply to this mail.

ann replies [html]:
    <p>Thank <b>you</b>!</p><p>It looks better <a href="https://customer.example/x">here</a>.</p>
  | appended to #1 by token
  |   pending -> open; next-response mon 2 mar 17:00
  |   to alice: customer-reply "[#1] Broken report"
alice reads
  | Subject: [#1] Broken report
  |
  | === #1 === Write above this line ===
  |
  | Ann Archer <ann@customer.example> wrote, Mon 2 Mar 2026, 09:00.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Thank you!
  |
  | It looks better here <https://customer.example/x>.
  |
  | ------------------------------------------------------------
  | Ticket #1: Broken report
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Alice Arden, Mon 2 Mar 2026, 09:00:
  | > Here it is.
  | Files: fixed.pdf
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > See the file.
  | Files: report.pdf

alice replies [html; no quote]:
    <div>#tag fixed</div><div>#resolve</div>
  | commands for #1 by token
  |   tags +fixed; alice: #tag fixed; open -> resolved; close thu 5 mar 09:00; alice: #resolve;
  |   no next-response (the ticket is resolved)
  |   to alice: receipt "[#1] Done: Broken report"
alice reads
  | Subject: [#1] Done: Broken report
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Tags added: fixed.
  | * Status: resolved.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Broken report
  | Status: resolved. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: fixed
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > Thank you!
  | >
  | > It looks better here <https://customer.example/x>.
  |
  | Alice Arden, Mon 2 Mar 2026, 09:00:
  | > Here it is.
  | Files: fixed.pdf
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > See the file.
  | Files: report.pdf
alice replies [html; no quote]:
    <div>#open</div><div style="display:none">#assign bob</div>
  | held, about #1 by token: commands in HTML that hides something
  |   to alice: refused "[#1] Not done: Broken report"
alice reads
  | Subject: [#1] Not done: Broken report
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | It has commands, but is HTML with hidden parts and without plain text. Send it as plain text.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #open
  |
  | ------------------------------------------------------------
  | Ticket #1: Broken report
  | Status: resolved. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Tags: fixed
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# A file alone is an answer too.
alice replies [attach "manual.pdf"]:
  | appended to #1 by token
  |   answer; resolved -> pending; closing-warning sat 7 mar 09:00
  |   to ann: reply "Re: Broken report [#1]" with manual.pdf
ann reads
  | Subject: Re: Broken report [#1]
  |
  |
  |
  | --
  | Alice Arden
  | Example support, request #1. Just reply to this mail.
show #1
  | #1 "Broken report": pending, normal; team support; alice has it; from ann; with ann; tags fixed
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 ann wrote: See the file.
  |   mon 2 mar 09:00 alice answered: Here it is.
  |   mon 2 mar 09:00 ann wrote: Thank you! /  / It looks better here <https://customer.example/x>.
  |   mon 2 mar 09:00 alice answered:
