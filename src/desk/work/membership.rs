//! Who belongs to the staff: everybody whom the settings name has a contact, who is new is invited, who has answered counts, and
//! who has left loses everything at once.
//!
//! The settings say who is meant, the store who has answered and who was there before. Both are joined whenever settings are
//! taken on; only then does anybody come or go.

use std::collections::BTreeSet;

use crate::base::{ContactId, EmailAddress, OutboxId, StaffName, TicketId, Timestamp, limit, one_line};
use crate::decide::{AssignFacts, Handover, Leaver, LeftTicket, departure, hand_over};
use crate::domain::{
    Actor, Cause, Change, InvitationStanding, Letter, LetterKind, LetterNote, LetterState, PersonEvent, Rows, Status, Ticket,
};
use crate::policy::{Member, Roster, managers};
use crate::store::{Disk, Draft, Keyspace, Queries};

use super::super::ask::Answer;
use super::super::error::DeskError;
use super::super::receive::carry_out;
use super::super::{gather, invite, render};
use super::{Desk, DeskSettings, Reply};

/// People and rows that are looked at in one go.
const MOST: usize = 100_000;

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// Joins the settings' staff with what the store knows. `before` are the settings that counted until now. What has become of the
    /// work of those who have left is told in a few words each.
    pub(super) fn meet_staff(&mut self, before: Option<&DeskSettings>, now: Timestamp) -> Result<Vec<String>, DeskError> {
        self.know_staff(now)?;
        let invited: Vec<Member> = self.settings.policy.invited.values().cloned().collect();
        for member in invited {
            let row = self.store.draft().invitation(member.name.clone())?;
            let is_asked = row.is_some_and(|row| row.standing(&member.address, now) != InvitationStanding::Missing);
            if !is_asked {
                self.invite(&member, Actor::Desk, &Cause::Desk, now)?;
            }
        }
        let words = self.let_go(before, now)?;
        self.store.commit()?;
        Ok(words)
    }

    /// Gives every member of staff, and the operator, a contact, and joins names and contacts in the roster.
    pub(super) fn know_staff(&mut self, now: Timestamp) -> Result<(), DeskError> {
        self.admit_confirmed(now)?;
        let mut draft = self.store.draft();
        let mut roster = Roster::default();
        let mut changed = false;
        let operator = (None, self.settings.policy.desk.operator.clone(), String::new());
        let staff = self.settings.policy.staff.values();
        let staff = staff.map(|member| (Some(member.name.clone()), member.address.clone(), member.display.clone()));
        for (name, address, display) in staff.chain([operator]) {
            let by_name = match &name {
                Some(name) => draft.contact_of_staff(name.clone())?,
                None => None,
            };
            let contact = match by_name {
                Some(contact) => contact,
                None => {
                    let (contact, is_new) = contact_of(&mut draft, &address, &display, now)?;
                    changed |= is_new;
                    contact
                }
            };
            let Some(name) = name else { continue };
            let row = draft.contact(contact)?;
            let up_to_date = row.as_ref().is_some_and(|row| {
                row.address() == Some(&address) && row.staff.as_ref().and_then(|known| known.known()) == Some(&name)
            });
            if !up_to_date {
                let known = Change::StaffKnown { contact, name: name.clone().into(), address: address.clone().into() };
                draft.apply(known, now).map_err(DeskError::Plan)?;
                changed = true;
            }
            roster.insert(name, contact);
        }
        // Who is to be told when somebody leaves: after a restart the settings that say so are gone.
        let policy = &self.settings.policy;
        for (member, contact) in policy.staff.values().filter_map(|member| Some((member, roster.contact(&member.name)?))) {
            let managers: BTreeSet<ContactId> = managers(member, policy, &roster).into_iter().collect();
            if managers != draft.person(contact)?.unwrap_or_default().managers {
                let known = Change::Person { contact, by: None, event: PersonEvent::ManagersKnown { managers } };
                draft.apply(known, now).map_err(DeskError::Plan)?;
                changed = true;
            }
        }
        if changed {
            let drafted = draft.finish(Actor::Desk, &Cause::Desk, now, self.settings.fingerprint)?;
            self.accept(drafted)?;
            self.store.commit()?;
        }
        self.settings.roster = roster;
        self.know_persons()
    }

    /// Lets those count who have answered their invitation.
    fn admit_confirmed(&mut self, now: Timestamp) -> Result<(), DeskError> {
        let draft = self.store.draft();
        let mut confirmed = Vec::new();
        for member in self.settings.policy.invited.values() {
            let row = draft.invitation(member.name.clone())?;
            if row.is_some_and(|row| row.standing(&member.address, now) == InvitationStanding::Confirmed) {
                confirmed.push(member.name.clone());
            }
        }
        confirmed.iter().for_each(|name| self.settings.policy.admit(name));
        Ok(())
    }

    /// Writes another invitation at an admin's word.
    pub(super) fn invite_again(&mut self, name: &StaffName, now: Timestamp) -> Result<Reply, DeskError> {
        let policy = &self.settings.policy;
        let Some(member) = policy.invited.get(name).cloned() else {
            return Err(match policy.staff.contains_key(name) {
                true => DeskError::Refused(format!("{name} counts already; there is nothing to confirm")),
                false => DeskError::Missing(format!("{name} in the staff that the desk has loaded")),
            });
        };
        self.invite(&member, Actor::Admin, &Cause::Command(format!("staff invite {name}")), now)?;
        Ok(Reply::Answer(Answer::line("invited", &format!("{name} <{}>", member.address))))
    }

    fn invite(&mut self, member: &Member, actor: Actor, cause: &Cause, now: Timestamp) -> Result<(), DeskError> {
        let mut draft = self.store.draft();
        let (contact, _) = contact_of(&mut draft, &member.address, &member.display, now)?;
        let letter = Letter { kind: LetterKind::Invitation, to: contact, ticket: None, entry: None, note: LetterNote::default() };
        let queued = render::letter(&mut draft, &self.settings, &letter, render::Recipients::One, None, now)?;
        let id = match &queued {
            Change::LetterQueued { item } => Some(item.id),
            _ => None,
        };
        draft.apply(queued, now).map_err(DeskError::Plan)?;
        if let Some(letter) = id {
            let (name, address) = (member.name.clone().into(), member.address.clone().into());
            let invited = Change::StaffInvited { contact, name, address, letter, until: now.plus(invite::VALID) };
            draft.apply(invited, now).map_err(DeskError::Plan)?;
        }
        let drafted = draft.finish(actor, cause, now, self.settings.fingerprint)?;
        self.accept(drafted)?;
        self.store.commit()?;
        Ok(())
    }

    /// Takes leave of everybody whom the store knows and the settings do not.
    fn let_go(&mut self, before: Option<&DeskSettings>, now: Timestamp) -> Result<Vec<String>, DeskError> {
        let policy = &self.settings.policy;
        let known = self.store.draft().known_staff(MOST)?;
        let gone = known.into_iter().filter(|name| !policy.staff.contains_key(name) && !policy.invited.contains_key(name));
        let mut words = Vec::new();
        for name in gone.collect::<Vec<_>>() {
            let draft = self.store.draft();
            if let Some(contact) = draft.contact_of_staff(name.clone())? {
                words.extend(self.depart(&name, contact, before, now)?);
            } else if let Some(row) = draft.invitation(name.clone())? {
                // He was invited and never belonged to it.
                let mut draft = draft;
                let left = Change::StaffLeft { contact: row.contact, name: name.clone().into() };
                draft.apply(left, now).map_err(DeskError::Plan)?;
                let drafted = draft.finish(Actor::Desk, &Cause::Desk, now, self.settings.fingerprint)?;
                self.accept(drafted)?;
            }
        }
        Ok(words)
    }

    fn depart(
        &mut self,
        name: &StaffName,
        leaver: ContactId,
        before: Option<&DeskSettings>,
        now: Timestamp,
    ) -> Result<Vec<String>, DeskError> {
        let before = before.map(|before| &before.policy);
        let member = before.and_then(|before| before.staff.get(name));
        let row = self.store.draft().contact(leaver)?;
        let written = row.map(|row| row.name.text().to_owned()).filter(|written| !written.is_empty());
        let shown = member.map(|member| member.display.clone()).or(written).unwrap_or_else(|| name.to_string());
        let managers = self.store.draft().person(leaver)?.unwrap_or_default().managers;
        let mut handover = Handover::default();
        for id in self.work_of(leaver)? {
            let draft = self.store.draft();
            let Some(ticket) = draft.ticket(id)? else { continue };
            let assign = self.assign_facts(&draft, &ticket)?;
            let left = LeftTicket {
                ticket: &ticket,
                leaver,
                counters: draft.counters()?.unwrap_or_default(),
                assign: &assign,
                policy: &self.settings.policy,
                roster: &self.settings.roster,
                now,
            };
            let plan = hand_over(&left, &mut handover);
            let drafted = carry_out(draft, &self.settings, plan, None, now)?;
            self.accept(drafted)?;
            if self.store.group_bytes() >= limit::GROUP_BYTES {
                self.store.commit()?;
            }
        }
        handover.withdrawn = self.withdraw_letters(leaver, now)?;
        let draft = self.store.draft();
        let operator = draft.contact_of_address(self.settings.policy.desk.operator.key())?;
        let parties = (&self.settings.policy, &self.settings.roster);
        let leaving = Leaver { contact: leaver, name, shown: &shown, managers: &managers };
        let plan = departure(&leaving, &handover, before, parties, operator);
        let drafted = carry_out(draft, &self.settings, plan, None, now)?;
        self.accept(drafted)?;
        let words = self.words(name, &handover);
        tracing::info!(name = %name, work = words.join("; "), "A member of staff has left.");
        Ok(words)
    }

    /// Unfinished tickets that he has or helps with.
    fn work_of(&self, leaver: ContactId) -> Result<BTreeSet<TicketId>, DeskError> {
        let draft = self.store.draft();
        let mut tickets = BTreeSet::new();
        for status in Status::ALL.into_iter().filter(|status| status.is_unfinished()) {
            let rows = draft.tickets(Some(status), TicketId::default(), MOST)?;
            let his = |row: &Ticket| row.assignee == Some(leaver) || row.contributors.contains(&leaver);
            tickets.extend(rows.iter().filter(|row| his(row)).map(|row| row.id));
        }
        Ok(tickets)
    }

    fn assign_facts(&self, draft: &Draft<'_, D, K>, ticket: &Ticket) -> Result<AssignFacts, DeskError> {
        let team = ticket.team.as_ref().and_then(|name| self.settings.policy.teams.get(name));
        let Some(team) = team else { return Ok(AssignFacts::default()) };
        let last = draft.turn(team.name.clone())?.map(|turn| turn.contact);
        Ok(AssignFacts { last, load: gather::loads(draft, &self.settings, &team.members)? })
    }

    /// Letters to him that have not been sent: what stands in them is not his to read any more.
    fn withdraw_letters(&mut self, leaver: ContactId, now: Timestamp) -> Result<u32, DeskError> {
        let mut draft = self.store.draft();
        let mut withdrawn = 0_u32;
        for state in [LetterState::Queued, LetterState::Deferred, LetterState::InDoubt] {
            for item in draft.letters(Some(state), OutboxId::default(), MOST)? {
                if item.contact == leaver && !item.kind.is_for_customer() {
                    draft.apply(Change::LetterDropped { letter: item.id }, now).map_err(DeskError::Plan)?;
                    withdrawn = withdrawn.saturating_add(1);
                }
            }
        }
        if withdrawn > 0 {
            let drafted = draft.finish(Actor::Desk, &Cause::Desk, now, self.settings.fingerprint)?;
            self.accept(drafted)?;
        }
        Ok(withdrawn)
    }

    /// What became of somebody's work, for the log and whoever asked for the reload.
    fn words(&self, name: &StaffName, handover: &Handover) -> Vec<String> {
        let numbers = |tickets: &[TicketId]| tickets.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let mut words = Vec::new();
        for (to, tickets) in &handover.given {
            let to = self.settings.roster.name(*to).map_or("somebody", |name| name.as_str());
            words.push(format!("{} of {name} given to {to}", numbers(tickets)));
        }
        for (team, tickets) in &handover.returned {
            words.push(match team {
                Some(team) => format!("{} of {name} back with team {team}", numbers(tickets)),
                None => format!("{} of {name} left to nobody", numbers(tickets)),
            });
        }
        if handover.withdrawn > 0 {
            words.push(format!("{} letters to {name} withdrawn", handover.withdrawn));
        }
        words
    }
}

/// The contact of an address, made where there is none.
fn contact_of<D: Disk, K: Keyspace>(
    draft: &mut Draft<'_, D, K>,
    address: &EmailAddress,
    name: &str,
    now: Timestamp,
) -> Result<(ContactId, bool), DeskError> {
    if let Some(contact) = draft.contact_of_address(address.key())? {
        return Ok((contact, false));
    }
    let contact = draft.counters()?.unwrap_or_default().contact.next();
    let name = one_line(name, limit::NAME_CHARS).into();
    let added = Change::ContactAdded { contact, address: address.clone().into(), name };
    draft.apply(added, now).map_err(DeskError::Plan)?;
    Ok((contact, true))
}
