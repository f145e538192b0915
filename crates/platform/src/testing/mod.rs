//! Stories through HTTP: a whole application on either engine, driven by a browser of forms.
//!
//! `on_both_engines(modules, |app| async move { … })` runs one story on embedded SQLite and, when
//! `MAILLAGE_TEST_POSTGRES` names a server (as `cargo xtask test` sees to), on PostgreSQL too, each
//! time in a store of its own. [`Browser`] keeps cookies, reads pages, and sends the forms it finds
//! in them: a field missing from a page cannot be filled in.

#![expect(clippy::expect_used, clippy::panic, reason = "used by tests only")]

mod app;
mod browser;
mod frozen;
mod html;
mod paper;
mod people;
mod place;
mod press;

pub use app::{POSTGRES, TestApp, on_both_engines};
pub use browser::{Browser, pairs};
pub use frozen::{Frozen, Thawed, on_both_engines_again};
pub use html::{Control, Page, SeenForm};
pub use paper::Told;
pub use people::{PASS_PHRASE, Team, member};
pub use place::Place;
pub use press::printer;
