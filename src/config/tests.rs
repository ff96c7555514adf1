//! What good configurations come to. What is said about bad ones stands in `tests/config_goldens`.

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::base::{EmailAddress, MailboxName, Span, StaffName, TeamName};
use crate::domain::Priority;
use crate::policy::{Accept, AgentProof, Assign, AuthMode, Escalate, ReplyAddress};

use super::{After, Loaded, Outgoing, Problem, Settings, SourcePlace, Start, Tls, init, load, sample};

const DESK: &str = r#"
[desk]
name = "Desk"
domain = "example.org"
operator = "operator@example.org"
"#;
const MAILBOX: &str = r#"
[[mailbox]]
name = "support"
address = "support@example.org"
kind = "maildir"
path = "mail/support"
"#;
const OUTGOING: &str = r#"
[outgoing]
kind = "maildir"
path = "mail/out"
"#;

fn write(dir: &Path, name: &str, text: &str, mode: u32) {
    let path = dir.join(name);
    fs::create_dir_all(path.parent().expect("parent")).expect("made");
    fs::write(&path, text).expect("written");
    fs::set_permissions(&path, Permissions::from_mode(mode)).expect("mode");
}

/// Loads these files beside usable keys and a usable `desk.toml`.
fn try_load(files: &[(&str, &str)], environment: &[(&str, &str)]) -> Result<Loaded, Vec<Problem>> {
    let dir = tempfile::tempdir().expect("directory");
    write(dir.path(), "keys", &format!("key 1 {}\nstore {}\n", "01".repeat(32), "02".repeat(32)), 0o600);
    write(dir.path(), "desk.toml", &format!("{DESK}{MAILBOX}{OUTGOING}"), 0o644);
    for (name, text) in files {
        write(dir.path(), name, text, if name.ends_with(".toml") { 0o644 } else { 0o600 });
    }
    let environment: BTreeMap<&str, String> =
        environment.iter().map(|(name, value)| (*name, value.replace("{DIR}", &dir.path().display().to_string()))).collect();
    load(dir.path(), &|name| environment.get(name).cloned())
}

fn settings(files: &[(&str, &str)]) -> Settings {
    match try_load(files, &[]) {
        Ok(loaded) => loaded.settings,
        Err(problems) => panic!("{}", problems.iter().map(|problem| format!("{problem}\n")).collect::<String>()),
    }
}

fn staff(names: &[&str]) -> Vec<StaffName> {
    names.iter().map(|name| StaffName::new(*name).expect("name")).collect()
}

#[test]
fn a_short_configuration_gets_the_documented_defaults() {
    let settings = settings(&[]);
    let mailbox = &settings.policy.mailboxes[&MailboxName::new("support").expect("name")];
    assert_eq!(mailbox.agents, AgentProof::Token);
    assert_eq!(mailbox.accept, Accept::Anyone);
    assert_eq!(mailbox.auth.mode, AuthMode::None);
    assert_eq!(mailbox.reply_address, ReplyAddress::Plus);
    assert!(
        matches!(&settings.mailboxes[0].place, SourcePlace::Maildir { start: Start::All, path } if path.ends_with("mail/support"))
    );
    assert!(settings.data_dir.ends_with("data"));
    assert_eq!(settings.policy.desk.language, "en");
    assert!(settings.policy.threading.ack_unverified && settings.policy.threading.close_own);
    let service = &settings.policy.service;
    assert_eq!(service.first_response[&Priority::Urgent], Span::from_hours(1));
    assert_eq!(service.next_response[&Priority::Low], Span::from_hours(16));
    let told: Vec<_> = service.ladder.steps.iter().map(|step| (step.tell, step.after)).collect();
    let hours = Span::from_hours;
    assert_eq!(told, [(Escalate::Assignee, Span::ZERO), (Escalate::Lead, hours(2)), (Escalate::Manager, hours(4))]);
    assert_eq!(service.closing_warning_after, Some(Span::from_days(5)));
    assert_eq!(service.reopen_within, Span::from_days(14));
    assert_eq!(settings.store_secret, [2; 32]);
    assert!(!format!("{settings:?}").contains("[2, 2"), "the store's secret is not printed");
}

