# Our own address as the sender, our own mark, our own Message-ID.
# Outcome: set aside, and nobody is written to.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=help.example.org; dmarc=pass header.from=help.example.org
    From: help@help.example.org
    To: help@help.example.org
    Subject: Loop
    Date: {DATE}
    Message-ID: <m127@mail.test>

    Loop
  | quarantined as q1 (own-loop): our own mail came back

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=help.example.org; dmarc=pass header.from=help.example.org
    From: Example help <help@help.example.org>
    To: {T1}
    Subject: Loop
    Date: {DATE}
    Message-ID: <m128@mail.test>

    Loop
  | quarantined as q2 (own-loop): our own mail came back
