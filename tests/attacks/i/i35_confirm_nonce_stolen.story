# The address that confirms is used by somebody else, twice, or too late.
# Outcome: refused each time.

raw to help:
    Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=example.org; dkim=none; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m66@mail.test>

    #close
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

C is the reply address of alice's mail about #1

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=attack.test; dmarc=pass header.from=attack.test
    From: Eve <eve@attack.test>
    To: {C}
    Subject: Re: Is this yours?
    Date: {DATE}
    Message-ID: <m67@mail.test>

    yes
  | held, about #1 by token: it answers a question to somebody else

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {C}
    Subject: Re: Is this yours?
    Date: {DATE}
    Message-ID: <m68@mail.test>

    yes
  | commands for #1 by token
  |   new -> closed; alice: #close; no first-response (the ticket is closed)
  |   to alice: receipt "[#1] Done: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {C}
    Subject: Re: Is this yours?
    Date: {DATE}
    Message-ID: <m69@mail.test>

    Yes, really.
  | held, about #1 by token: the question was answered before
  |   to alice: refused "Not done: Re: Is this yours?"

show #1
  | #1 "Printer on fire": closed, normal; team help; nobody has it; from cust; with cust
  |   mon 2 mar 09:00 cust wrote: It burns.

raw to help:
    Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=example.org; dkim=none; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m70@mail.test>

    #priority high
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

C is the reply address of alice's mail about #1

+5h
  | mon 2 mar 13:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to alice: reminder "[#2] Waiting for 4 hours: Second matter"
  |   to bob: reminder "[#2] Waiting for 4 hours: Second matter"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {C}
    Subject: Re: Is this yours?
    Date: {DATE}
    Message-ID: <m71@mail.test>

    yes
  | held, about #1 by token: the confirmation came too late
  |   to alice: refused "Not done: Re: Is this yours?"

show #1
  | #1 "Printer on fire": closed, normal; team help; nobody has it; from cust; with cust
  |   mon 2 mar 09:00 cust wrote: It burns.
