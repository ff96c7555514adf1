//! Which language a text is in, where that can be told.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use whatlang::{Detector, Lang};

/// Shorter texts are guesses.
const LETTERS: usize = 40;
/// Enough of a text to tell; more only costs time.
const WORDS: usize = 70;

/// Frequent short words of languages in Latin letters. They only narrow down what whatlang compares, which costs it most.
#[rustfmt::skip]
const FREQUENT: &[(Lang, &[&str])] = &[
    (Lang::Eng, &["the", "and", "you", "to", "is", "of", "have", "for", "with", "not", "this", "we"]),
    (Lang::Deu, &["und", "der", "die", "das", "ist", "nicht", "ich", "mit", "sie", "wir", "zu", "den"]),
    (Lang::Fra, &["le", "les", "et", "est", "je", "vous", "pas", "pour", "une", "nous", "de", "que"]),
    (Lang::Spa, &["el", "los", "que", "es", "por", "para", "con", "una", "no", "de", "la", "se"]),
    (Lang::Por, &["que", "não", "os", "para", "com", "uma", "por", "em", "você", "de", "do", "no"]),
    (Lang::Ita, &["che", "il", "non", "per", "sono", "con", "una", "di", "la", "mi", "si", "del"]),
    (Lang::Nld, &["het", "een", "ik", "van", "niet", "en", "dat", "met", "voor", "is", "de", "we"]),
    (Lang::Dan, &["og", "jeg", "det", "ikke", "er", "til", "af", "på", "har", "en", "vi", "med"]),
    (Lang::Nob, &["og", "jeg", "det", "ikke", "er", "til", "av", "på", "har", "en", "vi", "med"]),
    (Lang::Swe, &["och", "jag", "det", "inte", "är", "att", "på", "som", "för", "har", "en", "vi"]),
    (Lang::Fin, &["ja", "on", "ei", "että", "se", "olen", "kun", "mutta", "ole", "tai", "en", "voi"]),
    (Lang::Pol, &["nie", "się", "jest", "na", "że", "do", "jak", "proszę", "od", "mam", "to", "w"]),
    (Lang::Ces, &["je", "se", "na", "že", "jsem", "to", "by", "pro", "jak", "není", "mi", "v"]),
    (Lang::Hun, &["és", "egy", "nem", "hogy", "az", "van", "de", "meg", "vagy", "ez", "a", "is"]),
    (Lang::Ron, &["nu", "și", "este", "un", "că", "pe", "cu", "sunt", "la", "am", "mi", "o"]),
    (Lang::Tur, &["ve", "bir", "bu", "için", "ile", "değil", "var", "ne", "çok", "da", "bana", "de"]),
];

/// ISO 639-1 code of the language, where it is reliable.
pub(super) fn detect(text: &str) -> Option<String> {
    // Addresses and links are no language.
    let words = || text.split_whitespace().filter(|word| !word.contains("://") && !word.contains('@')).take(WORDS);
    let sample: String = words().flat_map(|word| [word, " "]).collect();
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    // A sentence in Chinese, Japanese or Korean has fewer characters.
    let wide = sample
        .chars()
        .filter(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'))
        .count();
    if letters + wide * 4 < LETTERS {
        return None;
    }
    let candidates = candidates(words());
    let info = match candidates.len() {
        0..2 => whatlang::detect(&sample),
        _ => Detector::with_allowlist(candidates).detect(&sample),
    };
    two_letters(info.filter(whatlang::Info::is_reliable)?.lang().code()).map(str::to_owned)
}

/// The languages whose frequent words occur most, where that says anything.
fn candidates<'t>(words: impl Iterator<Item = &'t str>) -> Vec<Lang> {
    static TABLE: LazyLock<BTreeMap<&str, Vec<Lang>>> = LazyLock::new(|| {
        let mut table: BTreeMap<&str, Vec<Lang>> = BTreeMap::new();
        for (lang, words) in FREQUENT {
            for word in *words {
                table.entry(word).or_default().push(*lang);
            }
        }
        table
    });
    let mut hits: Vec<(usize, Lang)> = FREQUENT.iter().map(|(lang, _)| (0, *lang)).collect();
    for word in words {
        let lower = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        for lang in TABLE.get(lower.as_str()).into_iter().flatten() {
            hits.iter_mut().filter(|(_, other)| other == lang).for_each(|(count, _)| *count += 1);
        }
    }
    hits.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    match hits.first() {
        Some((best, _)) if *best >= 5 => hits.into_iter().take(4).map(|(_, lang)| lang).collect(),
        _ => Vec::new(),
    }
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
