//! The written form of records: what was ever written must be readable for ever.

use std::collections::BTreeSet;

use super::*;
use crate::base::{
    CategoryName, ConfirmationId, ContactId, EmailAddress, EntryNumber, Kind, MailboxName, MessageId, OutboxId, Private,
    QuarantineId, StaffName, TeamName, TicketId,
};
use crate::domain::{
    AlertCause, Attention, Author, By, Confirmation, ConfirmationState, ContactDetail, Cursor, DeadlineKind, Decision,
    Disposition, Due, Entry, EntryKind, Envelope, Erasure, Flag, HandedTicket, HeldAnswer, IgnoreReason, LetterKind, LetterState,
    MatchedBy, Morning, Nudge, Opening, OutboxItem, PersonEvent, Place, Practice, Priority, Promise, Proof, QuarantineReason,
    Rating, Receipt, ReportDue, ReportKind, ReportOf, ReportOrder, ResultsFound, SenderProof, Status, Target, TrustVerdict,
    UndoStep, Undoing, Verdict,
};

const SECRET: [u8; 32] = [7; 32];

/// Written by the second version.
const GOLDEN: &str = r#"{"hash":"1f63c4ead2629aade4987adae0ccfefc6a8cca0308d414d06ebca274677c576c","record":{"v":2,"seq":42,"at":1767225600001,"actor":{"staff":3},"cause":{"command":"ticket close 1"},"settings":"0808080808080808080808080808080808080808080808080808080808080808","changes":[{"change":"contact-added","contact":1,"address":{"~":0},"name":{"~":1}},{"change":"reopened","ticket":1},{"change":"deadline-set","ticket":1,"kind":"next-response.3","due":{"at":-5,"who":1,"note":{"~":2}}}],"private":"076c4b4f1cf628d8c7945e12aee5a7e64f1276d553e46d6613883a5f019e7d99","prev":"0606060606060606060606060606060606060606060606060606060606060606"},"private":{"salt":"232376733603aaf133dc1a94536cdff0308f8e53e0e831b1a2b37900a77cb04c","values":["ann@example.org","Ann \"A\" Smith\n","call"]}}
"#;

/// Written by the first version, with one seal for all values.
const GOLDEN_1: &str = r#"{"hash":"c8b7eedb5ac13c8c24760ee60c638b858c1a428c82f21034bdd69d5bbebed1d5","record":{"v":1,"seq":42,"at":1767225600001,"actor":{"staff":3},"cause":{"command":"ticket close 1"},"settings":"0808080808080808080808080808080808080808080808080808080808080808","changes":[{"change":"contact-added","contact":1,"address":{"~":0},"name":{"~":1}},{"change":"reopened","ticket":1},{"change":"deadline-set","ticket":1,"kind":"next-response.3","due":{"at":-5,"who":1,"note":{"~":2}}}],"private":"5e5a53c4e8effbb40d7ed96d21154d2f2be8079444338cea9d13701296ad38d3","prev":"0606060606060606060606060606060606060606060606060606060606060606"},"private":{"salt":"232376733603aaf133dc1a94536cdff0308f8e53e0e831b1a2b37900a77cb04c","values":["ann@example.org","Ann \"A\" Smith\n","call"]}}
"#;

fn mailbox() -> MailboxName {
    MailboxName::new("help").expect("name")
}

fn address() -> EmailAddress {
    EmailAddress::new("ann@example.org").expect("address")
}

fn mail_of(address: &str) -> EmailAddress {
    EmailAddress::new(address).expect("address")
}

fn text(text: &str) -> Private<String> {
    text.to_owned().into()
}

fn digest(byte: u8) -> Digest {
    Digest::from_bytes([byte; 32])
}

fn entry() -> Entry {
    Entry {
        ticket: TicketId::new(1),
        number: EntryNumber::new(1),
        at: Timestamp::from_seconds(1),
        author: Author::Customer(ContactId::new(1)),
        kind: EntryKind::Message,
        message_id: Some(MessageId::new("<a@b.example>").expect("id").into()),
        raw: Some(digest(1)),
        text: digest(2),
        attachments: vec![text("a\"b\\.pdf"), Private::Erased, text("{\"~\":0}")],
        proof: Proof::E1,
        sender_proof: SenderProof::E2w,
        flags: [Flag::Unverified].into(),
        doubtful: true,
        moved_to: None,
    }
}

