# Conversations that belong together, or do not: link, merge, split, move.

ann is Ann Archer <ann@customer.example>
ben is Ben Burns <ben@customer.example>

monday 09:00
ann writes to billing: "Invoice 17"
    The sum is wrong.
  | opened #1
  |   rule "invoices"; team billing; category invoice; tags +money; assigned to carol; first-response mon 2 mar 13:00
  |   to carol: assigned "[#1] Yours: Invoice 17"
  |   to ann: received "[#1] We have received your message"
+1h
ben writes to billing: "Invoice 17 again"
    Ann has written to you already. The date is wrong too.
  | opened #2
  |   rule "invoices"; team billing; category invoice; tags +money; assigned to dieter; first-response mon 2 mar 14:00
  |   to dieter: assigned "[#2] Ihr Ticket: Invoice 17 again"
  |   to ben: received "[#2] We have received your message"

# An agent may not.
dieter replies about #2:
    #merge 1
  | held, about #2 by token: the profile lacks a permission
  |   to dieter: refused "[#2] Nicht ausgeführt: Invoice 17 again"
dieter reads the refused
  | Subject: [#2] Nicht ausgeführt: Invoice 17 again
  |
  | === #2 === Bitte über dieser Zeile schreiben ===
  |
  | Von Ihrer Mail wurde nichts ausgeführt und nichts gesendet.
  | Für #merge brauchen Sie die Berechtigung „merge“, die Ihr Profil nicht hat. Bitten Sie Ihre Teamleitung darum.
  |
  | Für einen neuen Versuch antworten Sie auf diese Mail.
  | Ihre Antwort geht an Ben Burns, und das Ticket wartet dann auf den Kunden. Beginnen Sie mit #note, damit sie intern bleibt.
  |
  | Damit nichts verloren geht, steht hier, was Sie geschrieben haben:
  |
  | > #merge 1
  |
  | ------------------------------------------------------------
  | Ticket #2: Invoice 17 again
  | Status: neu. Priorität: normal. Team: billing. Kategorie: invoice.
  | Ihnen zugewiesen.
  | Von Ben Burns <ben@customer.example>, eröffnet Mo., 2.3.2026, 10:00 Uhr.
  | Nächste Antwort fällig: Mo., 2.3.2026, 14:00 Uhr.
  | Tags: money
  | Befehle, je einer pro Zeile, ganz oben: #note, #take, #assign NAME, #priority high, #tag NAME, #remind Freitag 14:00, #resolve, #close, #open

# Of what does not exist nothing is said but that.
lena writes to support: "Hello"
    I am the lead.
  | opened #3
  |   flag Unverified; team support; first-response mon 2 mar 14:00
  |   no received to lena: it claims to be from the staff and is not verified
  |   to alice: new-ticket "[#3] New: Hello"
  |   to bob: new-ticket "[#3] New: Hello"
carol replies about #1:
    #contributor add lena
    #link 99
  | held, about #1 by token: no such ticket
  |   to carol: refused "[#1] Not done: Invoice 17"
carol reads the refused
  | Subject: [#1] Not done: Invoice 17
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | There is no ticket #99 that is open to you.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #contributor add lena
  | > #link 99
  |
  | ------------------------------------------------------------
  | Ticket #1: Invoice 17
  | Status: new. Priority: normal. Team: billing. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Tags: money
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
carol replies about #1:
    #link 1
  | held, about #1 by token: it cannot be done so
  |   to carol: refused "[#1] Not done: Invoice 17"
carol replies about #1:
    #contributor add lena
    #link 2
  | commands for #1 by token
  |   lena contributes; carol: #contributor add lena; #1 linked to #2; carol: #link 2
  |   to lena: staff-activity "[#1] Invoice 17"
  |   to carol: receipt "[#1] Done: Invoice 17"
lena reads
  | Subject: [#1] Invoice 17
  |
  | === #1 === Write above this line ===
  |
  | Carol Cole asks you to work on this ticket too. It stays with whoever has it.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Invoice 17
  | Status: new. Priority: normal. Team: billing. Category: invoice.
  | Assigned to Carol Cole.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 13:00.
  | Linked to #2.
  | Tags: money
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > The sum is wrong.

# Ben's question goes on in Ann's ticket.
dieter replies about #2:
    #assign carol
  | commands for #2 by token
  |   assigned to carol; dieter: #assign carol
  |   to carol: assigned "[#2] Yours: Invoice 17 again"
  |   to dieter: receipt "[#2] Erledigt: Invoice 17 again"
carol replies about #2:
    #merge 1
  | commands for #2 by token
  |   entry 1 of #2 to #1; ben takes part; new -> merged; #2 goes on in #1; carol: #merge 1;
  |   no first-response (the ticket is merged)
  |   to carol: receipt "[#2] Done: Invoice 17 again"
carol reads
  | Subject: [#2] Done: Invoice 17 again
  |
  | === #2 === Write above this line ===
  |
  | Done:
  | * The conversation goes on in #1: its messages are there, and whoever took part here gets the answers there.
  |
  | Your reply goes to Ben Burns, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #2: Invoice 17 again
  | Status: merged. Priority: normal. Team: billing. Category: invoice.
  | Assigned to you.
  | From Ben Burns <ben@customer.example>, opened Mon 2 Mar 2026, 10:00.
  | Linked to #1.
  | Tags: money
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
show #1
  | #1 "Invoice 17": new, normal; team billing; category invoice; carol has it; from ann; with ann, ben; helped by lena; tags money; linked to #2
  |   first-response mon 2 mar 13:00
  |   mon 2 mar 09:00 ann wrote: The sum is wrong.
  |   mon 2 mar 10:00 ben wrote: Ann has written to you already. The date is wrong too.
show #2
  | #2 "Invoice 17 again": merged, normal; team billing; category invoice; carol has it; from ben; with ben; tags money; linked to #1
  |   mon 2 mar 10:00 ben wrote (now in #1): Ann has written to you already. The date is wrong too.

# Whatever he answers to lands there, and so do the answers.
+1h
ben replies about #2:
    Any news?
  | appended to #1 by token
  |   to carol: customer-reply "[#1] Invoice 17"
  |   to lena: customer-reply "[#1] Invoice 17"
carol replies about #1:
    Dear both, it is corrected.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 11:00; no first-response (a public answer)
  |   to ann: reply "Re: Invoice 17 [#1]"
  |   to ben: reply "Re: Invoice 17 [#1]"
  |   to lena: staff-activity "[#1] Invoice 17"
ben reads
  | Subject: Re: Invoice 17 [#1]
  |
  | Dear both, it is corrected.
  |
  | --
  | Carol Cole
  | Example support, request #1. Just reply to this mail.
show #1
  | #1 "Invoice 17": pending, normal; team billing; category invoice; carol has it; from ann; with ann, ben; helped by lena; tags money; linked to #2
  |   closing-warning sat 7 mar 11:00
  |   mon 2 mar 09:00 ann wrote: The sum is wrong.
  |   mon 2 mar 10:00 ben wrote: Ann has written to you already. The date is wrong too.
  |   mon 2 mar 11:00 ben wrote: Any news?
  |   mon 2 mar 11:00 carol answered: Dear both, it is corrected.

# Taken back: what was his is his again, what came since stays.
carol replies about #1:
    #undo
  | commands for #1 by token
  |   entry 1 of #2 is back; entry 2 of #1 to #2; #2 goes on itself; ben takes part no more; merged -> open;
  |   first-response mon 2 mar 14:00; taken back; carol: #undo; first-response mon 2 mar 15:00
  |   to carol: receipt "[#1] Done: Invoice 17"
carol reads
  | Subject: [#1] Done: Invoice 17
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * Taken back: #merge 1. Mails that were sent meanwhile stay sent.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Invoice 17
  | Status: pending. Priority: normal. Team: billing. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Linked to #2.
  | Tags: money
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Carol Cole, Mon 2 Mar 2026, 11:00:
  | > Dear both, it is corrected.
  |
  | Ben Burns <ben@customer.example>, Mon 2 Mar 2026, 11:00:
  | > Any news?
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > The sum is wrong.
show #1
  | #1 "Invoice 17": pending, normal; team billing; category invoice; carol has it; from ann; with ann; helped by lena; tags money; linked to #2
  |   closing-warning sat 7 mar 11:00
  |   mon 2 mar 09:00 ann wrote: The sum is wrong.
  |   mon 2 mar 10:00 ben wrote (now in #2): Ann has written to you already. The date is wrong too.
  |   mon 2 mar 11:00 ben wrote: Any news?
  |   mon 2 mar 11:00 carol answered: Dear both, it is corrected.
show #2
  | #2 "Invoice 17 again": open, normal; team billing; category invoice; carol has it; from ben; with ben; tags money; linked to #1
  |   first-response mon 2 mar 15:00
  |   mon 2 mar 10:00 ben wrote: Ann has written to you already. The date is wrong too.

# A second question in the same ticket becomes one of its own, from that message on.
tuesday 09:00
  | mon 2 mar 14:00
  | first-response of #3 is due
  |   first-response is broken; first-response step 2 mon 2 mar 16:00
  |   to alice: reminder "[#3] Waiting for 4 hours: Hello"
  |   to bob: reminder "[#3] Waiting for 4 hours: Hello"
  | mon 2 mar 15:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 mon 2 mar 17:00
  |   to carol: reminder "[#2] Waiting for 5 hours: Invoice 17 again"
  | mon 2 mar 16:00
  | first-response step 2 of #3 is due
  |   first-response step 3 tue 3 mar 12:00
  |   to lena: escalation "[#3] No answer for 6 hours: Hello"
  | mon 2 mar 17:00
  | first-response step 2 of #2 is due
  |   lena is told tue 3 mar 09:00; first-response step 3 tue 3 mar 13:00
  | tue 3 mar 09:00
  |   to lena: escalation "[#2] No answer for 23 hours: Invoice 17 again"
  |   to operator: operator "Example support needs a look"
ann replies about #1:
    By the way, how do I change my address?
  | appended to #1 by token
  |   pending -> open; next-response tue 3 mar 17:00
  |   to carol: customer-reply "[#1] Invoice 17"
  |   to lena: customer-reply "[#1] Invoice 17"
carol replies about #1:
    #split
  | commands for #1 by token
  |   team billing; category invoice; assigned to carol; lena contributes; entry 5 of #1 to #4; #1 linked to #4;
  |   carol: #split; first-response tue 3 mar 13:00
  |   to carol: assigned "[#4] Yours: Invoice 17"
  |   to carol: receipt "[#1] Done: Invoice 17"
carol reads
  | Subject: [#1] Done: Invoice 17
  |
  | === #1 === Write above this line ===
  |
  | Done:
  | * That message and everything after it is now #4.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #1: Invoice 17
  | Status: open. Priority: normal. Team: billing. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Tue 3 Mar 2026, 17:00.
  | Linked to #2, #4.
  | Tags: money
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Carol Cole, Mon 2 Mar 2026, 11:00:
  | > Dear both, it is corrected.
  |
  | Ben Burns <ben@customer.example>, Mon 2 Mar 2026, 11:00:
  | > Any news?
  |
  | Ann Archer <ann@customer.example>, Mon 2 Mar 2026, 09:00:
  | > The sum is wrong.
show #1
  | #1 "Invoice 17": open, normal; team billing; category invoice; carol has it; from ann; with ann; helped by lena; tags money; linked to #2, #4
  |   next-response tue 3 mar 17:00
  |   mon 2 mar 09:00 ann wrote: The sum is wrong.
  |   mon 2 mar 10:00 ben wrote (now in #2): Ann has written to you already. The date is wrong too.
  |   mon 2 mar 11:00 ben wrote: Any news?
  |   mon 2 mar 11:00 carol answered: Dear both, it is corrected.
  |   tue 3 mar 09:00 ann wrote (now in #4): By the way, how do I change my address?
# She gets a mail about it, and answers there.
carol replies about #4:
    Write the new one to us, we change it.
  | appended to #4 by token
  |   answer; new -> pending; closing-warning sun 8 mar 09:00; no first-response (a public answer)
  |   to ann: reply "Re: Invoice 17 [#4]"
  |   to lena: staff-activity "[#4] Invoice 17"

# What was split off has gone on since: that is not taken back any more.
carol replies about #1:
    #undo
  | held, about #1 by token: it cannot be taken back
  |   to carol: refused "[#1] Not done: Invoice 17"
carol reads
  | Subject: [#1] Not done: Invoice 17
  |
  | === #1 === Write above this line ===
  |
  | Nothing of your mail was carried out, and nothing was sent.
  | It cannot be taken back: something has changed since (status). Set it as you want it.
  |
  | To try again, reply to this mail.
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | So that it is not lost, this is what you wrote:
  |
  | > #undo
  |
  | ------------------------------------------------------------
  | Ticket #1: Invoice 17
  | Status: open. Priority: normal. Team: billing. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Tue 3 Mar 2026, 17:00.
  | Linked to #2, #4.
  | Tags: money
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open

# One message belongs elsewhere.
ann replies to the reply:
    Thank you for the correction.
  | appended to #4 by token
  |   pending -> open; next-response tue 3 mar 17:00
  |   to carol: customer-reply "[#4] Invoice 17"
  |   to lena: customer-reply "[#4] Invoice 17"
carol replies to the customer-reply:
    #move 2
  | commands for #4 by token
  |   entry 3 of #4 to #2; #4 linked to #2; carol: #move 2
  |   to carol: customer-reply "[#2] Invoice 17 again"
  |   to carol: receipt "[#4] Done: Invoice 17"
carol reads
  | Subject: [#4] Done: Invoice 17
  |
  | === #4 === Write above this line ===
  |
  | Done:
  | * The message is in #2 now. Who wrote it takes no part there; #cc add changes that.
  |
  | Your reply goes to Ann Archer, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | ------------------------------------------------------------
  | Ticket #4: Invoice 17
  | Status: open. Priority: normal. Team: billing. Category: invoice.
  | Assigned to you.
  | From Ann Archer <ann@customer.example>, opened Tue 3 Mar 2026, 09:00.
  | Next answer due: Tue 3 Mar 2026, 17:00.
  | Linked to #1, #2.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Carol Cole, Tue 3 Mar 2026, 09:00:
  | > Write the new one to us, we change it.
  |
  | Ann Archer <ann@customer.example>, Tue 3 Mar 2026, 09:00:
  | > By the way, how do I change my address?
show #1
  | #1 "Invoice 17": open, normal; team billing; category invoice; carol has it; from ann; with ann; helped by lena; tags money; linked to #2, #4
  |   next-response tue 3 mar 17:00
  |   mon 2 mar 09:00 ann wrote: The sum is wrong.
  |   mon 2 mar 10:00 ben wrote (now in #2): Ann has written to you already. The date is wrong too.
  |   mon 2 mar 11:00 ben wrote: Any news?
  |   mon 2 mar 11:00 carol answered: Dear both, it is corrected.
  |   tue 3 mar 09:00 ann wrote (now in #4): By the way, how do I change my address?
show #2
  | #2 "Invoice 17 again": open, normal; team billing; category invoice; carol has it; from ben; with ben; tags money; linked to #1, #4
  |   first-response mon 2 mar 15:00 (broken)
  |   mon 2 mar 10:00 ben wrote: Ann has written to you already. The date is wrong too.
  |   tue 3 mar 09:00 ann wrote: Thank you for the correction.

# The message comes back.
carol replies about #4:
    #undo
  | commands for #4 by token
  |   entry 3 of #4 is back; entry 2 of #2 to #4; #4 linked to #2 no more; taken back; carol: #undo
  |   to carol: receipt "[#4] Done: Invoice 17"
show #4
  | #4 "Invoice 17": open, normal; team billing; category invoice; carol has it; from ann; with ann; helped by lena; linked to #1
  |   next-response tue 3 mar 17:00
  |   tue 3 mar 09:00 ann wrote: By the way, how do I change my address?
  |   tue 3 mar 09:00 carol answered: Write the new one to us, we change it.
  |   tue 3 mar 09:00 ann wrote: Thank you for the correction.
