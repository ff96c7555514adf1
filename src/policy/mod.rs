//! The `policy` layer.
