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
