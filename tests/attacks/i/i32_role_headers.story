# Header fields by which other helpdesks mark their own mail.
# Outcome: ignored.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=attack.test; dmarc=pass header.from=attack.test
    From: Eve <eve@attack.test>
    To: help@help.example.org
    Subject: Hello
    Date: {DATE}
    Message-ID: <m62@mail.test>
    X-Helpdesk-Role: agent
    X-RT-Ticket: help #1
    X-OTRS-Priority: 5 very high
    X-OTRS-Queue: Raw
    X-Maildesk-Agent: alice

    Hello
  | opened #3
  |   team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: Hello"
  |   to bob: new-ticket "[#3] New: Hello"
  |   to eve: received "[#3] We have received your message"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.

show #3
  | #3 "Hello": new, normal; team help; nobody has it; from eve; with eve
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 eve wrote: Hello
