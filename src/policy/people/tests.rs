//! Absences, substitutes, managers, training.

use super::*;
use crate::domain::{AbsenceSource, PersonEvent};
use crate::policy::sample::{at, desk};

fn name(text: &str) -> StaffName {
    StaffName::new(text).expect("name")
}

fn member<'a>(policy: &'a mut Policy, short: &str) -> &'a mut Member {
    policy.staff.get_mut(&name(short)).expect("member")
}

fn says(member: &mut Member, when: &str, event: PersonEvent) {
    member.person.apply(&event, None, at(when));
}

fn away(from: &str, until: Option<&str>) -> PersonEvent {
    let (substitute, note) = (None, None);
    PersonEvent::Away { from: at(from), until: until.map(at), source: AbsenceSource::Said, substitute, note }
}

#[test]
fn configured_and_said_absences_count_together_and_back_ends_both() {
    let (mut policy, _) = desk();
    let ann = member(&mut policy, "ann");
    ann.away.push(Away { from: at("2026-01-10T00:00Z"), until: at("2026-01-12T00:00Z") });
    says(ann, "2026-01-05T08:00Z", away("2026-01-11T00:00Z", Some("2026-01-20T00:00Z")));
    assert!(ann.is_present(at("2026-01-09T12:00Z")));
    assert_eq!(ann.next_turn(at("2026-01-09T12:00Z")), Some(at("2026-01-10T00:00Z")));
    // One absence passes into the other.
    assert_eq!(ann.absence(at("2026-01-10T12:00Z")).and_then(|one| one.until), Some(at("2026-01-20T00:00Z")));
    says(ann, "2026-01-10T13:00Z", PersonEvent::Back);
    assert!(ann.is_present(at("2026-01-10T13:00Z")));
    // What was said of a later time stays said.
    assert!(!ann.is_present(at("2026-01-15T13:00Z")));
    says(ann, "2026-01-15T13:00Z", PersonEvent::Back);
    assert!(ann.is_present(at("2026-01-15T13:00Z")) && ann.is_present(at("2026-01-19T13:00Z")));
}

#[test]
fn what_is_said_last_counts_for_the_time_it_names() {
    let (mut policy, _) = desk();
    let ann = member(&mut policy, "ann");
    says(ann, "2026-01-05T08:00Z", away("2026-01-05T08:00Z", Some("2026-01-20T00:00Z")));
    says(ann, "2026-01-06T08:00Z", away("2026-01-06T08:00Z", Some("2026-01-08T00:00Z")));
    assert!(!ann.is_present(at("2026-01-07T08:00Z")) && ann.is_present(at("2026-01-08T00:00Z")));
    says(ann, "2026-01-09T08:00Z", away("2026-01-09T08:00Z", None));
    assert_eq!(ann.absence(at("2027-01-01T00:00Z")).map(|one| one.until), Some(None));
    assert_eq!(ann.next_turn(at("2027-01-01T00:00Z")), None);
}

#[test]
fn substitutes_follow_each_other_and_a_circle_ends() {
    let (mut policy, _) = desk();
    let now = at("2026-01-14T10:00Z");
    for (who, stands_in) in [("ann", "bob"), ("bob", "eve"), ("eve", "ann")] {
        member(&mut policy, who).substitute = Some(name(stands_in));
    }
    let stand_in = |policy: &Policy| policy.stand_in(&policy.staff[&name("ann")], now).map(|member| member.name.to_string());
    assert_eq!(stand_in(&policy).as_deref(), Some("bob"));
    for (who, expected) in [("bob", Some("eve")), ("eve", None), ("ann", None)] {
        says(member(&mut policy, who), "2026-01-14T09:00Z", away("2026-01-14T09:00Z", None));
        assert_eq!(stand_in(&policy).as_deref(), expected, "with {who} away");
    }
}

