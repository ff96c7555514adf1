# Verification results are believed by what server they name. Would forged ones be? The desk writes to itself to find out.

ann is Ann Archer <ann@customer.example>

admin changes desk.toml:
    - team = "support"
    - kind = "maildir"
    - path = "mail/support"
    - auth = { mode = "none" }
    - agents = "token"
    + team = "support"
    + kind = "maildir"
    + path = "mail/support"
    + auth = { mode = "trusted-ar", authserv_id = ["mx.example.org"], trusted_hops = 0 }

monday 09:00
admin asks: trust
  | > support: nobody has tested whether forged verification results are believed: maildesk doctor trust
admin asks: status
  | > Example support
  | > messages    0 (none)
  | > tickets     none
  | > outbox      none
  | > quarantine  0
  | > next        nothing is due
  | > trust       billing: agents act by their reply address alone (agents = "token")
  | > trust       support: nobody has tested whether forged verification results are believed: maildesk doctor trust

# A server that does as RFC 8601 says.
admin asks: doctor trust
  |   to operator: trust-probe "A test mail of Example support to itself: forged verification results"
  | > written support
  | ignored (own-loop): the desk's own test of forged verification results, which has come back
admin asks: trust
  | > support: forged verification results are deleted by its server
  | >     mx.example.org below 0 Received lines: your server's own

# One that leaves them: below its own Received line nobody believes them.
the receiving server leaves forged results
admin asks: doctor trust
  |   to operator: trust-probe "A test mail of Example support to itself: forged verification results"
  | > written support
  | ignored (own-loop): the desk's own test of forged verification results, which has come back
admin asks: trust
  | > support: forged verification results arrive, but where they are not believed
  | >     mx.example.org below 0 Received lines: your server's own
  | >     mx.example.org below 1 Received lines: forged by the test

# One that writes its lines below those of others: anybody could pose as anybody.
the receiving server leaves forged results at the top
admin asks: doctor trust
  |   to operator: trust-probe "A test mail of Example support to itself: forged verification results"
  | > written support
  | ignored (own-loop): the desk's own test of forged verification results, which has come back
admin asks: trust
  | > support: FORGED VERIFICATION RESULTS WOULD BE BELIEVED, so none are: let the server delete those under its own name, lower trusted_hops, or use auth.mode = "verify"
  | >     mx.example.org below 0 Received lines: forged by the test
  | >     mx.example.org below 0 Received lines: your server's own

# From now on nobody's results are believed: Bob is asked, though the server vouches for him.
ann writes to support: "Cannot log in"
    It says "wrong password".
  | opened #1
  |   flag Unverified; team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
bob replies to the new-ticket about #1:
    Dear Ann, please try again.
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
admin asks: explain #1
  | > 14 2026-03-02T08:00:00Z ann@customer.example
  | >     ann@customer.example became known
  | >     opened #1 for ann@customer.example
  | >     message 1 by ann@customer.example [Unverified]
  | >     team support
  | >     an answer is awaited
  | >     human message from support, delivered 4: opened, found by none, thread proof E0
  | >     sender: none (Authentication-Results of mx.example.org are not trusted here (auth.authserv_id).)
  | >     rule "urgent words" did not match: subject does not match /(?i)\b(urgent|outage)\b/
  | >     rule "lottery" did not match: subject does not contain "you have won"
  | >     rule "invoices" did not match: subject contains none of "invoice", "refund"
  | >     rule "printers" did not match: subject does not contain "printer"
  | >     rule "complaints" did not match: body does not contain "complaint"
  | >     rule "machines" did not match: kind is human, not one of list, notification
  | >     first-response promised until 2026-03-02T12:00:00Z
  | >     due 2026-03-02T12:00:00Z first-response.0
  | >     letter o4 new-ticket to alice
  | >     letter o5 new-ticket to bob
  | >     letter o6 received to ann@customer.example
  | > 15 2026-03-02T08:00:00Z desk
  | >     3 letters are being sent
  | > 16 2026-03-02T08:00:00Z desk
  | >     letter o4 sent: 250 2.0.0 Ok
  | > 17 2026-03-02T08:00:00Z desk
  | >     letter o5 sent: 250 2.0.0 Ok
  | > 18 2026-03-02T08:00:00Z desk
  | >     letter o6 sent: 250 2.0.0 Ok
  | > 19 2026-03-02T08:00:00Z bob
  | >     refused a mail from the staff: the receiving server did not vouch for the sender
  | >     bob was asked whether it is his mail (k1, until 2026-03-02T12:00:00Z)
  | >     human message from support, delivered 5: held (the receiving server did not vouch for the sender), found by token, thread proof E1
  | >     sender: none (Authentication-Results of mx.example.org are not trusted here (auth.authserv_id).)
  | >     letter o7 confirm to bob
  | > 20 2026-03-02T08:00:00Z desk
  | >     1 letters are being sent
  | > 21 2026-03-02T08:00:00Z desk
  | >     letter o7 sent: 250 2.0.0 Ok
  | > first-response (the usual promise): 4h promised, 0s used, 4h left, due 2026-03-02T12:00:00Z
  | >     2026-03-02T08:00:00Z to 2026-03-02T08:00:00Z new: 0s of working time

# Asking again opens no gap, and a letter that is late leaves everything as it is.
mail to support@example.org is deferred: "451 4.3.0 try later"
admin asks: doctor trust
  |   to operator: trust-probe "A test mail of Example support to itself: forged verification results"
  | > written support
  | trust-probe to operator is not taken now, again mon 2 mar 09:01:01: 451 4.3.0 try later
bob replies to the new-ticket about #1:
    #take
  | held, about #1 by token: the receiving server did not vouch for the sender
  |   to bob: confirm "[#1] Is this yours? Cannot log in"
mail to support@example.org is taken

# The server is set up well: the next letter ends it.
the receiving server deletes forged results
admin asks: doctor trust
  |   to operator: trust-probe "A test mail of Example support to itself: forged verification results"
  | > written support
  | ignored (own-loop): the desk's own test of forged verification results, which has come back
bob replies to the new-ticket about #1:
    Dear Ann, please try again.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; assigned to bob; no first-response (a public answer)
  |   to ann: reply "Re: Cannot log in [#1]"

# Another mailbox of which nothing is believed has nothing to test.
admin changes desk.toml:
    - auth = { mode = "trusted-ar", authserv_id = ["mx.example.org"], trusted_hops = 0 }
    + auth = { mode = "none" }
    + agents = "token"
admin asks: doctor trust
  | > no such mailbox believes Authentication-Results (auth.mode = "trusted-ar" or "both"): there is nothing to test
