//! One line of the journal: a record's facts, their hash, and the private part beside them.
//!
//! ```text
//! {"hash":"<of the bytes of record>","record":{"v":2,…,"changes":[…{"~":0}…],"private":"<hash of the values' seals>",
//!  "prev":"<hash of the record before>"},"private":{"salt":"…","values":["ann@example.org",…]}}
//! ```
//!
//! Values that belong to a person ([`crate::base::Private`]) stand in the facts as their place in `values`. Each is sealed by
//! a hash under a salt of its own, which follows from the record's; the facts name all seals by one hash. So some values can
//! be erased and the others stay proved: what is left is `"private":{"left":[{"salt":"…","value":…},{"seal":"…"},…]}`, and
//! nothing at all where all are gone. Without the salt nobody can test a guess at what was erased. JSON escapes line breaks,
//! so a record is one line. In version 1 one seal was of all values together, so such a record is erased as a whole.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::base::{Digest, PRIVATE_MARK, Seq, Timestamp};
use crate::domain::{Actor, Cause, Change, Forgetting};

use super::error::StoreError;

/// The version of records that is written, and the newest that can be read.
pub(super) const VERSION: u32 = 2;
/// The version with one seal for all values of a record.
const SEALED_WHOLE: u32 = 1;

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
    /// The private values, each as JSON.
    values: Vec<String>,
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
        let mut values = Vec::new();
        let whole = serde_json::to_string(changes).map_err(encode)?;
        let changes = replace_private(&whole, |value, out| {
            out.push_str(&values.len().to_string());
            values.push(value.to_owned());
            Some(())
        });
        let changes = changes.ok_or(StoreError::Draft("its private values cannot be told from its facts"))?;
        let actor = serde_json::to_string(&actor).map_err(encode)?;
        let cause = serde_json::to_string(cause).map_err(encode)?;
        Ok(Self { at, actor, cause, settings, changes, values })
    }

    /// About how many bytes the line will have.
    pub(super) fn size(&self) -> usize {
        let values = self.values.iter().map(|value| value.len().saturating_add(1)).sum();
        self.changes.len().saturating_add(values).saturating_add(self.cause.len()).saturating_add(640)
    }

    /// The line that continues the chain, and the link it makes.
    pub(super) fn line(&self, previous: Link, secret: &[u8; 32]) -> (Link, String) {
        let seq = previous.seq.next();
        let mut private = String::new();
        let mut sealed = String::new();
        if !self.values.is_empty() {
            let salt = salt(secret, seq);
            let seals = self.values.iter().zip(0..).map(|(value, place)| seal(salt_at(salt, place), value));
            sealed = format!(r#","private":"{}""#, seal_of_all(seals));
            private = format!(r#","private":{{"salt":"{salt}","values":[{}]}}"#, self.values.join(","));
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
        (Link { seq, hash }, format!("{{\"hash\":\"{hash}\",\"record\":{record}{private}}}\n"))
    }
}

/// No randomness in this layer: the salt follows from the store's secret, which no journal holds.
fn salt(secret: &[u8; 32], seq: Seq) -> Digest {
    let mut input = b"salt".to_vec();
    input.extend_from_slice(&seq.get().to_be_bytes());
    Digest::keyed(secret, &input)
}

/// The salt of one value: it tells nothing of the record's, nor of another value's.
fn salt_at(salt: Digest, place: u32) -> Digest {
    Digest::keyed(salt.as_bytes(), &place.to_be_bytes())
}

fn seal(salt: Digest, value: &str) -> Digest {
    Digest::keyed(salt.as_bytes(), value.as_bytes())
}

fn seal_of_all(seals: impl Iterator<Item = Digest>) -> Digest {
    let bytes: Vec<u8> = seals.flat_map(|seal| *seal.as_bytes()).collect();
    Digest::of(&bytes)
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
    /// The facts as they stand there.
    text: &'a str,
    facts: FactsForm<'a>,
    values: Values<'a>,
}

/// What is left of a record's private values.
#[derive(Debug)]
enum Values<'a> {
    /// Nothing, or there never was any.
    None,
    /// All of them, under one seal.
    Whole(Vec<&'a RawValue>),
    /// Each by itself.
    Each(Vec<Value<'a>>),
}

#[derive(Debug)]
enum Value<'a> {
    Left { salt: Digest, json: &'a str },
    Erased { seal: Digest },
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
    #[serde(default)]
    salt: Option<Digest>,
    #[serde(borrow, default)]
    values: Option<&'a RawValue>,
    #[serde(borrow, default)]
    left: Option<Vec<ValueForm<'a>>>,
}

/// One value of a record that has lost others.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ValueForm<'a> {
    #[serde(default)]
    salt: Option<Digest>,
    #[serde(borrow, default)]
    value: Option<&'a RawValue>,
    #[serde(default)]
    seal: Option<Digest>,
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
        Ok(facts) if (SEALED_WHOLE..=VERSION).contains(&facts.v) => facts,
        other => {
            let version = serde_json::from_str::<VersionForm>(text).map_or(0, |form| form.v);
            return Err(match other {
                _ if version > VERSION => Unreadable::Newer(version),
                Err(error) => Unreadable::Broken(format!("its facts cannot be read ({error})")),
                Ok(_) => Unreadable::Broken(format!("version {version} was never written")),
            });
        }
    };
    let values = values(form.private, &facts)?;
    Ok(Checked { link: Link { seq: facts.seq, hash: form.hash }, previous: facts.prev, text, values, facts })
}

/// The private values, if they are what the facts say; fewer where some were erased.
fn values<'a>(private: Option<PrivateForm<'a>>, facts: &FactsForm<'_>) -> Result<Values<'a>, Unreadable> {
    let altered = || Unreadable::Broken("its private part is not what it was".to_owned());
    // Erased, or nothing private in it.
    let Some(private) = private else { return Ok(Values::None) };
    let expected = facts.private.ok_or_else(altered)?;
    let list = |values: &'a RawValue| {
        serde_json::from_str::<Vec<&'a RawValue>>(values.get()).map_err(broken("its private values cannot be read"))
    };
    match private {
        PrivateForm { salt: Some(salt), values: Some(values), left: None } if facts.v == SEALED_WHOLE => {
            if seal(salt, values.get()) == expected { Ok(Values::Whole(list(values)?)) } else { Err(altered()) }
        }
        PrivateForm { salt: Some(salt), values: Some(values), left: None } => {
            let value = |(json, place): (&'a RawValue, u32)| Value::Left { salt: salt_at(salt, place), json: json.get() };
            let values: Vec<Value<'_>> = list(values)?.into_iter().zip(0..).map(value).collect();
            if seal_of_all(values.iter().map(Value::seal)) == expected { Ok(Values::Each(values)) } else { Err(altered()) }
        }
        PrivateForm { salt: None, values: None, left: Some(left) } if facts.v > SEALED_WHOLE => {
            let values: Option<Vec<Value<'_>>> = left.into_iter().map(Value::of).collect();
            let values = values.ok_or_else(altered)?;
            if seal_of_all(values.iter().map(Value::seal)) == expected { Ok(Values::Each(values)) } else { Err(altered()) }
        }
        _ => Err(altered()),
    }
}

impl<'a> Value<'a> {
    fn of(form: ValueForm<'a>) -> Option<Self> {
        match form {
            ValueForm { salt: Some(salt), value, seal: None } => {
                Some(Self::Left { salt, json: value.map_or("null", RawValue::get) })
            }
            ValueForm { salt: None, value: None, seal: Some(seal) } => Some(Self::Erased { seal }),
            _ => None,
        }
    }

    fn seal(&self) -> Digest {
        match self {
            Self::Left { salt, json } => seal(*salt, json),
            Self::Erased { seal } => *seal,
        }
    }

    fn is_there(&self) -> bool {
        matches!(self, Self::Left { json, .. } if *json != "null")
    }

    /// As it stands in a line whose values are not all there.
    fn left(&self, stays: bool) -> String {
        match self {
            Self::Left { salt, json } if stays => format!(r#"{{"salt":"{salt}","value":{json}}}"#),
            _ => format!(r#"{{"seal":"{}"}}"#, self.seal()),
        }
    }

    fn json(&self) -> &'a str {
        match self {
            Self::Left { json, .. } => json,
            Self::Erased { .. } => "null",
        }
    }
}

impl Values<'_> {
    /// The value at a place as JSON; null where it was erased, `None` where there never was one.
    fn at(&self, place: usize) -> Option<&str> {
        match self {
            Self::None => Some("null"),
            Self::Whole(values) => values.get(place).map(|value| value.get()),
            Self::Each(values) => values.get(place).map(Value::json),
        }
    }
}

impl Checked<'_> {
    /// The record with its private values put back.
    pub(super) fn record(&self) -> Result<JournalRecord, Unreadable> {
        let changes = self.with_values(self.facts.changes.get())?;
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

    fn with_values(&self, json: &str) -> Result<String, Unreadable> {
        let written = replace_private(json, |place, out| {
            out.push_str(self.values.at(place.parse().ok()?)?);
            Some(())
        });
        written.ok_or_else(|| Unreadable::Broken("a private value is missing".to_owned()))
    }

    /// The places of each change's private values, in the order of the changes.
    fn places(&self) -> Result<Vec<BTreeSet<usize>>, Unreadable> {
        let changes: Vec<&RawValue> =
            serde_json::from_str(self.facts.changes.get()).map_err(broken("its changes cannot be read"))?;
        let places_of = |change: &RawValue| {
            let mut places = BTreeSet::new();
            replace_private(change.get(), |place, _| places.insert(place.parse().ok()?).then_some(()))?;
            Some(places)
        };
        let places: Option<Vec<BTreeSet<usize>>> = changes.into_iter().map(places_of).collect();
        places.ok_or_else(|| Unreadable::Broken("a private value is missing".to_owned()))
    }

    /// The line, with its line break, without what is to be forgotten; `None` where nothing of it is there.
    pub(super) fn without(&self, forgetting: &Forgetting) -> Result<Option<String>, Unreadable> {
        let record = self.record()?;
        let mut gone = BTreeSet::new();
        for (change, places) in record.changes.iter().zip(self.places()?) {
            let is_taken = forgetting.takes(record.actor, change);
            gone.extend(places.into_iter().filter(|place| {
                let value = self.values.at(*place).unwrap_or("null");
                value != "null" && (is_taken || forgetting.takes_value(change, value))
            }));
        }
        if gone.is_empty() {
            return Ok(None);
        }
        let private = match &self.values {
            Values::Each(values)
                if values.iter().enumerate().any(|(place, value)| value.is_there() && !gone.contains(&place)) =>
            {
                let left = values.iter().enumerate().map(|(place, value)| value.left(!gone.contains(&place)));
                format!(r#","private":{{"left":[{}]}}"#, left.collect::<Vec<_>>().join(","))
            }
            _ => String::new(),
        };
        Ok(Some(format!("{{\"hash\":\"{}\",\"record\":{}{private}}}\n", self.link.hash, self.text)))
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
