//! The `notify` layer.
