# DMARC passes by SPF alone, without a signature: somebody on the same host, or a smuggled message.
# Outcome: good enough for a customer with his reply address; an agent is asked.

raw to help:
    Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=customer.test; dkim=none; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m50@mail.test>

    It burns still.
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=example.org; dkim=none; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m51@mail.test>

    #close
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 cust wrote: It burns still.
