# A reply address that has lapsed: half a year later for a customer, thirty days for an agent.
# Outcome: the customer's mail opens a new ticket that is linked; the agent is told; nothing is appended.

+32d
  | mon 2 mar 13:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to alice: due-list "2 tickets are due"
  |   to bob: due-list "2 tickets are due"
  | mon 2 mar 15:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 11:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to alice: due-list "2 tickets are due"
  | tue 3 mar 11:00
  | first-response step 3 of #1 is due
  | first-response step 3 of #2 is due
  |   to operator: due-list "2 tickets are due"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: It is done
    Date: {DATE}
    Message-ID: <m9@mail.test>

    #close
  | held: a command without a ticket
  |   to alice: refused "Not done: It is done"

+160d
  | tue 7 apr 09:00
  |   to operator: operator "Example help needs a look"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: It burns
    Date: {DATE}
    Message-ID: <m10@mail.test>

    It burns again.
  | opened #3
  |   #3 linked to #1; team help; first-response thu 10 sep 14:00
  |   to alice: new-ticket "[#3] New: It burns"
  |   to bob: new-ticket "[#3] New: It burns"
  |   to cust: received "[#3] We have received your message"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust; linked to #3
  |   first-response mon 2 mar 13:00 (broken)
  |   mon 2 mar 09:00 cust wrote: It burns.