#[test]
fn the_sample_shows_the_defaults_that_it_names() {
    // Whoever deletes a line of the sample that shows a default must get the same desk.
    let files: BTreeMap<_, _> = sample("Desk").into_iter().collect();
    let of_sample = settings(&[("service.toml", &files["service.toml"])]);
    let bare = settings(&[]);
    assert_eq!(of_sample.policy.service.first_response, bare.policy.service.first_response);
    assert_eq!(of_sample.policy.service.next_response, bare.policy.service.next_response);
    assert_eq!(of_sample.policy.service.ladder, bare.policy.service.ladder);
    assert_eq!(of_sample.policy.service.closing_warning_after, bare.policy.service.closing_warning_after);
    assert_eq!(of_sample.policy.service.auto_close_after, bare.policy.service.auto_close_after);
    assert_eq!(of_sample.policy.service.close_after, bare.policy.service.close_after);
    let limits = files["desk.toml"].split_once("[limits]").expect("section").1.replace("\n#", "\n").replace("\n ", "\n# ");
    let with_limits = settings(&[("desk.toml", &format!("{DESK}{MAILBOX}{OUTGOING}[limits]{limits}"))]);
    let mut volumes = with_limits.policy.volumes;
    assert!(volumes.free_mail_domains.remove("example.net"));
    assert!(volumes.blocked.remove("pest@example.net") && volumes.blocked.remove("@spam.example"));
    assert_eq!(volumes, bare.policy.volumes);
}

#[test]
fn a_mailbox_that_verifies_asks_more() {
    let verifying = r#"auth = { mode = "trusted-ar", authserv_id = ["MX.example.org"] }"#;
    let desk = format!(
        "{DESK}{MAILBOX}{verifying}\naccept = [\"Example.NET\"]\nreply_address = {{ domain = \"reply.example.org\" }}\nstart = 2026-01-31\n{OUTGOING}"
    );
    let settings = settings(&[("desk.toml", &desk)]);
    let mailbox = &settings.policy.mailboxes[&MailboxName::new("support").expect("name")];
    assert_eq!(mailbox.agents, AgentProof::TokenAndDkim);
    assert!(mailbox.auth.authserv_ids.contains("mx.example.org"));
    assert_eq!(mailbox.accept, Accept::Domains(["example.net".to_owned()].into()));
    assert_eq!(mailbox.reply_address, ReplyAddress::Domain("reply.example.org".to_owned()));
    assert!(!settings.policy.threading.ack_unverified);
    let since = "2026-01-31T00:00:00Z".parse().expect("time");
    assert!(matches!(settings.mailboxes[0].place, SourcePlace::Maildir { start: Start::Since(at), .. } if at == since));
}

#[test]
fn teams_gather_their_people_from_everywhere() {
    let text = r#"
[[staff]]
name = "ann"
address = "ann@example.org"
role = "experts"
[[staff]]
name = "ben"
address = "ben@example.org"
teams = ["second"]
[[staff]]
name = "cid"
address = "cid@example.org"
confirmed = false
[[staff]]
name = "dan"
display = "Dan D."
address = "dan@example.org"
profile = "supervisor"
languages = ["de", "en"]
away = [{ from = 2026-12-24, until = 2026-12-26 }]
[[team]]
name = "first"
lead = "dan"
members = ["dan", "cid"]
teams = ["second"]
assign = "least-loaded"
[[team]]
name = "second"
roles = ["experts"]
[[role]]
name = "experts"
"#;
    let policy = settings(&[("staff.toml", text)]).policy;
    let team = |name: &str| &policy.teams[&TeamName::new(name).expect("name")];
    assert_eq!(team("first").members, staff(&["dan", "cid", "ben", "ann"]));
    assert_eq!(team("second").members, staff(&["ben", "ann"]));
    assert_eq!(team("first").assign, Assign::LeastLoaded);
    assert_eq!(policy.staff.len(), 3, "who is not confirmed does not count");
    assert_eq!(policy.invited.keys().map(StaffName::as_str).collect::<Vec<_>>(), ["cid"]);
    let dan = policy.member_by_address(&EmailAddress::new("Dan@example.org").expect("address")).expect("member");
    assert_eq!((dan.display.as_str(), dan.profile.name(), dan.language.as_str()), ("Dan D.", "supervisor", "de"));
    let at = |text: &str| text.parse().expect("time");
    assert!(dan.is_present(at("2026-12-23T23:59:59Z")) && !dan.is_present(at("2026-12-26T23:59:59Z")));
    assert!(dan.is_present(at("2026-12-27T00:00:00Z")), "the last day of an absence belongs to it");
}

