# Who leads a team finds what its people have to learn, and what of theirs ends soon, in the first mail of the morning of a week.

admin changes service.toml:
    - team = false
    + team = true
admin changes staff.toml:
    - name = "nancy"
    + name = "nancy"
    + mentor = "alice"
    + step = "modules"
    - name = "dieter"
    + name = "dieter"
    + certifications = [{ name = "law", until = 2026-03-20 }]
    - [[team]]
    - name = "support"
    + [[module]]
    + name = "tone"
    +
    + [[team]]
    + name = "support"

monday 09:00
  | mon 2 mar 09:00
  |   to lena: team-digest "Your team's tickets today"
  |   dieter CertificationWarned { certification: "law", until: 2026-03-20T23:00:00Z }
  |   to dieter: training "Einarbeitung: Dieter Dorn"
lena reads the team-digest
  | Subject: Your team's tickets today
  |
  | Good morning, Lena Lead. This is where your team may need you today.
  | Dieter Dorn: the certification “law” ends on Sat 21 Mar 2026, 00:00. Without it, tickets that ask for it are given to others.
  | Nancy Noon has these modules before them: tone.
tuesday 12:00
  | mon 2 mar 15:00
  |   nancy is reminded of what to learn
  |   to nancy: training "Training: Nancy Noon"
  |   to alice: training "Training: Nancy Noon"
wednesday 09:00
admin asks: done nancy tone
  |   nancy has done tone
  | > nancy has done tone
monday 12:00
  | mon 9 mar 09:00
  |   to lena: team-digest "Your team's tickets today"
lena reads the team-digest
  | Subject: Your team's tickets today
  |
  | Good morning, Lena Lead. This is where your team may need you today.
  | Dieter Dorn: the certification “law” ends on Sat 21 Mar 2026, 00:00. Without it, tickets that ask for it are given to others.
