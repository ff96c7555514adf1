//! Which of two versions of a text is the text: the plain one, the HTML one, or both.
//!
//! The plain version counts (RFC 2046 §5.1.4 lets a reader take what it shows best), unless it says nothing: it is empty, it only
//! says that one should look at the HTML, it is a bare link, or a teaser of a text that is much longer. Where both say different
//! things, both are shown: losing what a person wrote is the costlier error.

use std::collections::BTreeSet;

/// What counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    Plain,
    Html,
    /// The HTML; the plain version only says that one should look at it.
    HtmlInstead,
    Both,
}

/// Words of a text that are compared.
const WORDS: usize = 5000;
/// A placeholder says no more than this.
const PLACEHOLDER_WORDS: usize = 60;
/// A text has to be this much longer than another for the other to be a teaser, and has to have this many words.
const TEASER: usize = 5;
const TEASED_WORDS: usize = 50;

/// Compares two versions of one text.
pub(super) fn version(plain: &str, html: &str) -> Version {
    if plain.trim().is_empty() {
        return Version::Html;
    }
    let html_count = count(html);
    if html_count == 0 {
        return Version::Plain;
    }
    let plain_count = count(plain);
    if plain_count == 0 {
        return Version::Html;
    }
    let is_short = plain_count <= PLACEHOLDER_WORDS && is_placeholder(plain, html_count >= plain_count);
    if is_short && share(plain, html) < 80 {
        return Version::HtmlInstead;
    }
    if html_count >= TEASED_WORDS && html_count >= plain_count * TEASER {
        return if share(plain, html) >= 80 { Version::Html } else { Version::Both };
    }
    // A short HTML version that says something else: somebody wrote it into the one and left the other as it was.
    if html_count >= TEASER && html_count * 2 <= plain_count && share(html, plain) < 40 {
        return Version::Both;
    }
    Version::Plain
}

/// The words of a text, without links and what stands for pictures.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .filter(|word| !is_link(word.as_bytes()))
        .flat_map(|word| word.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .take(WORDS)
}

/// How many words there are. Lines of ASCII, which most are, need not be taken apart letter by letter.
fn count(text: &str) -> usize {
    let of_line = |line: &str| {
        if !line.is_ascii() {
            return words(line).count();
        }
        // Unicode counts the vertical tab among white space, ASCII's own question does not.
        let pieces = line.as_bytes().split(|b| b.is_ascii_whitespace() || *b == 0x0b).filter(|piece| !is_link(piece));
        pieces
            .map(|piece| {
                piece
                    .chunk_by(|a, b| a.is_ascii_alphanumeric() == b.is_ascii_alphanumeric())
                    .filter(|run| run.first().is_some_and(u8::is_ascii_alphanumeric))
                    .count()
            })
            .sum()
    };
    text.split('\n').map(of_line).sum::<usize>().min(WORDS)
}

/// Whether a piece between blanks is a link or stands for a picture.
fn is_link(piece: &[u8]) -> bool {
    let opening = piece.iter().take_while(|b| matches!(b, b'<' | b'(' | b'[' | b'*' | b'"')).count();
    let piece = piece.get(opening..).unwrap_or_default();
    // Most are settled by their first letter.
    piece.first().is_some_and(|b| matches!(b.to_ascii_lowercase(), b'h' | b'w' | b'c' | b'm' | b'i'))
        && ["http://", "https://", "www.", "cid:", "mailto:", "image:"]
            .iter()
            .any(|start| piece.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes())))
}

/// How many of a hundred different words also occur among others.
fn share(of: &str, among: &str) -> usize {
    let set = |text: &str| words(text).map(str::to_lowercase).collect::<BTreeSet<String>>();
    let (of, among) = (set(of), set(among));
    of.intersection(&among).count() * 100 / of.len().max(1)
}

/// A plain version that only says that it says nothing.
fn is_placeholder(text: &str, html_is_longer: bool) -> bool {
    let text = text.to_lowercase();
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| text.contains(phrase));
    text.contains("html") && says(OF_HTML) || html_is_longer && says(OF_BROWSERS)
}

