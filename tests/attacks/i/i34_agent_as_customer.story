# An agent has a ticket of his own. His address on a From line orders something about it.
# Outcome: commands need their full proof here too.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: help@help.example.org
    Subject: My chair
    Date: {DATE}
    Message-ID: <chair@mail.test>

    It is broken.
  | opened #3
  |   team help; first-response mon 2 mar 13:00
  |   to bob: new-ticket "[#3] New: My chair"
  |   to alice: received "[#3] We have received your message"

raw to help:
    From: Alice Arden <alice@example.org>
    To: help@help.example.org
    Subject: Re: My chair
    Date: {DATE}
    Message-ID: <m65@mail.test>
    In-Reply-To: <chair@mail.test>
    References: <chair@mail.test>

    #close
  | appended to #3 by known-id
  |   flag Unverified
  |   to bob: customer-reply "[#3] My chair"

show #3
  | #3 "My chair": new, normal; team help; nobody has it; from alice; with alice
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 alice wrote: It is broken.
  |   mon 2 mar 09:00 alice wrote: #close
