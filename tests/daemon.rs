//! The program itself: the real binary on real files, by the real clock.
//!
//! Every test has a desk in a directory of its own and looks only at what an admin, an agent or a customer could see: files in
//! Maildirs, what a mail server was given, what the command line prints, exit codes, the log. Nothing waits for time to pass;
//! everything waits for a state, up to a deadline that a slow machine keeps too (`daemon::world::until`).
//!
//! `UPDATE_GOLDENS=1 cargo test --test daemon` writes the help texts anew; read the difference.

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

mod daemon {
    mod bad_input;
    mod circle;
    mod command_line;
    mod control;
    mod crash;
    mod damage;
    mod forget;
    mod mail;
    mod monitor;
    mod orders;
    mod outside;
    mod people;
    mod play;
    mod probe;
    mod service;
    mod signals;
    #[allow(dead_code, reason = "tests/servers uses the rest of it")]
    mod sink;
    mod unit;
    mod world;
}
