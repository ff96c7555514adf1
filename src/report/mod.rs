//! Measures: what the journal says of the desk's work, as figures.
//!
//! The journal is folded into samples ([`Fold`]), which a [`Ledger`] keeps; a report is counted from the samples each time it is
//! asked for ([`count`]), so that it can be cut by any time, team or person, exactly. Every figure has a written definition
//! ([`Measure`]). Nothing here knows mail, and nothing here changes a ticket.

mod activity;
mod alert;
mod chart;
mod count;
mod export;
mod figures;
mod fold;
mod ledger;
mod measure;
mod page;
#[cfg(feature = "plots")]
mod picture;
#[cfg(feature = "plots")]
mod plot;
mod query;
mod running;
mod sample;
mod scores;
mod shares;
mod slice;
mod table;
#[cfg(test)]
mod tests;
mod word;

pub use activity::{Activity, Colleague, Learning};
pub use alert::{AlertScene, read_alerts};
pub use chart::{Chart, Subject, period_words};
pub use count::{Counted, Scene, count};
pub use export::{ExportPage, csv_line, export, export_columns};
pub use figures::{Both, Figures, Times};
pub use fold::{Catalogue, Event, Fold, Past};
pub use ledger::{Folded, Ledger, LedgerError, Place, Snapshot};
pub use measure::Measure;
pub use page::{Page, Picture, table};
pub use query::{Period, ReportQuery, Scope, usual};
pub use sample::{Frame, Sample, What};
pub use table::{Block, Table};
#[cfg(all(test, feature = "plots"))]
pub(crate) use tests::sample;
pub use word::Language;
