//! Every sentence in every language, with values that try to break out.

use super::*;
use crate::base::{MailboxName, QuarantineId, TeamName, TicketId};
use crate::domain::{Priority, QuarantineReason, QueryFault, Rating, Status, Target};

fn say(language: &str, what: &Notice) -> String {
    notice(language, what, &|at| at.to_string())
}

fn unreadable(fault: QueryFault) -> Notice {
    let part = "{1}{{7*7}}\r\nBcc: x".to_owned();
    Notice::QueryUnreadable { fault, part: part.clone(), place: 3, instead: vec![part] }
}

/// One of each, and of each of its forms; values that look like placeholders and break lines.
#[rustfmt::skip]
fn all() -> Vec<Notice> {
    let x = || "{1}{{7*7}}\r\nBcc: x".to_owned();
    let at = Timestamp::from_seconds(0);
    vec![
        Notice::NoToken, Notice::ForeignToken, Notice::SenderNotVerified, Notice::SenderDisowned,
        Notice::AlwaysAsked { command: x() }, Notice::NameLocked { until: at }, Notice::DateDoubtful { at }, Notice::Undated,
        Notice::KeysUnreachable, Notice::WillRun { command: x() }, Notice::WillReply { to: vec![x()] }, Notice::WillNote, Notice::WillShow,
        Notice::WillAttach { files: vec![x()] }, Notice::ConfirmBy { at }, Notice::ConfirmedLate, Notice::ConfirmedBefore,
        Notice::ConfirmUnclear, Notice::ConfirmChanged,
        Notice::UnknownCommand { command: x(), nearest: vec![] },
        Notice::UnknownCommand { command: x(), nearest: vec![x()] },
        Notice::BadArgument { command: x(), argument: String::new(), example: x() },
        Notice::BadArgument { command: x(), argument: x(), example: x() },
        Notice::BadArgument { command: "remind".to_owned(), argument: x(), example: x() },
        Notice::NotPermitted { command: x(), permission: x() },
        Notice::NotSeen, Notice::TooManyCommands { most: 10 }, Notice::HiddenText,
        Notice::HiddenCharacters { line: x() }, Notice::VersionsDiffer, Notice::OnlyThanks,
        Notice::RatedLow { rating: Rating::new(1).expect("a rating"), reopened: true },
        Notice::RatedLow { rating: Rating::new(2).expect("a rating"), reopened: false },
        Notice::CopyProposed { addresses: vec![x()] }, Notice::ColleagueWrote { address: x() },
        Notice::OtherAddress { address: x(), owner: x() }, Notice::NothingNew, Notice::NoRecipient,
        Notice::IllegalStatus { from: Status::Spam, to: Status::Resolved },
        Notice::NoSuchMember { name: x(), nearest: vec![] },
        Notice::NoSuchMember { name: x(), nearest: vec![x()] },
        unreadable(QueryFault::Empty), unreadable(QueryFault::TooLong), unreadable(QueryFault::UnknownFilter),
        unreadable(QueryFault::UnknownValue), unreadable(QueryFault::NoValue), unreadable(QueryFault::NotATime),
        unreadable(QueryFault::NoEnd), Notice::FilesLeftOut { names: vec![x()] },
        Notice::NoSuchList { name: x(), lists: vec![x()] },
        Notice::NoSuchReport { name: x(), reports: vec![x()] }, Notice::TooManyReports,
        Notice::AssignedTo { name: x() }, Notice::Unassigned, Notice::PrioritySet { priority: Priority::Urgent },
        Notice::Tagged { add: vec![x()], remove: vec![] },
        Notice::Tagged { add: vec![], remove: vec![x()] },
        Notice::Tagged { add: vec![x()], remove: vec![x()] },
        Notice::NoteAdded, Notice::ReplySent,
        Notice::ReminderSet { at, text: String::new() },
        Notice::ReminderSet { at, text: x() },
        Notice::NeedsTicket,
        Notice::TeamSet { team: x() },
        Notice::NoSuchTeam { name: x(), nearest: vec![] },
        Notice::NoSuchTeam { name: x(), nearest: vec![x()] },
        Notice::TeamAsked { by: x() }, Notice::ContributorAdded { name: x() }, Notice::ContributorRemoved { name: x() },
        Notice::AskedToHelp { by: x() }, Notice::CopyAdded { names: vec![x()] }, Notice::CopyRemoved { names: vec![x()] },
        Notice::NotTakingPart { address: x() }, Notice::RequesterStays { address: x() }, Notice::RequesterSet { address: x() },
        Notice::ForwardedTo { address: x() }, Notice::TakesPartAnyway { address: x() }, Notice::NothingToForward,
        Notice::OpenedFor { ticket: TicketId::new(7), address: x() }, Notice::Revoked,
        Notice::CategorySet { category: String::new() }, Notice::CategorySet { category: x() },
        Notice::NoSuchMacro { name: x(), nearest: vec![] },
        Notice::NoSuchMacro { name: x(), nearest: vec![x()] },
        Notice::MacroUsed { name: x(), title: x() }, Notice::MacroListed { name: x(), title: x() }, Notice::NoMacros,
        Notice::NoSuchCategory { name: x(), nearest: vec![] },
        Notice::NoSuchCategory { name: x(), nearest: vec![x()] },
        Notice::FieldSet { name: x(), value: String::new() }, Notice::FieldSet { name: x(), value: x() },
        Notice::TimeSpent { minutes: 20, total: 80 }, Notice::Snoozed { until: at },
        Notice::Watching, Notice::Muted, Notice::HearsAsUsual, Notice::AssigneeHears, Notice::NobodyAbove,
        Notice::Escalated { to: vec![x()] },
        Notice::EscalatedBy { by: x(), reason: String::new() },
        Notice::EscalatedBy { by: x(), reason: x() },
        Notice::Linked { other: TicketId::new(7) }, Notice::MergedInto { into: TicketId::new(7) },
        Notice::MergedHere { other: TicketId::new(7), by: x() }, Notice::SplitInto { ticket: TicketId::new(7) },
        Notice::EntryMoved { to: TicketId::new(7) }, Notice::NoSuchTicket { ticket: TicketId::new(7) },
        Notice::SameTicket { ticket: TicketId::new(7) },
        Notice::OtherTicket { ticket: TicketId::new(7), named: TicketId::new(8) },
        Notice::TakesNothing { ticket: TicketId::new(7), status: Status::Spam },
        Notice::TooLong { entries: 300, most: 200 }, Notice::NothingToMove, Notice::NothingLeft,
        Notice::AnsweredMeanwhile { name: x(), at }, Notice::CustomerWroteMeanwhile { at }, Notice::HowToSend,
        Notice::NothingHeld, Notice::Undone { commands: vec![x()] },
        Notice::NothingToUndo { has_answer: true }, Notice::NothingToUndo { has_answer: false },
        Notice::ChangedSince { what: "status".to_owned() },
        Notice::CommandHelp { usage: x(), example: "#x y".to_owned(), english: x(), german: x() },
        Notice::Awake, Notice::Promised { target: Target::Update, at }, Notice::Reopened, Notice::ClosedByCustomer, Notice::AssignedBy { name: x() },
        Notice::TakenFromYou { by: x(), to: Some(x()) },
        Notice::TakenFromYou { by: x(), to: None },
        Notice::NotYetDelivered { address: x(), since: at, because: x() },
        Notice::NotDelivered { address: x(), because: x() },
        Notice::StrangerWrote { other: TicketId::new(7) },
        Notice::SetAside {
            id: QuarantineId::new(3), mailbox: MailboxName::new("support").expect("name"), reason: QuarantineReason::Poison,
        },
        Notice::ClosesAt { at },
        Notice::MailboxRenumbered { mailbox: MailboxName::new("support").expect("name"), folder: x(), messages: 3 },
        Notice::SettingsRefused { problems: vec![x()] },
        Notice::QuarantineWaits { reasons: vec![(QuarantineReason::TooLarge, 2), (QuarantineReason::OwnLoop, 1)], total: 5 },
        Notice::MailRefused { reasons: vec![(x(), 2)] },
        Notice::LettersLate { count: 3, since: at, because: x() },
        Notice::AddressConfirmed, Notice::WordsUnread, Notice::HasLeft { name: x() }, Notice::HadNoTickets,
        Notice::TicketsGiven { to: x(), tickets: vec![TicketId::new(7), TicketId::new(9)] },
        Notice::TicketsReturned { team: Some(TeamName::new("front").expect("name")), tickets: vec![TicketId::new(7)] },
        Notice::TicketsReturned { team: None, tickets: vec![TicketId::new(7)] },
        Notice::ContributedTo { tickets: vec![TicketId::new(7)] }, Notice::LettersWithdrawn { count: 2 },
        Notice::LedTeam { team: TeamName::new("front").expect("name") },
        Notice::MentorOf { name: x() }, Notice::SubstituteOf { name: x() },
        Notice::InvitationsLapsed { people: vec![x()] }, Notice::InvitationReturned { address: x(), because: x() },
        Notice::LettersGivenUp { failed: 1, expired: 2 },
        Notice::MailboxUnreadable {
            mailbox: MailboxName::new("support").expect("name"), folder: String::new(), since: at, because: x(),
        },
        Notice::MailboxUnreadable { mailbox: MailboxName::new("support").expect("name"), folder: x(), since: at, because: x() },
    ]
}

