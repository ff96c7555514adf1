//! The program on real mail servers: Dovecot and Postfix as Debian packages them, started for each test.
//!
//! `tests/run` installs them. The tests need root, because Postfix does; they fail where a server is missing. People write over
//! SMTP and read over IMAP as they do elsewhere; what a test judges lies in their mailboxes, or is what the command line prints.
//! Everything waits for a state, up to a deadline. A desk's directory, mail and mail servers with moods are those of
//! `tests/daemon`.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops where its world breaks, and these tests run by the real clock"
)]

mod servers {
    mod circle;
    mod cuts;
    mod desk;
    mod host;
    mod judge;
    mod kills;
    mod loops;
    #[path = "../daemon/mail.rs"]
    #[allow(dead_code, reason = "each test program uses its part of it")]
    mod mail;
    mod mailbox;
    mod names;
    mod person;
    #[path = "../daemon/play.rs"]
    mod play;
    mod proof;
    mod proxy;
    #[path = "../daemon/sink.rs"]
    #[allow(dead_code, reason = "each test program uses its part of it")]
    mod sink;
    mod smtp_faults;
    mod submission;
    #[path = "../daemon/world.rs"]
    #[allow(dead_code, reason = "each test program uses its part of it")]
    mod world;
}
