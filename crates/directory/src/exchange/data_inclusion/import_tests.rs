//! Imports, on both engines.

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use axum::http::StatusCode;
use flate2::Compression;
use flate2::write::GzEncoder;
use kernel::Lang;
use platform::testing::TestApp;
use serde_json::{Value, json};

use super::*;
use crate::finder::{self, Query};
use crate::resource::{self, ResourceId, Ties};
use crate::testing::story;
use crate::vocabulary::Lever;

fn structure(id: &str) -> Value {
    json!({ "source": "dora", "id": format!("dora--{id}"), "nom": "Maison de quartier", "date_maj": "2025-06-01" })
}

fn service(id: &str, structure: &str) -> Value {
    json!({
        "source": "dora", "id": format!("dora--{id}"), "structure_id": format!("dora--{structure}"),
        "nom": "Atelier cuisine", "description": "On cuisine ensemble le mardi.", "date_maj": "2025-06-01"
    })
}

fn file(rows: &[Value]) -> Source {
    let lines: Vec<String> = rows.iter().map(Value::to_string).collect();
    source(lines.join("\n").into_bytes())
}

fn source(bytes: Vec<u8>) -> Source {
    let size = u64::try_from(bytes.len()).unwrap();
    Source::new(std::io::Cursor::new(bytes), size).unwrap()
}

/// The report, and what whoever waits was told of refused rows.
async fn try_import(
    test: &TestApp,
    structures: Source,
    services: Source,
) -> Result<(Report, Vec<String>), ImportError> {
    let mut told = Vec::new();
    let mut tell = |event: Event<'_>| {
        if let Event::Refused { file, row } = event {
            let reasons: Vec<String> = row.reasons.iter().map(|reason| reason.say(Lang::Fr)).collect();
            told.push(format!("{file:?} {}: {}", row.line, reasons.join(", ")));
        }
    };
    let now = test.app.clock().now();
    let report = import(test.app.db(), now, (structures, services), &mut tell).await?;
    Ok((report, told))
}

async fn imported(test: &TestApp, structures: &[Value], services: &[Value]) -> Report {
    try_import(test, file(structures), file(services)).await.unwrap().0
}

async fn found(test: &TestApp) -> Vec<String> {
    let view = finder::current(&test.app).await.unwrap();
    let found = view.find(&Query::default());
    found.hits.iter().map(|hit| hit.id.to_string()).collect()
}

#[tokio::test]
async fn a_second_import_changes_nothing_and_a_changed_row_is_updated() {
    story(|test| async move {
        let structures = [structure("1"), structure("2")];
        let mut services = [service("a", "1"), service("b", "2")];
        let first = imported(&test, &structures, &services).await;
        assert_eq!(first.services.to_string(), "2 read, 2 created, 0 updated, 0 unchanged, 0 refused");

        let second = imported(&test, &structures, &services).await;
        assert!(!second.changed());
        assert_eq!(second.structures.to_string(), "2 read, 0 created, 0 updated, 2 unchanged, 0 refused");

        services[1]["nom"] = json!("Atelier couture");
        let third = imported(&test, &structures, &services).await;
        assert_eq!((third.services.updated, third.services.unchanged), (1, 1));
        let view = finder::current(&test.app).await.unwrap();
        let found = view.find(&Query { text: "couture".to_owned(), ..Query::default() });
        assert_eq!(found.hits.iter().map(|hit| hit.id.as_str()).collect::<Vec<_>>(), ["dora--b"]);
    })
    .await;
}

#[tokio::test]
async fn a_row_gone_from_its_source_is_marked_kept_and_comes_back_if_it_returns() {
    story(|test| async move {
        let structures = [structure("1")];
        imported(&test, &structures, &[service("a", "1"), service("b", "1")]).await;
        let report = imported(&test, &structures, &[service("a", "1")]).await;
        assert_eq!(report.services.gone, 1);
        assert_eq!(found(&test).await, ["dora--a"]);

        let id = ResourceId::parse("dora--b").unwrap();
        let (kept, gone_since) = resource::find(&mut test.tx().await, &id).await.unwrap().unwrap();
        assert_eq!((kept.name.as_str(), gone_since.is_some()), ("Atelier cuisine", true));

        let report = imported(&test, &structures, &[service("a", "1"), service("b", "1")]).await;
        assert_eq!((report.services.updated, report.services.gone), (1, 0));
        assert_eq!(found(&test).await, ["dora--a", "dora--b"]);
    })
    .await;
}

