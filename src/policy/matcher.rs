//! Compiled rules.

use super::rule::{Routing, RoutingFacts, Rule, RuleProblem, RuleVerdict};

/// Rules ready to be asked.
#[derive(Clone, Debug)]
pub struct RuleSet {}

impl RuleSet {
    /// Compiles rules.
    ///
    /// # Errors
    /// Every rule that cannot be compiled.
    pub fn compile(_rules: Vec<Rule>) -> Result<Self, Vec<RuleProblem>> {
        Ok(Self {})
    }

    /// Asks the rules in order.
    pub fn route(&self, _facts: &RoutingFacts<'_>) -> Routing {
        Routing::default()
    }

    /// What each rule says, and why.
    pub fn explain(&self, _facts: &RoutingFacts<'_>) -> Vec<RuleVerdict> {
        Vec::new()
    }
}
