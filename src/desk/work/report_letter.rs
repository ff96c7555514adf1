//! Reports by mail: the next one that waits is handed out to be counted, and what comes back is sent.

use crate::base::{ContactId, Digest, Timestamp};
use crate::domain::{Actor, Cause, Change, LetterKind, ReportOf, ReportOrder, Rows};
use crate::mail::{AutoSubmitted, Files, Outgoing, compose};
use crate::policy::{Member, Permission, Sight, sight};
use crate::report::{Period, ReportQuery, Scope, usual};
use crate::store::{Disk, Draft, Drafted, Keyspace, StoreError};

use super::super::ask::ReportForm;
use super::super::counting::{MadeReport, ReportLetter};
use super::super::error::DeskError;
use super::super::render::{self, Recipients};
use super::super::settings::DeskSettings;
use super::{Desk, Reply};

impl<D: Disk, K: Keyspace> Desk<D, K> {
    /// The report that waits longest, ready to be counted; [`Reply::NotReady`] as long as that takes some turns, and
    /// [`Reply::Done`] where none waits.
    pub(super) fn next_report(&mut self, now: Timestamp) -> Result<Reply, DeskError> {
        let waiting = self.store.draft().reports()?.unwrap_or_default().waiting;
        let Some((number, order)) = waiting.into_iter().next().filter(|(number, _)| self.counting != Some(*number)) else {
            return Ok(Reply::Done);
        };
        let member = self.settings.policy.member(&self.settings.roster, order.to).cloned();
        let Some(member) = member else { return self.give_up(number, &order, "the reader is not of the staff", now) };
        // Rights may have changed since it was ordered.
        let sight = match sight(&member, &order.of, &self.settings.policy, &self.settings.roster) {
            Ok(sight) => sight,
            Err(lacking) => return self.give_up(number, &order, &format!("the reader lacks {lacking}"), now),
        };
        let period = Period { since: order.since, until: order.until };
        let query = ReportQuery {
            kind: order.kind,
            period,
            by: order.by.unwrap_or_else(|| usual(order.kind, period)),
            scope: scope_of(sight),
        };
        self.store.commit()?;
        let zone = jiff::tz::TimeZone::get(&member.time_zone).ok();
        let zone = zone.unwrap_or_else(|| self.settings.policy.calendar.zone().clone());
        let Some(mut counting) = self.counting(query, zone, ReportForm::Html, now)? else { return Ok(Reply::NotReady) };
        counting.order = Some(number);
        if member.profile.may(Permission::ViewSensitive) {
            counting.scene.mask = None;
        }
        // Letters name people as their readers do.
        let staff = self.settings.policy.staff.values();
        let known = staff.filter_map(|member| Some((self.settings.roster.contact(&member.name)?, member.display.clone())));
        counting.scene.names.extend(known);
        counting.language.clone_from(&member.language);
        counting.reader.clone_from(&member.display);
        counting.whose = self.whose(&order.of, &counting.query.scope, &member);
        self.counting = Some(number);
        Ok(Reply::Counting(Box::new(counting)))
    }

    /// Whose work it is about, in the reader's language.
    fn whose(&self, of: &ReportOf, scope: &Scope, reader: &Member) -> String {
        let is_german = reader.language.starts_with("de");
        let name = |who: ContactId| match self.settings.policy.member(&self.settings.roster, who) {
            Some(member) => member.display.clone(),
            None => String::new(),
        };
        match (of, scope) {
            (ReportOf::Person(who), _) | (_, Scope::Own(who)) => name(*who),
            (_, Scope::All) => (if is_german { "alle Teams" } else { "all teams" }).to_owned(),
            (_, Scope::Of(teams, categories)) => {
                let list = |names: Vec<String>| names.join(", ");
                match (teams.is_empty(), is_german) {
                    (false, false) => format!("team {}", list(teams.iter().map(ToString::to_string).collect())),
                    (false, true) => format!("Team {}", list(teams.iter().map(ToString::to_string).collect())),
                    (true, false) => format!("category {}", list(categories.iter().map(ToString::to_string).collect())),
                    (true, true) => format!("Kategorie {}", list(categories.iter().map(ToString::to_string).collect())),
                }
            }
        }
    }

    /// Settles an order that nobody gets a report for, and says why in the journal.
    fn give_up(&mut self, number: u32, order: &ReportOrder, because: &str, now: Timestamp) -> Result<Reply, DeskError> {
        let kind = LetterKind::Report.as_str().to_owned();
        let withheld = Change::LetterWithheld { ticket: None, contact: order.to, kind, because: because.to_owned() };
        self.settle(number, withheld, now)?;
        Ok(Reply::NotReady)
    }

