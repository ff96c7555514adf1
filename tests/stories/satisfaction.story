# Customers are asked whether they were satisfied, a day after. An answer is a number; who was not satisfied is heard of at once.

ann is Ann Archer <ann@customer.example>
dan is Dan Dorn <dan@customer.example>, writing German

admin changes service.toml:
    + [satisfaction]
    + after = "1d"
    + low = 2
    + low_reopens = true

monday 09:00
ann writes to support: "Cannot log in"
    Please help.
  | opened #1
  |   team support; first-response mon 2 mar 13:00
  |   to alice: new-ticket "[#1] New: Cannot log in"
  |   to bob: new-ticket "[#1] New: Cannot log in"
  |   to ann: received "[#1] We have received your message"
bob replies:
    #resolve
    It was locked. Now it works.
  | appended to #1 by token
  |   answer; new -> pending; closing-warning sat 7 mar 09:00; pending -> resolved; close thu 5 mar 09:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer); survey tue 3 mar 09:00
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
wednesday 09:00
  | tue 3 mar 09:00
  | survey of #1 is due
  |   to ann: survey "[#1] Were you satisfied?"
ann reads
  | Subject: [#1] Were you satisfied?
  |
  | Hello,
  |
  | your request “Cannot log in” is finished. Were you satisfied with our help?
  |
  | Please reply with a number from 1 (not at all) to 5 (very), and a few words below it if you like.
  |
  | Is something still open? Then write that instead, and we go on with your request. If you reply with the word “stop”, we do not ask you such questions again.
  |
  | --
  | Example support, request #1

# A number and some words: they stand in the ticket, and nobody has to answer them.
ann replies:
    4/5
    Quick, but I had to ask twice.
  | appended to #1 by token
  |   rated 4 of 5
show #1
  | #1 "Cannot log in": resolved, normal; team support; bob has it; from ann; with ann
  |   close thu 5 mar 09:00
  |   mon 2 mar 09:00 ann wrote: Please help.
  |   mon 2 mar 09:00 bob answered: It was locked. Now it works.
  |   wed 4 mar 09:00 ann wrote: Quick, but I had to ask twice.

# It counts once. Another number changes nothing; words that come later are a message like any other.
ann replies to the survey:
    1
  | appended to #1 by token
ann takes "5"
  | appended to #1 by token
ann replies to the survey:
    1
    It is locked again!
  | appended to #1 by own-id
  |   reopened; resolved -> open; next-response wed 4 mar 17:00
  |   to bob: customer-reply "[#1] Cannot log in"

# Within thirty days she is not asked again.
bob replies about #1:
    #resolve
    It is open for good now.
  | appended to #1 by token
  |   answer; open -> pending; closing-warning mon 9 mar 09:00; pending -> resolved; close sat 7 mar 09:00;
  |   bob: #resolve; no next-response (a public answer); survey thu 5 mar 09:00
  |   to ann: reply "Re: Cannot log in [#1]"
  |   to bob: receipt "[#1] Done: Cannot log in"
friday 09:00
  | thu 5 mar 09:00
  | survey of #1 is due

# Links prepare mails, which people send themselves: no program that follows links says anything. Of a low rating the manager hears.
dan writes to support: "Anmeldung"
    Ich kann mich nicht anmelden, bitte helfen Sie mir weiter.
  | opened #2
  |   team support; first-response fri 6 mar 13:00
  |   to alice: new-ticket "[#2] New: Anmeldung"
  |   to bob: new-ticket "[#2] New: Anmeldung"
  |   to dan: received "[#2] Wir haben Ihre Nachricht erhalten"
bob replies:
    #resolve
    Doch.
  | appended to #2 by token
  |   answer; new -> pending; closing-warning wed 11 mar 09:00; pending -> resolved; close mon 9 mar 09:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer); survey sat 7 mar 09:00
  |   to dan: reply "Re: Anmeldung [#2]"
  |   to bob: receipt "[#2] Done: Anmeldung"
saturday 12:00
  | sat 7 mar 09:00
  | close of #1 is due
  |   resolved -> closed
  | survey of #2 is due
  |   to dan: survey "[#2] Waren Sie zufrieden?"
