//! The program `maillage`: puts the bounded contexts together and runs them.
//!
//! For whoever installs and keeps an installation ([`commands`], [`doctor`]), for whoever wants to
//! see it first ([`demo`]), and for anybody who opens its address ([`home`]).
//!
//! Reading order: [`commands`] (what can be typed), [`settings`] (what a deployer chooses),
//! [`wiring`] (which contexts make the application), [`serving`] (from the first request to a
//! graceful stop).
//!
//! Invariants: a failed command says one line in plain words and leaves with 1; logs hold no
//! personal data; a demonstration's store is never served as a real one, nor a real one shown as
//! a demonstration.

pub mod commands;
pub mod demo;
pub mod doctor;
mod failure;
pub mod home;
mod logs;
mod out;
pub mod serving;
pub mod settings;
#[cfg(test)]
mod testing;
pub mod wiring;
mod words;

pub use failure::Failure;
