# A signature that holds, but covers neither To nor Date, or not From.
# Outcome: not enough for a command.

admin changes desk.toml:
    - auth = { mode = "trusted-ar", authserv_id = ["mx.example.org"], trusted_hops = 0 }
    + auth = { mode = "verify" }

raw to help [signed example.org; covers from,subject]:
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m53@mail.test>

    #close
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

raw to help [signed example.org; covers to,date,subject]:
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m54@mail.test>

    #close
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

raw to help [signed example.org; covers from,to]:
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m55@mail.test>

    #close
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

raw to help [signed example.org; covers from,date]:
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m56@mail.test>

    #close
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

# With all of it: done.
raw to help [signed example.org; covers from,to,date]:
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m57@mail.test>

    #close
  | commands for #1 by token
  |   new -> closed; alice: #close; no first-response (the ticket is closed)
  |   to alice: receipt "[#1] Done: Printer on fire"

show #1
  | #1 "Printer on fire": closed, normal; team help; nobody has it; from cust; with cust
  |   mon 2 mar 09:00 cust wrote: It burns.
