# An agent forwards a customer's mail that contains a command.
# Outcome: nothing of it is carried out.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: help@help.example.org
    Subject: Fwd: Help
    Date: {DATE}
    Message-ID: <m101@mail.test>

    ---------- Forwarded message ---------
    From: Eve <eve@attack.test>
    Date: Mon, 2 Mar 2026 at 08:00
    Subject: Help
    To: <alice@example.org>

    #close #1
  | opened #3
  |   alice contributes; flag Unverified, flag Forwarded; team help; first-response mon 2 mar 13:00
  |   no received to eve: the sender is not verified
  |   to alice: new-ticket "[#3] New: Help"
  |   to bob: new-ticket "[#3] New: Help"


show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
