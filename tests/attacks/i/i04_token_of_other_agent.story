# Bob has got hold of Alice's reply address; his own domain vouches for him.
# Outcome: the address gives him no right; he is asked as Bob, and without a signature refused.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Bob Brook <bob@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m5@mail.test>

    #close
  | held, about #1 by token: its reply address was written to somebody else
  |   to bob: confirm "[#1] Is this yours? Printer on fire"

raw to help:
    From: Bob Brook <bob@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m6@mail.test>

    #close
  | held, about #1 by token: its reply address was written to somebody else
  |   to bob: refused "[#1] Not done: Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
