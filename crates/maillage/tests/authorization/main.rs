//! Who may do what: every address, asked by everybody, about every kind of record, on both engines.
//!
//! The addresses are those the program itself has; a form is sent by everybody as it stood on the
//! page of whoever may send it. What comes out is committed beside this file: a change of it is a
//! change of who may do what, and is reviewed as such.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod addresses;
mod cells;
mod doers;
mod erasing;
mod extras;
mod forms;
mod matrix;
mod quarters;
mod release;
mod tokens;
mod world;

use platform::app::App;
use platform::oidc::{Federation, Provider, Secret};
use platform::testing::{on_both_engines_again, printer};

use crate::addresses::Part;
use crate::matrix::Matrix;

/// The issuer of a provider to sign in with, which nobody reaches from here.
const ISSUER: &str = "http://127.0.0.1:9";

/// As an installation that has such a provider, and a press that tells what it was given.
fn prepared(app: App) -> App {
    let client = ("maillage", Secret::new("secret".to_owned()));
    let names = ("proconnect", "ProConnect");
    let provider = Provider::parse(names, ISSUER, client, vec!["eidas2".to_owned()]).unwrap();
    directory::prepare(app).with_part(Federation::new(vec![provider])).with_part(printer())
}

/// Everybody may do what the matrix of this part says, and nothing else.
async fn holds(part: Part) {
    tokens::listen_to_logs();
    let story = async |frozen: &_, world: &_| {
        let matrix = Matrix::run(frozen, world, part).await;
        tokens::were_in_no_log();
        insta::assert_snapshot!(format!("{part:?}_matrix"), matrix.written());
        insta::assert_snapshot!(format!("{part:?}_fields"), matrix.fields());
    };
    on_both_engines_again(maillage::wiring::modules(), prepared, world::build, story).await;
}

#[tokio::test]
async fn files_of_persons() {
    holds(Part::Files).await;
}

#[tokio::test]
async fn the_directory_s_keeping() {
    holds(Part::Keeping).await;
}

#[tokio::test]
async fn what_is_open_to_all() {
    holds(Part::Open).await;
}

#[tokio::test]
async fn whoever_is_erased() {
    let story = async |frozen: &_, world: &_| erasing::leaves_no_byte(frozen, world).await;
    on_both_engines_again(maillage::wiring::modules(), prepared, world::build, story).await;
}

#[tokio::test]
async fn everything_else() {
    holds(Part::Rest).await;
}
