//! The `desk` layer.
