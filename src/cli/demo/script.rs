//! The script: who writes what, which letter it answers, and what must come of it.
//!
//! The messages lie in `config/demo/`. In those that answer a letter, `{{reply-to}}` and `{{message-id}}` stand for that letter's
//! Reply-To address and Message-ID, in all of them `{{date}}` for the present. The rest of a message is as a mail program sends
//! it, in its own charset.

/// One message and what must come of it.
#[derive(Debug)]
pub(super) struct Step {
    /// The message's file name in the incoming Maildir.
    pub(super) name: &'static str,
    /// What happens here, in a sentence.
    pub(super) tells: &'static str,
    /// The message, with places to fill in.
    pub(super) message: &'static [u8],
    /// The letter that it answers.
    pub(super) answers: Option<Sent>,
    /// Its disposition.
    pub(super) disposition: &'static str,
    /// The ticket that it belongs to.
    pub(super) ticket: u32,
    /// That ticket's status afterwards.
    pub(super) status: &'static str,
    /// The letters that are sent because of it, in any order.
    pub(super) letters: &'static [Sent],
    /// The kind of letter that is shown.
    pub(super) shows: Option<&'static str>,
}

/// A letter of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sent {
    /// What kind of letter.
    pub(super) kind: &'static str,
    /// To whom.
    pub(super) to: &'static str,
    /// About which ticket.
    pub(super) ticket: u32,
}

const fn sent(kind: &'static str, to: &'static str, ticket: u32) -> Sent {
    Sent { kind, to, ticket }
}

macro_rules! message {
    ($name:literal) => {
        include_bytes!(concat!("../../../config/demo/", $name, ".eml"))
    };
}

