//! The drill: a demonstration backed up while people write, brought back elsewhere, and used.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use backup::{Made, make, move_over, open};
use kernel::Clock;
use kernel::contact::Email;
use kernel::id::{PersonId, SiteId};
use platform::app::{App, Settings};
use platform::audit::{self, Action, Subject, Who};
use platform::db::whole::{self, Sum};
use platform::db::{Db, Engine};
use platform::outbox::{self, Mail};
use platform::testing::{Browser, Place, TestApp};
use platform::{accounts, jobs};

use super::restored;
use crate::demo::folder::Folder;
use crate::testing::TempFolder;
use crate::{demo, wiring};

/// What a restore changes: nobody comes in by what was, no letter leaves twice, the trail says so.
const SETTLED: [&str; 9] = [
    "session",
    "invitation",
    "sign_in_guess",
    "identity_attempt",
    "passkey_ceremony",
    "passkey",
    "recovery_code",
    "outbox",
    "audit_entry",
];

/// A demonstration that somebody uses, on an engine.
struct Used {
    test: TestApp,
    /// Signed in since before the backup.
    agent: Browser,
    place: Place,
}

fn settings() -> Settings {
    Settings {
        public_url: "http://maillage.test".to_owned(),
        mail_from: "Maillage <maillage@demo.example>".to_owned(),
        pictures_from: None,
        anchor_to: None,
        anchor_file: None,
        second_step: Vec::new(),
        visitor_forms: platform::app::USUAL_VISITOR_FORMS,
        kept: platform::kept::Months::default(),
        erased_file: None,
        servers: platform::app::Servers::default(),
        demo: true,
    }
}

async fn served(place: &Place) -> TestApp {
    let db = Db::open(&place.url()).await.unwrap();
    let app = wiring::build(db, Clock::shifted(0), settings()).await.unwrap();
    demo::catch_up(&app).await.unwrap();
    TestApp { app }
}

async fn signed_in(mut browser: Browser) -> Browser {
    let page = browser.get("/connexion").await;
    let fields = [("email", "agent@demo.example"), ("password", demo::PASS_PHRASE)];
    browser.send(&page, "/connexion", &fields).await;
    browser.get("/ma-journee").await.says("Nadia Belhassine");
    browser
}

/// Moved there from the file it is made in.
async fn used(engine: Engine, folder: &Folder) -> Used {
    let app = demo::open(folder, "http://maillage.test".to_owned(), false).await.unwrap();
    let place = Place::on(engine).await;
    let db = Db::open(&place.url()).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    let about = ("0.1.0", Clock::System.now());
    let moved = move_over(app.db(), &mut tx, &wiring::folders(), about).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(moved.from, moved.to);
    assert_eq!(said(&db, &[]).await, said(app.db(), &[]).await);
    app.db().close().await;
    db.close().await;
    let test = served(&place).await;
    let agent = signed_in(test.browser()).await;
    let mut tx = test.tx().await;
    let to = Email::parse("agent@demo.example").unwrap();
    let (account, _) = accounts::credentials(&mut tx, &to).await.unwrap().unwrap();
    accounts::invite(&mut tx, &test.app, account, &to, kernel::Lang::Fr).await.unwrap();
    tx.commit().await.unwrap();
    Used { test, agent, place }
}

async fn said(db: &Db, but: &[&str]) -> String {
    whole::fingerprint(&mut db.read().await.unwrap(), |table| !but.contains(&table)).await.unwrap()
}

/// The same of the rows a file holds.
fn file_says(file: &Path, but: &[&str]) -> String {
    let mut reader = open(file, None).unwrap();
    let tables = reader.inventory().tables.clone();
    let mut sums = vec![Sum::default(); tables.len()];
    while let Some((table, rows)) = reader.next_batch().unwrap() {
        rows.iter().for_each(|row| sums[table].add(row));
    }
    whole::of_sums(tables.iter().zip(&sums).filter(|(table, _)| !but.contains(&table.name.as_str())))
}