fn scores() -> std::collections::BTreeMap<String, Rating> {
    [("tone".to_owned(), Rating::new(4).expect("a rating"))].into()
}

fn promise() -> Promise {
    let (since, due) = (Timestamp::from_seconds(1), Timestamp::from_seconds(2));
    Promise { since, due, by: "gold".to_owned(), broken_at: Some(due), paused_at: None }
}

fn nudge() -> Nudge {
    let (ticket, since) = (TicketId::new(1), Timestamp::from_seconds(1));
    Nudge { ticket, kind: DeadlineKind::Update(2), since, letter: LetterKind::Reminder }
}

fn item() -> OutboxItem {
    OutboxItem {
        id: OutboxId::new(1),
        kind: LetterKind::Reply,
        ticket: Some(TicketId::new(1)),
        entry: None,
        seen: Some(EntryNumber::new(2)),
        contact: ContactId::new(1),
        to: address().into(),
        mailbox: mailbox(),
        envelope: Envelope::Mailbox,
        message_id: MessageId::new("o1@desk.example.net").expect("id").into(),
        pieces: vec![digest(3), digest(4)],
        state: LetterState::Queued,
        attempts: 0,
        queued_at: Timestamp::from_seconds(1),
        next_at: Timestamp::from_seconds(2),
        last: Some("450 later\r\n".to_owned().into()),
    }
}

fn report() -> ReportOrder {
    ReportOrder {
        to: ContactId::new(1),
        kind: ReportKind::Agents,
        by: Some(By::WeekHour),
        of: ReportOf::Team(TeamName::new("first").expect("name")),
        since: Timestamp::from_seconds(1),
        until: Timestamp::from_seconds(2),
        mailbox: Some(mailbox()),
        answers: Some(MessageId::new("<a@b.example>").expect("id").into()),
        due: Some(ReportDue { name: "monday".to_owned(), at: Timestamp::from_seconds(3) }),
    }
}

fn undoing(ticket: TicketId, contact: ContactId) -> Undoing {
    let step = UndoStep {
        done: Change::FieldSet { ticket, name: "order".into(), value: Some(text("a secret number")) },
        back: Change::FieldSet { ticket, name: "order".into(), value: None },
    };
    Undoing {
        message: digest(1),
        by: contact,
        at: Timestamp::from_seconds(1),
        commands: vec![text("#field order=a secret number")],
        steps: vec![step],
    }
}

fn receipt() -> Receipt {
    Receipt {
        place: Place::Maildir { mailbox: mailbox(), unique: "1.2.host".into() },
        raw: digest(1),
        message: Some(digest(5)),
        content: None,
        size: u64::MAX,
        kind: Kind::Human,
        matched_by: MatchedBy::OwnId,
        proof: Proof::E1m,
        sender_proof: SenderProof::Fail,
        ticket: None,
        disposition: Disposition::Ignored { reason: IgnoreReason::ForeignBounce },
    }
}

fn confirmation() -> Confirmation {
    Confirmation {
        agent: ContactId::new(1),
        ticket: Some(TicketId::new(1)),
        mailbox: mailbox(),
        raw: digest(1),
        orders: digest(2),
        asked_at: Timestamp::from_seconds(1),
        until: Timestamp::from_seconds(2),
        state: ConfirmationState::Waiting,
        was_unclear: false,
    }
}

