//! The one fold: what each change does to the state.
//!
//! A commit, a rebuild from the journal and `verify` all go through here, so they cannot disagree. Everything a change does
//! must follow from the change, its time and the rows; there is no other input.

mod letter;
mod review;
mod ticket;

use crate::base::{ConfirmationId, ContactId, Digest, OutboxId, TicketId, Timestamp, limit};

use super::change::Change;
use super::confirmation::{Confirmation, ConfirmationState, Executed, Forgeries, TrustProbe};
use super::contact::{self, Contact, contact_now};
use super::invitation::Invitation;
use super::kept::Kept;
use super::outbox::LetterState;
use super::person::HeldReply;
use super::promise::{Morning, Nudge};
use super::quarantine::Quarantined;
use super::receipt::{Disposition, IgnoreReason, Receipt};
use super::review::{FinishedTicket, Review};
use super::row::{Cursor, Known, PlusProbe, RowId, Rows, Seen, Tally, Turn, VolumeKey};
use super::survey::Survey;
use super::ticket::{DeadlineKind, IllegalStatus, Ticket};
use letter::{given_up, letter_queued, step_letter};
use ticket::{assigned, entry_added, opened, status_changed};

/// A change that does not fit the state, or a state that cannot be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum IllegalChange<E> {
    /// The ticket does not exist.
    #[error("ticket {0} does not exist")]
    NoTicket(TicketId),
    /// The contact does not exist.
    #[error("contact {0} does not exist")]
    NoContact(ContactId),
    /// The letter does not exist.
    #[error("letter {0} does not exist")]
    NoLetter(OutboxId),
    /// There is no such thing.
    #[error("{0} does not exist")]
    Missing(String),
    /// The number was given before.
    #[error("{0} exists already")]
    Exists(String),
    /// The status may not change so.
    #[error(transparent)]
    Status(#[from] IllegalStatus),
    /// The letter may not change so.
    #[error("letter {letter} is {from:?} and may not become {to:?}")]
    Letter {
        /// Which.
        letter: OutboxId,
        /// What it is.
        from: LetterState,
        /// What it should become.
        to: LetterState,
    },
    /// The rows could not be read or written.
    #[error("the state cannot be read")]
    Rows(E),
}

type Outcome<R> = Result<(), IllegalChange<<R as Rows>::Error>>;

