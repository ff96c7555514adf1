//! Messages of every kind, and what they must be taken for.
