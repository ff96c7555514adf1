# A command is carried out once, however often its mail arrives, and not at all when it is old.

ann is Ann Archer <ann@customer.example>

monday 09:00
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
bob replies to the new-ticket about #1 [header "DKIM-Signature: b=AbCd Ef"; id "first@example.org"]:
    #take
    #resolve
  | commands for #1 by token
  |   assigned to bob; bob: #take; new -> resolved; close thu 5 mar 09:00; bob: #resolve;
  |   no first-response (the ticket is resolved)
  |   to bob: receipt "[#1] Done: Cannot log in"
ann replies to the received:
    It still says so.
  | appended to #1 by token
  |   reopened; resolved -> open; first-response mon 2 mar 13:00
  |   to bob: customer-reply "[#1] Cannot log in"

# A day later the same mail lies in the mailbox again.
+1d
  | mon 2 mar 13:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 mon 2 mar 15:00
  |   to bob: reminder "[#1] Waiting for 4 hours: Cannot log in"
  | mon 2 mar 15:00
  | first-response step 2 of #1 is due
  |   first-response step 3 tue 3 mar 11:00
  |   to lena: escalation "[#1] No answer for 6 hours: Cannot log in"
bob's last mail arrives again
  | duplicate of what is in #1

# With another Message-ID, which the signature does not cover.
bob replies to the new-ticket about #1 [header "DKIM-Signature: b=Ab CdEf"; id "second@example.org"]:
    #take
    #resolve
  | duplicate of what is in #1
show #1
  | #1 "Cannot log in": open, normal; team support; bob has it; from ann; with ann
  |   first-response mon 2 mar 13:00 (broken)
  |   mon 2 mar 09:00 ann wrote: It says "wrong password".
  |   mon 2 mar 09:00 ann wrote: It still says so.

# One that is dated long ago is asked about.
bob replies to the new-ticket about #1 [old]:
    #close
  | held, about #1 by token: its date is doubtful
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
bob reads
  | Subject: [#1] Is this yours? Cannot log in
  |
  | === #1 === Write above this line ===
  |
  | A mail in your name has arrived, and it is not certain that you wrote it. Nothing has been done yet.
  | Its date is Sun 1 Feb 2026, 09:00, too far from today to be carried out without asking.
  | To be carried out: #close
  | A confirmation counts until Tue 3 Mar 2026, 13:00.
  |
  | If it is yours, reply with the word yes. If it is not, reply with no, or do nothing, and tell your administrator.
  |
  | ------------------------------------------------------------
  | Ticket #1: Cannot log in
  | Status: open. Priority: normal. Team: support.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | The answer was due: Mon 2 Mar 2026, 13:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
bob replies to the confirm:
    yes
  | commands for #1 by token
  |   open -> closed; bob: #close; no first-response (the ticket is closed)
  |   to bob: receipt "[#1] Done: Cannot log in"
