//! How entries come in from other directories and go back out.

pub mod data_inclusion;
