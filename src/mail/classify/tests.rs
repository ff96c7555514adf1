//! Messages of every kind, and what they must be taken for.

use crate::base::{EmailAddress, Kind};
use crate::mail::{Mail, OwnMarks, read};

fn mail(header: &str, text: &str) -> Mail {
    read(format!("{header}\nTo: help@desk.example\n\n{text}").as_bytes(), &OwnMarks::default())
}

fn kind(header: &str, text: &str) -> Kind {
    mail(header, text).kind
}

#[test]
fn people_are_people() {
    for (header, text) in [
        ("From: ann@example.org\nSubject: Printer", "It is broken."),
        ("From: ann@example.org\nSubject: Automatic reply does not work", "How do I switch it on?"),
        ("From: ann@example.org\nSubject: Annual leave", "May I take three days in June?"),
        ("From: ann@example.org\nSubject: Undeliverable mail to you?", "I got a failure notice yesterday, what is wrong?"),
        ("From: ann@example.org\nSubject: Re: Out of office tomorrow", "Fine, who answers the phone then?"),
        ("From: ann@example.org\nAuto-Submitted: no\nSubject: x", "Hello"),
        ("From: ann@example.org\nX-Auto-Response-Suppress: DR, RN\nSubject: x", "Hello"),
        ("From: Postmaster <postmaster@example.org>\nSubject: New certificates", "Please install the new certificates."),
        ("From: ann@example.org\nSubject: Fwd: Undelivered Mail Returned to Sender", "What does this mean?"),
        ("From: noreen.ply@example.org\nSubject: x", "Hello"),
    ] {
        let mail = mail(header, text);
        assert_eq!(
            (mail.kind, mail.automatic, mail.suppress_auto_reply),
            (Kind::Human, false, false),
            "{header}: {:?}",
            mail.evidence
        );
    }
}

#[test]
fn every_loop_mark_alone_suppresses_answers() {
    for mark in [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated (rejected)",
        "X-Auto-Response-Suppress: All",
        "X-Auto-Response-Suppress: DR, OOF, AutoReply",
        "Precedence: bulk",
        "Precedence: junk",
        "Precedence: auto_reply",
        "X-Autoreply: yes",
        "X-Autorespond: vacation",
        "Return-Path: <>",
    ] {
        let mail = mail(&format!("{mark}\nFrom: ann@example.org\nSubject: Hello"), "Hello there.");
        assert!(mail.suppress_auto_reply, "{mark}");
        assert!(mail.automatic || mark.starts_with("Return-Path"), "{mark}");
        assert!(!mail.evidence.is_empty(), "{mark}");
    }
}

#[test]
fn absence_notes_are_known_by_header_and_by_words() {
    let from = "From: ann@example.org\n";
    for (header, text) in [
        ("Auto-Submitted: auto-replied\nSubject: Out of office: Printer", "I am on vacation."),
        ("Subject: Automatic reply: Printer", "I will be back on Monday."),
        ("Subject: Automatische Antwort: Drucker", "Ich bin ab dem 3. Mai wieder erreichbar."),
        ("Subject: Abwesenheitsnotiz: x\nX-Autoreply: yes", "Ich bin nicht im Büro."),
        ("Subject: Réponse automatique : imprimante", "Je suis absent, de retour le 3 mai."),
        ("Subject: Abwesend: Re: Drucker", "Ich bin im Urlaub, in dringenden Fällen hilft Eva."),
    ] {
        assert_eq!(kind(&format!("{from}{header}"), text), Kind::OutOfOffice, "{header}");
    }
    assert_eq!(kind(&format!("{from}Auto-Submitted: auto-replied\nSubject: We got your request"), "Ticket 17."), Kind::AutoReply);
}