dan reads
  | Subject: [#2] Waren Sie zufrieden?
  |
  | Guten Tag,
  |
  | Ihre Anfrage „Anmeldung“ ist abgeschlossen. Waren Sie mit unserer Hilfe zufrieden?
  |
  | Bitte antworten Sie mit einer Zahl von 1 (gar nicht) bis 5 (sehr), gern mit ein paar Worten darunter.
  |
  | Ist noch etwas offen? Dann schreiben Sie stattdessen das, und wir kümmern uns weiter um Ihre Anfrage. Wenn Sie mit dem Wort „Stopp“ antworten, fragen wir Sie nicht mehr.
  |
  | --
  | Example support, Anfrage #2
dan takes "1"
  | appended to #2 by token
  |   rated 1 of 5
  |   to lena: low-rating "[#2] Not satisfied: Anmeldung"
lena reads
  | Subject: [#2] Not satisfied: Anmeldung
  |
  | === #2 === Write above this line ===
  |
  | Dan Dorn was not satisfied with how this ticket was handled by Bob Brook.
  | Rated 1 of 5, 5 being the best. The ticket stays as it is; #open at the very top of your reply opens it again.
  |
  | Your reply is an internal note for Bob Brook; Dan Dorn does not see it. Orders go at the very top, one a line: #open, #assign NAME, #take, #priority high
  |
  | ------------------------------------------------------------
  | Ticket #2: Anmeldung
  | Status: resolved. Priority: normal. Team: support.
  | Assigned to Bob Brook.
  | From Dan Dorn <dan@customer.example>, opened Fri 6 Mar 2026, 09:00.
  | Commands, one a line, at the very top: #note, #take, #assign NAME, #priority high, #tag NAME, #remind friday 14:00, #resolve, #close, #open
  |
  | ------------------------------------------------------------
  | Earlier, newest first
  |
  | Bob Brook, Fri 6 Mar 2026, 09:00:
  | > Doch.
  |
  | Dan Dorn <dan@customer.example>, Fri 6 Mar 2026, 09:00:
  | > Ich kann mich nicht anmelden, bitte helfen Sie mir weiter.

# Whose survey it is not, has no say: what he sends is mail from a stranger.
eve is Eve Evil <eve@elsewhere.example>
eve replies to dan's last mail:
    5
  | opened #3
  |   flag RefersElsewhere; #3 linked to #2; team support; first-response mon 9 mar 13:00
  |   to alice: new-ticket "[#3] New: Waren Sie zufrieden?"
  |   to bob: new-ticket "[#3] New: Waren Sie zufrieden?"
  |   to bob: stranger "[#2] A stranger wrote: Anmeldung"
  |   to eve: received "[#3] We have received your message"

# Who was not satisfied and says why, opens the ticket again.
monday 09:00
  | mon 9 mar 09:00
  | close of #2 is due
  |   resolved -> closed
kim is Kim Kepler <kim@third.example>
kim writes to support: "No sound"
    My phone is mute.
  | opened #4
  |   team support; first-response mon 9 mar 13:00
  |   to alice: new-ticket "[#4] New: No sound"
  |   to bob: new-ticket "[#4] New: No sound"
  |   to kim: received "[#4] We have received your message"
bob replies:
    #resolve
    Turn it on.
  | appended to #4 by token
  |   answer; new -> pending; closing-warning sat 14 mar 09:00; pending -> resolved; close thu 12 mar 09:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer); survey tue 10 mar 09:00
  |   to kim: reply "Re: No sound [#4]"
  |   to bob: receipt "[#4] Done: No sound"
wednesday 09:00
  | mon 9 mar 13:00
  | first-response of #3 is due
  |   first-response is broken; first-response step 2 mon 9 mar 15:00
  |   to alice: reminder "[#3] Waiting for 2 days 1 hour: Waren Sie zufrieden?"
  |   to bob: reminder "[#3] Waiting for 2 days 1 hour: Waren Sie zufrieden?"
  | mon 9 mar 15:00
  | first-response step 2 of #3 is due
  |   first-response step 3 tue 10 mar 11:00
  |   to lena: escalation "[#3] No answer for 2 days 3 hours: Waren Sie zufrieden?"
  | tue 10 mar 09:00
  | survey of #4 is due
  |   to kim: survey "[#4] Were you satisfied?"
  | tue 10 mar 11:00
  | first-response step 3 of #3 is due
  |   to max: escalation "[#3] No answer for 2 days 23 hours: Waren Sie zufrieden?"
kim replies to the survey:
    1 star
    I did turn it on!
  | appended to #4 by token
  |   rated 1 of 5; resolved -> open; reopened; next-response wed 11 mar 17:00
  |   to lena: low-rating "[#4] Not satisfied: No sound"

# And who does not want to be asked, is not.
bob replies about #4:
    #resolve
    Sorry. A new phone is on its way.
  | appended to #4 by token
  |   answer; open -> pending; closing-warning mon 16 mar 09:00; pending -> resolved; close sat 14 mar 09:00;
  |   bob: #resolve; no next-response (a public answer); survey thu 12 mar 09:00
  |   to kim: reply "Re: No sound [#4]"
  |   to bob: receipt "[#4] Done: No sound"
lea is Lea Lang <lea@fourth.example>
lea writes to support: "Question"
    When do you open?
  | opened #5
  |   team support; first-response wed 11 mar 13:00
  |   to alice: new-ticket "[#5] New: Question"
  |   to bob: new-ticket "[#5] New: Question"
  |   to lea: received "[#5] We have received your message"
bob replies:
    #resolve
    At nine.
  | appended to #5 by token
  |   answer; new -> pending; closing-warning mon 16 mar 09:00; pending -> resolved; close sat 14 mar 09:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer); survey thu 12 mar 09:00
  |   to lea: reply "Re: Question [#5]"
  |   to bob: receipt "[#5] Done: Question"
