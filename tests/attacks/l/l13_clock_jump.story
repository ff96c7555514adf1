# The clock jumps a month ahead while tickets wait.
# Outcome: at most one reminder a ticket, and no storm.

the clock jumps 30 days
  | wed 1 apr 10:00
  | first-response of #1 is due
  |   first-response is broken; first-response step 2 wed 1 apr 12:00
  | first-response of #2 is due
  |   first-response is broken; first-response step 2 wed 1 apr 12:00
  |   to alice: due-list "2 tickets are due"
  |   to bob: due-list "2 tickets are due"

show #1
  | #1 "Printer on fire": new, normal; team help; nobody has it; from cust; with cust
  |   first-response mon 2 mar 13:00 (broken)
  |   mon 2 mar 09:00 cust wrote: It burns.

+2h
  | wed 1 apr 12:00
  | first-response step 2 of #1 is due
  |   first-response step 3 wed 1 apr 16:00
  | first-response step 2 of #2 is due
  |   first-response step 3 wed 1 apr 16:00
  |   to alice: due-list "2 tickets are due"