/// Lets a change take effect.
///
/// # Errors
/// [`IllegalChange`] when the change does not fit; the rows may then be half written and must be thrown away.
pub fn apply<R: Rows>(rows: &mut R, change: &Change, at: Timestamp) -> Outcome<R> {
    use IllegalChange::Rows as Broken;
    match change {
        Change::ContactAdded { contact, address, name } => {
            let mut counters = rows.counters().map_err(Broken)?.unwrap_or_default();
            counters.contact = counters.contact.max(*contact);
            rows.put_counters(counters).map_err(Broken)?;
            if let Some(address) = address.known() {
                rows.put_address(address.key(), *contact).map_err(Broken)?;
            }
            let row = Contact::new(*contact, address.clone(), name.clone(), at);
            rows.put_contact(*contact, row).map_err(Broken)
        }
        Change::ContactNamed { contact, name } => edit_contact(rows, *contact, |row| row.name = name.clone()),
        Change::ContactSet { contact, detail, value } => edit_contact(rows, *contact, |row| row.set(detail, value.clone())),
        Change::AddressAdded { contact, address } => contact::address_added(rows, *contact, address),
        Change::AddressRemoved { contact, address } => contact::address_removed(rows, *contact, address),
        Change::ContactsMerged { contact, to, tickets } => contact::merged(rows, *contact, *to, tickets),
        Change::ContactsParted { contact, who, tickets } => contact::parted(rows, *contact, *who, tickets),
        Change::WritesFrom { ticket, contact, address } => {
            edit(rows, *ticket, at, |row| drop(row.writes_from.insert(*contact, address.clone())))
        }
        Change::StaffKnown { contact, name, address } => {
            if let Some(name) = name.known() {
                rows.put_staff(name.clone(), *contact).map_err(Broken)?;
            }
            if let Some(address) = address.known() {
                rows.put_address(address.key(), *contact).map_err(Broken)?;
            }
            edit_contact(rows, *contact, |row| {
                row.staff = Some(name.clone());
                row.addresses.retain(|known| known != address);
                row.addresses.insert(0, address.clone());
            })
        }
        Change::StaffInvited { contact, name, address, letter, until } => {
            let Some(name) = name.known() else { return Ok(()) };
            let row = Invitation {
                contact: *contact,
                address: address.clone(),
                letter: *letter,
                invited_at: at,
                until: *until,
                confirmed_at: None,
            };
            rows.put_invitation(name.clone(), row).map_err(Broken)
        }
        Change::StaffConfirmed { name, .. } => {
            let Some(name) = name.known() else { return Ok(()) };
            let Some(row) = rows.invitation(name.clone()).map_err(Broken)? else { return Ok(()) };
            rows.put_invitation(name.clone(), Invitation { confirmed_at: Some(at), ..row }).map_err(Broken)
        }
        Change::StaffLeft { contact, name } => {
            if let Some(name) = name.known() {
                rows.delete(&RowId::Staff(name.clone())).map_err(Broken)?;
                rows.delete(&RowId::Invitation(name.clone())).map_err(Broken)?;
            }
            edit_contact(rows, *contact, |row| row.staff = None)
        }
        Change::Person { contact, by, event } => {
            let mut row = rows.person(*contact).map_err(Broken)?.unwrap_or_default();
            row.apply(event, *by, at);
            rows.put_person(*contact, row).map_err(Broken)
        }
        Change::ReplyHeld { ticket, entry, by } => edit(rows, *ticket, at, |row| {
            row.drafts.insert(*entry, HeldReply { by: *by, at, reminders: 0 });
        }),
        Change::ReplyDecided { ticket, entry, .. } => edit(rows, *ticket, at, |row| {
            row.drafts.remove(entry);
            if row.drafts.is_empty() {
                row.deadlines.remove(&DeadlineKind::Approval);
            }
        }),
        Change::ReplyRemembered { ticket, entry } => edit(rows, *ticket, at, |row| {
            if let Some(draft) = row.drafts.get_mut(entry) {
                draft.reminders = draft.reminders.saturating_add(1);
            }
        }),
        Change::ReachabilityChanged { contact, reachable } => edit_contact(rows, *contact, |row| row.unreachable = !reachable),
        Change::SurveySent { ticket, contact } => {
            edit_contact(rows, *contact, |row| row.surveyed_at = Some(at))?;
            edit(rows, *ticket, at, |row| row.survey = Some(Survey { at, rating: None }))
        }
        Change::Rated { ticket, rating, .. } => edit(rows, *ticket, at, |row| {
            if let Some(survey) = &mut row.survey {
                survey.rating = Some(*rating);
            }
        }),
        Change::SurveysDeclined { contact } => edit_contact(rows, *contact, |row| row.declines_surveys = true),
        Change::ReviewAwaited { ticket, agent, by } => review::awaited(rows, *ticket, *agent, FinishedTicket { at, by: *by }),
        Change::ReviewsDrawn { agent, until } => review::drawn(rows, *agent, *until),
        Change::ReviewsSeen { at } => {
            let mut row = rows.reviews().map_err(Broken)?.unwrap_or_default();
            row.seen = Some(*at);
            rows.put_reviews(row).map_err(Broken)
        }
        Change::ReviewAsked { ticket, agent, reviewer, again } => review::asked(rows, *ticket, (*agent, *reviewer), *again, at),
        Change::Reviewed { ticket, agent, reviewer, verdict, .. } => edit(rows, *ticket, at, |row| {
            let asked_at = row.review.as_ref().and_then(|review| review.asked_at);
            let review = Review { agent: *agent, reviewer: *reviewer, asked_at, verdict: verdict.as_deref().cloned() };
            // Who was never asked, and takes back what he said, has said nothing.
            row.review = (review.verdict.is_some() || asked_at.is_some()).then(|| Box::new(review));
        }),
        Change::Received(receipt) => received(rows, receipt, at),
        Change::TicketOpened(opening) => opened(rows, opening, at),
        Change::EntryAdded { entry, refers } => entry_added(rows, entry, refers),
        Change::StatusChanged { ticket, to, .. } => status_changed(rows, *ticket, *to, at),
        Change::Reopened { ticket } => edit(rows, *ticket, at, |row| {
            row.reopened_at.retain(|&then| at.since(then) < crate::base::Span::from_hours(1));
            row.reopened_at.push(at);
        }),
        Change::Assigned { ticket, to } => assigned(rows, *ticket, *to, at),
        Change::TeamSet { ticket, team } => edit(rows, *ticket, at, |row| row.team = team.clone()),
        Change::PrioritySet { ticket, priority } => edit(rows, *ticket, at, |row| row.priority = *priority),
        Change::CategorySet { ticket, category } => edit(rows, *ticket, at, |row| row.category = category.clone()),
        Change::Tagged { ticket, add, remove } => edit(rows, *ticket, at, |row| {
            row.tags.retain(|tag| !remove.contains(tag));
            row.tags.extend(add.iter().cloned());
        }),
        Change::FieldSet { ticket, name, value } => edit(rows, *ticket, at, |row| match value {
            Some(value) => drop(row.fields.insert(name.clone(), value.clone())),
            None => drop(row.fields.remove(name)),
        }),
        Change::ParticipantAdded { ticket, contact } => {
            // What is taken back may name somebody who was merged since.
            let contact = contact_now(rows, *contact).map_err(Broken)?;
            edit(rows, *ticket, at, |row| {
                row.copied.remove(&contact);
                row.participants.insert(contact);
            })
        }
        Change::Copied { ticket, contacts } => edit(rows, *ticket, at, |row| {
            let fresh: Vec<_> = contacts.difference(&row.participants).copied().collect();
            row.copied.extend(fresh);
        }),
        Change::ContributorAdded { ticket, contact } => edit(rows, *ticket, at, |row| {
            row.contributors.insert(*contact);
        }),
        Change::ContributorRemoved { ticket, contact } => edit(rows, *ticket, at, |row| {
            row.contributors.remove(contact);
        }),
        Change::Linked { ticket, other } => {
            edit(rows, *ticket, at, |row| {
                row.linked.insert(*other);
            })?;
            edit(rows, *other, at, |row| {
                row.linked.insert(*ticket);
            })
        }
        Change::Unlinked { ticket, other } => {
            edit(rows, *ticket, at, |row| {
                row.linked.remove(other);
            })?;
            edit(rows, *other, at, |row| {
                row.linked.remove(ticket);
            })
        }
        Change::Forwarded { ticket, contact, by, .. } => {
            let contact = contact_now(rows, *contact).map_err(Broken)?;
            edit(rows, *ticket, at, |row| {
                row.consulted.insert(contact, *by);
            })
        }
        Change::RequesterSet { ticket, contact } => {
            let contact = contact_now(rows, *contact).map_err(Broken)?;
            edit(rows, *ticket, at, |row| {
                row.requester = contact;
                row.copied.remove(&contact);
                row.participants.insert(contact);
            })
        }
        Change::ParticipantRemoved { ticket, contact } => edit(rows, *ticket, at, |row| {
            row.participants.remove(contact);
        }),
        Change::AttentionSet { ticket, contact, attention } => edit(rows, *ticket, at, |row| match attention {
            Some(attention) => {
                row.attention.insert(*contact, *attention);
            }
            None => {
                row.attention.remove(contact);
            }
        }),
        Change::TimeSpent { ticket, minutes, .. } => {
            edit(rows, *ticket, at, |row| row.minutes = row.minutes.saturating_add_signed(*minutes))
        }
        Change::PracticeBegun { ticket, practice } => edit(rows, *ticket, at, |row| row.practice = Some(practice.clone())),
        Change::Merged { ticket, into } => edit(rows, *ticket, at, |row| row.merged_into = *into),
        Change::EntryMoved { ticket, entry, to } => {
            let Some(mut row) = rows.entry(*ticket, *entry).map_err(Broken)? else { return Ok(()) };
            row.moved_to = *to;
            rows.put_entry(*ticket, *entry, row).map_err(Broken)
        }
        Change::AnswerHeld { ticket, answer } => edit_kept(rows, *ticket, |row| row.hold((**answer).clone())),
        Change::HeldSettled { ticket, contact } => edit_kept(rows, *ticket, |row| row.held.retain(|held| held.by != *contact)),
        Change::Undoable { ticket, undoing } => edit_kept(rows, *ticket, |row| row.keep_undoing((**undoing).clone(), at)),
        Change::Undone { ticket, message } => edit_kept(rows, *ticket, |row| row.undo.retain(|known| known.message != *message)),
        Change::TurnTaken { team, contact } => rows.put_turn(team.clone(), Turn { contact: *contact }).map_err(Broken),
        Change::DeadlineSet { ticket, kind, due } => edit(rows, *ticket, at, |row| {
            row.deadlines.retain(|known, _| !kind.replaces(*known));
            row.deadlines.insert(*kind, due.clone());
        }),
        Change::DeadlineCleared { ticket, kind, .. } | Change::DeadlineFired { ticket, kind } => {
            edit(rows, *ticket, at, |row| drop(row.deadlines.remove(kind)))
        }
        Change::AnswerAwaited { ticket } => edit(rows, *ticket, at, |row| {
            row.awaiting_since.get_or_insert(at);
        }),
        Change::AwaitedSince { ticket, since } => edit(rows, *ticket, at, |row| row.awaiting_since = *since),
        Change::PromiseMade { ticket, target, promise } => edit(rows, *ticket, at, |row| {
            row.promises.insert(*target, promise.clone());
        }),
        Change::PromisePaused { ticket, target } => edit(rows, *ticket, at, |row| {
            if let Some(promise) = row.promises.get_mut(target) {
                promise.paused_at = Some(at);
            }
        }),
        Change::PromiseBroken { ticket, target } => edit(rows, *ticket, at, |row| {
            if let Some(promise) = row.promises.get_mut(target) {
                promise.broken_at.get_or_insert(at);
            }
        }),
        Change::PromiseSettled { ticket, target, .. } => edit(rows, *ticket, at, |row| drop(row.promises.remove(target))),
        Change::Nudged { contact, nudge, at: when } => nudged(rows, *contact, nudge, *when),
        Change::RoundTold { contact } => {
            let mut rounds = rows.rounds().map_err(Broken)?.unwrap_or_default();
            rounds.due.remove(contact);
            rows.put_rounds(rounds).map_err(Broken)?;
            let mut round = rows.round(*contact).map_err(Broken)?.unwrap_or_default();
            round.told_at = Some(at);
            round.waiting.clear();
            rows.put_round(*contact, round).map_err(Broken)
        }
        Change::MorningTold { contact, morning } => {
            let mut round = rows.round(*contact).map_err(Broken)?.unwrap_or_default();
            match morning {
                Morning::Own => round.digest_at = Some(at),
                Morning::Team => round.team_digest_at = Some(at),
            }
            rows.put_round(*contact, round).map_err(Broken)
        }
        Change::ErasureOrdered { contact, erasure } => {
            let mut row = rows.erasures().map_err(Broken)?.unwrap_or_default();
            row.waiting.insert(*contact, *erasure);
            rows.put_erasures(row).map_err(Broken)
        }
        Change::Erased { contact, .. } => {
            let mut row = rows.erasures().map_err(Broken)?.unwrap_or_default();
            row.waiting.remove(contact);
            rows.put_erasures(row).map_err(Broken)?;
            edit_contact(rows, *contact, |row| row.erased_at = Some(at))
        }
        Change::ReportOrdered { order } => {
            let mut row = rows.reports().map_err(Broken)?.unwrap_or_default();
            row.add((**order).clone());
            rows.put_reports(row).map_err(Broken)
        }
        Change::ReportAwaited { name, since } => {
            let mut row = rows.reports().map_err(Broken)?.unwrap_or_default();
            row.see(name.clone(), *since);
            rows.put_reports(row).map_err(Broken)
        }
        Change::ReportSettled { number } => {
            let mut row = rows.reports().map_err(Broken)?.unwrap_or_default();
            row.waiting.remove(number);
            rows.put_reports(row).map_err(Broken)
        }
        Change::AlertRaised { alert, cause, to, .. } => {
            let mut row = rows.alerts().map_err(Broken)?.unwrap_or_default();
            row.raise(alert, cause, *to, at);
            rows.put_alerts(row).map_err(Broken)
        }
        Change::AlertCleared { alert, cause, to } => {
            let mut row = rows.alerts().map_err(Broken)?.unwrap_or_default();
            row.clear(alert, cause, *to, at);
            rows.put_alerts(row).map_err(Broken)
        }
        Change::LetterQueued { item } => letter_queued(rows, item, at),
        Change::LettersClaimed { letters } => letters.iter().try_for_each(|letter| {
            step_letter(rows, *letter, LetterState::Claimed, |row| row.attempts = row.attempts.saturating_add(1))
        }),
        Change::LetterSent { letter, response } => {
            step_letter(rows, *letter, LetterState::Sent, |row| row.last = Some(response.clone()))
        }
        Change::LetterDeferred { letter, until, because } => step_letter(rows, *letter, LetterState::Deferred, |row| {
            row.next_at = *until;
            row.last = Some(because.clone());
        }),
        Change::LetterFailed { letter, because } => {
            step_letter(rows, *letter, LetterState::Failed, |row| row.last = Some(because.clone()))?;
            given_up(rows, *letter, at, |tally| tally.failed = tally.failed.saturating_add(1))
        }
        Change::LetterExpired { letter } => {
            step_letter(rows, *letter, LetterState::Expired, |_| {})?;
            given_up(rows, *letter, at, |tally| tally.expired = tally.expired.saturating_add(1))
        }
        Change::LetterRetried { letter } => step_letter(rows, *letter, LetterState::Queued, |row| row.next_at = at),
        Change::LetterDropped { letter } => step_letter(rows, *letter, LetterState::Dropped, |_| {}),
        Change::OperatorTold { quarantine } => {
            let tally = Tally { told_at: Some(at), quarantine: *quarantine, ..Tally::default() };
            rows.put_tally(tally).map_err(Broken)
        }
        Change::LetterInDoubt { letter, until } => step_letter(rows, *letter, LetterState::InDoubt, |row| row.next_at = *until),
        Change::Quarantined { id, raw, mailbox, reason } => {
            let mut counters = rows.counters().map_err(Broken)?.unwrap_or_default();
            counters.quarantine = counters.quarantine.max(*id);
            rows.put_counters(counters).map_err(Broken)?;
            let row = Quarantined { id: *id, raw: *raw, mailbox: mailbox.clone(), reason: *reason, at };
            rows.put_quarantined(*id, row).map_err(Broken)
        }
        Change::QuarantineReleased { id } | Change::QuarantineDropped { id } => {
            rows.delete(&RowId::Quarantined(*id)).map_err(Broken)
        }
        Change::Struck { raw } => {
            let mut row = rows.strike(*raw).map_err(Broken)?.unwrap_or_default();
            row.count = row.count.saturating_add(1);
            rows.put_strike(*raw, row).map_err(Broken)
        }
        Change::CursorMoved { mailbox, folder, validity, uid } => {
            let known = rows.cursor(mailbox.clone(), folder.clone()).map_err(Broken)?.filter(|row| row.validity == *validity);
            let row = Cursor { validity: *validity, uid: *uid, ..known.unwrap_or_default() };
            rows.put_cursor(mailbox.clone(), folder.clone(), row).map_err(Broken)
        }
        Change::PlusProbed { mailbox, address, letter } => {
            let row = PlusProbe { address: address.clone(), letter: *letter, asked_at: at, has_returned: false };
            rows.put_plus_probe(mailbox.clone(), row).map_err(Broken)
        }
        Change::PlusProven { mailbox } => {
            let Some(mut row) = rows.plus_probe(mailbox.clone()).map_err(Broken)? else { return Ok(()) };
            row.has_returned = true;
            rows.put_plus_probe(mailbox.clone(), row).map_err(Broken)
        }
        Change::CursorBegun { mailbox, folder, cursor } => {
            rows.put_cursor(mailbox.clone(), folder.clone(), *cursor).map_err(Broken)
        }
        Change::ConfirmationAsked { id, confirmation } => {
            let mut counters = rows.counters().map_err(Broken)?.unwrap_or_default();
            counters.confirmation = counters.confirmation.max(*id);
            rows.put_counters(counters).map_err(Broken)?;
            count(rows, VolumeKey::ConfirmationsOf(confirmation.agent), at)?;
            rows.put_confirmation(*id, (**confirmation).clone()).map_err(Broken)
        }
        Change::ConfirmationUnclear { id } => edit_confirmation(rows, *id, |row| row.was_unclear = true),
        Change::ConfirmationSettled { id, state } => edit_confirmation(rows, *id, |row| row.state = *state),
        Change::ForgerySuspected { contact, .. } => forgery_suspected(rows, *contact, at),
        Change::Executed { contact, keys } => {
            keys.iter().try_for_each(|key| rows.put_executed(*key, Executed { agent: *contact, at }).map_err(Broken))
        }
        Change::TokensRevoked { ticket } => edit(rows, *ticket, at, |row| row.epoch = row.epoch.wrapping_add(1)),
        Change::TrustProbed { mailbox, letter, servers, trusted_hops } => {
            // What was found about the same servers counts until the new letter is back: asking again must open no gap.
            let known = rows.trust_probe(mailbox.clone()).map_err(Broken)?;
            let known = known.filter(|row| row.servers == *servers && row.trusted_hops == *trusted_hops);
            let row = TrustProbe {
                letter: *letter,
                asked_at: at,
                verdict: None,
                servers: servers.clone(),
                trusted_hops: *trusted_hops,
                before: known.and_then(|row| row.verdict.or(row.before)),
                found: Vec::new(),
            };
            rows.put_trust_probe(mailbox.clone(), row).map_err(Broken)
        }
        Change::TrustJudged { mailbox, verdict, found } => {
            let Some(mut row) = rows.trust_probe(mailbox.clone()).map_err(Broken)? else { return Ok(()) };
            row.verdict = Some(verdict.clone());
            row.found.clone_from(found);
            rows.put_trust_probe(mailbox.clone(), row).map_err(Broken)
        }
        // Told for the history alone.
        Change::ArticlesOffered { .. }
        | Change::Routed { .. }
        | Change::LetterWithheld { .. }
        | Change::LetterBounced { .. }
        | Change::Refused { .. }
        | Change::LookedUp { .. }
        | Change::Commanded { .. } => Ok(()),
    }
}

