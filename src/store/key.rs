//! Every key of the state. Numbers are big-endian, so that the order of the bytes is the order of the numbers.
//!
//! A key begins with a letter and a slash. Rows that `domain` knows come first, what the store keeps for itself after them;
//! the golden keys in the tests may never change.

use crate::base::{ContactId, Digest, EntryNumber, OutboxId, QuarantineId, Seq, StaffName, TeamName, TicketId, Timestamp};
use crate::domain::{DeadlineKind, LetterState, RowId, Status, VolumeKey};

/// How far the journal is contained in the state, and the state's own checksum.
pub(super) const APPLIED: &[u8] = b"j/";
/// Texts of the spool: digest.
pub(super) const TEXT: &[u8] = b"f/";
/// Tickets: number.
pub(super) const TICKET: &[u8] = b"t/";
/// Letters: number.
pub(super) const LETTER: &[u8] = b"o/";
/// Messages set aside: number.
pub(super) const QUARANTINED: &[u8] = b"q/";
/// Members of staff that were known last: name.
pub(super) const STAFF: &[u8] = b"s/";
/// Invitations to the staff: name.
pub(super) const INVITATION: &[u8] = b"I/";
/// Deadlines: time, ticket, kind.
pub(super) const DEADLINE: &[u8] = b"d/";
/// Letters that wait to be sent: time, number.
pub(super) const WAITING: &[u8] = b"w/";

/// The key of a row of the domain.
pub(super) fn row(id: &RowId) -> Vec<u8> {
    match id {
        RowId::Address(key) => Key::new(b"a/").bytes(key.as_bytes()),
        RowId::Cursor(mailbox, folder) => Key::new(b"c/").text(mailbox.as_str()).bytes(folder.as_bytes()),
        RowId::Entry(ticket, number) => Key::new(b"e/").number(ticket.get()).number(number.get()),
        RowId::Counters() => Key::new(b"k/"),
        RowId::Load(contact) => Key::new(b"l/").number(contact.get()),
        RowId::Message(message) => Key::new(b"m/").bytes(message.as_bytes()),
        RowId::Content(content) => Key::new(b"n/").bytes(content.as_bytes()),
        RowId::Person(contact) => Key::new(b"P/").number(contact.get()),
        RowId::Letter(letter) => Key::new(LETTER).long(letter.get()),
        RowId::Contact(contact) => Key::new(b"p/").number(contact.get()),
        RowId::Quarantined(id) => Key::new(QUARANTINED).number(id.get()),
        RowId::Sighting(raw) => Key::new(b"r/").bytes(raw.as_bytes()),
        RowId::Staff(name) => Key::new(STAFF).bytes(name.as_str().as_bytes()),
        RowId::Invitation(name) => Key::new(INVITATION).bytes(name.as_str().as_bytes()),
        RowId::Ticket(ticket) => Key::new(TICKET).number(ticket.get()),
        RowId::Turn(team) => Key::new(b"u/").bytes(team.as_str().as_bytes()),
        RowId::Volume(key) => volume(key),
        RowId::Round(contact) => Key::new(b"D/").number(contact.get()),
        RowId::Rounds() => Key::new(b"E/"),
        RowId::PlusProbe(mailbox) => Key::new(b"x/").bytes(mailbox.as_str().as_bytes()),
        RowId::Confirmation(id) => Key::new(b"C/").number(id.get()),
        RowId::Executed(key) => Key::new(b"X/").bytes(key.as_bytes()),
        RowId::Forgeries(contact) => Key::new(b"F/").number(contact.get()),
        RowId::TrustProbe(mailbox) => Key::new(b"V/").bytes(mailbox.as_str().as_bytes()),
        RowId::Strike(raw) => Key::new(b"y/").bytes(raw.as_bytes()),
        RowId::Kept(ticket) => Key::new(b"B/").number(ticket.get()),
        RowId::Reports() => Key::new(b"R/"),
        RowId::ReviewPool(contact) => Key::new(b"G/").number(contact.get()),
        RowId::Reviews() => Key::new(b"H/"),
        RowId::Alerts() => Key::new(b"L/"),
        RowId::Erasures() => Key::new(b"Y/"),
        RowId::Tally() => Key::new(b"z/"),
    }
    .0
}

