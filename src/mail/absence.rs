//! Until when somebody is away: the last day that his absence note names, in the words and figures of some twenty languages.
//!
//! It is what the note says and no more: its end for some, the day of return for others. A day and a month in figures that could
//! be read both ways (`3/11/2025` in English) is no date.

use jiff::civil::Date;

use crate::base::Timestamp;

/// Characters of a note that are looked at.
const CHARS: usize = 1500;

/// Beginnings of the months' names. The longer ones stand first where one begins like another.
#[rustfmt::skip]
const MONTHS: &[(i8, &[&str])] = &[
    (11, &["marras", "nov", "listop", "noiem", "лист", "ноя", "ное", "νοε", "kasım", "stud", "lapkr", "נובמבר", "نوفمبر"]),
    (7, &["červenc", "července", "jul", "juil", "júl", "lugl", "lip", "июл", "юли", "лип", "ιουλ", "temmuz", "heinä", "iul", "liep", "יולי", "يوليو"]),
    (1, &["jan", "janv", "jän", "ene", "genn", "styc", "leden", "ledna", "ian", "янв", "яну", "січ", "ocak", "tammi", "ιαν", "siječ", "saus", "jaan", "ינואר", "يناير"]),
    (2, &["feb", "fév", "fev", "febr", "luty", "lutego", "únor", "фев", "лют", "şub", "helmi", "φεβ", "velj", "vasar", "veebr", "פברואר", "فبراير"]),
    (3, &["mar", "mär", "maar", "mrt", "březn", "мар", "берез", "maalis", "μαρ", "μάρ", "ožuj", "kovo", "märt", "מרץ", "مارس"]),
    (4, &["apr", "avr", "abr", "kwie", "dubn", "duben", "апр", "квіт", "nisan", "huhti", "απρ", "travn", "baland", "אפריל", "أبريل"]),
    (5, &["may", "mai", "maj", "magg", "mei", "máj", "květ", "май", "мая", "трав", "touko", "μαΐ", "μαϊ", "μάι", "svib", "geguž", "מאי", "مايو"]),
    (6, &["jun", "juin", "jún", "giug", "czerw", "červn", "červen", "июн", "юни", "черв", "haz", "kesä", "ιουν", "iun", "birž", "juun", "יוני", "يونيو"]),
    (8, &["aug", "août", "aout", "agos", "sierp", "srpn", "srpen", "авг", "серп", "ağu", "eloku", "αυγ", "αύγ", "kolov", "rugpj", "אוגוסט", "أغسطس"]),
    (9, &["sep", "sept", "setem", "sette", "wrze", "září", "szept", "сен", "сеп", "верес", "eyl", "syys", "σεπ", "ruj", "rugs", "ספטמבר", "سبتمبر"]),
    (10, &["oct", "okt", "outub", "otto", "ottob", "paźdz", "říj", "окт", "жовт", "ekim", "loka", "οκτ", "spal", "אוקטובר", "أكتوبر"]),
    (12, &["dec", "dez", "déc", "dic", "grud", "prosin", "дек", "груд", "aral", "joulu", "δεκ", "gruod", "דצמבר", "ديسمبر"]),
];

/// Words between a day, a month and a year.
const BETWEEN: &[&str] = &["de", "del", "of", "den", "di", "the", "st", "nd", "rd", "th", "er", "º", "la", "th,"];

/// A number or a word, and the mark directly behind it.
#[derive(Clone, Copy, Debug)]
struct Token<'t> {
    text: &'t str,
    number: Option<u32>,
    after: char,
}

/// The last day that a note names, as `2026-03-01`; `sent` tells the year where it names none.
pub(super) fn last_day(note: &str, sent: Option<Timestamp>, language: Option<&str>) -> Option<String> {
    let sent = jiff::Timestamp::from_second(sent?.as_seconds()).ok()?.to_zoned(jiff::tz::TimeZone::UTC).date();
    let end = note.char_indices().nth(CHARS).map_or(note.len(), |(end, _)| end);
    let lower = note.get(..end)?.to_lowercase();
    let tokens = tokens(&lower);
    // Nobody is away for longer, and what lies behind is another day.
    let latest = sent.checked_add(jiff::Span::new().days(800)).ok()?;
    let dates = (0..tokens.len()).filter_map(|at| date_at(&tokens, at, sent, language == Some("en")));
    dates.filter(|date| *date >= sent && *date <= latest).max().map(|date| date.to_string())
}

/// Numbers and words; between a figure and a letter begins another one.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut start = None;
    let mut before = ' ';
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_part = c.is_alphanumeric() || c == 'º';
        let changes = before.is_ascii_digit() != c.is_ascii_digit();
        if let Some(from) = start
            && (!is_part || changes)
        {
            let text = text.get(from..at).unwrap_or_default();
            found.push(Token { text, number: text.parse().ok(), after: c });
            start = None;
        }
        if is_part && start.is_none() {
            start = Some(at);
        }
        before = c;
    }
    found
}

fn month_of(word: &str) -> Option<i8> {
    // Hebrew writes "in" together with the month.
    let word = word.strip_prefix('ב').unwrap_or(word);
    MONTHS.iter().find(|(_, names)| names.iter().any(|name| word.starts_with(name))).map(|(month, _)| *month)
}

