# Another helpdesk that opens a ticket for each of our letters, and one that writes without being asked.
# Outcome: at most 3 acknowledgements to it and 20 tickets an hour; the rest is set aside.

raw to help [times 10000; answering desk@desk.test; counted]:
    Authentication-Results: mx.example.org; dkim=pass header.d=desk.test; dmarc=pass header.from=desk.test
    From: Other desk <desk@desk.test>
    To: help@help.example.org
    Subject: [Ticket {N}] received
    Date: {DATE}
    Message-ID: <desk{N}@mail.test>

    We have received your message, {N}.
  | 2 times opened #N
  | 1 times   team help; first-response mon N mar N:N
  | 2 times   to alice: new-ticket "[#N] New: [Ticket N] received"
  | 2 times   to bob: new-ticket "[#N] New: [Ticket N] received"
  | 1 times   to desk@desk.test: received "[#N] We have received your message"
  | 1 times   team help; first-response mon N mar N:N:N
  | 1 times   no received to desk@desk.test: the sender had one about the same subject within N days
  | 1 times silence after N messages

raw to help [times 1000; counted]:
    Authentication-Results: mx.example.org; dkim=pass header.d=desk2.test; dmarc=pass header.from=desk2.test
    From: Other desk <loud@desk2.test>
    To: help@help.example.org
    Subject: [Ticket {N}] received
    Date: {DATE}
    Message-ID: <loud{N}@mail.test>

    We have received your message, {N}.
  | 20 times opened #N
  | 20 times   team help; first-response mon N mar N:N:N
  | 20 times   to alice: new-ticket "[#N] New: [Ticket N] received"
  | 20 times   to bob: new-ticket "[#N] New: [Ticket N] received"
  | 1 times   to loud@deskN.test: received "[#N] We have received your message"
  | 19 times   no received to loud@deskN.test: the sender had one about the same subject within N days
  | 980 times quarantined as qN: its sender opens too many tickets
  | 1 times   to operator: operator "Example help needs a look"
