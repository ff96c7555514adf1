//! Hostile and broken mail on the stable toolchain: a bounded number of messages, made from fixed seeds, so that a failure can
//! be seen again. One half are messages of `tests/corpus` with pieces cut out, doubled, exchanged and spoilt; the other half are
//! structures built at random: MIME trees, HTML, quotes, headers, delivery reports, Authentication-Results.
//!
//! What must hold for all of them: nothing panics; the new text, the quote and the signature together are the text, line by line
//! and in order; every list and every text stays within its bound. `FUZZ_ROUNDS=100000 cargo test --test fuzz` runs longer.

#![expect(clippy::expect_used, reason = "a test stops where its world cannot be set up")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use maildesk::base::{EmailAddress, limit};
use maildesk::mail::{Mail, OwnMarks, forwarded_sender, read, read_body};
use maildesk::policy::{AuthMode, Authentication, sender_proof};

/// Marsaglia's xorshift64: small, and the same on every machine.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `below`.
    fn below(&mut self, below: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(below.max(1)).expect("fits")).expect("fits")
    }

    fn one_in(&mut self, chance: usize) -> bool {
        self.below(chance) == 0
    }

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from.get(self.below(from.len())).expect("not empty")
    }
}

/// How many messages each test makes.
fn rounds(usual: u64) -> u64 {
    std::env::var("FUZZ_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(usual)
}

fn corpus() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.retain(|path| path.extension().is_some_and(|kind| kind == "eml"));
    paths.iter().map(|path| fs::read(path).expect("a message")).collect()
}

/// Lines that say something, as they are compared. What takes no room on the screen says nothing.
fn lines(text: &str) -> Vec<&str> {
    let is_seen = |c: char| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}');
    text.lines().map(str::trim).filter(|line| line.chars().any(is_seen)).collect()
}

/// The three parts are the text: each in its order, and together every line as often as it stands there.
fn nothing_is_lost(mail: &Mail, seed: &str) {
    // What an invitation says is shown below the text, and is no part of it.
    let invitation = mail.invitation.as_ref().filter(|invitation| !mail.text.contains(invitation.as_str()));
    let mut text = lines(&mail.text);
    text.extend(invitation.map(|invitation| lines(invitation)).unwrap_or_default());
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    for line in &text {
        *counts.entry(line).or_default() += 1;
    }
    for part in [&mail.visible, &mail.quoted, &mail.signature] {
        let mut rest = text.iter();
        for line in lines(part) {
            assert!(rest.any(|other| *other == line), "{seed}: {line:?} is not in the text in its order");
            *counts.entry(line).or_default() -= 1;
        }
    }
    let wrong: Vec<_> = counts.iter().filter(|(_, count)| **count != 0).take(3).collect();
    assert!(wrong.is_empty(), "{seed}: lost (or doubled, below zero): {wrong:?}");
}

fn within_bounds(mail: &Mail, seed: &str) {
    for (what, is, most) in [
        ("bytes of text", mail.text.len(), limit::TEXT_BYTES),
        ("bytes of HTML as text", mail.html_text.as_ref().map_or(0, String::len), limit::TEXT_BYTES),
        // With the ellipsis.
        ("characters of subject", mail.subject.chars().count(), limit::SUBJECT_CHARS + 1),
        ("references", mail.references.len(), limit::REFERENCES),
        ("recipients", mail.to.len(), limit::RECIPIENTS),
        ("copies", mail.cc.len(), limit::RECIPIENTS),
        ("files", mail.attachments.len(), limit::MIME_PARTS + 100),
        ("defects", mail.defects.len(), 60),
        ("evidence", mail.evidence.len(), 20),
        ("header fields", mail.headers.len(), 500),
        ("failed recipients", mail.bounce.as_ref().map_or(0, |bounce| bounce.recipients.len()), 100),
    ] {
        assert!(is <= most, "{seed}: {is} {what}, and at most {most} are allowed");
    }
    assert!(!mail.text.contains('\0'), "{seed}: a NUL in the text");
    assert!(!mail.subject.contains(['\n', '\r']), "{seed}: a line end in the subject");
    assert!(!mail.suppress_auto_reply || !mail.evidence.is_empty(), "{seed}: a verdict without evidence");
    assert!(!mail.automatic || mail.suppress_auto_reply, "{seed}: an automatic mail that may be answered automatically");
}

fn authentication() -> Authentication {
    Authentication { mode: AuthMode::TrustedResults, authserv_ids: ["mx.example.org".to_owned()].into(), trusted_hops: 1 }
}