fn edit<R: Rows>(rows: &mut R, id: TicketId, at: Timestamp, change: impl FnOnce(&mut Ticket)) -> Outcome<R> {
    let mut row = rows.ticket(id).map_err(IllegalChange::Rows)?.ok_or(IllegalChange::NoTicket(id))?;
    change(&mut row);
    row.updated_at = at;
    rows.put_ticket(id, row).map_err(IllegalChange::Rows)
}

fn edit_kept<R: Rows>(rows: &mut R, id: TicketId, change: impl FnOnce(&mut Kept)) -> Outcome<R> {
    let mut row = rows.kept(id).map_err(IllegalChange::Rows)?.unwrap_or_default();
    change(&mut row);
    if row.is_empty() {
        return rows.delete(&RowId::Kept(id)).map_err(IllegalChange::Rows);
    }
    rows.put_kept(id, row).map_err(IllegalChange::Rows)
}

fn edit_contact<R: Rows>(rows: &mut R, id: ContactId, change: impl FnOnce(&mut Contact)) -> Outcome<R> {
    let mut row = rows.contact(id).map_err(IllegalChange::Rows)?.ok_or(IllegalChange::NoContact(id))?;
    change(&mut row);
    rows.put_contact(id, row).map_err(IllegalChange::Rows)
}

