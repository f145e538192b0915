//! Of whoever is erased no byte is left, in rows, indexes or logs of the store; of nobody else one is
//! missing.

use std::collections::BTreeSet;
use std::time::Duration;

use platform::db::{self, DbError, whole};
use platform::testing::{Frozen, TestApp, Thawed};

use crate::forms::token;
use crate::matrix::everybody_proves_who_they_are;
use crate::tokens::fields_in;
use crate::world::{Subject, World};

/// Who runs the site, in the legend.
const COORDINATOR: char = 'C';
/// Whoever has ended their course of support.
const SECOND: usize = 1;

pub(crate) async fn leaves_no_byte(frozen: &Frozen, world: &World) {
    let thawed = frozen.thaw().await;
    thawed.learn_by_heart().await;
    let told = rows(&thawed.test).await;
    let (theirs, others): (BTreeSet<String>, BTreeSet<String>) =
        told.iter().cloned().partition(|field| field.starts_with("b."));
    assert!(theirs.len() > 10, "{theirs:?}");
    assert_eq!(in_files(&thawed, &told).await, told, "or nothing could be missed");

    let second = world.subjects.get(SECOND).expect("somebody");
    erase(&thawed, world, second).await;
    assert_eq!(rows(&thawed.test).await, others, "theirs, and only theirs");
    assert_eq!(in_files(&thawed, &theirs).await, BTreeSet::new());

    for subject in world.subjects.iter().filter(|subject| subject.person != second.person) {
        erase(&thawed, world, subject).await;
    }
    let persons: BTreeSet<String> = told.into_iter().filter(|field| !field.starts_with("z.")).collect();
    assert_eq!(in_files(&thawed, &persons).await, BTreeSet::new());
    thawed.end().await;
}

async fn erase(thawed: &Thawed, world: &World, subject: &Subject) {
    everybody_proves_who_they_are(&thawed.test).await;
    let camille = world.doers.iter().find(|doer| doer.key == COORDINATOR).expect("a coordinator");
    let mut camille = camille.browser.before(&thawed.test);
    let here = format!("/droits/{}/effacer", subject.person);
    let page = camille.get(&here).await;
    camille.send(&page, &here, &[("sure", "yes")]).await.says("C’est effacé");
    // As the worker does: once more when somebody still reads.
    while let Err(error) = db::wipe(thawed.test.app.db()).await {
        assert!(matches!(error, DbError::Busy), "{error}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The fields of persons that stand in rows, as « b.note »; telephones aside.
async fn rows(test: &TestApp) -> BTreeSet<String> {
    let mut tx = test.app.db().read().await.expect("a reader");
    let mut text = String::new();
    for table in whole::tables(&mut tx).await.expect("tables") {
        text.push_str(&format!("{:?}", whole::rows(&mut tx, &table, None).await.expect("rows")));
    }
    fields_in(&text).into_iter().filter(|field| !field.ends_with(".phone")).collect()
}

/// Those of them that stand in the store's files.
async fn in_files(thawed: &Thawed, fields: &BTreeSet<String>) -> BTreeSet<String> {
    let bytes = thawed.bytes().await;
    let stands = |field: &&String| {
        let (letter, name) = field.split_once('.').expect("a field");
        let token = token(name, letter.chars().next().expect("a letter"));
        bytes.windows(token.len()).any(|piece| piece == token.as_bytes())
    };
    fields.iter().filter(stands).cloned().collect()
}
