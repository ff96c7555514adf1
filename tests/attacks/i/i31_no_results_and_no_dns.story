# No verification results at all, and no name server answers.
# Outcome: a customer's reply address counts as ever; an agent is asked once an hour has passed in vain.

admin changes desk.toml:
    - auth = { mode = "trusted-ar", authserv_id = ["mx.example.org"], trusted_hops = 0 }
    + auth = { mode = "verify" }

the name servers are silent

raw to help [signed customer.test; unreachable]:
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m60@mail.test>

    It burns still.
  | appended to #1 by token
  |   flag Unverified
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

raw to help [signed example.org; unreachable]:
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m61@mail.test>

    #close
  | quarantined as q1: the key of its signature cannot be fetched now; it is tried again by itself

+61m
  | mon 2 mar 10:01
  | held, about #1 by token: the key of its signature could not be fetched
  |   to alice: confirm "[#1] Is this yours? Printer on fire"
  |   q1 is released

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 cust wrote: It burns still.