/// Acts that each leave a letter, a job and an entry, sealed now and then, until told to stop.
async fn people_write(app: App, stop: Arc<AtomicBool>, done: Arc<AtomicI64>) {
    let to = Email::parse("accueil@chorale.test").unwrap();
    while !stop.load(Ordering::Relaxed) {
        let now = app.clock().now();
        let mut tx = app.db().begin().await.unwrap();
        let mail = Mail { to: to.clone(), subject: "drill".to_owned(), body: "drill".to_owned() };
        outbox::put(&mut tx, &mail, now).await.unwrap();
        jobs::schedule(&mut tx, "drill", "", now).await.unwrap();
        audit::note(&mut tx, Who::TimePassing, Action::Sent, Subject::everything(), None, now).await.unwrap();
        tx.commit().await.unwrap();
        if done.fetch_add(1, Ordering::Relaxed) % 7 == 0 {
            audit::seal(app.db()).await.unwrap();
        }
    }
}

/// A backup made in the midst of it; how many acts were done before and after.
async fn backed_up(test: &TestApp, file: &Path) -> (Made, i64, i64) {
    let (stop, done) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicI64::new(0)));
    let writing = tokio::spawn(people_write(test.app.clone(), stop.clone(), done.clone()));
    while done.load(Ordering::Relaxed) < 5 {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let before = done.load(Ordering::Relaxed);
    let made = make(test.app.db(), file, &[], "0.1.0", Clock::System.now()).await.unwrap();
    let after = done.load(Ordering::Relaxed);
    stop.store(true, Ordering::Relaxed);
    writing.await.unwrap();
    (made, before, after)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_in_use_is_backed_up_and_serves_from_elsewhere_on_any_engine() {
    let temp = TempFolder::new();
    let folder = Folder::hold(&temp.0).unwrap();
    for from in Place::engines() {
        let Used { test, agent, place } = used(from, &folder).await;
        let file = temp.0.join(format!("{from:?}.backup"));
        let (made, before, after) = backed_up(&test, &file).await;
        assert!(after > before, "people wrote meanwhile: {before} acts, {after} acts");
        for to in Place::engines() {
            brought_back_and_used(&file, &made, to, &agent, before).await;
        }
        let quiet = temp.0.join(format!("{from:?}.quiet"));
        let made = make(test.app.db(), &quiet, &[], "0.1.0", Clock::System.now()).await.unwrap();
        assert_eq!(made.totals.fingerprint, said(test.app.db(), &[]).await);
        test.app.db().close().await;
        place.remove().await;
    }
}

/// A trail that somebody altered before the backup says so after it, and the data are there.
#[tokio::test]
async fn a_trail_that_was_broken_before_is_told_and_stops_nothing() {
    let temp = TempFolder::new();
    for engine in Place::engines() {
        let (one, other) = (Place::on(engine).await, Place::on(engine).await);
        let test = served(&one).await;
        let mut tx = test.tx().await;
        for _ in 0..3 {
            let now = test.app.clock().now();
            audit::note(&mut tx, Who::Console, Action::Read, Subject::everything(), None, now).await.unwrap();
        }
        tx.commit().await.unwrap();
        audit::seal(test.app.db()).await.unwrap();
        let mut tx = test.tx().await;
        tx.run("UPDATE audit_entry SET action = 'listed' WHERE number = 2", &[]).await.unwrap();
        tx.commit().await.unwrap();
        let file = temp.0.join(format!("{engine:?}.backup"));
        make(test.app.db(), &file, &[], "0.1.0", Clock::System.now()).await.unwrap();
        let db = Db::open(&other.url()).await.unwrap();
        let done = restored(&db, &file, None, "", &[]).await.unwrap();
        assert_eq!(done.trail, Some(audit::Broken::Altered(2)));
        assert_eq!(said(&db, &SETTLED).await, file_says(&file, &SETTLED));
        db.close().await;
        test.app.db().close().await;
        one.remove().await;
        other.remove().await;
    }
}

async fn brought_back_and_used(file: &Path, made: &Made, to: Engine, agent: &Browser, before: i64) {
    let place = Place::on(to).await;
    let db = Db::open(&place.url()).await.unwrap();
    let done = restored(&db, file, None, "", &[]).await.unwrap();
    assert_eq!((&done.totals, done.trail), (&made.totals, None));
    assert_eq!(said(&db, &SETTLED).await, file_says(file, &SETTLED), "to {to:?}");
    db.close().await;

    let test = served(&place).await;
    let letters = test.count("SELECT COUNT(*) FROM outbox WHERE subject = 'drill'").await;
    let acts = test.count("SELECT COUNT(*) FROM job WHERE kind = 'drill'").await;
    assert!(letters == acts && acts >= before, "an act is there or is not: {letters} letters, {acts} jobs");
    let waiting = "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND (failed_at IS NULL OR body <> '')";
    assert_eq!(test.count(waiting).await, 0, "no letter leaves twice");
    assert_eq!(
        i64::try_from(done.given_up).unwrap(),
        test.count("SELECT COUNT(*) FROM outbox WHERE last_error LIKE 'restored%'").await
    );
    let verified = audit::verify(&mut test.tx().await, &[]).await.unwrap().unwrap();
    assert!(verified.head.number > 0 && verified.waiting > 0);
    assert_eq!(test.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'restored'").await, 1);

    let mut before_the_backup = agent.before(&test);
    before_the_backup.get("/ma-journee").await.does_not_say("Nadia Belhassine");
    assert_eq!(test.count("SELECT COUNT(*) FROM invitation").await, 0);
    let mut agent = signed_in(test.browser()).await;
    agent.get("/demandes").await.says("Jeannine Guillermin");
    agent.get("/ressources?q=chorale").await.says("chorale");
    test.app.db().close().await;
    place.remove().await;
}

/// Somebody erased since the backup, or written down so, is nowhere after it.
#[tokio::test]
async fn whoever_was_erased_since_is_erased_again() {
    let temp = TempFolder::new();
    for engine in Place::engines() {
        let (one, other) = (Place::on(engine).await, Place::on(engine).await);
        let test = served(&one).await;
        let (person, file) = (PersonId::new(), temp.0.join(format!("{engine:?}.backup")));
        let mut tx = test.tx().await;
        let site = SiteId::new();
        tx.run(
            "INSERT INTO site (id, name, address, phone, consent_mode, created_at)
             VALUES ($1, 'Maison des Tilleuls', 'Bron', '+33465710010', 'prior', 0)",
            &[site.into()],
        )
        .await
        .unwrap();
        for (id, name) in [(person, "Odile Morin"), (PersonId::new(), "Marcel Resté")] {
            tx.run(
                "INSERT INTO person (id, site_id, name, name_key, commune_code, discreet, created_at)
                 VALUES ($1, $2, $3, $3, '69029', $4, 0)",
                &[id.into(), site.into(), name.into(), false.into()],
            )
            .await
            .unwrap();
        }
        tx.commit().await.unwrap();
        make(test.app.db(), &file, &[], "0.1.0", Clock::System.now()).await.unwrap();
        let db = Db::open(&other.url()).await.unwrap();
        let erased = [person, PersonId::new()];
        let done = restored(&db, &file, None, "", &erased).await.unwrap();
        assert_eq!(done.erased, 1);
        let mut tx = db.read().await.unwrap();
        let names: Vec<(String,)> = tx
            .all("SELECT name FROM person WHERE name LIKE 'Odile%' OR name LIKE 'Marcel R%'", &[])
            .await
            .unwrap();
        assert_eq!(names, [("Marcel Resté".to_owned(),)]);
        tx.commit().await.unwrap();
        db.close().await;
        test.app.db().close().await;
        one.remove().await;
        other.remove().await;
    }
}
