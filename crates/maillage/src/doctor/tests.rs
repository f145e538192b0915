//! Installations with something wrong, one thing at a time.

use clap::Parser;
use jiff::SignedDuration;
use kernel::{Clock, Lang};
use platform::app::App;
use platform::db::Db;
use platform::{jobs, testing};

use super::finding::Report;
use crate::settings::Place;
use crate::testing::TempFolder;
use crate::{demo, wiring};

#[derive(Parser)]
struct Typed {
    #[command(flatten)]
    place: Place,
}

fn place(words: &[&str]) -> Place {
    Typed::parse_from(std::iter::once(&"doctor").chain(words)).place
}

/// An installation in a file, with its tables and nobody in it.
async fn installation(temp: &TempFolder) -> (App, Place) {
    let place = place(&["--store", &format!("sqlite://{}/real.db", temp.0.display())]);
    let settings = platform::app::Settings {
        public_url: "https://maillage.test".to_owned(),
        mail_from: String::new(),
        pictures_from: None,
        anchor_to: None,
        anchor_file: None,
        second_step: Vec::new(),
        visitor_forms: platform::app::USUAL_VISITOR_FORMS,
        kept: platform::kept::Months::default(),
        erased_file: None,
        servers: platform::app::Servers::default(),
        demo: false,
    };
    let db = Db::open(&place.store().unwrap()).await.unwrap();
    (wiring::build(db, Clock::System, settings).await.unwrap(), place)
}

async fn said(place: &Place) -> Vec<String> {
    super::examine(place, Lang::Fr).await.iter().map(ToString::to_string).collect()
}

