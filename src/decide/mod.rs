//! The `decide` layer.
