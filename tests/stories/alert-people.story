# What judges one person's work goes to the nearest above him who may see his figures, and to nobody else; so does who has too much.

ann is Ann Archer <ann@customer.example>
dora is Dora Dunn <dora@other.example>

admin changes service.toml:
    + 
    + [satisfaction]
    + after = "1h"
    + not_again = "1m"
    + 
    + [[alert]]
    + kind = "workload"
    + threshold = 100
    + at_least = 2
    + 
    + [[alert]]
    + kind = "complaints"
    + threshold = 2
    + 
    + [[alert]]
    + kind = "low-performance"
    + threshold = 70
    + at_least = 3
admin changes staff.toml:
    - address = "alice@example.org"
    + address = "alice@example.org"
    + capacity = 2
    - address = "bob@example.org"
    + address = "bob@example.org"
    + away = [{ from = 2026-03-01, until = 2026-03-20 }]
monday 09:00
  |   bob absence begins
ann writes to support: "Printers on fire"
    All our printers are smoking.
  | opened #1
  |   rule "printers"; team hardware; assigned to alice; first-response mon 2 mar 13:00
  |   to alice: assigned "[#1] Yours: Printers on fire"
  |   to ann: received "[#1] We have received your message"
dora writes to support: "Printers print nothing"
    White sheets.
  | opened #2
  |   rule "printers"; team hardware; assigned to alice; first-response mon 2 mar 13:00
  |   to alice: assigned "[#2] Yours: Printers print nothing"
  |   to dora: received "[#2] We have received your message"
# Lena's role stands above Alice's, but her profile shows her no figures of others: Max is told.
monday 09:20
  | mon 2 mar 09:15
  |   alert for max: alice, 100 of 100
  |   to max: alert "Alice Arden has 2 unfinished tickets"
max reads
  | Subject: Alice Arden has 2 unfinished tickets
  |
  | Alice Arden has 2 unfinished tickets
  |
  | That is 100 % of the capacity in staff.toml.
  | You are told from 100 % on.
  |
  | #1 Printers on fire
  |     Ann Archer <ann@customer.example>, assigned to Alice Arden; 15 minutes old
  |     Answer: support+r1ciaaaaabaaaaabyakbat7k62t7nouzpw73aa2jdu7kwfi@example.org
  | #2 Printers print nothing
  |     Dora Dunn <dora@other.example>, assigned to Alice Arden; 15 minutes old
  |     Answer: support+r1ciaaaaacaaaaabyakbaqtzulkinand2ouzcwpvrklcfgy@example.org
  |
  | What helps here, as an order to one of these tickets: #assign NAME, #team NAME.
  |
  | ------------------------------------------------------------
  | Write to the address below a ticket. Orders go at the very top, one a line; what you write below them goes to the customer, unless the first line is #note: then only colleagues see it. A reply to this mail itself would open a new ticket.
alice replies about #1:
    #resolve
    The roller is on its way.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:20; pending -> resolved; close thu 5 mar 09:20;
  |   alice: #resolve; no first-response (a public answer); survey mon 2 mar 10:20
  |   to ann: reply "Re: Printers on fire [#1]"
  |   to alice: receipt "[#1] Done: Printers on fire"
alice replies about #2:
    #resolve
    It is empty.
  | appended to #2 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:20; pending -> resolved; close thu 5 mar 09:20;
  |   alice: #resolve; no first-response (a public answer); survey mon 2 mar 10:20
  |   to dora: reply "Re: Printers print nothing [#2]"
  |   to alice: receipt "[#2] Done: Printers print nothing"
# The work is done, the customers are not content.
monday 11:00
  | mon 2 mar 09:30
  |   alert over for max: alice
  | mon 2 mar 10:20
  | survey of #1 is due
  |   to ann: survey "[#1] Were you satisfied?"
  | survey of #2 is due
  |   to dora: survey "[#2] Were you satisfied?"
ann takes "1"
  | appended to #1 by token
  |   rated 1 of 5
  |   to lena: low-rating "[#1] Not satisfied: Printers on fire"
dora takes "2"
  | appended to #2 by token
  |   rated 2 of 5
  |   to lena: low-rating "[#2] Not satisfied: Printers print nothing"
monday 11:20
  | mon 2 mar 11:15
  |   alert for max: alice, 2 of 2
  |   to max: alert "2 low ratings for Alice Arden"
