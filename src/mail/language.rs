//! Which language a text is in, where that can be told.

/// Shorter texts are guesses.
const LETTERS: usize = 40;
/// Enough of a text to tell; more only costs time.
const CHARS: usize = 2000;

/// ISO 639-1 code of the language, where it is reliable.
pub(super) fn detect(text: &str) -> Option<String> {
    // Addresses and links are no language.
    let words: String = text
        .split_whitespace()
        .filter(|word| !word.contains("://") && !word.contains('@'))
        .take(400)
        .flat_map(|word| [word, " "])
        .collect();
    let sample: String = words.chars().take(CHARS).collect();
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    // A sentence in Chinese, Japanese or Korean has fewer characters.
    let wide = sample
        .chars()
        .filter(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'))
        .count();
    if letters + wide * 4 < LETTERS {
        return None;
    }
    let info = whatlang::detect(&sample).filter(whatlang::Info::is_reliable)?;
    two_letters(info.lang().code()).map(str::to_owned)
}

/// ISO 639-3 to ISO 639-1, for what whatlang knows.
fn two_letters(code: &str) -> Option<&'static str> {
    Some(match code {
        "eng" => "en",
        "deu" => "de",
        "fra" => "fr",
        "spa" => "es",
        "por" => "pt",
        "ita" => "it",
        "nld" => "nl",
        "dan" => "da",
        "swe" => "sv",
        "nob" => "no",
        "fin" => "fi",
        "est" => "et",
        "lav" => "lv",
        "lit" => "lt",
        "pol" => "pl",
        "ces" => "cs",
        "slk" => "sk",
        "slv" => "sl",
        "hrv" => "hr",
        "srp" => "sr",
        "bul" => "bg",
        "mkd" => "mk",
        "rus" => "ru",
        "ukr" => "uk",
        "bel" => "be",
        "ron" => "ro",
        "hun" => "hu",
        "ell" => "el",
        "tur" => "tr",
        "aze" => "az",
        "kat" => "ka",
        "hye" => "hy",
        "heb" => "he",
        "yid" => "yi",
        "ara" => "ar",
        "pes" => "fa",
        "urd" => "ur",
        "hin" => "hi",
        "ben" => "bn",
        "mar" => "mr",
        "guj" => "gu",
        "pan" => "pa",
        "tam" => "ta",
        "tel" => "te",
        "kan" => "kn",
        "mal" => "ml",
        "ori" => "or",
        "sin" => "si",
        "nep" => "ne",
        "mya" => "my",
        "khm" => "km",
        "tha" => "th",
        "vie" => "vi",
        "ind" => "id",
        "jav" => "jv",
        "tgl" => "tl",
        "jpn" => "ja",
        "kor" => "ko",
        "cmn" => "zh",
        "epo" => "eo",
        "cat" => "ca",
        "lat" => "la",
        "afr" => "af",
        "amh" => "am",
        "zul" => "zu",
        "sna" => "sn",
        "aka" => "ak",
        "uzb" => "uz",
        "tuk" => "tk",
        "cym" => "cy",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_have_a_language_and_short_ones_none() {
        let of = |text| detect(text);
        assert_eq!(
            of("Guten Tag, seit gestern kann ich mich nicht mehr anmelden. Können Sie mir bitte helfen?").as_deref(),
            Some("de")
        );
        assert_eq!(
            of("Good morning, since yesterday I have not been able to sign in. Could you please help me with that?").as_deref(),
            Some("en")
        );
        assert_eq!(of("昨日からログインできません。助けていただけますか。よろしくお願いします。").as_deref(), Some("ja"));
        assert_eq!(of("ok"), None);
        assert_eq!(of("https://example.org/a/very/long/link/that/is/no/language/at/all/but/long"), None);
    }
}
