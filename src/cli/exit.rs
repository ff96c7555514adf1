//! Exit codes, and failures that carry one.

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

/// The exit codes that scripts may rely on (after sysexits.h).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The answer is no: a check found problems, a search found nothing.
    No,
    /// The command was typed wrongly.
    Usage,
    /// Stored data is damaged.
    Damaged,
    /// A server is not available.
    Unavailable,
    /// An internal error.
    Internal,
    /// Files cannot be created.
    Create,
    /// Input or output failed.
    Output,
    /// Somebody else holds the store; try later.
    Busy,
    /// Not permitted.
    NotPermitted,
    /// The configuration has problems.
    Configuration,
}

impl Exit {
    /// The number.
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::No => 1,
            Self::Usage => 64,
            Self::Damaged => 65,
            Self::Unavailable => 69,
            Self::Internal => 70,
            Self::Create => 73,
            Self::Output => 74,
            Self::Busy => 75,
            Self::NotPermitted => 77,
            Self::Configuration => 78,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// A command that could not do its work.
#[derive(Debug)]
pub(super) struct Failure {
    exit: Exit,
    message: String,
}

impl Failure {
    pub(super) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into() }
    }

    /// With everything that caused it.
    pub(super) fn caused(exit: Exit, error: &dyn Error) -> Self {
        let mut message = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            message = format!("{message}: {cause}");
            source = cause.source();
        }
        Self { exit, message }
    }

    /// Standard output does not take it.
    #[expect(clippy::needless_pass_by_value, reason = "it is a map_err function")]
    pub(super) fn output(error: std::io::Error) -> Self {
        // A closed pipe is the reader's wish, not a failure.
        let exit = if error.kind() == std::io::ErrorKind::BrokenPipe { Exit::Done } else { Exit::Output };
        Self::new(exit, error.to_string())
    }

    /// Prints it and gives the exit code.
    pub(super) fn print(&self) -> Exit {
        if self.exit != Exit::Done {
            let _ = writeln!(std::io::stderr(), "maildesk: {}", self.message);
        }
        self.exit
    }
}
