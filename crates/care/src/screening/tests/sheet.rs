//! The sheet to print.

use axum::http::StatusCode;
use platform::testing::Team;

use super::kept;
use crate::testing::story;

const SHEET: &str = "/consultation/feuille?instrument=ucla3&instrument=own_goals";

#[tokio::test]
async fn a_sheet_asks_everything_but_a_name_in_either_size() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.signed_in("prescriber@essarts.test").await;
        let page = doctor.get(SHEET).await;
        page.is(StatusCode::OK)
            .says("À quelle fréquence avez-vous le sentiment de manquer de compagnie ?")
            .says("Presque jamais")
            .says("Première chose souhaitée")
            .says("Date :")
            .says("N’écrivez pas votre nom");
        assert!(page.body.contains("data-print") && !page.body.contains("sheet--large"));
        let boxes = page.body.matches("<rect").count();
        assert_eq!(boxes, 3 * 3 + 4 * 11, "one box for each answer");
        let large = page.link("Grands caractères");
        assert_eq!(large, format!("{SHEET}&taille=grande"));
        let page = doctor.get(&large).await;
        page.is(StatusCode::OK).says("manquer de compagnie");
        assert!(page.body.contains("sheet--large"));
        assert_eq!(page.link("Taille normale"), SHEET);
        assert_eq!(kept(&test).await, (0, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn an_instrument_that_is_not_offered_has_no_sheet() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.signed_in("prescriber@essarts.test").await;
        doctor.get("/consultation/feuille?instrument=phq9").await.is(StatusCode::NOT_FOUND);
        doctor.get("/consultation/feuille").await.is(StatusCode::NOT_FOUND);
        test.browser().get(SHEET).await.says("Se connecter");
    })
    .await;
}

#[tokio::test]
async fn the_sheet_speaks_english_too() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut doctor = test.browser().in_english();
        doctor.sign_in("prescriber@essarts.test").await;
        doctor.get(SHEET).await.says("Hardly ever").says("Do not write your name").says("Date:");
    })
    .await;
}