friday 09:00
  | thu 12 mar 09:00
  | survey of #4 is due
  | survey of #5 is due
  |   to lea: survey "[#5] Were you satisfied?"
lea takes "Do not ask me such questions again"
  | appended to #5 by token
  |   lea is asked no more
lea writes to support: "Another question"
    And when do you close?
  | opened #6
  |   team support; first-response fri 13 mar 13:00
  |   to alice: new-ticket "[#6] New: Another question"
  |   to bob: new-ticket "[#6] New: Another question"
  |   to lea: received "[#6] We have received your message"
bob replies:
    #resolve
    At five.
  | appended to #6 by token
  |   answer; new -> pending; closing-warning wed 18 mar 09:00; pending -> resolved; close mon 16 mar 09:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer); survey sat 14 mar 09:00
  |   to lea: reply "Re: Another question [#6]"
  |   to bob: receipt "[#6] Done: Another question"
monday 12:00
  | sat 14 mar 09:00
  | close of #4 is due
  |   resolved -> closed
  | close of #5 is due
  |   resolved -> closed
  | survey of #6 is due
  | mon 16 mar 09:00
  | close of #6 is due
  |   resolved -> closed

# Neither is spam asked about, nor what nobody answered.
zoe is Zoe Zorn <zoe@fifth.example>
zoe writes to support: "Buy"
    Cheap pills
  | opened #7
  |   team support; first-response mon 16 mar 16:00
  |   to alice: new-ticket "[#7] New: Buy"
  |   to bob: new-ticket "[#7] New: Buy"
  |   to zoe: received "[#7] We have received your message"
bob replies about #7:
    #spam
  | commands for #7 by token
  |   new -> spam; bob: #spam; no first-response (the ticket is spam)
  |   to bob: receipt "[#7] Done: Buy"
zoe writes to support: "Never mind"
    It works now.
  | opened #8
  |   team support; first-response mon 16 mar 16:00
  |   to alice: new-ticket "[#8] New: Never mind"
  |   to bob: new-ticket "[#8] New: Never mind"
  |   to zoe: received "[#8] We have received your message"
bob replies about #8:
    #close
  | commands for #8 by token
  |   new -> closed; bob: #close; no first-response (the ticket is closed)
  |   to bob: receipt "[#8] Done: Never mind"
friday 12:00
admin asks: report satisfaction
  | > Report satisfaction, from 2026-02-20 12:00 until 2026-03-20 12:00 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | > agent  asked  rated  answer rate  rating  1 or 2  4 or 5
  | > bob        4      3       75.0 %     2.0  66.6 %  33.3 %
  | > all        4      3       75.0 %     2.0  66.6 %  33.3 %
  | >
  | > asked: Customers who were asked whether they were satisfied, for who had resolved the ticket: the member of the staff whose mail did it, else its assignee.
  | > rated: Customers who answered with a rating from 1 to 5, counted at the time of the answer, for who had resolved the ticket when they were asked.
  | > answer rate: Questions of the time that were answered before its end, of all that were asked in it; counted when they were asked.
  | > rating: The mean of the ratings that customers gave, from 1 (not satisfied) to 5 (very satisfied), counted at the time of the answer, for who had resolved the ticket.
  | > 1 or 2: Ratings of 1 or 2, of all ratings.
  | > 4 or 5: Ratings of 4 or 5, of all ratings.
