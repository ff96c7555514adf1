# 5000 messages of one sender; another customer writes in the middle of it.
# Outcome: at most 20 tickets and 3 acknowledgements an hour; the customer is served as ever.

raw to help [times 5000; at once; counted]:
    Authentication-Results: mx.example.org; dkim=pass header.d=bomb.test; dmarc=pass header.from=bomb.test
    From: Bomb <bomb@bomb.test>
    To: help@help.example.org
    Subject: Bomb {N}
    Date: {DATE}
    Message-ID: <bomb{N}@mail.test>

    Bomb {N}.
  | 20 times opened #N
  | 20 times   team help; first-response mon N mar N:N
  | 20 times   to alice: new-ticket "[#N] New: Bomb N"
  | 20 times   to bob: new-ticket "[#N] New: Bomb N"
  | 3 times   to bomb@bomb.test: received "[#N] We have received your message"
  | 17 times   no received to bomb@bomb.test: the sender had enough of them within N hours
  | 4980 times quarantined as qN: its sender opens too many tickets
  | 1 times   to operator: operator "Example help needs a look"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m138@mail.test>

    It burns still.
  | appended to #1 by token
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"