    fn settle(&mut self, number: u32, change: Change, now: Timestamp) -> Result<(), DeskError> {
        let drafted = settled(self.store.draft(), number, change, self.settings.fingerprint, now)?;
        self.accept(drafted)?;
        Ok(())
    }

    /// Sends a report that was counted.
    pub(super) fn reported(&mut self, made: MadeReport, now: Timestamp) -> Result<Reply, DeskError> {
        let MadeReport { order: number, letter } = made;
        self.counting = self.counting.filter(|counting| *counting != number);
        // An order that was settled meanwhile, or that was counted twice after a restart.
        let waiting = self.store.draft().reports()?.unwrap_or_default().waiting;
        let Some(order) = waiting.get(&number) else { return Ok(Reply::Done) };
        match letter {
            Ok(letter) => {
                let mut draft = self.store.draft();
                let change = queued(&mut draft, &self.settings, order, &letter, now)?;
                let drafted = settled(draft, number, change, self.settings.fingerprint, now)?;
                self.accept(drafted)?;
            }
            Err(because) => {
                tracing::warn!(report = %order.kind, because, "A report could not be counted.");
                self.give_up(number, order, &because, now)?;
            }
        }
        Ok(Reply::Done)
    }
}

/// Puts the letter into the spool, and gives the change that queues it or says why it is not sent.
fn queued<D: Disk, K: Keyspace>(
    draft: &mut Draft<'_, D, K>,
    settings: &DeskSettings,
    order: &ReportOrder,
    letter: &ReportLetter,
    now: Timestamp,
) -> Result<Change, StoreError> {
    let withheld = |because: &str| Change::LetterWithheld {
        ticket: None,
        contact: order.to,
        kind: LetterKind::Report.as_str().to_owned(),
        because: because.to_owned(),
    };
    let Some(member) = settings.policy.member(&settings.roster, order.to) else {
        return Ok(withheld("the reader is not of the staff"));
    };
    let named = order.mailbox.as_ref().and_then(|name| settings.policy.mailboxes.get(name));
    let Some(mailbox) = named.or_else(|| settings.policy.mailbox_of(member)) else {
        return Ok(withheld("there is no mailbox to send it by"));
    };
    let id = draft.counters()?.unwrap_or_default().outbox.next();
    let Some(message_id) = settings.keys.write_message_id(id, &settings.policy.desk.domain) else {
        return Ok(withheld("the desk's domain makes no Message-ID"));
    };
    let answers: Vec<_> = order.answers.as_ref().and_then(|id| id.known().cloned()).into_iter().collect();
    let seed = Digest::of_parts([message_id.as_str().as_bytes(), letter.text.as_bytes()]);
    let pictures = Files::of(&letter.pictures, seed);
    let composed = compose(&Outgoing {
        from: (&settings.policy.desk.name, &mailbox.address),
        to: (&member.display, &member.address),
        reply_to: None,
        subject: &letter.subject,
        message_id: &message_id,
        date: now,
        in_reply_to: answers.last(),
        references: &answers,
        text: &letter.text,
        html: letter.html.as_deref(),
        pictures: pictures.as_ref(),
        files: None,
        auto_submitted: AutoSubmitted::Generated,
        loop_mark: &settings.loop_mark,
        list_id: None,
    });
    let pieces = render::pieces(composed, Recipients::One);
    let to = (order.to, member.address.clone());
    let mut item = render::queued(draft, (id, message_id), LetterKind::Report, to, mailbox, pieces, now)?;
    if order.due.is_some() {
        item.next_at = settings.policy.suits(&member.name, now);
    }
    Ok(Change::LetterQueued { item: Box::new(item) })
}

/// An order settled together with what came of it: one record, so that nobody gets a report twice or never.
fn settled<D: Disk, K: Keyspace>(
    mut draft: Draft<'_, D, K>,
    number: u32,
    change: Change,
    settings: Digest,
    now: Timestamp,
) -> Result<Drafted, DeskError> {
    for change in [change, Change::ReportSettled { number }] {
        draft.apply(change, now).map_err(DeskError::Plan)?;
    }
    Ok(draft.finish(Actor::Desk, &Cause::Desk, now, settings)?)
}

fn scope_of(sight: Sight) -> Scope {
    match sight {
        Sight::All => Scope::All,
        Sight::Person(who) => Scope::Own(who),
        Sight::Of(teams, categories) => Scope::Of(teams, categories),
    }
}
