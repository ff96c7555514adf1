//! A few lines about an invitation (RFC 5545), for messages that say nothing else.

/// Characters of each value that are shown.
const VALUE_CHARS: usize = 300;
/// Lines of a calendar that are looked at.
const LINES: usize = 2000;

/// What, when, where and by whom, of the first event; nothing where there is none.
pub(super) fn summary(calendar: &str) -> Option<String> {
    // RFC 5545 §3.1: a line that begins with white space continues the one before.
    let unfolded = calendar.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let event = unfolded.lines().take(LINES).skip_while(|line| !line.trim().eq_ignore_ascii_case("BEGIN:VEVENT"));
    let event: Vec<&str> = event.take_while(|line| !line.trim().eq_ignore_ascii_case("END:VEVENT")).collect();
    let value = |name: &str| {
        let line = event.iter().find(|line| {
            let head = line.split([':', ';']).next().unwrap_or_default();
            head.trim().eq_ignore_ascii_case(name)
        })?;
        let text = line.split_once(':')?.1;
        // RFC 5545 §3.3.11: what is escaped in texts.
        let plain = text.replace("\\n", " ").replace("\\N", " ").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
        let plain = crate::base::one_line(&plain, VALUE_CHARS);
        (!plain.is_empty()).then_some(plain)
    };
    let mut lines = Vec::new();
    for (title, name) in
        [("Event", "SUMMARY"), ("From", "DTSTART"), ("To", "DTEND"), ("Place", "LOCATION"), ("Organizer", "ORGANIZER")]
    {
        if let Some(text) = value(name) {
            let text = text.strip_prefix("mailto:").or_else(|| text.strip_prefix("MAILTO:")).unwrap_or(&text).to_owned();
            lines.push(format!("{title}: {}", if name.starts_with("DT") { moment(&text) } else { text }));
        }
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// `20260301T090000Z` as `2026-03-01 09:00 UTC`; anything else as it stands.
fn moment(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    let zone = if text.ends_with('Z') { " UTC" } else { "" };
    match digits.len() {
        8 => format!("{}-{}-{}", part(0, 4), part(4, 6), part(6, 8)),
        14 => format!("{}-{}-{} {}:{}{zone}", part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 12)),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_is_summed_up() {
        let calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Lunch\\, with\r\n  Ann\r\nDTSTART:20260301T090000Z\r\n\
                        DTEND;TZID=Europe/Berlin:20260301T110000\r\nORGANIZER;CN=Ann:mailto:ann@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let summary = summary(calendar).expect("a summary");
        assert_eq!(
            summary,
            "Event: Lunch, with Ann\nFrom: 2026-03-01 09:00 UTC\nTo: 2026-03-01 11:00\nOrganizer: ann@example.org"
        );
    }

    #[test]
    fn what_is_no_event_has_no_summary() {
        assert_eq!(summary("BEGIN:VCALENDAR\nEND:VCALENDAR"), None);
        assert_eq!(summary("SUMMARY:x"), None);
    }
}