/// One of each; the test fails when one is missing here.
fn one_of_each() -> Vec<Change> {
    let (ticket, contact, letter, id) = (TicketId::new(1), ContactId::new(1), OutboxId::new(1), QuarantineId::new(1));
    let question = ConfirmationId::new(1);
    let (team, because) = (TeamName::new("first").expect("name"), || "because of \u{2028} it".to_owned());
    let words: BTreeSet<String> = ["vip".to_owned()].into();
    vec![
        Change::ContactAdded { contact, address: address().into(), name: text("Ann \"A\" Smith\n") },
        Change::ContactNamed { contact, name: Private::Erased },
        Change::ContactSet { contact, detail: ContactDetail::Phone, value: Some(text("+49 30 1234")) },
        Change::ContactSet { contact, detail: ContactDetail::Field("contract".into()), value: None },
        Change::AddressAdded { contact, address: address().into() },
        Change::AddressRemoved { contact, address: Private::Erased },
        Change::ContactsMerged {
            contact,
            to: ContactId::new(2),
            tickets: vec![HandedTicket { ticket, asked: true, shared: false }],
        },
        Change::ContactsParted { contact, who: ContactId::new(2), tickets: Vec::new() },
        Change::WritesFrom { ticket, contact, address: address().into() },
        Change::SurveySent { ticket, contact },
        Change::Rated { ticket, contact, rating: Rating::new(4).expect("a rating") },
        Change::SurveysDeclined { contact },
        Change::ReviewAwaited { ticket, agent: contact, by: Some(contact) },
        Change::ReviewsDrawn { agent: contact, until: Timestamp::from_seconds(3) },
        Change::ReviewsSeen { at: Timestamp::from_seconds(3) },
        Change::ReviewAsked { ticket, agent: contact, reviewer: ContactId::new(2), again: true },
        Change::Reviewed {
            ticket,
            agent: contact,
            reviewer: ContactId::new(2),
            verdict: Some(Box::new(Verdict { scores: scores(), comment: Some(text("kind")) })),
            before: scores(),
        },
        Change::StaffKnown { contact, name: StaffName::new("ben").expect("name").into(), address: address().into() },
        Change::StaffInvited {
            contact,
            name: StaffName::new("ben").expect("name").into(),
            address: address().into(),
            letter,
            until: Timestamp::from_seconds(9),
        },
        Change::StaffConfirmed { contact, name: StaffName::new("ben").expect("name").into() },
        Change::StaffLeft { contact, name: Private::Erased },
        Change::LookedUp { contact: Some(contact), ticket: Some(ticket), what: "transcript".into() },
        Change::ReachabilityChanged { contact, reachable: false },
        Change::Person { contact, by: None, event: PersonEvent::Back },
        Change::Person { contact, by: Some(contact), event: PersonEvent::Noted { text: text("learns fast") } },
        Change::ReplyHeld { ticket, entry: EntryNumber::new(2), by: contact },
        Change::ReplyRemembered { ticket, entry: EntryNumber::new(2) },
        Change::ReplyDecided { ticket, entry: EntryNumber::new(2), by: Some(contact), decision: Decision::Edited },
        Change::Received(receipt()),
        Change::TicketOpened(Opening {
            ticket,
            mailbox: mailbox(),
            requester: contact,
            subject: text("Re: {\"~\":\"x\"}"),
            base_subject: text("ünïcode 🔥"),
            language: None,
            unverified: true,
        }),
        Change::EntryAdded { entry: Box::new(entry()), refers: vec![digest(9)] },
        Change::StatusChanged { ticket, from: Status::New, to: Status::OnHold },
        Change::Reopened { ticket },
        Change::Assigned { ticket, to: Some(contact) },
        Change::TeamSet { ticket, team: Some(team.clone()) },
        Change::PrioritySet { ticket, priority: Priority::Urgent },
        Change::CategorySet { ticket, category: Some(CategoryName::new("billing").expect("name")) },
        Change::Tagged { ticket, add: words, remove: BTreeSet::new() },
        Change::FieldSet { ticket, name: "~".into(), value: Some(text("}")) },
        Change::ParticipantAdded { ticket, contact },
        Change::Copied { ticket, contacts: [contact].into() },
        Change::ContributorAdded { ticket, contact },
        Change::ContributorRemoved { ticket, contact },
        Change::Linked { ticket, other: TicketId::new(2) },
        Change::Unlinked { ticket, other: TicketId::new(2) },
        Change::Forwarded {
            ticket,
            contact,
            by: ContactId::new(9),
            entry: EntryNumber::new(2),
            shown: vec![EntryNumber::new(1)],
        },
        Change::RequesterSet { ticket, contact },
        Change::ParticipantRemoved { ticket, contact },
        Change::AttentionSet { ticket, contact, attention: Some(Attention::Mutes) },
        Change::TimeSpent { ticket, contact, minutes: -20 },
        Change::Merged { ticket, into: Some(TicketId::new(2)) },
        Change::PracticeBegun { ticket, practice: Practice { learner: contact, module: "refunds".to_owned() } },
        Change::EntryMoved { ticket, entry: EntryNumber::new(3), to: None },
        Change::AnswerHeld {
            ticket,
            answer: Box::new(HeldAnswer { by: contact, entry: entry(), commands: vec![text("#close")] }),
        },
        Change::HeldSettled { ticket, contact },
        Change::Undoable { ticket, undoing: Box::new(undoing(ticket, contact)) },
        Change::Undone { ticket, message: digest(1) },
        Change::ArticlesOffered { ticket, articles: vec!["{\"~\":9}".into()] },
        Change::Routed { ticket, rules: vec!["{\"~\":9}".into()] },
        Change::TurnTaken { team, contact },
        Change::DeadlineSet {
            ticket,
            kind: DeadlineKind::NextResponse(3),
            due: Due { at: Timestamp::from_millis(-5), who: Some(contact), note: Some(text("call")) },
        },
        Change::DeadlineCleared { ticket, kind: DeadlineKind::AutoClose, because: because() },
        Change::DeadlineFired { ticket, kind: DeadlineKind::FollowUp(ContactId::new(1)) },
        Change::AnswerAwaited { ticket },
        Change::AwaitedSince { ticket, since: Some(Timestamp::from_seconds(1)) },
        Change::PromiseMade { ticket, target: Target::Resolution, promise: promise() },
        Change::PromisePaused { ticket, target: Target::Update },
        Change::PromiseBroken { ticket, target: Target::FirstResponse },
        Change::PromiseSettled { ticket, target: Target::NextResponse, because: because() },
        Change::Nudged { contact, nudge: nudge(), at: Timestamp::from_seconds(9) },
        Change::RoundTold { contact },
        Change::MorningTold { contact, morning: Morning::Team },
        Change::ErasureOrdered { contact, erasure: Erasure { by: Some(contact), due: Timestamp::from_seconds(7) } },
        Change::Erased { contact, records: 8, texts: 3 },
        Change::ReportOrdered { order: Box::new(report()) },
        Change::ReportAwaited { name: "monday".to_owned(), since: Timestamp::from_seconds(3) },
        Change::ReportSettled { number: 3 },
        Change::AlertRaised {
            alert: "backlog 40".to_owned(),
            cause: AlertCause::Team(TeamName::new("first").expect("name")),
            to: contact,
            figure: 41,
            limit: 40,
        },
        Change::AlertCleared { alert: "spike 5".to_owned(), cause: AlertCause::Subject(ticket), to: contact },
        Change::LetterQueued { item: Box::new(item()) },
        Change::LetterWithheld { ticket: None, contact, kind: "received".into(), because: because() },
        Change::LettersClaimed { letters: vec![letter] },
        Change::LetterSent { letter, response: "250 2.0.0 ok".to_owned().into() },
        Change::LetterDeferred { letter, until: Timestamp::from_seconds(9), because: because().into() },
        Change::LetterFailed { letter, because: because().into() },
        Change::LetterExpired { letter },
        Change::LetterInDoubt { letter, until: Timestamp::from_seconds(9) },
        Change::LetterBounced { letter, hard: true, status: Some("5.1.1".into()) },
        Change::Quarantined { id, raw: digest(1), mailbox: mailbox(), reason: QuarantineReason::Poison },
        Change::QuarantineReleased { id },
        Change::QuarantineDropped { id },
        Change::Refused { ticket: None, contact: None, what: "reply".into(), because: because() },
        Change::Commanded { ticket, contact, command: "#close".to_owned().into() },
        Change::Struck { raw: digest(1) },
        Change::CursorMoved { mailbox: mailbox(), folder: "INBOX".into(), validity: 1, uid: u32::MAX },
        Change::PlusProbed { mailbox: mailbox(), address: address().into(), letter },
        Change::PlusProven { mailbox: mailbox() },
        Change::CursorBegun {
            mailbox: mailbox(),
            folder: "INBOX".into(),
            cursor: Cursor { validity: 2, uid: 7, first: 7, since: Some(Timestamp::from_seconds(9)), rescan: 5 },
        },
        Change::LetterRetried { letter },
        Change::LetterDropped { letter },
        Change::OperatorTold { quarantine: id },
        Change::ConfirmationAsked { id: question, confirmation: Box::new(confirmation()) },
        Change::ConfirmationUnclear { id: question },
        Change::ConfirmationSettled { id: question, state: ConfirmationState::Confirmed },
        Change::ForgerySuspected { contact, because: because() },
        Change::Executed { contact, keys: vec![digest(1), digest(2)] },
        Change::TokensRevoked { ticket },
        Change::TrustProbed { mailbox: mailbox(), letter, servers: ["mx.example.org".to_owned()].into(), trusted_hops: 1 },
        Change::TrustJudged {
            mailbox: mailbox(),
            verdict: TrustVerdict::Believed,
            found: vec![ResultsFound { server: "mx.example.org".into(), hops: 1, is_forged: true }],
        },
    ]
}