#[tokio::test]
async fn a_gone_structure_takes_what_it_offered_out_of_sight_and_its_page_says_so() {
    story(|test| async move {
        let both = [service("a", "1"), service("b", "2")];
        imported(&test, &[structure("1"), structure("2")], &both).await;
        let (report, told) = try_import(&test, file(&[structure("1")]), file(&both)).await.unwrap();
        assert_eq!((report.structures.gone, report.services.gone, report.services.refused), (1, 0, 1));
        assert_eq!(told, ["Services 2: structure_id\u{a0}: aucune structure «\u{a0}dora--2\u{a0}»"]);
        assert_eq!(found(&test).await, ["dora--a"]);
        let page = test.browser().get("/organisations/dora--2").await;
        page.is(StatusCode::GONE).says("n’est plus dans l’annuaire depuis le 13 janvier 2026");

        let back = imported(&test, &[structure("1"), structure("2")], &both).await;
        assert_eq!((back.structures.updated, back.services.unchanged), (1, 2));
        assert_eq!(found(&test).await, ["dora--a", "dora--b"]);
    })
    .await;
}

#[tokio::test]
async fn a_source_that_no_file_names_is_left_alone() {
    story(|test| async move {
        imported(&test, &[structure("1")], &[service("a", "1")]).await;
        let mut elsewhere = structure("9");
        elsewhere["source"] = json!("soliguide");
        elsewhere["id"] = json!("soliguide--9");
        let report = imported(&test, &[elsewhere], &[]).await;
        assert_eq!((report.structures.gone, report.services.gone), (0, 0));
        assert_eq!(found(&test).await, ["dora--a"]);
    })
    .await;
}

#[tokio::test]
async fn a_refused_row_says_why_stops_nothing_and_keeps_its_last_good_version() {
    story(|test| async move {
        imported(&test, &[structure("1")], &[service("a", "1"), service("b", "1")]).await;
        let mut broken = service("a", "1");
        broken["frais"] = json!("gratos");
        let services = [broken, service("b", "1"), service("b", "1"), service("c", "7")];
        let (report, told) = try_import(&test, file(&[structure("1")]), file(&services)).await.unwrap();
        assert_eq!(report.services.to_string(), "4 read, 0 created, 0 updated, 1 unchanged, 3 refused");
        assert_eq!(
            told,
            [
                "Services 1: frais\u{a0}: valeur inconnue «\u{a0}gratos\u{a0}»",
                "Services 3: id déjà lu à la ligne 2",
                "Services 4: structure_id\u{a0}: aucune structure «\u{a0}dora--7\u{a0}»",
            ]
        );
        assert_eq!(found(&test).await, ["dora--a", "dora--b"]);
    })
    .await;
}

#[tokio::test]
async fn an_import_never_touches_what_the_territory_knows() {
    story(|test| async move {
        imported(&test, &[structure("1")], &[service("a", "1")]).await;
        let id = ResourceId::parse("dora--a").unwrap();
        let mut tx = test.tx().await;
        let (mut resource, _) = resource::find(&mut tx, &id).await.unwrap().unwrap();
        resource.ties = Ties { levers: vec![Lever::Gather], places: Some(3), ..Ties::default() };
        resource::put(&mut tx, &resource, test.app.clock().now()).await.unwrap();
        tx.commit().await.unwrap();

        let mut changed = service("a", "1");
        changed["nom"] = json!("Atelier pain");
        imported(&test, &[structure("1")], &[changed]).await;
        let (after, _) = resource::find(&mut test.tx().await, &id).await.unwrap().unwrap();
        assert_eq!((after.name.as_str(), after.ties), ("Atelier pain", resource.ties));
    })
    .await;
}

