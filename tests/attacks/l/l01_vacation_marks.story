# Absence notes, each with one mark alone.
# Outcome: no automatic mail to any; each is recorded.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=vacation.test; dmarc=pass header.from=vacation.test
    From: V1 <v1@vacation.test>
    To: help@help.example.org
    Subject: Away 1
    Date: {DATE}
    Message-ID: <m118@mail.test>
    Auto-Submitted: auto-replied

    I am away.
  | ignored (out-of-office): an absence note that belongs to no ticket

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=vacation.test; dmarc=pass header.from=vacation.test
    From: V2 <v2@vacation.test>
    To: help@help.example.org
    Subject: Away 2
    Date: {DATE}
    Message-ID: <m119@mail.test>
    Auto-Submitted: auto-generated

    I am away.
  | opened #3 (notification)
  |   team help
  |   no received to v2@vacation.test: only a person is acknowledged
  |   to alice: new-ticket "[#3] New: Away 2"
  |   to bob: new-ticket "[#3] New: Away 2"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=vacation.test; dmarc=pass header.from=vacation.test
    From: V3 <v3@vacation.test>
    To: help@help.example.org
    Subject: Away 3
    Date: {DATE}
    Message-ID: <m120@mail.test>
    X-Auto-Response-Suppress: All

    I am away.
  | opened #4 (notification)
  |   team help
  |   no received to v3@vacation.test: only a person is acknowledged
  |   to alice: new-ticket "[#4] New: Away 3"
  |   to bob: new-ticket "[#4] New: Away 3"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=vacation.test; dmarc=pass header.from=vacation.test
    From: V4 <v4@vacation.test>
    To: help@help.example.org
    Subject: Away 4
    Date: {DATE}
    Message-ID: <m121@mail.test>
    Precedence: bulk

    I am away.
  | opened #5 (notification)
  |   team help
  |   no received to v4@vacation.test: only a person is acknowledged
  |   to alice: new-ticket "[#5] New: Away 4"
  |   to bob: new-ticket "[#5] New: Away 4"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=vacation.test; dmarc=pass header.from=vacation.test
    From: V5 <v5@vacation.test>
    To: help@help.example.org
    Subject: Away 5
    Date: {DATE}
    Message-ID: <m122@mail.test>
    Precedence: auto_reply

    I am away.
  | ignored (out-of-office): an absence note that belongs to no ticket

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=vacation.test; dmarc=pass header.from=vacation.test
    From: V6 <v6@vacation.test>
    To: help@help.example.org
    Subject: Away 6
    Date: {DATE}
    Message-ID: <m123@mail.test>
    Precedence: junk

    I am away.
  | opened #6 (notification)
  |   team help
  |   no received to v6@vacation.test: only a person is acknowledged
  |   to alice: new-ticket "[#6] New: Away 6"
  |   to bob: new-ticket "[#6] New: Away 6"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=vacation.test; dmarc=pass header.from=vacation.test
    From: V7 <v7@vacation.test>
    To: help@help.example.org
    Subject: Away 7
    Date: {DATE}
    Message-ID: <m124@mail.test>
    X-Autoreply: yes

    I am away.
  | ignored (out-of-office): an absence note that belongs to no ticket

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=vacation.test; dmarc=pass header.from=vacation.test
    From: V8 <v8@vacation.test>
    To: help@help.example.org
    Subject: Away 8
    Date: {DATE}
    Message-ID: <m125@mail.test>
    X-Autorespond: 1

    I am away.
  | ignored (out-of-office): an absence note that belongs to no ticket

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=vacation.test; dmarc=pass header.from=vacation.test
    From: V9 <v9@vacation.test>
    To: help@help.example.org
    Subject: Away 9
    Date: {DATE}
    Message-ID: <m126@mail.test>
    Auto-Submitted: auto-notified

    I am away.
  | opened #7 (notification)
  |   team help
  |   no received to v9@vacation.test: only a person is acknowledged
  |   to alice: new-ticket "[#7] New: Away 9"
  |   to bob: new-ticket "[#7] New: Away 9"