fn edit_confirmation<R: Rows>(rows: &mut R, id: ConfirmationId, change: impl FnOnce(&mut Confirmation)) -> Outcome<R> {
    let row = rows.confirmation(id).map_err(IllegalChange::Rows)?;
    let mut row = row.ok_or_else(|| IllegalChange::Missing(format!("question {id}")))?;
    // Single use: what is settled stays as it is.
    if row.state != ConfirmationState::Waiting {
        return Err(IllegalChange::Exists(format!("the answer to question {id}")));
    }
    change(&mut row);
    rows.put_confirmation(id, row).map_err(IllegalChange::Rows)
}

/// Counts a mail that was forged; several within an hour lock the person's mail for a day.
fn forgery_suspected<R: Rows>(rows: &mut R, contact: ContactId, at: Timestamp) -> Outcome<R> {
    let mut row: Forgeries = rows.forgeries(contact).map_err(IllegalChange::Rows)?.unwrap_or_default();
    row.times.retain(|&then| at.since(then) < crate::base::Span::from_hours(1));
    row.times.push(at);
    if row.times.len() >= limit::FORGERIES_PER_HOUR {
        row.locked_until = Some(at.plus(limit::LOCKED_FOR));
        // Bounded: what made the lock is spent.
        row.times.clear();
    }
    rows.put_forgeries(contact, row).map_err(IllegalChange::Rows)
}

