//! Hostile messages, by their numbers in the table of what must be survived. Sizes are such that anything worse than linear hangs.

use super::*;

fn read_raw(raw: impl AsRef<[u8]>) -> Mail {
    read(raw.as_ref(), &OwnMarks::default())
}

fn with_header(header: &str) -> Mail {
    read_raw(format!("From: a@example.org\n{header}\n\nHello\n"))
}

/// The message became a stub: its header was read, and a defect says why not more.
fn is_stub(mail: &Mail) -> bool {
    mail.text.is_empty()
        && mail.attachments.is_empty()
        && mail.defects.iter().any(|defect| defect.contains("only its header was read"))
}

#[test]
fn m01_m02_words_of_a_header_stay_in_their_line() {
    let mail =
        with_header("Subject: =?utf-8?q?hi=0D=0ABcc:_evil@example.net=00?=\nTo: =?utf-8?q?x=0D=0ACc:_y=09z=00?= <b@example.org>");
    assert_eq!(mail.subject, "hi Bcc: evil@example.net");
    assert_eq!(mail.to.first().map(|to| to.name.as_str()), Some("x Cc: y z"));
    assert!(mail.cc.is_empty() && mail.headers.iter().all(|(name, _)| name != "Bcc"));
}

#[test]
fn m03_identifiers_are_bounded_and_clean() {
    let long = format!("<{}@example.org>", "x".repeat(2000));
    let mail = with_header(&format!(
        "Message-ID: {long}\nReferences: <ä@example.org> <a b@example.org> {}",
        "<1@example.org> ".repeat(10_000)
    ));
    assert!(mail.message_id.is_none() && mail.references.len() == limit::REFERENCES);
}

#[test]
fn m05_m06_of_markup_only_the_text_is_left() {
    let html = "From: a@example.org\nContent-Type: text/html\n\n<script>alert(1)</script><svg onload=alert(1)><text>x</text></svg>\
                <img src=x onerror=alert(1)><a href='javascript:alert(1)'>a</a> <a href='data:text/html,<script>'>b</a><style>\
                .a{display:block}@media print{.b{display:none}}</style><iframe src='https://example.net'></iframe><p>Hello</p>";
    let mail = read_raw(html);
    assert_eq!(mail.text, "a b\n\nHello");
}

#[test]
fn m08_names_lead_nowhere() {
    for name in [
        "../../etc/passwd",
        "..\\..\\boot.ini",
        "/etc/passwd",
        "C:\\x",
        "C:x",
        "\\\\host\\share\\x",
        "a/../../b",
        "....//....//x",
        ".",
        "..",
        "...",
        "/",
        "\\",
        "\u{200b}../x",
        "x\u{200b}/y",
        "a\0b",
        "a\r\nb",
        "~/.ssh/config",
        "file:///etc/passwd",
        "%2e%2e%2fx",
        "a\u{202e}txt.exe",
        "con|x",
        "<x>",
        "a*b?",
        " ",
        "\t",
        "x".repeat(4096).as_str(),
        "\u{2066}a\u{2069}",
        "a/",
        "./a",
    ] {
        let encoded = format!("=?utf-8?B?{}?=", data_encoding::BASE64.encode(name.as_bytes()));
        let parts = [
            format!("filename=\"{encoded}\""),
            format!(
                "filename*=utf-8''{}",
                data_encoding::HEXLOWER
                    .encode(name.as_bytes())
                    .as_bytes()
                    .chunks(2)
                    .map(|hex| format!("%{}", String::from_utf8_lossy(hex)))
                    .collect::<String>()
            ),
        ];
        for parameter in parts {
            let mail = with_header(&format!("Content-Type: application/pdf\nContent-Disposition: attachment; {parameter}"));
            let read = &mail.attachments.first().expect("a file").name;
            let is_safe = !read.is_empty()
                && read.chars().count() <= limit::FILE_NAME_CHARS
                && !read.contains(['/', '\\', '\0', '\n', '\r']);
            assert!(is_safe && !read.chars().all(|c| c == '.') && !read.contains('\u{202e}'), "{name:?}: {read:?}");
        }
    }
}

