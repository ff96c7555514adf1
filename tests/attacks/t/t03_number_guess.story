# Subjects with a thousand ticket numbers.
# Outcome: nothing is appended anywhere; the sender is stopped after 20.

raw to help [times 1000; counted]:
    Authentication-Results: mx.example.org; dkim=pass header.d=attack.test; dmarc=pass header.from=attack.test
    From: Eve <eve@attack.test>
    To: help@help.example.org
    Subject: [#{N}] Matter of {N}
    Date: {DATE}
    Message-ID: <guess{N}@mail.test>

    What is new, {N}?
  | 20 times opened #N
  | 1 times   team help; first-response mon N mar N:N
  | 20 times   to alice: new-ticket "[#N] New: Matter of N"
  | 20 times   to bob: new-ticket "[#N] New: Matter of N"
  | 3 times   to eve: received "[#N] We have received your message"
  | 19 times   team help; first-response mon N mar N:N:N
  | 2 times appended to #N by subject-tag
  | 2 times   to alice: customer-reply "[#N] Matter of N"
  | 2 times   to bob: customer-reply "[#N] Matter of N"
  | 17 times   no received to eve: the sender had enough of them within N hours
  | 978 times quarantined as qN: its sender opens too many tickets
  | 1 times   to operator: operator "Example help needs a look"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
