//! A few lines about an invitation (RFC 5545, RFC 5546): what, when in the desk's zone, where, and who.
//!
//! Times are given in the zone of the desk, where the calendar says which moment they mean: in UTC, or in a zone that has an
//! IANA name or one of Windows' names. Other times stand as they are, with what the calendar calls their zone.

use jiff::civil::{Date, DateTime};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Zoned};

use crate::base::one_line;

mod zone;

/// Characters of each value that are shown.
const VALUE_CHARS: usize = 300;
/// Lines of a calendar that are looked at.
const LINES: usize = 5000;
/// People that are named.
const PEOPLE: usize = 20;

/// A line of a calendar: name, parameters, value.
struct Line<'a> {
    name: String,
    parameters: &'a str,
    value: &'a str,
}

/// When something begins or ends.
enum Moment {
    /// A whole day.
    Day(Date),
    /// A moment, in the desk's zone.
    At(Zoned),
    /// A time on the clock of a place that is not known.
    Local(DateTime, Option<String>),
}

/// What, when, where and by whom, of the first event; nothing where there is none.
pub(super) fn summary(calendar: &str, zone: &TimeZone) -> Option<String> {
    // RFC 5545 §3.1: a line that begins with white space continues the one before.
    let unfolded = calendar.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let lines: Vec<Line<'_>> = unfolded.lines().take(LINES).filter_map(read_line).collect();
    let starts = |line: &Line<'_>| {
        line.name == "BEGIN" && ["VEVENT", "VTODO"].iter().any(|kind| line.value.trim().eq_ignore_ascii_case(kind))
    };
    let is_end = |line: &Line<'_>| line.name == "END" || line.name == "BEGIN";
    let first = lines.iter().position(starts)?;
    let inside = lines.get(first + 1..).unwrap_or_default();
    let event: Vec<&Line<'_>> = inside.iter().take_while(|line| !is_end(line)).collect();
    let of = |name: &str| event.iter().find(|line| line.name == name);
    let text = |name: &str| of(name).map(|line| plain(line.value)).filter(|text| !text.is_empty());
    let method = lines.iter().find(|line| line.name == "METHOD").map(|line| line.value.trim().to_ascii_uppercase());
    let people: Vec<&&Line<'_>> = event.iter().filter(|line| line.name == "ATTENDEE").take(PEOPLE + 1).collect();

    let mut out = Vec::new();
    let title = text("SUMMARY").unwrap_or_else(|| "(no title)".to_owned());
    let is_cancelled = text("STATUS").is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED"));
    out.push(format!("{}: {title}", kind_of(method.as_deref(), is_cancelled, &people)));
    let begins = of("DTSTART").and_then(|line| moment(line, zone));
    let ends = of("DTEND").or_else(|| of("DUE")).and_then(|line| moment(line, zone));
    let ends = ends.or_else(|| after(begins.as_ref()?, of("DURATION")?.value));
    if let Some(span) = begins.as_ref().map(|begins| span(begins, ends.as_ref())).or_else(|| Some(shown(ends.as_ref()?))) {
        out.push(format!("When: {span}"));
    }
    out.extend(of("RRULE").and_then(|line| repetition(line.value)).map(|rule| format!("Repeats: {rule}")));
    out.extend(text("LOCATION").map(|place| format!("Where: {place}")));
    out.extend(of("ORGANIZER").map(|line| format!("Organizer: {}", person(line))));
    if !people.is_empty() {
        let more = if people.len() > PEOPLE { " and others" } else { "" };
        let names: Vec<String> = people.iter().take(PEOPLE).map(|line| attendee(line)).collect();
        out.push(format!("Attendees: {}{more}", names.join(", ")));
    }
    let is_empty = of("SUMMARY").is_none() && begins.is_none() && ends.is_none();
    (!is_empty).then(|| out.join("\n"))
}

fn read_line(line: &str) -> Option<Line<'_>> {
    let head_end = line.find([':', ';'])?;
    let (head, rest) = line.split_at_checked(head_end)?;
    // A colon inside quotation marks ends no parameter.
    let mut quoted = false;
    let colon = rest.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == ':' && !quoted
    });
    let (parameters, value) = rest.split_at_checked(colon?.0)?;
    Some(Line { name: head.trim().to_ascii_uppercase(), parameters, value: value.get(1..).unwrap_or_default() })
}

