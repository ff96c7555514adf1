//! The engine of a maildesk that was built without one: it never opens, and says why.

use std::convert::Infallible;

use super::document::{Batch, Found, Mark, Place, Wanted};

/// Nothing of it ever exists.
pub(super) struct Engine(Infallible);

#[derive(Clone)]
pub(super) struct Reader(Infallible);

impl Engine {
    pub(super) fn open(_: &Place) -> Result<Option<(Self, Mark)>, String> {
        Ok(None)
    }

    pub(super) fn again(self, _: &Place) -> Result<Self, String> {
        match self.0 {}
    }

    pub(super) fn anew(_: &Place) -> Result<Self, String> {
        Err("this maildesk was built without full-text search".to_owned())
    }

    pub(super) fn take(&mut self, _: &Batch) -> Result<usize, String> {
        match self.0 {}
    }

    pub(super) fn commit(&mut self, _: Mark) -> Result<(), String> {
        match self.0 {}
    }

    pub(super) fn reader(&self) -> Reader {
        match self.0 {}
    }
}

impl Reader {
    pub(super) fn find(&self, _: &Wanted, _: &[&str]) -> Result<Found, String> {
        match self.0 {}
    }
}