/// Reads a message, and asks everything that can be asked about it.
fn check(raw: &[u8], seed: &str) {
    let own = OwnMarks { addresses: vec![EmailAddress::new("help@example.org").expect("an address")], loop_marks: Vec::new() };
    let mail = read(raw, &own);
    within_bounds(&mail, seed);
    nothing_is_lost(&mail, seed);
    let _ = forwarded_sender(&mail);
    let (_, reason) = sender_proof(&mail, &authentication());
    assert!(reason.len() <= 4000, "{seed}: a reason of {} bytes", reason.len());
}

#[test]
fn spoilt_messages_of_the_corpus() {
    let corpus = corpus();
    for round in 0..rounds(1_500) {
        let mut dice = Dice::new(round + 1);
        let mut raw = corpus.get(dice.below(corpus.len())).expect("a message").clone();
        for _ in 0..=dice.below(6) {
            spoil(&mut raw, &corpus, &mut dice);
            raw.truncate(64 * 1024);
        }
        check(&raw, &format!("round {round}"));
    }
}

/// One thing that goes wrong on the way.
fn spoil(raw: &mut Vec<u8>, corpus: &[Vec<u8>], dice: &mut Dice) {
    let (from, to) = (dice.below(raw.len() + 1), dice.below(raw.len() + 1));
    let (from, to) = (from.min(to), from.max(to));
    match dice.below(9) {
        0 => raw.truncate(to),
        1 => {
            raw.drain(from..to.min(from + 400));
        }
        2 => {
            let piece = raw.get(from..to.min(from + 400)).expect("within").to_vec();
            raw.splice(from..from, piece);
        }
        3 => {
            for _ in 0..8 {
                let at = dice.below(raw.len());
                let byte = u8::try_from(dice.below(256)).expect("a byte");
                raw.get_mut(at..=at).unwrap_or_default().fill(byte);
            }
        }
        4 => {
            let other = corpus.get(dice.below(corpus.len())).expect("a message");
            let piece = other.get(dice.below(other.len())..).expect("within");
            raw.truncate(from);
            raw.extend_from_slice(piece);
        }
        5 => raw.retain(|byte| *byte != b'\r'),
        6 => raw.splice(from..from, line(dice).into_bytes()).for_each(drop),
        7 => {
            let many = line(dice).repeat(dice.below(60));
            raw.splice(from..from, many.into_bytes()).for_each(drop);
        }
        _ => {
            let text = String::from_utf8_lossy(raw).into_owned();
            let mut lines: Vec<&str> = text.split('\n').collect();
            let (one, other) = (dice.below(lines.len()), dice.below(lines.len()));
            lines.swap(one, other);
            *raw = lines.join("\n").into_bytes();
        }
    }
}

/// A line that means something to one of the readers.
fn line(dice: &mut Dice) -> String {
    const LINES: &[&str] = &[
        "> ",
        ">> a quote",
        "On Mon, 3 Nov 2025 at 10:15, Ann <ann@example.org> wrote:",
        "Am 03.11.25 um 10:15 schrieb Ann:",
        "-- ",
        "--",
        "Regards,",
        "Ann Lee",
        "P.S. One more thing",
        "Sent from my iPhone",
        "-----Original Message-----",
        "---------- Forwarded message ---------",
        "From: Ann <ann@example.org>",
        "Sent: Monday, 3 November 2025 10:15",
        "To: Bob",
        "Subject: order",
        "Reply-To: eve@example.org",
        "To",
        "cc",
        "Subject",
        "11/03/2025 10:15 AM",
        "X-Raw: field",
        "=== #42 === Write above this line ===",
        "________________________________",
        "This e-mail is confidential. If you are not the intended recipient, delete it.",
        "the answer is yes",
        "Ja.",
        "?",
        "\u{200b}",
        "\u{202b}בתאריך 3.11.2025 כתב:\u{202c}",
        "在 2025年11月3日，10:15，Ann <ann@example.org> 写道：",
        "Final-Recipient: rfc822; gone@example.net",
        "Action: failed",
        "Status: 5.1.1",
        "550 5.1.1 user unknown",
        "Message-ID: <a@b>",
        "This is an automated response. We have received your request.",
        "Authentication-Results: mx.example.org; dkim=pass header.d=example.org; spf=fail (a (nested) comment) smtp.mailfrom=x",
        "References: <a@b> <c@d>",
        "Content-Type: multipart/mixed; boundary=b",
        "Content-Transfer-Encoding: base64",
        "--b",
        "--b--",
        "begin 644 a.txt",
        "=?utf-8?q?=C3?= =?utf-8?b?gA==?=",
        "<div class=gmail_quote><blockquote>",
        "</blockquote></div><br>",
        "",
        "",
    ];
    format!("{}{}", dice.pick(LINES), dice.pick(&["\n", "\r\n", "\n\n", " ", "\r"]))
}

