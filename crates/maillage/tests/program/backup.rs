//! Backups as whoever keeps an installation makes them, tries them and needs them.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use platform::db::{Db, Url, whole};

use crate::running::{Folder, PROGRAM, Running, program, run, text};

/// A folder with a demonstration in it, which has been seen and stopped.
fn demonstration(name: &str) -> Folder {
    let folder = Folder::new(name);
    let mut demo = Running::demo(&folder.0, &[]);
    demo.ask_to_stop();
    demo.ends();
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn backup(data: &Path, out: &Path, more: &[&str]) -> Output {
    let words = ["backup", "--data", data.to_str().unwrap(), "--out", out.to_str().unwrap()];
    run(&[&words[..], more].concat())
}

fn restore(from: &Path, store: &Path, more: &[&str]) -> Output {
    let store = format!("sqlite://{}", store.display());
    run(&[&["restore", "--from", from.to_str().unwrap(), "--store", &store], more].concat())
}

fn last_line(output: &Output) -> String {
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout).lines().last().unwrap_or_default().to_owned()
}

fn refusal(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
    let said = text(&output.stderr);
    assert_eq!(said.lines().count(), 1, "{said}");
    said
}

#[test]
fn a_night_is_kept_tried_and_needed() {
    let demo = demonstration("night");
    let elsewhere = Folder::new("night-elsewhere");
    let night = elsewhere.0.join("night.backup");
    let made = last_line(&backup(&demo.0, &night, &[]));
    let fingerprint = made.split(", ").last().unwrap().to_owned();
    assert!(made.starts_with("backup: ") && fingerprint.len() == 64, "{made}");
    assert_eq!(night.metadata().unwrap().permissions().mode() & 0o777, 0o600);

    let again = backup(&demo.0, &night, &[]);
    assert!(refusal(&again).contains("existe déjà et reste tel quel"), "{}", text(&again.stderr));
    let verified = last_line(&run(&["backup", "verify", "--file", night.to_str().unwrap()]));
    assert!(verified.ends_with(&fingerprint), "{verified}");

    let folder = elsewhere.0.join("data");
    std::fs::create_dir(&folder).unwrap();
    let restored = restore(&night, &folder.join("store.db"), &[]);
    assert!(last_line(&restored).ends_with(&fingerprint));
    assert!(text(&restored.stdout).contains("Tout le monde se reconnecte"), "{}", text(&restored.stdout));
    let refused = refusal(&restore(&night, &folder.join("store.db"), &[]));
    assert!(refused.contains("contient déjà quelque chose et reste tel quel"), "{refused}");
    assert_eq!(names(&folder), ["store.db"]);

    let mut served = Running::demo(&folder, &[]);
    assert!(served.get("/ressources?q=chorale", "").contains("200 OK"));
    served.ask_to_stop();
    served.ends();
    let doctor = run(&["doctor", "--data", folder.to_str().unwrap()]);
    assert!(doctor.status.success(), "{}", text(&doctor.stdout));
}

#[test]
fn a_backup_asked_to_stop_leaves_nothing_behind() {
    let demo = demonstration("stopped");
    let elsewhere = Folder::new("stopped-elsewhere");
    let night = elsewhere.0.join("night.backup");
    let mut words = program();
    words.args(["backup", "--data", demo.0.to_str().unwrap(), "--out", night.to_str().unwrap()]);
    let mut child = words.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    while names(&elsewhere.0).is_empty() {
        std::thread::sleep(Duration::from_millis(1));
    }
    let asked = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(asked.success());
    if child.wait().unwrap().success() {
        // It was nearly done.
        assert_eq!(names(&elsewhere.0), ["night.backup"]);
    } else {
        assert!(names(&elsewhere.0).is_empty(), "{:?}", names(&elsewhere.0));
    }
}

