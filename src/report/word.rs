//! The words of reports in the languages that the desk speaks.

use crate::base::Span;
use crate::domain::{By, ReportKind};

/// A language of reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, and whatever is none of ours.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// The language of a tag such as `de`, `de-AT` or `DE_ch`.
    pub fn of(tag: &str) -> Self {
        match tag.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
            "de" => Self::German,
            _ => Self::English,
        }
    }

    /// One of two texts.
    pub(super) const fn pick<'a>(self, english: &'a str, german: &'a str) -> &'a str {
        match self {
            Self::English => english,
            Self::German => german,
        }
    }

    /// What a report is called.
    pub const fn kind(self, kind: ReportKind) -> &'static str {
        match kind {
            ReportKind::Personal => self.pick("Personal report", "Persönlicher Bericht"),
            ReportKind::Agents => self.pick("Agents side by side", "Mitarbeiter im Vergleich"),
            ReportKind::Team => self.pick("Teams side by side", "Teams im Vergleich"),
            ReportKind::Category => self.pick("Categories side by side", "Kategorien im Vergleich"),
            ReportKind::Department => self.pick("Departments side by side", "Abteilungen im Vergleich"),
            ReportKind::Trend => self.pick("Trend", "Verlauf"),
            ReportKind::Sla => self.pick("Promises kept", "Eingehaltene Zusagen"),
            ReportKind::Routing => self.pick("Routing", "Verteilung durch Regeln"),
            ReportKind::Automation => self.pick("What the desk did by itself", "Was der Desk von selbst tat"),
            ReportKind::Satisfaction => self.pick("Satisfaction", "Zufriedenheit"),
            ReportKind::Workload => self.pick("Workload", "Auslastung"),
            ReportKind::Training => self.pick("Training", "Ausbildung"),
            ReportKind::Organisation => self.pick("Customer organisations", "Organisationen der Kunden"),
        }
    }

    /// What a table is cut by, as the head of its first column.
    pub(super) const fn by(self, by: By) -> &'static str {
        match self {
            Self::English => by.as_str(),
            Self::German => match by {
                By::Total => "gesamt",
                By::Agent => "Mitarbeiter",
                By::Team => "Team",
                By::Department => "Abteilung",
                By::Category => "Kategorie",
                By::Mailbox => "Postfach",
                By::Priority => "Priorität",
                By::Organisation => "Organisation",
                By::Tag => "Schlagwort",
                By::Rule => "Regel",
                By::Criterion => "Kriterium",
                By::Hour => "Stunde",
                By::Day => "Tag",
                By::Week => "Woche",
                By::Month => "Monat",
                By::Weekday => "Wochentag",
                By::WeekHour => "Stunde der Woche",
            },
        }
    }

    /// A group in the reader's words: one that stands for none, or a day of the week.
    pub(super) fn group(self, by: By, name: &str) -> String {
        if self == Self::English {
            return name.to_owned();
        }
        match (by, name) {
            (_, "(none)") => "(ohne)".to_owned(),
            (_, "(no rule)") => "(keine Regel)".to_owned(),
            (_, "(unknown)") => "(unbekannt)".to_owned(),
            (By::Weekday | By::WeekHour, name) => {
                let (day, hour) = name.split_once(' ').unwrap_or((name, ""));
                let place = WEEKDAYS.iter().position(|known| *known == day).unwrap_or(WEEKDAYS.len());
                format!("{} {hour}", self.weekday(place)).trim_end().to_owned()
            }
            (_, name) => name.to_owned(),
        }
    }

    /// A day of the week, from Monday.
    pub(super) fn weekday(self, place: usize) -> &'static str {
        let days = match self {
            Self::English => &WEEKDAYS,
            Self::German => &GERMAN_WEEKDAYS,
        };
        days.get(place).copied().unwrap_or_default()
    }
}

/// The days of the week as groups are named for them.
pub(super) const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const GERMAN_WEEKDAYS: [&str; 7] = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];

/// `4m`, `3h 20m`, `17h`, `3d 2h`: two units at most.
pub(super) fn span_words(span: Span) -> String {
    let minutes = span.as_minutes();
    match (minutes / 1440, minutes / 60 % 24, minutes % 60) {
        (0, 0, minutes) => format!("{minutes}m"),
        (0, hours, 0) => format!("{hours}h"),
        (0, hours, minutes) => format!("{hours}h {minutes}m"),
        (days, 0, _) => format!("{days}d"),
        (days, hours, _) => format!("{days}d {hours}h"),
    }
}

/// Hundredths of a percent in words.
pub(super) fn share_words(share: u64, language: Language) -> String {
    let comma = language.pick(".", ",");
    format!("{}{comma}{} %", share / 100, share % 100 / 10)
}

/// Hundredths in words, with one digit behind the point.
pub(super) fn mean_words(mean: u64, language: Language) -> String {
    let (comma, tenths) = (language.pick(".", ","), mean.saturating_add(5) / 10);
    format!("{}{comma}{}", tenths / 10, tenths % 10)
}
