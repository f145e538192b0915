//! The interface, through HTTP, on both engines.

use axum::http::StatusCode;
use platform::testing::{Browser, TestApp};
use serde_json::{Value, json};

use crate::testing;

/// data·inclusion's own vector: Lille is 39 km from the centre of Hazebrouck.
fn rows() -> (Vec<Value>, Vec<Value>) {
    let structure = json!({
        "source": "dora", "id": "dora--1", "nom": "Maison de quartier", "date_maj": "2025-06-01",
        "reseaux_porteurs": ["mjc"], "siret": "76475938700658"
    });
    let service = |id: &str| {
        json!({
            "source": "dora", "id": id, "structure_id": "dora--1", "nom": "Atelier cuisine",
            "description": "On cuisine ensemble le mardi.", "date_maj": "2025-06-01",
            "latitude": 50.633333, "longitude": 3.066667, "modes_accueil": ["en-presentiel"],
            "code_insee": "59350", "contact_nom_prenom": "Une Personne"
        })
    };
    let mut remote = service("dora--remote");
    remote["modes_accueil"] = json!(["a-distance"]);
    remote["frais"] = json!("payant");
    remote["thematiques"] = json!(["famille--soutien-aidants"]);
    remote["publics"] = json!(["seniors"]);
    remote["type"] = json!("atelier");
    let mut elsewhere = service("dora--elsewhere");
    elsewhere["zone_eligibilite"] = json!(["75"]);
    (vec![structure], vec![service("dora--lille"), remote, elsewhere])
}

async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let tell = async |test: TestApp| {
        let report = testing::import(&test, rows()).await;
        assert_eq!(report.services.created, 3);
        tell(test).await;
    };
    testing::story(tell).await;
}

