//! The desk that lives through the year: fifty people in four teams around the world, written down once.
//!
//! The same table makes the configuration that the desk loads and the answers that the auditors ask for: who is at work at a
//! moment, and whether it is quiet for him. The auditors' answers are counted minute by minute here, and never asked of the desk.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use maildesk::base::Timestamp;
use maildesk::config;
use maildesk::desk::DeskSettings;

use super::chance::Chance;

pub(super) const OPERATOR: &str = "operator@desk.example";
const DOMAIN: &str = "desk.example";
/// Agents of each team; a lead and a manager each come on top of them, and two directors.
const AGENTS: usize = 10;

/// Hours of a working day in minutes.
type Hours = &'static [(u16, u16)];

/// When somebody works.
#[derive(Debug)]
pub(super) struct Calendar {
    name: &'static str,
    zone: &'static str,
    weekdays: Hours,
    weekend: Hours,
    /// As the configuration writes them, and the days on which they fall in this year.
    holidays: &'static [(&'static str, (i8, i8))],
}

const BERLIN: Calendar = Calendar {
    name: "berlin",
    zone: "Europe/Berlin",
    weekdays: &[(540, 720), (780, 1020)],
    weekend: &[],
    holidays: &[
        ("01-01", (1, 1)),
        ("easter-2", (4, 3)),
        ("easter+1", (4, 6)),
        ("05-01", (5, 1)),
        ("easter+39", (5, 14)),
        ("easter+50", (5, 25)),
        ("10-03", (10, 3)),
        ("12-25", (12, 25)),
        ("12-26", (12, 26)),
    ],
};
const NEW_YORK: Calendar = Calendar {
    name: "new york",
    zone: "America/New_York",
    weekdays: &[(540, 1020)],
    weekend: &[],
    holidays: &[
        ("01-01", (1, 1)),
        ("last monday of may", (5, 25)),
        ("07-04", (7, 4)),
        ("1st monday of september", (9, 7)),
        ("4th thursday of november", (11, 26)),
        ("12-25", (12, 25)),
    ],
};
const TOKYO: Calendar = Calendar {
    name: "tokyo",
    zone: "Asia/Tokyo",
    weekdays: &[(600, 1080)],
    weekend: &[],
    holidays: &[
        ("01-01", (1, 1)),
        ("2026-01-02", (1, 2)),
        ("05-03", (5, 3)),
        ("05-04", (5, 4)),
        ("05-05", (5, 5)),
        ("11-03", (11, 3)),
    ],
};
const EARLY: Calendar =
    Calendar { name: "early", zone: "Europe/Berlin", weekdays: &[(360, 840)], weekend: &[(360, 840)], holidays: &[] };
const LATE: Calendar =
    Calendar { name: "late", zone: "Europe/Berlin", weekdays: &[(840, 1320)], weekend: &[(840, 1320)], holidays: &[] };
const NIGHT: Calendar = Calendar {
    name: "night",
    zone: "Europe/Berlin",
    weekdays: &[(0, 360), (1320, 1440)],
    weekend: &[(0, 360), (1320, 1440)],
    holidays: &[],
};

/// Teams with their calendars, how they give tickets away, what becomes of those of who is away, and how ties go.
const TEAMS: [(&str, &Calendar, &str, &str); 4] = [
    ("berlin", &BERLIN, "round-robin", "hold"),
    ("new-york", &NEW_YORK, "least-loaded", "reassign"),
    ("tokyo", &TOKYO, "round-robin", "team"),
    ("shifts", &EARLY, "least-loaded", "reassign"),
];

/// What somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    Agent,
    Lead,
    Manager,
    Director,
}

impl Rank {
    const fn role(self) -> &'static str {
        match self {
            Self::Agent => "agents",
            Self::Lead => "leads",
            Self::Manager => "managers",
            Self::Director => "directors",
        }
    }

    const fn profile(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Lead => "senior-agent",
            Self::Manager | Self::Director => "supervisor",
        }
    }
}

/// One of the staff.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) team: usize,
    pub(super) rank: Rank,
    calendar: &'static Calendar,
    zone: TimeZone,
    /// Minutes of the day between which he is left alone.
    quiet: Option<(u16, u16)>,
    /// Absences that are planned: first and last day.
    away: Vec<(Date, Date)>,
    substitute: Option<String>,
    reads_mornings: bool,
}

impl Person {
    pub(super) fn address(&self) -> String {
        format!("{}@staff.example", self.name)
    }

    /// Does he work at this moment, whether he is away or not?
    pub(super) fn works(&self, at: Timestamp) -> bool {
        let here = jiff::Timestamp::from_millisecond(at.as_millis()).expect("a time").to_zoned(self.zone.clone());
        let date = here.date();
        if self.calendar.holidays.iter().any(|(_, day)| *day == (date.month(), date.day())) {
            return false;
        }
        let hours = match date.weekday() {
            Weekday::Saturday | Weekday::Sunday => self.calendar.weekend,
            _ => self.calendar.weekdays,
        };
        let minute = minute_of(&here);
        hours.iter().any(|(from, until)| *from <= minute && minute < *until)
    }