#[test]
fn smtp_takes_its_password_from_where_it_is_told() {
    let desk = |password: &str| {
        format!(
            "{DESK}{MAILBOX}[outgoing]\nkind = \"smtp\"\nhost = \"Mail.example.org\"\ntls = \"starttls\"\nuser = \"desk\"\npassword = {password}\n"
        )
    };
    let cases =
        [("{ file = \"secret\" }", "of-file"), ("{ env = \"PASSWORD\" }", "of-env"), ("{ credential = \"smtp\" }", "of-systemd")];
    for (source, expected) in cases {
        let files = [("desk.toml", desk(source)), ("secret", "of-file\n".to_owned()), ("run/smtp", "of-systemd".to_owned())];
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let loaded = try_load(&files, &[("PASSWORD", "of-env"), ("CREDENTIALS_DIRECTORY", "{DIR}/run")]).expect("loads");
        let Outgoing::Smtp { host, port, tls, user, password, ca_file } = loaded.settings.outgoing else { panic!("no SMTP") };
        assert_eq!(
            (host.as_str(), port, tls, user.as_deref(), ca_file),
            ("mail.example.org", 587, Tls::StartTls, Some("desk"), None)
        );
        assert_eq!(password.expect("password").expose(), expected);
    }
}

#[test]
fn a_mailbox_on_a_mail_server_is_what_is_written() {
    let mailbox = "[[mailbox]]\nname = \"far\"\naddress = \"far@example.org\"\nkind = \"imap\"\nhost = \"Mail.example.org\"\n\
                   password = { file = \"secret\" }\nca_file = \"ca.pem\"\nafter = { move = \"Done\" }\nstart = 2026-01-31\n";
    let desk = format!("{DESK}{MAILBOX}{mailbox}[outgoing]\nkind = \"maildir\"\npath = \"mail/out\"\n");
    let files = [("desk.toml", desk.as_str()), ("secret", "of-file\n"), ("ca.pem", "")];
    let loaded = try_load(&files, &[]).expect("loads");
    let Some(SourcePlace::Imap { host, port, tls, user, password, ca_file, folders, after, start }) =
        loaded.settings.mailboxes.last().map(|source| source.place.clone())
    else {
        panic!("no IMAP")
    };
    assert_eq!((host.as_str(), port, tls, user.as_str()), ("mail.example.org", 993, Tls::Implicit, "far@example.org"));
    assert_eq!((password.expose(), after), ("of-file", After::Move("Done".to_owned())));
    assert_eq!(folders, ["INBOX"]);
    assert!(ca_file.is_some_and(|path| path.ends_with("ca.pem")));
    assert!(matches!(start, Start::Since(_)));
}

#[test]
fn keys_of_systemd_come_before_the_file() {
    let keys = format!("key 7 {}\nstore {}\n", "0A".repeat(32), "0b".repeat(32));
    let loaded = try_load(&[("run/keys", &keys)], &[("CREDENTIALS_DIRECTORY", "{DIR}/run")]).expect("loads");
    assert_eq!(loaded.settings.store_secret, [11; 32]);
    let loaded = try_load(&[("run/other", "x")], &[("CREDENTIALS_DIRECTORY", "{DIR}/run")]).expect("loads");
    assert_eq!(loaded.settings.store_secret, [2; 32]);
}

#[test]
fn the_fingerprint_tells_texts_apart_and_ignores_secrets() {
    let plain = settings(&[]).fingerprint;
    assert_eq!(settings(&[]).fingerprint, plain);
    let keys = format!("key 1 {}\nstore {}\n", "03".repeat(32), "04".repeat(32));
    assert_eq!(settings(&[("keys", &keys)]).fingerprint, plain);
    assert_ne!(settings(&[("staff.toml", "# a comment\n")]).fingerprint, plain);
    assert_ne!(
        settings(&[("routing.toml", "# a comment\n")]).fingerprint,
        settings(&[("staff.toml", "# a comment\n")]).fingerprint
    );
}

