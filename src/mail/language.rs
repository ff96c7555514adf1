//! Which language a text is in, where that can be told.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use whatlang::{Detector, Lang};

/// Shorter texts are guesses.
const LETTERS: usize = 40;
/// Enough of a text to tell; more only costs time.
const WORDS: usize = 70;

/// Frequent words of languages in Latin letters. They narrow down what whatlang compares, which costs it most, and they decide
/// between neighbours (Danish and Norwegian, Czech and Slovak), where letters alone say little.
#[rustfmt::skip]
const FREQUENT: &[(Lang, &[&str])] = &[
    (Lang::Eng, &["the", "and", "you", "to", "is", "of", "have", "for", "with", "not", "this", "we", "it", "that",
        "please", "are", "my", "can"]),
    (Lang::Deu, &["und", "der", "die", "das", "ist", "nicht", "ich", "mit", "sie", "wir", "zu", "den", "bitte", "ein",
        "auf", "habe", "es", "seit", "mehr", "schon"]),
    (Lang::Fra, &["le", "les", "et", "est", "je", "vous", "pas", "pour", "une", "nous", "de", "que", "ne", "la", "des",
        "depuis", "bonjour", "merci", "du", "ce", "mon"]),
    (Lang::Spa, &["el", "los", "que", "es", "por", "para", "con", "una", "no", "de", "la", "se", "en", "mi", "ya", "desde",
        "muy", "gracias", "favor", "y", "lo"]),
    (Lang::Por, &["que", "não", "os", "para", "com", "uma", "por", "em", "você", "de", "do", "no", "é", "já", "desde",
        "na", "meu", "minha", "obrigado", "o", "ao"]),
    (Lang::Ita, &["che", "il", "non", "per", "sono", "con", "una", "di", "la", "mi", "si", "del", "ho", "è", "già",
        "grazie", "della", "alla", "più", "questo"]),
    (Lang::Nld, &["het", "een", "ik", "van", "niet", "en", "dat", "met", "voor", "is", "de", "we", "bij", "heb", "op",
        "al", "sinds", "nog", "kunt", "graag", "keer", "meer", "te", "ook"]),
    (Lang::Dan, &["og", "jeg", "det", "ikke", "er", "til", "af", "på", "har", "en", "vi", "med", "ved", "siden", "at",
        "kan", "allerede", "mig", "hvad", "efter", "noget", "gange", "nogen", "hvordan"]),
    (Lang::Nob, &["og", "jeg", "det", "ikke", "er", "til", "av", "på", "har", "en", "vi", "med", "ved", "siden", "å",
        "kan", "allerede", "meg", "hva", "etter", "noe", "ganger", "noen", "hvordan", "nytt"]),
    (Lang::Swe, &["och", "jag", "det", "inte", "är", "att", "på", "som", "för", "har", "en", "vi", "med", "vid", "sedan",
        "kan", "redan", "mig", "om", "två", "av", "till", "hej", "gånger"]),
    (Lang::Fin, &["ja", "on", "ei", "että", "se", "olen", "kun", "mutta", "ole", "tai", "en", "voi", "jo", "hei", "kiitos",
        "ovat", "mitä", "kanssa", "tämä"]),
    (Lang::Pol, &["nie", "się", "jest", "na", "że", "do", "jak", "proszę", "od", "mam", "to", "w", "już", "i", "dzień",
        "dobry", "po", "czy", "dwa", "razy"]),
    (Lang::Ces, &["je", "se", "na", "že", "jsem", "to", "by", "pro", "jak", "není", "mi", "v", "od", "už", "dobrý", "den",
        "prosím", "při", "ale", "dvakrát"]),
    (Lang::Slk, &["je", "sa", "na", "že", "som", "to", "by", "pre", "ako", "nie", "mi", "v", "od", "už", "dobrý", "deň",
        "prosím", "pri", "ale", "dvakrát", "sme"]),
    (Lang::Slv, &["je", "se", "na", "da", "sem", "to", "bi", "za", "kot", "ni", "mi", "v", "od", "že", "danes", "pri",
        "ali", "pozdravljeni", "prosim", "dvakrat", "znova"]),
    (Lang::Hrv, &["je", "se", "na", "da", "sam", "to", "bi", "za", "kao", "nije", "mi", "u", "od", "već", "danas", "dan",
        "ali", "molim", "dvaput", "ne"]),
    (Lang::Hun, &["és", "egy", "nem", "hogy", "az", "van", "de", "meg", "vagy", "ez", "a", "is", "már", "óta", "jó",
        "napot", "kérem", "mi", "ma", "kétszer"]),
    (Lang::Ron, &["nu", "și", "este", "un", "că", "pe", "cu", "sunt", "la", "am", "mi", "o", "de", "se", "din", "bună",
        "ziua", "rog", "deja", "ori"]),
    (Lang::Tur, &["ve", "bir", "bu", "için", "ile", "değil", "var", "ne", "çok", "da", "bana", "de", "iki", "kez", "beri",
        "merhaba", "lütfen", "yok", "ama"]),
    (Lang::Est, &["ja", "on", "ei", "et", "see", "olen", "kui", "aga", "ole", "või", "ma", "ka", "juba", "tere", "palun",
        "kaks", "korda", "real"]),
    (Lang::Lit, &["ir", "yra", "ne", "kad", "tai", "iš", "su", "kaip", "bet", "aš", "jau", "nuo", "du", "kartus", "laba",
        "diena", "prašau", "į", "iki", "programą"]),
    (Lang::Lav, &["un", "ir", "nav", "ka", "tas", "no", "ar", "kā", "bet", "es", "jau", "kopš", "divas", "reizes",
        "labdien", "lūdzu", "uz", "līdz"]),
    (Lang::Cat, &["el", "els", "que", "és", "per", "amb", "una", "no", "de", "la", "i", "ja", "des", "gràcies", "molt",
        "he", "les", "però"]),
    (Lang::Ind, &["dan", "yang", "di", "ini", "tidak", "saya", "untuk", "dengan", "sudah", "dari", "kami", "itu", "ada",
        "bisa", "mohon", "ke"]),
];

