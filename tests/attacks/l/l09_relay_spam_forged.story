# The addresses of many victims as forged senders; their domains disown it, or nothing is known.
# Outcome: no acknowledgement at all.

raw to help [times 30; counted]:
    Authentication-Results: mx.example.org; dkim=none; dmarc=fail header.from=victims{N}.test
    From: victim{N}@victims{N}.test
    To: help@help.example.org
    Subject: Buy {N}
    Date: {DATE}
    Message-ID: <fail{N}@mail.test>

    Buy {N}.
  | 30 times opened #N
  | 1 times   flag Disowned; team help; first-response mon N mar N:N
  | 30 times   no received to victimN@victimsN.test: the sender's domain disowns it
  | 30 times   to alice: new-ticket "[#N] New: Buy N"
  | 30 times   to bob: new-ticket "[#N] New: Buy N"
  | 29 times   flag Disowned; team help; first-response mon N mar N:N:N

raw to help [times 30; counted]:
    Authentication-Results: mx.example.org; dkim=none; dmarc=none header.from=victims{N}.test
    From: victim{N}@victims{N}.test
    To: help@help.example.org
    Subject: Buy {N}
    Date: {DATE}
    Message-ID: <none{N}@mail.test>

    Buy more, {N}.
  | 30 times opened #N
  | 30 times   flag Unverified; team help; first-response mon N mar N:N:N
  | 30 times   no received to victimN@victimsN.test: the sender is not verified
  | 30 times   to alice: new-ticket "[#N] New: Buy N"
  | 30 times   to bob: new-ticket "[#N] New: Buy N"
