# NUL, lone carriage returns and other control characters in the lines of commands.
# Outcome: all of the mail is refused; a carriage return ends no line, so it brings no second command.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m221@mail.test>

    #tag +paid{NUL}
    #close
  | held, about #1 by token: a command with characters that cannot be seen
  |   to alice: refused "[#1] Not done: Printer on fire"

alice reads
  | Subject: [#1] Not done: Printer on fire
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | The line “#tag +paid” holds a character that cannot be seen or that only looks like another, so it is no command. Type it anew.
  |
  | To try again, reply to this mail.
  | Your reply goes to Cust Omer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #tag +paid
  | > #close
  |
  | ------------------------------------------------------------
  | Ticket #1: Printer on fire
  | Status: new. Priority: normal. Team: help.
  | Assigned to nobody.
  | From Cust Omer <cust@customer.test>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m222@mail.test>

    #note{CR}#close

    He is fine.
  | held, about #1 by token: a command with characters that cannot be seen
  |   to alice: refused "[#1] Not done: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m223@mail.test>

    #tag +paid{CR}
    #close
  | held, about #1 by token: a command with characters that cannot be seen
  |   to alice: refused "[#1] Not done: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m224@mail.test>

    #assign bob{TAB}me
  | held, about #1 by token: a command with characters that cannot be seen
  |   to alice: refused "[#1] Not done: Printer on fire"

# Below the commands a carriage return is part of the text.
raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m225@mail.test>

    #note

    He is{CR}fine.
  | appended to #1 by token
  |   note; alice: #note
  |   to alice: receipt "[#1] Done: Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 alice noted: He is / fine.
