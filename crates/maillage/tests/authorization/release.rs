//! What a release leaves to the versions after it: this world, in a backup, as its own tables hold it.

use std::path::PathBuf;

use backup::make;
use platform::testing::{Place, TestApp};

use crate::{prepared, world};

/// The file to write; it must not exist yet.
const FILE: &str = "MAILLAGE_RELEASED";

#[tokio::test]
#[ignore = "writes the file of a release: `cargo xtask release`"]
async fn the_store_of_a_release_is_written() {
    let file = PathBuf::from(std::env::var_os(FILE).unwrap());
    let place = Place::on(platform::db::Engine::Sqlite).await;
    let test = TestApp::on(&place.url(), &maillage::wiring::modules(), prepared).await;
    world::build(&test).await;
    platform::audit::seal(test.app.db()).await.unwrap();
    make(test.app.db(), &file, &[], env!("CARGO_PKG_VERSION"), test.app.clock().now()).await.unwrap();
    test.app.db().close().await;
    place.remove().await;
}
