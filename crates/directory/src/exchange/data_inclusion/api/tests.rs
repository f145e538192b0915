//! The interface through HTTP, on both engines, held to its own document.

use axum::http::StatusCode;
use boon::{Compiler, Schemas};
use kernel::Lang;
use platform::testing::{Browser, TestApp};
use serde_json::{Value, json};

use super::document::{meaning, openapi};
use super::endpoints::{BASE, ENDPOINTS};
use crate::testing;
use crate::words::words;

fn rows() -> (Vec<Value>, Vec<Value>) {
    let structure = |id: &str, commune: &str, network: &str| {
        json!({
            "source": "dora", "id": id, "nom": "Maison de quartier", "date_maj": "2025-06-01",
            "reseaux_porteurs": [network], "siret": "76475938700658", "code_insee": commune
        })
    };
    let service = |id: &str, structure: &str, commune: &str| {
        json!({
            "source": "dora", "id": id, "structure_id": structure, "nom": "Atelier cuisine",
            "description": "On cuisine ensemble le mardi.", "date_maj": "2025-06-01",
            "code_insee": commune, "contact_nom_prenom": "Une Personne", "frais": "gratuit",
            "publics": ["seniors"], "thematiques": ["famille--soutien-aidants"], "type": "atelier"
        })
    };
    let mut ajaccio = structure("mes-aides--2", "2A004", "ccas-cias");
    ajaccio["source"] = json!("mes-aides");
    (
        vec![structure("dora--1", "69029", "mjc"), ajaccio, structure("dora--3", "69123", "mjc")],
        vec![
            service("dora--bron", "dora--1", "69029"),
            service("dora--lyon/3", "dora--1", "69383"),
            service("dora--ajaccio", "mes-aides--2", "2A004"),
        ],
    )
}

async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let tell = async |test: TestApp| {
        let report = testing::import(&test, rows()).await;
        assert_eq!((report.structures.created, report.services.created), (3, 3));
        tell(test).await;
    };
    testing::story(tell).await;
}

async fn asked(browser: &mut Browser, path: &str) -> Value {
    let page = browser.get(&format!("{BASE}{path}")).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
    serde_json::from_str(&page.body).unwrap()
}

