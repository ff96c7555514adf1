# What shows a ticket outside, with all the proof that a mail can have.
# Outcome: it is asked about first, within a quarter of an hour; a yes from elsewhere, or a late one, shows nothing.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m90@mail.test>

    #forward eve@attack.test all
  | held, about #1 by token: what it orders is always asked about
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

eve replies to alice's confirm:
    yes
  | held, about #1 by token: it answers a question to somebody else

+16m
alice replies to the confirm:
    yes
  | held, about #1 by token: the confirmation came too late
  |   to alice: refused "Not done: Re: [#1] Is this yours? Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m91@mail.test>

    #priority high
    #forward eve@attack.test

    Look at this.
  | held, about #1 by token: what it orders is always asked about
  |   to alice: confirm "[#1] Is this yours? Printer on fire"
show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
alice replies to the confirm:
    yes
  | commands for #1 by token
  |   priority high; alice: #priority high; note; message 1 forwarded to eve; alice: #forward eve@attack.test;
  |   first-response mon 2 mar 11:00
  |   to eve: forward "Fwd: Printer on fire"
  |   to alice: receipt "[#1] Done: Printer on fire"
eve reads
  | Subject: Fwd: Printer on fire
  |
  | Look at this.
  |
  | --
  | Alice Arden
  | Example help, request #1. Reply to this mail: your answer comes to us, and to nobody else.
  |
  | ------------------------------------------------------------
  | Cust Omer, Mon 2 Mar 2026, 09:00
  |
  | It burns.

# What eve answers to it, and orders in it, is a note; nothing of it is carried out or goes to the customer.
EVES is the reply address of eve's mail about #1
raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=attack.test; dmarc=pass header.from=attack.test
    From: Eve <eve@attack.test>
    To: {EVES}
    Subject: Re: Printer on fire
    Date: {DATE}
    Message-ID: <m92@mail.test>

    #close
  | appended to #1 by token
  |   note, flag Consulted
  |   to alice: staff-activity "[#1] Printer on fire"
  |   to bob: staff-activity "[#1] Printer on fire"
raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {EVES}
    Subject: Re: Printer on fire
    Date: {DATE}
    Message-ID: <m93@mail.test>

    #close
  | appended to #1 by token
  |   note, flag OtherSender, flag Consulted
  |   to bob: staff-activity "[#1] Printer on fire"
show #1
  | #1 "Printer on fire": new, high; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 11:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:16 alice noted: Forwarded to eve@attack.test: message 1 /  / Look at this.
  |   mon 2 mar 09:16 eve noted: #close
  |   mon 2 mar 09:16 alice noted: #close