#[test]
fn the_fingerprint_tells_of_canned_responses_articles_and_practice() {
    let hello = "+++\ntitle = \"Hello\"\n+++\nHello\n";
    let article = "+++\ntitle = \"Hello\"\naudience = \"staff\"\n+++\nHello\n";
    let mut known = vec![settings(&[]).fingerprint];
    for (name, text) in [
        ("macros/hello.md", hello),
        ("macros/bye.md", hello),
        ("kb/hello.md", article),
        ("kb/practice/hello.md", article),
        ("kb/practice/letter.txt", "Where is my money?\n"),
        ("kb/practice/letter.txt", "Where is my parcel?\n"),
    ] {
        let settings = settings(&[(name, text)]);
        assert!(!known.contains(&settings.fingerprint), "{name}");
        known.push(settings.fingerprint);
        assert_eq!(settings.policy.macros.len(), usize::from(name.starts_with("macros/")), "{name}");
        assert_eq!(settings.policy.articles.len(), usize::from(name.starts_with("kb/") && name.ends_with(".md")), "{name}");
    }
}

#[test]
fn a_ladder_may_be_empty_and_promises_one_length() {
    let text = "ladder = []\n[response]\nfirst = \"3h\"\n[closing]\nwarning_after = \"never\"\n";
    let service = settings(&[("service.toml", text)]).policy.service;
    assert!(service.ladder.steps.is_empty());
    assert!(service.first_response.values().all(|span| *span == Span::from_hours(3)));
    assert_eq!(service.closing_warning_after, None);
}

#[test]
fn a_test_message_may_stand_in_the_file_or_beside_it() {
    let text = "[[rule]]\nname = \"a\"\nthen = { tags = \"x\" }\n[[test]]\nmessage = \"m.eml\"\nmailbox = \"support\"\nexpect = { rule = \"a\" }\n[[test]]\nmessage = \"\"\"\nSubject: here\n\nx\n\"\"\"\nexpect = { rules = [] }\n";
    let tests = settings(&[("routing.toml", text), ("m.eml", "Subject: there\n\nx\n")]).rule_tests;
    let messages: Vec<_> = tests.iter().map(|test| String::from_utf8_lossy(&test.message).into_owned()).collect();
    assert_eq!(messages, ["Subject: there\n\nx\n", "Subject: here\n\nx\n"]);
    assert_eq!(tests[1].problem("x", "y").to_string().lines().next(), Some("routing.toml:8:1: x"));
}

#[test]
fn a_file_cut_anywhere_is_read_or_refused_with_reasons() {
    let dir = tempfile::tempdir().expect("directory");
    init(dir.path(), [7; 64]).expect("written");
    for (name, text) in sample("Desk") {
        for cut in (0..text.len()).step_by(211).filter(|cut| text.is_char_boundary(*cut)) {
            fs::write(dir.path().join(name), text.get(..cut).expect("boundary")).expect("written");
            if let Err(problems) = load(dir.path(), &|_| None) {
                assert!(problems.iter().all(|problem| problem.to_string().lines().count() <= 4), "{name} cut at {cut}");
            }
        }
        fs::write(dir.path().join(name), &text).expect("written");
    }
}

#[test]
fn s06_keys_that_others_may_read_are_refused() {
    for mode in [0o640, 0o604, 0o620, 0o601] {
        let dir = tempfile::tempdir().expect("directory");
        write(dir.path(), "keys", &format!("key 1 {}\nstore {}\n", "01".repeat(32), "02".repeat(32)), mode);
        write(dir.path(), "desk.toml", &format!("{DESK}{MAILBOX}{OUTGOING}"), 0o644);
        let problems = load(dir.path(), &|_| None).expect_err("refused");
        assert!(problems.iter().any(|problem| problem.message.contains(&format!("mode {mode:04o}"))), "{problems:?}");
    }
}

#[test]
fn l12_an_operator_whose_mail_would_come_back_is_refused() {
    for operator in ["support@example.org", "support+alerts@example.org", "Support@EXAMPLE.org"] {
        let desk = format!("{DESK}{MAILBOX}{OUTGOING}").replace("operator@example.org", operator);
        let problems = try_load(&[("desk.toml", &desk)], &[]).expect_err("refused");
        assert!(problems.iter().any(|problem| problem.message.contains("alerts would come back")), "{operator}: {problems:?}");
    }
}