fn ids(answer: &Value) -> Vec<&str> {
    answer["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn services_and_structures_are_listed_by_territory() {
    story(|test| async move {
        let mut browser = test.browser();
        let rhone = ["dora--bron", "dora--lyon/3"].as_slice();
        let corsica = ["dora--ajaccio"].as_slice();
        for (query, services, structures) in [
            ("?code_departement=69", rhone, ["dora--1", "dora--3"].as_slice()),
            ("?slug_departement=rhone", rhone, &["dora--1", "dora--3"]),
            ("?code_region=84", rhone, &["dora--1", "dora--3"]),
            ("?slug_region=corse", corsica, &["mes-aides--2"]),
            ("?code_commune=69029", &["dora--bron"], &["dora--1"]),
            ("?code_commune=2A004&code_region=84", &[], &[]),
        ] {
            assert_eq!(ids(&asked(&mut browser, &format!("/services{query}")).await), services, "{query}");
            assert_eq!(
                ids(&asked(&mut browser, &format!("/structures{query}")).await),
                structures,
                "{query}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn each_filter_of_a_list_filters() {
    story(|test| async move {
        let mut browser = test.browser();
        for (query, found) in [
            ("/structures?reseaux_porteurs=mjc", ["dora--1", "dora--3"].as_slice()),
            ("/structures?sources=mes-aides", &["mes-aides--2"]),
            ("/structures?sources=unknown", &[]),
            ("/structures?exclure_doublons=true&sources=dora&reseaux_porteurs=mjc&code_commune=69029", &["dora--1"]),
            ("/services?sources=unknown", &[]),
            ("/services?recherche_public=senior&code_departement=69", &["dora--bron", "dora--lyon/3"]),
            ("/services?recherche_public=zzz", &[]),
            ("/services?recherche_public=zzz&code_departement=69", &[]),
            ("/services?thematiques=famille&code_departement=69&publics=seniors&types=atelier&frais=gratuit",
             &["dora--bron", "dora--lyon/3"]),
            ("/services?thematiques=numerique&code_departement=69", &[]),
            ("/services?score_qualite_minimum=0.99", &[]),
        ] {
            assert_eq!(ids(&asked(&mut browser, query).await), found, "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn pages_cut_a_list_and_count_all_of_it() {
    story(|test| async move {
        let mut browser = test.browser();
        for (path, held, total, pages) in [
            ("/structures?size=2&page=2", 1, 3, 2),
            ("/services?size=2&page=2", 1, 3, 2),
            ("/services?size=1&page=2&code_departement=69", 1, 2, 2),
            ("/structures?page=9", 0, 3, 1),
        ] {
            let answer = asked(&mut browser, path).await;
            assert_eq!(
                (&answer["size"], &answer["total"], &answer["pages"]),
                (&json!(held), &json!(total), &json!(pages)),
                "{path}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn one_is_found_by_its_identifier_with_what_belongs_to_it() {
    story(|test| async move {
        let mut browser = test.browser();
        let service = asked(&mut browser, "/services/dora--lyon%2F3").await;
        assert_eq!(service["structure"]["id"], "dora--1");
        let structure = asked(&mut browser, "/structures/dora--1").await;
        let services: Vec<&Value> =
            structure["services"].as_array().unwrap().iter().map(|service| &service["id"]).collect();
        assert_eq!(services, ["dora--bron", "dora--lyon/3"]);
        assert_eq!(structure["score_qualite"], service["structure"]["score_qualite"]);
        for path in ["/services/dora--none", "/structures/dora--none", "/services/%00"] {
            let page = browser.get(&format!("{BASE}{path}")).await;
            page.is(StatusCode::NOT_FOUND);
            assert_eq!(page.headers["content-type"], "application/problem+json");
            let problem: Value = serde_json::from_str(&page.body).unwrap();
            assert_eq!(problem["status"], 404);
        }
    })
    .await;
}

#[tokio::test]
async fn what_has_left_its_source_is_no_longer_given() {
    story(|test| async move {
        let (structures, services) = rows();
        testing::import(&test, (structures, services[1..].to_vec())).await;
        let mut browser = test.browser();
        browser.get("/api/v1/services/dora--bron").await.is(StatusCode::NOT_FOUND);
        assert_eq!(ids(&asked(&mut browser, "/services?code_departement=69").await), ["dora--lyon/3"]);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_question_says_what_is_wrong() {
    story(|test| async move {
        let mut browser = test.browser();
        for (path, begins) in [
            ("/services?size=10001", "size: Input should be less than or equal to 10000"),
            ("/structures?page=0", "page: Input should be greater than or equal to 1"),
            ("/structures?code_departement=99", "code_departement: Input should be '01', '02'"),
            ("/structures?reseaux_porteurs=petits-freres-des-pauvres", "reseaux_porteurs: Input should be"),
            ("/structures?exclure_doublons=maybe", "exclure_doublons: Input should be a valid boolean"),
            ("/services?code_commune=1", "code_commune: String should match pattern"),
            ("/services?page=-1", "page: Input should be greater than or equal to 1"),
        ] {
            let page = browser.get(&format!("{BASE}{path}")).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
            let problem: Value = serde_json::from_str(&page.body).unwrap();
            assert!(problem["detail"].as_str().unwrap().starts_with(begins), "{path}: {problem}");
        }
    })
    .await;
}

#[tokio::test]
async fn no_professional_s_name_leaves_by_any_address() {
    story(|test| async move {
        let mut browser = test.browser();
        for path in ["/services", "/services/dora--bron", "/structures/dora--1", "/search/services"] {
            let page = browser.get(&format!("{BASE}{path}")).await;
            assert!(page.body.contains("\"contact_nom_prenom\":null"), "{path}");
            assert!(!page.body.contains("Une Personne"), "{path}");
        }
    })
    .await;
}

/// Examples of an identifier where an address wants one.
fn example(path: &str) -> String {
    let id = if path.starts_with("/structures") { "dora--1" } else { "dora--bron" };
    path.replace("{id}", id)
}

#[tokio::test]
async fn every_real_answer_is_as_the_document_says() {
    story(|test| async move {
        let mut browser = test.browser();
        let page = browser.get(super::document::PATH).await;
        let document: Value = serde_json::from_str(&page.body).unwrap();
        let explained = asked(&mut browser, "/search/services?q=cuisine&explain=true").await;
        assert!(explained["items"][0]["explication"].is_object());
        validate(&document, "FoundServices", &explained);
        for endpoint in &ENDPOINTS {
            let answer = asked(&mut browser, &example(endpoint.path)).await;
            validate(&document, endpoint.answer, &answer);
            let wrong =
                browser.get(&format!("{BASE}{}?size=zero", endpoint.path.replace("{id}", "none"))).await;
            if wrong.status != StatusCode::OK {
                validate(&document, "Problem", &serde_json::from_str(&wrong.body).unwrap());
            }
        }
    })
    .await;
}

fn validate(document: &Value, name: &str, answer: &Value) {
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    let address = "https://maillage.test/openapi.json";
    compiler.add_resource(address, document.clone()).unwrap();
    let mut schemas = Schemas::new();
    let schema = compiler.compile(&format!("{address}#/components/schemas/{name}"), &mut schemas).unwrap();
    if let Err(error) = schemas.validate(answer, schema) {
        panic!("{name}: {error}");
    }
}

#[test]
fn every_address_of_the_interface_is_in_the_document_and_every_parameter_has_a_meaning() {
    let document = openapi();
    let paths = document["paths"].as_object().unwrap();
    assert_eq!(paths.len(), ENDPOINTS.len());
    for endpoint in &ENDPOINTS {
        let operation = &paths[&format!("{BASE}{}", endpoint.path)]["get"];
        assert!(!operation["summary"].as_str().unwrap().is_empty());
        assert!(document["components"]["schemas"][endpoint.answer].is_object(), "{}", endpoint.answer);
        for parameter in endpoint.parameters() {
            for lang in Lang::ALL {
                assert!(meaning(parameter.name, words(lang)).is_some(), "{}", parameter.name);
            }
        }
    }
    let search = ENDPOINTS[0].parameters();
    let names: Vec<&str> = search.iter().map(|parameter| parameter.name).collect();
    for name in ["code_commune", "lat", "lon", "thematiques", "publics", "page", "size"] {
        assert!(names.contains(&name), "{name}");
    }
}

#[tokio::test]
async fn people_read_the_document_in_their_language() {
    story(|test| async move {
        let page = test.browser().get("/api").await;
        page.is(StatusCode::OK);
        for text in ["GET /api/v1/structures", "reseaux_porteurs", "L’annuaire pour vos logiciels"] {
            assert!(page.body.contains(text), "{text}");
        }
        assert!(test.browser().in_english().get("/api").await.body.contains("for your software"));
    })
    .await;
}
