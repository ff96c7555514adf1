//! The `domain` layer.