/// Beside the word "HTML", in en de fr es it pt nl sv da no fi pl cs hu ru tr ja zh ko.
const OF_HTML: &[&str] = &[
    "not support",
    "n't support",
    "cannot display",
    "can't display",
    "unable to display",
    "unable to view",
    "cannot view",
    "cannot read",
    "view this message",
    "view this email",
    "view this e-mail",
    "html message",
    "html email",
    "html e-mail",
    "html mail",
    "html format",
    "html version",
    "html-format",
    "html-capable",
    "html capable",
    "html-enabled",
    "html enabled",
    "html compatible",
    "enable html",
    "supports html",
    "support html",
    "html-fähig",
    "html-nachricht",
    "html-mail",
    "html-e-mail",
    "html nicht",
    "kein html",
    "keine html",
    "format html",
    "au html",
    "message html",
    "pas le html",
    "pas l'html",
    "pas html",
    "formato html",
    "soporta html",
    "no admite html",
    "mensaje html",
    "messaggio html",
    "supporta html",
    "supporta l'html",
    "mensagem html",
    "suporta html",
    "geen html",
    "html-bericht",
    "html-indeling",
    "stöder inte html",
    "stöd för html",
    "html-formatet",
    "html-format",
    "understøtter ikke html",
    "støtter ikke html",
    "html-muodossa",
    "ei tue html",
    "obsługuje html",
    "formacie html",
    "nepodporuje html",
    "formátu html",
    "html formátum",
    "не поддерживает html",
    "формате html",
    "html desteklemiyor",
    "html biçiminde",
    "html 形式",
    "html形式",
    "htmlメール",
    "html メール",
    "html格式",
    "html 格式",
    "支持html",
    "支援html",
    "html 형식",
    "html을 지원",
];

/// Without it: pointers to a page that shows the message.
const OF_BROWSERS: &[&str] = &[
    "view it in your browser",
    "view in your browser",
    "view in browser",
    "view this email in your browser",
    "view this message in your browser",
    "view online version",
    "trouble viewing this",
    "having trouble reading this",
    "im browser ansehen",
    "im browser anzeigen",
    "im browser öffnen",
    "online-version",
    "dans votre navigateur",
    "version en ligne",
    "en su navegador",
    "en tu navegador",
    "nel browser",
    "versione online",
    "no seu navegador",
    "in uw browser",
    "in je browser",
    "i din webbläsare",
    "i din browser",
    "i nettleseren",
    "w przeglądarce",
    "v prohlížeči",
    "в браузере",
    "ブラウザで",
    "在浏览器中",
    "在瀏覽器中",
    "브라우저에서",
];

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "Dear Ann, your order number 4711 of three chairs and one table has left our house today and will be with you by \
                        Friday. Please have somebody at home between eight and twelve, because the parcel is heavy and needs two \
                        people to carry it. Should anything be wrong with it, write to us within fourteen days and we send another.";

    #[test]
    fn a_text_that_says_nothing_gives_way() {
        for plain in [
            "This is an HTML message. Your mail program does not support HTML.",
            "Ihr E-Mail-Programm unterstützt kein HTML.",
            "Votre logiciel de messagerie ne prend pas en charge le format HTML.",
            "Este mensaje está en formato HTML.",
            "このメールはHTML形式です。",
            "Having trouble reading this? https://example.org/1",
            "Ansicht fehlerhaft? Im Browser ansehen: https://example.org/x",
        ] {
            assert_eq!(version(plain, LONG), Version::HtmlInstead, "{plain}");
        }
        for plain in [
            "",
            " \n\u{a0}\n",
            "https://example.org/view?id=1",
            "[cid:logo@example.org]",
            "Dear Ann, your order number 4711 has left our house",
        ] {
            assert_eq!(version(plain, LONG), Version::Html, "{plain}");
        }
    }

    #[test]
    fn a_text_that_says_something_stays() {
        assert_eq!(version(LONG, LONG), Version::Plain);
        assert_eq!(version("Yes, please.", "Yes, please."), Version::Plain);
        assert_eq!(version("Yes, please.", ""), Version::Plain);
        assert_eq!(version("My program does not support HTML mail.", "My program does not support HTML mail."), Version::Plain);
        assert_eq!(
            version("Yes, please, on Friday.", &format!("Yes, please, on Friday. Ann wrote: {}", "no ".repeat(12))),
            Version::Plain
        );
    }

    #[test]
    fn two_texts_are_both_shown() {
        assert_eq!(version("Please ring me, my number is new", LONG), Version::Both);
        assert_eq!(version(LONG, "Forget what stands below, it came already, thanks"), Version::Both);
    }
}
