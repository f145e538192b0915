//! Somebody is looked at for a study, agrees, and stops.

use axum::http::StatusCode;
use platform::audit;

use super::{agrees, file, many, opened, person_of, prepared, step};
use crate::testing::{at_desk, link_worker, story};

#[tokio::test]
async fn somebody_agrees_is_given_a_code_and_the_words_they_heard_are_kept() {
    story(|test| async move {
        let (_, case, _) = at_desk(&test).await;
        let study = opened(&test, &[]).await;
        let mut nadia = link_worker(&test).await;
        nadia.get(&format!("/personnes/{case}/etudes")).await.says("PRISMUR").says("À proposer");
        let here = file(case, study);
        nadia.get(&here).await.says("sans votre nom, sous un code");
        let page = agrees(&mut nadia, &here, &[]).await;
        page.is(StatusCode::OK).says("Prend part depuis le").says("PRI-");
        let mut tx = test.tx().await;
        let (code,): (String,) = tx.one("SELECT code FROM study_pseudonym", &[]).await.unwrap();
        page.says(&code);
        let (wording, purpose): (String, String) =
            tx.one("SELECT wording, purpose FROM consent WHERE recipient LIKE 'study:%'", &[]).await.unwrap();
        assert!(wording.contains("sous un code") && wording.contains("J’accepte"), "{wording}");
        assert_eq!(purpose, "research");
        drop(tx);
        let person = person_of(&test, case).await;
        let trail = audit::of_subject(&mut test.tx().await, study).await.unwrap();
        let actions: Vec<&str> = trail.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(actions, ["created", "changed", "changed"], "prepared, opened, entered");
        // The code leads to the file from a sheet, however it is typed, and one mistyped nowhere.
        let list = format!("/etudes/{study}/suivi");
        let page = nadia.get(&list).await;
        let find = format!("/etudes/{study}/retrouver");
        let typed = code.replace('-', " ").to_lowercase();
        let found = nadia.send(&page, &find, &[("code", &typed)]).await;
        assert_eq!(found.path, here);
        let wrong = format!("{}{}", &code[..code.len() - 1], if code.ends_with('2') { '3' } else { '2' });
        let page = nadia.send(&page, &find, &[("code", &wrong)]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("mal recopié");
        assert_eq!(page.value(&find, "code"), wrong, "what was typed is kept");
        assert_ne!(person.to_string(), code);
    })
    .await;
}

#[tokio::test]
async fn whoever_does_not_fit_or_declines_is_counted_and_may_be_asked_again() {
    story(|test| async move {
        let (_, case, _) = at_desk(&test).await;
        let study = opened(&test, &[]).await;
        let mut nadia = link_worker(&test).await;
        let here = file(case, study);
        let page = nadia.get(&here).await;
        let again = nadia.send(&page, &here, &[("holds", "i1"), ("answer", "agreed")]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("ne remplit pas les conditions");
        let again =
            nadia.send(&page, &here, &[("holds", "i1"), ("holds", "i2"), ("answer", "not_eligible")]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("Toutes les conditions sont remplies");
        let again = nadia.send(&page, &here, &[("holds", "i1"), ("holds", "i2")]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("Dites ce que la personne a répondu");
        let page =
            nadia.send(&page, &here, &[("holds", "i1"), ("holds", "e1"), ("answer", "not_eligible")]).await;
        page.is(StatusCode::OK).says("Ne remplit pas les conditions");
        let flow = format!("/etudes/{study}/deroulement");
        nadia.get(&flow).await.says("Non rempli : Se sent seule 1").says("Empêche : Vit en établissement 1");
        let page = nadia.get(&here).await;
        nadia
            .send(&page, &here, &[("holds", "i1"), ("holds", "i2"), ("answer", "declined")])
            .await
            .says("A décliné");
        nadia.get(&flow).await.says("Ont décliné 1").says("Entrées dans l’étude 0");
        agrees(&mut nadia, &here, &[]).await.says("Prend part depuis");
        assert_eq!(test.count("SELECT COUNT(*) FROM study_person").await, 1);
        nadia.get(&flow).await.says("Regardées pour l’étude 1").says("Entrées dans l’étude 1");
    })
    .await;
}

#[tokio::test]
async fn whoever_stops_is_asked_whether_their_answers_may_stay() {
    story(|test| async move {
        let (_, case, _) = at_desk(&test).await;
        let study = opened(&test, &[]).await;
        let mut nadia = link_worker(&test).await;
        let here = file(case, study);
        let page = agrees(&mut nadia, &here, &[]).await;
        let leave = format!("{here}/retrait");
        nadia
            .send(&page, &leave, &[])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Demandez à la personne");
        let page = nadia.send(&page, &leave, &[("keep", "no")]).await;
        page.is(StatusCode::OK).says("A arrêté le").says("ne sont plus dans l’étude").does_not_say("PRI-");
        let standing = "SELECT COUNT(*) FROM consent WHERE purpose = 'research' AND withdrawn_at IS NULL";
        assert_eq!(test.count(standing).await, 0);
        assert_eq!(test.count("SELECT COUNT(*) FROM study_pseudonym").await, 0, "no code leads to them");
        nadia.get(&format!("/etudes/{study}/deroulement")).await.says("Ont arrêté 1");
        nadia.get(&here).await.does_not_say("Arrêter l’étude");
    })
    .await;
}

#[tokio::test]
async fn nobody_enters_a_draft_or_a_closed_study() {
    story(|test| async move {
        let (_, case, _) = at_desk(&test).await;
        let study = prepared(&test, &[]).await;
        let mut nadia = link_worker(&test).await;
        let here = file(case, study);
        nadia.get(&here).await.is(StatusCode::NOT_FOUND);
        step(&test, study).await;
        let page = nadia.get(&here).await;
        step(&test, study).await.says("Fermée aux entrées");
        let fields = [("holds", "i1"), ("holds", "i2"), ("answer", "agreed")];
        let refused = nadia.send(&page, &here, &fields).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("On ne peut pas entrer");
        assert_eq!(test.count("SELECT COUNT(*) FROM study_person").await, 0);
    })
    .await;
}

#[tokio::test]
async fn chance_gives_every_arm_as_often_and_shows_none_before() {
    story(|test| async move {
        let (team, case, _) = at_desk(&test).await;
        let more = [("arms", "Accompagnement renforcé\nHabituel"), ("allocation", "random"), ("blocks", "4")];
        let study = opened(&test, &more).await;
        many(&test, &team, study, 7).await;
        let mut nadia = link_worker(&test).await;
        let here = file(case, study);
        nadia.get(&here).await.says("tiré au sort").does_not_say("Bras de l’étude Accompagnement");
        agrees(&mut nadia, &here, &[]).await.says("Bras de l’étude");
        let mut tx = test.tx().await;
        let rows: Vec<(String, i64)> =
            tx.all("SELECT arm, COUNT(*) FROM study_person GROUP BY arm ORDER BY arm", &[]).await.unwrap();
        assert_eq!(rows, [("A".to_owned(), 4), ("B".to_owned(), 4)]);
    })
    .await;
}