#[test]
fn who_is_named_for_one_absence_stands_in_for_that_time_alone() {
    let (mut policy, _) = desk();
    member(&mut policy, "ann").substitute = Some(name("bob"));
    let event = PersonEvent::Away {
        from: at("2026-01-10T00:00Z"),
        until: Some(at("2026-01-20T00:00Z")),
        source: AbsenceSource::Said,
        substitute: Some(name("eve").into()),
        note: None,
    };
    says(member(&mut policy, "ann"), "2026-01-09T08:00Z", event);
    let stand_in = |when| policy.stand_in(&policy.staff[&name("ann")], at(when)).map(|member| member.name.to_string());
    assert_eq!(stand_in("2026-01-11T00:00Z").as_deref(), Some("eve"));
    assert_eq!(stand_in("2026-01-21T00:00Z").as_deref(), Some("bob"));
}

#[test]
fn one_trains_those_below_and_those_of_ones_teams_and_never_oneself() {
    let (policy, _) = desk();
    let leads =
        |trainer: &str, learner: &str| policy.leads_to_learn(&policy.staff[&name(trainer)], &policy.staff[&name(learner)]);
    // `front` has ann and bob and is led by max; kim is of `back`; mo stands two steps above.
    assert!(leads("max", "ann") && leads("mo", "ann") && leads("bob", "ann"));
    assert!(!leads("kim", "ann") && !leads("ann", "mo") && !leads("ann", "ann"));
}

#[test]
fn a_manager_who_is_away_is_passed_over_in_favour_of_those_above() {
    let (mut policy, _) = desk();
    let now = at("2026-01-14T10:00Z");
    let managers = |policy: &Policy| {
        let found = policy.managers_of(&policy.staff[&name("ann")], now);
        found.into_iter().map(|member| member.name.to_string()).collect::<Vec<_>>().join(" ")
    };
    for (who, expected) in [("max", "moe"), ("moe", "mia mo"), ("mia", "mo"), ("mo", "dan"), ("dan", "")] {
        says(member(&mut policy, who), "2026-01-14T09:00Z", away("2026-01-14T09:00Z", None));
        assert_eq!(managers(&policy), expected, "with {who} away");
    }
}

#[test]
fn modules_are_due_by_stage_and_in_their_order() {
    let (mut policy, _) = desk();
    let module = |name: &str, stage, needs: &[&str]| Module {
        name: name.to_owned(),
        stage,
        material: String::new(),
        needs: needs.iter().map(|name| (*name).to_owned()).collect(),
        practice: Vec::new(),
    };
    policy.people.modules =
        vec![module("tone", Stage::Basic, &[]), module("refunds", Stage::Basic, &["tone"]), module("law", Stage::Advanced, &[])];
    member(&mut policy, "ann").stage = Stage::Basic;
    let due = |policy: &Policy| {
        policy.modules_due(&policy.staff[&name("ann")]).into_iter().map(|module| module.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(due(&policy), ["tone"]);
    says(member(&mut policy, "ann"), "2026-01-14T09:00Z", PersonEvent::ModuleDone { module: "tone".to_owned() });
    assert_eq!(due(&policy), ["refunds"]);
    member(&mut policy, "ann").stage = Stage::Advanced;
    assert_eq!(due(&policy), ["refunds", "law"]);
}

#[test]
fn a_recorded_certification_counts_more_than_the_configured_one() {
    let (mut policy, _) = desk();
    let ann = member(&mut policy, "ann");
    ann.certifications.insert("law".to_owned(), Some(at("2026-01-10T00:00Z")));
    assert!(ann.is_certified("law", at("2026-01-09T00:00Z")) && !ann.is_certified("law", at("2026-01-10T00:00Z")));
    let until = Some(at("2027-01-10T00:00Z"));
    says(ann, "2026-01-09T00:00Z", PersonEvent::Certified { certification: "law".to_owned(), until });
    assert!(ann.is_certified("law", at("2026-01-10T00:00Z")));
}
