# Mail from the null path, MAILER-DAEMON and postmaster about mail that was never ours.
# Outcome: no mail, no ticket.

raw to help:
    Return-Path: <>
    From: MAILER-DAEMON@mx.attack.test
    To: help@help.example.org
    Subject: Undelivered Mail Returned to Sender
    Date: {DATE}
    Message-ID: <m129@mail.test>
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary=r

    --r
    Content-Type: text/plain

    It could not be delivered.
    --r
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.attack.test

    Final-Recipient: rfc822; x@attack.test
    Action: failed
    Status: 5.1.1
    --r--
  | ignored (bounce-hard): a delivery report about a message that is not ours

raw to help:
    Return-Path: <>
    From: postmaster@attack.test
    To: help@help.example.org
    Subject: failure notice
    Date: {DATE}
    Message-ID: <m130@mail.test>

    Your mail to x@attack.test could not be delivered.
    550 5.1.1 unknown user
  | ignored (bounce-hard): a delivery report about a message that is not ours