#[test]
fn every_value_of_a_sentence_is_used_in_both_languages() {
    for one in all() {
        let (english, german, values) = words(Language::English, &one, &|at| at.to_string());
        assert!(shows_its_values(english, &values) && shows_its_values(german, &values), "{one:?}");
        assert_ne!(say("en", &one), say("de", &one));
    }
}

#[test]
fn m04_values_stay_what_they_are_on_one_line() {
    let hostile = Notice::AssignedTo { name: "{1}{{7*7}}\r\nBcc: x".to_owned() };
    assert_eq!(say("en", &hostile), "Assigned to {1}{{7*7}} Bcc: x.");
    assert!(all().iter().all(|one| !say("de", one).contains(char::is_control)));
}

#[test]
fn languages_are_found_with_region_and_fall_back_to_english() {
    let on_hold = Notice::StatusSet { status: Status::OnHold };
    for (language, expected) in
        [("de", "Status: in Wartestellung."), ("de-AT", "Status: in Wartestellung."), ("fr", "Status: on hold.")]
    {
        assert_eq!(say(language, &on_hold), expected);
    }
}

#[test]
fn a_near_miss_is_answered_with_what_was_meant() {
    let typo = Notice::UnknownCommand { command: "clsoe".to_owned(), nearest: vec!["#close".to_owned()] };
    assert_eq!(say("en", &typo), "There is no command #clsoe. Did you mean #close?");
    let priority =
        Notice::BadArgument { command: "priority".to_owned(), argument: "hgih".to_owned(), example: "#priority high".to_owned() };
    assert_eq!(say("en", &priority), "#priority does not take “hgih”. Write, for example: #priority high");
}

#[test]
fn a_time_that_cannot_be_read_is_told_with_its_reason() {
    let time = |argument: &str, example: &str| Notice::BadArgument {
        command: "remind".to_owned(),
        argument: argument.to_owned(),
        example: example.to_owned(),
    };
    let past = time("yesterday call", "\"yesterday\" lies in the past; write for example 3d.");
    assert_eq!(say("en", &past), "#remind does not take “yesterday call”: it lies in the past; write for example 3d.");
    assert!(say("de", &past).starts_with("#remind versteht „yesterday call“ nicht: Vorn muss ein Zeitpunkt stehen"));
    let missing = time("", "#remind friday 14:00 call back");
    assert_eq!(say("en", &missing), "#remind needs something after it, for example: #remind friday 14:00 call back");
}

#[test]
fn a_reminder_says_no_more_than_what_was_to_be_remembered() {
    assert_eq!(say("en", &Notice::Reminder { text: String::new() }), "");
    assert_eq!(say("de", &Notice::Reminder { text: "call {0}".to_owned() }), "„call {0}“");
}