    /// Is he to be left alone at this moment?
    pub(super) fn is_quiet(&self, at: Timestamp) -> bool {
        let here = jiff::Timestamp::from_millisecond(at.as_millis()).expect("a time").to_zoned(self.zone.clone());
        let minute = minute_of(&here);
        self.quiet.is_some_and(
            |(from, until)| {
                if from < until { from <= minute && minute < until } else { minute >= from || minute < until }
            },
        )
    }

    /// Is he on one of his planned absences?
    pub(super) fn is_on_leave(&self, at: Timestamp) -> bool {
        let here = jiff::Timestamp::from_millisecond(at.as_millis()).expect("a time").to_zoned(self.zone.clone()).date();
        self.away.iter().any(|(first, last)| *first <= here && here <= *last)
    }
}

fn minute_of(here: &jiff::Zoned) -> u16 {
    u16::try_from(i32::from(here.hour()) * 60 + i32::from(here.minute())).expect("a minute of a day")
}

/// Everybody.
#[derive(Debug)]
pub(super) struct House {
    pub(super) people: Vec<Person>,
}

impl House {
    pub(super) fn new(seed: u64) -> Self {
        let mut people = Vec::new();
        for (team, (name, calendar, ..)) in TEAMS.iter().enumerate() {
            for number in 0..AGENTS {
                let calendar = match (*name, number % 5) {
                    ("shifts", 0 | 1) => &EARLY,
                    ("shifts", 2 | 3) => &LATE,
                    ("shifts", _) => &NIGHT,
                    _ => *calendar,
                };
                people.push(person(seed, format!("{name}.{number}"), (team, calendar), Rank::Agent));
            }
            people.push(person(seed, format!("{name}.lead"), (team, calendar), Rank::Lead));
            people.push(person(seed, format!("{name}.manager"), (team, calendar), Rank::Manager));
        }
        people.push(person(seed, "director.one".to_owned(), (0, &BERLIN), Rank::Director));
        people.push(person(seed, "director.two".to_owned(), (1, &NEW_YORK), Rank::Director));
        // Every other agent has a colleague who stands in for him.
        for place in 0..people.len() {
            if people[place].rank == Rank::Agent && place % 2 == 0 {
                let other = people[(place + 1) % people.len()].name.clone();
                people[place].substitute = Some(other);
            }
        }
        Self { people }
    }

    /// Who reads mail at an address.
    pub(super) fn at(&self, address: &str) -> Option<usize> {
        self.people.iter().position(|person| person.address() == address)
    }

    pub(super) fn mailbox(team: usize) -> (&'static str, String) {
        let name = TEAMS[team % TEAMS.len()].0;
        (name, format!("{name}@{DOMAIN}"))
    }

    /// Writes the configuration and reads it as the daemon does.
    pub(super) fn write(&self, directory: &Path) {
        config::init(directory, [7; 64]).expect("the directory is empty");
        let put = |file: &str, text: String| fs::write(directory.join(file), text).expect("written");
        put("desk.toml", desk());
        put("routing.toml", "# No rules.\n".to_owned());
        put("service.toml", service());
        put("staff.toml", self.staff());
    }

    fn staff(&self) -> String {
        let mut text = String::new();
        for person in &self.people {
            let teams = match person.rank {
                Rank::Director => String::new(),
                _ => format!("{:?}", TEAMS[person.team].0),
            };
            let mut notify = vec!["new-ticket", "assigned", "customer-reply", "follow-up", "reminder", "escalation"];
            if person.reads_mornings {
                notify.extend(["digest", "team-digest"]);
            }
            let Person { name, calendar, rank, .. } = person;
            write!(
                text,
                "[[staff]]\nname = {name:?}\naddress = {:?}\nprofile = {:?}\nrole = {:?}\nteams = [{teams}]\n\
                 time_zone = {:?}\ncalendar = {:?}\nnotify = {notify:?}\n",
                person.address(),
                rank.profile(),
                rank.role(),
                calendar.zone,
                calendar.name,
            )
            .expect("text");
            if let Some((from, until)) = person.quiet {
                writeln!(text, "quiet_hours = \"{}-{}\"", clock(from), clock(until)).expect("text");
            }
            if let Some(other) = &person.substitute {
                writeln!(text, "substitute = {other:?}").expect("text");
            }
            let away: Vec<String> =
                person.away.iter().map(|(first, last)| format!("{{ from = {first}, until = {last} }}")).collect();
            writeln!(text, "away = [{}]\n", away.join(", ")).expect("text");
        }
        for (name, _, assign, when_away) in TEAMS {
            let calendar = if name == "shifts" { "round the clock".to_owned() } else { name.replace('-', " ") };
            write!(
                text,
                "[[team]]\nname = {name:?}\nlead = \"{name}.lead\"\nassign = {assign:?}\nwhen_away = {when_away:?}\n\
                 calendar = {calendar:?}\n\n"
            )
            .expect("text");
        }
        for (role, above) in [("agents", "leads"), ("leads", "managers"), ("managers", "directors")] {
            write!(text, "[[role]]\nname = {role:?}\nreports_to = {above:?}\n\n").expect("text");
        }
        text + "[[role]]\nname = \"directors\"\n"
    }
}

