# A sender whose address differs by a byte each time.
# Outcome: the domain's counter stops the acknowledgements at 30 an hour.

raw to help [times 60; counted]:
    Authentication-Results: mx.example.org; dkim=pass header.d=varying.test; dmarc=pass header.from=varying.test
    From: x{N}@varying.test
    To: help@help.example.org
    Subject: Hello {N}
    Date: {DATE}
    Message-ID: <varying{N}@mail.test>

    Hello {N}.
  | 60 times opened #N
  | 1 times   team help; first-response mon N mar N:N
  | 60 times   to alice: new-ticket "[#N] New: Hello N"
  | 60 times   to bob: new-ticket "[#N] New: Hello N"
  | 30 times   to xN@varying.test: received "[#N] We have received your message"
  | 59 times   team help; first-response mon N mar N:N:N
  | 30 times   no received to xN@varying.test: the sender's domain had enough of them within an hour
