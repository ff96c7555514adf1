# A member of the staff may ask something too, and is a customer there.

monday 09:00
alice writes to billing: "My expenses"
    Where do I send them?
  | opened #1
  |   flag Unverified; team billing; assigned to carol; first-response mon 2 mar 13:00
  |   no received to alice: it claims to be from the staff and is not verified
  |   to carol: assigned "[#1] Yours: My expenses"
carol replies:
    To me.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; no first-response (a public answer)
  |   to alice: reply "Re: My expenses [#1]"
alice replies:
    Thank you, here they are.
  | appended to #1 by token
  |   pending -> open; next-response mon 2 mar 17:00
  |   to carol: customer-reply "[#1] My expenses"
carol reads
  | Subject: [#1] My expenses
  |
  | === #1 === Write above this line ===
  |
  | Alice Arden wrote, Mon 2 Mar 2026, 09:00.
  |
  | Your reply goes to Alice Arden, and the ticket then waits for the customer. Start with #note to keep it internal.
  |
  | Thank you, here they are.
  |
  | ------------------------------------------------------------
  | Ticket #1: My expenses
  | Status: open. Priority: normal. Team: billing.
  | Assigned to you.
  | From Alice Arden <alice@example.org>, opened Mon 2 Mar 2026, 09:00.
  | Next answer due: Mon 2 Mar 2026, 17:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Carol Cole, Mon 2 Mar 2026, 09:00:
  | > To me.
  |
  | Alice Arden, Mon 2 Mar 2026, 09:00:
  | ! Nothing proves who sent this. Do not act on it without asking back.
  | > Where do I send them?
carol replies:
    #resolve
    Got them.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning sat 7 mar 09:00; pending -> resolved; close thu 5 mar 09:00;
  |   carol: #resolve; no next-response (a public answer)
  |   to alice: reply "Re: My expenses [#1]"
  |   to carol: receipt "[#1] Done: My expenses"
alice replies:
    #close
  | appended to #1 by token
  |   resolved -> closed; alice: #close
  |   to carol: customer-reply "[#1] My expenses"
show #1
  | #1 "My expenses": closed, normal; team billing; carol has it; from alice; with alice
  |   mon 2 mar 09:00 alice wrote: Where do I send them?
  |   mon 2 mar 09:00 carol answered: To me.
  |   mon 2 mar 09:00 alice wrote: Thank you, here they are.
  |   mon 2 mar 09:00 carol answered: Got them.
  |   mon 2 mar 09:00 alice wrote: #close

# It is her own question, so orders about it are not hers to give.
alice replies:
    #assign max
  | appended to #1 by token
  |   reopened; closed -> open; next-response mon 2 mar 17:00
  |   to carol: customer-reply "[#1] My expenses"
show #1
  | #1 "My expenses": open, normal; team billing; carol has it; from alice; with alice
  |   next-response mon 2 mar 17:00
  |   mon 2 mar 09:00 alice wrote: Where do I send them?
  |   mon 2 mar 09:00 carol answered: To me.
  |   mon 2 mar 09:00 alice wrote: Thank you, here they are.
  |   mon 2 mar 09:00 carol answered: Got them.
  |   mon 2 mar 09:00 alice wrote: #close
  |   mon 2 mar 09:00 alice wrote: #assign max
