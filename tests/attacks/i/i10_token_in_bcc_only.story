# The reply address stands in no To or Cc line, only where the server wrote it at delivery.
# Outcome: it counts from the server's own lines at the top, and from nowhere below a Received line.

raw to help:
    Delivered-To: {T1}
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: help@help.example.org
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m16@mail.test>

    It burns still.
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: help@help.example.org
    Subject: Another matter
    Date: {DATE}
    Message-ID: <m17@mail.test>
    Received: from a.test by b.test; Mon, 02 Mar 2026 08:00:00 +0000
    Delivered-To: {T1}

    It burns and burns.
  | opened #3
  |   team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: Another matter"
  |   to bob: new-ticket "[#3] New: Another matter"
  |   to cust: received "[#3] We have received your message"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 cust wrote: It burns still.
