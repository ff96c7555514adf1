//! Compiled rules.

/// Compiled rules.
#[derive(Clone, Debug)]
pub struct RuleSet;
