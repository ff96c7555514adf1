//! A mail as its plain version alone has it, where the HTML version says something else.
//!
//! Of a customer's mail both versions are shown (`choose`): losing what he wrote is the costlier error. A mail of the staff is an
//! order, and must not say one thing to its writer's eyes and another to ours, so there the plain version alone counts
//! (SECURITY.md, C05). Versions that mail programs make of one text differ in links, pictures and marks of emphasis; those are
//! not compared.

use std::collections::BTreeSet;

use super::model::Mail;
use super::trim;

/// Words of one version that the other lacks: so many are no accident of a mail program.
const WORDS: usize = 3;
/// In a short text fewer are enough: one word in so many.
const SHARE: usize = 5;

/// The mail with nothing but its plain version in it, and the other one under [`Mail::left_out`]; none where there is one version,
/// or both say the same.
pub fn plain_alone(mail: &Mail) -> Option<Mail> {
    let plain: String = mail.plain.as_ref()?.chars().filter(|c| !matches!(c, '\0' | '\u{feff}')).collect();
    let plain = plain.replace('\r', "\n");
    let html = mail.html_text.as_ref().filter(|html| !html.trim().is_empty())?;
    let sender = mail.from.as_ref().map(|from| format!("{} <{}>", from.name, from.address)).unwrap_or_default();
    let (new, shown) = (trim::split(&plain, &[], &sender), trim::split(html, &[], &sender));
    // What is new in the one is looked for in the whole of the other, for the two need not be cut at the same place.
    let differs = lacks(&plain, &shown.visible) || lacks(html, &new.visible);
    differs.then(|| Mail {
        text: plain,
        visible: new.visible,
        quoted: new.quoted,
        signature: new.signature,
        trim: new.confidence,
        left_out: Some(html.clone()),
        ..mail.clone()
    })
}

/// Does a whole text lack what the other says?
fn lacks(whole: &str, new: &str) -> bool {
    let (whole, new) = (words(whole), words(new));
    let missing = new.difference(&whole).count();
    missing >= WORDS || missing > 0 && missing.saturating_mul(SHARE) >= new.len()
}

/// The words of a text in lower case, without links and the names of pictures.
fn words(text: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let mut is_picture = false;
    for piece in text.split_whitespace() {
        is_picture |= piece.starts_with("[image:") || piece.starts_with("[cid:");
        let lower = piece.to_lowercase();
        let is_file = [".png", ".jpg", ".jpeg", ".gif"].iter().any(|end| lower.trim_end_matches([']', ')', '>']).ends_with(end));
        if !is_picture && !is_file {
            let starts = ["http://", "https://", "mailto:", "www.", "tel:"].iter().filter_map(|link| lower.find(link));
            let end = starts.min().unwrap_or(lower.len());
            let before = lower.get(..end).unwrap_or_default();
            words.extend(before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned));
        }
        is_picture &= !piece.ends_with(']');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::OwnMarks;

    fn left(plain: &str, html: &str) -> Option<String> {
        let raw = format!(
            "From: Alice Arden <alice@example.org>\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\r\n{plain}\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n--b--\r\n"
        );
        plain_alone(&crate::mail::read(raw.as_bytes(), &OwnMarks::default())).map(|mail| mail.visible.trim().to_owned())
    }

    #[test]
    fn c05_what_the_two_versions_say_differently_is_found() {
        for (plain, html) in [
            ("Dear Cust, try water.", "<p>Dear Cust, you get your money back.</p>"),
            ("You get no money back.", "<p>You get your money back.</p>"),
            ("#note\r\n\r\nHe is a nuisance.", "<p>Dear Cust, we are on it.</p>"),
            ("#close", "<p>#close</p><p>Thank you for your patience with us.</p>"),
        ] {
            let first = plain.lines().next().unwrap_or_default();
            assert!(left(plain, html).is_some_and(|left| left.starts_with(first)), "{plain}");
        }
    }

    #[test]
    fn what_mail_programs_make_of_one_text_is_the_same() {
        for (plain, html) in [
            ("Dear Cust, *try* water.", "<p>Dear Cust, <b>try</b> water.</p>"),
            (
                "See our page <https://example.org/help?x=1> first.",
                "<p>See <a href=\"https://example.org/help?x=1\">our page</a> first.</p>",
            ),
            ("Look: [image: fire.png] there.", "<p>Look: <img src=\"cid:1\" alt=\"fire\"> there.</p>"),
            (
                "It is done.\r\n\r\nOn Monday Cust wrote:\r\n> It burns.",
                "<p>It is done.</p><div>On Monday Cust wrote:<blockquote>It burns.</blockquote></div>",
            ),
            ("#close\r\n\r\nIt is done.", "#close<br><br>It is done."),
            ("\u{feff}It is done.", "<p>It is done.</p>"),
        ] {
            assert_eq!(left(plain, html), None, "{plain}");
        }
        assert_eq!(left("It is done.", ""), None);
    }
}
