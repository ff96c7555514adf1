//! Counting what alerts watch beside the desk's thread: all that it needs goes along, and readings come back.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::base::Digest;
use crate::domain::AlertReading;
use crate::policy::Alert;
use crate::report::{AlertScene, Snapshot, read_alerts};

/// A look at everything that is watched, ready to be counted.
#[derive(Clone, Debug)]
pub struct Looking {
    pub(super) samples: Snapshot,
    pub(super) alerts: Vec<Alert>,
    pub(super) scene: AlertScene,
    /// The settings that it is made under: their alerts are known by their places.
    pub(super) settings: Digest,
}

/// What was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    pub(super) readings: Vec<(usize, AlertReading)>,
    pub(super) settings: Digest,
}

impl Looking {
    /// Counts it; none where it cannot be counted: the next look tries again.
    pub fn count(self) -> Option<Looked> {
        let counted = catch_unwind(AssertUnwindSafe(|| read_alerts(&self.samples, &self.alerts, &self.scene)));
        match counted {
            Ok(Ok(readings)) => Some(Looked { readings, settings: self.settings }),
            Ok(Err(error)) => {
                tracing::warn!(%error, "What alerts watch cannot be counted: the measures cannot be read.");
                None
            }
            Err(_) => {
                tracing::error!("Counting what alerts watch failed with an internal error.");
                None
            }
        }
    }
}
