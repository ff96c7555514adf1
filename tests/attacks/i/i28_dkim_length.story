# A signature that holds and covers only the beginning of the text (l=): a command was appended.
# Outcome: as if it were not signed.

admin changes desk.toml:
    - auth = { mode = "trusted-ar", authserv_id = ["mx.example.org"], trusted_hops = 0 }
    + auth = { mode = "verify" }

raw to help [signed example.org; partial]:
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m52@mail.test>

    #close
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
