//! Whether trying again may help.

/// What an error says about a second attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It may work later by itself: try again, within bounds of attempts and age.
    Passing,
    /// It will not work until somebody changes something.
    Lasting,
}
