# The customer's address and a Message-ID of ours, without a reply address.
# Outcome: appended and flagged without verification; where the domain disowns it, a new flagged ticket.

raw to help:
    From: Cust Omer <cust@customer.test>
    To: help@help.example.org
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m79@mail.test>
    In-Reply-To: <{ACK}>
    References: <{ACK}>

    It burns still.
  | appended to #1 by own-id
  |   flag Unverified
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=none; dmarc=fail header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: help@help.example.org
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m80@mail.test>
    In-Reply-To: <{ACK}>
    References: <{ACK}>

    It burns and burns.
  | opened #3
  |   flag Disowned; #3 linked to #1; team help; first-response mon 2 mar 13:00
  |   no received to cust: the sender's domain disowns it
  |   to alice: new-ticket "[#3] New: Printer on fire"
  |   to bob: new-ticket "[#3] New: Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust; linked to #3
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 cust wrote: It burns still.