/// The date that begins at a token.
fn date_at(tokens: &[Token<'_>], at: usize, sent: Date, is_english: bool) -> Option<Date> {
    let token = |at: usize| tokens.get(at).copied();
    let number = |at: usize| token(at).and_then(|token| token.number);
    let is_year = |number: u32| (2000..2100).contains(&number);
    let first = token(at)?;
    if let Some(value) = first.number {
        // 2026-03-01, 2026年3月1日, 2026. március 1.
        if is_year(value) {
            let month = month_in(token(skip(tokens, at + 1))?);
            let day_at = skip(tokens, skip(tokens, at + 1) + 1);
            return written(Some(value), month?, number(day_at)?, sent);
        }
        // 3月1日 and 3월 1일.
        if token(at + 1).is_some_and(|next| matches!(next.text, "月" | "월")) {
            return written(None, i8::try_from(value).ok()?, number(at + 2)?, sent);
        }
        let next = skip(tokens, at + 1);
        if let Some(month) = token(next).filter(|token| token.number.is_none()).and_then(|token| month_of(token.text)) {
            let year = number(skip(tokens, next + 1)).filter(|year| is_year(*year));
            return written(year, month, value, sent);
        }
        return in_figures(first, token(at + 1)?, token(at + 2), sent, is_english);
    }
    // March 1, 2026; the day may not be the year of "March 2026".
    let month = month_of(first.text)?;
    let day_at = skip(tokens, at + 1);
    let year =
        number(skip(tokens, day_at + 1)).filter(|year| is_year(*year) && token(day_at).is_some_and(|day| day.after != '.'));
    written(year, month, number(day_at)?, sent)
}

/// `1.3.2026`, `1/3/2026`, `1. 3. 2026`.
fn in_figures(first: Token<'_>, second: Token<'_>, third: Option<Token<'_>>, sent: Date, is_english: bool) -> Option<Date> {
    let (one, two) = (first.number?, second.number?);
    let mark = first.after;
    if !matches!(mark, '.' | '/' | '-') || second.after != mark {
        return None;
    }
    let third = third.filter(|third| third.number.is_some());
    let year = third.and_then(|third| third.number.filter(|_| third.text.len() == 4 || third.text.len() == 2));
    // "Version 4.2.1".
    if third.is_some() && year.is_none() {
        return None;
    }
    let year = year.map(|year| if year < 100 { 2000 + year } else { year });
    if mark != '.' && year.is_none() {
        return None;
    }
    let (day, month) = match (mark, one > 12, two > 12) {
        ('.', ..) | (_, true, false) => (one, two),
        (_, false, true) => (two, one),
        // The third of November or the eleventh of March?
        _ if is_english => return None,
        _ => (one, two),
    };
    written(year, i8::try_from(month).ok()?, day, sent)
}

/// The month in a token, by name or by number.
fn month_in(token: Token<'_>) -> Option<i8> {
    token.number.map_or_else(|| month_of(token.text), |number| i8::try_from(number).ok())
}

/// The next token that is not one of those between.
fn skip(tokens: &[Token<'_>], at: usize) -> usize {
    let is_between =
        |token: &Token<'_>| BETWEEN.contains(&token.text) || matches!(token.text, "年" | "月" | "日" | "년" | "월" | "일");
    let between = tokens.iter().skip(at).take(3).take_while(|token| is_between(token)).count();
    at + between
}

/// The date; without a year the next such day after the note was sent.
fn written(year: Option<u32>, month: i8, day: u32, sent: Date) -> Option<Date> {
    let day = i8::try_from(day).ok()?;
    if let Some(year) = year {
        return Date::new(i16::try_from(year).ok()?, month, day).ok();
    }
    let this_year = Date::new(sent.year(), month, day).ok()?;
    if this_year >= sent { Some(this_year) } else { Date::new(sent.year().checked_add(1)?, month, day).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(note: &str) -> Option<String> {
        // 2025-11-03.
        last_day(note, Some(Timestamp::from_seconds(1_762_164_000)), None)
    }

    #[test]
    fn the_last_day_of_many_languages() {
        for note in [
            "I am back on 10 November 2025.",
            "I am away until November 10, 2025 and read no mail.",
            "Away until Monday, November 10th.",
            "Ich bin vom 3. bis 10. November nicht da.",
            "ab Montag, dem 10.11.2025, wieder erreichbar",
            "bis 10.11. abwesend",
            "de retour le 10 novembre 2025",
            "hasta el 10 de noviembre de 2025",
            "retorno em 10 de novembro",
            "rientrerò il 10 novembre",
            "tot en met 10 november",
            "tillbaka den 10 november",
            "10.11.2025 asti",
            "do 10 listopada 2025",
            "do 10. 11. 2025",
            "2025. november 10-ig",
            "până la 10 noiembrie 2025",
            "до 10 ноября 2025 г.",
            "до 10 листопада 2025 р.",
            "10 Kasım 2025 tarihine kadar",
            "έως τις 10 Νοεμβρίου 2025",
            "11月10日まで休暇",
            "2025年11月10日回来",
            "11월 10일까지 휴가",
            "עד 10 בנובמבר 2025",
            "حتى 10 نوفمبر 2025",
            "back on 2025-11-10",
            "from 03/11/2025 to 10/11/2025",
        ] {
            assert_eq!(day(note).as_deref(), Some("2025-11-10"), "{note}");
        }
        assert_eq!(day("back on 5 January").as_deref(), Some("2026-01-05"));
        assert_eq!(last_day("until 3/11/2025 or 11/10/2025", Some(Timestamp::from_seconds(1_762_164_000)), Some("en")), None);
    }

    #[test]
    fn what_is_no_date_is_none() {
        for note in ["back soon", "call 030 555010", "10 people may help", "since 3 May 2019", "32.13.2025", "version 4.2.1", ""]
        {
            assert_eq!(day(note), None, "{note}");
        }
        assert_eq!(last_day("back on 10 November 2025", None, None), None);
        assert!(day(&"99.".repeat(100_000)).is_none());
    }
}
