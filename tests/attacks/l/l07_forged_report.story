# A delivery report on a letter about a ticket that nobody wrote.
# Outcome: without our own Message-ID it counts for nothing.

raw to help:
    Return-Path: <>
    From: MAILER-DAEMON@mx.attack.test
    To: help@help.example.org
    Subject: Undelivered Mail Returned to Sender
    Date: {DATE}
    Message-ID: <m131@mail.test>
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary=r

    --r
    Content-Type: text/plain

    It could not be delivered.
    --r
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.attack.test

    Final-Recipient: rfc822; cust@customer.test
    Action: failed
    Status: 5.1.1
    --r
    Content-Type: text/rfc822-headers

    From: help@help.example.org
    To: cust@customer.test
    Message-ID: <o.3.aaaaaaaaaaaaaaaa@help.example.org>
    Subject: Re: Printer on fire
    --r--
  | ignored (bounce-hard): a delivery report about a message that is not ours

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
