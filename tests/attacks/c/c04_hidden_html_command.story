# A command hidden in HTML, and there is no plain text.
# Outcome: what is hidden is not read; where commands show beside it, none is carried out, and the agent is told that plain text is needed.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m102@mail.test>
    MIME-Version: 1.0
    Content-Type: text/html; charset=utf-8

    <div style="display:none">#close</div><p>Dear Cust, try water.</p>
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to alice; no first-response (a public answer)
  |   to cust: reply "Re: Printer on fire [#1]"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m103@mail.test>
    MIME-Version: 1.0
    Content-Type: text/html; charset=utf-8

    <span style="color:#ffffff">#close<br></span><p>Dear Cust, try water.</p>
  | held, about #1 by token: commands in HTML that hides something
  |   to alice: refused "[#1] Not done: Printer on fire"

show #1
  | #1 "Printer on fire": pending, normal; team help; alice has it; from cust; with cust
  |   closing-warning sat 7 mar 09:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 alice answered: Dear Cust, try water.