fn volume(key: &VolumeKey) -> Key {
    let start = Key::new(b"v/");
    match key {
        VolumeKey::AcksTo(contact) => start.byte(1).number(contact.get()),
        VolumeKey::AcksToDomain(domain) => start.byte(2).bytes(domain.as_bytes()),
        VolumeKey::Acks => start.byte(3),
        VolumeKey::TicketsOf(contact) => start.byte(4).number(contact.get()),
        VolumeKey::TicketsOfDomain(domain) => start.byte(5).bytes(domain.as_bytes()),
        VolumeKey::ConfirmationsOf(contact) => start.byte(7).number(contact.get()),
        VolumeKey::RefusalsTo(contact) => start.byte(8).number(contact.get()),
        VolumeKey::ListsTo(contact) => start.byte(9).number(contact.get()),
        VolumeKey::AcksAbout(contact, subject) => start.byte(6).number(contact.get()).bytes(subject.as_bytes()),
    }
}

/// Where a text of the spool lies.
pub(super) fn text(digest: Digest) -> Vec<u8> {
    Key::new(TEXT).bytes(digest.as_bytes()).0
}

/// A record of a ticket's history.
pub(super) fn history(ticket: TicketId, record: Seq) -> Vec<u8> {
    Key::new(b"h/").number(ticket.get()).long(record.get()).0
}

/// The history of a ticket as a whole: from here to [`end_of`] it.
pub(super) fn history_of(ticket: TicketId) -> Vec<u8> {
    Key::new(b"h/").number(ticket.get()).0
}

/// Something due.
pub(super) fn deadline(at: Timestamp, ticket: TicketId, kind: DeadlineKind) -> Vec<u8> {
    Key::new(DEADLINE).time(at).number(ticket.get()).bytes(kind.to_string().as_bytes()).0
}

/// Everything due before this time.
pub(super) fn deadlines_before(at: Timestamp) -> Vec<u8> {
    Key::new(DEADLINE).time(at).0
}

/// A letter that waits to be sent.
pub(super) fn waiting(next_at: Timestamp, letter: OutboxId) -> Vec<u8> {
    Key::new(WAITING).time(next_at).long(letter.get()).0
}

/// Every letter that waits until before this time.
pub(super) fn waiting_before(at: Timestamp) -> Vec<u8> {
    Key::new(WAITING).time(at).0
}

/// A letter among those of its state.
pub(super) fn letter_in(state: LetterState, letter: OutboxId) -> Vec<u8> {
    Key::new(b"i/").byte(letter_state(state)).long(letter.get()).0
}

/// The letters of a state.
pub(super) fn letters_in(state: LetterState) -> Vec<u8> {
    Key::new(b"i/").byte(letter_state(state)).0
}

/// A ticket among those of its status.
pub(super) fn ticket_in(status: Status, ticket: TicketId) -> Vec<u8> {
    Key::new(b"b/").byte(ticket_status(status)).number(ticket.get()).0
}

/// The tickets of a status.
pub(super) fn tickets_in(status: Status) -> Vec<u8> {
    Key::new(b"b/").byte(ticket_status(status)).0
}

/// A ticket among those of a participant with the same base subject, the newest first.
pub(super) fn ticket_about(contact: ContactId, subject: Digest, ticket: TicketId) -> Vec<u8> {
    Key::new(b"g/").number(contact.get()).bytes(subject.as_bytes()).number(!ticket.get()).0
}

/// The tickets of a participant with the same base subject.
pub(super) fn tickets_about(contact: ContactId, subject: Digest) -> Vec<u8> {
    Key::new(b"g/").number(contact.get()).bytes(subject.as_bytes()).0
}

/// The tickets of a participant or requester, by subject.
pub(super) fn tickets_of(contact: ContactId) -> Vec<u8> {
    Key::new(b"g/").number(contact.get()).0
}

