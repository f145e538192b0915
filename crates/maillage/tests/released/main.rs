//! The store of every version that was released, brought up to date by this one, and used.
//!
//! Each release leaves a backup of a world with one record of every kind (`cargo xtask release`). It is
//! put back as that version left it, with the tables it had, on both engines; then this program opens it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod walk;

use std::fs;
use std::path::{Path, PathBuf};

use backup::{Inventory, bring_back_as_it_was, open};
use maillage::wiring;
use platform::audit;
use platform::db::whole::{self, of_sums};
use platform::db::{Db, Engine};
use platform::testing::{Place, TestApp};

/// Tables whose rows a later version had reason to change, in columns they had: release, table.
const CHANGED_SINCE: [(&str, &str); 0] = [];

#[tokio::test]
async fn a_store_of_every_release_is_brought_up_to_date_and_used() {
    let files = released();
    assert!(!files.is_empty(), "no release left a store");
    for file in &files {
        for engine in Place::engines() {
            let (place, held) = as_it_was(file, engine).await;
            let test = TestApp::on(&place.url(), &wiring::modules(), directory::prepare).await;
            assert_eq!(says(test.app.db(), &held).await, held.says, "{}, {engine:?}", file.display());
            let mut tx = test.app.db().read().await.unwrap();
            assert_eq!(audit::verify(&mut tx, &[]).await.unwrap().err(), None, "the trail");
            drop(tx);
            walk::through_every_page(&test).await;
            test.app.db().close().await;
            place.remove().await;
        }
    }
}

/// What a release's store held, table by table.
struct Held {
    inventory: Inventory,
    says: Vec<(String, String)>,
}

fn released() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("released");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.filter(|file| file.extension().is_some_and(|end| end == "backup")).collect()
}

async fn as_it_was(file: &Path, engine: Engine) -> (Place, Held) {
    let place = Place::on(engine).await;
    let db = Db::open(&place.url()).await.unwrap();
    let mut reader = open(file, None).unwrap();
    let mut held = Held { inventory: reader.inventory().clone(), says: Vec::new() };
    let mut tx = db.begin().await.unwrap();
    bring_back_as_it_was(&mut reader, &mut tx, &wiring::folders()).await.unwrap();
    tx.commit().await.unwrap();
    held.says = says(&db, &held).await;
    db.close().await;
    (place, held)
}

/// Of each table by the columns it had, and so the same after columns were added.
async fn says(db: &Db, held: &Held) -> Vec<(String, String)> {
    let mut tx = db.read().await.unwrap();
    let mut says = Vec::new();
    for table in &held.inventory.tables {
        if CHANGED_SINCE.contains(&(held.inventory.product.as_str(), table.name.as_str())) {
            continue;
        }
        let sum = whole::sum(&mut tx, table).await.unwrap();
        says.push((table.name.clone(), of_sums([(table, &sum)].into_iter())));
    }
    says
}
