# An agent's absence note quotes commands.
# Outcome: nothing is done.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Out of office
    Date: {DATE}
    Message-ID: <m113@mail.test>
    Auto-Submitted: auto-replied

    #close
  | appended to #1 by token (out-of-office)
  |   kept as a machine's; alice perhaps away
  |   to operator: absence "[#1] Absence: Alice Arden"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 alice has a machine that wrote: #close
