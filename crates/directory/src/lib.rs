//! The directory of a territory: who is there, what one can join, where, and how to find it.
//!
//! Reading order: the closed lists entries are described with ([`vocabulary`]), who offers
//! ([`organization`]) and what is offered ([`resource`]), how files come in and go out
//! ([`exchange`]), and how one looks ([`finder`]).

pub mod contact;
pub mod exchange;
pub mod finder;
pub mod gazetteer;
pub mod organization;
pub mod place;
pub mod resource;
mod source_id;
pub mod vocabulary;

pub use source_id::BadId;