fn person(seed: u64, name: String, (team, calendar): (usize, &'static Calendar), rank: Rank) -> Person {
    let mut chance = Chance::about(seed, &["person", &name]);
    // Two holidays a year, and shorter ones between them.
    let mut away = Vec::new();
    let mut day = i64::try_from(10 + chance.below(80)).expect("small");
    while day < 330 {
        let first = Date::constant(2026, 1, 1).saturating_add(jiff::Span::new().days(day));
        let length = chance.pick(&[1_i64, 3, 7, 14, 14, 21]);
        away.push((first, first.saturating_add(jiff::Span::new().days(length - 1))));
        day += length + 40 + i64::try_from(chance.below(90)).expect("small");
    }
    let quiet = match chance.below(4) {
        // Whose quiet hours left no working hour over would be told at work all the same.
        _ if calendar.name == "night" => None,
        0 => Some((20 * 60, 9 * 60 + 30)),
        1 => Some((12 * 60, 13 * 60 + 15)),
        2 => Some((16 * 60, 7 * 60)),
        _ => None,
    };
    let reads_mornings = rank != Rank::Agent || chance.hits(150);
    let zone = TimeZone::get(calendar.zone).expect("the zone is known");
    Person { name, team, rank, calendar, zone, quiet, away, substitute: None, reads_mornings }
}

fn desk() -> String {
    let mut text = format!(
        "[desk]\nname = \"A year\"\ndomain = {DOMAIN:?}\noperator = {OPERATOR:?}\ntime_zone = \"Europe/Berlin\"\n\n\
         [outgoing]\nkind = \"maildir\"\npath = \"mail/out\"\n\n\
         # Acknowledgements are another test's matter.\n[threading]\nack_unverified = false\n\n"
    );
    for team in 0..TEAMS.len() {
        let (name, address) = House::mailbox(team);
        write!(
            text,
            "[[mailbox]]\nname = {name:?}\naddress = {address:?}\nteam = {name:?}\nkind = \"maildir\"\npath = \"mail/{name}\"\n\
             auth = {{ mode = \"none\" }}\nagents = \"token\"\n\n"
        )
        .expect("text");
    }
    text
}

fn service() -> String {
    let mut text = "[hours]\n".to_owned();
    text += &hours(&BERLIN);
    for calendar in [&BERLIN, &NEW_YORK, &TOKYO, &EARLY, &LATE, &NIGHT] {
        write!(text, "\n[[calendar]]\nname = {:?}\ntime_zone = {:?}\n", calendar.name, calendar.zone).expect("text");
        text += &hours(calendar);
    }
    text + r#"
[[calendar]]
name = "round the clock"
always = true

[[sla]]
name = "gold"
when = { domain = "gold.example" }
first = "2h"
next = "4h"
resolution = "3d"
calendar = "round the clock"
pause = ["pending"]
ladder = [
  { before = "30m", tell = "assignee" },
  { after = "0m", tell = "team" },
  { after = "1h", tell = "lead", repeat = 2 },
  { after = "2h", tell = "manager" },
]

[[sla]]
name = "silver"
when = { domain = "silver.example" }
first = "4h"
update = "2d"

[[ladder]]
before = "30m"
tell = "assignee"

[[ladder]]
after = "0m"
tell = "assignee"

[[ladder]]
after = "2h"
tell = "lead"

[[ladder]]
after = "4h"
tell = "manager"

[[ladder]]
after = "8h"
tell = "upper-manager"

[closing]
warning_after = "5d"
reminder_after = "2d"
auto_close_after = "2d"
close_after = "3d"
reopen_within = "14d"
"#
}

fn hours(calendar: &Calendar) -> String {
    let mut text = String::new();
    let list = |hours: Hours| {
        let hours: Vec<String> = hours.iter().map(|(from, until)| format!("\"{}-{}\"", clock(*from), clock(*until))).collect();
        hours.join(", ")
    };
    for day in ["monday", "tuesday", "wednesday", "thursday", "friday"] {
        writeln!(text, "{day} = [{}]", list(calendar.weekdays)).expect("text");
    }
    if !calendar.weekend.is_empty() {
        writeln!(text, "saturday = [{0}]\nsunday = [{0}]", list(calendar.weekend)).expect("text");
    }
    let holidays: Vec<&str> = calendar.holidays.iter().map(|(written, _)| *written).collect();
    writeln!(text, "holidays = {holidays:?}").expect("text");
    text
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The settings, and the store's secret.
pub(super) fn settings(directory: &Path) -> (DeskSettings, [u8; 32]) {
    let loaded = config::load(directory, &|_| None);
    let loaded = loaded.map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    let settings = loaded.expect("the configuration of the year is good").settings;
    let secret = settings.store_secret;
    (DeskSettings::new(settings.policy, settings.templates, settings.keys, settings.fingerprint), secret)
}
