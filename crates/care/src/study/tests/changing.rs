//! What a study does, and how it changes.

use axum::http::StatusCode;
use platform::testing::Team;

use super::{NEW, PRISMUR, agrees, coordinator, file, opened, prepared, step};
use crate::testing::{at_desk, link_worker, story};

#[tokio::test]
async fn what_cannot_be_kept_is_said_and_what_was_typed_stays() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut camille = coordinator(&test).await;
        let page = camille.get(NEW).await;
        let fields = [
            ("name", "PRISMUR"),
            ("prefix", "prismur"),
            ("arms", "Un seul"),
            ("months", "3"),
            ("months", "3"),
            ("keep_months", "500"),
        ];
        let again = camille.send(&page, NEW, &fields).await;
        again
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Donnez trois lettres")
            .says("Donnez de deux à six bras")
            .says("Donnez des moments différents")
            .says("Choisissez au moins un questionnaire")
            .says("Ce champ est nécessaire")
            .says("120 au plus");
        assert_eq!(again.value(NEW, "prefix"), "prismur");
        assert_eq!(test.count("SELECT COUNT(*) FROM study").await, 0);
        let more = [("arms", "A\nB"), ("allocation", "random"), ("blocks", "5")];
        let fields: Vec<(&str, &str)> = PRISMUR.iter().chain(&more).copied().collect();
        camille
            .send(&page, NEW, &fields)
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("multiples du nombre de bras");
    })
    .await;
}

#[tokio::test]
async fn one_post_sent_twice_prepares_one_study() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut camille = coordinator(&test).await;
        let page = camille.get(NEW).await;
        let one = camille.send(&page, NEW, &PRISMUR).await;
        let other = camille.send(&page, NEW, &PRISMUR).await;
        assert_eq!(one.path, other.path);
        assert_eq!(test.count("SELECT COUNT(*) FROM study").await, 1);
    })
    .await;
}

#[tokio::test]
async fn once_somebody_takes_part_a_change_needs_its_reason_and_all_versions_stay() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let study = opened(&test, &[]).await;
        let here = format!("/etudes/{study}/protocole");
        let mut camille = coordinator(&test).await;
        let page = camille.get(&here).await;
        page.does_not_say("Pourquoi cela change");
        camille
            .send(&page, &here, &[("inclusion", "A plus de 18 ans\nSe sent souvent seule")])
            .await
            .is(StatusCode::OK);
        agrees(&mut nadia, &file(case, study), &[]).await.says("Prend part depuis");
        let page = camille.get(&here).await;
        page.says("Pourquoi cela change");
        let again = camille.send(&page, &here, &[("inclusion", "A plus de 60 ans")]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("dites pourquoi l’étude change");
        assert_eq!(again.value(&here, "inclusion"), "A plus de 60 ans");
        let page = camille.get(&here).await;
        camille.send(&page, &here, &[("contact", "Autre personne")]).await.is(StatusCode::OK);
        let page = camille.get(&here).await;
        let fields = [("inclusion", "A plus de 60 ans"), ("reason", "Avis du comité du 3 mars.")];
        let shown = camille.send(&page, &here, &fields).await;
        shown.is(StatusCode::OK).says("Version 4").says("Avis du comité du 3 mars.").says("A plus de 60 ans");
        assert_eq!(test.count("SELECT COUNT(*) FROM study_protocol").await, 4);
    })
    .await;
}

#[tokio::test]
async fn two_who_change_a_study_at_once_see_both_versions() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let study = prepared(&test, &[]).await;
        let here = format!("/etudes/{study}/protocole");
        let (mut one, mut other) = (coordinator(&test).await, coordinator(&test).await);
        let (first, second) = (one.get(&here).await, other.get(&here).await);
        one.send(&first, &here, &[("purpose", "Savoir si cela aide vraiment.")]).await.is(StatusCode::OK);
        let late = other.send(&second, &here, &[("purpose", "Savoir pour qui cela aide.")]).await;
        late.is(StatusCode::CONFLICT)
            .says("Savoir si cela aide vraiment.")
            .says("Savoir pour qui cela aide.");
        let saved = other.send(&late, &here, &[]).await;
        saved.is(StatusCode::OK).says("Savoir pour qui cela aide.");
        assert_eq!(test.count("SELECT COUNT(*) FROM study_protocol").await, 3);
    })
    .await;
}

#[tokio::test]
async fn teams_are_asked_and_each_coordinator_answers_for_theirs() {
    story(|test| async move {
        let bron = Team::at_bron(&test).await;
        let plateau = Team::at_venissieux(&test).await;
        let study = prepared(&test, &[]).await;
        let here = format!("/etudes/{study}");
        let mut other = test.signed_in("coordinator@minguettes.test").await;
        other.get(&here).await.is(StatusCode::NOT_FOUND);
        let mut camille = coordinator(&test).await;
        let page = camille.get(&here).await;
        let invite = format!("{here}/equipes");
        let site = plateau.site.to_string();
        camille.send(&page, &invite, &[("site", &site)]).await.says("Attend la réponse de sa coordination");
        let page = other.get(&here).await;
        page.says("Cette étude est proposée à votre équipe");
        other.send(&page, &format!("{here}/reponse"), &[("answer", "yes")]).await.says("Prend part");
        let forged = [("site".to_owned(), bron.site.to_string()), ("answer".to_owned(), "no".to_owned())];
        other.post(&format!("{here}/reponse"), &forged).await.is(StatusCode::NOT_FOUND);
        other.get(&format!("{here}/protocole")).await.is(StatusCode::NOT_FOUND);
        other
            .post(&format!("{here}/etape"), &[("to".to_owned(), "open".to_owned())])
            .await
            .is(StatusCode::NOT_FOUND);
        step(&test, study).await;
        let mut nadia = test.signed_in("link_worker@minguettes.test").await;
        nadia.get(&here).await.says("PRISMUR");
        link_worker(&test).await.get(&here).await.says("PRISMUR");
    })
    .await;
}
