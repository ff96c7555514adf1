//! How far people have come in their training.

use serde_json::{Value, json};

use crate::base::{ContactId, StaffName, one_line};
use crate::domain::{Done, Step};
use crate::policy::{Member, Stage};
use crate::store::{Disk, Keyspace};

use super::super::error::DeskError;
use super::{Answer, View};

impl<D: Disk, K: Keyspace> View<'_, '_, D, K> {
    /// Of one, everything; of all who are being trained, a line each.
    pub(super) fn training(&self, name: Option<&str>) -> Result<Answer, DeskError> {
        let mut answer = Answer::default();
        let Some(name) = name else {
            for member in self.settings.policy.staff.values().filter(|member| member.step().is_some()) {
                let step = member.step().map_or("-", Step::as_str);
                let due: Vec<_> =
                    self.settings.policy.modules_due(member).into_iter().map(|module| module.name.clone()).collect();
                let text = format!("{:<14} {:<12} next: {}", member.name.as_str(), step, or_none(&due));
                answer.push(self.progress(member)?, &text);
            }
            answer.is_no = answer.lines.is_empty();
            return Ok(answer);
        };
        let known = StaffName::new(name.to_owned()).ok().and_then(|name| self.settings.policy.staff.get(&name));
        let member = known
            .ok_or_else(|| DeskError::Missing(format!("the member of staff {name:?} (`maildesk staff list` shows everybody)")))?;
        answer.push(self.progress(member)?, &self.progress_text(member)?);
        Ok(answer)
    }

    /// What is known of somebody's training, for programs.
    pub(super) fn progress(&self, member: &Member) -> Result<Value, DeskError> {
        let person = &member.person;
        let mut modules = serde_json::Map::new();
        for (name, done) in &person.modules {
            modules.insert(name.clone(), json!({"at": done.at.to_string(), "by": self.by(*done)?}));
        }
        let due: Vec<_> = self.settings.policy.modules_due(member).into_iter().map(|module| module.name.clone()).collect();
        let certifications: serde_json::Map<String, Value> =
            certified(member).map(|(name, until)| (name, json!(until.map(|until| until.to_string())))).collect();
        let assessments: Vec<_> = person
            .assessments
            .iter()
            .map(|one| json!({"skill": one.skill, "level": one.level, "at": one.done.at.to_string(), "note": one.note.as_ref().map(|note| note.text())}))
            .collect();
        Ok(json!({
            "name": member.name.as_str(), "stage": stage(member), "step": member.step().map(Step::as_str),
            "mentor": member.mentor.as_ref().map(|mentor| mentor.as_str()), "done": modules, "due": due,
            "certifications": certifications, "assessments": assessments,
            "notes": person.notes.iter().map(|note| json!({"at": note.done.at.to_string(), "text": note.text.text()})).collect::<Vec<_>>(),
        }))
    }

    /// The same for people: for `training show`, and for whatever else shows a member of staff.
    pub(super) fn progress_text(&self, member: &Member) -> Result<String, DeskError> {
        let person = &member.person;
        let mut text = format!(
            "{} ({})\nstage       {}\nstep        {}\nmentor      {}",
            member.display,
            member.name,
            stage(member),
            member.step().map_or("not being onboarded", Step::as_str),
            member.mentor.as_ref().map_or("-", |mentor| mentor.as_str()),
        );
        for (step, done) in &person.steps {
            text.push_str(&format!("\n  {:<12} since {} ({})", step, done.at, self.by(*done)?));
        }
        for module in &self.settings.policy.people.modules {
            let state = match person.modules.get(&module.name) {
                Some(done) => format!("done {} ({})", done.at, self.by(*done)?),
                None if module.stage > member.stage => continue,
                None if module.needs.iter().all(|need| person.modules.contains_key(need)) => {
                    format!("to learn: {}", module.material)
                }
                None => format!("after {}", module.needs.join(", ")),
            };
            text.push_str(&format!("\nmodule      {}: {}", module.name, state.trim_end_matches([':', ' '])));
        }
        for (name, until) in certified(member) {
            let until = until.map_or_else(|| "for good".to_owned(), |until| format!("until {until}"));
            let is_over = if member.is_certified(&name, self.now) { "" } else { " (over)" };
            text.push_str(&format!("\ncertified   {name} {until}{is_over}"));
        }
        for one in &person.assessments {
            let note = one.note.as_ref().map(|note| format!(": {}", one_line(note.text(), 200))).unwrap_or_default();
            text.push_str(&format!("\nassessed    {} {} of 5, {}{note}", one.skill, one.level, one.done.at));
        }
        for note in &person.notes {
            text.push_str(&format!("\nnote        {} {}", note.done.at, one_line(note.text.text(), 400)));
        }
        Ok(text)
    }

    fn by(&self, done: Done) -> Result<String, DeskError> {
        let by: Option<ContactId> = done.by;
        by.map_or_else(|| Ok("the operator".to_owned()), |by| self.person(by))
    }
}

fn certified(member: &Member) -> impl Iterator<Item = (String, Option<crate::base::Timestamp>)> + '_ {
    let names = member.certifications.keys().chain(member.person.certifications.keys());
    let names: std::collections::BTreeSet<_> = names.cloned().collect();
    names.into_iter().filter_map(|name| member.certified_until(&name).map(|until| (name, until)))
}

fn stage(member: &Member) -> &'static str {
    Stage::ALL.into_iter().find(|(_, stage)| *stage == member.stage).map_or("", |(name, _)| name)
}

fn or_none(list: &[String]) -> String {
    if list.is_empty() { "nothing".to_owned() } else { list.join(", ") }
}
