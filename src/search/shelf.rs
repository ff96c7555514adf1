//! Articles, ranked by how well they fit a message: BM25 over a few hundred texts, in memory, made anew with the settings.
//!
//! Its words are those of the full-text index, with their endings cut off by one rule for all languages: what matters is that both
//! sides are cut alike. Who offers an article that does not fit annoys everybody, so that little is offered: at least two different
//! words must agree, one of them of the title or the tags, and the score must be what a rare word of the title and another one make.
//! Whom an article is meant for is not known here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::word::{forms, words};

/// Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009: how soon more of a word says no more, and how much a long
/// text is held against it.
const SATURATION: f64 = 1.2;
const LENGTH: f64 = 0.75;
/// A word of the title or the tags counts as so many of the text.
const HEADING: f64 = 3.0;
/// Articles that the desk does not have, so that a word of its only article is not taken for a common one.
const UNWRITTEN: f64 = 20.0;
/// What fits less than this is not offered.
const ENOUGH: f64 = 6.0;
/// Words of a message that are looked at: its beginning says what it is about.
const WORDS: usize = 400;
/// Bytes of a message in which they are looked for.
const BYTES: usize = 8 * 1024;
/// Letters that remain of a word whose ending is cut off.
const ROOT_LETTERS: usize = 4;

/// Endings of nouns and verbs, the longer ones first.
const ENDINGS: [&str; 13] = ["ungen", "ingen", "ing", "ung", "ern", "en", "er", "es", "em", "ed", "e", "n", "s"];

/// Words that stand in any message, without their endings.
const COMMON: &str = "about after again all also and any are aber alle als also am an auch auf aus bei beim best bin bis bitte but can \
    could dank das dass dear dem den der des die dies does done don dann doch ein eine einem einen einer eines even for from für fuer \
    geht get guten gut had hab habe haben hallo has hat have hello help hier hilfe how ich ihr ihre ihnen ihrer ihren im in ist its \
    just kann kein keine kind know können konnen koennen let like lot may mehr mein meine meinem meinen meiner mich mir mit more much \
    must my nach need new nicht noch not now nun nur oder off one only our out over per please problem question regard said schon \
    sehr sein seit sich sie sind should since sir so some still such tag team than thank that the their them then there they this \
    thing time too try um und uns unser use very vielen von vor war was way week well went were weil wenn werden what when where \
    which who why wie will wir wird with wo work would wurde wurd year yes yesterday you your zu zum zur";

/// An article as it is put on the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelfText {
    /// By which it is found.
    pub name: String,
    /// Title and tags.
    pub heading: String,
    /// What it says.
    pub body: String,
}

/// Articles that can be asked for.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    sheets: Vec<Sheet>,
    /// In how many articles each word stands.
    holding: BTreeMap<String, f64>,
    /// Words of an article, on average.
    usual_length: f64,
}

/// One article.
#[derive(Clone, Debug)]
struct Sheet {
    name: String,
    heading: BTreeSet<String>,
    counts: BTreeMap<String, f64>,
    length: f64,
}

impl Shelf {
    /// Puts articles on a shelf.
    pub fn of(texts: impl Iterator<Item = ShelfText>) -> Self {
        let sheets: Vec<Sheet> = texts.map(|text| Sheet::of(&text)).collect();
        let mut holding: BTreeMap<String, f64> = BTreeMap::new();
        for word in sheets.iter().flat_map(|sheet| sheet.counts.keys()) {
            *holding.entry(word.clone()).or_default() += 1.0;
        }
        let usual_length = sheets.iter().map(|sheet| sheet.length).sum::<f64>() / count(sheets.len()).max(1.0);
        Self { sheets, holding, usual_length }
    }

    /// The articles that fit a message, the best first.
    pub fn fitting(&self, subject: &str, text: &str, most: usize) -> Vec<String> {
        if self.sheets.is_empty() {
            return Vec::new();
        }
        let beginning = text.get(..text.floor_char_boundary(BYTES)).unwrap_or(text);
        let words = words(subject).into_iter().chain(words(beginning)).take(WORDS);
        let asked: BTreeSet<Vec<String>> = words.filter_map(|word| self.roots(&word.text)).collect();
        let mut fitting: Vec<(f64, &Sheet)> =
            self.sheets.iter().filter_map(|sheet| Some((self.score(sheet, &asked)?, sheet))).collect();
        fitting.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.name.cmp(&other.name)));
        fitting.into_iter().take(most).map(|(_, sheet)| sheet.name.clone()).collect()
    }

    /// The roots of a word that may stand in an article. Most words of a message stand in none, and nothing is made of those.
    fn roots(&self, word: &str) -> Option<Vec<String>> {
        let is_strange = word.is_ascii() && !self.holding.contains_key(root(word));
        if is_strange { None } else { roots(word) }
    }

    /// How well an article fits; none where it does not.
    fn score(&self, sheet: &Sheet, asked: &BTreeSet<Vec<String>>) -> Option<f64> {
        let (mut score, mut agreeing, mut in_heading) = (0.0, 0_usize, false);
        for spellings in asked {
            let Some((word, count)) = spellings.iter().find_map(|word| sheet.counts.get_key_value(word)) else { continue };
            let usual = 1.0 - LENGTH + LENGTH * sheet.length / self.usual_length.max(1.0);
            score += self.rarity(word) * count * (SATURATION + 1.0) / (count + SATURATION * usual);
            agreeing = agreeing.saturating_add(1);
            in_heading |= sheet.heading.contains(word);
        }
        (agreeing >= 2 && in_heading && score >= ENOUGH).then_some(score)
    }

    /// How much a word tells.
    fn rarity(&self, word: &str) -> f64 {
        let holding = self.holding.get(word).copied().unwrap_or_default();
        let others = count(self.sheets.len()) + UNWRITTEN - holding;
        (1.0 + (others + 0.5) / (holding + 0.5)).ln()
    }
}

