//! The words everything else is said with: pure types, parsed once, no input or output.
//!
//! Reading order: who is who ([`id`], [`role`]), what a person or a place is called ([`name`],
//! [`contact`], [`commune`], [`geo`]), then time and chance ([`clock`], [`rng`]) and the small
//! tools of lists and text ([`mod@coded`], [`lang`], [`text`]).

pub mod clock;
pub mod coded;
pub mod commune;
pub mod contact;
pub mod geo;
pub mod id;
pub mod lang;
pub mod name;
pub mod rng;
pub mod role;
pub mod text;

pub use clock::Clock;
pub use lang::Lang;
