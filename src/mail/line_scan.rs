//! Small finds in one line of text: addresses and status codes.

/// The addresses in a text, at most `most`.
pub(super) fn addresses_in(text: &str, most: usize) -> Vec<String> {
    text.split(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '<' | '>'
                    | ','
                    | ';'
                    | '('
                    | ')'
                    | '"'
                    | '['
                    | ']'
                    | ':'
                    | '\''
                    | '：'
                    | '，'
                    | '；'
                    | '、'
                    | '。'
                    | '（'
                    | '）'
                    | '“'
                    | '”'
                    | '„'
            )
    })
    .map(|word| word.trim_matches(['.', '=']))
    .filter(|word| {
        word.len() < 320 && word.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
    })
    .map(str::to_owned)
    .take(most)
    .collect()
}

/// The first enhanced status code (RFC 3463 §2): `5.1.1`.
pub(super) fn status_in(text: &str) -> Option<String> {
    text.split(|c: char| !(c.is_ascii_digit() || c == '.')).map(|word| word.trim_matches('.')).find_map(|word| {
        let mut numbers = word.split('.');
        let (class, subject, detail) = (numbers.next()?, numbers.next()?, numbers.next()?);
        let fits = matches!(class, "2" | "4" | "5")
            && (1..=3).contains(&subject.len())
            && (1..=3).contains(&detail.len())
            && numbers.next().is_none();
        fits.then(|| word.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_addresses_are_found() {
        assert_eq!(status_in("smtp; 550 5.1.1 <a@b.c>").as_deref(), Some("5.1.1"));
        assert_eq!(status_in("from 5.6.7.8 (#4.4.2)").as_deref(), Some("4.4.2"));
        assert_eq!(status_in("no code 10.0.0.1"), None);
        assert_eq!(addresses_in("to=<a@b.c>, 'd@e.fg'", 9), ["a@b.c", "d@e.fg"]);
    }
}
