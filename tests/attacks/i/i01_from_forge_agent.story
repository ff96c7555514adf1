# The address of an agent on the From line, and nothing else, orders something.
# Outcome: the ticket stays as it is; a new flagged ticket; no mail at all, no question.

raw to help:
    From: Alice Arden <alice@example.org>
    To: help@help.example.org
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m1@mail.test>

    #close
  | opened #3
  |   flag Unverified, flag RefersElsewhere; #3 linked to #1; team help; first-response mon 2 mar 13:00

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust; linked to #3
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
