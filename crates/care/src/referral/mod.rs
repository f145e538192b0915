//! Referrals: a request that a person be accompanied, from whoever makes it.
//!
//! ```text
//! sent ─▶ received ─▶ accepted ─▶ closed
//!   └────────┴─▶ declined(reason) · withdrawn (by the person)
//! ```
//!
//! For prescribers (« Prescrire », « Mes patients »), for persons and third parties without an
//! account (« Demander à être appelé », « Signaler une personne »), and for the link worker who
//! receives. Invariants: nothing is sent without the ground the site works on (information or
//! prior consent); likely duplicates are shown before saving and merged by a person; the
//! prescriber hears at accepted, first contact, took part, closed and declined, in e-mails that
//! name nobody.
//!
//! Table owned: `referral`.

pub mod model;
pub mod news;
pub mod sql;

pub use model::{Origin, Referral};