/// Counts something that the operator is to be told of.
fn tell<R: Rows>(rows: &mut R, at: Timestamp, count: impl FnOnce(&mut Tally)) -> Outcome<R> {
    let mut tally = rows.tally().map_err(IllegalChange::Rows)?.unwrap_or_default();
    tally.since.get_or_insert(at);
    count(&mut tally);
    rows.put_tally(tally).map_err(IllegalChange::Rows)
}

fn received<R: Rows>(rows: &mut R, receipt: &Receipt, at: Timestamp) -> Outcome<R> {
    use IllegalChange::Rows as Broken;
    if let Disposition::Held { .. } | Disposition::Ignored { reason: IgnoreReason::SenderNotAccepted } = receipt.disposition
        && let Some(reason) = receipt.disposition.reason()
    {
        tell(rows, at, |tally| {
            let count = tally.refused.entry(reason).or_default();
            *count = count.saturating_add(1);
        })?;
    }
    let mut sighting = rows.sighting(receipt.raw).map_err(Broken)?.unwrap_or_default();
    if sighting.seen.iter().any(|seen| seen.place == receipt.place) {
        return Err(IllegalChange::Exists(format!("the disposition of {:?}", receipt.place)));
    }
    sighting.seen.push(Seen { place: receipt.place.clone(), disposition: receipt.disposition.clone(), ticket: receipt.ticket });
    rows.put_sighting(receipt.raw, sighting).map_err(Broken)?;
    let mut counters = rows.counters().map_err(Broken)?.unwrap_or_default();
    counters.received = counters.received.saturating_add(1);
    if let Some(count) = counters.dispositions.get_mut(receipt.disposition.position()) {
        *count = count.saturating_add(1);
    }
    rows.put_counters(counters).map_err(Broken)?;
    if let (Some(content), Some(ticket)) = (receipt.content, receipt.ticket)
        && rows.known_content(content).map_err(Broken)?.is_none()
    {
        rows.put_content(content, Known { ticket, entry: None }).map_err(Broken)?;
    }
    Ok(())
}

