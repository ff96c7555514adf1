//! The `maildesk` program.

fn main() {}
