//! Every way to a ticket, and by what right each sender goes it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::*;
use crate::base::{Digest, EmailAddress, MailboxName, MessageId, Span, StaffName, Timestamp};
use crate::decide::SubjectCandidate;
use crate::domain::{Contact, Opening, Place};
use crate::mail::{Identity, Mail, ReplyToken};
use crate::policy::{
    Accept, AgentProof, AuthMode, Authentication, Calendar, DeskPolicy, Ladder, MailboxPolicy, Member, PeopleRules, Policy,
    ReplyAddress, Roster, RuleSet, Service, Threading, Volumes,
};

/// Who may send: name, contact, and whether he stands in `staff.toml`. Ann asked, Carl stood in copy of it, Sam is known from
/// elsewhere, Dora belongs to the staff and takes part, Gus belonged to it. Nobody has two addresses on the From line.
const PEOPLE: [(&str, u32, bool); 7] = [
    ("ann", 1, false),
    ("carl", 2, false),
    ("sam", 3, false),
    ("nobody", 4, false),
    ("alice", 5, true),
    ("dora", 6, true),
    ("gus", 7, false),
];

const TICKET: TicketId = TicketId::new(42);

fn number(name: &str) -> u32 {
    PEOPLE.iter().find(|(known, ..)| *known == name).expect("somebody").1
}

fn address(name: &str) -> EmailAddress {
    EmailAddress::new(&format!("{name}@example.org")).expect("address")
}

fn policy(strangers: Strangers) -> (Policy, Roster) {
    let mut roster = Roster::default();
    let mut staff = BTreeMap::new();
    for (short, number, _) in PEOPLE.into_iter().filter(|(_, _, is_staff)| *is_staff) {
        let name = StaffName::new(short).expect("name");
        roster.insert(name.clone(), ContactId::new(number));
        let member = Member { capacity: 1, ..Member::new(name.clone(), address(short)) };
        staff.insert(name, member);
    }
    let policy = Policy {
        desk: DeskPolicy {
            name: "Desk".to_owned(),
            domain: "example.org".to_owned(),
            language: "en".to_owned(),
            operator: address("operator"),
        },
        mailboxes: BTreeMap::new(),
        staff,
        invited: BTreeMap::new(),
        teams: BTreeMap::new(),
        roles: BTreeMap::new(),
        categories: BTreeMap::new(),
        rules: Arc::new(RuleSet::compile(Vec::new()).expect("compiles")),
        calendar: Arc::new(Calendar::always(jiff::tz::TimeZone::UTC)),
        schedules: crate::policy::Schedules::default(),
        service: Service {
            first_response: BTreeMap::new(),
            next_response: BTreeMap::new(),
            slas: Vec::new(),
            contact_fields: Vec::new(),
            ladder: Ladder::default(),
            satisfaction: None,
            quality: None,
            digests: crate::policy::Digests::default(),
            reports: Vec::new(),
            alerts: Vec::new(),
            closings: BTreeMap::new(),
            closing_reminder_after: None,
            closing_warning_after: None,
            auto_close_after: Span::ZERO,
            close_after: Span::ZERO,
            reopen_within: Span::ZERO,
            hold: crate::policy::Hold::Answered,
        },
        threading: Threading { strangers, subject: SubjectThreading::Replies, ack_unverified: true, close_own: true },
        volumes: Volumes::default(),
        views: BTreeMap::new(),
        macros: BTreeMap::new(),
        articles: BTreeMap::new(),
        mask: crate::policy::Mask::default(),
        people: PeopleRules::default(),
    };
    (policy, roster)
}

fn ticket() -> Ticket {
    let opening = Opening {
        ticket: TICKET,
        mailbox: MailboxName::new("support").expect("name"),
        requester: ContactId::new(number("ann")),
        subject: "Printer".to_owned().into(),
        base_subject: "printer".to_owned().into(),
        language: None,
        unverified: false,
    };
    let mut ticket = Ticket::open(&opening, Timestamp::from_seconds(0));
    ticket.participants.insert(ContactId::new(number("dora")));
    ticket.copied.insert(ContactId::new(number("carl")));
    ticket.consulted.insert(ContactId::new(number("sam")), ContactId::new(number("alice")));
    ticket.epoch = 1;
    ticket
}