/// A ticket among those of its assignee: the unfinished first, the newest first.
pub(super) fn ticket_assigned(contact: ContactId, status: Status, ticket: TicketId) -> Vec<u8> {
    Key::new(b"A/").number(contact.get()).byte(finished(status)).number(!ticket.get()).0
}

/// The tickets of an assignee.
pub(super) fn tickets_assigned(contact: ContactId) -> Vec<u8> {
    Key::new(b"A/").number(contact.get()).0
}

/// A ticket among those of its team: the unfinished first, the newest first.
pub(super) fn ticket_of_team(team: &TeamName, status: Status, ticket: TicketId) -> Vec<u8> {
    Key::new(b"T/").text(team.as_str()).byte(finished(status)).number(!ticket.get()).0
}

/// The tickets of a team.
pub(super) fn tickets_of_team(team: &TeamName) -> Vec<u8> {
    Key::new(b"T/").text(team.as_str()).0
}

/// The first key behind all that begin with `prefix`, which must not be all 0xff.
pub(super) fn end_of(prefix: &[u8]) -> Vec<u8> {
    let mut end = prefix.to_vec();
    while let Some(last) = end.pop() {
        if let Some(next) = last.checked_add(1) {
            end.push(next);
            break;
        }
    }
    end
}

/// Reads the name in a key of [`STAFF`] or [`INVITATION`].
pub(super) fn read_staff(key: &[u8]) -> Option<StaffName> {
    let name = key.strip_prefix(STAFF).or_else(|| key.strip_prefix(INVITATION))?;
    StaffName::new(std::str::from_utf8(name).ok()?).ok()
}

/// Reads a key of [`deadline`].
pub(super) fn read_deadline(key: &[u8]) -> Option<(Timestamp, TicketId, DeadlineKind)> {
    let body = key.strip_prefix(DEADLINE)?;
    let (at, body) = body.split_first_chunk::<8>()?;
    let (ticket, kind) = body.split_first_chunk::<4>()?;
    let kind = DeadlineKind::try_from(str::from_utf8(kind).ok()?.to_owned()).ok()?;
    Some((read_time(*at), TicketId::new(u32::from_be_bytes(*ticket)), kind))
}

/// Reads a key of [`waiting`].
pub(super) fn read_waiting(key: &[u8]) -> Option<(Timestamp, OutboxId)> {
    let (at, letter) = key.strip_prefix(WAITING)?.split_first_chunk::<8>()?;
    Some((read_time(*at), OutboxId::new(u64::from_be_bytes(letter.try_into().ok()?))))
}

/// The record's number at the end of a key of [`history`].
pub(super) fn read_record(key: &[u8]) -> Option<Seq> {
    key.last_chunk::<8>().map(|number| Seq::new(u64::from_be_bytes(*number)))
}

/// The letter's number at the end of a key of a letter or of [`letter_in`].
pub(super) fn read_letter(key: &[u8]) -> Option<OutboxId> {
    key.last_chunk::<8>().map(|number| OutboxId::new(u64::from_be_bytes(*number)))
}

/// The ticket's number at the end of a key of a ticket or of [`ticket_in`].
pub(super) fn read_ticket(key: &[u8]) -> Option<TicketId> {
    key.last_chunk::<4>().map(|number| TicketId::new(u32::from_be_bytes(*number)))
}

/// The ticket's number at the end of a key that has the newest first.
pub(super) fn read_newest_ticket(key: &[u8]) -> Option<TicketId> {
    read_ticket(key).map(|inverted| TicketId::new(!inverted.get()))
}

/// The number at the end of a key of a message set aside.
pub(super) fn read_quarantined(key: &[u8]) -> Option<QuarantineId> {
    key.last_chunk::<4>().map(|number| QuarantineId::new(u32::from_be_bytes(*number)))
}

/// A key as people read it in a report.
pub(super) fn shown(key: &[u8]) -> String {
    key.escape_ascii().to_string()
}

struct Key(Vec<u8>);

