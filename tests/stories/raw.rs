//! Messages as their bytes, for what no mail program writes; and what somebody who attacks has found in other people's mail.
//!
//! ```text
//! TA is the reply address of alice's mail about #1       a name for it, from now on
//! OWN is the Message-ID of alice's mail about #1
//! raw to help:                                           all of a message, as it lies in the mailbox
//!     From: alice@example.org
//!     ...
//! raw to help [signed example.org; covers from,to,date]: with a signature that was verified here
//! ```
//!
//! In a raw message `{TA}` is what was named so, `{DATE}` the present, `{DATE-40d}` a while ago; `{NUL}`, `{CR}`, `{TAB}` and `{SP}` are bytes.
//! Everything else in braces stays as it is. Further options: `partial` (the signature covers a part of the text, `l=`), `broken`
//! (it does not hold), `unreachable` (its key cannot be fetched), `times 20` (as many such messages, a second apart or `at once`, `{N}` is
//! their number), `counted` (what comes of them is told as counts, numbers aside), `answering x@y` (each message but the first waits for a
//! letter to that address, whose Message-ID is `{LAST}`), `again` (the same bytes once more at another place).
//!
//! `the clock jumps 30 days` is a wrong clock: nothing that was due meanwhile was looked at.

use jiff::ToSpan;
use maildesk::base::{MailboxName, Span};
use maildesk::mail::{Signature, SignatureResult};

use super::{Which, World, which};

/// What a receiving server makes of verification results under its own name that it has not written.
#[derive(Clone, Copy)]
pub(super) enum ForgedResults {
    /// RFC 8601 §5.
    Deleted,
    /// It leaves them where they are, below its Received line.
    LeftBelow,
    /// It leaves them, and writes its Received line below them.
    LeftAbove,
}

impl ForgedResults {
    pub(super) fn named(words: &str) -> Result<Self, String> {
        match words {
            "deletes forged results" => Ok(Self::Deleted),
            "leaves forged results" => Ok(Self::LeftBelow),
            "leaves forged results at the top" => Ok(Self::LeftAbove),
            _ => Err("it deletes forged results, or leaves them (at the top)".to_owned()),
        }
    }

    /// A letter to ourselves as it lies in the mailbox.
    pub(super) fn received(self, letter: &[u8]) -> Vec<u8> {
        let letter = String::from_utf8_lossy(letter).into_owned();
        let own = "Authentication-Results: mx.example.org; dkim=none; dmarc=none header.from=trust-probe.invalid\r\n\
                   Received: from out.example.org by mx.example.org; Mon, 02 Mar 2026 09:00:00 +0100\r\n";
        let is_folded = |line: &str| line.starts_with([' ', '\t']);
        let mut forged = String::new();
        let mut rest = String::new();
        let mut in_forged = false;
        for line in letter.split_inclusive("\r\n") {
            in_forged = line.starts_with("Authentication-Results:") || in_forged && is_folded(line);
            (if in_forged { &mut forged } else { &mut rest }).push_str(line);
        }
        match self {
            Self::Deleted => [own, &rest].concat().into_bytes(),
            Self::LeftBelow => [own, &letter].concat().into_bytes(),
            Self::LeftAbove => [&forged, own, &rest].concat().into_bytes(),
        }
    }
}

/// How a raw message arrives.
struct Manner {
    signature: Option<Signature>,
    times: u32,
    is_again: bool,
    is_counted: bool,
    is_at_once: bool,
    answering: Option<String>,
}

impl World {
    /// Gives a name to something that stands in somebody's mail.
    pub(super) fn name(&mut self, name: &str, rest: &str) -> Result<bool, String> {
        let (is_address, rest) = if let Some(rest) = rest.strip_prefix("is the reply address of ") {
            (true, rest)
        } else if let Some(rest) = rest.strip_prefix("is the Message-ID of ") {
            (false, rest)
        } else {
            return Ok(false);
        };
        let holder = rest.split(' ').next().and_then(|word| word.strip_suffix("'s")).ok_or("whose mail?")?;
        let person = self.people.find(holder)?;
        let received = self.people.last(&person, &which(rest)?)?;
        let found = if is_address {
            received.mail.reply_to.first().or(received.mail.from.as_ref()).map(|one| one.address.clone())
        } else {
            received.mail.message_id.as_ref().map(|id| id.as_str().to_owned())
        };
        self.names.insert(name.to_owned(), found.ok_or("that mail has none")?);
        Ok(true)
    }

