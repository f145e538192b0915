//! The impact assessment: what the program knows, and what the team adds beside it.

use axum::http::StatusCode;
use platform::audit;

use crate::testing::{at_bron, story};

const HERE: &str = "/donnees/analyse";
const TEXT: &str = "/donnees/analyse/texte";

#[tokio::test]
async fn the_assessment_says_what_the_program_knows_and_what_it_does_not_do() {
    story(|test| async move {
        at_bron(&test).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let page = camille.get(HERE).await;
        page.is(StatusCode::OK)
            .says("Personnes accompagnées")
            .says("Mission d’intérêt public")
            .says("Le journal est scellé en chaîne")
            .says("L’équipe n’y a encore rien écrit");
        page.says("Ce que l’outil ne fait pas encore").says("vrais ProConnect");
    })
    .await;
}

#[tokio::test]
async fn what_the_team_adds_is_kept_version_after_version_and_audited() {
    story(|test| async move {
        let team = at_bron(&test).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let page = camille.get(TEXT).await;
        let typed = [("access", "Une formation chaque année."), ("access_gravity", "significant")];
        let saved = camille.send(&page, TEXT, &typed).await;
        saved.says("Une formation chaque année.").says("Importante").says("Version 1");
        let page = camille.get(TEXT).await;
        assert_eq!(page.value(TEXT, "access_gravity"), "significant");
        camille
            .send(&page, TEXT, &[("decision", "Relue en mars.")])
            .await
            .says("Version 2")
            .says("Une formation");
        assert_eq!(test.count("SELECT COUNT(*) FROM impact_version").await, 2, "the first one stays");
        let entries = audit::of_subject(&mut test.tx().await, team.site).await.unwrap();
        assert_eq!(entries.iter().filter(|entry| entry.action == "changed").count(), 3);
    })
    .await;
}

#[tokio::test]
async fn two_who_complete_the_assessment_at_once_see_both_versions() {
    story(|test| async move {
        at_bron(&test).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let (one, other) = (camille.get(TEXT).await, andree.get(TEXT).await);
        camille.send(&one, TEXT, &[("loss", "Sauvegarde à la mairie.")]).await.says("C’est enregistré");
        let late = andree.send(&other, TEXT, &[("loss", "Sauvegarde chez l’hébergeur.")]).await;
        late.is(StatusCode::CONFLICT)
            .says("Camille essarts a enregistré")
            .says("Sauvegarde à la mairie.")
            .says("Sauvegarde chez l’hébergeur.");
        assert_eq!(late.value(TEXT, "loss"), "Sauvegarde chez l’hébergeur.");
        assert_eq!(test.count("SELECT COUNT(*) FROM impact_version").await, 1, "nothing written over");
        andree.send(&late, TEXT, &[]).await.says("Version 2").says("Sauvegarde chez l’hébergeur.");
    })
    .await;
}

#[tokio::test]
async fn a_text_too_long_or_a_level_of_no_list_is_told_and_kept() {
    story(|test| async move {
        at_bron(&test).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let page = camille.get(TEXT).await;
        let long = "é".repeat(6_001);
        let again = camille.send(&page, TEXT, &[("context", &long), ("rights", "Par téléphone.")]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("Ce texte est trop long : 6000 caractères au plus");
        assert_eq!(again.value(TEXT, "rights"), "Par téléphone.");
        let again = camille.send(&page, TEXT, &[("loss_gravity", "énorme")]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("Ce niveau ne fait pas partie de la liste");
        assert_eq!(test.count("SELECT COUNT(*) FROM impact_version").await, 0);
    })
    .await;
}
