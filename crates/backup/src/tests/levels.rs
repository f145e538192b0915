//! Backups of earlier and later programs.

use platform::testing::Place;

use super::store::{Folder, Store, folders, later_folders, now};
use crate::{BackupError, Filling, bring_back, make, open};

#[tokio::test]
async fn an_older_backup_is_brought_up_to_date_as_its_store_would_have_been() {
    for engine in Place::engines() {
        let folder = Folder::new();
        let store = Store::filled(engine).await;
        make(&store.db, &folder.file("old"), &[], "0.1.0", now()).await.unwrap();
        store.db.migrate(&later_folders()).await.unwrap();

        let back = Store::empty(engine).await;
        let mut tx = back.db.begin().await.unwrap();
        bring_back(&mut open(&folder.file("old"), None).unwrap(), &mut tx, &later_folders()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(back.says().await, store.says().await);
        assert_eq!(back.count("SELECT COUNT(*) FROM limits WHERE length = 0").await, 1);
        assert_eq!(back.count("SELECT COUNT(*) FROM limits WHERE length = 7").await, 3);
        back.end().await;
        store.end().await;
    }
}

#[tokio::test]
async fn a_backup_of_a_later_program_is_refused_and_leaves_no_table() {
    for engine in Place::engines() {
        let folder = Folder::new();
        let store = Store::filled(engine).await;
        store.db.migrate(&later_folders()).await.unwrap();
        make(&store.db, &folder.file("new"), &[], "0.9.0", now()).await.unwrap();
        let back = Store::empty(engine).await;
        let mut tx = back.db.begin().await.unwrap();
        let refused = bring_back(&mut open(&folder.file("new"), None).unwrap(), &mut tx, &folders()).await;
        assert!(matches!(refused, Err(BackupError::Newer(by)) if by == "0.9.0"));
        drop(tx);
        let tables = platform::db::whole::tables(&mut back.db.read().await.unwrap()).await.unwrap();
        assert!(tables.is_empty());
        back.end().await;
        store.end().await;
    }
}

#[tokio::test]
async fn tables_of_the_same_number_that_are_not_ours_are_refused() {
    for engine in Place::engines() {
        let folder = Folder::new();
        let store = Store::filled(engine).await;
        make(&store.db, &folder.file("other"), &[], "0.1.0", now()).await.unwrap();
        let inventory = open(&folder.file("other"), None).unwrap().inventory().clone();
        let mut edited = inventory.clone();
        edited.migrations.insert(9000, "00".repeat(48));
        let mut without = inventory.clone();
        without.tables.pop();
        for other in [edited, without] {
            let back = Store::empty(engine).await;
            let mut tx = back.db.begin().await.unwrap();
            let refused = Filling::begin(&mut tx, &other, &folders()).await.map(drop);
            assert!(matches!(refused, Err(BackupError::Unlike(_))), "{refused:?}");
            drop(tx);
            back.end().await;
        }
        store.end().await;
    }
}