/// ISO 639-1 code of the language, where it is reliable.
pub(super) fn detect(text: &str) -> Option<String> {
    // Addresses and links are no language.
    let is_place = |word: &str| word.contains('@') || word.contains(':') && word.contains("://");
    let words: Vec<&str> = text.split_whitespace().filter(|word| !is_place(word)).take(WORDS).collect();
    if words.iter().map(|word| letters(word)).sum::<usize>() < LETTERS {
        return None;
    }
    let found = found(&words);
    let hits = hits(&found);
    // The frequent words are of languages in Latin letters.
    let is_foreign = |word: &&&str| !word.is_ascii() && word.chars().any(|c| c.is_alphabetic() && c >= '\u{370}');
    let is_latin = words.iter().filter(is_foreign).count() * 4 < words.len();
    if is_latin && let Some(lang) = plainly(&found, &hits) {
        return two_letters(lang.code()).map(str::to_owned);
    }
    let candidates: Vec<Lang> = match hits.first() {
        Some((best, _)) if is_latin && *best >= 5 => hits.iter().take(4).map(|(_, lang)| *lang).collect(),
        _ => Vec::new(),
    };
    let sample: String = words.iter().flat_map(|word| [*word, " "]).collect();
    let info = match candidates.len() {
        0..2 => whatlang::detect(&sample),
        _ => Detector::with_allowlist(candidates).detect(&sample),
    };
    let by_letters = info.as_ref().map(whatlang::Info::lang);
    let reliable = info.filter(whatlang::Info::is_reliable).map(|info| info.lang());
    let by_words = || if is_latin { by_words(&hits, by_letters) } else { None };
    two_letters(reliable.or_else(by_words)?.code()).map(str::to_owned)
}

/// How much the letters of a word say: a sentence in Chinese, Japanese or Korean has fewer of them.
fn letters(word: &str) -> usize {
    if word.is_ascii() {
        return word.bytes().filter(u8::is_ascii_alphabetic).count();
    }
    let weigh = |c: char| match c {
        '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' => 4 + usize::from(c.is_alphabetic()),
        c => usize::from(c.is_alphabetic()),
    };
    word.chars().map(weigh).sum()
}

