# An exact copy of yesterday's mail that was carried out, and one with other unsigned fields.
# Outcome: nothing is done a second time; the journal says replay.

admin changes desk.toml:
    - auth = { mode = "trusted-ar", authserv_id = ["mx.example.org"], trusted_hops = 0 }
    + auth = { mode = "verify" }

raw to help [signed example.org]:
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Re: [#1] Printer on fire
    Date: {DATE}
    Message-ID: <m58@mail.test>
    DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=k; h=from:to:date; bh=AAAA; b=c2lnbmF0dXJl

    #priority high
  | commands for #1 by token
  |   priority high; alice: #priority high; first-response mon 2 mar 11:00
  |   to alice: receipt "[#1] Done: Printer on fire"

+1d
  | mon 2 mar 11:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 13:00
  |   to alice: reminder "[#1] Waiting for 2 hours: Printer on fire"
  |   to bob: reminder "[#1] Waiting for 2 hours: Printer on fire"
  | mon 2 mar 13:00
  | first-response step 2 of #1 is due
  |   first-response step 3 mon 2 mar 17:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to alice: due-list "2 tickets are due"
  |   to bob: reminder "[#2] Waiting for 4 hours: Second matter"
  | mon 2 mar 15:00
  | first-response step 2 of #2 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to alice: escalation "[#2] No answer for 6 hours: Second matter"
  | mon 2 mar 17:00
  | first-response step 3 of #1 is due
  |   to operator: escalation "[#1] No answer for 8 hours: Printer on fire"

raw to help [signed example.org]:
    From: Alice Arden <alice@example.org>
    To: {TA}
    Subject: Another subject
    Date: {DATE-1d}
    Message-ID: <m_other@mail.test>
    DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=k; h=from:to:date; bh=AAAA; b=c2lnbmF0dXJl

    #priority high
  | duplicate of what is in #1

admin asks: explain #1
  | > 2 2026-03-02T08:00:00Z cust@customer.test
  | >     cust@customer.test became known
  | >     opened #1 for cust@customer.test
  | >     message 1 by cust@customer.test
  | >     team help
  | >     an answer is awaited
  | >     human message from help, delivered 1: opened, found by none, thread proof E0
  | >     sender: E2 (its DKIM signatures were verified when it came)
  | >     first-response promised until 2026-03-02T12:00:00Z
  | >     due 2026-03-02T12:00:00Z first-response.0
  | >     letter o1 new-ticket to alice
  | >     letter o2 new-ticket to bob
  | >     letter o3 received to cust@customer.test
  | > 3 2026-03-02T08:00:00Z desk
  | >     3 letters are being sent
  | > 4 2026-03-02T08:00:00Z desk
  | >     letter o1 sent: 250 2.0.0 Ok
  | > 5 2026-03-02T08:00:00Z desk
  | >     letter o2 sent: 250 2.0.0 Ok
  | > 6 2026-03-02T08:00:00Z desk
  | >     letter o3 sent: 250 2.0.0 Ok
  | > 12 2026-03-02T08:00:00Z alice
  | >     priority high
  | >     command #priority high
  | >     human message from help, delivered 3: commanded, found by token, thread proof E1
  | >     sender: E2 (its DKIM signatures were verified when it came)
  | >     first-response promised until 2026-03-02T10:00:00Z
  | >     due 2026-03-02T10:00:00Z first-response.0
  | >     letter o7 receipt to alice
  | > 13 2026-03-02T08:00:00Z desk
  | >     1 letters are being sent
  | > 14 2026-03-02T08:00:00Z desk
  | >     letter o7 sent: 250 2.0.0 Ok
  | > 15 2026-03-02T10:00:00Z desk
  | >     first-response.0 fell due
  | >     first-response was not kept in time
  | >     alice is to be told of first-response.0 at 2026-03-02T10:00:00Z
  | >     bob is to be told of first-response.0 at 2026-03-02T10:00:00Z
  | >     due 2026-03-02T12:00:00Z first-response.1
  | > 16 2026-03-02T10:00:00Z desk
  | >     alice was told what is due
  | >     letter o8 reminder to alice
  | > 17 2026-03-02T10:00:00Z desk
  | >     bob was told what is due
  | >     letter o9 reminder to bob
  | > 18 2026-03-02T10:00:00Z desk
  | >     2 letters are being sent
  | > 19 2026-03-02T10:00:00Z desk
  | >     letter o8 sent: 250 2.0.0 Ok
  | > 20 2026-03-02T10:00:00Z desk
  | >     letter o9 sent: 250 2.0.0 Ok
  | > 21 2026-03-02T12:00:00Z desk
  | >     first-response.1 fell due
  | >     alice is to be told of first-response.1 at 2026-03-02T12:00:00Z
  | >     due 2026-03-02T16:00:00Z first-response.2
  | > 32 2026-03-02T16:00:00Z desk
  | >     first-response.2 fell due
  | >     operator@example.org is to be told of first-response.2 at 2026-03-02T16:00:00Z
  | > 33 2026-03-02T16:00:00Z desk
  | >     operator@example.org was told what is due
  | >     letter o13 escalation to operator@example.org
  | > 34 2026-03-02T16:00:00Z desk
  | >     1 letters are being sent
  | > 35 2026-03-02T16:00:00Z desk
  | >     letter o13 sent: 250 2.0.0 Ok
  | > 36 2026-03-03T08:00:00Z desk
  | >     refused a mail from the staff: replay: it was carried out before
  | >     human message from help, delivered 4: duplicate, found by token, thread proof E1
  | >     sender: E2 (its DKIM signatures were verified when it came)
  | > first-response (the usual promise): 2h promised, 8h used, 0s left, due 2026-03-02T10:00:00Z, not kept since 2026-03-02T10:00:00Z
  | >     2026-03-02T08:00:00Z to 2026-03-03T08:00:00Z new: 8h of working time
