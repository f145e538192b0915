//! What imports and searches do to what was decided.

use super::*;

#[tokio::test]
async fn two_that_are_two_are_not_proposed_again_until_much_has_changed() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (mut structures, services) = twice();
        structures[1]["telephone"] = json!("0472000002");
        imported(&test, &structures, &services).await;
        search(test.app.db()).await.unwrap();
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        let list = browser.send(&page, &format!("{}/deux", page.path), &[]).await;
        list.says("Ce sont deux organisations (Camille essarts,");

        structures[1]["nom"] = json!("CSC Héron Cendrée");
        imported(&test, &structures, &services).await;
        let report = search(test.app.db()).await.unwrap();
        assert_eq!((report.proposed, report.renewed, report.withdrawn), (0, 0, 0));
        browser.get("/annuaire/doublons").await.says("Aucune paire à comparer ici");

        structures[1]["telephone"] = json!("0472000001");
        imported(&test, &structures, &services).await;
        assert_eq!(search(test.app.db()).await.unwrap().renewed, 1, "the same telephone is news");
        browser.get("/annuaire/doublons").await.says("1 paire").says("même téléphone");
        browser.get("/annuaire/doublons?etat=different").await.says("Rien n’a encore été décidé ici");
    })
    .await;
}

#[tokio::test]
async fn an_import_never_undoes_what_was_decided() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        say_the_same(&mut browser, &page, "dora--1").await;

        let (mut structures, services) = twice();
        structures[1]["nom"] = json!("Centre social et culturel Héron-Cendré");
        structures[1]["horaires_accueil"] = json!("Mo-Fr 09:00-12:00");
        imported(&test, &structures, &services).await;
        let report = search(test.app.db()).await.unwrap();
        assert_eq!((report.proposed, report.renewed, report.withdrawn), (0, 0, 0));
        assert_eq!(kept(&test, "soliguide--1").await, "dora--1");

        structures[0]["nom"] = json!("Espace Héron Cendré");
        imported(&test, &structures, &services).await;
        test.browser().get("/ressources?q=chorale").await.says("Espace Héron Cendré");

        // The kept one leaves its source: the other is there for people to find.
        let gone = [structure("dora", "Centre social Héron Cendré")].map(|mut other| {
            other["id"] = json!("dora--2");
            other["nom"] = json!("Vélo-club");
            other["adresse"] = json!("1 rue Pasteur");
            other["telephone"] = json!("0472000009");
            other
        });
        imported(&test, &[&gone[..], &structures[1..]].concat(), &services[1..]).await;
        assert_eq!(kept(&test, "soliguide--1").await, "soliguide--1");
        test.browser().get("/organisations/soliguide--1").await.is(StatusCode::OK).says("Chorale du mardi");

        // It comes back, and so does the decision.
        imported(&test, &structures, &services).await;
        search(test.app.db()).await.unwrap();
        assert_eq!(kept(&test, "soliguide--1").await, "dora--1");
        browser.get("/annuaire/doublons").await.says("Aucune paire à comparer ici");
    })
    .await;
}

#[tokio::test]
async fn a_third_entry_is_compared_with_the_one_that_is_kept() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        say_the_same(&mut browser, &page, "dora--1").await;
        let (structures, services) = twice();
        let third = [structure("carif", "CS Héron Cendré")];
        imported(&test, &[&structures[..], &third[..]].concat(), &services).await;
        assert_eq!(search(test.app.db()).await.unwrap().proposed, 1, "once, though it is like both");
        let page = the_pair(&mut browser).await;
        page.says("carif").says("dora").does_not_say("soliguide");
        say_the_same(&mut browser, &page, "carif--1").await;
        assert_eq!(kept(&test, "soliguide--1").await, "carif--1");
        let shown = test.browser().get("/organisations/soliguide--1").await;
        shown.says("Atelier cuisine").says("Chorale du mardi");
        assert_eq!(shown.path, "/organisations/carif--1");

        let mut tx = test.tx().await;
        let merged = merged(&mut tx, Kind::Organization).await.unwrap();
        let kept = merged.kept(&EntryId::from(&id("soliguide--1"))).to_string();
        assert_eq!(kept, "carif--1");
        let absorbed = organization::absorbed(&mut tx, &id("carif--1")).await.unwrap();
        assert_eq!(absorbed, [id("dora--1"), id("soliguide--1")]);
    })
    .await;
}

#[tokio::test]
async fn a_proposal_nothing_speaks_for_any_longer_goes_and_a_second_search_changes_nothing() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let again = search(test.app.db()).await.unwrap();
        assert_eq!((again.proposed, again.renewed, again.withdrawn), (0, 0, 0));
        let (mut structures, services) = twice();
        structures[1] = structure("soliguide", "Vélo-club");
        structures[1]["adresse"] = json!("1 rue Pasteur");
        structures[1]["telephone"] = json!("0472000009");
        imported(&test, &structures, &services).await;
        assert_eq!(search(test.app.db()).await.unwrap().withdrawn, 1);
    })
    .await;
}