fn words(dice: &mut Dice, most: usize) -> String {
    (0..dice.below(most))
        .map(|_| dice.pick(&["it", "breaks ", "when\n", "I ", "print ", "größe ", "件名", "\t", "a@b.c ", "10:15 ", ": "]))
        .collect()
}

fn text(dice: &mut Dice, most: usize) -> String {
    (0..dice.below(most)).map(|_| if dice.one_in(3) { words(dice, 12) } else { line(dice) }).collect()
}

fn html(dice: &mut Dice, most: usize) -> String {
    const TAGS: &[&str] = &[
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<br>",
        "<blockquote type=cite>",
        "</blockquote>",
        "<div class=\"gmail_quote\">",
        "<div class='gmail_attr'>",
        "<div id=divRplyFwdMsg>",
        "<hr>",
        "<table><tr><td>",
        "</td></tr></table>",
        "<ul><li>",
        "</li></ul>",
        "<ol>",
        "<a href=\"https://example.org/x\">",
        "</a>",
        "<span style=\"display:none\">",
        "</span>",
        "<style>p{}</style>",
        "<script>x()</script>",
        "<pre>",
        "</pre>",
        "<!-- ",
        " -->",
        "&nbsp;",
        "&gt;",
        "&#0;",
        "&#x110000;",
        "<![CDATA[",
        "<b",
        "<img src=cid:1@x alt='a picture'>",
        "<div class=gmail_signature>",
        "<textarea>",
        "<title>",
        "<p style='border-top:solid #E1E1E1'",
        "\0",
        "\u{fffd}",
    ];
    (0..dice.below(most)).map(|_| if dice.one_in(2) { (*dice.pick(TAGS)).to_owned() } else { text(dice, 3) }).collect()
}

/// A header block with a few fields, some of them twice or broken.
fn header(dice: &mut Dice) -> String {
    let mut out = String::new();
    for _ in 0..dice.below(14) {
        let name = dice.pick(&[
            "From",
            "from",
            "To",
            "Cc",
            "Subject",
            "Date",
            "Message-ID",
            "References",
            "In-Reply-To",
            "Return-Path",
            "Sender",
            "Reply-To",
            "Received",
            "Auto-Submitted",
            "Precedence",
            "List-Id",
            "X-Loop",
            "X-Failed-Recipients",
            "Authentication-Results",
            "Content-Disposition",
            "Delivered-To",
            "X",
        ]);
        let value = dice.pick(&[
            "Ann <ann@example.org>",
            "ann@example.org, bob@example.org",
            "=?utf-8?b?QW5u?= <ann@example.org>",
            "\"Ann\" <ann@example.org",
            "<>",
            "",
            "<a@b> <c@d>",
            "Mon, 3 Nov 2025 10:15:00 +0100",
            "auto-replied",
            "bulk",
            "mx.example.org; spf=pass smtp.mailfrom=example.org; dkim=pass (good) header.d=example.org header.i=@example.org; dmarc=pass header.from=example.org",
            "mx.example.org 1; none",
            "mx.example.org; dkim=pass header.d=\"exa\\\"mple.org\"; (((((",
            "mx.example.org; dkim=",
            "group: a@b.c, d@e.f;",
            "Re: AW: [list] order",
            "attachment; filename*0*=utf-8''a; filename*1*=%C3; filename*9=z",
            "help@example.org",
            "MAILER-DAEMON@example.net",
        ]);
        out.push_str(name);
        out.push_str(dice.pick(&[": ", ":", " : ", ":\r\n\t", " "]));
        out.push_str(value);
        out.push_str(dice.pick(&["\r\n", "\n", "\r\n ", "\n\t"]));
        if dice.one_in(5) {
            out.push_str("folded\r\n");
        }
    }
    out
}