impl Key {
    fn new(prefix: &[u8]) -> Self {
        let mut key = Vec::with_capacity(48);
        key.extend_from_slice(prefix);
        Self(key)
    }

    fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(bytes);
        self
    }

    /// A text that more follows; a zero byte, which no name holds, ends it.
    fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes()).byte(0)
    }

    fn byte(mut self, byte: u8) -> Self {
        self.0.push(byte);
        self
    }

    fn number(self, number: u32) -> Self {
        self.bytes(&number.to_be_bytes())
    }

    fn long(self, number: u64) -> Self {
        self.bytes(&number.to_be_bytes())
    }

    /// With the sign turned over, so that times before 1970 come first.
    fn time(self, at: Timestamp) -> Self {
        self.long(at.as_millis().cast_unsigned() ^ (1 << 63))
    }
}

fn read_time(bytes: [u8; 8]) -> Timestamp {
    Timestamp::from_millis((u64::from_be_bytes(bytes) ^ (1 << 63)).cast_signed())
}

const fn ticket_status(status: Status) -> u8 {
    match status {
        Status::New => 1,
        Status::Open => 2,
        Status::Pending => 3,
        Status::OnHold => 4,
        Status::Resolved => 5,
        Status::Closed => 6,
        Status::Spam => 7,
        Status::Merged => 8,
    }
}

const fn letter_state(state: LetterState) -> u8 {
    match state {
        LetterState::Queued => 1,
        LetterState::Claimed => 2,
        LetterState::Sent => 3,
        LetterState::Deferred => 4,
        LetterState::InDoubt => 5,
        LetterState::Failed => 6,
        LetterState::Expired => 7,
        LetterState::Dropped => 8,
    }
}

const fn finished(status: Status) -> u8 {
    if status.is_unfinished() { 0 } else { 1 }
}