async fn asked(browser: &mut Browser, query: &str) -> Value {
    let page = browser.get(&format!("/api/v1/search/services{query}")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    serde_json::from_str(&page.body).unwrap()
}

fn ids(answer: &Value) -> Vec<&str> {
    let items = answer["items"].as_array().unwrap();
    items.iter().map(|item| item["service"]["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn somebody_in_hazebrouck_finds_lille_at_39_km_then_what_is_remote() {
    story(|test| async move {
        let mut browser = test.browser();
        let answer = asked(&mut browser, "?code_commune=59295").await;
        assert_eq!(ids(&answer), ["dora--lille", "dora--remote"]);
        assert_eq!(answer["items"][0]["distance"], json!(39));
        let km = answer["items"][0]["distance_km"].as_f64().unwrap();
        assert!((38.5..39.5).contains(&km) && (km * 1_000.0).fract() < 1e-6 && km.fract() != 0.0, "{km}");
        for field in ["distance", "distance_km"] {
            assert_eq!(answer["items"][1].get(field), Some(&Value::Null), "{field}");
        }
        assert_eq!(answer["items"][0]["service"]["structure"]["reseaux_porteurs"], json!(["mjc"]));
    })
    .await;
}

#[tokio::test]
async fn a_page_tells_how_many_items_it_holds_and_how_many_pages_there_are() {
    story(|test| async move {
        let mut browser = test.browser();
        let answer = asked(&mut browser, "?size=2&page=2").await;
        let rest = json!({ "total": 3, "page": 2, "size": 1, "pages": 2 });
        for field in ["total", "page", "size", "pages"] {
            assert_eq!(answer[field], rest[field], "{field}");
        }
        assert_eq!(ids(&answer), ["dora--remote"]);
        assert_eq!(asked(&mut browser, "?page=9").await["size"], json!(0));
    })
    .await;
}

#[tokio::test]
async fn each_filter_of_the_interface_filters() {
    story(|test| async move {
        let mut browser = test.browser();
        for query in [
            "?frais=payant",
            "?thematiques=famille&thematiques=numerique--acquerir-un-equipement",
            "?publics=seniors",
            "?types=atelier&types=formation",
            "?modes_accueil=a-distance",
            "?sources=dora&frais=payant&unknown=passed-over",
        ] {
            assert_eq!(ids(&asked(&mut browser, query).await), ["dora--remote"], "{query}");
        }
        assert_eq!(asked(&mut browser, "?score_qualite_minimum=0.99").await["total"], json!(0));
        assert_eq!(asked(&mut browser, "?publics=tous-publics").await["total"], json!(3));
    })
    .await;
}

#[tokio::test]
async fn a_point_is_measured_from_instead_of_the_commune_s_centre() {
    story(|test| async move {
        let mut browser = test.browser();
        let answer = asked(&mut browser, "?code_commune=59295&lat=50.633333&lon=3.066667").await;
        assert_eq!(answer["items"][0]["distance"], json!(0));
        let ignored = asked(&mut browser, "?lat=50.633333&lon=3.066667").await;
        assert_eq!(
            (ignored["total"].clone(), ignored["items"][0]["distance"].clone()),
            (json!(3), Value::Null)
        );
    })
    .await;
}

#[tokio::test]
async fn a_wrong_question_is_answered_by_a_problem_that_says_what_is_wrong() {
    story(|test| async move {
        let mut browser = test.browser();
        let cases = [
            ("?code_commune=59999", "This `code_commune` does not exist."),
            ("?code_commune=abc", "code_commune: String should match pattern '^\\w{5}$'"),
            ("?lat=50.6", "The `lat` and `lon` must be simultaneously filled."),
            ("?lat=north&lon=3", "lat: Input should be a valid number"),
            ("?lat=91&lon=3", "lat: Input should be between -90 and 90"),
            ("?frais=gratis", "frais: Input should be 'gratuit', 'payant'"),
            ("?page=-1", "page: Input should be greater than or equal to 1"),
            ("?lat=50&lon=-181", "lon: Input should be between -180 and 180"),
            ("?lat=NaN&lon=3", "lat: Input should be a valid number"),
            ("?page=0", "page: Input should be greater than or equal to 1"),
            ("?size=10001", "size: Input should be less than or equal to 10000"),
            ("?size=0", "size: Input should be greater than or equal to 1"),
            ("?page=two", "page: Input should be a valid integer"),
            ("?rayon=201", "rayon: Input should be between 0 and 200"),
            ("?demi_journees=mardi", "demi_journees: Input should be 'lundi-matin', 'lundi-apres-midi'"),
            ("?activites=Jeux", "activites: String should match pattern '^[a-z0-9_-]{1,60}$'"),
            ("?places_le=demain", "places_le: Input should be a valid date, as 2026-11-30"),
            ("?ouvert_a=14h30", "ouvert_a: Input should be a valid date-time, as 2026-11-30T14:30"),
            ("?explain=why", "explain: Input should be a valid boolean"),
            ("?exclure_doublons=strict", "exclure_doublons: Input should be a valid boolean"),
        ];
        let long = "mot+".repeat(10_000);
        let q = (format!("?q={long}"), "q: String should have at most 200 characters");
        let whom = format!("?recherche_public={}", "a".repeat(201));
        let whom = (whom, "recherche_public: String should have at most 200 characters");
        let cases = cases.map(|(query, detail)| (query.to_owned(), detail)).into_iter().chain([q, whom]);
        for (query, detail) in cases {
            let page = browser.get(&format!("/api/v1/search/services{query}")).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
            assert_eq!(page.headers["content-type"], "application/problem+json", "{query}");
            let problem: Value = serde_json::from_str(&page.body).unwrap();
            let said = problem["detail"].as_str().unwrap();
            assert!(said.starts_with(detail), "{query}: {said}");
        }
    })
    .await;
}

#[tokio::test]
async fn no_professional_s_name_leaves_by_the_interface() {
    story(|test| async move {
        let page = test.browser().get("/api/v1/search/services").await;
        assert!(page.body.contains("\"contact_nom_prenom\":null") && !page.body.contains("Une Personne"));
    })
    .await;
}

#[tokio::test]
async fn paris_and_its_arrondissements_are_communes_one_may_ask_from() {
    story(|test| async move {
        let mut browser = test.browser();
        for code in ["75056", "75111"] {
            assert_eq!(ids(&asked(&mut browser, &format!("?code_commune={code}")).await), ["dora--remote"]);
        }
    })
    .await;
}

/// An arrondissement's services are its city's too.
#[tokio::test]
async fn what_an_arrondissement_offers_is_found_nearby_from_it_and_from_its_city() {
    story(|test| async move {
        let (structures, mut services) = rows();
        services[0]["code_insee"] = json!("75111");
        services[0]["latitude"] = json!(48.8590);
        services[0]["longitude"] = json!(2.3780);
        testing::import(&test, (structures, services)).await;
        let mut browser = test.browser();
        for code in ["75056", "75111"] {
            let answer =
                asked(&mut browser, &format!("?code_commune={code}&modes_accueil=en-presentiel")).await;
            let items = answer["items"].as_array().unwrap();
            let found = items.iter().find(|item| item["service"]["id"] == "dora--lille");
            let item = found.unwrap_or_else(|| panic!("{code}: {answer}"));
            let km = item["distance_km"].as_f64().unwrap();
            assert!((0.0..=5.0).contains(&km) && item["distance"].as_u64().unwrap() <= 5, "{code}: {km}");
        }
    })
    .await;
}

/// For whom, in one's own words: a public's name, or every word of the note and the names together.
#[tokio::test]
async fn words_about_whom_it_is_for_are_looked_for_in_publics_and_their_note() {
    story(|test| async move {
        let (structures, mut services) = rows();
        services[0]["publics"] = json!(["femmes"]);
        services[0]["publics_precisions"] = json!("Enceintes ou jeunes mères, du quartier");
        testing::import(&test, (structures, services)).await;
        let mut browser = test.browser();
        for (typed, found) in [
            ("senior", ["dora--remote"].as_slice()),
            ("Seniors+isolés", &["dora--remote"]),
            ("mère+enceinte", &["dora--lille"]),
            ("mère+isolée", &[]),
            ("femme", &["dora--lille"]),
            ("senior+femme", &["dora--lille", "dora--remote"]),
            ("cuisine", &[]),
            ("zzz", &[]),
            ("de+la", &[]),
        ] {
            let answer = asked(&mut browser, &format!("?recherche_public={typed}")).await;
            assert_eq!(ids(&answer), found, "{typed}");
            assert_eq!(answer["total"], json!(found.len()), "{typed}");
        }
        assert_eq!(asked(&mut browser, "?recherche_public=").await["total"], json!(3));
        let second = asked(&mut browser, "?recherche_public=senior+femme&size=1&page=2").await;
        assert_eq!(
            (ids(&second), &second["total"], &second["pages"]),
            (vec!["dora--remote"], &json!(2), &json!(2))
        );
    })
    .await;
}

#[tokio::test]
async fn a_structure_s_quality_is_the_mean_of_all_it_offers_also_of_what_is_on_another_page() {
    story(|test| async move {
        let mut browser = test.browser();
        let all = asked(&mut browser, "").await;
        let items = all["items"].as_array().unwrap();
        let scores: Vec<f64> =
            items.iter().map(|item| item["service"]["score_qualite"].as_f64().unwrap()).collect();
        assert!(scores.iter().any(|score| *score != scores[0]), "{scores:?}");
        let mean = (scores.iter().sum::<f64>() / 3.0 * 100.0).round() / 100.0;
        for query in ["", "?size=1", "?frais=payant"] {
            let answer = asked(&mut browser, query).await;
            assert_eq!(answer["items"][0]["service"]["structure"]["score_qualite"], json!(mean), "{query}");
        }
    })
    .await;
}

/// Lille's coordinates under the code of a commune near Lyon.
#[tokio::test]
async fn coordinates_out_of_place_are_given_and_never_measured_from() {
    story(|test| async move {
        let (structures, mut services) = rows();
        services[0]["code_insee"] = json!("69029");
        testing::import(&test, (structures, services)).await;
        let mut browser = test.browser();
        assert_eq!(ids(&asked(&mut browser, "?code_commune=59295").await), ["dora--remote"]);
        let all = asked(&mut browser, "").await;
        let lille =
            all["items"].as_array().unwrap().iter().find(|item| item["service"]["id"] == "dora--lille");
        assert_eq!(lille.unwrap()["service"]["latitude"], json!(50.633333));
    })
    .await;
}

#[tokio::test]
async fn words_a_radius_and_what_the_territory_knows_are_asked_too() {
    story(|test| async move {
        let mut browser = test.browser();
        let id = crate::resource::ResourceId::parse("dora--lille").unwrap();
        let mut tx = test.tx().await;
        let (mut lille, _) = crate::resource::find(&mut tx, &id).await.unwrap().unwrap();
        lille.ties.levers = vec![crate::vocabulary::Lever::Gather];
        lille.ties.topics = [crate::vocabulary::Topic::parse("cuisine").unwrap()].into();
        lille.ties.schedule = Some("Tu 14:00-16:00".to_owned());
        crate::resource::put(&mut tx, &lille, test.app.clock().now()).await.unwrap();
        tx.commit().await.unwrap();
        for query in [
            "?leviers=gather",
            "?activites=cuisine&age=70",
            "?demi_journees=mardi-apres-midi",
            "?ouvert_a=2026-11-24T14:30",
            "?q=atelier&leviers=gather&places_le=2026-11-24",
            "?code_commune=59295&rayon=40&modes_accueil=en-presentiel",
        ] {
            assert_eq!(ids(&asked(&mut browser, query).await), ["dora--lille"], "{query}");
        }
        for query in ["?q=chorale", "?langues=ar", "?acces=wheelchair", "?ouvert_a=2026-11-24T17:30"] {
            assert_eq!(asked(&mut browser, query).await["total"], json!(0), "{query}");
        }
        let near = asked(&mut browser, "?code_commune=59295&rayon=38&modes_accueil=en-presentiel").await;
        assert_eq!(near["total"], json!(0));
    })
    .await;
}

#[tokio::test]
async fn each_answer_says_why_it_is_one_if_asked() {
    story(|test| async move {
        let mut browser = test.browser();
        let answer = asked(&mut browser, "?q=cuisnie&code_commune=59295&explain=true").await;
        assert_eq!(ids(&answer), ["dora--lille", "dora--remote"]);
        let why = &answer["items"][0]["explication"];
        let word = json!({ "mot": "cuisine", "ou": "nom", "comment": "faute" });
        assert_eq!(why["mots"], json!([{ "cherche": "cuisnie", "reponses": [word] }]));
        let km = why["distance_km"].as_f64().unwrap();
        assert!((38.5..39.5).contains(&km) && km.fract() != 0.0, "{km}");
        assert_eq!(why["distance_du_centre"], json!(false));
        let silent = asked(&mut browser, "?q=cuisine").await;
        assert!(silent["items"][0].get("explication").is_none());
    })
    .await;
}
