//! What the desk's rules say: routing, opening hours, assignment, promises of service, limits, who may do what.
//!
//! Everything here is checked configuration and pure functions over it. Files and their mistakes are `config`'s matter,
//! the state is `store`'s.

mod access;
mod alert;
mod article;
mod assign;
mod contact_field;
mod desk;
mod holidays;
mod hours;
mod ladder;
mod macros;
mod manager;
mod mask;
mod matcher;
mod people;
mod permission;
mod quality;
mod query;
mod report_schedule;
mod rotation;
mod rule;
#[cfg(test)]
mod sample;
mod schedule;
mod sla;
mod span;
mod trust;
mod view;
mod when;

pub use access::{Access, Relation, Sight, access, relation, sight, stands_above, way_up};
pub use alert::{Alert, AlertBound, AlertLevel, AlertTo};
pub use article::{Article, Audience};
pub use assign::choose;
pub use contact_field::{ContactField, ContactFieldKind, DetailProblem, contact_detail};
pub use desk::{
    Accept, AgentProof, AuthMode, Authentication, Closing, DeskPolicy, Digests, Escalate, Hold, Ladder, LadderStep,
    MailboxPolicy, Policy, ReplyAddress, Roster, Satisfaction, Service, Strangers, SubjectThreading, Threading, Volumes,
};
pub use holidays::{HolidayDate, HolidayRule, Holidays};
pub use hours::{Calendar, CalendarError, DayHours};
pub use ladder::{Look, Told, next_look, told, told_above};
pub use macros::{Macro, MacroFacts, MacroProblem, MacroSets, MacroVersion, MacroWords};
pub use manager::managers;
pub use mask::{Mask, MaskPattern, mask_pattern};
pub use matcher::RuleSet;
pub use people::{
    Assign, Away, Category, Exercise, LearnAbsence, Leaving, Level, Member, Module, PeopleRules, Role, Stage, Team, WhenAway,
};
pub use permission::{BuiltIn, Permission, Profile};
pub use quality::{Criterion, Quality, Reviewer};
pub use query::{
    Asker, Condition as QueryCondition, FILTERS, Moment, Part, Query, QueryProblem, Words, is_overdue, is_unanswered,
};
pub use report_schedule::{Every, ScheduledOf, ScheduledReport};
pub use rotation::{Duty, LastAgent, Rotation, before_turns};
pub use rule::{Actions, Condition, Routing, RoutingFacts, Rule, RuleProblem, RuleVerdict, TextTest};
pub use schedule::{Quiet, Schedules};
pub use sla::{Affiliation, Segment, Sla, SlaMatch, Sum, Terms, sum, terms};
pub use span::point;
pub use trust::{FORGED_SENDER, Verified, forged_results, judged_results, sender_proof, verified};
pub use view::{LISTS, is_view_name, list, lists};
pub use when::parse_when;