admin asks: report satisfaction by week
  | > Report satisfaction, from 2026-02-20 12:00 until 2026-03-20 12:00 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | > week      asked  rated  answer rate  rating   1 or 2  4 or 5
  | > 2026-W08      0      0            -       -        -       -
  | > 2026-W09      0      0            -       -        -       -
  | > 2026-W10      2      2      100.0 %     2.5   50.0 %  50.0 %
  | > 2026-W11      2      1       50.0 %     1.0  100.0 %   0.0 %
  | > 2026-W12      0      0            -       -        -       -
  | > all           4      3       75.0 %     2.0   66.6 %  33.3 %
  | >
  | > asked: Customers who were asked whether they were satisfied, for who had resolved the ticket: the member of the staff whose mail did it, else its assignee.
  | > rated: Customers who answered with a rating from 1 to 5, counted at the time of the answer, for who had resolved the ticket when they were asked.
  | > answer rate: Questions of the time that were answered before its end, of all that were asked in it; counted when they were asked.
  | > rating: The mean of the ratings that customers gave, from 1 (not satisfied) to 5 (very satisfied), counted at the time of the answer, for who had resolved the ticket.
  | > 1 or 2: Ratings of 1 or 2, of all ratings.
  | > 4 or 5: Ratings of 4 or 5, of all ratings.
admin asks: report satisfaction of bob by category
  | > Report satisfaction, from 2026-02-20 12:00 until 2026-03-20 12:00 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | > category  asked  rated  answer rate  rating  1 or 2  4 or 5
  | > (none)        4      3       75.0 %     2.0  66.6 %  33.3 %
  | > all           4      3       75.0 %     2.0  66.6 %  33.3 %
  | >
  | > asked: Customers who were asked whether they were satisfied, for who had resolved the ticket: the member of the staff whose mail did it, else its assignee.
  | > rated: Customers who answered with a rating from 1 to 5, counted at the time of the answer, for who had resolved the ticket when they were asked.
  | > answer rate: Questions of the time that were answered before its end, of all that were asked in it; counted when they were asked.
  | > rating: The mean of the ratings that customers gave, from 1 (not satisfied) to 5 (very satisfied), counted at the time of the answer, for who had resolved the ticket.
  | > 1 or 2: Ratings of 1 or 2, of all ratings.
  | > 4 or 5: Ratings of 4 or 5, of all ratings.

# Two addresses of one person: whoever of the two was asked lately, neither is asked again.
kim is Kim Kern <kim@sixth.example>
kimmy is Kim K. <kimmy@home.example>
kim writes to support: "Password"
    Please help.
  | opened #9
  |   team support; first-response fri 20 mar 16:00
  |   to alice: new-ticket "[#9] New: Password"
  |   to bob: new-ticket "[#9] New: Password"
  |   to kim: received "[#9] We have received your message"
bob replies:
    #resolve
    Done.
  | appended to #9 by token
  |   answer; new -> pending; closing-warning wed 25 mar 12:00; pending -> resolved; close mon 23 mar 12:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer); survey sat 21 mar 12:00
  |   to kim: reply "Re: Password [#9]"
  |   to bob: receipt "[#9] Done: Password"
saturday 12:00
  | sat 21 mar 12:00
  | survey of #9 is due
  |   to kim: survey "[#9] Were you satisfied?"
kimmy writes to support: "Password at home"
    Please help here, too.
  | opened #10
  |   team support; first-response mon 23 mar 13:00
  |   to alice: new-ticket "[#10] New: Password at home"
  |   to bob: new-ticket "[#10] New: Password at home"
  |   to kimmy: received "[#10] We have received your message"
admin asks: contact kim@sixth.example merge kimmy@home.example
  |   c16 becomes part of c17
  | > merged c16 <kim@sixth.example> into kimmy@home.example
bob replies about #10:
    #resolve
    Done.
  | appended to #10 by token
  |   answer; new -> pending; closing-warning thu 26 mar 12:00; pending -> resolved; close tue 24 mar 12:00;
  |   bob: #resolve; assigned to bob; no first-response (a public answer); survey sun 22 mar 12:00
  |   to kimmy: reply "Re: Password at home [#10]"
  |   to bob: receipt "[#10] Done: Password at home"
monday 12:00
  | sun 22 mar 12:00
  | survey of #10 is due
  | mon 23 mar 12:00
  | close of #9 is due
  |   resolved -> closed
