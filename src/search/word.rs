//! Words of a text, as they are compared: small letters, accents and umlauts folded, both ways of writing an umlaut known.

/// Characters of a word; longer runs are encoded data, which nobody looks for.
const WORD_CHARS: usize = 60;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its place among the words.
    #[cfg_attr(
        not(feature = "search"),
        allow(dead_code, reason = "places are for phrases, which the full-text index knows alone")
    )]
    pub(super) place: usize,
    /// In small letters.
    pub(super) text: String,
}

/// The words of a text in order. Languages that put no spaces between words give a word for each sign.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut place = 0_usize;
    let mut current = String::new();
    let mut end = |current: &mut String, place: &mut usize| {
        if current.is_empty() {
            return;
        }
        let text = std::mem::take(current);
        if text.chars().count() <= WORD_CHARS {
            words.push(Word { place: *place, text });
        }
        *place = place.saturating_add(1);
    };
    for c in text.chars() {
        match c {
            // Apple's mail programs send letters and their marks apart.
            '\u{300}'..='\u{36f}' => combine(&mut current, c),
            _ if is_sign(c) => {
                end(&mut current, &mut place);
                current.push(c);
                end(&mut current, &mut place);
            }
            _ if c.is_alphanumeric() => current.extend(c.to_lowercase()),
            _ => end(&mut current, &mut place),
        }
    }
    end(&mut current, &mut place);
    words
}

/// Puts a mark onto the letter before it, where it makes an umlaut; others are dropped, as folding would do.
fn combine(word: &mut String, mark: char) {
    let umlaut = match (word.chars().last(), mark) {
        (Some('a'), '\u{308}') => 'ä',
        (Some('o'), '\u{308}') => 'ö',
        (Some('u'), '\u{308}') => 'ü',
        _ => return,
    };
    word.pop();
    word.push(umlaut);
}

/// Chinese characters and Japanese syllables.
const fn is_sign(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The ways in which a word in small letters is found: `müller` as `muller` and as `mueller`.
pub(super) fn forms(word: &str) -> Vec<String> {
    if word.is_ascii() {
        return vec![word.to_owned()];
    }
    let folded = fold(word);
    let written_out = fold(&write_out(word));
    if written_out == folded { vec![folded] } else { vec![folded, written_out] }
}

/// The same before their endings are cut off, which takes the letters of the language: `häuser`, `hauser`, `haeuser`.
#[cfg(any(feature = "search", test))]
pub(super) fn spellings(word: &str) -> Vec<String> {
    let mut spellings = forms(word);
    if !spellings.iter().any(|known| known == word) {
        spellings.push(word.to_owned());
    }
    spellings
}

fn write_out(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'ä' | 'æ' => out.push_str("ae"),
            'ö' | 'ø' | 'œ' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'å' => out.push_str("aa"),
            other => out.push(other),
        }
    }
    out
}

/// Letters without their marks.
#[rustfmt::skip]
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        let letter = match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
            'ç' | 'ć' | 'č' => "c",
            'ď' | 'đ' | 'ð' => "d",
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
            'ğ' => "g",
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
            'ł' => "l",
            'ñ' | 'ń' | 'ň' => "n",
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
            'ř' => "r",
            'ś' | 'š' | 'ş' | 'ș' => "s",
            'ť' | 'ţ' | 'ț' => "t",
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
            'ý' | 'ÿ' => "y",
            'ź' | 'ż' | 'ž' => "z",
            'ё' => "е",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            other => {
                out.push(other);
                continue;
            }
        };
        out.push_str(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(
            texts("Printer ON fire: error-42, ann@example.org!"),
            ["printer", "on", "fire", "error", "42", "ann", "example", "org"]
        );
        assert_eq!(texts("支払い2回"), ["支", "払", "い", "2", "回"]);
        assert_eq!(texts("  -- … "), Vec::<String>::new());
    }

    #[test]
    fn long_runs_keep_their_place_and_are_dropped() {
        let found = words(&format!("a {} b", "x".repeat(200)));
        assert_eq!(found.iter().map(|word| word.place).collect::<Vec<_>>(), [0, 2]);
    }

    #[test]
    fn umlauts_are_found_however_they_are_written() {
        assert_eq!(forms("überweisung"), ["uberweisung", "ueberweisung"]);
        assert_eq!(forms("straße"), ["strasse"]);
        assert_eq!(forms("café"), ["cafe"]);
        assert_eq!(texts("Mu\u{308}ller cafe\u{301}"), ["müller", "cafe"]);
        assert_eq!(spellings("häuser"), ["hauser", "haeuser", "häuser"]);
    }
}
