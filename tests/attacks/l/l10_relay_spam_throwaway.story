# The same from a throwaway domain that signs everything.
# Outcome: acknowledgements up to the domain's cap, and no byte of the sender's in any.

raw to help [times 60; counted]:
    Authentication-Results: mx.example.org; dkim=pass header.d=throwaway.test; dmarc=pass header.from=throwaway.test
    From: victim{N}@throwaway.test
    To: help@help.example.org
    Subject: Buy at evil.test {N}
    Date: {DATE}
    Message-ID: <throw{N}@mail.test>

    Buy at evil.test, {N}.
  | 60 times opened #N
  | 1 times   team help; first-response mon N mar N:N
  | 60 times   to alice: new-ticket "[#N] New: Buy at evil.test N"
  | 60 times   to bob: new-ticket "[#N] New: Buy at evil.test N"
  | 30 times   to victimN@throwaway.test: received "[#N] We have received your message"
  | 59 times   team help; first-response mon N mar N:N:N
  | 30 times   no received to victimN@throwaway.test: the sender's domain had enough of them within an hour

victim1@throwaway.test reads
  | Subject: [#3] We have received your message
  |
  | Hello,
  |
  | thank you for writing to Example help. Your message has arrived, and its number is #3. Somebody will answer you.
  |
  | If you want to add something, just reply to this mail.
  |
  | --
  | Example help
