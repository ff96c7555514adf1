//! Measures: what the journal says of the desk's work, as figures.
//!
//! The journal is folded into samples ([`Fold`]), which a [`Ledger`] keeps; a report is counted from the samples each time it is
//! asked for ([`count`]), so that it can be cut by any time, team or person, exactly. Every figure has a written definition
//! ([`Measure`]). Nothing here knows mail, and nothing here changes a ticket.

mod count;
mod figures;
mod fold;
mod ledger;
mod measure;
mod query;
mod sample;
mod table;
#[cfg(test)]
mod tests;

pub use count::{Counted, Scene, count};
pub use figures::{Both, Figures, Times};
pub use fold::{Catalogue, Event, Fold, Past};
pub use ledger::{Folded, Ledger, LedgerError, Place};
pub use measure::Measure;
pub use query::{By, Period, ReportKind, ReportQuery, Scope};
pub use sample::{Frame, Sample, What};
pub use table::Table;
