//! The closed lists a directory entry is described with, for everybody who fills, reads or
//! exchanges one.
//!
//! Words: the lists of data·inclusion's schema 1.0 ([`Theme`], [`Public`], [`Cost`] …) carry that
//! schema's codes, so a file leaves as it came; what the schema lacks for social ties ([`Lever`],
//! [`Format`], [`Transport`] …) has codes of our own.
//! Invariant: a value outside its list cannot be built, only refused with the nearest known code.
//!
//! Source: PyPI `data-inclusion-schema` 1.0.10, Licence Ouverte 2.0.

mod coded;
mod labels;
mod local;
mod nearest;
mod network;
mod network_list;
mod service;
mod theme;
mod theme_list;
mod topics;

pub use coded::Coded;
pub use local::{Format, Language, Lever, OrganizationKind, Topic, Transport, Wheelchair};
pub use nearest::nearest;
pub use network::Network;
pub use service::{Cost, Mobilizer, Public, ResourceKind, WayIn, WelcomeMode};
pub use theme::{Category, Theme, ThemeWish};
pub use topics::{LabelledTopic, topics};
