# A robot that answers every letter, without any mark, under a subject of its own each time.
# Outcome: at most 3 acknowledgements, then silence.

raw to help [times 1000; answering robot@vacation.test; counted]:
    Authentication-Results: mx.example.org; dkim=pass header.d=vacation.test; dmarc=pass header.from=vacation.test
    From: Robot <robot@vacation.test>
    To: help@help.example.org
    Subject: I am away {N}
    Date: {DATE}
    Message-ID: <robot{N}@mail.test>

    I am away until Friday, round {N}.
  | 1 times opened #N (notification)
  | 1 times   team help
  | 1 times   no received to robot@vacation.test: only a person is acknowledged
  | 1 times   to alice: new-ticket "[#N] New: I am away N"
  | 1 times   to bob: new-ticket "[#N] New: I am away N"
  | 1 times silence after N messages

raw to help [times 1000; answering reply@vacation2.test; counted]:
    Authentication-Results: mx.example.org; dkim=pass header.d=vacation2.test; dmarc=pass header.from=vacation2.test
    From: Robot <reply@vacation2.test>
    To: help@help.example.org
    Subject: Re: away {N}
    Date: {DATE}
    Message-ID: <reply{N}@mail.test>
    In-Reply-To: <{LAST}>
    References: <{LAST}>

    I am away until Friday, round {N}.
  | 1 times opened #N
  | 1 times   team help; first-response mon N mar N:N:N
  | 1 times   to alice: new-ticket "[#N] New: away N"
  | 1 times   to bob: new-ticket "[#N] New: away N"
  | 1 times   to reply@vacationN.test: received "[#N] We have received your message"
  | 1 times appended to #N by own-id
  | 1 times   to alice: customer-reply "[#N] away N"
  | 1 times   to bob: customer-reply "[#N] away N"
  | 1 times silence after N messages
