//! The journal in words.

use crate::base::{ContactId, EmailAddress, Private, one_line};
use crate::domain::{
    AbsenceSource, AlertCause, Attention, Author, Change, ConfirmationState, Decision, EntryKind, PersonEvent, TrustVerdict,
};

use super::place_words;

/// A change as a sentence part; none for what another change of the same record says already.
pub(super) fn describe(change: &Change, person: &dyn Fn(ContactId) -> String) -> Option<String> {
    Some(match change {
        Change::ContactAdded { contact, .. } => format!("{} became known", person(*contact)),
        Change::ContactNamed { .. }
        | Change::StaffKnown { .. }
        | Change::PlusProbed { .. }
        | Change::PlusProven { .. }
        | Change::Executed { .. }
        | Change::CursorBegun { .. }
        | Change::CursorMoved { .. }
        | Change::Struck { .. } => {
            return None;
        }
        Change::ContactSet { contact, detail, value } => match value {
            Some(value) => format!("{detail} of {}: {}", person(*contact), one_line(value.text(), 80)),
            None => format!("{detail} of {} removed", person(*contact)),
        },
        Change::AddressAdded { contact, address } => format!("{} writes from {} too", person(*contact), known(address)),
        Change::AddressRemoved { contact, address } => format!("{} writes from {} no more", person(*contact), known(address)),
        Change::ContactsMerged { contact, to, .. } => {
            format!("{} ({contact}) is the same person as {} ({to})", person(*contact), person(*to))
        }
        Change::ContactsParted { contact, who, .. } => {
            format!("{} ({contact}) is not the same person as {} ({who})", person(*contact), person(*who))
        }
        Change::WritesFrom { contact, address, .. } => format!("{} is answered at {}", person(*contact), known(address)),
        Change::SurveySent { contact, .. } => format!("{} was asked whether satisfied", person(*contact)),
        Change::Rated { contact, rating, .. } => format!("{} rated it {} of 5", person(*contact), rating.get()),
        Change::SurveysDeclined { contact } => format!("{} does not want to be asked whether satisfied", person(*contact)),
        Change::ReviewAsked { agent, reviewer, again, .. } => {
            let again = if *again { " again" } else { "" };
            format!("{} was asked{again} to review how {} handled it", person(*reviewer), person(*agent))
        }
        Change::Reviewed { agent, reviewer, verdict: Some(verdict), .. } => {
            let scores: Vec<_> = verdict.scores.iter().map(|(name, score)| format!("{name} {}", score.get())).collect();
            format!("{} reviewed how {} handled it: {}", person(*reviewer), person(*agent), scores.join(", "))
        }
        Change::Reviewed { agent, verdict: None, .. } => format!("the review of how {} handled it is taken back", person(*agent)),
        Change::ReviewAwaited { .. } | Change::ReviewsDrawn { .. } | Change::ReviewsSeen { .. } => return None,
        Change::StaffInvited { contact, until, .. } => format!("{} was invited to the staff, until {until}", person(*contact)),
        Change::StaffConfirmed { contact, .. } => format!("{} confirmed the address and belongs to the staff", person(*contact)),
        Change::StaffLeft { contact, name } => {
            let name = name.known().map_or_else(|| person(*contact), ToString::to_string);
            format!("{name} does not belong to the staff any more")
        }
        Change::LookedUp { contact, what, .. } => match contact {
            Some(contact) => format!("looked up: {what} of {}", person(*contact)),
            None => format!("looked up: {what}"),
        },
        Change::ReachabilityChanged { contact, reachable: true } => format!("mail to {} works again", person(*contact)),
        Change::ReachabilityChanged { contact, reachable: false } => format!("mail to {} fails", person(*contact)),
        Change::Person { contact, event: PersonEvent::ManagersKnown { managers }, .. } => {
            let names: Vec<_> = managers.iter().map(|manager| person(*manager)).collect();
            let told = if names.is_empty() { "the operator".to_owned() } else { names.join(", ") };
            format!("should {} leave, told is: {told}", person(*contact))
        }
        Change::Person { contact, event, .. } => format!("{}: {}", person(*contact), about_person(event)),
        Change::ReplyHeld { entry, by, .. } => format!("answer {entry} of {} waits for approval", person(*by)),
        Change::ReplyDecided { entry, by, decision, .. } => {
            let by = by.map_or_else(|| "the desk".to_owned(), person);
            let what = match decision {
                Decision::Approved => "approved",
                Decision::Edited => "approved with changes",
                Decision::Rejected => "sent back",
                Decision::Replaced => "replaced",
            };
            format!("answer {entry} {what} by {by}")
        }
        Change::ReplyRemembered { entry, .. } => format!("reminded of answer {entry}"),
        Change::Received(receipt) => {
            let reason = receipt.disposition.reason().map(|reason| format!(" ({reason})")).unwrap_or_default();
            format!(
                "{} message from {}: {}{reason}, found by {}, thread proof {}",
                receipt.kind,
                place_words(&receipt.place),
                receipt.disposition.as_str(),
                receipt.matched_by.as_str(),
                receipt.proof.as_str(),
            )
        }
        Change::TicketOpened(opening) => format!("opened {} for {}", opening.ticket, person(opening.requester)),
        Change::EntryAdded { entry, .. } => {
            let author = match entry.author {
                Author::Customer(who) | Author::Staff(who) => person(who),
                Author::Desk => "the desk".to_owned(),
            };
            let what = match entry.kind {
                EntryKind::Message => "message",
                EntryKind::Reply => "answer",
                EntryKind::Draft => "answer to be approved",
                EntryKind::Note => "note",
                EntryKind::Automatic => "automatic message",
            };
            let flags: Vec<_> = entry.flags.iter().map(|flag| format!("{flag:?}")).collect();
            let flags = if flags.is_empty() { String::new() } else { format!(" [{}]", flags.join(", ")) };
            format!("{what} {} by {author}{flags}", entry.number)
        }
        Change::StatusChanged { from, to, .. } => format!("status {from} → {to}"),
        Change::Reopened { .. } => "reopened by a reply".to_owned(),
        Change::Assigned { to: Some(to), .. } => format!("assigned to {}", person(*to)),
        Change::Assigned { to: None, .. } => "assigned to nobody".to_owned(),
        Change::TeamSet { team, .. } => format!("team {}", team.as_ref().map_or("none", |team| team.as_str())),
        Change::PrioritySet { priority, .. } => format!("priority {priority}"),
        Change::CategorySet { category, .. } => format!("category {}", category.as_ref().map_or("none", |name| name.as_str())),
        Change::Tagged { add, remove, .. } => {
            let words = add.iter().map(|tag| format!("+{tag}")).chain(remove.iter().map(|tag| format!("-{tag}")));
            format!("tags {}", words.collect::<Vec<_>>().join(" "))
        }
        Change::FieldSet { name, value, .. } => match value {
            Some(value) => format!("field {name} = {}", one_line(value.text(), 80)),
            None => format!("field {name} removed"),
        },
        Change::Forwarded { contact, shown, .. } => {
            let entries = shown.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            format!("message {entries} forwarded to {}", person(*contact))
        }
        Change::ParticipantAdded { contact, .. } => format!("{} takes part", person(*contact)),
        Change::Copied { contacts, .. } => {
            format!("in copy: {}", contacts.iter().map(|contact| person(*contact)).collect::<Vec<_>>().join(", "))
        }
        Change::ContributorAdded { contact, .. } => format!("{} contributes", person(*contact)),
        Change::ContributorRemoved { contact, .. } => format!("{} does not contribute any more", person(*contact)),
        Change::Linked { other, ticket } => format!("{ticket} linked with {other}"),
        Change::Unlinked { other, ticket } => format!("{ticket} linked with {other} no more"),
        Change::RequesterSet { contact, .. } => format!("{} asks", person(*contact)),
        Change::ParticipantRemoved { contact, .. } => format!("{} takes no part any more", person(*contact)),
        Change::AttentionSet { contact, attention, .. } => match attention {
            Some(Attention::Watches) => format!("{} watches it", person(*contact)),
            Some(Attention::Mutes) => format!("{} wants to hear nothing of it", person(*contact)),
            None => format!("{} hears of it as usual", person(*contact)),
        },
        Change::TimeSpent { contact, minutes, .. } => format!("{minutes} minutes of {}", person(*contact)),
        Change::PracticeBegun { practice, .. } => {
            format!("practice of {}, module {}", person(practice.learner), practice.module)
        }
        Change::Merged { into: Some(into), .. } => format!("goes on in {into}"),
        Change::Merged { into: None, .. } => "goes on here again".to_owned(),
        Change::EntryMoved { entry, to: Some(to), .. } => format!("entry {entry} moved to {to}"),
        Change::EntryMoved { entry, to: None, .. } => format!("entry {entry} is back"),
        Change::AnswerHeld { answer, .. } => format!("an answer of {} is held", person(answer.by)),
        Change::HeldSettled { contact, .. } => format!("the held answer of {} waits no more", person(*contact)),
        Change::Undoable { .. } => return None,
        Change::Undone { .. } => "taken back by #undo".to_owned(),
        Change::ArticlesOffered { articles, .. } => format!("articles offered to the customer: {}", articles.join(", ")),
        Change::Routed { rules, .. } => format!("rules that took it: {}", rules.join(", ")),
        Change::TurnTaken { team, contact } => format!("it was the turn of {} in team {team}", person(*contact)),
        Change::DeadlineSet { kind, due, .. } => format!("due {} {kind}", due.at),
        Change::DeadlineCleared { kind, because, .. } => format!("{kind} settled: {because}"),
        Change::DeadlineFired { kind, .. } => format!("{kind} fell due"),
        Change::AnswerAwaited { .. } => "an answer is awaited".to_owned(),
        Change::AwaitedSince { since: Some(since), .. } => format!("an answer is awaited since {since}"),
        Change::AwaitedSince { since: None, .. } => "no answer is awaited".to_owned(),
        Change::PromiseMade { target, promise, .. } => {
            let by = if promise.by.is_empty() { String::new() } else { format!(" ({})", promise.by) };
            format!("{} promised until {}{by}", target.as_str(), promise.due)
        }
        Change::PromisePaused { target, .. } => format!("the clock of {} stands still", target.as_str()),
        Change::PromiseBroken { target, .. } => format!("{} was not kept in time", target.as_str()),
        Change::PromiseSettled { target, because, .. } => format!("{} settled: {because}", target.as_str()),
        Change::Nudged { contact, nudge, at } => format!("{} is to be told of {} at {at}", person(*contact), nudge.kind),
        Change::RoundTold { contact } => format!("{} was told what is due", person(*contact)),
        Change::MorningTold { contact, .. } => format!("{} had the morning's mail", person(*contact)),
        Change::ErasureOrdered { contact, erasure } => match erasure.by {
            Some(by) => format!("{} wants {} forgotten at {}", person(by), person(*contact), erasure.due),
            None => format!("{} is to be forgotten at {}", person(*contact), erasure.due),
        },
        Change::Erased { contact, records, texts } => {
            format!("{} was forgotten: {records} records and {texts} texts erased", person(*contact))
        }
        Change::ReportOrdered { order, .. } => match &order.due {
            Some(due) => format!("report {} for {}, as the schedule says ({})", order.kind, person(order.to), due.name),
            None => format!("report {} for {}", order.kind, person(order.to)),
        },
        Change::ReportAwaited { .. } | Change::ReportSettled { .. } => return None,
        Change::AlertRaised { alert, cause, to, figure, limit } => {
            format!("{} is told of {}: {figure}, where {limit} is the limit ({alert})", person(*to), cause_words(cause, person))
        }
        Change::AlertCleared { alert, cause, to } => {
            format!("{} is well again, of which {} was told ({alert})", cause_words(cause, person), person(*to))
        }
        Change::LetterQueued { item } => format!("letter {} {} to {}", item.id, item.kind, person(item.contact)),
        Change::LetterWithheld { contact, kind, because, .. } => format!("no {kind} to {}: {because}", person(*contact)),
        Change::LettersClaimed { letters } => format!("{} letters are being sent", letters.len()),
        Change::LetterSent { letter, response } => format!("letter {letter} sent: {}", one_line(response.text(), 100)),
        Change::LetterDeferred { letter, until, because } => {
            format!("letter {letter} waits until {until}: {}", one_line(because.text(), 100))
        }
        Change::LetterFailed { letter, because } => format!("letter {letter} failed: {}", one_line(because.text(), 100)),
        Change::LetterExpired { letter } => format!("letter {letter} was tried for too long"),
        Change::LetterInDoubt { letter, .. } => format!("letter {letter} is in doubt and will be sent again"),
        Change::LetterBounced { letter, hard, status } => {
            let how = if *hard { "for good" } else { "for now" };
            format!("letter {letter} came back, {how} {}", status.as_deref().unwrap_or_default()).trim_end().to_owned()
        }
        Change::LetterRetried { letter } => format!("letter {letter} is tried again at an admin's word"),
        Change::LetterDropped { letter } => format!("letter {letter} was dropped and is never sent"),
        Change::OperatorTold { .. } => "the operator was told of the last day".to_owned(),
        Change::Quarantined { id, reason, .. } => format!("set aside as {id}: {reason}"),
        Change::QuarantineReleased { id } => format!("{id} released"),
        Change::QuarantineDropped { id } => format!("{id} dropped"),
        Change::Refused { what, because, .. } => format!("refused {what}: {because}"),
        Change::ConfirmationAsked { id, confirmation } => {
            format!("{} was asked whether it is his mail ({id}, until {})", person(confirmation.agent), confirmation.until)
        }
        Change::ConfirmationUnclear { id } => format!("the answer to {id} says neither yes nor no"),
        Change::ConfirmationSettled { id, state: ConfirmationState::Declined } => format!("{id} was answered with no"),
        Change::ConfirmationSettled { id, .. } => format!("{id} was confirmed"),
        Change::ForgerySuspected { contact, because } => {
            format!("somebody else seems to write as {}: {because}", person(*contact))
        }
        Change::TokensRevoked { .. } => "its reply addresses were revoked".to_owned(),
        Change::TrustProbed { mailbox, .. } => format!("asked whether forged verification results reach {mailbox}"),
        Change::TrustJudged { mailbox, verdict, .. } => {
            let found = match verdict {
                TrustVerdict::Deleted => "are deleted by its server",
                TrustVerdict::Ignored => "arrive, but where they are not believed",
                TrustVerdict::Believed => "arrive and would be believed",
            };
            format!("forged verification results to {mailbox} {found}")
        }
        Change::Commanded { command, .. } => format!("command {}", one_line(command.text(), 200)),
    })
}

