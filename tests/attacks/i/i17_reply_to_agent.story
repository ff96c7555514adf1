# A customer whose Reply-To is an agent.
# Outcome: it is the customer's; a warning; answers go to where it came from.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=customer.test; dmarc=pass header.from=customer.test
    From: Cust Omer <cust@customer.test>
    To: {T1}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m31@mail.test>
    Reply-To: Alice Arden <alice@example.org>

    Please answer.
  | appended to #1 by token
  |   flag ReplyToDiffers
  |   to alice: customer-reply "[#1] Printer on fire"
  |   to bob: customer-reply "[#1] Printer on fire"

alice reads
  | Subject: [#1] Printer on fire
  |
  | === #1 === Write above this line ===
  |
  | Cust Omer <cust@customer.test> wrote, Mon 2 Mar 2026, 09:00.
  |
  | Your reply goes to Cust Omer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ! It asks for answers at another address. Answers go to its sender all the same.
  |
  | Please answer.
  |
  | ------------------------------------------------------------
  | Ticket #1: Printer on fire
  | Status: new. Priority: normal. Team: help.
  | Assigned to nobody.
  | From Cust Omer <cust@customer.test>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Cust Omer <cust@customer.test>, Mon 2 Mar 2026, 09:00:
  | > It burns.

raw to help:
    Authentication-Results: mx.example.org; dkim=pass header.d=attack.test; dmarc=pass header.from=attack.test
    From: Eve <eve@attack.test>
    To: help@help.example.org
    Subject: New matter
    Date: {DATE}
    Message-ID: <m32@mail.test>
    Reply-To: Alice Arden <alice@example.org>

    Please answer.
  | opened #3
  |   flag ReplyToDiffers; team help; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#3] New: New matter"
  |   to bob: new-ticket "[#3] New: New matter"
  |   to eve: received "[#3] We have received your message"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
  |   mon 2 mar 09:00 cust wrote: Please answer.

show #3
  | #3 "New matter": new, normal; team help; nobody has it; from eve; with eve
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 eve wrote: Please answer.