max reads
  | Subject: 2 low ratings for Alice Arden
  |
  | 2 low ratings for Alice Arden
  |
  | Customers gave them within 28 days, of 2 ratings in all.
  | You are told from 2 on.
  |
  | #2 Printers print nothing
  |     Dora Dunn <dora@other.example>, assigned to Alice Arden; 2 hours old
  |     Answer: support+r1ciaaaaacaaaaabyakbaqtzulkinand2ouzcwpvrklcfgy@example.org
  | #1 Printers on fire
  |     Ann Archer <ann@customer.example>, assigned to Alice Arden; 2 hours old
  |     Answer: support+r1ciaaaaabaaaaabyakbat7k62t7nouzpw73aa2jdu7kwfi@example.org
  |
  | What helps here, as an order to one of these tickets: #note, #open, #assign NAME.
  |
  | ------------------------------------------------------------
  | Write to the address below a ticket. Orders go at the very top, one a line; what you write below them goes to the customer, unless the first line is #note: then only colleagues see it. A reply to this mail itself would open a new ticket.
# Promises that are broken by waiting: hers were kept twice, and broken three times.
ann writes to support: "Printers jam"
    All of them.
  | opened #3
  |   rule "printers"; team hardware; assigned to alice; first-response mon 2 mar 15:20
  |   to alice: assigned "[#3] Yours: Printers jam"
  |   to ann: received "[#3] We have received your message"
ann writes to support: "Printers jam again"
    Still.
  | opened #4
  |   rule "printers"; team hardware; assigned to alice; first-response mon 2 mar 15:20
  |   to alice: assigned "[#4] Yours: Printers jam again"
  |   to ann: received "[#4] We have received your message"
ann writes to support: "Printers jam once more"
    Still.
  | opened #5
  |   rule "printers"; team hardware; assigned to alice; first-response mon 2 mar 15:20
  |   no received to ann: the sender had enough of them within 24 hours
  |   to alice: assigned "[#5] Yours: Printers jam once more"
tuesday 17:00
  | mon 2 mar 15:20
  | first-response of #3 is due
  |   first-response is broken; first-response step 2 tue 3 mar 09:20
  | first-response of #4 is due
  |   first-response is broken; first-response step 2 tue 3 mar 09:20
  | first-response of #5 is due
  |   first-response is broken; first-response step 2 tue 3 mar 09:20
  |   to alice: due-list "3 tickets are due"
  | mon 2 mar 15:30
  |   alert for max: alice, 40 of 70
  |   to max: alert "Few promises kept: Alice Arden"
  | tue 3 mar 09:15
  |   alert for max: alice, 150 of 100
  |   to max: alert "Alice Arden has 3 unfinished tickets"
  | tue 3 mar 09:20
  | first-response step 2 of #3 is due
  |   first-response step 3 tue 3 mar 13:20
  | first-response step 2 of #4 is due
  |   first-response step 3 tue 3 mar 13:20
  | first-response step 2 of #5 is due
  |   first-response step 3 tue 3 mar 13:20
  |   to lena: due-list "3 tickets are due"
  | tue 3 mar 13:20
  | first-response step 3 of #3 is due
  | first-response step 3 of #4 is due
  | first-response step 3 of #5 is due
  |   to max: due-list "3 tickets are due"
max reads the alert
  | Subject: Alice Arden has 3 unfinished tickets
  |
  | Alice Arden has 3 unfinished tickets
  |
  | That is 150 % of the capacity in staff.toml.
  | You are told from 100 % on.
  |
  | #3 Printers jam
  |     Ann Archer <ann@customer.example>, assigned to Alice Arden; 21 hours old
  |     Answer: support+r1ciaaaaadaaaaabyakbbjzyrotshn5u4sbazobmbklucbk@example.org
  | #4 Printers jam again
  |     Ann Archer <ann@customer.example>, assigned to Alice Arden; 21 hours old
  |     Answer: support+r1ciaaaaaeaaaaabyakbblua32yswiy3ewz2k5jou6egmm6@example.org
  | #5 Printers jam once more
  |     Ann Archer <ann@customer.example>, assigned to Alice Arden; 21 hours old
  |     Answer: support+r1ciaaaaafaaaaabyakbbou3yukxnwmxlkawsacjkzjzhn4@example.org
  |
  | What helps here, as an order to one of these tickets: #assign NAME, #team NAME.
  |
  | ------------------------------------------------------------
  | Write to the address below a ticket. Orders go at the very top, one a line; what you write below them goes to the customer, unless the first line is #note: then only colleagues see it. A reply to this mail itself would open a new ticket.
