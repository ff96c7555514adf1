# Reply addresses of a ticket were revoked.
# Outcome: a new ticket that is linked; nothing is appended, and the agent's old address does nothing.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m11@mail.test>

    #revoke
  | commands for #1 by token
  |   reply addresses revoked; alice: #revoke
  |   to alice: receipt "[#1] Done: Printer on fire"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: It burns
    Date: {DATE}
    Message-ID: <m12@mail.test>

    It burns again.
  | opened #3
  |   #3 linked to #1; team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: It burns"
  |   to bob: new-ticket "[#3] New: It burns"
  |   to cust: received "[#3] We have received your message"

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: It is done
    Date: {DATE}
    Message-ID: <m13@mail.test>

    #close
  | opened #4
  |   flag RefersElsewhere; #4 linked to #1; team help; first-response mon 2 mar 13:00
  |   to bob: new-ticket "[#4] New: It is done"
  |   to alice: stranger "[#1] A stranger wrote: Printer on fire"
  |   to alice: received "[#4] We have received your message"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust; linked to #3, #4
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
