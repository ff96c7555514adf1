//! What is composed reads back as the same fields and no others, whatever is put in.

use std::borrow::Cow;

use mail_parser::{HeaderValue, MessageParser, MimeHeaders, PartType};

use super::super::Attachment;
use super::*;
use crate::base::{Digest, one_line};

struct Desk {
    from: EmailAddress,
    to: EmailAddress,
    reply_to: EmailAddress,
    id: MessageId,
}

impl Desk {
    fn new() -> Self {
        let address = |text| EmailAddress::new(text).expect("address");
        Self {
            from: address("help@help.example.org"),
            to: address("cust@customer.example"),
            reply_to: address("help+r1abc@help.example.org"),
            id: MessageId::new("o.7.abcdefghijklmnop@help.example.org").expect("id"),
        }
    }

    fn letter<'a>(&'a self, text: &'a str) -> Outgoing<'a> {
        Outgoing {
            from: ("Example Helpdesk", &self.from),
            to: ("Ann Example", &self.to),
            reply_to: Some(&self.reply_to),
            subject: "Re: Printer [#7]",
            message_id: &self.id,
            date: Timestamp::from_seconds(1_772_355_600),
            in_reply_to: None,
            references: &[],
            text,
            html: None,
            pictures: None,
            files: None,
            auto_submitted: AutoSubmitted::No,
            loop_mark: "abc@help.example.org",
            list_id: None,
        }
    }
}

fn bytes(message: &Outgoing<'_>) -> Vec<u8> {
    let Composed { mut head, mut body } = compose(message);
    head.append(&mut body);
    head.extend_from_slice(message.files.map_or(&[], |files| files.bytes().as_slice()));
    head
}

fn text(message: &Outgoing<'_>) -> String {
    String::from_utf8(bytes(message)).expect("UTF-8")
}

/// Names of the header fields as a server sees them: by line, without any parser's kindness.
fn field_names(head: &[u8]) -> Vec<String> {
    let head = String::from_utf8_lossy(head);
    let lines = head.strip_suffix("\r\n\r\n").expect("ends with an empty line").split("\r\n");
    lines.filter(|line| !line.starts_with(' ')).map(|line| line.split(':').next().unwrap_or_default().to_owned()).collect()
}

fn file(name: &str, content_type: &str, content: &[u8]) -> Attachment {
    let content = content.to_vec();
    Attachment { name: name.to_owned(), content_type: content_type.to_owned(), content_id: None, inline: false, content }
}

#[test]
fn a_plain_letter_is_this() {
    let desk = Desk::new();
    let expected = "Date: Sun, 1 Mar 2026 09:00:00 +0000\r\n\
        From: \"Example Helpdesk\" <help@help.example.org>\r\n\
        Reply-To: \"Example Helpdesk\" <help+r1abc@help.example.org>\r\n\
        To: \"Ann Example\" <cust@customer.example>\r\n\
        Subject: Re: Printer [#7]\r\n\
        Message-ID: <o.7.abcdefghijklmnop@help.example.org>\r\n\
        X-Loop: abc@help.example.org\r\n\
        MIME-Version: 1.0\r\n\
        Content-Type: text/plain; charset=utf-8\r\n\
        Content-Transfer-Encoding: 7bit\r\n\
        \r\n\
        Hello\r\n\
        \r\n\
        -- \r\n\
        Bob\r\n";
    assert_eq!(text(&desk.letter("Hello\n\n-- \nBob")), expected);
}

#[test]
fn automatic_mail_says_so() {
    let desk = Desk::new();
    let names = |auto_submitted| field_names(&compose(&Outgoing { auto_submitted, ..desk.letter("x") }).head);
    let has = |names: &[String], name: &str| names.iter().any(|field| field == name);
    let marked = ["Auto-Submitted", "X-Auto-Response-Suppress"];
    assert!(marked.iter().all(|name| !has(&names(AutoSubmitted::No), name)));
    assert!(marked.iter().all(|name| has(&names(AutoSubmitted::Generated), name)));
    assert!(marked.iter().all(|name| has(&names(AutoSubmitted::Replied), name)));
    assert!(!has(&names(AutoSubmitted::Generated), "Precedence"));
    assert!(text(&Outgoing { auto_submitted: AutoSubmitted::Replied, ..desk.letter("x") }).contains("\r\nPrecedence: bulk\r\n"));
    assert!([AutoSubmitted::No, AutoSubmitted::Generated].iter().all(|kind| has(&names(*kind), "X-Loop")));
}

