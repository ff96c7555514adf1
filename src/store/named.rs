//! Texts with the names that the spool has for them.
//!
//! A name is a hash of the whole text: whoever has a text long before the writer needs it works its name out beside him.

use std::fmt;
use std::sync::Arc;

use crate::base::Digest;

use super::frame::Framer;

/// Gives texts their names; the same in every thread.
#[derive(Clone)]
pub struct Namer {
    framer: Arc<Framer>,
}

/// A text and its name.
#[derive(Clone)]
pub struct NamedText {
    name: Digest,
    text: Arc<Vec<u8>>,
}

impl Namer {
    pub(super) const fn new(framer: Arc<Framer>) -> Self {
        Self { framer }
    }

    /// The text with its name.
    pub fn name(&self, text: Arc<Vec<u8>>) -> NamedText {
        NamedText { name: self.framer.name(&text), text }
    }
}

impl NamedText {
    /// Its name.
    pub const fn name(&self) -> Digest {
        self.name
    }

    /// The text.
    pub fn bytes(&self) -> &[u8] {
        &self.text
    }

    pub(super) const fn shared(&self) -> &Arc<Vec<u8>> {
        &self.text
    }
}

impl fmt::Debug for Namer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Namer").finish_non_exhaustive()
    }
}

impl fmt::Debug for NamedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NamedText({:?}, {} bytes)", self.name, self.text.len())
    }
}
