//! One line of the journal: a record's facts, their hash, and the private part beside them.
//!
//! ```text
//! {"hash":"<of the bytes of record>","record":{"v":1,…,"changes":[…{"~":0}…],"private":"<hash of values under salt>",
//!  "prev":"<hash of the record before>"},"private":{"salt":"…","values":["ann@example.org",…]}}
//! ```
//!
//! Values that belong to a person ([`crate::base::Private`]) stand in the facts as their place in `values`. Erasing somebody
//! rewrites a segment without `private`: the facts and the chain stay as they are, the values read as erased, and without
//! the salt nobody can test a guess. JSON escapes line breaks, so a record is one line.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::base::{Digest, PRIVATE_MARK, Seq, Timestamp};
use crate::domain::{Actor, Cause, Change};

use super::error::StoreError;

/// The version of records that is written, and the newest that can be read.
pub(super) const VERSION: u32 = 1;

/// One record of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalRecord {
    /// Its number, counted from 1.
    pub seq: Seq,
    /// When it happened.
    pub at: Timestamp,
    /// Who made it happen.
    pub actor: Actor,
    /// What made it happen.
    pub cause: Cause,
    /// Fingerprint of the settings under which it was decided.
    pub settings: Digest,
    /// The facts, in order.
    pub changes: Vec<Change>,
    /// Its hash, which the next record carries.
    pub hash: Digest,
}

/// A place in the chain: the last record so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) seq: Seq,
    pub(super) hash: Digest,
}

/// The parts of a record that do not depend on its place in the chain.
#[derive(Debug)]
pub(super) struct Facts {
    at: Timestamp,
    actor: String,
    cause: String,
    settings: Digest,
    changes: String,
    /// The private values as a JSON array.
    values: Option<String>,
}

impl Facts {
    pub(super) fn new(
        changes: &[Change],
        actor: Actor,
        cause: &Cause,
        at: Timestamp,
        settings: Digest,
    ) -> Result<Self, StoreError> {
        let encode = |source| StoreError::Encode { what: "a record", source };
        let mut values = String::new();
        let mut count = 0_usize;
        let whole = serde_json::to_string(changes).map_err(encode)?;
        let changes = replace_private(&whole, |value, out| {
            values.push(if count == 0 { '[' } else { ',' });
            values.push_str(value);
            out.push_str(&count.to_string());
            count = count.saturating_add(1);
            Some(())
        });
        let changes = changes.ok_or(StoreError::Draft("its private values cannot be told from its facts"))?;
        let values = (count > 0).then(|| values + "]");
        let actor = serde_json::to_string(&actor).map_err(encode)?;
        let cause = serde_json::to_string(cause).map_err(encode)?;
        Ok(Self { at, actor, cause, settings, changes, values })
    }

    /// About how many bytes the line will have.
    pub(super) fn size(&self) -> usize {
        let values = self.values.as_ref().map_or(0, String::len);
        self.changes.len().saturating_add(values).saturating_add(self.cause.len()).saturating_add(640)
    }

