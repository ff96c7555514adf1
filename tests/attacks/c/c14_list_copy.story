# A mailing list's copy of an agent's mail.
# Outcome: nothing is done.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m117@mail.test>
    List-Id: <team.example.org>

    #close
  | opened #3 (list)
  |   flag RefersElsewhere; #3 linked to #1; team help
  |   no received to alice: only a person is acknowledged
  |   to bob: new-ticket "[#3] New: Printer on fire"
  |   to alice: stranger "[#1] A stranger wrote: Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust; linked to #3
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