/// The whole script.
pub(super) const STEPS: [Step; 17] = [
    Step {
        name: "01-english",
        tells: "A customer writes. The rule \"urgent words\" finds \"down\" in the subject, and the ticket is Alice's turn.",
        message: message!("01-english"),
        answers: None,
        disposition: "opened",
        ticket: 1,
        status: "new",
        letters: &[sent("received", "ann@example.net", 1), sent("assigned", "alice@example.org", 1)],
        shows: Some("assigned"),
    },
    Step {
        name: "02-german",
        tells: "A customer writes in German (iso-8859-1, quoted-printable); he is acknowledged in German. It is Bob's turn.",
        message: message!("02-german"),
        answers: None,
        disposition: "opened",
        ticket: 2,
        status: "new",
        letters: &[sent("received", "juergen@example.com", 2), sent("assigned", "bob@example.org", 2)],
        shows: Some("received"),
    },
    Step {
        name: "03-japanese",
        tells: "Japanese (iso-2022-jp).",
        message: message!("03-japanese"),
        answers: None,
        disposition: "opened",
        ticket: 3,
        status: "new",
        letters: &[sent("received", "hanako@example.net", 3), sent("assigned", "alice@example.org", 3)],
        shows: None,
    },
    Step {
        name: "04-russian",
        tells: "Russian (koi8-r, eight bits).",
        message: message!("04-russian"),
        answers: None,
        disposition: "opened",
        ticket: 4,
        status: "new",
        letters: &[sent("received", "maria@example.com", 4), sent("assigned", "bob@example.org", 4)],
        shows: None,
    },
    Step {
        name: "05-html-only",
        tells: "A message that is HTML only is read as text.",
        message: message!("05-html-only"),
        answers: None,
        disposition: "opened",
        ticket: 5,
        status: "new",
        letters: &[sent("received", "carlos@example.net", 5), sent("assigned", "alice@example.org", 5)],
        shows: None,
    },
    Step {
        name: "06-attachment",
        tells: "An invoice is attached. The rule \"invoices\" sends it to the billing team, and there to who has the least to do.",
        message: message!("06-attachment"),
        answers: None,
        disposition: "opened",
        ticket: 6,
        status: "new",
        letters: &[sent("received", "priya@example.net", 6), sent("assigned", "carol@example.org", 6)],
        shows: None,
    },
    Step {
        name: "07-answer",
        tells: "Alice answers by replying to her notification. The customer sees the desk's address, not hers.",
        message: message!("07-answer"),
        answers: Some(sent("assigned", "alice@example.org", 1)),
        disposition: "appended",
        ticket: 1,
        status: "pending",
        letters: &[sent("reply", "ann@example.net", 1)],
        shows: Some("reply"),
    },
    Step {
        name: "08-customers-reply",
        tells: "The customer replies; the quoted part is cut off, and the ticket is open again.",
        message: message!("08-customers-reply"),
        answers: Some(sent("reply", "ann@example.net", 1)),
        disposition: "appended",
        ticket: 1,
        status: "open",
        letters: &[sent("customer-reply", "alice@example.org", 1)],
        shows: None,
    },
    Step {
        name: "09-close",
        tells: "Alice closes the ticket with a command. A mail of commands alone sends nothing to the customer.",
        message: message!("09-close"),
        answers: Some(sent("customer-reply", "alice@example.org", 1)),
        disposition: "commanded",
        ticket: 1,
        status: "closed",
        letters: &[sent("receipt", "alice@example.org", 1)],
        shows: Some("receipt"),
    },
    Step {
        name: "10-note",
        tells: "Bob leaves an internal note, puts a tag on the ticket and wants to be reminded.",
        message: message!("10-note"),
        answers: Some(sent("assigned", "bob@example.org", 2)),
        disposition: "appended",
        ticket: 2,
        status: "new",
        letters: &[sent("receipt", "bob@example.org", 2)],
        shows: Some("receipt"),
    },
    Step {
        name: "11-answer-in-german",
        tells: "Bob answers.",
        message: message!("11-answer-in-german"),
        answers: Some(sent("receipt", "bob@example.org", 2)),
        disposition: "appended",
        ticket: 2,
        status: "pending",
        letters: &[sent("reply", "juergen@example.com", 2)],
        shows: None,
    },
    Step {
        name: "12-out-of-office",
        tells: "The customer's absence note comes back. It is kept; nobody is disturbed, and the ticket stays as it is.",
        message: message!("12-out-of-office"),
        answers: Some(sent("reply", "juergen@example.com", 2)),
        disposition: "appended",
        ticket: 2,
        status: "pending",
        letters: &[],
        shows: None,
    },
    Step {
        name: "13-mistyped",
        tells: "Bob mistypes a command. Nothing is carried out and nothing goes to the customer; Bob is told what he may have meant.",
        message: message!("13-mistyped"),
        answers: Some(sent("assigned", "bob@example.org", 4)),
        disposition: "held",
        ticket: 4,
        status: "new",
        letters: &[sent("refused", "bob@example.org", 4)],
        shows: Some("refused"),
    },
    Step {
        name: "14-answer-that-bounces",
        tells: "Alice answers somebody whose mailbox is gone.",
        message: message!("14-answer-that-bounces"),
        answers: Some(sent("assigned", "alice@example.org", 5)),
        disposition: "appended",
        ticket: 5,
        status: "pending",
        letters: &[sent("reply", "carlos@example.net", 5)],
        shows: None,
    },
    Step {
        name: "15-bounce",
        tells: "The delivery report names our Message-ID, so it is believed, and Alice hears of it.",
        message: message!("15-bounce"),
        answers: Some(sent("reply", "carlos@example.net", 5)),
        disposition: "bounced",
        ticket: 5,
        status: "pending",
        letters: &[sent("delivery-failure", "alice@example.org", 5)],
        shows: Some("delivery-failure"),
    },
    Step {
        name: "16-spoof",
        tells: "Somebody writes as Alice, with commands, but has no reply address of hers. Nothing is done and nobody gets mail.",
        message: message!("16-spoof"),
        answers: None,
        disposition: "opened",
        ticket: 7,
        status: "new",
        letters: &[],
        shows: None,
    },
    Step {
        name: "17-stranger",
        tells: "A stranger answers a mail of ticket #5. He gets a ticket of his own, and the agent of #5 is told.",
        message: message!("17-stranger"),
        answers: None,
        disposition: "opened",
        ticket: 8,
        status: "new",
        letters: &[
            sent("received", "sam@example.com", 8),
            sent("assigned", "bob@example.org", 8),
            sent("stranger", "alice@example.org", 5),
        ],
        shows: Some("stranger"),
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::{OwnMarks, read};

    /// A message answers a letter exactly if it has places for what stands in it, and every letter it answers is sent before.
    #[test]
    fn answers_have_something_to_answer() {
        let mut letters: Vec<Sent> = Vec::new();
        for step in &STEPS {
            let text = String::from_utf8_lossy(step.message);
            assert!(text.contains("{{date}}"), "{}", step.name);
            assert_eq!(text.contains("{{message-id}}"), step.answers.is_some(), "{}", step.name);
            assert!(step.answers.is_none_or(|answered| letters.contains(&answered)), "{}", step.name);
            letters.extend(step.letters);
        }
    }

    #[test]
    fn the_messages_are_what_the_script_says() {
        let mail = |name: &str| {
            let step = STEPS.iter().find(|step| step.name == name).expect("a step");
            read(step.message, &OwnMarks::default())
        };
        assert_eq!(mail("02-german").subject, "Zugang verlängern");
        assert!(mail("03-japanese").visible.contains("佐藤です"));
        assert!(mail("04-russian").visible.contains("ошибка 17"));
        assert!(mail("05-html-only").plain.is_none() && mail("05-html-only").visible.contains("telephone"));
        assert_eq!(mail("06-attachment").attachments.len(), 1);
        assert_eq!(mail("12-out-of-office").kind.as_str(), "out-of-office");
        assert_eq!(mail("15-bounce").kind.as_str(), "bounce-hard");
    }
}
