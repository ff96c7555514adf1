//! Whole messages, read from their bytes.

use super::*;

fn read_raw(raw: &str) -> Mail {
    read(raw.as_bytes(), &OwnMarks::default())
}

fn names(mail: &Mail) -> Vec<&str> {
    mail.attachments.iter().map(|attachment| attachment.name.as_str()).collect()
}

#[test]
fn a_plain_message_in_all_its_fields() {
    let mail = read_raw(
        "Return-Path: <ann@example.org>\r\nDelivered-To: help+r1abc@desk.example\r\nAuthentication-Results: mx.desk.example; dkim=pass\r\n\
         Received: from a\r\nAuthentication-Results: evil.example; dkim=pass\r\nDelivered-To: other@desk.example\r\n\
         From: =?utf-8?q?=C3=84nne?= Lee <ann@example.org>\r\nSender: s@example.org\r\nReply-To: r@example.org\r\n\
         To: Desk <help@desk.example>\r\nCc: b@example.org, c@example.org\r\nSubject: AW: [desk] =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n\
         Message-ID: <1@example.org>\r\nIn-Reply-To: <a@desk.example>\r\nReferences: <r@desk.example>\r\n <a@desk.example>\r\n\
         Date: Mon, 3 May 2021 10:15:00 +0200\r\nX-Loop: one\r\n\r\nHello,\r\nit broke.\r\n",
    );
    assert_eq!(mail.identity.address().map(EmailAddress::as_str), Some("ann@example.org"));
    assert_eq!(mail.from.as_ref().map(|f| f.name.as_str()), Some("Änne Lee"));
    assert_eq!((mail.subject.as_str(), mail.base_subject.as_str(), mail.has_reply_prefix), ("AW: [desk] Grüße", "grüße", true));
    assert_eq!(mail.message_id.as_ref().map(MessageId::as_str), Some("1@example.org"));
    assert_eq!((mail.in_reply_to.len(), mail.references.len(), mail.cc.len(), mail.reply_to.len()), (1, 2, 2, 1));
    assert_eq!(mail.date.map(|d| d.to_string()).as_deref(), Some("2021-05-03T08:15:00Z"));
    // Only what stands above the first Received line was written by our own servers.
    assert_eq!(mail.delivered_to.iter().map(EmailAddress::as_str).collect::<Vec<_>>(), ["help+r1abc@desk.example"]);
    assert_eq!(mail.authentication_results.iter().map(|(above, _)| *above).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(mail.text, "Hello,\nit broke.\n");
    assert_eq!(mail.plain.as_deref(), Some("Hello,\nit broke.\n"));
    assert_eq!(mail.loop_marks, ["one"]);
    assert!(mail.defects.is_empty(), "{:?}", mail.defects);
}

#[test]
fn alternatives_pictures_and_files() {
    let mail = read_raw(
        "From: a@example.org\nContent-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/related; boundary=r\n\n\
         --r\nContent-Type: multipart/alternative; boundary=x\n\n--x\n\nplain words\n--x\nContent-Type: text/html\n\n<p>html <b>words</b></p>\n--x--\n\
         --r\nContent-Type: image/png; name=logo.png\nContent-ID: <l@x>\nContent-Transfer-Encoding: base64\n\nYWJj\n--r--\n\
         --m\nContent-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''Gr%C3%BC%C3%9Fe.pdf\n\nx\n\
         --m\nContent-Type: image/jpeg\n\ny\n--m--\n",
    );
    assert_eq!(mail.text, "plain words");
    assert_eq!(mail.html_text.as_deref(), Some("html words"));
    assert_eq!(names(&mail), ["logo.png", "Grüße.pdf", "attachment-3.jpg"]);
    let logo = mail.attachments.first().expect("a picture");
    assert_eq!((logo.content.as_slice(), logo.inline, logo.content_id.as_deref()), (&b"abc"[..], true, Some("l@x")));
}

#[test]
fn html_alone_becomes_the_text_and_its_quote_is_known() {
    let mail = read_raw(
        "From: a@example.org\nContent-Type: text/html; charset=utf-8\n\n<div>Yes, please.</div><div id=\"divRplyFwdMsg\">Fra: Bob<br>Emne: x</div><div>Shall we?</div>",
    );
    assert_eq!(mail.visible, "Yes, please.");
    assert!(mail.quoted.contains("Shall we?") && mail.plain.is_none());
}

#[test]
fn nested_messages_are_files_named_by_their_subject() {
    let mail = read_raw(
        "From: a@example.org\nSubject: Fwd: x\nContent-Type: multipart/mixed; boundary=m\n\n--m\n\nsee\n--m\nContent-Type: message/rfc822\n\n\
         From: Ann <ann@example.net>\nSubject: My /order\n\nWhere is it?\n--m--\n",
    );
    assert_eq!(names(&mail), ["My -order.eml"]);
    assert!(mail.attachments.first().is_some_and(|nested| nested.content.starts_with(b"From: Ann")));
    let forwarded = super::super::forwarded_sender(&mail).expect("a sender");
    assert_eq!((forwarded.sender.address.as_str(), forwarded.subject.as_deref()), ("ann@example.net", Some("My /order")));
}

#[test]
fn a_forward_in_the_text_names_its_sender_and_a_reply_does_not() {
    for block in [
        "---------- Forwarded message ---------\nFrom: Ann Lee <ann@example.net>\nDate: Mon\nSubject: Order\nTo: x@example.org",
        "Begin forwarded message:\n\n> From: Ann Lee <ann@example.net>\n> Subject: Order\n> To: x@example.org",
        "-----Ursprüngliche Nachricht-----\nVon: Ann Lee [mailto:ann@example.net]\nGesendet: Montag\nAn: x\nBetreff: Order",
        "*De :* Ann Lee <ann@example.net>\n*Envoyé :* lundi\n*À :* x\n*Objet :* Order",
    ] {
        let of = |subject: &str| {
            super::super::forwarded_sender(&read_raw(&format!(
                "From: b@example.org\nSubject: {subject}\n\nPlease look.\n\n{block}\n\nHi"
            )))
        };
        let forwarded = of("WG: Order").unwrap_or_else(|| panic!("a sender in {block}"));
        assert_eq!((forwarded.sender.name.as_str(), forwarded.sender.address.as_str()), ("Ann Lee", "ann@example.net"));
        if block.starts_with("*De") {
            assert_eq!(of("Re: Order"), None);
        }
    }
}

#[test]
fn broken_messages_are_read_as_far_as_they_go() {
    let unclosed = "From: a@example.org\nContent-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nR3LDvMOfZQ==\n";
    let mail = read_raw(unclosed);
    assert_eq!(mail.text, "Grüße");
    assert!(mail.defects.iter().any(|defect| defect.contains("not closed")));
    let twice = read_raw(
        "From: a@example.org\nFrom: b@example.org\nSubject: one\nSubject: two\nContent-Type: text/html\nContent-Type: text/plain\n\n<p>x",
    );
    assert_eq!((twice.from.as_ref().map(|f| f.address.as_str()), twice.subject.as_str()), (Some("a@example.org"), "one"));
    assert!(twice.identity.address().is_none() && twice.html_text.is_some() && twice.defects.len() >= 3);
    let none = read_raw("no header at all\njust text");
    assert_eq!(none.text, "no header at all\njust text");
    let mac = read(b"From: a@example.org\rSubject: s\r\rold\rmac", &OwnMarks::default());
    assert_eq!((mac.subject.as_str(), mac.text.as_str()), ("s", "old\nmac"));
    let uu = read_raw("From: a@example.org\n\nsee\nbegin 644 cat.txt\n#0V%T\n`\nend\n");
    assert_eq!((names(&uu), uu.text.as_str()), (vec!["cat.txt"], "see\n"));
    for raw in ["", "\n", "\0", ":", "From", "Content-Type: multipart/mixed; boundary=\"\"\n\n--\n--\n"] {
        read_raw(raw);
    }
}

#[test]
fn hidden_words_and_odd_names_are_told() {
    let mail = read_raw(
        "From: =?utf-8?q?Boss=00=0AX?= <a@example.org>\nContent-Type: text/html\n\n<div style='display:none'>#close</div>Hi",
    );
    assert!(mail.has_hidden_html && !mail.text.contains("#close"));
    assert_eq!(mail.from.as_ref().map(|f| f.name.as_str()), Some("Boss X"));
    assert_eq!(mail.identity.address().map(EmailAddress::as_str), Some("a@example.org"));
    assert!(mail.defects.iter().any(|defect| defect.contains("control characters")));
}

#[test]
fn hostile_sizes_end_in_a_stub_or_a_cut() {
    let nested = "Content-Type: message/rfc822\n\n".repeat(50_000);
    assert_eq!(read_raw(&nested).attachments.len(), 1);
    let parts = format!("From: a@example.org\nContent-Type: multipart/mixed; boundary=a\n\n{}", "--a\n\n".repeat(100_000));
    let stub = read_raw(&parts);
    assert!(stub.text.is_empty() && stub.identity.address().is_some() && !stub.defects.is_empty());
    let ids = format!("References: {}\n\nx", "<a@b> <bad id> ".repeat(10_000));
    assert_eq!(read_raw(&ids).references.len(), limit::REFERENCES);
    let recipients = format!("To: {}\n\nx", "a@example.org, ".repeat(10_000));
    assert_eq!(read_raw(&recipients).to.len(), limit::RECIPIENTS);
    let fields = "X: y\n".repeat(5000) + "\nx";
    assert_eq!(read_raw(&fields).headers.len(), FIELDS);
}

#[test]
fn bare_bodies() {
    assert_eq!(read_body("Yes.\r\n\r\n-- \r\nAnn", false).visible, "Yes.");
    let html = read_body("<p>Yes.</p><blockquote type=cite>No?</blockquote>", true);
    assert_eq!((html.visible.as_str(), html.quoted.as_str()), ("Yes.", "> No?"));
}

#[test]
fn identifiers_are_told_from_addresses() {
    let mail = read_raw(
        "From: Ann <ann@example.org>\nTo: help@desk.example\nIn-Reply-To: Your message of Monday to Ann Lee <ann@example.org> <1@desk.example>\n\
         References: no-at-sign <help@desk.example> <0@desk.example>\n\nx",
    );
    assert_eq!(mail.in_reply_to.iter().map(MessageId::as_str).collect::<Vec<_>>(), ["1@desk.example"]);
    assert_eq!(mail.references.iter().map(MessageId::as_str).collect::<Vec<_>>(), ["0@desk.example"]);
}

#[test]
fn invitations_and_encrypted_mail_say_what_they_are() {
    let invitation =
        read_raw("From: a@example.org\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VEVENT\nSUMMARY:Lunch\nEND:VEVENT\n");
    assert_eq!((invitation.text.as_str(), names(&invitation)), ("Event: Lunch", vec!["attachment-1.ics"]));
    let sealed =
        read_raw("From: a@example.org\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\nx");
    assert!(sealed.defects.iter().any(|defect| defect.contains("encrypted")));
}

/// A message of one part with this Content-Type and this body.
fn one_part(content_type: &str, body: &str) -> Mail {
    read_raw(&format!("From: a@example.org\nContent-Type: {content_type}\n\n{body}"))
}

/// A multipart of such parts.
fn multipart(kind: &str, parts: &[(&str, &str)]) -> Mail {
    let part = |(header, body): &(&str, &str)| match header.is_empty() {
        true => format!("--b\n\n{body}\n"),
        false => format!("--b\n{header}\n\n{body}\n"),
    };
    let parts: String = parts.iter().map(part).collect();
    one_part(&format!("multipart/{kind}; boundary=b"), &format!("{parts}--b--\n"))
}

#[test]
fn flowed_text_is_joined_only_where_it_says_so() {
    let body = "One \ntwo\n\n> old \n> one\n-- \nAnn\n";
    let flowed = one_part("text/plain; format=flowed", body);
    assert_eq!((flowed.visible.as_str(), flowed.quoted.as_str(), flowed.signature.as_str()), ("One two", "> old one", "--\nAnn"));
    assert_eq!(one_part("text/plain", body).text, body);
    assert_eq!(one_part("text/plain; Format=Flowed; DelSp=YES", "Donau- \ndampf\n").text, "Donau-dampf\n");
    assert_eq!(one_part("text/html; format=flowed", "a \nb").text, "a b");
}

#[test]
fn the_version_that_says_something_is_shown() {
    let html = "<p>Our printer on the second floor has stopped again.</p>";
    let shown = |plain: &str| multipart("alternative", &[("Content-Type: text/plain", plain), ("Content-Type: text/html", html)]);
    assert_eq!(shown("").visible, "Our printer on the second floor has stopped again.");
    let placeholder = shown("Your mail program does not support HTML.");
    assert_eq!(placeholder.visible, "Our printer on the second floor has stopped again.");
    assert!(
        placeholder.plain.is_none() && placeholder.text.contains("does not support") && placeholder.signature.contains("HTML")
    );
    assert_eq!(shown("Our printer has stopped again.").text, "Our printer has stopped again.");
    // The other way round, and with the files of the HTML inside.
    let turned = multipart("alternative", &[("Content-Type: text/html", html), ("Content-Type: text/plain", "plain words")]);
    assert_eq!(turned.text, "plain words");
    let inner = format!("--c\nContent-Type: text/html\n\n{html}\n--c\nContent-Type: application/pdf; name=a.pdf\n\nx\n--c--");
    let mixed = multipart(
        "alternative",
        &[("Content-Type: text/plain", "plain words"), ("Content-Type: multipart/mixed; boundary=c", &inner)],
    );
    assert_eq!((mixed.text.as_str(), names(&mixed)), ("plain words", vec!["a.pdf"]));
    let enriched = multipart("alternative", &[("", "plain words"), ("Content-Type: text/enriched", "<bold>rich</bold> words")]);
    assert_eq!(enriched.text, "plain words");
    assert_eq!(
        one_part("text/enriched", "<bold>rich</bold>\nwords <<\n\n<color><param>red</param>x</color>").text,
        "rich words <\nx"
    );
    let amp = multipart("alternative", &[("", "plain words"), ("Content-Type: text/x-amp-html", "<html amp4email>")]);
    assert!(amp.attachments.is_empty() && amp.text == "plain words");
}

#[test]
fn several_texts_stand_in_their_order_with_the_pictures_between_them() {
    let mail = multipart(
        "mixed",
        &[
            ("Content-Type: text/plain", "It looks like this:"),
            ("Content-Type: image/jpeg; name=IMG_1.jpg\nContent-Disposition: inline; filename=IMG_1.jpg", "x"),
            ("Content-Type: text/html", "<p>and <b>then</b>:</p>"),
            ("Content-Type: image/jpeg\nContent-Disposition: inline; filename=IMG_2.jpg", "y"),
            ("Content-Type: text/html; name=page.html\nContent-Disposition: attachment", "<p>a file</p>"),
        ],
    );
    assert_eq!(mail.text, "It looks like this:\n[image: IMG_1.jpg]\nand then:");
    assert_eq!(names(&mail), ["IMG_1.jpg", "IMG_2.jpg", "page.html"]);
    assert_eq!(mail.attachments.iter().map(|file| file.inline).collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn a_related_part_shows_its_root_and_names_its_pictures() {
    let parts = [
        ("Content-Type: text/html\nContent-ID: <frame@x>", "<p>inner frame</p>"),
        (
            "Content-Type: text/html\nContent-ID: <root@x>",
            "<p>See <img src=\"cid:p1@x\" alt=\"Text, letter&#10;Description generated\"> here</p>",
        ),
        ("Content-Type: image/png; name=\"screen shot.png\"\nContent-ID: <p1@x>\nContent-Disposition: attachment", "x"),
    ];
    let mail = multipart("related; start=\"<root@x>\"", &parts);
    assert_eq!(mail.text, "See [image: screen shot.png] here");
    assert_eq!(names(&mail), ["attachment-1.html", "screen shot.png"]);
    assert!(mail.attachments.last().is_some_and(|picture| picture.inline));
    let plain = multipart("related", &[("", "See [cid:p1@x] here"), parts[2]]);
    assert_eq!(plain.text, "See [image: screen shot.png] here");
}

#[test]
fn names_of_files_as_people_write_them() {
    for (header, name) in [
        (
            "Content-Type: application/pdf\nContent-Disposition: attachment; filename*0*=utf-8''Gr%C3%BC; filename*1*=%C3%9F; filename*2=e.pdf",
            "Grüße.pdf",
        ),
        ("Content-Type: application/pdf\nContent-Disposition: attachment; filename*=iso-8859-1'de'Gr%FC%DFe.pdf", "Grüße.pdf"),
        ("Content-Type: application/pdf\nContent-Disposition: attachment; filename*=''Gr%C3%BC%C3%9Fe.pdf", "Grüße.pdf"),
        ("Content-Type: application/pdf; name=\"=?utf-8?B?R3LDvMOfZS5wZGY=?=\"", "Grüße.pdf"),
        ("Content-Type: application/pdf; name=\"=?utf-8?Q?Gr=C3=BC?=\n =?utf-8?Q?=C3=9Fe.pdf?=\"", "Grüße.pdf"),
        ("Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"Gr%C3%BC%C3%9Fe.pdf\"", "Grüße.pdf"),
        ("Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"100%25.pdf\"", "100%25.pdf"),
        ("Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"C:\\tmp\\x.pdf\"", "x.pdf"),
        ("Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"../../x.pdf\"", "x.pdf"),
        ("Content-Type: application/pdf\nContent-Location: https://example.org/dir/plan.pdf?x=1", "plan.pdf"),
        ("Content-Type: application/pdf\nContent-Description: plan.pdf", "plan.pdf"),
        ("Content-Type: application/pdf\nContent-Description: The plan. Please read", "attachment-1.pdf"),
        ("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64", "Nested one.eml"),
    ] {
        let mail =
            multipart("mixed", &[(header, if header.contains("base64") { "U3ViamVjdDogTmVzdGVkIG9uZQoKeA==" } else { "x" })]);
        assert_eq!(names(&mail), [name], "{header}");
    }
}

#[test]
fn a_block_of_outlook_is_unpacked() {
    let attribute = |level: u8, id: u16, data: &[u8]| {
        let length = u32::try_from(data.len()).expect("small").to_le_bytes();
        [&[level], &id.to_le_bytes()[..], &[6, 0], &length, data, &[0, 0]].concat()
    };
    let body = attribute(1, 0x800c, b"The figures are attached.\r\n\0");
    let file = [attribute(2, 0x9002, &[0; 14]), attribute(2, 0x8010, b"figures.xls\0"), attribute(2, 0x800f, b"x")].concat();
    let block = [&0x223e_9f78_u32.to_le_bytes()[..], &[1, 0], &body, &file].concat();
    let block = data_encoding::BASE64.encode(&block);
    let header = "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64";
    let mail = multipart("mixed", &[("", ""), (header, &block)]);
    assert_eq!((mail.text.trim_end(), names(&mail)), ("The figures are attached.", vec!["winmail.dat", "figures.xls"]));
    let spreadsheet = mail.attachments.last().expect("a file");
    assert_eq!((spreadsheet.content_type.as_str(), spreadsheet.content.as_slice()), ("application/vnd.ms-excel", &b"x"[..]));
    let with_text = multipart("mixed", &[("", "Hello"), (header, &block)]);
    assert_eq!(with_text.text, "Hello");
    let named = "Content-Type: application/octet-stream; name=\"WINMAIL.DAT\"\nContent-Transfer-Encoding: base64";
    assert_eq!(names(&multipart("mixed", &[("", "Hello"), (named, &block)])), ["WINMAIL.DAT", "figures.xls"]);
    assert_eq!(names(&multipart("mixed", &[("", "Hello"), (header, "bm90aGluZw==")])), ["winmail.dat"]);
}

#[test]
fn signed_and_encrypted_mail_says_so_and_keeps_everything() {
    let pgp = multipart(
        "signed; protocol=\"application/pgp-signature\"",
        &[("", "signed words"), ("Content-Type: application/pgp-signature; name=signature.asc", "-----BEGIN PGP SIGNATURE-----")],
    );
    assert_eq!(
        (pgp.protection, pgp.text.as_str(), names(&pgp)),
        (Some(Protection::Signed(Cryptography::Pgp)), "signed words", vec!["signature.asc"])
    );
    let sealed = multipart(
        "encrypted; protocol=\"application/pgp-encrypted\"",
        &[
            ("Content-Type: application/pgp-encrypted", "Version: 1"),
            ("Content-Type: application/octet-stream; name=encrypted.asc", "x"),
        ],
    );
    assert_eq!(
        (sealed.protection, sealed.text.as_str(), sealed.attachments.len()),
        (Some(Protection::Encrypted(Cryptography::Pgp)), "", 2)
    );
    let inline = one_part("text/plain", "-----BEGIN PGP MESSAGE-----\n\nx\n-----END PGP MESSAGE-----\n");
    assert_eq!(inline.protection, Some(Protection::Encrypted(Cryptography::Pgp)));
    assert_eq!(one_part("text/plain", "> -----BEGIN PGP MESSAGE-----\n").protection, None);
    // Opaque: the text is inside the signature.
    let value = |tag: u8, content: &[u8]| {
        [&[tag, 0x82], &u16::try_from(content.len()).expect("small").to_be_bytes()[..], content].concat()
    };
    let inner = value(4, b"Content-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\n\r\ninside\r\n--i\r\nContent-Type: image/png; name=p.png\r\n\r\nx\r\n--i--\r\n");
    let inner = value(0x30, &[value(6, b"data"), value(0xa0, &inner)].concat());
    let data = value(0x30, &[value(2, b"\x01"), value(0x31, b""), inner, value(0x31, b"")].concat());
    let signed = value(0x30, &[value(6, &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2]), value(0xa0, &data)].concat());
    let body = data_encoding::BASE64.encode(&signed);
    for kind in [
        "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
        "application/x-pkcs7-mime; name=smime.p7m",
        "application/octet-stream; name=smime.p7m",
    ] {
        let mail = read_raw(&format!("From: a@example.org\nContent-Type: {kind}\nContent-Transfer-Encoding: base64\n\n{body}"));
        assert_eq!((mail.protection, mail.text.as_str()), (Some(Protection::Signed(Cryptography::Smime)), "inside"), "{kind}");
        assert_eq!(names(&mail), ["smime.p7m", "p.png"]);
    }
    let enveloped = one_part("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "x");
    assert_eq!((enveloped.protection, names(&enveloped)), (Some(Protection::Encrypted(Cryptography::Smime)), vec!["smime.p7m"]));
}

#[test]
fn an_invitation_is_told_in_the_zone_of_the_desk() {
    let zone = jiff::tz::TimeZoneDatabase::bundled().get("Europe/Berlin").expect("a zone");
    let calendar =
        "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:Visit\nDTSTART:20260701T090000Z\nEND:VEVENT\nEND:VCALENDAR";
    let raw = format!(
        "From: a@example.org\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nCan you come?\n--b\nContent-Type: text/calendar; method=REQUEST\n\n{calendar}\n--b--\n"
    );
    let mail = read_in(raw.as_bytes(), &OwnMarks::default(), &zone);
    assert_eq!(mail.text, "Can you come?");
    assert_eq!(mail.visible, "Can you come?\n\nInvitation: Visit\nWhen: Wed 1 Jul 2026, 11:00 (Europe/Berlin)");
    assert_eq!(names(&mail), ["attachment-1.ics"]);
}

#[test]
fn an_identifier_that_is_none_is_named() {
    let mail = read_raw("From: a@example.org\nMessage-ID: <no-at-sign>\n\nx");
    assert!(mail.message_id.is_none() && mail.defects.iter().any(|defect| defect.contains("no-at-sign")), "{:?}", mail.defects);
}
