//! What a token proves, and that nothing else proves it.

use super::*;
use crate::base::{Span, limit};

/// What a mailbox of seven letters leaves for a detail.
const ROOM: usize = 56;

const ALPHABET: &str = "abcdefghijklmnopqrstuvwxyz234567";

fn keyring(keys: &[(u8, u8)]) -> Keyring {
    Keyring::new(keys.iter().map(|(id, byte)| (*id, [*byte; 32])).collect()).expect("keys")
}

fn mailbox(name: &str) -> MailboxName {
    MailboxName::new(name).expect("name")
}

fn noon() -> Timestamp {
    "2026-03-01T12:00:00Z".parse().expect("time")
}

fn token() -> ReplyToken {
    ReplyToken {
        role: TokenRole::Customer,
        ticket: TicketId::new(1001),
        recipient: ContactId::new(77),
        epoch: 3,
        expires: "2026-08-28T00:00:00Z".parse().expect("time"),
    }
}

/// A stream of numbers that is the same at every run (splitmix64).
fn numbers(seed: u64) -> impl Iterator<Item = u64> {
    (1..).map(move |step: u64| {
        let mut z = seed.wrapping_add(step.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    })
}

#[test]
fn a_token_round_trips_in_47_octets() {
    let keys = keyring(&[(0, 7), (15, 9)]);
    for role in [TokenRole::Customer, TokenRole::Staff, TokenRole::Consulted] {
        for (ticket, recipient, epoch) in [(1, 1, 0), (u32::MAX, u32::MAX, 255), (42, 7, 1)] {
            let token =
                ReplyToken { role, ticket: TicketId::new(ticket), recipient: ContactId::new(recipient), epoch, ..token() };
            let detail = keys.write_token(&mailbox("help"), &token, ROOM);
            assert_eq!(detail.len(), 47);
            assert!(detail.starts_with("r1") && detail.chars().skip(2).all(|c| ALPHABET.contains(c)), "{detail}");
            assert_eq!(keys.read_token(&mailbox("help"), &detail, noon()), Some(token));
        }
    }
}

#[test]
fn i06_every_character_altered_to_every_other_gives_no_proof() {
    let keys = keyring(&[(2, 7)]);
    let detail = keys.write_token(&mailbox("help"), &token(), ROOM);
    let mut tried = 0;
    for at in 2..detail.len() {
        for other in ALPHABET.chars().filter(|c| detail.chars().nth(at) != Some(*c)) {
            let mut altered = detail.clone();
            altered.replace_range(at..=at, &other.to_string());
            assert_eq!(keys.read_token(&mailbox("help"), &altered, noon()), None, "{altered}");
            tried += 1;
        }
    }
    assert_eq!(tried, 45 * 31);
}

#[test]
fn i07_a_changed_field_needs_a_new_mac() {
    let keys = keyring(&[(0, 7)]);
    let bytes = BASE32.decode(&keys.write_token(&mailbox("help"), &token(), ROOM).as_bytes()[2..]).expect("base32");
    let other = [
        ReplyToken { role: TokenRole::Staff, ..token() },
        ReplyToken { ticket: TicketId::new(1002), ..token() },
        ReplyToken { recipient: ContactId::new(78), ..token() },
        ReplyToken { epoch: 4, ..token() },
        ReplyToken { expires: token().expires.plus(Span::from_days(1)), ..token() },
    ];
    for changed in other {
        let mut forged = changed.payload(0).to_vec();
        forged.extend(&bytes[PAYLOAD_BYTES..]);
        let detail = format!("r1{}", BASE32.encode(&forged));
        assert_eq!(keys.read_token(&mailbox("help"), &detail, noon()), None, "{changed:?}");
    }
}

#[test]
fn a_token_is_for_one_mailbox_and_one_desk() {
    let keys = keyring(&[(0, 7)]);
    let detail = keys.write_token(&mailbox("help"), &token(), ROOM);
    assert_eq!(keys.read_token(&mailbox("sales"), &detail, noon()), None);
    assert_eq!(keys.read_token(&mailbox("hel"), &detail, noon()), None);
    assert_eq!(keyring(&[(0, 8)]).read_token(&mailbox("help"), &detail, noon()), None);
}

#[test]
fn i08_a_token_lapses_at_the_end_of_its_day() {
    let keys = keyring(&[(0, 7)]);
    let written = ReplyToken { expires: "2026-08-28T00:00:01Z".parse().expect("time"), ..token() };
    let detail = keys.write_token(&mailbox("help"), &written, ROOM);
    let read = |now: &str| keys.read_token(&mailbox("help"), &detail, now.parse().expect("time"));
    assert_eq!(read("2026-08-28T23:59:59Z").expect("still good").expires.to_string(), "2026-08-29T00:00:00Z");
    assert_eq!(read("2026-08-29T00:00:00Z"), None);
}

#[test]
fn s07_an_old_key_verifies_until_it_is_taken_away() {
    let old = keyring(&[(0, 7)]);
    let both = keyring(&[(0, 7), (1, 8)]);
    let detail = old.write_token(&mailbox("help"), &token(), ROOM);
    assert_eq!(both.read_token(&mailbox("help"), &detail, noon()), Some(token()));
    assert_ne!(both.write_token(&mailbox("help"), &token(), ROOM), detail);
    assert_eq!(keyring(&[(1, 8)]).read_token(&mailbox("help"), &detail, noon()), None);
    // The same secret under another number is another key to the reader.
    assert_eq!(keyring(&[(1, 7)]).read_token(&mailbox("help"), &detail, noon()), None);
    let id = old.write_message_id(OutboxId::new(5), "example.org").expect("id");
    assert_eq!(both.read_message_id(&id, "example.org"), Some(OutboxId::new(5)));
    assert!(both.is_loop_mark(&old.loop_mark("example.org"), "example.org"));
}

#[test]
fn case_does_not_matter() {
    let keys = keyring(&[(0, 7)]);
    let detail = keys.write_token(&mailbox("help"), &token(), ROOM).to_ascii_uppercase();
    assert_eq!(keys.read_token(&mailbox("help"), &detail, noon()), Some(token()));
    let id = keys.write_message_id(OutboxId::new(7), "Example.org").expect("id");
    let upper = MessageId::new(&id.as_str().to_ascii_uppercase()).expect("id");
    assert_eq!(keys.read_message_id(&upper, "example.org"), Some(OutboxId::new(7)));
}

#[test]
fn a_long_mailbox_keeps_the_local_part_within_64_octets() {
    let keys = keyring(&[(0, 7)]);
    for length in 1..=22 {
        let name = "m".repeat(length);
        let room = limit::LOCAL_PART_BYTES - length - 1;
        let detail = keys.write_token(&mailbox(&name), &token(), room);
        assert!(detail.len() <= room);
        assert_eq!(detail.len(), if length <= 16 { 47 } else { 41 });
        assert_eq!(keys.read_token(&mailbox(&name), &detail, noon()), Some(token()));
    }
    // Where even the shorter one has no room, whoever asked finds it too long.
    assert_eq!(keys.write_token(&mailbox("help"), &token(), 40).len(), 41);
}

#[test]
fn a_full_token_cut_to_the_short_length_proves_nothing() {
    let keys = keyring(&[(0, 7)]);
    let bytes = BASE32.decode(&keys.write_token(&mailbox("help"), &token(), ROOM).as_bytes()[2..]).expect("base32");
    for length in 0..bytes.len() {
        let detail = format!("r1{}", BASE32.encode(&bytes[..length]));
        assert_eq!(keys.read_token(&mailbox("help"), &detail, noon()), None, "{length}");
    }
}

#[test]
fn mutations_never_verify() {
    let keys = keyring(&[(0, 7), (3, 8)]);
    let detail = keys.write_token(&mailbox("help"), &token(), ROOM);
    let id = keys.write_message_id(OutboxId::new(12_345), "example.org").expect("id");
    let mut stream = numbers(1);
    let mut next = |below: usize| usize::try_from(stream.next().unwrap_or(0)).unwrap_or(0) % below;
    let mutate = |text: &str, next: &mut dyn FnMut(usize) -> usize| {
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=next(3) {
            let at = next(bytes.len().max(1));
            match next(4) {
                0 => bytes.insert(at, ALPHABET.as_bytes()[next(32)]),
                1 if bytes.len() > 1 => drop(bytes.remove(at)),
                2 if bytes.len() > at + 1 => bytes.swap(at, at + 1),
                _ => bytes[at] = u8::try_from(33 + next(94)).expect("ASCII"),
            }
        }
        String::from_utf8(bytes).expect("ASCII")
    };
    for _ in 0..20_000 {
        let altered = mutate(&detail, &mut next);
        if !altered.eq_ignore_ascii_case(&detail) {
            assert_eq!(keys.read_token(&mailbox("help"), &altered, noon()), None, "{altered}");
        }
        let altered = mutate(id.as_str(), &mut next);
        if let Some(other) = MessageId::new(&altered)
            && !other.as_str().eq_ignore_ascii_case(id.as_str())
        {
            assert_eq!(keys.read_message_id(&other, "example.org"), None, "{altered}");
        }
    }
}

#[test]
fn i35_a_confirmation_proves_its_own_question_alone() {
    let keys = keyring(&[(0, 7), (3, 8)]);
    let (question, agent) = (ConfirmationId::new(70_000), ContactId::new(5));
    for room in [47, 60, 41] {
        let detail = keys.write_confirmation(&mailbox("help"), question, agent, room);
        assert!(detail.len() <= room);
        assert_eq!(keys.read_confirmation(&mailbox("help"), &detail), Some((question, agent)));
        assert_eq!(keys.read_confirmation(&mailbox("help"), &detail.to_ascii_uppercase()), Some((question, agent)));
        assert_eq!(keys.read_confirmation(&mailbox("sales"), &detail), None);
        assert_eq!(keyring(&[(3, 9)]).read_confirmation(&mailbox("help"), &detail), None);
        // It is no reply address, and a reply address is no confirmation, whatever is written before it.
        assert_eq!(keys.read_token(&mailbox("help"), &detail, noon()), None);
        assert_eq!(keys.read_token(&mailbox("help"), &detail.replacen("c1", "r1", 1), noon()), None);
        let reply = keys.write_token(&mailbox("help"), &token(), room);
        assert_eq!(keys.read_confirmation(&mailbox("help"), &reply.replacen("r1", "c1", 1)), None);
        for at in 2..detail.len() {
            for other in ALPHABET.chars().filter(|other| detail.chars().nth(at) != Some(*other)) {
                let mut altered = detail.clone();
                altered.replace_range(at..=at, &other.to_string());
                assert_eq!(keys.read_confirmation(&mailbox("help"), &altered), None, "{altered}");
            }
        }
    }
}

#[test]
fn s07_after_the_last_number_the_first_signs_again() {
    let secrets: BTreeMap<u8, [u8; 32]> = [(15, [7; 32]), (0, [8; 32])].into();
    let wrapped = Keyring::signing_with(secrets.clone(), 0).expect("keys");
    let detail = wrapped.write_token(&mailbox("help"), &token(), ROOM);
    assert_eq!(keyring(&[(0, 8)]).read_token(&mailbox("help"), &detail, noon()), Some(token()));
    let old = keyring(&[(15, 7)]).write_token(&mailbox("help"), &token(), ROOM);
    assert_eq!(wrapped.read_token(&mailbox("help"), &old, noon()), Some(token()));
    assert!(wrapped.loop_marks("example.org").contains(&keyring(&[(15, 7)]).loop_mark("example.org")));
    assert!(Keyring::signing_with(secrets, 3).is_none());
}

#[test]
fn nonsense_is_read_without_harm() {
    let keys = keyring(&[(0, 7)]);
    for detail in
        ["", "r", "r1", "r1é", "r2aaaa", "\u{0}", &"r1a".repeat(20_000), "r1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]
    {
        assert_eq!(keys.read_token(&mailbox("help"), detail, noon()), None);
    }
    for id in ["o.@example.org", "o.1@example.org", "o.1.@example.org", "o.99999999999999999999.aaaaaaaaaaaaaaaa@example.org"] {
        assert_eq!(keys.read_message_id(&MessageId::new(id).expect("id"), "example.org"), None);
    }
    assert!(!keys.is_loop_mark("", "example.org") && !keys.is_loop_mark("@example.org", "example.org"));
}

#[test]
fn message_ids_and_loop_marks_are_ours_alone() {
    let keys = keyring(&[(0, 7)]);
    let id = keys.write_message_id(OutboxId::new(42), "help.example.org").expect("id");
    let mac = id.as_str().strip_prefix("o.42.").and_then(|rest| rest.strip_suffix("@help.example.org")).expect("shape");
    assert_eq!(mac.len(), 16);
    assert_eq!(keys.read_message_id(&id, "help.example.org"), Some(OutboxId::new(42)));
    assert_eq!(keys.read_message_id(&id, "other.example.org"), None);
    assert_eq!(keyring(&[(0, 8)]).read_message_id(&id, "help.example.org"), None);
    let other = MessageId::new(&id.as_str().replace("o.42.", "o.43.")).expect("id");
    assert_eq!(keys.read_message_id(&other, "help.example.org"), None);
    let padded = MessageId::new(&id.as_str().replace("o.42.", "o.042.")).expect("id");
    assert_eq!(keys.read_message_id(&padded, "help.example.org"), None);

    let mark = keys.loop_mark("help.example.org");
    assert_eq!(mark, keys.loop_mark("HELP.example.org"));
    assert!(keys.is_loop_mark(&mark, "help.example.org"));
    assert!(!keyring(&[(0, 8)]).is_loop_mark(&mark, "help.example.org"));
    assert!(!keys.is_loop_mark(&mark, "example.org"));
}

#[test]
fn debug_shows_no_key() {
    let shown = format!("{:?}", keyring(&[(0, 7), (1, 9)]));
    assert_eq!(shown, "Keyring(2 keys)");
}

/// Random edits of one detail: characters put in, taken out, exchanged, repeated, in the other case, and pieces of another token.
#[test]
fn i06_no_edit_of_a_token_gives_proof() {
    let keys = keyring(&[(2, 7), (3, 8)]);
    let written = keys.write_token(&mailbox("help"), &token(), ROOM);
    let other =
        keys.write_token(&mailbox("help"), &ReplyToken { role: TokenRole::Staff, ticket: TicketId::new(1002), ..token() }, ROOM);
    let letters: Vec<char> = (' '..='~').chain("äß\u{200b}\u{212a}\u{17f}\0\r\n".chars()).collect();
    let mut numbers = numbers(6);
    let mut below = |end: usize| usize::try_from(numbers.next().expect("endless")).expect("64 bits") % end.max(1);
    let mut tried = 0;
    for _ in 0..20_000 {
        let mut edited: Vec<char> = written.chars().collect();
        for _ in 0..=below(4) {
            let (at, to) = (below(edited.len()), below(edited.len()));
            match below(8) {
                0 => edited.insert(at, letters[below(letters.len())]),
                1 => drop(edited.remove(at)),
                2 => edited[at] = letters[below(letters.len())],
                3 => edited.swap(at, to),
                4 => edited.truncate(at.max(1)),
                5 => edited[at] = edited[at].to_ascii_uppercase(),
                6 => edited.extend(other.chars().take(to)),
                _ => edited = other.chars().take(at).chain(edited.into_iter().skip(at)).collect(),
            }
            if edited.is_empty() {
                break;
            }
        }
        let edited: String = edited.into_iter().collect();
        // Servers fold the case of local parts, so that alone is no edit (RFC 5321 §2.4 says they should not).
        if edited.eq_ignore_ascii_case(&written) || edited.eq_ignore_ascii_case(&other) {
            continue;
        }
        assert_eq!(keys.read_token(&mailbox("help"), &edited, noon()), None, "{edited:?}");
        tried += 1;
    }
    assert!(tried > 15_000, "{tried}");
    // Nor does it prove anything for another mailbox, as a confirmation, or for an invitation.
    assert_eq!(keys.read_token(&mailbox("sales"), &written, noon()), None);
    assert_eq!(keys.read_confirmation(&mailbox("help"), &written), None);
    assert_eq!(keys.read_confirmation(&mailbox("help"), &written.replacen("r1", "c1", 1)), None);
}