/// A part with everything below it.
fn part(dice: &mut Dice, depth: usize) -> String {
    let boundary = format!("b{}", dice.below(4));
    match dice.below(if depth == 0 { 5 } else { 9 }) {
        0 | 1 => format!(
            "Content-Type: text/plain; charset={}\r\n\r\n{}",
            dice.pick(&["utf-8", "x", "utf-7", "gb2312", ""]),
            text(dice, 60)
        ),
        2 => format!(
            "Content-Type: text/html\r\nContent-Transfer-Encoding: {}\r\n\r\n{}",
            dice.pick(&["8bit", "quoted-printable", "base64"]),
            html(dice, 80)
        ),
        3 => format!("Content-Type: message/delivery-status\r\n\r\n{}\r\n{}", text(dice, 8), text(dice, 8)),
        4 => format!(
            "Content-Type: {}; name=\"{}\"\r\n\r\n{}",
            dice.pick(&["image/png", "text/calendar; method=REQUEST", "application/ms-tnef", ""]),
            words(dice, 4),
            text(dice, 8)
        ),
        5 => format!("Content-Type: message/rfc822\r\n\r\n{}{}", header(dice), part(dice, depth - 1)),
        _ => {
            let kind = dice.pick(&["mixed", "alternative", "related", "report; report-type=delivery-status", "digest", "signed"]);
            let mut out = format!("Content-Type: multipart/{kind}; boundary=\"{boundary}\"\r\n\r\n{}", words(dice, 3));
            for _ in 0..dice.below(4) {
                out.push_str(&format!("\r\n--{boundary}\r\n{}", part(dice, depth - 1)));
            }
            if !dice.one_in(4) {
                out.push_str(&format!("\r\n--{boundary}--\r\n"));
            }
            out
        }
    }
}

#[test]
fn structures_built_at_random() {
    for round in 0..rounds(1_500) {
        let mut dice = Dice::new(round + 1_000_000);
        let mut raw = header(&mut dice);
        if dice.one_in(20) {
            raw.push_str("\r\n");
        }
        raw.push_str(&part(&mut dice, 5));
        let mut raw = raw.into_bytes();
        raw.truncate(64 * 1024);
        check(&raw, &format!("round {round}"));
    }
}

#[test]
fn bare_texts_and_html() {
    for round in 0..rounds(1_000) {
        let mut dice = Dice::new(round + 2_000_000);
        let (as_html, body) = if dice.one_in(2) { (true, html(&mut dice, 200)) } else { (false, text(&mut dice, 200)) };
        nothing_is_lost(&read_body(&body, as_html), &format!("round {round}"));
    }
}

/// What is seen of HTML is in the HTML, in the same order: every word is written once.
#[test]
fn what_is_seen_comes_from_the_html_in_order() {
    for round in 0..rounds(500) {
        let mut dice = Dice::new(round + 3_000_000);
        let mut body = String::new();
        for word in 0..dice.below(120) {
            if dice.one_in(2) {
                body.push_str(dice.pick(&[
                    "<p>",
                    "</p>",
                    "<div>",
                    "</div>",
                    "<br>",
                    "<blockquote>",
                    "</blockquote>",
                    "<ul><li>",
                    "</li></ul>",
                    "<table><tr><td>",
                    "</td></tr></table>",
                    "<b>",
                    "</b>",
                    "<hr>",
                ]));
            }
            body.push_str(&format!(" word{word} "));
        }
        let mail = read_body(&body, true);
        let numbers = |text: &str| {
            text.split_whitespace().filter_map(|word| word.strip_prefix("word")?.parse::<usize>().ok()).collect::<Vec<_>>()
        };
        let (is, expected) = (numbers(&mail.text), numbers(&body.replace('<', " <").replace('>', "> ")));
        assert_eq!(is, expected, "round {round}: {body}");
    }
}

/// A few large ones: nothing may take memory or time out of proportion.
#[test]
fn two_mebibytes_of_anything() {
    let build: [(&str, fn(&mut Dice) -> String); 6] = [
        ("text", |dice| format!("From: a@example.org\n\n{}", text(dice, 40))),
        ("html", |dice| format!("From: a@example.org\nContent-Type: text/html\n\n{}", html(dice, 60))),
        ("header", header),
        ("report", |dice| {
            format!("From: MAILER-DAEMON@example.net\nContent-Type: message/delivery-status\n\n{}", text(dice, 30))
        }),
        ("tree", |dice| part(dice, 8)),
        ("results", |_| "Authentication-Results: mx.example.org; dkim=pass (a) header.d=example.org;".to_owned()),
    ];
    for (seed, (name, make)) in build.iter().enumerate() {
        let mut dice = Dice::new(u64::try_from(seed).expect("fits") + 4_000_000);
        let mut piece = make(&mut dice);
        while piece.len() < 200 {
            piece.push_str(&make(&mut dice));
        }
        let mut raw = piece.repeat(2 * 1024 * 1024 / piece.len() + 1).into_bytes();
        raw.truncate(2 * 1024 * 1024);
        check(&raw, name);
    }
}