#[test]
fn m09_m11_depth_and_parts() {
    let deep: String = (0..10_000).map(|i| format!("Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n")).collect();
    assert!(is_stub(&read_raw(format!("From: a@example.org\n{deep}"))));
    let nested = read_raw("Content-Type: message/rfc822\n\n".repeat(50_000));
    assert_eq!(nested.attachments.len(), 1);
    let many =
        read_raw(format!("From: a@example.org\nContent-Type: multipart/mixed; boundary=a\n\n{}", "--a\n\n".repeat(500_000)));
    assert!(is_stub(&many) && many.identity.address().is_some());
}

#[test]
fn m10_headers_addresses_and_parentheses() {
    assert!(read_raw("To: a@example.org\n".repeat(500_000) + "\nHello").defects.iter().any(|defect| defect.contains("too long")));
    let many = with_header(&format!("To: {}", "a@example.org, ".repeat(60_000)));
    assert!(many.to.len() == limit::RECIPIENTS && many.defects.iter().any(|defect| defect.contains("recipients")));
    with_header(&format!("To: {}", "(".repeat(900_000)));
    with_header(&format!("To: {}", "\"<(,;:@".repeat(100_000)));
}

#[test]
fn m12_html_of_any_depth() {
    for tag in ["div", "ul><li", "blockquote", "table><tr><td", "b", "a href=x", "font color=red", "pre", "style", "p"] {
        let html =
            format!("From: a@example.org\nContent-Type: text/html\n\n{}x", format!("<{tag}>").repeat(500_000 / (tag.len() + 2)));
        read_raw(html);
    }
    let classes = format!("<style>{}</style><p class='{}'>x", ".a{display:none}".repeat(50_000), "b ".repeat(100_000));
    assert_eq!(read_body(&classes, true).text, "x");
}

#[test]
fn m13_encodings_that_swell_or_are_damaged() {
    let body =
        |encoding: &str, body: &str| read_raw(format!("From: a@example.org\nContent-Transfer-Encoding: {encoding}\n\n{body}"));
    assert_eq!(body("base64", &"QUFB\n".repeat(1_000_000)).text.len(), limit::TEXT_BYTES);
    assert_eq!(body("base64", &"Q\n".repeat(400_000)).text.len(), 300_000);
    assert_eq!(body("base64", "SGVsbG8===\n====").text, "Hello");
    assert_eq!(body("quoted-printable", &("=\n".repeat(1_000_000) + "x")).text, "x");
    assert_eq!(body("quoted-printable", &("=".repeat(500_000) + "x")).text.len(), 500_001);
    body("quoted-printable", &" ".repeat(1_000_000));
    body("x-uuencode", &"begin 644 a\n".repeat(50_000));
}

#[test]
fn m14_m21_archives_and_blocks_are_kept_unopened() {
    for (kind, bytes) in [
        ("application/zip; name=bomb.zip", &b"PK\x03\x04\xff\xff"[..]),
        ("application/gzip; name=bomb.gz", b"\x1f\x8b\x08"),
        ("application/ms-tnef; name=winmail.dat", b"\x78\x9f\x3e\x22\x01\x00\x02\xff\xff"),
        ("application/pkcs7-mime; name=smime.p7m", b"\x30\x80\x06\x09\x2a"),
        ("application/pgp-encrypted", b"Version: 9"),
    ] {
        let mail = read_raw([b"From: a@example.org\nContent-Type: ", kind.as_bytes(), b"\n\n", bytes].concat());
        assert_eq!(mail.attachments.iter().map(|file| file.content.as_slice()).collect::<Vec<_>>(), [bytes], "{kind}");
    }
}

