# Somebody signs up elsewhere with the reply address of his own ticket, and with one in a name, to read the code in a ticket.
# Outcome: as T06: quarantine, whatever ticket the address leads to; the customer sees nothing of it.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=id.service.test; dmarc=pass header.from=id.service.test
    From: Service <noreply@id.service.test>
    To: {T1}
    Subject: Your verification code
    Date: {DATE}
    Message-ID: <m241@mail.test>

    Your verification code is:

    482913
  | quarantined as q1 (notification): it carries a verification code or link

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=id.service.test; dmarc=pass header.from=id.service.test
    From: Service <noreply@id.service.test>
    To: "{T1}" <help@help.example.org>
    Subject: Your verification code for {T1}
    Date: {DATE}
    Message-ID: <m242@mail.test>

    Your verification code is 482913.
  | quarantined as q2 (notification): it carries a verification code or link

admin asks: quarantine
  | >    q1  2026-03-02T08:00:00Z  help         it carries a verification code or link
  | >    q2  2026-03-02T08:00:00Z  help         it carries a verification code or link

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: Re: Printer on fire
    Date: {DATE}
    Message-ID: <m243@mail.test>

    #show
  | commands for #1 by token
  |   cust: #show
  |   to cust: own-ticket "Re: Printer on fire [#1]"

cust reads
  | Subject: Re: Printer on fire [#1]
  |
  | === #1 === Write above this line ===
  |
  | Your request #1, as you asked. It is open. Reply to this mail to write to us about it.
  |
  | ------------------------------------------------------------
  | Cust Omer, Mon 2 Mar 2026, 09:00
  |
  | It burns.

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
