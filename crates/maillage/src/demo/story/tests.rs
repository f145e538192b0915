//! The demonstration holds what the script promises.
