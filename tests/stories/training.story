# What there is to learn stands in staff.toml; who learns and who trains are reminded once a week.

admin changes staff.toml:
    - name = "nancy"
    + name = "nancy"
    + mentor = "alice"
    + stage = "basic"
    - [[team]]
    - name = "support"
    + [[module]]
    + name = "tone"
    + file = "tone.md"
    +
    + [[module]]
    + name = "refunds"
    + url = "https://example.org/refunds"
    + needs = ["tone"]
    +
    + [[team]]
    + name = "support"

monday 09:00
admin asks: step nancy modules
  |   nancy step modules
  |   to nancy: training "Training: Nancy Noon"
  |   to alice: training "Training: Nancy Noon"
  | > nancy has come to the step modules
monday 15:00
  | mon 2 mar 15:00
  |   nancy is reminded of what to learn
  |   to nancy: training "Training: Nancy Noon"
  |   to alice: training "Training: Nancy Noon"
nancy reads
  | Subject: Training: Nancy Noon
  |
  | * To learn: tone. Read: kb/tone.md
  |
  | This mail is from Example support. What is done is written down by whoever trains, with #train NAME done MODULE by mail, or “maildesk training done”.
alice reads
  | Subject: Training: Nancy Noon
  |
  | * Nancy Noon has these modules before them: tone.
  |
  | This mail is from Example support. What is done is written down by whoever trains, with #train NAME done MODULE by mail, or “maildesk training done”.
nothing happens until friday 12:00
admin asks: done nancy tone
  |   nancy has done tone
  | > nancy has done tone
admin asks: done nancy cooking
  | > there is no module "cooking"; there are tone, refunds
admin asks: training nancy
  | > Nancy Noon (nancy)
  | > stage       basic
  | > step        modules
  | > mentor      alice
  | >   modules      since 2026-03-02T08:00:00Z (the operator)
  | > module      tone: done 2026-03-06T11:00:00Z (the operator)
  | > module      refunds: to learn: https://example.org/refunds
admin asks: staff nancy
  | > nancy  Nancy Noon <nancy@example.org>
  | >   stands          belongs to the staff
  | >   profile         agent
  | >   may             see note reply edit close assign-self assign-others contributors participants transcript macros remind escalate view-contacts edit-contacts analytics-own
  | >   role            agents → leads → managers
  | >   teams           billing
  | >   at work         yes
  | >   open tickets    0 of 20
  | >   training        basic
  | >   mentor          alice
  | >   step            modules
  | >   modules         since 2026-03-02T08:00:00Z (the operator)
  | >   module          tone: done 2026-03-06T11:00:00Z (the operator)
  | >   module          refunds: to learn: https://example.org/refunds
  | >   reads           en
  | >   time zone       America/New_York
  | >   is told of      assigned customer-reply digest escalation follow-up new-ticket reminder staff-activity team-digest
  | >   sees            own tickets and those he or she helps with; those of team billing
  | >   is seen by      lena (leads stands above agents); max (managers stands above agents)
monday 15:30
  | mon 9 mar 15:00
  |   nancy is reminded of what to learn
  |   to nancy: training "Training: Nancy Noon"
  |   to alice: training "Training: Nancy Noon"
nancy reads
  | Subject: Training: Nancy Noon
  |
  | * To learn: refunds. Read: https://example.org/refunds
  |
  | This mail is from Example support. What is done is written down by whoever trains, with #train NAME done MODULE by mail, or “maildesk training done”.
admin asks: done nancy refunds
  |   nancy has done refunds
  | > nancy has done refunds
admin asks: step nancy independent
  |   nancy step independent
  |   to nancy: training "Training: Nancy Noon"
  |   to alice: training "Training: Nancy Noon"
  | > nancy has come to the step independent
# Who learns what; the others stand in no row.
admin asks: report training
  | > Report training, from 2026-02-09 15:30 until 2026-03-09 15:30 (Europe/Berlin). Times are working time of the desk; --json and --csv have both.
  | >
  | > agent  stage         step  done  due  overdue  approved  edited  rejected
  | > nancy  basic  independent     2    -        -         0       0         0
  | > all        -            -     2    -        -         0       0         0
  | >
  | > stage: The stage of training, as staff.toml says now: basic, advanced or specialised.
  | > step: The step of the onboarding now; nothing: it is over or there was none.
  | > done: Modules of the training that are recorded as done, whenever that was.
  | > due: Modules of the stage that are not done and can be begun now.
  | > overdue: Certifications that have run out and were not renewed.
  | > approved: Answers under supervision that were sent to the customer as they were, within the time. Practice is left out.
  | > edited: Answers under supervision that were sent with the words of who approved them.
  | > rejected: Answers under supervision that went back to their writers.
