# Verification results under our server's name, written by the sender: they stand below a Received line.
# Outcome: ignored; without them there is no proof.

raw to help:
    Received: from attack.test by mx.example.org; Mon, 02 Mar 2026 08:00:00 +0000
    Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m41@mail.test>

    #close
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to alice: confirm "[#1] Is this yours? Printer on fire"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 cust wrote: It burns.
