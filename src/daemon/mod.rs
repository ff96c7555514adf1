//! The `daemon` layer.