/// What a way brings along: facts, and what stands in the message.
fn go(way: &str) -> (ThreadFacts, Mail) {
    let mut facts = ThreadFacts { tickets: BTreeMap::from([(TICKET, ticket())]), ..ThreadFacts::default() };
    let mut mail = Mail { subject: "Printer".to_owned(), ..Mail::default() };
    let reference = || MessageId::new("1@elsewhere.example").expect("id");
    let mut words = way.split(' ');
    match (words.next().expect("a way"), words.next()) {
        (token @ ("customer-token" | "staff-token" | "consulted-token" | "void-token"), Some(recipient)) => {
            let recipient = ContactId::new(number(recipient));
            let role = match token {
                "staff-token" => TokenRole::Staff,
                "consulted-token" => TokenRole::Consulted,
                _ => TokenRole::Customer,
            };
            let epoch = u8::from(token != "void-token");
            let expires = Timestamp::from_seconds(0);
            facts.token = Some(ReplyToken { role, ticket: TICKET, recipient, epoch, expires });
        }
        ("own-id", None) => (facts.own, mail.in_reply_to) = (vec![TICKET], vec![reference()]),
        ("known-id", None) => (facts.known, mail.in_reply_to) = (vec![TICKET], vec![reference()]),
        ("tag", None) => facts.tag = Some(TICKET),
        ("subject", Some(quote)) => {
            let quote_agrees = match quote {
                "alone" => None,
                quote => Some(quote == "agreeing"),
            };
            mail.has_reply_prefix = true;
            facts.subject = vec![SubjectCandidate { ticket: TICKET, quote_agrees }];
        }
        ("elsewhere", quote) => {
            // A reply to something that we do not know: its subject says nothing, what it quotes does.
            (mail.has_reply_prefix, mail.in_reply_to) = (true, vec![reference()]);
            facts.subject = vec![SubjectCandidate { ticket: TICKET, quote_agrees: quote.map(|_| true) }];
        }
        ("nothing", None) => {}
        _ => panic!("{way} is no way"),
    }
    (facts, mail)
}

/// The standing in a letter: Participant, Bearer, Copied, Staff (own token), Foreign token, Missing token, Anybody, whom it was
/// forwarded to (Q, somebody else with his token q); Refers, New.
fn standing(way: &str, sender: &str, proof: SenderProof, strangers: Strangers) -> (char, Option<(MatchedBy, Proof)>) {
    let (policy, roster) = policy(strangers);
    let (mut facts, mut mail) = go(way);
    if sender == "nobody" {
        mail.identity = Identity::Ambiguous("two From lines".to_owned());
    } else {
        mail.identity = Identity::Clean(address(sender));
        facts.sender = Some(ContactId::new(number(sender)));
    }
    facts.token_recipient = facts.token.map(|token| Contact {
        addresses: PEOPLE.iter().filter(|one| one.1 == token.recipient.get()).map(|one| address(one.0).into()).collect(),
        ..Contact::new(token.recipient, crate::base::Private::Erased, String::new().into(), Timestamp::from_seconds(0))
    });
    let mailbox = MailboxPolicy {
        name: MailboxName::new("support").expect("name"),
        address: address("support"),
        team: None,
        agents: AgentProof::Token,
        accept: Accept::Anyone,
        auth: Authentication { mode: AuthMode::TrustedResults, authserv_ids: BTreeSet::new(), trusted_hops: 0 },
        reply_address: ReplyAddress::Plus,
        forms: Vec::new(),
    };
    let place = Place::Delivered { mailbox: mailbox.name.clone(), number: 1 };
    let arrival = Arrival {
        mail: &mail,
        place: &place,
        mailbox: &mailbox,
        is_rescan: false,
        raw: Digest::default(),
        size: 0,
        content: None,
        sender_proof: proof,
        policy: &policy,
        roster: &roster,
        now: Timestamp::from_seconds(0),
        name_text: &|_| Digest::default(),
    };
    match thread(&arrival, &facts) {
        Thread::New => ('N', None),
        Thread::Refers { ticket, .. } => {
            assert_eq!(ticket, TICKET);
            ('R', None)
        }
        Thread::Into { ticket, matched_by, proof, standing } => {
            assert_eq!(ticket, TICKET);
            let who = |contact: ContactId, letter: char| {
                let is_sender = Some(contact) == facts.sender || letter == 'B';
                assert!(is_sender, "{way} from {sender} speaks for {contact}");
                letter
            };
            let letter = match standing {
                Standing::Participant(contact) => who(contact, 'P'),
                Standing::Bearer(contact) => who(contact, 'B'),
                Standing::Consulted(contact) => who(contact, 'Q'),
                Standing::ConsultedBearer(_) => 'q',
                Standing::Copied(contact) => who(contact, 'C'),
                Standing::Staff(contact, TokenStanding::Own) => who(contact, 'S'),
                Standing::Staff(contact, TokenStanding::Foreign) => who(contact, 'F'),
                Standing::Staff(contact, TokenStanding::Missing) => who(contact, 'M'),
                Standing::Anybody => 'A',
            };
            (letter, Some((matched_by, proof)))
        }
    }
}

