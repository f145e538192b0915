//! Files of what was found, through HTTP, on both engines.

use axum::http::StatusCode;
use platform::testing::TestApp;
use serde_json::{Value, json};

use crate::testing;

async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let tell = async |test: TestApp| {
        let structure =
            json!({ "source": "dora", "id": "dora--1", "nom": "=HYPERLINK(1)", "date_maj": "2025-06-01" });
        let service = |id: &str, name: &str| {
            json!({
                "source": "dora", "id": id, "structure_id": "dora--1", "nom": name,
                "description": "On cuisine ensemble le mardi.", "date_maj": "2025-06-01",
                "code_insee": "69029", "latitude": 45.733333, "longitude": 4.911111,
                "horaires_accueil": "Tu 14:00-16:00", "telephone": "+33 4 72 00 00 00",
                "contact_nom_prenom": "Une Personne"
            })
        };
        let mut elsewhere = service("dora--nowhere", "Atelier jardin");
        elsewhere["latitude"] = Value::Null;
        elsewhere["code_insee"] = Value::Null;
        elsewhere["horaires_accueil"] = json!("sur demande");
        let services = vec![service("dora--soup/1", "Atelier soupe;\r\n\"chaude\""), elsewhere];
        let report = testing::import(&test, (vec![structure], services)).await;
        assert_eq!(report.services.created, 2);
        tell(test).await;
    };
    testing::story(tell).await;
}

#[tokio::test]
async fn a_table_holds_what_was_found_and_no_formula() {
    story(|test| async move {
        let page = test.browser().get("/ressources.csv?q=soupe").await;
        page.is(StatusCode::OK);
        assert_eq!(page.headers["content-type"], "text/csv; charset=utf-8");
        assert!(page.headers["content-disposition"].to_str().unwrap().contains("ressources.csv"));
        assert!(page.body.starts_with("\u{feff}\"id\";\"nom\";"), "{}", page.body);
        assert!(
            page.body.contains("\"Atelier soupe;\r\n\"\"chaude\"\"\";\"'=HYPERLINK(1)\""),
            "{}",
            page.body
        );
        assert!(page.body.contains("\"04\u{a0}72\u{a0}00\u{a0}00\u{a0}00\""), "{}", page.body);
        assert!(page.body.contains("http://maillage.test/ressources/dora--soup%2F1"), "{}", page.body);
        assert!(!page.body.contains("jardin") && !page.body.contains("Une Personne"));
    })
    .await;
}

#[tokio::test]
async fn points_are_those_of_what_lies_somewhere() {
    story(|test| async move {
        let page = test.browser().get("/ressources.geojson?q=atelier").await;
        assert_eq!(page.headers["content-type"], "application/geo+json");
        let points: Value = serde_json::from_str(&page.body).unwrap();
        let features = points["features"].as_array().unwrap();
        assert_eq!(features.len(), 1);
        assert_eq!(features[0]["geometry"]["coordinates"], json!([4.911111, 45.733333]));
        assert_eq!(features[0]["properties"]["position_approximative"], json!(false));
        assert!(!page.body.contains("Une Personne"));
    })
    .await;
}

#[tokio::test]
async fn a_calendar_holds_the_hours_of_what_was_found_or_of_one() {
    story(|test| async move {
        let mut browser = test.browser();
        for path in ["/ressources.ics?q=atelier", "/ressources/dora--soup%2F1/calendrier.ics"] {
            let page = browser.get(path).await;
            page.is(StatusCode::OK);
            assert_eq!(page.headers["content-type"], "text/calendar; charset=utf-8");
            let text = page.body.replace("\r\n ", "");
            assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), 1, "{text}");
            assert!(text.contains("DTSTART;TZID=Europe/Paris:20260113T140000\r\n"), "{text}");
            assert!(text.contains("SUMMARY:Atelier soupe\\;\\n\"chaude\"\r\n"), "{text}");
        }
        for path in ["/ressources/dora--nowhere/calendrier.ics", "/ressources/dora--none/calendrier.ics"] {
            browser.get(path).await.is(StatusCode::NOT_FOUND);
        }
        let nothing = browser.get("/ressources.ics?pres_de=Nullepart").await;
        assert!(nothing.body.starts_with("BEGIN:VCALENDAR") && !nothing.body.contains("VEVENT"));
    })
    .await;
}
