# Another service mails a verification code to the desk, because somebody has signed up there with the desk's address.
# Outcome: quarantine under its own reason; nobody is written to, and no ticket shows the code.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=id.service.test; dmarc=pass header.from=id.service.test
    From: Service <noreply@id.service.test>
    To: help@help.example.org
    Subject: code 123456
    Date: {DATE}
    Message-ID: <m231@mail.test>

    code 123456
  | quarantined as q1 (notification): it carries a verification code or link

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=service.test; dmarc=pass header.from=service.test
    From: Service <no-reply@service.test>
    To: help@help.example.org
    Subject: Confirm your email address
    Date: {DATE}
    Message-ID: <m232@mail.test>

    Please confirm your email address: https://service.test/confirm?t=abcdef
  | quarantined as q2 (notification): it carries a verification code or link

admin asks: quarantine
  | >    q1  2026-03-02T08:00:00Z  help         it carries a verification code or link
  | >    q2  2026-03-02T08:00:00Z  help         it carries a verification code or link

# A person who writes about a code opens a ticket, whatever it says.
raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=third.test; dmarc=pass header.from=third.test
    From: New One <new@third.test>
    To: help@help.example.org
    Subject: I get no verification code
    Date: {DATE}
    Message-ID: <m233@mail.test>

    I get no verification code for my account. The last one was 123456. Why?
  | opened #3
  |   team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: I get no verification code"
  |   to bob: new-ticket "[#3] New: I get no verification code"
  |   to new@third.test: received "[#3] We have received your message"

# An admin has looked at it and wants it in.
admin asks: release q1
  | opened #4 (notification)
  |   team help
  |   no received to noreply@id.service.test: only a person is acknowledged
  |   to alice: new-ticket "[#4] New: code 123456"
  |   to bob: new-ticket "[#4] New: code 123456"
  |   q1 is released
  | > opened #4
