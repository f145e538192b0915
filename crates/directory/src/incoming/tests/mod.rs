//! Stories of files brought to the directory, on both engines.

mod calendar;
mod importing;

use axum::http::StatusCode;
use platform::testing::{Browser, Page, Team, TestApp};
use serde_json::{Value, json};

use crate::exchange::data_inclusion::Source;
use crate::testing;

const IMPORT: &str = "/annuaire/import";

async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let tell = async |test: TestApp| {
        Team::at_bron(&test).await;
        tell(test).await;
    };
    testing::story(tell).await;
}

fn structures() -> String {
    let row = |id: &str| json!({ "source": "dora", "id": id, "nom": "Maison de quartier", "date_maj": "2025-06-01" });
    [row("dora--1"), row("dora--2")].map(|row| row.to_string()).join("\n")
}

fn service(id: &str, more: &Value) -> Value {
    let mut row = json!({
        "source": "dora", "id": id, "structure_id": "dora--1", "nom": "Atelier cuisine",
        "description": "On cuisine ensemble le mardi.", "date_maj": "2025-06-01", "code_insee": "69029"
    });
    for (field, value) in more.as_object().unwrap() {
        row[field] = value.clone();
    }
    row
}

async fn brought(browser: &mut Browser, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Page {
    let page = browser.get(IMPORT).await;
    browser.upload(&page, IMPORT, fields, files).await
}

fn action(page: &Page) -> String {
    page.actions().into_iter().find(|action| action.starts_with(IMPORT)).unwrap()
}

/// Lets the worker do what waits, and shows the page as « Actualiser » does.
async fn refreshed(test: &TestApp, browser: &mut Browser, page: &Page) -> Page {
    platform::jobs::run_due(&test.app).await.unwrap();
    browser.get(&page.link("Actualiser")).await
}

#[tokio::test]
async fn files_are_looked_at_first_and_kept_only_when_somebody_says_so() {
    story(|test| async move {
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let services = json!([
            service("dora--a", &json!({})),
            service("dora--b", &json!({ "frais": "gratuits" })),
            service("dora--c", &json!({ "latitude": 4.9114, "longitude": 45.7333 })),
            service("=cmd", &json!({ "code_insee": "69999", "commune": "Bron", "code_postal": "69500", "structure_id": "x" })),
        ]);
        let services = services.to_string();
        let files: [(&str, &str, &[u8]); 2] = [
            ("structures", "s.ndjson", structures().leak().as_bytes()),
            ("services", "whatever.bin", services.as_bytes()),
        ];
        let page = brought(&mut browser, &[], &files).await;
        page.is(StatusCode::OK).says("Rien n’est encore enregistré").says("2 lignes refusées");
        page.says("peut-être « gratuit »").says("latitude et longitude échangées");
        assert_eq!(test.count("SELECT COUNT(*) FROM resource").await, 0);

        let table = browser.get(&page.link("Télécharger les lignes refusées (CSV)")).await;
        assert!(table.body.contains("\"'=cmd\"") && table.body.contains("aucune structure"), "{}", table.body);

        assert!(!page.text().contains("par prudence"), "every refused line is known");
        let asked = browser.send(&page, &action(&page), &[("faire", "importer")]).await;
        let done = refreshed(&test, &mut browser, &asked).await;
        done.is(StatusCode::OK).says("L’annuaire est à jour");
        assert_eq!(test.count("SELECT COUNT(*) FROM resource").await, 2);
        assert_eq!(test.count("SELECT COUNT(*) FROM incoming_part").await, 0);
        let again = browser.send(&page, &action(&page), &[("faire", "importer"), ("once", "")]).await;
        again.is(StatusCode::CONFLICT);

        let page = brought(&mut browser, &[], &files).await;
        page.says("L’annuaire dit déjà tout cela");
        assert!(!page.text().contains("Importer"), "nothing to import");
        assert_eq!(test.count("SELECT COUNT(*) FROM audit_entry WHERE subject_kind = 'incoming'").await, 3);
    })
    .await;
}

#[tokio::test]
async fn checking_counts_what_importing_then_does() {
    story(|test| async move {
        let now = test.app.clock().now();
        let source = |text: String| Source::new(std::io::Cursor::new(text.into_bytes()), 0).unwrap();
        let services = |ids: &[&str]| {
            ids.iter().map(|id| service(id, &json!({})).to_string()).collect::<Vec<_>>().join("\n")
        };
        let first = || (source(structures()), source(services(&["dora--a", "dora--b"])));
        let second = || {
            (
                source(structures().lines().next().unwrap().to_owned()),
                source(services(&["dora--b", "dora--c"])),
            )
        };
        for files in [(first(), first()), (second(), second())] {
            let db = test.app.db();
            let looked =
                crate::exchange::data_inclusion::examine(db, now, files.0, &mut |_| {}).await.unwrap();
            let done = crate::exchange::data_inclusion::import(db, now, files.1, &mut |_| {}).await.unwrap();
            assert_eq!(looked, done);
            assert!(done.changed());
        }
    })
    .await;
}

const TABLE: &str = "Activité;Association;Quand;Pour qui;Ville;C.P.;Prix;Téléphone\n\
    Chorale;MJC Péguy;Mardi 14h-16h;Les anciens;Bron;69500;Gratuit;04 72 00 00 00\n\
    Marche douce;Les Pas perdus;Jeudi 9h-11h;Tous publics;Bron;69500;12 € par an;\n\
    ;Les Pas perdus;;;;;;\n";

#[tokio::test]
async fn a_table_of_any_columns_is_matched_once_and_remembered_for_its_source() {
    story(|test| async move {
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let fields = [("source", "Ville de Bron"), ("lignes", "activites")];
        let file: [(&str, &str, &[u8]); 1] = [("table", "associations.csv", TABLE.as_bytes())];
        let page = brought(&mut browser, &fields, &file).await;
        page.is(StatusCode::OK).says("Que contient chaque colonne").says("MJC Péguy · Les Pas perdus");
        let action_of_columns = action(&page);
        assert_eq!(page.value(&action_of_columns, "c0"), "nom");
        assert_eq!(page.value(&action_of_columns, "c3"), "publics");

        let again = browser.send(&page, &action_of_columns, &[]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("Il manque : Description");
        let fields_of = [
            ("v-description", "Activité proposée par une association de Bron."),
            ("v-date_maj", "2025-06-01"),
            ("c6", "frais_precisions"),
            ("t3_0", "seniors"),
        ];
        again.says("« Les anciens »");
        let page = browser.send(&again, &action_of_columns, &fields_of).await;
        page.says("Ce que l’import ferait").says("1 ligne refusée").says("nom : obligatoire et absent");
        let asked = browser.send(&page, &action(&page), &[("faire", "importer")]).await;
        refreshed(&test, &mut browser, &asked).await.says("Import terminé");
        let listed = browser.get("/ressources?q=chorale").await;
        listed.says("MJC Péguy");
        assert_eq!(test.count("SELECT COUNT(*) FROM organization").await, 2);

        let page = brought(&mut browser, &fields, &file).await;
        page.is(StatusCode::OK).says("L’annuaire dit déjà tout cela");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_says_why_and_nothing_can_be_imported() {
    story(|test| async move {
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = brought(&mut browser, &[], &[("services", "a.pdf", b"%PDF-1.7 rubbish")]).await;
        page.says("C’est un PDF").says("Rien n’a changé");
        let forced = browser.send(&page, &action(&page), &[("faire", "importer")]).await;
        forced.is(StatusCode::CONFLICT);
        let page = brought(&mut browser, &[], &[("services", "a.csv", b"Nom;Ville\nCafe;Bron\n")]).await;
        page.says("Colonnes absentes : id, structure_id");
        let page = brought(&mut browser, &[], &[("services", "a.json", b"{\"id\": 1\n{}\n")]).await;
        page.says("2 lignes refusées").says("par prudence");
        let page = brought(&mut browser, &[], &[]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez au moins un fichier");
        let page = brought(&mut browser, &[], &[("table", "a.csv", b"a;b\n1;2\n")]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Dites qui publie").says("Dites ce que décrit");
        let large = vec![b'x'; super::upload::LARGEST + 1];
        let page = brought(&mut browser, &[], &[("services", "a.csv", &large)]).await;
        page.is(StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(test.count("SELECT COUNT(*) FROM organization").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_was_brought_is_forgotten_a_day_later_and_few_are_kept_at_once() {
    story(|test| async move {
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        for _ in 0..super::sql::MOST_KEPT + 2 {
            brought(&mut browser, &[], &[("structures", "s.ndjson", structures().as_bytes())]).await;
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM incoming").await, super::sql::MOST_KEPT);
        test.days_pass(1).await;
        assert_eq!(test.count("SELECT COUNT(*) FROM incoming").await, 0);
        assert_eq!(test.count("SELECT COUNT(*) FROM incoming_part").await, 0);
    })
    .await;
}

#[tokio::test]
async fn who_does_not_verify_the_directory_brings_nothing() {
    story(|test| async move {
        for role in ["prescriber", "link_worker"] {
            let mut browser = test.signed_in(&format!("{role}@essarts.test")).await;
            browser.get(IMPORT).await.is(StatusCode::NOT_FOUND);
            let id = kernel::id::IncomingId::new();
            browser.post(&format!("{IMPORT}/{id}"), &[]).await.is(StatusCode::NOT_FOUND);
            browser.get(&format!("{IMPORT}/{id}/colonnes")).await.is(StatusCode::NOT_FOUND);
        }
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let id = kernel::id::IncomingId::new();
        coordinator.get(&format!("{IMPORT}/{id}")).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_package_of_tables_is_brought_once_and_gives_both() {
    story(|test| async move {
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, rows) in [
            ("organizations.csv", "id,name,description\no1,MJC Péguy,Une maison de quartier\n"),
            (
                "services.csv",
                "id,organization_id,name,description,status\ns1,o1,Chorale,On chante ensemble,active\n",
            ),
        ] {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut zip, rows.as_bytes()).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        let files: [(&str, &str, &[u8]); 1] = [("services", "hsds.zip", &bytes)];
        let page = brought(&mut browser, &[("source", "Ville de Bron")], &files).await;
        page.is(StatusCode::OK).says("Rien n’est encore enregistré").does_not_say("refusée");
        let asked = browser.send(&page, &action(&page), &[("faire", "importer")]).await;
        refreshed(&test, &mut browser, &asked).await.says("Import terminé");
        browser.get("/ressources?q=chorale").await.says("MJC Péguy");
    })
    .await;
}

#[tokio::test]
async fn what_the_table_of_refused_lines_cannot_hold_is_said() {
    story(|test| async move {
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let refused = |count: usize| "{}\n".repeat(count);
        let page = brought(&mut browser, &[], &[("structures", "s.ndjson", refused(5_001).as_bytes())]).await;
        page.says("5001 lignes refusées").says("Ce fichier s’arrête aux 5000 premières");
        page.says("Voici les 100 premières.");
        let table = browser.get(&page.link("Télécharger les lignes refusées (CSV)")).await;
        assert_eq!(table.body.lines().count(), 5_001, "a title and 5,000 lines");
        let page = brought(&mut browser, &[], &[("structures", "s.ndjson", refused(100).as_bytes())]).await;
        page.says("100 lignes refusées").does_not_say("s’arrête aux").does_not_say("Voici les");
    })
    .await;
}