#[test]
fn m15_boundaries_that_two_readers_see_differently() {
    let twice = "--a\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--a--\n--a\n\ntwo\n--a--\n";
    let mail = with_header(&format!("Content-Type: multipart/mixed; boundary=a\n\n{twice}"));
    assert!(
        mail.text.contains("one") && mail.defects.iter().any(|defect| defect.contains("same boundary")),
        "{:?}",
        mail.defects
    );
    let unclosed = with_header("Content-Type: multipart/mixed; boundary=a\n\n--a\n\none");
    assert!(unclosed.text.contains("one") && unclosed.defects.iter().any(|defect| defect.contains("not closed")));
    for boundary in ["", &"b".repeat(10_000), " ", "a\"b", "=?utf-8?q?a?="] {
        let mail = with_header(&format!(
            "Content-Type: multipart/mixed; boundary=\"{boundary}\"\n\n--{boundary}\n\none\n--{boundary}--"
        ));
        assert!(mail.text.contains("one"), "{boundary:.20}: {:?}", mail.text);
    }
}

#[test]
fn m16_charsets_that_lie() {
    for label in ["utf-7", "klingon", "utf-16", "utf-8", "utf-32", "iso-2022-jp", "hz-gb-2312", "", "\"", "utf-8; charset=utf-7"]
    {
        for bytes in
            [&b"+"[..], b"\xff\xfe", b"\xc0\xaf", b"\xed\xa0\x80", b"\x1b$B", b"\x00\xd8", b"\xf8\x88\x80\x80\x80", b"~{"]
        {
            let raw = [b"From: a@example.org\nContent-Type: text/plain; charset=", label.as_bytes(), b"\n\nx ", bytes].concat();
            assert!(!read_raw(raw).text.contains('\0'), "{label}");
        }
    }
}

#[test]
fn m17_m19_odd_headers_and_dates() {
    for raw in [
        "\u{feff}From: a@example.org\n\nHello",
        "From: a@exa\0mple.org\n\nHello",
        "From: a@example.org\rTo: b\r\rHello",
        "From: a@example.org\nHello there,\nyou",
        "\n\nHello",
    ] {
        let mail = read_raw(raw);
        assert!(mail.identity.address().is_none() || raw.contains('\r'), "{raw:?}");
        assert!(mail.text.contains("Hello"), "{raw:?}: {:?}", mail.text);
    }
    for date in [
        "Fri, 31 Dec 9999 23:59:59 +0000",
        "Mon, 1 Jan 1900 00:00:00 -9959",
        "Sat, 31 Dec 2016 23:59:60 +0000",
        "32 Foo 99",
        &"(".repeat(10_000),
    ] {
        with_header(&format!("Date: {date}"));
    }
}

#[test]
fn m18_directions_are_not_turned() {
    let mail = with_header("Subject: invoice \u{202e}fdp.exe\nContent-Type: application/pdf; name=\"a\u{202e}fdp.exe\"");
    assert!(!mail.subject.contains('\u{202e}'), "{:?}", mail.subject);
    assert!(mail.attachments.iter().all(|file| !file.name.contains('\u{202e}')));
}

#[test]
fn m20_addresses_beyond_ascii_are_shown() {
    let mail = read_raw("From: Jürgen <jürgen@exämple.org>\nSubject: Grüße\n\nx");
    assert_eq!(
        mail.from.as_ref().map(|from| (from.name.as_str(), from.address.as_str())),
        Some(("Jürgen", "jürgen@exämple.org"))
    );
    assert_eq!(mail.subject, "Grüße");
}

#[test]
fn m22_texts_made_against_the_trimmer() {
    for text in [
        &"on x at ".repeat(32 * 1024),
        &">".repeat(100_000),
        &"wrote:\n".repeat(100_000),
        &"> ".repeat(100_000),
        &"From: x\n".repeat(30_000),
        &"-- \n".repeat(60_000),
    ] {
        read_body(text, false);
        read_raw(format!("From: a@example.org\nContent-Type: text/plain; format=flowed\n\n{text}"));
    }
}