impl Line<'_> {
    fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.split(';').find_map(|one| {
            let (key, value) = one.split_once('=')?;
            key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"'))
        })
    }
}

/// RFC 5545 §3.3.11: what is escaped in texts.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match (c, if c == '\\' { characters.next() } else { None }) {
            ('\\', Some('n' | 'N')) => out.push(' '),
            ('\\', Some(escaped)) => out.push(escaped),
            ('\\', None) => {}
            (c, _) => out.push(c),
        }
    }
    one_line(&out, VALUE_CHARS)
}

/// RFC 5546 §1.4: what the calendar wants.
fn kind_of(method: Option<&str>, is_cancelled: bool, people: &[&&Line<'_>]) -> &'static str {
    match method {
        Some("CANCEL") => "Cancelled",
        _ if is_cancelled => "Cancelled",
        Some("REQUEST") => "Invitation",
        Some("COUNTER") => "Another time proposed",
        Some("DECLINECOUNTER") => "Proposal declined",
        Some("REFRESH") => "Details asked for",
        Some("REPLY") => match people.first().and_then(|line| line.parameter("PARTSTAT")).map(str::to_ascii_uppercase).as_deref()
        {
            Some("ACCEPTED") => "Accepted",
            Some("DECLINED") => "Declined",
            Some("TENTATIVE") => "Accepted tentatively",
            Some("DELEGATED") => "Delegated",
            _ => "Answer to an invitation",
        },
        _ => "Event",
    }
}

fn person(line: &Line<'_>) -> String {
    let address = line.value.trim();
    let address = match address.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => address.get(7..).unwrap_or_default(),
        _ => address,
    };
    let address = one_line(address, VALUE_CHARS);
    match line.parameter("CN").map(|name| one_line(name, VALUE_CHARS)) {
        Some(name) if !name.is_empty() && !name.eq_ignore_ascii_case(&address) => format!("{name} <{address}>"),
        _ => address,
    }
}

fn attendee(line: &Line<'_>) -> String {
    let answer = match line.parameter("PARTSTAT").map(str::to_ascii_uppercase).as_deref() {
        Some("ACCEPTED") => " (accepted)",
        Some("DECLINED") => " (declined)",
        Some("TENTATIVE") => " (tentative)",
        _ => "",
    };
    format!("{}{answer}", person(line))
}

/// RFC 5545 §3.3.4 and §3.3.5.
fn moment(line: &Line<'_>, zone: &TimeZone) -> Option<Moment> {
    let text = line.value.trim();
    let digits = text.trim_end_matches(['Z', 'z']);
    let number = |from: usize, to: usize| digits.get(from..to)?.parse::<i16>().ok();
    let small = |from: usize| number(from, from + 2).and_then(|number| i8::try_from(number).ok());
    let date = Date::new(number(0, 4)?, small(4)?, small(6)?).ok()?;
    if digits.len() == 8 {
        return Some(Moment::Day(date));
    }
    let second = small(13).unwrap_or(0).min(59);
    let time = date.to_datetime(jiff::civil::Time::new(small(9)?, small(11)?, second, 0).ok()?);
    let here = |from: TimeZone| Some(Moment::At(time.to_zoned(from).ok()?.with_time_zone(zone.clone())));
    if text.ends_with(['Z', 'z']) {
        return here(TimeZone::UTC);
    }
    let Some(name) = line.parameter("TZID") else { return Some(Moment::Local(time, None)) };
    // Some programs put a path before the name.
    let iana = zone::iana(name).unwrap_or_else(|| name.trim_start_matches('/'));
    let tail = iana.rsplitn(3, '/').take(2).collect::<Vec<_>>();
    let tail = tail.iter().rev().copied().collect::<Vec<_>>().join("/");
    let database = TimeZoneDatabase::bundled();
    match database.get(iana).or_else(|_| database.get(&tail)) {
        Ok(known) => here(known),
        Err(_) => Some(Moment::Local(time, Some(one_line(name, 80)))),
    }
}

/// The end, where a duration gives it (RFC 5545 §3.3.6): `PT1H30M`, `P1D`.
fn after(begins: &Moment, duration: &str) -> Option<Moment> {
    let mut seconds = 0_i64;
    let mut number = 0_i64;
    for c in duration.trim().chars().take(40) {
        let unit = match c {
            '0'..='9' => {
                number = number.saturating_mul(10).saturating_add(i64::from(c.to_digit(10)?));
                continue;
            }
            'W' => 604_800,
            'D' => 86_400,
            'H' => 3600,
            'M' => 60,
            'S' => 1,
            'P' | 'T' | '+' => 0,
            _ => return None,
        };
        seconds = seconds.saturating_add(number.saturating_mul(unit));
        number = 0;
    }
    let span = SignedDuration::from_secs(seconds);
    Some(match begins {
        Moment::Day(day) => Moment::Day(day.checked_add(span).ok()?),
        Moment::At(time) => Moment::At(time.checked_add(span).ok()?),
        Moment::Local(time, zone) => Moment::Local(time.checked_add(span).ok()?, zone.clone()),
    })
}

fn span(begins: &Moment, ends: Option<&Moment>) -> String {
    match (begins, ends) {
        // RFC 5545 §3.6.1: the day on which it ends is the first on which it is over.
        (Moment::Day(first), Some(Moment::Day(last))) => match last.yesterday() {
            Ok(last) if last > *first => format!("{} to {}", day(*first), day(last)),
            _ => day(*first),
        },
        (Moment::At(first), Some(Moment::At(last))) if first.date() == last.date() => {
            format!("{} to {} ({})", clock(first.datetime()), last.strftime("%H:%M"), zone_name(first))
        }
        (Moment::Local(first, zone), Some(Moment::Local(last, _))) if first.date() == last.date() => {
            format!("{} to {}{}", clock(*first), last.strftime("%H:%M"), local_name(zone.as_deref()))
        }
        (Moment::At(first), Some(Moment::At(last))) => {
            format!("{} to {} ({})", clock(first.datetime()), clock(last.datetime()), zone_name(first))
        }
        (first, Some(last)) => format!("{} to {}", shown(first), shown(last)),
        (first, None) => shown(first),
    }
}

fn shown(moment: &Moment) -> String {
    match moment {
        Moment::Day(date) => day(*date),
        Moment::At(time) => format!("{} ({})", clock(time.datetime()), zone_name(time)),
        Moment::Local(time, zone) => format!("{}{}", clock(*time), local_name(zone.as_deref())),
    }
}

fn day(date: Date) -> String {
    date.strftime("%a %-d %b %Y").to_string()
}

fn clock(time: DateTime) -> String {
    time.strftime("%a %-d %b %Y, %H:%M").to_string()
}

fn zone_name(time: &Zoned) -> String {
    time.time_zone().iana_name().map_or_else(|| time.offset().to_string(), str::to_owned)
}

fn local_name(zone: Option<&str>) -> String {
    zone.map_or_else(|| " (local time)".to_owned(), |zone| format!(" ({zone})"))
}

/// How often, in a word (RFC 5545 §3.3.10).
fn repetition(rule: &str) -> Option<String> {
    let part =
        |name: &str| rule.split(';').find_map(|one| one.trim().split_once('=').filter(|(key, _)| key.eq_ignore_ascii_case(name)));
    let (often, unit) = match part("FREQ")?.1.trim().to_ascii_uppercase().as_str() {
        "DAILY" => ("daily", "days"),
        "WEEKLY" => ("weekly", "weeks"),
        "MONTHLY" => ("monthly", "months"),
        "YEARLY" => ("yearly", "years"),
        _ => return None,
    };
    let number = |name: &str| part(name).and_then(|(_, value)| value.trim().parse::<u16>().ok());
    let often = number("INTERVAL").filter(|n| *n > 1).map_or_else(|| often.to_owned(), |n| format!("every {n} {unit}"));
    let times = number("COUNT").map(|n| format!(", {n} in all")).unwrap_or_default();
    Some(format!("{often}{times}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn berlin() -> TimeZone {
        TimeZoneDatabase::bundled().get("Europe/Berlin").expect("a zone")
    }

    fn event(method: &str, lines: &str) -> String {
        let calendar = format!(
            "BEGIN:VCALENDAR\nMETHOD:{method}\nBEGIN:VTIMEZONE\nTZID:x\nEND:VTIMEZONE\nBEGIN:VEVENT\n{lines}\nBEGIN:VALARM\nSUMMARY:no\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR\n"
        );
        summary(&calendar, &berlin()).expect("a summary")
    }

    #[test]
    fn an_invitation_is_summed_up_in_the_desks_zone() {
        let said = event(
            "REQUEST",
            "SUMMARY:Lunch\\, with\r\n  Ann\r\nDTSTART:20260701T090000Z\r\nDTEND;TZID=America/New_York:20260701T060000\r\n\
             LOCATION:Room 1\\; left\r\nORGANIZER;CN=\"Ann: Lee\":mailto:ann@example.org\r\n\
             ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:bob@example.org\r\nATTENDEE;CN=Cid;RSVP=TRUE:mailto:cid@example.org\r\nRRULE:FREQ=WEEKLY;COUNT=3",
        );
        assert_eq!(
            said,
            "Invitation: Lunch, with Ann\nWhen: Wed 1 Jul 2026, 11:00 to 12:00 (Europe/Berlin)\nRepeats: weekly, 3 in all\n\
             Where: Room 1; left\nOrganizer: Ann: Lee <ann@example.org>\nAttendees: bob@example.org (accepted), Cid <cid@example.org>"
        );
    }

    #[test]
    fn days_durations_and_places_that_are_not_known() {
        let when = |lines: &str| {
            event("PUBLISH", lines).lines().find_map(|line| line.strip_prefix("When: ").map(str::to_owned)).unwrap_or_default()
        };
        for (lines, expected) in [
            ("DTSTART;VALUE=DATE:20260301\nDTEND;VALUE=DATE:20260302", "Sun 1 Mar 2026"),
            ("DTSTART;VALUE=DATE:20260301\nDTEND;VALUE=DATE:20260304", "Sun 1 Mar 2026 to Tue 3 Mar 2026"),
            (
                "DTSTART;TZID=\"W. Europe Standard Time\":20260301T090000\nDURATION:PT1H30M",
                "Sun 1 Mar 2026, 09:00 to 10:30 (Europe/Berlin)",
            ),
            (
                "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/London:20260301T090000",
                "Sun 1 Mar 2026, 10:00 (Europe/Berlin)",
            ),
            (
                "DTSTART;TZID=Our Office:20260301T090000\nDTEND;TZID=Our Office:20260301T100000",
                "Sun 1 Mar 2026, 09:00 to 10:00 (Our Office)",
            ),
            ("DTSTART:20260301T090000", "Sun 1 Mar 2026, 09:00 (local time)"),
            (
                "DTSTART:20260301T223000Z\nDTEND:20260302T223000Z",
                "Sun 1 Mar 2026, 23:30 to Mon 2 Mar 2026, 23:30 (Europe/Berlin)",
            ),
            ("SUMMARY:x\nDTSTART:soon", ""),
            ("SUMMARY:x\nDTSTART:20261399T990000Z", ""),
        ] {
            assert_eq!(when(lines), expected, "{lines}");
        }
    }

    #[test]
    fn what_the_calendar_wants_is_told() {
        for (method, lines, title) in [
            ("CANCEL", "SUMMARY:x", "Cancelled: x"),
            ("REQUEST", "SUMMARY:x\nSTATUS:CANCELLED", "Cancelled: x"),
            ("REPLY", "SUMMARY:x\nATTENDEE;PARTSTAT=DECLINED:mailto:a@example.org", "Declined: x"),
            ("REPLY", "SUMMARY:x", "Answer to an invitation: x"),
            ("COUNTER", "SUMMARY:x", "Another time proposed: x"),
            ("PUBLISH", "DTSTART:20260301T090000Z", "Event: (no title)"),
        ] {
            assert_eq!(event(method, lines).lines().next(), Some(title), "{method}");
        }
        for nothing in ["BEGIN:VCALENDAR\nEND:VCALENDAR", "SUMMARY:x", "", "BEGIN:VEVENT\nEND:VEVENT", "BEGIN:VEVENT\n:;\n;:"] {
            assert_eq!(summary(nothing, &berlin()), None, "{nothing}");
        }
    }
}
