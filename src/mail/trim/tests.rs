//! Mails of many programs and languages, and where they must be cut.