/// A row a way; a column a sender, in the order of [`PEOPLE`].
fn check(table: &[(&str, &str)], proof: SenderProof, strangers: Strangers) {
    let mut wrong = Vec::new();
    for (way, expected) in table {
        let found: String = PEOPLE.iter().map(|(sender, ..)| standing(way, sender, proof, strangers).0).collect();
        let expected = expected.replace(' ', "");
        if found != expected {
            wrong.push(format!("{way}: {found}, expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{proof:?}, {strangers:?}:\n{}", wrong.join("\n"));
}

#[rustfmt::skip]
const LINKED: [(&str, &str); 16] = [
    // ann carl sam nobody alice dora gus
    ("customer-token ann",  "P B B B F F B"),
    ("customer-token dora", "B B B B F P B"),
    // Who takes no part any more, or never did, gives nobody a right by his token.
    ("customer-token sam",  "R R R R F F R"),
    ("staff-token alice",   "R R R R S F R"),
    ("staff-token gus",     "R R R R F F R"),
    // To sam it was forwarded: whoever has his address writes to the staff alone.
    ("consulted-token sam", "q q Q q q q q"),
    // A token of an older epoch is void, but still tells where the message wanted to go.
    ("void-token ann",      "R R R R R R R"),
    ("own-id",              "P C Q R M P R"),
    ("known-id",            "P C Q R M P R"),
    // A number can be guessed: from strangers it says nothing, not even a link.
    ("tag",                 "P N N N M P N"),
    ("subject alone",       "P N N N N P N"),
    ("subject agreeing",    "P N N N N P N"),
    ("subject differing",   "N N N N N N N"),
    ("elsewhere",           "N N N N N N N"),
    ("elsewhere agreeing",  "P N N N N P N"),
    ("nothing",             "N N N N N N N"),
];

#[test]
fn every_sender_goes_every_way_by_his_own_right() {
    for proof in [SenderProof::None, SenderProof::E2w, SenderProof::E2] {
        check(&LINKED, proof, Strangers::Link);
    }
}

#[test]
fn what_the_senders_domain_disowns_needs_the_token() {
    let disowned = LINKED.map(|(way, expected)| match way {
        "own-id" | "known-id" => (way, "R R R R M R R"),
        "tag" => (way, "N N N N M N N"),
        "subject alone" | "subject agreeing" | "elsewhere agreeing" => (way, "N N N N N N N"),
        _ => (way, expected),
    });
    check(&disowned, SenderProof::Fail, Strangers::Link);
}

#[test]
fn archives_of_lists_let_everybody_in_by_a_known_id_or_what_they_quote() {
    let open = LINKED.map(|(way, expected)| match way {
        "own-id" | "known-id" => (way, "P C Q A M P A"),
        "subject agreeing" | "elsewhere agreeing" => (way, "P A A A N P A"),
        _ => (way, expected),
    });
    check(&open, SenderProof::None, Strangers::Append);
}

#[test]
fn the_surest_way_is_named() {
    let by = |way| standing(way, "ann", SenderProof::None, Strangers::Link).1;
    assert_eq!(by("customer-token ann"), Some((MatchedBy::Token, Proof::E1)));
    assert_eq!(by("own-id"), Some((MatchedBy::OwnId, Proof::E1m)));
    assert_eq!(by("known-id"), Some((MatchedBy::KnownId, Proof::E0)));
    assert_eq!(by("tag"), Some((MatchedBy::SubjectTag, Proof::E0)));
    assert_eq!(by("subject alone"), Some((MatchedBy::Subject, Proof::E0)));
}
