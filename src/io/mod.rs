//! The `io` layer.
