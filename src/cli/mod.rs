//! The `cli` layer.

mod inspect;

pub use inspect::{InspectAs, run as inspect};