/// What an alert is about.
fn cause_words(cause: &AlertCause, person: &dyn Fn(ContactId) -> String) -> String {
    match cause {
        AlertCause::Desk => "the desk".to_owned(),
        AlertCause::Team(team) => format!("team {team}"),
        AlertCause::Mailbox(mailbox) => format!("mailbox {mailbox}"),
        AlertCause::Person(who) => person(*who),
        AlertCause::Subject(ticket) => format!("tickets like {ticket}"),
        AlertCause::Organisation(ticket) => format!("tickets of the organisation of {ticket}"),
    }
}

fn known(address: &Private<EmailAddress>) -> String {
    address.known().map_or_else(|| "an erased address".to_owned(), ToString::to_string)
}

/// Something that happened to a member of staff, as a sentence part.
fn about_person(event: &PersonEvent) -> String {
    let until = |until: &Option<crate::base::Timestamp>| until.map(|until| format!(" until {until}")).unwrap_or_default();
    match event {
        PersonEvent::Away { from, until: end, source, substitute, .. } => {
            let how = if *source == AbsenceSource::Learned { ", by an absence note" } else { "" };
            let substitute = substitute.as_ref().and_then(|name| name.known());
            let instead = substitute.map(|name| format!(", {name} stands in")).unwrap_or_default();
            format!("away from {from}{}{how}{instead}", until(end))
        }
        PersonEvent::Back => "here again".to_owned(),
        PersonEvent::AwayOffered { until: end } => format!("an absence note, told to the manager{}", until(end)),
        PersonEvent::LeaveBegun { .. } => "absence begun".to_owned(),
        PersonEvent::LeaveEnded => "absence ended".to_owned(),
        PersonEvent::NotifySet { letters } => {
            format!(
                "wants {}",
                if letters.is_empty() {
                    "no optional letters".to_owned()
                } else {
                    letters.iter().cloned().collect::<Vec<_>>().join(", ")
                }
            )
        }
        PersonEvent::DigestSet { on } => format!("daily overview {}", if *on { "on" } else { "off" }),
        PersonEvent::StepReached { step } => format!("reached step {step}"),
        PersonEvent::ModuleDone { module } => format!("did module {module}"),
        PersonEvent::Assessed { skill, level, .. } => format!("assessed in {skill}: {level} of 5"),
        PersonEvent::Certified { certification, until: end } => format!("certified in {certification}{}", until(end)),
        PersonEvent::CertificationWarned { certification, .. } => format!("told that {certification} ends"),
        PersonEvent::Noted { .. } => "a note on training".to_owned(),
        PersonEvent::TrainingReminded => "reminded of training".to_owned(),
        PersonEvent::TakenBack { .. } => "an order was taken back".to_owned(),
        PersonEvent::Undoable { .. } => "what was ordered can be taken back".to_owned(),
        PersonEvent::Undone { .. } => "what was ordered was taken back".to_owned(),
        PersonEvent::ManagersKnown { .. } => "has managers".to_owned(),
    }
}
