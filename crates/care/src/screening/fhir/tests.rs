//! Answers out and in as FHIR R4, on both engines.

use axum::http::StatusCode;
use kernel::id::CaseId;
use platform::testing::{Browser, Page, Team};
use serde_json::{Value, json};

use crate::testing::{at_desk, story};

async fn brought(browser: &mut Browser, case: CaseId, file: &Value) -> Page {
    let here = format!("/personnes/{case}/mesures/fhir");
    let page = browser.get(&here).await;
    browser.upload(&page, &here, &[], &[("fichier", "reponses.json", file.to_string().as_bytes())]).await
}

fn lonely(on: &str) -> Value {
    let answer = |item: u8, value: i64| json!({ "linkId": format!("ucla3.{item}"), "answer": [{ "valueInteger": value }] });
    json!({
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "https://ailleurs.example/fhir/Questionnaire/ucla3|1",
        "status": "completed",
        "authored": on,
        "item": [answer(1, 3), answer(2, 3), answer(3, 2)],
    })
}

#[tokio::test]
async fn answers_come_in_and_leave_as_they_were() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let page = brought(&mut nadia, case, &lonely("2026-01-10T09:00:00+01:00")).await;
        page.is(StatusCode::OK).says("8 sur 9").says("10 janvier 2026 Dans un autre logiciel");
        let out = nadia.get(&format!("/personnes/{case}/mesures/fhir.json")).await;
        out.is(StatusCode::OK);
        let bundle: Value = serde_json::from_slice(&out.bytes).unwrap();
        let told = &bundle["entry"][0]["resource"];
        assert_eq!((&told["status"], &told["authored"]), (&json!("completed"), &json!("2026-01-10")));
        assert_eq!(told["item"][2]["answer"][0]["valueCoding"]["code"], "2");
        let text = out.text();
        assert!(!text.contains("Dumont") && !text.contains("Aline"), "an id, no name");
        assert_eq!(test.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'copied'").await, 1);
        let again = brought(&mut nadia, case, &json!(told)).await;
        again.is(StatusCode::OK).says("Point d’étape");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_taken_is_said_and_leaves_nothing() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let changed = |change: &dyn Fn(&mut Value)| {
            let mut file = lonely("2026-01-10");
            change(&mut file);
            file
        };
        let cases = [
            (json!([]), "ne se lit pas"),
            (changed(&|file| file["resourceType"] = "Patient".into()), "Patient"),
            (changed(&|file| file["questionnaire"] = "x/fhir/Questionnaire/swemwbs".into()), "ne pose pas"),
            (changed(&|file| file["questionnaire"] = "x/fhir/Questionnaire/ucla3|9".into()), "version"),
            (changed(&|file| file["status"] = "entered-in-error".into()), "entered-in-error"),
            (changed(&|file| file["item"][0]["answer"][0]["valueInteger"] = 9.into()), "ucla3.1"),
            (changed(&|file| file["authored"] = Value::Null), "jour"),
            (lonely("2027-01-10"), "pas encore"),
        ];
        for (file, why) in cases {
            brought(&mut nadia, case, &file).await.is(StatusCode::UNPROCESSABLE_ENTITY).says(why);
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM screening").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_questionnaire_that_may_be_handed_on_is_told_to_anybody() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut program = test.browser();
        let page = program.get("/fhir/Questionnaire/insee-loneliness").await;
        page.is(StatusCode::OK);
        let told: Value = serde_json::from_slice(&page.bytes).unwrap();
        assert_eq!(
            (&told["resourceType"], &told["id"]),
            (&json!("Questionnaire"), &json!("insee-loneliness"))
        );
        for id in ["djg6", "who5", "nothing"] {
            program.get(&format!("/fhir/Questionnaire/{id}")).await.is(StatusCode::NOT_FOUND);
        }
    })
    .await;
}