    /// The line that continues the chain, and the link it makes.
    pub(super) fn line(&self, previous: Link, secret: &[u8; 32]) -> (Link, String) {
        let seq = previous.seq.next();
        let mut private = None;
        let mut sealed = String::new();
        if let Some(values) = &self.values {
            let salt = salt(secret, seq);
            let seal = seal(salt, values);
            sealed = format!(r#","private":"{seal}""#);
            private = Some(format!(r#","private":{{"salt":"{salt}","values":{values}}}"#));
        }
        let record = format!(
            r#"{{"v":{VERSION},"seq":{seq},"at":{at},"actor":{actor},"cause":{cause},"settings":"{settings}","changes":{changes}{sealed},"prev":"{prev}"}}"#,
            at = self.at.as_millis(),
            actor = self.actor,
            cause = self.cause,
            settings = self.settings,
            changes = self.changes,
            prev = previous.hash,
        );
        let hash = Digest::of(record.as_bytes());
        let private = private.unwrap_or_default();
        (Link { seq, hash }, format!("{{\"hash\":\"{hash}\",\"record\":{record}{private}}}\n"))
    }
}

/// No randomness in this layer: the salt follows from the store's secret, which no journal holds.
fn salt(secret: &[u8; 32], seq: Seq) -> Digest {
    let mut input = b"salt".to_vec();
    input.extend_from_slice(&seq.get().to_be_bytes());
    Digest::keyed(secret, &input)
}

fn seal(salt: Digest, values: &str) -> Digest {
    Digest::keyed(salt.as_bytes(), values.as_bytes())
}

/// Why a line is no record.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// What is wrong with it.
    Broken(String),
    /// A whole record of this newer version.
    Newer(u32),
}

/// A line whose hashes are right.
#[derive(Debug)]
pub(super) struct Checked<'a> {
    pub(super) link: Link,
    pub(super) previous: Digest,
    facts: FactsForm<'a>,
    values: Option<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineForm<'a> {
    hash: Digest,
    #[serde(borrow)]
    record: &'a RawValue,
    #[serde(borrow, default)]
    private: Option<PrivateForm<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PrivateForm<'a> {
    salt: Digest,
    #[serde(borrow)]
    values: &'a RawValue,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FactsForm<'a> {
    v: u32,
    seq: Seq,
    at: Timestamp,
    #[serde(borrow)]
    actor: &'a RawValue,
    #[serde(borrow)]
    cause: &'a RawValue,
    settings: Digest,
    #[serde(borrow)]
    changes: &'a RawValue,
    #[serde(default)]
    private: Option<Digest>,
    prev: Digest,
}

#[derive(Deserialize)]
struct VersionForm {
    v: u32,
}

fn broken(what: &str) -> impl FnOnce(serde_json::Error) -> Unreadable {
    move |error| Unreadable::Broken(format!("{what} ({error})"))
}

/// Reads a line without its line break and checks every hash in it; it says nothing about the chain.
pub(super) fn check(line: &[u8]) -> Result<Checked<'_>, Unreadable> {
    let form: LineForm<'_> = serde_json::from_slice(line).map_err(broken("it is not a record"))?;
    let text = form.record.get();
    if Digest::of(text.as_bytes()) != form.hash {
        return Err(Unreadable::Broken("its hash is wrong".to_owned()));
    }
    let facts: FactsForm<'_> = match serde_json::from_str::<FactsForm<'_>>(text) {
        Ok(facts) if facts.v == VERSION => facts,
        other => {
            let version = serde_json::from_str::<VersionForm>(text).map_or(0, |form| form.v);
            return Err(match other {
                _ if version > VERSION => Unreadable::Newer(version),
                Err(error) => Unreadable::Broken(format!("its facts cannot be read ({error})")),
                Ok(_) => Unreadable::Broken(format!("version {version} was never written")),
            });
        }
    };
    match (&form.private, facts.private) {
        (Some(private), Some(expected)) if seal(private.salt, private.values.get()) == expected => {}
        // Erased, or nothing private in it.
        (None, _) => {}
        (Some(_), _) => return Err(Unreadable::Broken("its private part is not what it was".to_owned())),
    }
    let link = Link { seq: facts.seq, hash: form.hash };
    Ok(Checked { link, previous: facts.prev, values: form.private.map(|private| private.values), facts })
}

impl Checked<'_> {
    /// The record with its private values put back.
    pub(super) fn record(&self) -> Result<JournalRecord, Unreadable> {
        let values: Option<Vec<&RawValue>> = self
            .values
            .map(|values| serde_json::from_str(values.get()))
            .transpose()
            .map_err(broken("its private values cannot be read"))?;
        let changes = replace_private(self.facts.changes.get(), |place, out| {
            match &values {
                Some(values) => out.push_str(values.get(place.parse::<usize>().ok()?)?.get()),
                None => out.push_str("null"),
            }
            Some(())
        });
        let changes = changes.ok_or_else(|| Unreadable::Broken("a private value is missing".to_owned()))?;
        Ok(JournalRecord {
            seq: self.facts.seq,
            at: self.facts.at,
            actor: serde_json::from_str(self.facts.actor.get()).map_err(broken("its actor cannot be read"))?,
            cause: serde_json::from_str(self.facts.cause.get()).map_err(broken("its cause cannot be read"))?,
            settings: self.facts.settings,
            changes: serde_json::from_str(&changes).map_err(broken("its changes cannot be read"))?,
            hash: self.link.hash,
        })
    }
}

/// Writes JSON anew with something else inside each private mark; `None` where a mark is not one value.
///
/// The mark can be searched for as text: inside a JSON string its quotation mark would be escaped.
fn replace_private(json: &str, mut replace: impl FnMut(&str, &mut String) -> Option<()>) -> Option<String> {
    let mark = format!("{{\"{PRIVATE_MARK}\":");
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    while let Some((before, after)) = rest.split_once(&mark) {
        out.push_str(before);
        out.push_str(&mark);
        let mut values = serde_json::Deserializer::from_str(after).into_iter::<&RawValue>();
        let value = values.next()?.ok()?;
        replace(value.get(), &mut out)?;
        rest = after.get(values.byte_offset()..)?.strip_prefix('}')?;
        out.push('}');
    }
    out.push_str(rest);
    Some(out)
}

#[cfg(test)]
mod tests;