/// The names of all changes, as serde knows them: it lists them when it is asked for one that does not exist.
fn all_names() -> BTreeSet<String> {
    let error = serde_json::from_str::<Change>(r#"{"change":"?"}"#).expect_err("no such change").to_string();
    error.split('`').skip(3).step_by(2).map(str::to_owned).collect()
}

fn name_of(change: &Change) -> String {
    serde_json::to_value(change).expect("encodes")["change"].as_str().expect("a name").to_owned()
}

fn written(changes: &[Change]) -> String {
    let cause = Cause::Command("ticket close 1".into());
    let facts =
        Facts::new(changes, Actor::Staff(ContactId::new(3)), &cause, Timestamp::from_millis(1_767_225_600_001), digest(8));
    facts.expect("encodes").line(Link { seq: Seq::new(41), hash: digest(6) }, &SECRET).1
}

fn read(line: &str) -> Result<JournalRecord, Unreadable> {
    check(line.strip_suffix('\n').expect("a line break").as_bytes())?.record()
}

fn golden_changes() -> Vec<Change> {
    let mut changes = one_of_each();
    changes.retain(|change| matches!(change, Change::ContactAdded { .. } | Change::DeadlineSet { .. } | Change::Reopened { .. }));
    changes
}

#[test]
fn a_line_is_written_as_it_always_was() {
    assert_eq!(written(&golden_changes()), GOLDEN);
    let record = read(GOLDEN).expect("reads");
    assert_eq!(record.changes, golden_changes());
    assert_eq!((record.seq, record.actor), (Seq::new(42), Actor::Staff(ContactId::new(3))));
    assert_eq!(record.cause, Cause::Command("ticket close 1".into()));
    assert_eq!(record.at, Timestamp::from_millis(1_767_225_600_001));
}

#[test]
fn every_change_comes_back_from_its_line() {
    let changes = one_of_each();
    assert_eq!(changes.iter().map(name_of).collect::<BTreeSet<_>>(), all_names());
    for change in &changes {
        let line = written(std::slice::from_ref(change));
        assert_eq!(line.lines().count(), 1, "{change:?}");
        assert_eq!(read(&line).expect("reads").changes, std::slice::from_ref(change));
    }
    assert_eq!(read(&written(&changes)).expect("reads").changes, changes);
}

#[test]
fn people_stand_in_the_private_part_alone_and_can_be_erased() {
    let line = written(&one_of_each());
    let (facts, private) = line.split_once(r#","private":{"salt":"#).expect("a private part");
    for word in ["ann@example.org", "Smith", "call", "a secret number", "a@b.example", "🔥", "ben"] {
        assert!(!facts.contains(word), "{word}");
        assert!(private.contains(word), "{word}");
    }
    let erased = read(&format!("{facts}}}\n")).expect("the chain holds without it");
    assert_eq!(erased.changes.len(), one_of_each().len());
    assert!(matches!(&erased.changes[0], Change::ContactAdded { address: Private::Erased, name: Private::Erased, .. }));
    assert_eq!(erased.hash, read(&line).expect("reads").hash);
}

#[test]
fn some_values_can_be_erased_and_the_others_stay_proved() {
    let other = ContactId::new(9);
    let ann = ContactId::new(1);
    let changes = [
        Change::ContactAdded { contact: ann, address: mail_of("ann@example.org").into(), name: text("Ann") },
        Change::ContactAdded { contact: other, address: mail_of("ben@example.net").into(), name: Private::Erased },
        Change::LetterFailed { letter: OutboxId::new(4), because: text("550 <ann@example.org> unknown") },
        Change::LetterFailed { letter: OutboxId::new(4), because: text("550 <joann@example.org> unknown") },
    ];
    let line = written(&changes);
    let mut forgetting = Forgetting::new([ann].into(), BTreeSet::new(), BTreeSet::new());
    changes.iter().for_each(|change| forgetting.learn(Actor::Desk, change));
    let without =
        check(line.trim_end().as_bytes()).expect("reads").without(&forgetting).expect("reads").expect("loses something");
    assert!(!without.contains("ann@example.org\"") && !without.contains("Ann") && !without.contains("<ann@"), "{without}");
    let left = read(&without).expect("what is left is proved");
    assert_eq!(left.hash, read(&line).expect("reads").hash);
    let because = Change::LetterFailed { letter: OutboxId::new(4), because: Private::Erased };
    let added = Change::ContactAdded { contact: ann, address: Private::Erased, name: Private::Erased };
    assert_eq!(left.changes, [added, changes[1].clone(), because, changes[3].clone()]);
    assert_eq!(check(without.trim_end().as_bytes()).expect("reads").without(&forgetting), Ok(None), "once is enough");

    // The record's salt is gone, each seal and value is checked.
    let salt = line.split_once(r#""salt":""#).expect("a salt").1.get(..64).expect("a digest");
    assert!(!without.contains(salt));
    for (from, to) in [("ben@", "bem@"), (r#"{"seal":""#, r#"{"seal":"0"#), ("<joann", "<joanm")] {
        let altered = without.replacen(from, to, 1);
        assert!(matches!(check(altered.trim_end().as_bytes()), Err(Unreadable::Broken(_))), "{altered}");
    }

    // Where all are gone nothing is left beside the facts.
    let mut all = Forgetting::new([ann, other].into(), BTreeSet::new(), BTreeSet::new());
    changes.iter().for_each(|change| all.learn(Actor::Desk, change));
    let line = written(&changes[..2]);
    let nothing = check(line.trim_end().as_bytes()).expect("reads").without(&all).expect("reads").expect("loses everything");
    assert!(!nothing.contains("salt") && !nothing.contains("seal"), "{nothing}");
    read(&nothing).expect("reads");
}

#[test]
fn a_line_of_the_first_version_is_read_and_erased_as_a_whole() {
    assert_eq!(read(GOLDEN_1).expect("reads").changes, golden_changes());
    let mut forgetting = Forgetting::new([ContactId::new(1)].into(), BTreeSet::new(), BTreeSet::new());
    golden_changes().iter().for_each(|change| forgetting.learn(Actor::Desk, change));
    let without = check(GOLDEN_1.trim_end().as_bytes()).expect("reads").without(&forgetting).expect("reads").expect("loses it");
    assert!(!without.contains("ann@") && !without.contains("call") && !without.contains("salt"), "{without}");
    assert_eq!(read(&without).expect("reads").changes.len(), 3);
}

#[test]
fn a_record_without_people_has_no_private_part() {
    let line = written(&[Change::Reopened { ticket: TicketId::new(1) }]);
    assert!(!line.contains("private"));
    assert!(read(&line).is_ok());
}

#[test]
fn each_flipped_byte_of_a_line_is_noticed() {
    let line = written(&golden_changes());
    for place in 0..line.len() - 1 {
        for flip in [1, 4, 0x20, 0x80] {
            let mut bytes = line.trim_end().as_bytes().to_vec();
            bytes[place] ^= flip;
            assert!(matches!(check(&bytes), Err(Unreadable::Broken(_))), "byte {place} ^ {flip}");
        }
    }
}

#[test]
fn a_record_of_a_newer_version_is_not_read_as_an_old_one() {
    for facts in [r#"{"v":3,"seq":1,"news":true}"#, &{
        let line = written(&[]);
        let record = line.split_once(r#""record":"#).expect("a record").1.trim_end().strip_suffix('}').expect("an end");
        record.replacen("\"v\":2", "\"v\":3", 1)
    }] {
        let line = format!(r#"{{"hash":"{}","record":{facts}}}"#, Digest::of(facts.as_bytes()));
        assert_eq!(check(line.as_bytes()).expect_err("newer"), Unreadable::Newer(3));
    }
}
