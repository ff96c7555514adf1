# Sender names the agent, From somebody else.
# Outcome: never Alice.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=attack.test; dmarc=pass header.from=attack.test
    From: Eve <eve@attack.test>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m29@mail.test>
    Sender: Alice Arden <alice@example.org>

    #close
  | opened #3
  |   flag RefersElsewhere; #3 linked to #1; team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: Printer on fire"
  |   to bob: new-ticket "[#3] New: Printer on fire"
  |   to eve: received "[#3] We have received your message"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust; linked to #3
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
