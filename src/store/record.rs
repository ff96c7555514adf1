//! The written form of the state's rows: a version byte and JSON.
//!
//! A field may be added to a row with a default; anything else needs a new version. A row of a newer version is never read
//! as if it were an old one.

use serde::{Deserialize, Serialize};

use crate::base::{Digest, Seq};
use crate::domain::{Row, RowId};

use super::error::StoreError;
use super::key;

/// The version of rows that is written, and the newest that can be read.
const VERSION: u8 = 1;

/// The version of the store as a whole: directories, keys, chain. A state of an older one is made again from the journal:
/// 1 had two index keys more, of requesters' tickets and of waiting letters by state.
pub(super) const FORMAT: u32 = 2;

macro_rules! forms {
    ($($name:ident),*) => {
        /// The written form of a row.
        pub(super) fn encode(row: &Row) -> Result<Vec<u8>, StoreError> {
            let mut bytes = Vec::with_capacity(256);
            bytes.push(VERSION);
            match row {
                $(Row::$name(row) => serde_json::to_writer(&mut bytes, row),)*
            }
            .map_err(|source| StoreError::Encode { what: "a row", source })?;
            Ok(bytes)
        }

        /// Reads the row of an id.
        pub(super) fn decode(id: &RowId, bytes: &[u8]) -> Result<Row, StoreError> {
            let body = body(&key::row(id), bytes)?;
            match id {
                $(RowId::$name(..) => serde_json::from_slice(body).map(|row| Row::$name(Box::new(row))),)*
            }
            .map_err(|error| StoreError::Row { key: key::shown(&key::row(id)), why: error.to_string() })
        }

        /// Is the row of the id's kind?
        pub(super) const fn fits(id: &RowId, row: &Row) -> bool {
            matches!((id, row), $((RowId::$name(..), Row::$name(_)))|*)
        }
    };
}

forms!(
    Ticket,
    Entry,
    Contact,
    Address,
    Staff,
    Invitation,
    Person,
    Letter,
    Round,
    Rounds,
    Quarantined,
    Sighting,
    Content,
    Message,
    Cursor,
    Counters,
    Load,
    Turn,
    PlusProbe,
    Confirmation,
    Forgeries,
    Executed,
    TrustProbe,
    Strike,
    Volume,
    Kept,
    Reports,
    ReviewPool,
    Reviews,
    Alerts,
    Erasures,
    Tally
);

fn body<'a>(key: &[u8], bytes: &'a [u8]) -> Result<&'a [u8], StoreError> {
    match bytes.split_first() {
        Some((&VERSION, body)) => Ok(body),
        Some((&newer, _)) if newer > VERSION => {
            Err(StoreError::Newer { what: format!("row {}", key::shown(key)), found: newer.into(), known: VERSION.into() })
        }
        _ => Err(StoreError::Row { key: key::shown(key), why: "it has no version".to_owned() }),
    }
}

/// How far the journal is contained in the state, and what the state must look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Applied {
    /// The format of the store.
    pub(super) format: u32,
    /// The last record contained.
    pub(super) seq: Seq,
    /// Its hash.
    pub(super) hash: Digest,
    /// How many rows there are besides this one.
    pub(super) rows: u64,
    /// The sum of their hashes modulo 2^128, by which a lost, stale or altered row is noticed: sled notices only some.
    #[serde(with = "sum_as_text")]
    pub(super) sum: u128,
    /// The pack up to which the texts are indexed.
    pub(super) pack: u32,
    /// The place in it.
    pub(super) offset: u64,
}

impl Applied {
    pub(super) fn encode(&self) -> Result<Vec<u8>, StoreError> {
        let mut bytes = vec![VERSION];
        serde_json::to_writer(&mut bytes, self).map_err(|source| StoreError::Encode { what: "a row", source })?;
        Ok(bytes)
    }

    pub(super) fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        let applied: Self = serde_json::from_slice(body(key::APPLIED, bytes)?)
            .map_err(|error| StoreError::Row { key: key::shown(key::APPLIED), why: error.to_string() })?;
        if applied.format > FORMAT {
            return Err(StoreError::Newer { what: "the state".to_owned(), found: applied.format, known: FORMAT });
        }
        Ok(applied)
    }

    /// Counts a row in.
    pub(super) fn add(&mut self, key: &[u8], value: &[u8]) {
        self.rows = self.rows.wrapping_add(1);
        self.sum = self.sum.wrapping_add(weight(key, value));
    }

    /// Counts a row out.
    pub(super) fn subtract(&mut self, key: &[u8], value: &[u8]) {
        self.rows = self.rows.wrapping_sub(1);
        self.sum = self.sum.wrapping_sub(weight(key, value));
    }
}

fn weight(key: &[u8], value: &[u8]) -> u128 {
    let hash = Digest::of_parts([key, value]);
    hash.as_bytes().first_chunk::<16>().map_or(0, |half| u128::from_le_bytes(*half))
}

mod sum_as_text {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(sum: &u128, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{sum:032x}"))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u128, D::Error> {
        let text = String::deserialize(deserializer)?;
        u128::from_str_radix(&text, 16).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{ContactId, Private};
    use crate::domain::{ContactDetail, Load};

    #[test]
    fn rows_have_a_version_and_newer_ones_are_refused() {
        let id = RowId::Load(ContactId::new(1));
        let row = Row::Load(Box::new(Load { open: 3 }));
        let mut bytes = encode(&row).expect("encodes");
        assert_eq!(bytes, b"\x01{\"open\":3}");
        assert_eq!(decode(&id, &bytes).expect("decodes"), row);
        bytes[0] = 9;
        assert!(matches!(decode(&id, &bytes), Err(StoreError::Newer { found: 9, known: 1, .. })));
        assert!(matches!(decode(&id, b""), Err(StoreError::Row { .. })));
    }

    #[test]
    fn a_contact_of_before_is_read_and_what_is_new_stands_there_by_its_name() {
        let id = RowId::Contact(ContactId::new(3));
        let old = r#"{"id":3,"addresses":[{"~":"ann@example.org"}],"name":{"~":"Ann"},"staff":null,"since":0,"unreachable":false,"tickets":2}"#;
        let old = [b"\x01", old.as_bytes()].concat();
        let Row::Contact(mut row) = decode(&id, &old).expect("an old row") else { unreachable!("a contact") };
        assert_eq!(encode(&Row::Contact(row.clone())).expect("encodes"), old, "what has nothing new is written as before");
        row.set(&ContactDetail::Phone, Some("030 1234".to_owned().into()));
        row.set(&ContactDetail::Field("contract".to_owned()), Some(Private::Erased));
        let bytes = encode(&Row::Contact(row.clone())).expect("encodes");
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains(r#""details":{"field.contract":{"~":null},"phone":{"~":"030 1234"}}"#), "{text}");
        assert_eq!(decode(&id, &bytes).expect("decodes"), Row::Contact(row.clone()));
        row.set(&ContactDetail::Phone, None);
        assert_eq!(row.detail(&ContactDetail::Phone), None);
    }

    #[test]
    fn the_sum_notices_each_change_and_forgets_what_was_taken_out() {
        let mut one = Applied { sum: u128::MAX, ..Applied::default() };
        let before = one;
        one.add(b"a", b"1");
        assert_ne!(one.sum, before.sum);
        let read = Applied::decode(&one.encode().expect("encodes")).expect("decodes");
        assert_eq!(read, one);
        one.subtract(b"a", b"1");
        assert_eq!(one, before);
    }
}
