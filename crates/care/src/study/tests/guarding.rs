//! Who may open what: absent and forbidden answer alike.

use axum::http::StatusCode;
use platform::testing::Team;

use super::{agrees, coordinator, file, opened, prepared};
use crate::testing::{at_desk, story};

#[tokio::test]
async fn a_study_is_its_teams_and_a_draft_its_coordinators() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        Team::at_venissieux(&test).await;
        let draft = prepared(&test, &[]).await;
        nadia.get("/etudes").await.does_not_say("PRISMUR");
        for page in
            ["", "/suivi", "/ecarts", "/deroulement", "/variables", "/variables.csv", "/variables.json"]
        {
            nadia.get(&format!("/etudes/{draft}{page}")).await.is(StatusCode::NOT_FOUND);
        }
        let study = opened(&test, &[]).await;
        let pages = [
            "",
            "/suivi",
            "/ecarts",
            "/deroulement",
            "/variables",
            "/variables.csv",
            "/variables.json",
            "/exports",
        ];
        for stranger in
            ["link_worker@minguettes.test", "coordinator@minguettes.test", "administrator@minguettes.test"]
        {
            let mut stranger = test.signed_in(stranger).await;
            stranger.get("/etudes").await.does_not_say("PRISMUR");
            for page in pages {
                stranger.get(&format!("/etudes/{study}{page}")).await.is(StatusCode::NOT_FOUND);
            }
            stranger.get(&file(case, study)).await.is(StatusCode::NOT_FOUND);
        }
        let mut doctor = test.signed_in("prescriber@essarts.test").await;
        doctor.get(&format!("/etudes/{study}")).await.is(StatusCode::NOT_FOUND);
        nadia.get(&format!("/etudes/{study}/exports")).await.is(StatusCode::NOT_FOUND);
        nadia.get("/etudes/nouvelle").await.is(StatusCode::NOT_FOUND);
        let mut andree = test.signed_in("administrator@essarts.test").await;
        andree.get(&format!("/etudes/{study}/suivi")).await.is(StatusCode::NOT_FOUND);
        andree.get(&format!("/etudes/{study}/deroulement")).await.is(StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn a_name_is_shown_to_whoever_opens_the_file_and_a_code_opens_no_other() {
    story(|test| async move {
        let (team, case, mut nadia) = at_desk(&test).await;
        crate::testing::a_second_link_worker(&test, &team).await;
        let study = opened(&test, &[]).await;
        agrees(&mut nadia, &file(case, study), &[]).await;
        let (code,): (String,) = test.tx().await.one("SELECT code FROM study_pseudonym", &[]).await.unwrap();
        let list = format!("/etudes/{study}/suivi");
        nadia.get(&list).await.says("Aline Dumont").says(&code);
        coordinator(&test).await.get(&list).await.says("Aline Dumont");
        let mut simon = test.signed_in("simon@essarts.test").await;
        let page = simon.get(&list).await;
        page.does_not_say("Aline Dumont").does_not_say(&code);
        let found = simon.send(&page, &format!("/etudes/{study}/retrouver"), &[("code", &code)]).await;
        found.is(StatusCode::UNPROCESSABLE_ENTITY).says("ne mène à aucun dossier");
    })
    .await;
}

#[tokio::test]
async fn the_dictionary_is_a_page_and_two_files() {
    story(|test| async move {
        let (.., mut nadia) = at_desk(&test).await;
        let study = opened(&test, &[("arms", "Un\n=Deux")]).await;
        let here = format!("/etudes/{study}/variables");
        nadia.get(&here).await.says("ucla3_1").says("les dernières réponses données avant").says("licence");
        let csv = nadia.get(&format!("{here}.csv")).await;
        assert!(csv.body.contains("A = Un | B = =Deux"), "inside a cell it runs nothing: {}", csv.body);
        let json: serde_json::Value =
            serde_json::from_slice(&nadia.get(&format!("{here}.json")).await.bytes).unwrap();
        let all = json.as_array().unwrap();
        let item = all.iter().find(|one| one["name"] == "ucla3_1").unwrap();
        assert_eq!(item["values"].as_array().unwrap().len(), 3);
        assert_eq!(item["instrument"]["licence"], "libre");
    })
    .await;
}
