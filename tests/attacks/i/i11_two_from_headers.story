# Two From lines: readers differ on which one counts.
# Outcome: nobody is its sender, not the agent either; flagged; nothing is done.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Eve <eve@attack.test>
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m18@mail.test>

    #close
  | opened #3
  |   flag Unverified, flag NoIdentity, flag RefersElsewhere; #3 linked to #1; team help;
  |   first-response mon 2 mar 13:00
  |   no received to somebody: the sender's address is not clear
  |   to alice: new-ticket "[#3] New: Printer on fire"
  |   to bob: new-ticket "[#3] New: Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust; linked to #3
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