#[tokio::test]
async fn a_file_cut_short_changes_nothing_at_all() {
    story(|test| async move {
        imported(&test, &[structure("1")], &[service("a", "1")]).await;
        let mut archive = GzEncoder::new(Vec::new(), Compression::fast());
        for number in 0..2000 {
            writeln!(archive, "{}", service(&format!("n{number}"), "1")).unwrap();
        }
        let mut bytes = archive.finish().unwrap();
        bytes.truncate(bytes.len() - 20);
        let error =
            try_import(&test, file(&[structure("1"), structure("2")]), source(bytes)).await.unwrap_err();
        assert!(matches!(error, ImportError::Source { file: File::Services, .. }), "{error}");
        assert_eq!(found(&test).await, ["dora--a"]);
        let again = imported(&test, &[structure("1"), structure("2")], &[service("a", "1")]).await;
        assert_eq!(again.structures.created, 1);
    })
    .await;
}

#[tokio::test]
async fn a_row_whose_id_cannot_be_read_lets_nothing_of_its_kind_be_marked_gone() {
    story(|test| async move {
        let structures = [structure("1"), structure("2")];
        let good = service("a", "1").to_string();
        let over = format!("{{\"id\":\"dora--b\",\"nom\":\"{}\"}}", "x".repeat(1 << 20));
        let unread: [&[u8]; 4] =
            [b"{\"id\":\"dora--b", b"{\"id\":\"dora--b\xff\"}", over.as_bytes(), b"{\"id\":7}"];
        for broken in unread {
            imported(&test, &structures, &[service("a", "1"), service("b", "1")]).await;
            let bytes = [good.as_bytes(), b"\n", broken].concat();
            let (report, told) = try_import(&test, file(&structures[..1]), source(bytes)).await.unwrap();
            assert_eq!((report.services.refused, report.services.unnamed, report.services.gone), (1, 1, 0));
            assert_eq!((report.structures.unnamed, report.structures.gone), (0, 1), "the other kind");
            assert_eq!(found(&test).await, ["dora--a", "dora--b"], "{told:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn coordinates_out_of_place_are_told_with_their_line_and_id() {
    story(|test| async move {
        let mut astray = service("b", "1");
        astray["code_insee"] = json!("69029");
        astray["latitude"] = json!(48.8566);
        astray["longitude"] = json!(2.3522);
        let mut told = Vec::new();
        let mut tell = |event: Event<'_>| {
            if let Event::Noticed { file, line, id, notice: Notice::FarFromCommune { km } } = event {
                told.push(format!("{file:?} {line} {id} {km:.0}"));
            }
        };
        let files = (file(&[structure("1")]), file(&[service("a", "1"), astray]));
        let report = import(test.app.db(), test.app.clock().now(), files, &mut tell).await.unwrap();
        assert_eq!(report.services.flagged, 1);
        assert_eq!(told, ["Services 2 dora--b 397"]);
    })
    .await;
}

/// Real rows, published but never committed here: a developer who has them checks the whole path.
#[tokio::test]
async fn the_real_files_are_imported_whole_twice() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let [structures, services] = ["structures.ndjson.gz", "services.ndjson.gz"].map(|name| folder.join(name));
    if !structures.exists() || !services.exists() {
        println!("skipped: no real files in {}", folder.display());
        return;
    }
    let open = |path: &Path| Source::open(path).unwrap();
    story(|test| {
        let (structures, services) = (structures.clone(), services.clone());
        async move {
            let start = Instant::now();
            let (report, told) = try_import(&test, open(&structures), open(&services)).await.unwrap();
            println!("first import {:?}: {report:?}", start.elapsed());
            assert_eq!(told, Vec::<String>::new());
            assert_eq!((report.structures.created, report.services.created), (11_891, 12_497));

            let start = Instant::now();
            let (again, _) = try_import(&test, open(&structures), open(&services)).await.unwrap();
            println!("second import {:?}", start.elapsed());
            assert_eq!((again.structures.unchanged, again.services.unchanged), (11_891, 12_497));
            assert!(!again.changed());

            let start = Instant::now();
            let view = finder::current(&test.app).await.unwrap();
            println!("view read {:?}", start.elapsed());
            let start = Instant::now();
            let found = view.find(&Query { text: "smartphone".to_owned(), ..Query::default() });
            println!("« smartphone » {} hits {:?}", found.total, start.elapsed());
            assert_eq!(view.len(), 12_497);
        }
    })
    .await;
}