#[test]
fn the_body_knows_no_recipient() {
    let desk = Desk::new();
    let files = Files::of(&[file("a.txt", "text/plain", b"x")], Digest::default());
    let one = Outgoing { html: Some("<p>x</p>"), files: files.as_ref(), ..desk.letter("Grüße") };
    let other = MessageId::new("o.8.x@help.example.org").expect("id");
    let two = Outgoing { to: ("Zoë", &desk.from), message_id: &other, date: Timestamp::from_seconds(5), ..one.clone() };
    assert_eq!(compose(&one), compose(&one));
    assert_eq!(compose(&one).body, compose(&two).body);
    assert_ne!(compose(&one).head, compose(&two).head);
    assert_ne!(compose(&one).body, compose(&Outgoing { html: Some("<p>y</p>"), ..one.clone() }).body);
}

#[test]
fn m01_m02_no_name_or_subject_adds_a_header() {
    let desk = Desk::new();
    for hostile in [
        "hi\r\nBcc: evil@example.net",
        "a\nb",
        "a\rb",
        "a\0b\tc",
        "\r\n\r\nbody",
        "=?utf-8?q?hi=0D=0ABcc:_evil@example.net?=",
        "\" <x@y>, \"",
        "\\\"",
        "\u{2028}Bcc: x",
    ] {
        let letter = Outgoing {
            from: (hostile, &desk.from),
            to: (hostile, &desk.to),
            subject: hostile,
            list_id: Some((hostile, hostile)),
            loop_mark: hostile,
            ..desk.letter("x")
        };
        let composed = compose(&letter);
        let mut names = field_names(&composed.head);
        names.retain(|name| !matches!(name.as_str(), "List-Id" | "X-Loop"));
        assert_eq!(
            names,
            [
                "Date",
                "From",
                "Reply-To",
                "To",
                "Subject",
                "Message-ID",
                "MIME-Version",
                "Content-Type",
                "Content-Transfer-Encoding"
            ],
            "{hostile:?}"
        );
        let bytes = bytes(&letter);
        let parsed = MessageParser::default().parse(&bytes).expect("message");
        assert_eq!(parsed.subject(), Some(one_line(hostile, 500).as_str()));
        assert_eq!(parsed.to().and_then(|to| to.first()).and_then(|to| to.address()), Some("cust@customer.example"));
    }
}

#[test]
fn m03_the_last_twenty_references_are_kept_and_folded() {
    let desk = Desk::new();
    let ids: Vec<_> = (0..10_000).map(|n| MessageId::new(&format!("{n}.{}@example.net", "x".repeat(800))).expect("id")).collect();
    let letter = Outgoing { references: &ids, in_reply_to: ids.last(), ..desk.letter("x") };
    let bytes = bytes(&letter);
    let parsed = MessageParser::default().parse(&bytes).expect("message");
    let expected: Vec<Cow<'_, str>> = ids[9980..].iter().map(|id| id.as_str().into()).collect();
    assert_eq!(parsed.references(), &HeaderValue::TextList(expected));
    assert_eq!(parsed.in_reply_to().as_text(), ids.last().map(MessageId::as_str));
    assert!(bytes.split(|b| *b == b'\n').all(|line| line.len() <= 999));
}

#[test]
fn lines_are_short_and_trailing_space_survives() {
    let desk = Desk::new();
    for body in [
        "x".repeat(3000),
        format!("{}\u{e9} \nend\t", "word ".repeat(900)),
        ".\nFrom me\n.x \n\u{e9}".to_owned(),
        "я".repeat(4000),
    ] {
        let letter = text(&desk.letter(&body));
        assert!(letter.split("\r\n").all(|line| line.len() <= 78 && !line.starts_with("From ") && line != "."), "{letter}");
        let parsed = MessageParser::default().parse(letter.as_bytes()).expect("message");
        assert_eq!(parsed.body_text(0).expect("text").trim_end_matches("\r\n"), body.replace('\n', "\r\n"));
    }
}

#[test]
fn every_line_end_becomes_crlf() {
    assert!(text(&Desk::new().letter("a\rb\nc\r\nd\n\re")).ends_with("\r\n\r\na\r\nb\r\nc\r\nd\r\n\r\ne\r\n"));
    assert!(text(&Desk::new().letter("")).ends_with("\r\n\r\n"));
}

