//! Opening hours.

/// When the desk is open.
#[derive(Clone, Debug)]
pub struct Calendar;
