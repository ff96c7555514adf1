# The plain text and the HTML of an agent's mail say different things.
# Outcome: the plain text alone counts, for the answer, the note and the commands; the entry says so, and so does a receipt.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m201@mail.test>
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="cut"

    --cut
    Content-Type: text/plain; charset=utf-8

    Dear Cust, try water.

    --cut
    Content-Type: text/html; charset=utf-8

    <p>Dear Cust, you get all of your money back.</p>

    --cut--
  | appended to #1 by token
  |   answer, flag VersionsDiffer; new -> pending; closing-warning sat 7 mar 09:00; assigned to alice;
  |   no first-response (a public answer)
  |   to cust: reply "Re: Printer on fire [#1]"
  |   to alice: receipt "[#1] Done: Printer on fire"

alice reads
  | Subject: [#1] Done: Printer on fire
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Your answer is on its way to the customer.
  | * Your mail came as plain text and as HTML, and the two say different things. The plain text was taken; the HTML was left out.
  |
  | Your reply goes to Cust Omer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Printer on fire
  | Status: pending. Priority: normal. Team: help.
  | Assigned to you.
  | From Cust Omer <cust@customer.test>, opened Mon 2 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Cust Omer <cust@customer.test>, Mon 2 Mar 2026, 09:00:
  | > It burns.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m202@mail.test>
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="cut"

    --cut
    Content-Type: text/plain; charset=utf-8

    #note

    He sounds angry.

    --cut
    Content-Type: text/html; charset=utf-8

    <p>We are very sorry, dear Cust.</p>

    --cut--
  | appended to #1 by token
  |   note, flag VersionsDiffer; alice: #note
  |   to alice: receipt "[#1] Done: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m203@mail.test>
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="cut"

    --cut
    Content-Type: text/plain; charset=utf-8

    #close

    --cut
    Content-Type: text/html; charset=utf-8

    <p>#spam</p><p>Never write to us again.</p>

    --cut--
  | commands for #1 by token
  |   pending -> closed; alice: #close
  |   to alice: receipt "[#1] Done: Printer on fire"

# Both versions as mail programs make them of one text: nothing is to be said.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m204@mail.test>
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="cut"

    --cut
    Content-Type: text/plain; charset=utf-8

    It is *done*, see https://example.org/done today.

    --cut
    Content-Type: text/html; charset=utf-8

    <p>It is <b>done</b>, see <a href="https://example.org/done">https://example.org/done</a> today.</p>

    --cut--
  | appended to #1 by token
  |   answer; closed -> pending; closing-warning sat 7 mar 09:00
  |   to cust: reply "Re: Printer on fire [#1]"

show #1
  | #1 "Printer on fire": pending, normal; team help; alice has it; from cust; with cust
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 alice answered: Dear Cust, try water.
  |   mon 2 mar 09:00 alice noted: He sounds angry.
  |   mon 2 mar 09:00 alice answered: It is *done*, see https://example.org/done today.
