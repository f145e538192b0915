//! Who answers: said by an administrator, once, and by nobody else.

use axum::http::StatusCode;
use platform::audit;
use platform::testing::Team;

use crate::testing::{SAID, at_bron, story};

const HERE: &str = "/donnees/responsable";

#[tokio::test]
async fn what_an_administrator_says_of_who_answers_is_kept_and_audited() {
    story(|test| async move {
        let team = at_bron(&test).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let page = andree.get(HERE).await;
        assert_eq!(page.value(HERE, "dpo_email"), "dpo@essarts.example");
        assert_eq!(page.value(HERE, "version"), "1");
        let entries = audit::of_subject(&mut test.tx().await, team.site).await.unwrap();
        assert_eq!(entries.iter().filter(|entry| entry.action == "changed").count(), 1);
        andree.get("/donnees").await.says("Léa Brun, dpo@essarts.example, 04 65 71 20 99");
    })
    .await;
}

#[tokio::test]
async fn bad_input_is_told_kindly_and_what_was_typed_is_kept() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let page = andree.get(HERE).await;
        for (field, typed, said) in [
            ("dpo_email", "dpo@bron", "Cette adresse de courriel n’est pas complète"),
            ("dpo_phone", "04 65", "Ce numéro n’est pas complet"),
            ("backup_days", "toujours", "Écrivez un nombre de jours"),
            ("backup_days", "0", "Écrivez un nombre de jours"),
            ("name", " ", "Indiquez l’organisme"),
            ("basis", "bonne humeur", "Choisissez la base légale"),
        ] {
            let mut typed_in = SAID.to_vec();
            typed_in.retain(|(name, _)| *name != field);
            typed_in.push((field, typed));
            let again = andree.send(&page, HERE, &typed_in).await;
            again.is(StatusCode::UNPROCESSABLE_ENTITY).says(said);
            if field != "basis" {
                assert_eq!(again.value(HERE, field), typed, "kept as it was typed");
            }
            assert_eq!(again.value(HERE, "dpo_name"), "Léa Brun");
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM data_controller").await, 0, "nothing half saved");
    })
    .await;
}

#[tokio::test]
async fn two_who_say_it_at_once_see_both_versions() {
    story(|test| async move {
        at_bron(&test).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let (one, other) = (andree.get(HERE).await, andree.get(HERE).await);
        andree.send(&one, HERE, &[("dpo_name", "Service juridique")]).await.says("C’est enregistré");
        let late = andree.send(&other, HERE, &[("dpo_name", "Malik Roux")]).await;
        late.is(StatusCode::CONFLICT).says("Service juridique").says("Malik Roux");
        assert_eq!(late.value(HERE, "dpo_name"), "Malik Roux");
        andree.send(&late, HERE, &[]).await.says("C’est enregistré");
        andree.get("/donnees").await.says("Malik Roux");
    })
    .await;
}

#[tokio::test]
async fn nobody_but_the_team_s_administrator_says_who_answers() {
    story(|test| async move {
        let team = at_bron(&test).await;
        let elsewhere = Team::at_venissieux(&test).await;
        for email in ["prescriber@essarts.test", "link_worker@essarts.test", "coordinator@essarts.test"] {
            test.signed_in(email).await.get(HERE).await.is(StatusCode::NOT_FOUND);
        }
        let mut stranger = test.signed_in("administrator@minguettes.test").await;
        stranger.get(&format!("{HERE}?equipe={}", team.site)).await.is(StatusCode::NOT_FOUND);
        let page = stranger.get(HERE).await;
        let other = team.site.to_string();
        let mut fields = SAID.to_vec();
        fields.push(("site", &other));
        stranger.send(&page, HERE, &fields).await.is(StatusCode::NOT_FOUND);
        let mut fields = SAID.to_vec();
        let own = elsewhere.site.to_string();
        fields.push(("site", &own));
        stranger.send(&page, HERE, &fields).await.is(StatusCode::OK);
        assert_eq!(test.count("SELECT COUNT(*) FROM data_controller").await, 2);
    })
    .await;
}