#[test]
fn lists_stay_apart_from_machines() {
    let list = "List-Id: <users.example.org>\nPrecedence: bulk\nReturn-Path: <users-bounces@example.org>\n";
    let human = mail(&format!("{list}From: ann@example.org\nSubject: x"), "Hello");
    assert_eq!((human.kind, human.automatic, human.suppress_auto_reply), (Kind::List, false, true));
    let machine = mail(&format!("{list}From: Ann <git@example.org>\nSubject: [commit] x"), "diff");
    assert_eq!((machine.kind, machine.automatic), (Kind::Notification, true));
    for sender in ["noreply@example.org", "do-not-reply@example.org", "jenkins@example.org", "no_reply+x@example.org"] {
        assert_eq!(kind(&format!("From: {sender}\nSubject: x"), "Hello"), Kind::Notification, "{sender}");
    }
}

#[test]
fn bounces_in_standard_and_other_forms() {
    let report = "From: MAILER-DAEMON@mx.example.net\nSubject: Undelivered Mail Returned to Sender\n\
                  Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSorry.\n--b\n\
                  Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; gone@example.net\n\
                  Action: failed\nStatus: 5.1.1\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <o.7@desk.example>\n\nx\n--b--\n";
    let mail_of = |raw: &str| read(raw.as_bytes(), &OwnMarks::default());
    let mail = mail_of(report);
    let bounce = mail.bounce.expect("a bounce");
    assert_eq!((mail.kind, mail.automatic), (Kind::BounceHard, true));
    assert_eq!(bounce.recipients, ["gone@example.net"]);
    assert_eq!(bounce.original_message_id.as_ref().map(|id| id.as_str()), Some("o.7@desk.example"));
    assert_eq!(mail_of(&report.replace("5.1.1", "4.2.2")).kind, Kind::BounceSoft);
    assert_eq!(mail_of(&report.replace("failed", "delayed")).kind, Kind::BounceDelay);
    assert_eq!(mail_of(&report.replace("failed", "delivered")).kind, Kind::Notification);
    let qmail = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.net\nSubject: failure notice\n\nHi. This is the qmail-send program.\n\n\
                 <gone@example.net>:\nno mailbox here by that name. (#5.1.1)\n";
    let mail = mail_of(qmail);
    assert_eq!((mail.kind, mail.bounce.map(|b| b.recipients)), (Kind::BounceHard, Some(vec!["gone@example.net".to_owned()])));
    let gmail = "From: x@example.net\nX-Failed-Recipients: gone@example.net\nSubject: x\n\nx";
    assert_eq!(mail_of(gmail).kind, Kind::BounceHard);
}

#[test]
fn challenges_reports_and_invitations() {
    let challenge = "Please confirm your message: click to prove that you are not a spammer.";
    assert_eq!(kind("From: x@example.org\nSubject: Please confirm your message", challenge), Kind::Challenge);
    assert_eq!(
        kind("From: fbl@example.org\nContent-Type: multipart/report; report-type=feedback-report; boundary=b", "--b--"),
        Kind::FeedbackReport
    );
    let invitation =
        mail("From: ann@example.org\nSubject: Lunch\nContent-Type: text/calendar; method=REQUEST", "BEGIN:VCALENDAR");
    assert_eq!((invitation.kind, invitation.automatic, invitation.suppress_auto_reply), (Kind::Calendar, false, true));
    let receipt = "From: ann@example.org\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b";
    assert_eq!(kind(receipt, "--b--"), Kind::AutoReply);
}

#[test]
fn our_own_mail_is_a_loop() {
    let own = OwnMarks {
        addresses: vec![EmailAddress::new("help@desk.example").expect("valid")],
        loop_marks: vec!["desk-1 abcdef".to_owned()],
    };
    for header in [
        "From: Desk <HELP@desk.example>",
        "From: ann@example.org\nX-Loop: desk-1 abcdef",
        "From: help@desk.example, ann@example.org",
    ] {
        let mail = read(format!("{header}\n\nx").as_bytes(), &own);
        assert_eq!((mail.kind, mail.automatic), (Kind::OwnLoop, true), "{header}");
    }
    let other = read(b"From: ann@example.org\nX-Loop: other\n\nx", &own);
    assert_eq!(other.kind, Kind::Human);
}
