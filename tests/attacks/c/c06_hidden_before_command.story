# Commands behind what cannot be seen, or behind what only looks like `#`.
# Outcome: none is carried out, nothing is sent to the customer, and the agent is told.

# A byte order mark.
raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m211@mail.test>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    =EF=BB=BF#close
  | held, about #1 by token: a command with characters that cannot be seen
  |   to alice: refused "[#1] Not done: Printer on fire"

alice reads
  | Subject: [#1] Not done: Printer on fire
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | The line “#close” holds a character that cannot be seen or that only looks like another, so it is no command. Type it anew.
  |
  | To try again, reply to this mail.
  | Your reply goes to Cust Omer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #close
  |
  | ------------------------------------------------------------
  | Ticket #1: Printer on fire
  | Status: new. Priority: normal. Team: help.
  | Assigned to nobody.
  | From Cust Omer <cust@customer.test>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# A zero-width space.
raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m212@mail.test>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    =E2=80=8B#close
  | held, about #1 by token: a command with characters that cannot be seen
  |   to alice: refused "[#1] Not done: Printer on fire"

# A fullwidth number sign.
raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m213@mail.test>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    =EF=BC=83close
  | held, about #1 by token: a command with characters that cannot be seen
  |   to alice: refused "[#1] Not done: Printer on fire"

# A joiner inside the name.
raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m214@mail.test>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    #clo=E2=80=8Dse
  | held, about #1 by token: a command with characters that cannot be seen
  |   to alice: refused "[#1] Not done: Printer on fire"

# A byte order mark before a text that is no command hides nothing.
raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m215@mail.test>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    =EF=BB=BFDear Cust, try water.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to alice; no first-response (a public answer)
  |   to cust: reply "Re: Printer on fire [#1]"

show #1
  | #1 "Printer on fire": pending, normal; team help; alice has it; from cust; with cust
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 alice answered: Dear Cust, try water.