#[test]
fn files_keep_their_bytes_and_names() {
    let desk = Desk::new();
    let every: Vec<u8> = (0..=255).cycle().take(5000).collect();
    let nested = b"Subject: inner\r\n\r\n--x\r\nhello\r\n";
    let long = format!("{}.pdf", "long-name-".repeat(11));
    let mut picture = file("bild.png", "image/png", &every);
    picture.inline = true;
    picture.content_id = Some("pic@example.org".to_owned());
    let files = [
        file("plain.bin", "application/x-thing", &every),
        file("Über \"uns\" 📄.pdf", "application/pdf", b""),
        file(&long, "text/plain", b"caf\xe9"),
        file("mail.eml", "message/rfc822", nested),
        file("odd.eml", "message/rfc822", b"Subject: \xe9\n\nx"),
        file("trick", "text/html\r\nBcc: x@example.net", b"y"),
        picture,
    ];
    let block = Files::of(&files, Digest::default());
    let letter = Outgoing { files: block.as_ref(), html: Some("<b>x</b>"), ..desk.letter("x") };
    let bytes = bytes(&letter);
    let parsed = MessageParser::default().parse(&bytes).expect("message");
    assert_eq!(parsed.attachments.len(), files.len());
    for (part, file) in parsed.attachments().zip(&files) {
        assert_eq!(part.attachment_name(), Some(file.name.as_str()));
        match &part.body {
            PartType::Message(inner) => assert_eq!(inner.subject(), Some("inner")),
            // mail-parser decodes the charset of text parts.
            PartType::Text(_) => assert_eq!(part.content_type().map(|kind| kind.ctype()), Some("text")),
            _ => assert_eq!(part.contents(), file.content, "{}", file.name),
        }
    }
    assert!(bytes.windows(nested.len()).any(|window| window == nested));
    assert_eq!(parsed.body_html(0).as_deref(), Some("<b>x</b>"));
    let types: Vec<_> =
        parsed.attachments().map(|part| part.content_type().and_then(|kind| kind.subtype()).unwrap_or_default()).collect();
    assert_eq!(types, ["x-thing", "pdf", "plain", "rfc822", "octet-stream", "octet-stream", "png"]);
}

#[test]
fn m20_non_ascii_addresses_are_written_as_they_are() {
    let desk = Desk::new();
    let to = EmailAddress::new("grüße@bücher.example").expect("address");
    let letter = text(&Outgoing { to: ("Jörg", &to), ..desk.letter("x") });
    assert!(letter.contains("\r\nTo: =?utf-8?q?J=C3=B6rg?= <grüße@bücher.example>\r\n"), "{letter}");
    let dotted = EmailAddress::new("a..b.@example.org").expect("address");
    assert!(text(&Outgoing { to: ("", &dotted), ..desk.letter("x") }).contains("\r\nTo: \"a..b.\"@example.org\r\n"));
}

#[test]
fn dates_outside_every_calendar_do_no_harm() {
    let desk = Desk::new();
    for date in [i64::MIN, -1, 0, i64::MAX].map(Timestamp::from_millis) {
        assert!(text(&Outgoing { date, ..desk.letter("x") }).starts_with("Date: "));
    }
}

/// Hostile strings that are the same at every run (splitmix64).
struct Strings(u64);

impl Strings {
    fn number(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % (below as u64)).expect("small")
    }

    fn string(&mut self) -> String {
        const PIECES: [&str; 40] = [
            "\r\n",
            "\n",
            "\r",
            "\0",
            "\t",
            " ",
            "  ",
            "Bcc: x@example.net",
            ": ",
            "\"",
            "\\",
            "<",
            ">",
            "@",
            ",",
            ";",
            "=?",
            "?=",
            "=?utf-8?b?DQpCY2M6?=",
            "=?utf-8?q?a?= =?utf-8?q?b?=",
            "é",
            "ß",
            "日本語",
            "📄",
            "\u{202e}",
            "\u{feff}",
            "\u{2028}",
            "\u{85}",
            "\u{1b}[31m",
            "--",
            "--=_",
            "=0D=0A",
            "{{7*7}}",
            "%0d%0a",
            "(comment)",
            ".",
            "From ",
            "_",
            "a",
            "word",
        ];
        let mut text = String::new();
        for _ in 0..self.number(12) {
            match self.number(12) {
                0 => text.push_str(&"x".repeat(self.number(200))),
                1 => text.extend(char::from_u32(u32::try_from(self.number(0x3000)).expect("small"))),
                2 => text.extend(char::from_u32(u32::try_from(self.number(0x11_0000)).expect("small"))),
                _ => text.push_str(PIECES[self.number(PIECES.len())]),
            }
        }
        text
    }
}