    /// A message arrives as it is.
    pub(super) fn raw(&mut self, rest: &str, body: &str) -> Result<(), String> {
        let (mailbox, options) = rest.trim_end_matches(':').split_once(' ').unwrap_or((rest.trim_end_matches(':'), ""));
        let mailbox = MailboxName::new(mailbox).map_err(|error| error.to_string())?;
        let manner = manner(options)?;
        let told = std::mem::take(&mut self.lines);
        let answering = manner.answering.as_deref().map(|address| self.people.find(address)).transpose()?;
        let mut letters = 0;
        for number in 1..=manner.times {
            if number > 1 && !manner.is_at_once {
                self.now = self.now.plus(Span::from_seconds(1));
            }
            if let Some(robot) = &answering {
                let got = self.people.count(robot);
                if number > 1 && got == letters {
                    self.lines.push(format!("silence after {} messages", number - 1));
                    break;
                }
                letters = got;
                let last = self.people.last(robot, &Which::default()).ok().and_then(|received| received.mail.message_id);
                self.names.insert("LAST".to_owned(), last.map_or_else(|| "none".to_owned(), |id| id.as_str().to_owned()));
            }
            let bytes = match self.sent.get("raw").filter(|_| manner.is_again) {
                Some((bytes, _)) => bytes.clone(),
                None => self.filled(body, number)?.replace('\n', "\r\n").into_bytes(),
            };
            self.sent.insert("raw".to_owned(), (bytes.clone(), vec![mailbox.clone()]));
            let verifies =
                self.desk.settings().policy.mailboxes.get(&mailbox).is_some_and(|mailbox| mailbox.auth.mode.verifies());
            let signatures = verifies.then(|| manner.signature.iter().cloned().collect());
            self.arrive_signed(mailbox.clone(), bytes, signatures)?;
            self.settle()?;
        }
        let came = std::mem::replace(&mut self.lines, told);
        self.lines.extend(if manner.is_counted { counted(&came) } else { came });
        Ok(())
    }

    /// The clock is wrong all at once.
    pub(super) fn jump(&mut self, days: &str) -> Result<(), String> {
        let days = days.trim_end_matches(" days").parse().map_err(|_| format!("{days}: so many days?"))?;
        self.now = self.now.plus(Span::from_days(days));
        self.tick()
    }

    /// A text with what is named in it.
    fn filled(&self, text: &str, number: u32) -> Result<String, String> {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let named = after.split_once('}').and_then(|(name, after)| Some((self.named(name, number)?, after)));
            rest = match named {
                Some((value, after)) => {
                    filled.push_str(&value);
                    after
                }
                None => {
                    filled.push('{');
                    after
                }
            };
        }
        filled.push_str(rest);
        Ok(filled)
    }

    fn named(&self, name: &str, number: u32) -> Option<String> {
        let date = |days: i64| {
            let at = self.zoned(self.now).checked_sub(days.days()).ok()?;
            Some(at.strftime("%a, %d %b %Y %H:%M:%S %z").to_string())
        };
        match name {
            "NUL" => Some("\0".to_owned()),
            "CR" => Some("\r".to_owned()),
            "TAB" => Some("\t".to_owned()),
            "SP" => Some(" ".to_owned()),
            "N" => Some(number.to_string()),
            "DATE" => date(0),
            _ => match name.strip_prefix("DATE-").and_then(|ago| ago.strip_suffix('d')) {
                Some(days) => date(days.parse().ok()?),
                None => self.names.get(name).cloned(),
            },
        }
    }
}

fn manner(options: &str) -> Result<Manner, String> {
    let mut manner = Manner { signature: None, times: 1, is_again: false, is_counted: false, is_at_once: false, answering: None };
    let options = options.trim().trim_start_matches('[').trim_end_matches(']');
    for option in options.split(';').map(str::trim).filter(|option| !option.is_empty()) {
        let (word, value) = option.split_once(' ').unwrap_or((option, ""));
        match (word, manner.signature.as_mut()) {
            ("signed", _) => {
                let covers = ["from", "to", "date", "subject"].map(str::to_owned).into();
                manner.signature =
                    Some(Signature { domain: value.to_owned(), result: SignatureResult::Pass, covers, has_length: false });
            }
            ("covers", Some(signature)) => signature.covers = value.split(',').map(|name| name.trim().to_owned()).collect(),
            ("partial", Some(signature)) => signature.has_length = true,
            ("broken", Some(signature)) => signature.result = SignatureResult::Fail("the text was changed".to_owned()),
            ("unreachable", Some(signature)) => signature.result = SignatureResult::KeysUnreachable,
            ("times", _) => manner.times = value.parse().map_err(|_| format!("{value} is no number"))?,
            ("again", _) => manner.is_again = true,
            ("counted", _) => manner.is_counted = true,
            ("at", _) if value == "once" => manner.is_at_once = true,
            ("answering", _) => manner.answering = Some(value.to_owned()),
            _ => return Err(format!("there is no option {option}")),
        }
    }
    Ok(manner)
}

/// How often each line stands there, numbers aside, in the order of their first.
fn counted(lines: &[String]) -> Vec<String> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    // The clock's lines say when, and nothing of what.
    for line in lines.iter().filter(|line| !is_clock(line)) {
        let mut plain = String::new();
        for c in line.chars() {
            match (c.is_ascii_digit(), plain.ends_with('N')) {
                (true, true) => {}
                (true, false) => plain.push('N'),
                (false, _) => plain.push(c),
            }
        }
        match counts.iter_mut().find(|(known, _)| *known == plain) {
            Some((_, count)) => *count += 1,
            None => counts.push((plain, 1)),
        }
    }
    counts.into_iter().map(|(line, count)| format!("{count} times {line}")).collect()
}

/// `mon 2 mar 09:00:01`
fn is_clock(line: &str) -> bool {
    let days = ["mon ", "tue ", "wed ", "thu ", "fri ", "sat ", "sun "];
    days.iter().any(|day| line.starts_with(day)) && line.len() < 24
}
