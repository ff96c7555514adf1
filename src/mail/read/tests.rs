//! Whole messages, read from their bytes.
