//! No byte of a backup can be another.

use std::io::Read;

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use platform::db::Engine;
use platform::testing::Place;

use super::store::{Folder, Store, folders, now, parts};
use crate::seal::opened;
use crate::{BackupError, Identities, Reader, bring_back, check, make, open, recipient};

/// A small backup's bytes: every part there is, in few bytes.
async fn small(sealed_to: Option<&Identity>) -> Vec<u8> {
    let folder = Folder::new();
    let store = Store::filled(Engine::Sqlite).await;
    store.run("DELETE FROM ahead", &[]).await;
    store.run("DELETE FROM limits", &[]).await;
    let to: Vec<_> =
        sealed_to.map(|key| recipient(&key.to_public().to_string()).unwrap()).into_iter().collect();
    make(&store.db, &folder.file("small"), &to, "0.1.0", now()).await.unwrap();
    store.end().await;
    std::fs::read(folder.file("small")).unwrap()
}

fn is_refused(bytes: impl Read) -> bool {
    matches!(
        Reader::begin(bytes).and_then(check),
        Err(BackupError::Damaged | BackupError::Foreign | BackupError::Newer(_))
    )
}

#[tokio::test]
async fn each_byte_altered_each_cut_and_each_byte_more_is_noticed() {
    let whole = small(None).await;
    assert!(!is_refused(&whole[..]));
    for at in 0..whole.len() {
        for bits in [0x01, 0x20, 0x80, 0xff] {
            let mut altered = whole.clone();
            altered[at] ^= bits;
            assert!(is_refused(&altered[..]), "byte {at}, {bits:#x}");
        }
        assert!(is_refused(&whole[..at]), "cut after {at}");
        let mut shorter = whole.clone();
        shorter.remove(at);
        assert!(is_refused(&shorter[..]), "without byte {at}");
    }
    for more in 0..=u8::MAX {
        assert!(is_refused(&[&whole[..], &[more]].concat()[..]), "{more} more");
    }
    assert!(is_refused(&[&whole[..], &whole[..]].concat()[..]));
}

#[tokio::test]
async fn parts_exchanged_left_out_or_given_twice_are_noticed() {
    let whole = small(None).await;
    let parts = parts(&whole);
    assert!(parts.len() > 4, "an inventory, rows of several tables, totals");
    let head = whole.len() - 32 - parts.concat().len();
    let is_refused = |parts: &[Vec<u8>]| {
        is_refused(&[&whole[..head], &parts.concat(), &whole[whole.len() - 32..]].concat()[..])
    };
    assert!(!is_refused(&parts));
    for first in 0..parts.len() {
        let mut without = parts.clone();
        let one = without.remove(first);
        assert!(is_refused(&without), "without part {first}");
        let mut twice = parts.clone();
        twice.insert(first, one);
        assert!(is_refused(&twice), "part {first} twice");
        for other in first + 1..parts.len() {
            let mut swapped = parts.clone();
            swapped.swap(first, other);
            assert!(is_refused(&swapped), "{first} and {other}");
        }
    }
}

/// Who makes a digest anew can still not make rows say what they did not.
#[tokio::test]
async fn rows_and_totals_that_do_not_belong_together_are_noticed_whatever_the_digest() {
    use sha2::{Digest, Sha256};
    let whole = small(None).await;
    let mut parts = parts(&whole);
    let head = whole.len() - 32 - parts.concat().len();
    parts.remove(1);
    let body = [&whole[..head], &parts.concat()].concat();
    let forged = [&body[..], &Sha256::digest(&body)].concat();
    assert!(matches!(Reader::begin(&forged[..]).and_then(check), Err(BackupError::Damaged)));
    for engine in Place::engines() {
        let store = Store::empty(engine).await;
        let mut tx = store.db.begin().await.unwrap();
        let brought = bring_back(&mut Reader::begin(&forged[..]).unwrap(), &mut tx, &folders()).await;
        assert!(matches!(brought, Err(BackupError::Unequal)), "{brought:?}");
        drop(tx);
        store.end().await;
    }
}

fn identities(folder: &Folder, key: &Identity) -> Identities {
    let file = folder.file("key.txt");
    std::fs::write(&file, format!("# made today\n\n{}\n", key.to_string().expose_secret())).unwrap();
    Identities::read(&file).unwrap()
}

#[tokio::test]
async fn each_byte_of_a_sealed_one_altered_each_cut_and_each_byte_more_is_noticed() {
    let key = Identity::generate();
    let ours = identities(&Folder::new(), &key);
    let whole = small(Some(&key)).await;
    let is_refused = |bytes: &[u8]| match opened(bytes, &ours) {
        Err(BackupError::Damaged | BackupError::WrongIdentity) => true,
        Ok(inside) => is_refused(inside),
        Err(_) => false,
    };
    assert!(!is_refused(&whole));
    for at in 0..whole.len() {
        let mut altered = whole.clone();
        altered[at] ^= 1 << (at % 8);
        assert!(is_refused(&altered), "byte {at}");
        assert!(is_refused(&whole[..at]), "cut after {at}");
    }
    for more in [0, b'\n', 0xff] {
        assert!(is_refused(&[&whole[..], &[more]].concat()), "{more} more");
    }
}

#[tokio::test]
async fn a_sealed_backup_opens_to_each_recipient_and_to_nobody_else() {
    let folder = Folder::new();
    let store = Store::filled(Engine::Sqlite).await;
    let (one, other, stranger) = (Identity::generate(), Identity::generate(), Identity::generate());
    let to = [&one, &other].map(|key| recipient(&key.to_public().to_string()).unwrap());
    let file = folder.file("sealed");
    let made = make(&store.db, &file, &to, "0.1.0", now()).await.unwrap();
    for key in [&one, &other] {
        let (_, totals) = check(open(&file, Some(&identities(&folder, key))).unwrap()).unwrap();
        assert_eq!(totals, made.totals);
    }
    let said = open(&file, Some(&identities(&folder, &stranger))).unwrap_err();
    assert!(matches!(said, BackupError::WrongIdentity), "{said:?}");
    assert!(matches!(open(&file, None).unwrap_err(), BackupError::NeedsIdentity));
    let bytes = std::fs::read(&file).unwrap();
    assert!(!bytes.windows(8).any(|window| window == b"maillage"), "nothing is in the clear");
    store.end().await;
}

#[test]
fn a_file_without_an_identity_and_a_text_that_is_no_recipient_are_told() {
    let folder = Folder::new();
    for text in ["", "# nothing\n", "age1qqqq", "AGE-SECRET-KEY-1QQQ"] {
        std::fs::write(folder.file("key.txt"), text).unwrap();
        let said = Identities::read(&folder.file("key.txt")).unwrap_err();
        assert!(matches!(said, BackupError::NoIdentity(_)), "{text}");
    }
    assert!(matches!(Identities::read(&folder.file("none")), Err(BackupError::File { .. })));
    assert!(matches!(recipient("age1abc"), Err(BackupError::Recipient(_))));
}
