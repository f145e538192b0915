//! Duplicates: two entries of the directory that are one organization.

pub mod candidates;
pub mod compare;
mod proposals;

pub use proposals::{Proposal, proposals};