impl Sheet {
    fn of(text: &ShelfText) -> Self {
        let mut sheet = Self { name: text.name.clone(), heading: BTreeSet::new(), counts: BTreeMap::new(), length: 0.0 };
        for (part, weight) in [(&text.heading, HEADING), (&text.body, 1.0)] {
            for roots in words(part).into_iter().filter_map(|word| roots(&word.text)) {
                sheet.length += 1.0;
                for root in roots {
                    if weight > 1.0 {
                        sheet.heading.insert(root.clone());
                    }
                    *sheet.counts.entry(root).or_default() += weight;
                }
            }
        }
        sheet
    }
}

/// A small number.
fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}

/// The ways in which a word in small letters is compared; none of one that says nothing: common, short, a number.
fn roots(word: &str) -> Option<Vec<String>> {
    let says_something = word.chars().count() > 2 && word.chars().any(char::is_alphabetic) && !is_common(word);
    says_something.then(|| {
        let mut roots: Vec<String> = forms(word).iter().map(|form| root(form).to_owned()).collect();
        roots.dedup();
        roots
    })
}

fn is_common(word: &str) -> bool {
    // Each word of each message is asked about: going through the list for it was a third of taking a message in.
    static WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| COMMON.split_whitespace().collect());
    WORDS.contains(word) || WORDS.contains(root(word))
}

fn root(word: &str) -> &str {
    let mut rest = word;
    while let Some(shorter) = ENDINGS.iter().find_map(|ending| rest.strip_suffix(ending))
        && shorter.chars().count() >= ROOT_LETTERS
    {
        rest = shorter;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf() -> Shelf {
        let text = |name: &str, heading: &str, body: &str| ShelfText {
            name: name.to_owned(),
            heading: heading.to_owned(),
            body: body.to_owned(),
        };
        let texts = [
            text(
                "password",
                "Forgotten password login",
                "Open the portal, press reset, and read the mail that we send you. The link holds for an hour.",
            ),
            text(
                "refund",
                "Refunds and returns",
                "Send the parcel back within thirty days. The money is on your account after ten days; invoices are corrected.",
            ),
            text(
                "printer",
                "The printer prints stripes",
                "Clean the roller with a dry cloth. If the stripes stay, the cartridge must be exchanged.",
            ),
            text(
                "passwort",
                "Passwort vergessen Anmeldung",
                "Öffnen Sie das Portal und drücken Sie auf Zurücksetzen. Die Nachricht mit dem Link gilt eine Stunde.",
            ),
            text(
                "erstattung",
                "Rückgabe und Erstattung",
                "Senden Sie das Paket innerhalb von dreißig Tagen zurück. Rechnungen werden berichtigt.",
            ),
        ];
        Shelf::of(texts.into_iter())
    }

    #[test]
    fn what_fits_is_found_whatever_its_ending_and_spelling() {
        for (subject, text, expected) in [
            ("Cannot log in", "I have forgotten my passwords for the portal.", "password"),
            ("Refund", "I returned the parcel two weeks ago. Where is my money?", "refund"),
            ("Printers", "Our printer is printing stripes on every page.", "printer"),
            ("Kennwort", "Ich habe mein Passwort für die Anmeldung vergessen.", "passwort"),
            ("Rueckgaben", "Wann kommt die Erstattung der Rechnung?", "erstattung"),
        ] {
            assert_eq!(shelf().fitting(subject, text, 3).first().map(String::as_str), Some(expected), "{subject}");
        }
    }

    #[test]
    fn what_does_not_fit_is_not_offered() {
        for (subject, text) in [
            ("Hello", "Can you please help me? I have a question about my order."),
            ("Invoice 17", "The sum is wrong."),
            ("Password", ""),
            ("Meeting", "Shall we meet in thirty days for an hour? The link is below. Thank you and best regards."),
            ("", ""),
            ("Party", "The portal was open when the cloth on my account was dry."),
        ] {
            assert_eq!(shelf().fitting(subject, text, 3), Vec::<String>::new(), "{subject}");
        }
        assert_eq!(Shelf::default().fitting("Refund", "of my returned parcel", 3), Vec::<String>::new());
    }

    #[test]
    fn the_best_come_first_and_no_more_than_were_asked_for() {
        let fitting =
            shelf().fitting("Refund and password", "The refund of the returned parcel: I forgot the password of my login.", 3);
        assert_eq!(fitting.len(), 2);
        assert_eq!(
            shelf()
                .fitting("Refund and password", "The refund of the returned parcel: I forgot the password of my login.", 1)
                .len(),
            1
        );
    }

    #[test]
    fn endings_are_cut_alike() {
        for (one, other) in
            [("addresses", "address"), ("printers", "printing"), ("invoice", "invoices"), ("rechnungen", "rechnung")]
        {
            assert_eq!(root(one), root(other));
        }
        assert_eq!(root("bus"), "bus");
    }
}