/// A language whose frequent words leave no doubt. whatlang takes as long as all the rest of reading a message, and hardly ever
/// said anything else in such a case.
fn plainly(found: &[u32], hits: &[(usize, Lang)]) -> Option<Lang> {
    let (best, lang) = hits.first()?;
    let place = FREQUENT.iter().position(|(other, _)| other == lang)?;
    // Every language has a few of its frequent words in each sentence; words of a product or of a program are no text.
    if *best < 3 || best * 8 < found.len() {
        return None;
    }
    let mut shared = [0_usize; 32];
    found.iter().filter(|languages| **languages & 1 << place != 0).for_each(|languages| count(*languages, &mut shared));
    let shared = |other: &Lang| {
        let place = FREQUENT.iter().position(|(lang, _)| lang == other);
        place.and_then(|place| shared.get(place)).copied().unwrap_or_default()
    };
    let leaves_no_doubt = |(count, other): &(usize, Lang)| {
        let (own, foreign) = (best - shared(other), count - shared(other));
        own >= 3 && own >= foreign * 3
    };
    hits.iter().skip(1).all(leaves_no_doubt).then_some(*lang)
}

/// Counts one for each of some languages.
fn count(languages: u32, counts: &mut [usize; 32]) {
    let mut rest = languages;
    while rest != 0 {
        if let Some(count) = counts.get_mut(rest.trailing_zeros() as usize) {
            *count += 1;
        }
        rest &= rest - 1;
    }
}

/// The language whose frequent words stand out, where the letters do not contradict.
fn by_words(hits: &[(usize, Lang)], by_letters: Option<Lang>) -> Option<Lang> {
    let mut hits = hits.iter();
    let (best, lang) = hits.next()?;
    let (second, _) = hits.next()?;
    let agrees = by_letters == Some(*lang);
    (*best >= 3 && (agrees && best > second || *best >= second + 2)).then_some(*lang)
}

/// Of each word the languages in which it is frequent: a bit for each place in [`FREQUENT`].
fn found(words: &[&str]) -> Vec<u32> {
    let bare = |word: &str| packed(word.trim_matches(|c: char| !c.is_alphabetic()));
    words.iter().map(|word| bare(word).and_then(languages_of).unwrap_or_default()).collect()
}

/// How many of the words are frequent in each language, most first.
fn hits(found: &[u32]) -> Vec<(usize, Lang)> {
    let mut counts = [0_usize; 32];
    found.iter().for_each(|languages| count(*languages, &mut counts));
    let mut hits: Vec<(usize, Lang)> = counts.into_iter().zip(FREQUENT.iter().map(|(lang, _)| *lang)).collect();
    hits.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    hits
}

/// The languages in which a packed word is frequent.
fn languages_of(word: u128) -> Option<u32> {
    static TABLE: LazyLock<Vec<(u128, u32)>> = LazyLock::new(|| {
        let mut table: BTreeMap<u128, u32> = BTreeMap::new();
        for (place, (_, words)) in FREQUENT.iter().enumerate() {
            for word in words.iter().filter_map(|word| packed(word)) {
                *table.entry(word).or_default() |= 1 << place;
            }
        }
        table.into_iter().collect()
    });
    let place = TABLE.binary_search_by_key(&word, |(word, _)| *word).ok()?;
    TABLE.get(place).map(|(_, languages)| *languages)
}

/// A word in small letters as one number, which is compared at once; no frequent word has more than 16 bytes.
fn packed(word: &str) -> Option<u128> {
    if word.len() > 16 {
        return None;
    }
    let pack = |word: &[u8]| word.iter().fold(0, |packed, byte| packed << 8 | u128::from(*byte));
    if word.is_ascii() {
        return Some(word.bytes().fold(0, |packed, byte| packed << 8 | u128::from(byte.to_ascii_lowercase())));
    }
    let lower = word.to_lowercase();
    (lower.len() <= 16).then(|| pack(lower.as_bytes()))
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
        // A few words of a program among a text decide nothing.
        let among = "Здравствуйте, при запуске появляется сообщение this is not for you, хотя я уже дважды всё переустановил и \
                     перезагрузил свой компьютер, как написано в инструкции на странице поддержки вашей компании. Помогите, пожалуйста.";
        assert_ne!(of(among).as_deref(), Some("en"));
        assert_eq!(of("https://example.org/a/very/long/link/that/is/no/language/at/all/but/long"), None);
    }
}