#[test]
fn nothing_is_left_of_a_file_that_is_not_whole_or_not_ours() {
    let demo = demonstration("unwhole");
    let elsewhere = Folder::new("unwhole-elsewhere");
    let night = elsewhere.0.join("night.backup");
    last_line(&backup(&demo.0, &night, &[]));
    let whole = std::fs::read(&night).unwrap();
    std::fs::remove_file(&night).unwrap();

    let other = elsewhere.0.join("other");
    let store = elsewhere.0.join("store.db");
    let said = |bytes: &[u8]| {
        std::fs::write(&other, bytes).unwrap();
        let said = refusal(&restore(&other, &store, &[]));
        assert_eq!(names(&elsewhere.0), ["other"], "{said}");
        said
    };
    for at in [200, whole.len() / 2, whole.len() - 1] {
        let mut altered = whole.clone();
        altered[at] ^= 0x10;
        assert!(said(&altered).contains("abîmée ou coupée"), "byte {at}");
        assert!(said(&whole[..at]).contains("abîmée ou coupée"), "cut after {at}");
    }
    assert!(said(&[&whole[..], b"\n"].concat()).contains("abîmée ou coupée"));
    let foreign: [&[u8]; 4] = [b"", b"\x89PNG\r\n\x1a\n", b"SQLite format 3\0", b"\x1f\x8b\x08\0"];
    for bytes in foreign {
        assert!(said(bytes).contains("n’est pas une sauvegarde de Maillage"), "{bytes:?}");
    }
    assert!(said(b"maillage backup 2\n").contains("vient d’un Maillage plus récent"));
    let sealed = said(b"age-encryption.org/v1\n");
    assert!(sealed.contains("scellée") && sealed.contains("--identity"), "{sealed}");
}

/// Keys made for this test; they open nothing else.
const PUBLIC: &str = "age1v6g34za08xxvfqq3qxq2f0u3r7eu4da8r9veye9x9dgv09xhcfsqs8ca9q";
const PRIVATE: &str = "AGE-SECRET-KEY-1E5S0CJGL0TW4LM7XSM2U5XSA9VZQP7G3FL9NX2P7CA08DHXZXDHSJW6WT7";
const STRANGER: &str = "AGE-SECRET-KEY-1GKKG5VZ72D8T20GG49D6A2GXEKMNY9CHERRVASP4T7HM29R2YELSTY084C";

#[test]
fn a_sealed_night_opens_with_its_key_alone() {
    let demo = demonstration("sealed");
    let elsewhere = Folder::new("sealed-elsewhere");
    let night = elsewhere.0.join("night.backup");
    let made = backup(&demo.0, &night, &["--recipient", PUBLIC]);
    assert!(text(&made.stdout).contains("est scellée"), "{}", text(&made.stdout));
    let made = last_line(&made);
    let key = |name: &str, text: &str| {
        let file = elsewhere.0.join(name);
        std::fs::write(&file, format!("# public key: {PUBLIC}\n{text}\n")).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let (ours, strange, none) = (key("ours", PRIVATE), key("strange", STRANGER), key("none", ""));
    let store = elsewhere.0.join("store.db");
    let before = names(&elsewhere.0);
    for (more, why) in [
        (vec![], "ajoutez --identity"),
        (vec!["--identity", &strange], "cette clé privée ne l’ouvre pas"),
        (vec!["--identity", &none], "Il n’y a pas de clé privée"),
    ] {
        let said = refusal(&restore(&night, &store, &more));
        assert!(said.contains(why), "{said}");
        assert_eq!(names(&elsewhere.0), before);
    }
    let restored = last_line(&restore(&night, &store, &["--identity", &ours]));
    assert_eq!(restored.split(", ").last(), made.split(", ").last());
    let bad = refusal(&backup(&demo.0, &elsewhere.0.join("next"), &["--recipient", "age1abc"]));
    assert!(bad.contains("n’est pas une clé publique"), "{bad}");
}

#[test]
fn a_place_that_takes_no_file_or_not_all_of_it_is_told_and_nothing_stays() {
    let demo = demonstration("full");
    let elsewhere = Folder::new("full-elsewhere");
    let said = refusal(&backup(&demo.0, &elsewhere.0.join("absent").join("night"), &[]));
    assert!(said.contains("ne peut pas être utilisé"), "{said}");
    // As on a disk that is full: files of 128 blocks at most, of 512 or 1,024 bytes.
    let full = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 128; exec \"$0\" \"$@\"", PROGRAM, "backup", "--data"])
        .args([&demo.0, &PathBuf::from("--out"), &elsewhere.0.join("night")])
        .env("LANG", "fr_FR.UTF-8")
        .output()
        .unwrap();
    let said = refusal(&full);
    assert!(said.contains("ne peut pas être utilisé"), "{said}");
    let nothing = refusal(&backup(&elsewhere.0, &elsewhere.0.join("night"), &[]));
    assert!(nothing.contains("Il n’y a encore rien"), "{nothing}");
    assert!(names(&elsewhere.0).is_empty());
}

