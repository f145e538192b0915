//! Files that are no backup, and files that are in the way.

use std::os::unix::fs::PermissionsExt;

use platform::db::Engine;

use super::store::{Folder, Store, now};
use crate::draft::Draft;
use crate::{BackupError, check, make, open};

#[tokio::test]
async fn a_file_that_is_none_of_ours_is_told_so() {
    let folder = Folder::new();
    let others: [(&str, &[u8]); 6] = [
        ("picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01"),
        ("empty", b""),
        ("store", b"SQLite format 3\0\x10\0\x02\x02\0@  "),
        ("archive", b"\x1f\x8b\x08\0\0\0\0\0\0\x03maillage backup 1\n"),
        ("text", b"maillage backups are kept elsewhere\n"),
        ("short", b"maillage"),
    ];
    for (name, bytes) in others {
        std::fs::write(folder.file(name), bytes).unwrap();
        let said = open(&folder.file(name), None).unwrap_err();
        assert!(matches!(said, BackupError::Foreign), "{name}: {said:?}");
    }
    std::fs::write(folder.file("later"), "maillage backup 2\n…").unwrap();
    assert!(matches!(open(&folder.file("later"), None), Err(BackupError::Newer(_))));
    std::fs::write(folder.file("long"), "maillage backup 11111111111111\n").unwrap();
    assert!(matches!(open(&folder.file("long"), None), Err(BackupError::Damaged)));
    assert!(matches!(open(&folder.file("none"), None), Err(BackupError::File { .. })));
    assert!(matches!(open(&folder.0, None), Err(BackupError::File { .. })), "a folder");
}

#[tokio::test]
async fn a_backup_takes_nobodys_place_and_is_for_its_owner_alone() {
    let folder = Folder::new();
    let store = Store::filled(Engine::Sqlite).await;
    let file = folder.file("night");
    std::fs::write(&file, "something else").unwrap();
    let said = make(&store.db, &file, &[], "0.1.0", now()).await.unwrap_err();
    assert!(matches!(said, BackupError::Exists(_)), "{said:?}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "something else");

    let file = folder.file("next");
    make(&store.db, &file, &[], "0.1.0", now()).await.unwrap();
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(folder.names(), ["next", "night"]);
    store.end().await;
}

#[test]
fn a_name_that_was_taken_meanwhile_stays_with_whoever_took_it() {
    let folder = Folder::new();
    let (draft, _) = Draft::begin(&folder.file("night")).unwrap();
    std::fs::write(folder.file("night"), "faster").unwrap();
    assert!(matches!(draft.keep(), Err(BackupError::Exists(_))));
    assert_eq!(std::fs::read_to_string(folder.file("night")).unwrap(), "faster");
    assert_eq!(folder.names(), ["night"]);
}

#[tokio::test]
async fn a_folder_that_takes_no_file_is_told() {
    let folder = Folder::new();
    let store = Store::filled(Engine::Sqlite).await;
    std::fs::write(folder.file("no folder"), "").unwrap();
    for file in [folder.file("absent").join("night"), folder.file("no folder").join("night"), "/".into()] {
        let said = make(&store.db, &file, &[], "0.1.0", now()).await.unwrap_err();
        assert!(matches!(said, BackupError::File { .. } | BackupError::Exists(_)), "{said:?}");
    }
    assert_eq!(folder.names(), ["no folder"]);
    store.end().await;
}

#[tokio::test]
async fn a_backup_that_was_altered_after_it_was_made_is_found_by_reading_it() {
    let folder = Folder::new();
    let store = Store::filled(Engine::Sqlite).await;
    let file = folder.file("night");
    make(&store.db, &file, &[], "0.1.0", now()).await.unwrap();
    check(open(&file, None).unwrap()).unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 4;
    std::fs::write(&file, bytes).unwrap();
    assert!(matches!(open(&file, None).and_then(check), Err(BackupError::Damaged)));
    store.end().await;
}