/// Remembers that an id leads to a ticket. A message that has the id itself takes precedence over those that only refer to it.
fn learn_message<R: Rows>(rows: &mut R, message: Digest, known: Known) -> Outcome<R> {
    let mut row = rows.known_message(message).map_err(IllegalChange::Rows)?.unwrap_or_default();
    let full = row.tickets.len() >= limit::TICKETS_PER_MESSAGE_ID;
    if let Some(one) = row.tickets.iter_mut().find(|one| one.ticket == known.ticket) {
        if one.entry.is_some() || known.entry.is_none() {
            return Ok(());
        }
        one.entry = known.entry;
    } else if !full {
        row.tickets.push(known);
    } else {
        let weaker = row.tickets.iter_mut().rev().find(|one| one.entry.is_none() && known.entry.is_some());
        let Some(weaker) = weaker else { return Ok(()) };
        *weaker = known;
    }
    rows.put_message(message, row).map_err(IllegalChange::Rows)
}

fn nudged<R: Rows>(rows: &mut R, contact: ContactId, nudge: &Nudge, when: Timestamp) -> Outcome<R> {
    use IllegalChange::Rows as Broken;
    let mut round = rows.round(contact).map_err(Broken)?.unwrap_or_default();
    // A later step about the same ticket says all that an earlier one would have said.
    round.waiting.retain(|other| other.ticket != nudge.ticket || other.kind.family() != nudge.kind.family());
    round.waiting.push(nudge.clone());
    if round.waiting.len() > limit::ROUND_NUDGES {
        round.waiting.remove(0);
    }
    rows.put_round(contact, round).map_err(Broken)?;
    let mut rounds = rows.rounds().map_err(Broken)?.unwrap_or_default();
    let due = rounds.due.entry(contact).or_insert(when);
    *due = when.min(*due);
    rows.put_rounds(rounds).map_err(Broken)
}

fn count<R: Rows>(rows: &mut R, key: VolumeKey, at: Timestamp) -> Outcome<R> {
    let mut row = rows.volume(key.clone()).map_err(IllegalChange::Rows)?.unwrap_or_default();
    row.count(at);
    rows.put_volume(key, row).map_err(IllegalChange::Rows)
}