#[test]
fn any_text_anywhere_reads_back_as_it_was() {
    let desk = Desk::new();
    let mut strings = Strings(7);
    let expected = [
        "Date",
        "From",
        "Reply-To",
        "To",
        "Subject",
        "Message-ID",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
        "List-Id",
        "X-Loop",
        "MIME-Version",
        "Content-Type",
    ];
    for round in 0..1500 {
        let [from, to, subject, body, html, list, name, kind, id] = std::array::from_fn(|_| strings.string());
        let file = Attachment {
            name: name.clone(),
            content_type: kind,
            content_id: Some(id.clone()),
            inline: round % 2 == 0,
            content: body.clone().into_bytes(),
        };
        let files = Files::of(&[file], Digest::default());
        let list_id = format!("q{id}.example.org");
        let letter = Outgoing {
            from: (&from, &desk.from),
            to: (&to, &desk.to),
            subject: &subject,
            html: Some(&html),
            files: files.as_ref(),
            auto_submitted: AutoSubmitted::Generated,
            list_id: Some((&list, &list_id)),
            ..desk.letter(&body)
        };
        let composed = compose(&letter);
        assert_eq!(field_names(&composed.head), expected, "round {round}");
        assert!(composed.head.is_ascii() && composed.body.is_ascii(), "round {round}");
        let bytes = bytes(&letter);
        assert!(bytes.split(|b| *b == b'\n').all(|line| line.len() <= 999), "round {round}");
        assert!(!bytes.contains(&0), "round {round}");
        let parsed = MessageParser::default().parse(&bytes).expect("message");
        assert_eq!(parsed.subject().unwrap_or_default(), one_line(&subject, 500), "round {round}");
        for (address, name, email) in [(parsed.from(), &from, &desk.from), (parsed.to(), &to, &desk.to)] {
            let address = address.and_then(|list| list.first()).expect("one address");
            assert_eq!(address.name().unwrap_or_default(), one_line(name, 120), "round {round}");
            assert_eq!(address.address(), Some(email.as_str()), "round {round}");
        }
        assert_eq!(parsed.attachments.len(), 1, "round {round}");
        let part = parsed.attachment(0).expect("file");
        assert!(
            matches!(part.body, PartType::Message(_) | PartType::Text(_) | PartType::Html(_))
                || part.contents() == body.as_bytes(),
            "round {round}"
        );
        let kept = |text: &str| -> String {
            let text = text.replace(|c: char| c.is_ascii_control() && !matches!(c, '\t' | '\r' | '\n'), "");
            text.replace("\r\n", "\n").replace('\r', "\n").trim_end_matches('\n').to_owned()
        };
        let plain = parsed.body_text(0).unwrap_or_default().replace("\r\n", "\n");
        assert_eq!(kept(&plain), kept(&body), "round {round}");
    }
}

#[test]
fn pictures_stand_beside_the_html_that_shows_them() {
    let desk = Desk::new();
    let mut picture = file("week.png", "image/png", b"\x89PNG");
    (picture.inline, picture.content_id) = (true, Some("week.1@report.example.org".to_owned()));
    let pictures = Files::of(&[picture], crate::base::Digest::of(b"seed"));
    let html = "<img src=\"cid:week.1@report.example.org\" alt=\"42\">";
    let letter = Outgoing { html: Some(html), pictures: pictures.as_ref(), ..desk.letter("42") };
    let text = text(&letter);
    let place = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what} is missing in {text}"));
    // RFC 2387: text and HTML are alternatives, and the HTML with its pictures is one of them.
    let order = [
        "Content-Type: multipart/alternative;",
        "Content-Type: text/plain",
        "Content-Type: multipart/related; type=\"text/html\";",
        "Content-Type: text/html",
        "Content-Type: image/png",
        "Content-ID: <week.1@report.example.org>",
        "Content-Disposition: inline",
    ];
    assert!(order.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "{text}");
    let mail = crate::mail::read(&bytes(&letter), &crate::mail::OwnMarks::default());
    assert_eq!(mail.attachments.len(), 1);
    assert_eq!(mail.attachments[0].content, b"\x89PNG");
}
