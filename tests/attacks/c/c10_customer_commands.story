# A customer's commands.
# Outcome: #close closes his own ticket; any other is text.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m111@mail.test>

    #assign bob
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m112@mail.test>

    #close
  | appended to #1 by token
  |   new -> closed; cust: #close; no first-response (the ticket is closed)
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

show #1
  | #1 "Printer on fire": closed, normal; team help; nobody has it; from cust; with cust
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 cust wrote: #assign bob
  |   mon 2 mar 09:00 cust wrote: #close