#[test]
fn a_store_moves_and_the_last_line_says_twice_the_same() {
    let demo = demonstration("moved");
    let url = |file: &Path| format!("sqlite://{}", file.display());
    let (from, to) = (url(&demo.0.join("store.db")), url(&demo.0.join("moved.db")));
    let moved = last_line(&run(&["migrate-store", "--from", &from, "--to", &to]));
    let (one, other) = moved.split_once(", ").unwrap().1.split_once(" = ").unwrap();
    assert!(one == other && one.len() == 64, "{moved}");
    let again = refusal(&run(&["migrate-store", "--from", &from, "--to", &to]));
    assert!(again.contains("contient déjà quelque chose"), "{again}");
    let itself = refusal(&run(&["migrate-store", "--from", &from, "--to", &from]));
    assert!(itself.contains("contient déjà quelque chose"), "{itself}");
    let absent = refusal(&run(&["migrate-store", "--from", &url(&demo.0.join("none.db")), "--to", &to]));
    assert!(absent.contains("Il n’y a encore rien"), "{absent}");
    assert!(!demo.0.join("none.db").exists());
    let english =
        program().env("LANG", "en_GB.UTF-8").args(["migrate-store", "--from", &from, "--to", &to]).output();
    assert!(text(&english.unwrap().stderr).contains("holds something already"));
}

/// Ends a program at once, after some time.
fn killed(mut command: Command, after: Duration) {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
}

/// What a restore changes: sessions and the like, letters that waited, its own entry of the trail.
const SETTLED: [&str; 5] = ["session", "invitation", "sign_in_guess", "outbox", "audit_entry"];

/// What a store says; nothing while it has no tables.
fn said(store: &Path) -> Option<String> {
    if !store.exists() {
        return None;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::open(&Url::sqlite_file(store)).await.unwrap();
        let mut tx = db.read().await.unwrap();
        let is_empty = whole::tables(&mut tx).await.unwrap().is_empty();
        let said = whole::fingerprint(&mut tx, |table| !SETTLED.contains(&table)).await.unwrap();
        drop(tx);
        db.close().await;
        (!is_empty).then_some(said)
    })
}

#[test]
fn a_machine_that_stops_half_way_leaves_no_half_of_anything() {
    let demo = demonstration("killed");
    let elsewhere = Folder::new("killed-elsewhere");
    let night = elsewhere.0.join("night.backup");
    let store = elsewhere.0.join("store.db");
    let moments = [5, 40, 80, 120, 160, 200, 300, 400, 500, 600].map(Duration::from_millis);
    for after in moments {
        let mut words = program();
        words.args(["backup", "--data", demo.0.to_str().unwrap(), "--out", night.to_str().unwrap()]);
        killed(words, after);
        if night.exists() {
            break;
        }
    }
    if !night.exists() {
        last_line(&backup(&demo.0, &night, &[]));
    }
    last_line(&run(&["backup", "verify", "--file", night.to_str().unwrap()]));
    let expected = said(&demo.0.join("store.db"));
    for after in moments {
        let url = format!("sqlite://{}", store.display());
        let mut words = program();
        words.args(["restore", "--from", night.to_str().unwrap(), "--store", &url]);
        killed(words, after);
        match said(&store) {
            None => {}
            done => {
                assert_eq!(done, expected, "after {after:?}");
                break;
            }
        }
    }
    if said(&store).is_none() {
        last_line(&restore(&night, &store, &[]));
    }
    assert_eq!(said(&store), expected);
}
