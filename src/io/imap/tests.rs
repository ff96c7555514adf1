//! Servers that do what they must not, each by a script.

mod script;

use std::time::Duration;

use crate::base::{Fault, Timestamp, limit};
use crate::config::Tls;
use crate::io::IoError;

use super::{Listed, Selected, internal_date};
use script::{ABLE, POOR, SELECTED, opened, play, play_up_to};

/// What a server that says this is told, and what it has heard.
async fn refused(parts: &[&str], tls: Tls) -> (IoError, Vec<String>) {
    let (connection, heard) = play(parts).open(tls).await;
    let error = connection.expect_err("the connection is refused");
    (error, heard.await.expect("the script is kept"))
}

fn message(uid: u32, size: usize) -> Listed {
    Listed { uid, size, arrived: None }
}

fn text(error: &IoError) -> String {
    let source = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    format!("{error}: {source}")
}

#[tokio::test]
async fn only_a_proper_greeting_is_answered_with_the_password() {
    for (greeting, says) in [
        ("S: * BYE too many of you", "turns us away: * BYE too many of you"),
        ("S: * PREAUTH welcome root", "has logged somebody in already"),
        ("S: 220 smtp.example.org ESMTP", "does not greet as an IMAP server: 220 smtp"),
        ("S: * OKAY", "does not greet"),
        ("close", "closes the connection without a word"),
    ] {
        let (error, heard) = refused(&[greeting], Tls::Plain).await;
        assert!(text(&error).contains(says), "{greeting}: {}", text(&error));
        assert!(text(&error).contains("mail.example.org:993"), "{}", text(&error));
        assert_eq!(heard, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_refused_login_is_not_tried_again_soon_and_shows_no_password() {
    let login = "S: * OK ready\nC: LOGIN\n";
    let (error, _) = refused(&[login, "S: $ NO [AUTHENTICATIONFAILED] Authentication failed."], Tls::Plain).await;
    assert_eq!(error.fault(), Fault::Lasting);
    assert!(
        text(&error).contains("refuses the login of support: [AUTHENTICATIONFAILED] Authentication failed."),
        "{}",
        text(&error)
    );
    assert!(!format!("{error:?} {error}").contains("sesame"));
    // The server's own trouble passes (RFC 5530).
    let (error, _) = refused(&[login, "S: $ NO [UNAVAILABLE] try later"], Tls::Plain).await;
    assert_eq!(error.fault(), Fault::Passing);
    let (error, _) = refused(&[login, "close"], Tls::Plain).await;
    assert_eq!(error.fault(), Fault::Passing);
}

#[tokio::test]
async fn nothing_is_taken_over_from_before_tls() {
    let (error, heard) = refused(&["S: * OK hi\nC: STARTTLS\nS: S1 OK go\nS: A0001 OK in"], Tls::StartTls).await;
    assert!(text(&error).contains("sent more than its answer before TLS began"), "{}", text(&error));
    assert_eq!(heard, ["STARTTLS"]);
    let (error, heard) = refused(&["S: * OK hi\nC: STARTTLS\nS: S1 NO not today"], Tls::StartTls).await;
    assert!(text(&error).contains("nothing is sent in the clear"), "{}", text(&error));
    assert_eq!(heard, ["STARTTLS"]);
}

#[tokio::test]
async fn a_folder_says_its_numbering() {
    let (mut connection, _) =
        opened(&[ABLE, SELECTED, "C: SELECT \"Empty\"\nS: * 0 EXISTS\nS: * OK [UIDVALIDITY 9] v\nS: $ OK [READ-ONLY] s"]).await;
    let selected = connection.select("Empty").await.expect("selected");
    assert_eq!(selected, Selected { validity: 9, next: 1, is_read_only: true });
    // In an empty folder nothing has to be asked.
    assert_eq!(connection.list(0, 10).await.expect("nothing"), []);
}

#[tokio::test]
async fn a_folder_without_uidvalidity_or_without_us_is_not_read() {
    let (connection, _) =
        play(&[ABLE, "C: SELECT\nS: * 1 EXISTS\nS: $ OK s\nC: SELECT\nS: $ NO no such folder"]).open(Tls::Plain).await;
    let mut connection = connection.expect("open");
    let error = connection.select("INBOX").await.expect_err("no UIDVALIDITY");
    assert!(text(&error).contains("UIDVALIDITY"), "{}", text(&error));
    let error = connection.select("Nowhere").await.expect_err("no folder");
    assert!(matches!(&error, IoError::Refused { answer, .. } if answer == "no such folder"), "{error:?}");
}

#[tokio::test]
async fn messages_are_listed_in_pieces_across_gaps_and_without_the_last_one_again() {
    let gaps = "
C: SELECT
S: * 3 EXISTS
S: * OK [UIDVALIDITY 7] v
S: * OK [UIDNEXT 101] n
S: $ OK s
C: UID FETCH 1:2 (UID RFC822.SIZE INTERNALDATE)
S: $ OK none
C: UID FETCH 3:6 (UID RFC822.SIZE INTERNALDATE)
S: * 2 FETCH (UID 6 RFC822.SIZE 600 INTERNALDATE \"22-Nov-2026 10:00:00 +0100\")
S: * 3 FETCH (FLAGS (\\Seen))
S: * 1 FETCH (INTERNALDATE \" 1-Nov-2026 10:00:00 +0000\" UID 5 RFC822.SIZE 500)
S: $ OK two
C: UID FETCH 101:* (UID RFC822.SIZE INTERNALDATE)
S: * 3 FETCH (UID 100 RFC822.SIZE 1 INTERNALDATE \"22-Nov-2026 10:00:00 +0000\")
S: $ OK the last one is below
";
    let (mut connection, _) = opened(&[ABLE, gaps]).await;
    let listed = connection.list(0, 2).await.expect("listed");
    assert_eq!(listed.iter().map(|one| (one.uid, one.size)).collect::<Vec<_>>(), [(5, 500), (6, 600)]);
    assert_eq!(listed.first().and_then(|one| one.arrived), Some(Timestamp::from_seconds(1_793_527_200)));
    assert_eq!(connection.list(100, 2).await.expect("nothing"), []);
    assert_eq!(connection.list(u32::MAX, 2).await.expect("nothing"), []);
}

#[tokio::test]
async fn bodies_are_told_from_everything_else_a_server_says() {
    let fetch = "
C: UID FETCH 3,5 (UID BODY.PEEK[])
S: * 9 FETCH (FLAGS (\\Seen) UID 3)
S: * 4 EXISTS
S: * 2 FETCH (UID 5 FLAGS () BODY[] {5}
S: five!)
S: * 8 FETCH (UID 77 BODY[] {3}
S: 77!)
S: * OK [ALERT] the disk is nearly full
S: * 1 FETCH (BODY[] {0}
S:  UID 3)
S: * 1 EXPUNGE
S: $ OK done
";
    let (mut connection, _) = opened(&[ABLE, SELECTED, fetch]).await;
    assert!(connection.has_news());
    let fetched = connection.fetch(&[message(3, 0), message(5, 5)]).await.expect("fetched");
    assert_eq!(fetched, [(3, Vec::new()), (5, b"five!".to_vec())]);
}

#[tokio::test]
async fn what_has_gone_is_left_out_and_what_is_withheld_is_an_error() {
    let gone = "
C: UID FETCH 3,5 (UID BODY.PEEK[])
S: * 2 FETCH (UID 5 BODY[] {5}
S: five!)
S: $ NO [EXPUNGEISSUED] some are gone
C: NOOP
S: * 1 EXPUNGE
S: $ OK
C: UID FETCH 3 (UID RFC822.SIZE INTERNALDATE)
S: $ OK nothing
";
    let (mut connection, _) = opened(&[ABLE, SELECTED, gone]).await;
    let fetched = connection.fetch(&[message(3, 5), message(5, 5)]).await.expect("fetched");
    assert_eq!(fetched, [(5, b"five!".to_vec())]);

    let there = "S: * 1 FETCH (UID 3 RFC822.SIZE 5 INTERNALDATE \"22-Nov-2026 10:00:00 +0100\")\nS: $ OK\n";
    let withheld = format!(
        "C: UID FETCH 3 (UID BODY.PEEK[])\nS: $ NO broken\nC: NOOP\nS: $ OK\nC: UID FETCH 3 (UID R\n{there}C: UID FETCH 3 (UID BODY.PEEK[])\nS: * 1 FETCH (UID 3 BODY[] NIL)\nS: $ OK\nC: UID FETCH 3 (UID R\n{there}"
    );
    let (mut connection, _) = opened(&[ABLE, SELECTED, &withheld]).await;
    let error = connection.fetch(&[message(3, 5)]).await.expect_err("withheld");
    assert!(text(&error).contains("lists the message with UID 3 and does not give it"), "{}", text(&error));
}

#[tokio::test]
async fn a_message_too_large_to_be_read_is_fetched_as_far_as_shows_it() {
    let start = "C: UID FETCH 4 (UID BODY.PEEK[])\nS: * 1 FETCH (UID 4 BODY[] {1}\nS: 4)\nS: $ OK\nC: UID FETCH 3 (UID BODY.PEEK[]<0.67108865>)\nS: * 1 FETCH (UID 3 BODY[]<0> {3}\nS: big)\nS: $ OK\n";
    let (mut connection, _) = opened(&[ABLE, SELECTED, start]).await;
    let fetched = connection.fetch(&[message(3, limit::MESSAGE_BYTES + 1), message(4, 1)]).await.expect("fetched");
    assert_eq!(fetched, [(3, b"big".to_vec()), (4, b"4".to_vec())]);
}

#[tokio::test]
async fn an_answer_in_doubt_is_an_error_and_never_an_empty_mailbox() {
    let open = "* 1 FETCH (UID 3 BODY[] {500}";
    for (answer, says) in [
        ("S: $ BAD what is that".to_owned(), "does not understand: what is that"),
        (format!("S: {open}\nS: cut here\nclose"), "bytes remaining"),
        ("S: * 1 FETCH (UID 3 BODY[] {3}\nS: 333)\nclose".to_owned(), "closes the connection"),
        ("close".to_owned(), "closes the connection"),
        ("S: * 1 FETCH (UID 3 BODY[] {400000000}".to_owned(), "announces 400000000 bytes"),
        ("S: A9999 OK done".to_owned(), "a command that was not given"),
        ("S: * BYE shutting down\nclose".to_owned(), "says goodbye: shutting down"),
        ("S: + go on".to_owned(), "asks for more"),
        ("S: * OK [UIDVALIDITY 8] surprise".to_owned(), "numbered anew"),
        ("S: * 1 FETCH (UID 3 INTERNALDATE NIL)".to_owned(), "cannot be understood"),
        ("S: * 1 FETCH (UID 3 ,".to_owned(), "cannot be understood"),
        (format!("S: * OK {}", "x".repeat(70_000)), "a line without end"),
    ] {
        let (mut connection, _) = opened(&[ABLE, SELECTED, "C: UID FETCH 3 (UID BODY.PEEK[])\n", &answer]).await;
        let error = connection.fetch(&[message(3, 500)]).await.expect_err("an error");
        assert!(text(&error).contains(says), "{says}: {}", text(&error));
        assert!(!matches!(error, IoError::Refused { .. }));
        assert!(!text(&error).contains("cut here"), "mail in an error: {}", text(&error));
    }
}

#[tokio::test]
async fn a_conversation_cut_anywhere_gives_what_was_said_in_full_or_an_error() {
    let talk = "
C: UID FETCH 1:* (U
S: * 1 FETCH (UID 5 RFC822.SIZE 5 INTERNALDATE \"22-Nov-2026 10:00:00 +0100\")
S: * 2 FETCH (UID 7 RFC822.SIZE 7 INTERNALDATE \"22-Nov-2026 10:00:00 +0100\")
S: $ OK listed
C: UID FETCH 5,7 (UID BODY.PEEK[])
S: * 1 FETCH (UID 5 BODY[] {5}
S: five!)
S: * 2 FETCH (UID 7 BODY[] {7}
S: seven!!)
S: $ OK fetched
C: UID STORE 5,7
S: $ OK marked
";
    let talk = [ABLE, SELECTED, talk];
    let converse = async |bytes: usize| {
        let mut connection = play_up_to(&talk, bytes).open(Tls::Plain).await.0?;
        connection.select("INBOX").await?;
        let listed = connection.list(0, 100).await?;
        assert_eq!(listed.iter().map(|one| one.uid).collect::<Vec<_>>(), [5, 7]);
        let fetched = connection.fetch(&listed).await?;
        assert_eq!(fetched, [(5, b"five!".to_vec()), (7, b"seven!!".to_vec())]);
        connection.mark(&[5, 7]).await
    };
    let mut cut = 0;
    while let Err(error) = converse(cut).await {
        assert!(!matches!(error, IoError::Refused { .. } | IoError::LogIn { .. }), "cut at {cut}: {error:?}");
        cut += 1;
    }
    assert!(cut > 500, "the conversation ends after {cut} bytes");
}

#[tokio::test(start_paused = true)]
async fn a_server_that_falls_silent_is_given_up() {
    for parts in [&[][..], &["S: * OK ready"], &["S: * OK ready\nC: LOGIN\nS: $ OK in"]] {
        let (error, _) = refused(parts, Tls::Plain).await;
        assert_eq!(error.fault(), Fault::Passing, "{}", text(&error));
    }
    let stalled = "C: UID FETCH 3 (UID BODY.PEEK[])\nS: * 1 FETCH (UID 3 BODY[] {500}\nS: half of it";
    let (mut connection, _) = opened(&[ABLE, SELECTED, stalled]).await;
    let error = connection.fetch(&[message(3, 500)]).await.expect_err("silence");
    assert!(text(&error).contains("silent for 60 s"), "{}", text(&error));
}

#[tokio::test(start_paused = true)]
async fn idle_ends_with_mail_or_is_renewed_and_finds_a_dead_peer() {
    let list = "C: UID FETCH 1:* (U\nS: $ OK\n";
    let begun = "C: IDLE\nS: + idling\n";
    // Mail wakes; what is no mail does not.
    let mail =
        "S: * OK still here\nS: * 2 FETCH (FLAGS (\\Seen))\nS: * 3 EXPUNGE\nS: * 2 EXISTS\nS: * 3 EXISTS\nC: DONE\nS: $ OK\n";
    let (mut connection, _) = opened(&[ABLE, SELECTED, list, begun, mail]).await;
    connection.list(0, 100).await.expect("listed");
    connection.idle(Duration::from_secs(240)).await.expect("woken");
    assert!(connection.has_news() && connection.can_idle());
    // Mail that came before IDLE was given: there is nothing to wait for.
    connection.idle(Duration::from_secs(240)).await.expect("woken at once");

    // Nothing comes: IDLE is ended in time, and begun again.
    let nothing = "C: DONE\nS: $ OK\nC: IDLE\nS: + idling\nC: DONE\n";
    let (mut connection, _) = opened(&[ABLE, SELECTED, list, begun, nothing]).await;
    connection.list(0, 100).await.expect("listed");
    connection.idle(Duration::from_secs(240)).await.expect("renewed");
    let before = tokio::time::Instant::now();
    let error = connection.idle(Duration::from_secs(240)).await.expect_err("a dead peer");
    assert!(before.elapsed() < Duration::from_secs(300), "{:?}", before.elapsed());
    assert!(matches!(error, IoError::Network { .. }), "{error:?}");

    for (end, says) in [("close", "closes the connection"), ("S: * BYE idle for too long\nclose", "idle for too long")] {
        let (mut connection, _) = opened(&[ABLE, SELECTED, list, begun, end]).await;
        connection.list(0, 100).await.expect("listed");
        let error = connection.idle(Duration::from_secs(240)).await.expect_err("gone");
        assert!(text(&error).contains(says), "{}", text(&error));
    }
    // The server ends it by itself.
    let (mut connection, _) = opened(&[ABLE, SELECTED, list, begun, "S: $ OK enough\nC: NOOP\nS: $ OK"]).await;
    connection.list(0, 100).await.expect("listed");
    connection.idle(Duration::from_secs(240)).await.expect("ended");
    assert!(!connection.can_idle());
    connection.probe().await.expect("in step");
    // What has come and gone again is no news for ever.
    let gone = "C: NOOP\nS: * 4 EXISTS\nS: * 1 EXPUNGE\nS: * 1 EXPUNGE\nS: * 1 EXPUNGE\nS: * 1 EXPUNGE\nS: $ OK";
    let (mut connection, _) = opened(&[ABLE, SELECTED, gone]).await;
    connection.probe().await.expect("told");
    assert!(connection.has_news());
    assert_eq!(connection.list(9, 100).await.expect("nothing"), []);
    assert!(!connection.has_news());
}

#[tokio::test]
async fn a_server_that_refuses_idle_is_asked_instead() {
    for answer in ["NO not now", "BAD unknown"] {
        let refuses = format!("C: UID FETCH 1:* (U\nS: $ OK\nC: IDLE\nS: $ {answer}\nC: NOOP\nS: $ OK");
        let (mut connection, _) = opened(&[ABLE, SELECTED, &refuses]).await;
        connection.list(0, 100).await.expect("listed");
        assert!(connection.can_idle());
        connection.idle(Duration::from_secs(240)).await.expect("no error");
        assert!(!connection.can_idle());
        connection.probe().await.expect("in step");
    }
}

#[tokio::test]
async fn messages_are_marked_and_a_refusal_leaves_the_session_in_step() {
    let mark = "C: UID STORE 3,5 +FLAGS.SILENT (\\Seen)\nS: $ OK\nC: UID STORE 6 +FLAGS\nS: $ NO read-only\nC: NOOP\nS: $ OK";
    let (mut connection, _) = opened(&[ABLE, SELECTED, mark]).await;
    connection.mark(&[3, 5]).await.expect("marked");
    let error = connection.mark(&[6]).await.expect_err("refused");
    assert!(matches!(&error, IoError::Refused { answer, .. } if answer == "read-only"), "{error:?}");
    connection.probe().await.expect("in step");
}

#[tokio::test]
async fn a_missing_target_folder_is_made() {
    let missing = "C: UID MOVE 3 \"Done\"\nS: $ NO [TRYCREATE] no such folder\nC: CREATE \"Done\"\nS: $ OK\nC: UID MOVE 3 \"Done\"\nS: * OK [COPYUID 9 3 1] moved\nS: * 1 EXPUNGE\nS: $ OK";
    let (mut connection, _) = opened(&[ABLE, SELECTED, missing]).await;
    connection.move_to(&[3], "Done").await.expect("moved");
    let refused = "C: UID MOVE 3 \"Done\"\nS: $ NO over quota\nC: CREATE \"Done\"\nS: $ NO it exists\nC: UID MOVE 3 \"Done\"\nS: $ NO over quota";
    let (mut connection, _) = opened(&[ABLE, SELECTED, refused]).await;
    let error = connection.move_to(&[3], "Done").await.expect_err("refused");
    assert!(matches!(&error, IoError::Refused { answer, .. } if answer == "over quota"), "{error:?}");
}

#[tokio::test]
async fn without_move_only_the_copied_messages_are_expunged() {
    let copy = "C: UID COPY 3,5 \"Done\"\nS: $ OK\nC: UID STORE 3,5 +FLAGS.SILENT (\\Deleted)\nS: $ OK\n";
    let uid_plus = POOR.replace("* CAPABILITY IMAP4rev1", "* CAPABILITY IMAP4rev1 UIDPLUS");
    let (mut connection, heard) = opened(&[&uid_plus, SELECTED, copy, "C: UID EXPUNGE 3,5\nS: $ OK"]).await;
    connection.move_to(&[3, 5], "Done").await.expect("moved");
    drop(connection);
    assert_eq!(heard.await.expect("kept").last().map(String::as_str), Some("UID EXPUNGE 3,5"));

    let (mut connection, heard) = opened(&[POOR, SELECTED, copy]).await;
    connection.move_to(&[3, 5], "Done").await.expect("copied");
    drop(connection);
    assert!(!heard.await.expect("kept").iter().any(|line| line.contains("EXPUNGE")));
}

#[tokio::test]
async fn the_newest_messages_without_a_mark_are_found_from_behind() {
    let look = "
C: UID FETCH 1977:3000 (UID FLAGS)
S: * 9 FETCH (UID 3000 FLAGS (\\Seen))
S: * 8 FETCH (UID 2500 FLAGS ())
S: $ OK
C: UID FETCH 11:1976 (UID FLAGS)
S: * 7 FETCH (UID 40 FLAGS (\\Answered))
S: * 6 FETCH (UID 30 FLAGS ())
S: $ OK
";
    let (mut connection, _) = opened(&[ABLE, SELECTED, look]).await;
    assert_eq!(connection.without_flag(10, 3000, 3, "\\Seen").await.expect("found"), [40, 2500]);
    assert!(connection.without_flag(3000, 3000, 3, "\\Seen").await.expect("nothing").is_empty());
}

#[test]
fn dates_of_arrival_are_read() {
    assert_eq!(internal_date("17-Jul-1996 02:44:25 -0700"), Some(Timestamp::from_seconds(837_596_665)));
    assert_eq!(internal_date(" 1-Jan-1970 00:00:01 +0000"), Some(Timestamp::from_seconds(1)));
    assert_eq!(internal_date("yesterday"), None);
}