/// The first entry of a ticket, for reading them in order.
pub(super) const FIRST_ENTRY: EntryNumber = EntryNumber::new(1);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{ConfirmationId, MailboxName, StaffName};

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn keys_are_what_they_always_were() {
        let digest = Digest::from_bytes([0xab; 32]);
        let ab = "ab".repeat(32);
        let mailbox = MailboxName::new("help").expect("name");
        let team = TeamName::new("first").expect("name");
        let at = Timestamp::from_millis(1);
        let (ticket, contact, letter) = (TicketId::new(42), ContactId::new(7), OutboxId::new(9));
        let golden = [
            (row(&RowId::Address("a@b.c".into())), "612f6140622e63".to_owned()),
            (row(&RowId::Cursor(mailbox, "INBOX".into())), "632f68656c7000494e424f58".to_owned()),
            (row(&RowId::Entry(ticket, EntryNumber::new(3))), "652f0000002a00000003".to_owned()),
            (row(&RowId::Counters()), "6b2f".to_owned()),
            (row(&RowId::Load(contact)), "6c2f00000007".to_owned()),
            (row(&RowId::Message(digest)), format!("6d2f{ab}")),
            (row(&RowId::Content(digest)), format!("6e2f{ab}")),
            (row(&RowId::Letter(letter)), "6f2f0000000000000009".to_owned()),
            (row(&RowId::Contact(contact)), "702f00000007".to_owned()),
            (row(&RowId::Person(contact)), "502f00000007".to_owned()),
            (row(&RowId::Quarantined(QuarantineId::new(5))), "712f00000005".to_owned()),
            (row(&RowId::Sighting(digest)), format!("722f{ab}")),
            (row(&RowId::Staff(StaffName::new("ben").expect("name"))), "732f62656e".to_owned()),
            (row(&RowId::Invitation(StaffName::new("ben").expect("name"))), "492f62656e".to_owned()),
            (row(&RowId::Ticket(ticket)), "742f0000002a".to_owned()),
            (row(&RowId::Turn(team.clone())), "752f6669727374".to_owned()),
            (row(&RowId::Volume(VolumeKey::AcksTo(contact))), "762f0100000007".to_owned()),
            (row(&RowId::Volume(VolumeKey::AcksToDomain("b.c".into()))), "762f02622e63".to_owned()),
            (row(&RowId::Volume(VolumeKey::Acks)), "762f03".to_owned()),
            (row(&RowId::Volume(VolumeKey::TicketsOf(contact))), "762f0400000007".to_owned()),
            (row(&RowId::Volume(VolumeKey::TicketsOfDomain("b.c".into()))), "762f05622e63".to_owned()),
            (row(&RowId::Volume(VolumeKey::AcksAbout(contact, digest))), format!("762f0600000007{ab}")),
            (row(&RowId::Round(contact)), "442f00000007".to_owned()),
            (row(&RowId::Rounds()), "452f".to_owned()),
            (row(&RowId::Volume(VolumeKey::ConfirmationsOf(contact))), "762f0700000007".to_owned()),
            (row(&RowId::Volume(VolumeKey::RefusalsTo(contact))), "762f0800000007".to_owned()),
            (row(&RowId::Volume(VolumeKey::ListsTo(contact))), "762f0900000007".to_owned()),
            (row(&RowId::Confirmation(ConfirmationId::new(5))), "432f00000005".to_owned()),
            (row(&RowId::Executed(digest)), format!("582f{ab}")),
            (row(&RowId::Forgeries(contact)), "462f00000007".to_owned()),
            (row(&RowId::Strike(digest)), format!("792f{ab}")),
            (row(&RowId::Kept(ticket)), "422f0000002a".to_owned()),
            (row(&RowId::Reports()), "522f".to_owned()),
            (row(&RowId::ReviewPool(contact)), "472f00000007".to_owned()),
            (row(&RowId::Reviews()), "482f".to_owned()),
            (row(&RowId::Alerts()), "4c2f".to_owned()),
            (row(&RowId::Erasures()), "592f".to_owned()),
            (row(&RowId::Tally()), "7a2f".to_owned()),
            (text(digest), format!("662f{ab}")),
            (history(ticket, Seq::new(258)), "682f0000002a0000000000000102".to_owned()),
            (deadline(at, ticket, DeadlineKind::Close), "642f80000000000000010000002a636c6f7365".to_owned()),
            (waiting(at, letter), "772f80000000000000010000000000000009".to_owned()),
            (letter_in(LetterState::Claimed, letter), "692f020000000000000009".to_owned()),
            (ticket_in(Status::Open, ticket), "622f020000002a".to_owned()),
            (ticket_about(contact, digest, ticket), format!("672f00000007{ab}ffffffd5")),
            (ticket_assigned(contact, Status::Open, ticket), "412f0000000700ffffffd5".to_owned()),
            (ticket_of_team(&team, Status::Closed, ticket), "542f66697273740001ffffffd5".to_owned()),
            (APPLIED.to_vec(), "6a2f".to_owned()),
        ];
        for (key, expected) in golden {
            assert_eq!(hex(&key), expected, "{}", shown(&key));
        }
    }

    #[test]
    fn keys_of_times_are_read_back_and_ordered_before_1970_too() {
        let kind = DeadlineKind::NextResponse(2);
        let times: Vec<_> = [i64::MIN, -5, 0, 5, i64::MAX].into_iter().map(Timestamp::from_millis).collect();
        let keys: Vec<_> = times.iter().map(|at| deadline(*at, TicketId::new(1), kind)).collect();
        assert!(keys.is_sorted());
        for (at, key) in times.into_iter().zip(keys) {
            assert_eq!(read_deadline(&key), Some((at, TicketId::new(1), kind)));
            assert_eq!(read_waiting(&waiting(at, OutboxId::new(3))), Some((at, OutboxId::new(3))));
        }
    }

    #[test]
    fn the_end_of_a_prefix_lies_behind_everything_in_it() {
        assert_eq!(end_of(b"t/"), b"t0");
        assert_eq!(end_of(&[1, 0xff]), [2]);
        assert_eq!(
            read_newest_ticket(&ticket_about(ContactId::new(1), Digest::default(), TicketId::new(8))),
            Some(TicketId::new(8))
        );
    }
}