fn ill(said: &[String]) -> String {
    said.iter().filter(|line| line.starts_with('✗')).map(String::as_str).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn an_absent_store_is_told_and_not_made() {
    let temp = TempFolder::new();
    let place = place(&["--data", temp.0.to_str().unwrap()]);
    let said = said(&place).await;
    assert!(ill(&said).contains("Il n’y a pas de données"), "{said:?}");
    assert!(!place.file().unwrap().exists());
}

#[tokio::test]
async fn a_new_installation_is_told_what_comes_next() {
    let temp = TempFolder::new();
    let (_app, place) = installation(&temp).await;
    let said = said(&place).await;
    let ill = ill(&said);
    assert!(ill.contains("maillage site add") && ill.contains("Le répertoire est vide"), "{ill}");
    assert!(said.iter().any(|line| line.starts_with("✓ Le fichier des données est entier")), "{said:?}");
}

#[tokio::test]
async fn jobs_that_wait_and_jobs_given_up_are_counted() {
    let temp = TempFolder::new();
    let (app, place) = installation(&temp).await;
    assert!(said(&place).await.iter().any(|line| line.contains("Tout ce qui était prévu est fait")));
    let mut tx = app.db().begin().await.unwrap();
    let long_ago = app.clock().now() - SignedDuration::from_hours(1);
    for kind in ["one", "two"] {
        jobs::schedule(&mut tx, kind, "", long_ago).await.unwrap();
    }
    jobs::schedule(&mut tx, "given up", "", long_ago).await.unwrap();
    tx.run("UPDATE job SET failed_at = 1, last_error = 'no such case' WHERE kind = 'given up'", &[])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let ill = ill(&said(&place).await);
    assert!(ill.contains("2 choses prévues attendent") && ill.contains("no such case"), "{ill}");
}

#[tokio::test]
async fn a_clock_behind_the_trail_is_told() {
    let temp = TempFolder::new();
    let (app, place) = installation(&temp).await;
    let mut tx = app.db().begin().await.unwrap();
    let tomorrow = app.clock().now() + SignedDuration::from_hours(24);
    let site = kernel::id::SiteId::new();
    let who = platform::audit::Who::Visitor;
    platform::audit::note(&mut tx, who, platform::audit::Action::Read, site, None, tomorrow).await.unwrap();
    tx.commit().await.unwrap();
    assert!(ill(&said(&place).await).contains("Mettez cette machine à l’heure"));
}

#[tokio::test]
async fn tables_of_another_version_are_told() {
    let temp = TempFolder::new();
    let (app, place) = installation(&temp).await;
    let mut tx = app.db().begin().await.unwrap();
    tx.run("DELETE FROM _sqlx_migrations WHERE version = 50", &[]).await.unwrap();
    tx.commit().await.unwrap();
    assert!(ill(&said(&place).await).contains("Les tables sont en retard"));
}

#[tokio::test]
async fn a_damaged_file_is_told() {
    let temp = TempFolder::new();
    let (app, place) = installation(&temp).await;
    app.db().close().await;
    let file = place.file().unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    for byte in bytes.iter_mut().skip(8192).take(40_000) {
        *byte = 0xAA;
    }
    std::fs::write(&file, bytes).unwrap();
    assert!(ill(&said(&place).await).contains("abîmé"), "{:?}", said(&place).await);
}

#[tokio::test]
async fn a_mail_server_that_is_not_there_is_told() {
    // A port that was free a moment ago.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let smtp = format!("smtp://127.0.0.1:{port}");
    let url = ["--public-url", "http://maillage.example.org", "--store", "sqlite:///nowhere.db"];
    let ill_with_smtp = ill(&said(&place(&[&url[..], &["--smtp", &smtp]].concat())).await);
    assert!(ill_with_smtp.contains("ne répond pas comme il faut"), "{ill_with_smtp}");
    assert!(ill_with_smtp.contains("https://"), "{ill_with_smtp}");
    assert!(ill(&said(&place(&url)).await).contains("Aucun serveur de courriel n’est réglé"));
}

#[tokio::test]
async fn a_demonstration_is_recognised_and_keeps_its_own_time() {
    let temp = TempFolder::new();
    let folder = demo::folder::Folder::hold(&temp.0).unwrap();
    let _app = demo::open(&folder, String::new(), false).await.unwrap();
    let said = said(&place(&["--data", temp.0.to_str().unwrap()])).await;
    assert!(said.iter().any(|line| line.contains("31\u{a0}mars\u{a0}2026")), "{said:?}");
    assert!(said.iter().any(|line| line.contains("C’est une démonstration")), "{said:?}");
}

#[tokio::test]
async fn tables_of_this_program_are_well_on_each_engine() {
    for engine in testing::Place::engines() {
        let place = testing::Place::on(engine).await;
        let db = Db::open(&place.url()).await.unwrap();
        db.migrate(&wiring::folders()).await.unwrap();
        let mut report = Report::new(Lang::En);
        assert!(super::tables::examine(&db, &mut report).await);
        assert!(report.findings.iter().all(super::Finding::is_well), "{:?}", report.findings);
        db.close().await;
        place.remove().await;
    }
}

#[tokio::test]
async fn a_provider_that_does_not_answer_is_told() {
    let temp = TempFolder::new();
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let config = temp.0.join("maillage.toml");
    let written = |issuer: &str| {
        let lines = "client_id = \"a\"\nclient_secret = \"b\"\nacr = [\"eidas2\"]";
        let text =
            format!("[[provider]]\nkey = \"pc\"\nname = \"ProConnect\"\nissuer = \"{issuer}\"\n{lines}\n");
        std::fs::write(&config, text).unwrap();
        let url = ["--public-url", "https://maillage.example.org", "--store", "sqlite:///nowhere.db"];
        place(&[&url[..], &["--config", config.to_str().unwrap()]].concat()).with_file().unwrap()
    };
    let silent = ill(&said(&written(&format!("http://127.0.0.1:{port}"))).await);
    assert!(silent.contains("ProConnect ne répond pas comme il faut"), "{silent}");
    let wrong = ill(&said(&written("http://idp.example")).await);
    assert!(wrong.contains("fournisseur d’identité est mal réglé") && wrong.contains("https://"), "{wrong}");
}
