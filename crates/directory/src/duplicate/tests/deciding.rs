//! What is said of a pair, undone, and said twice.

use super::*;

#[tokio::test]
async fn two_entries_are_shown_side_by_side_with_why_they_may_be_one() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let report = proposed(&test).await;
        assert_eq!((report.organizations, report.proposed, report.renewed, report.withdrawn), (2, 1, 0, 0));
        let mut browser = test.signed_in(COORDINATOR).await;
        let list = browser.get("/annuaire/doublons").await;
        list.says("Centre social Héron Cendré")
            .says("CS Héron Cendré")
            .says("· à moins de 10 m · même adresse · même téléphone · noms proches : cendré, héron");
        let page = the_pair(&mut browser).await;
        page.says("Très probable")
            .says("Chorale du mardi")
            .says("Atelier cuisine")
            .says("différent")
            .says("pareil");
        let mut english = test.browser().in_english();
        english.sign_in(COORDINATOR).await;
        english
            .get("/annuaire/doublons")
            .await
            .says("Very likely")
            .says("less than 10 m apart · same address");
        english.get(&page.path).await.says("which entry stays?").says("Entry 2 · CS Héron Cendré");
    })
    .await;
}

#[tokio::test]
async fn one_entry_is_shown_under_the_other_with_what_it_offers_and_can_be_undone() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        proposed(&test).await;
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        let before = version(&test).await;
        let list = say_the_same(&mut browser, &page, "dora--1").await;
        list.says(
            "C’est la même organisation, montrée sous « Centre social Héron Cendré » (Camille essarts,",
        );
        list.says("Aucune paire à comparer ici");
        assert!(version(&test).await > before, "what is held in memory is read again");
        assert_eq!(kept(&test, "soliguide--1").await, "dora--1");

        let mut visitor = test.browser();
        let found = visitor.get("/ressources?q=chorale").await;
        found.says("Centre social Héron Cendré").does_not_say("CS Héron");
        let shown = visitor.get("/organisations/soliguide--1").await;
        assert_eq!(shown.path, "/organisations/dora--1");
        shown.says("Atelier cuisine").says("Chorale du mardi");
        visitor.get("/ressources/soliguide--s").await.says("Centre social Héron Cendré");

        let pair = browser.get(&list.link("Revoir ou défaire")).await;
        pair.says("C’est la même organisation").does_not_say("Votre réponse");
        let before = version(&test).await;
        let action = pair.actions().into_iter().find(|action| action.ends_with("/defaire")).unwrap();
        let list = browser.send(&pair, &action, &[]).await;
        list.says("1 paire");
        assert!(version(&test).await > before);
        visitor.get("/ressources?q=chorale").await.says("CS Héron Cendré");
        let alone = visitor.get("/organisations/soliguide--1").await;
        alone.says("Chorale du mardi").does_not_say("Atelier cuisine");

        let subject = audit::Subject::from(pair_id(&page));
        let trail = audit::of_subject(&mut test.tx().await, subject).await.unwrap();
        let actions: Vec<&str> = trail.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(actions, ["merged", "changed"]);
        assert!(trail.iter().all(|entry| entry.account_name.as_deref() == Some("Camille essarts")));
        let mut administrator = test.signed_in("administrator@essarts.test").await;
        administrator.get("/journal").await.says("a réuni Doublon de l’annuaire");
        assert_ne!(team.coordinator, team.administrator);
    })
    .await;
}

#[tokio::test]
async fn a_double_click_merges_once_and_leaves_one_entry_in_the_trail() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        for _ in 0..2 {
            say_the_same(&mut browser, &page, "soliguide--1").await.is(StatusCode::OK).says("C’est la même");
        }
        let trail = audit::of_subject(&mut test.tx().await, pair_id(&page)).await.unwrap();
        assert_eq!(trail.len(), 1);
        assert_eq!(kept(&test, "dora--1").await, "soliguide--1");
    })
    .await;
}

#[tokio::test]
async fn two_people_do_not_decide_the_same_pair_and_an_import_in_between_is_told() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let mut first = test.signed_in(COORDINATOR).await;
        let mut second = test.signed_in("administrator@essarts.test").await;
        let (seen, stale) = (the_pair(&mut first).await, the_pair(&mut second).await);
        first.send(&seen, &format!("{}/deux", seen.path), &[]).await.says("Ce sont deux");
        let told = say_the_same(&mut second, &stale, "dora--1").await;
        told.is(StatusCode::CONFLICT).says("Rien n’a été enregistré");
        assert_eq!(kept(&test, "soliguide--1").await, "soliguide--1");

        let pair = second.get(&stale.path).await;
        let (mut structures, services) = twice();
        structures[0]["nom"] = json!("Vélo-club");
        imported(&test, &structures, &services).await;
        let action = pair.actions().into_iter().find(|action| action.ends_with("/defaire")).unwrap();
        second.send(&pair, &action, &[]).await.is(StatusCode::CONFLICT);
    })
    .await;
}

#[tokio::test]
async fn an_entry_that_is_not_of_the_pair_cannot_be_kept() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        for stranger in ["dora--9", "", "soliguide--1 "] {
            say_the_same(&mut browser, &page, stranger).await.is(StatusCode::BAD_REQUEST);
        }
        let absent =
            page.path.replace(&pair_id(&page).to_string(), &kernel::id::DuplicateId::new().to_string());
        browser.get(&absent).await.is(StatusCode::NOT_FOUND);
        browser.get("/annuaire/doublons/abc").await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_somebody_decides_while_the_directory_is_searched_stands() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let read_before = sql::all(&mut test.tx().await, Kind::Organization).await.unwrap();
        let mut browser = test.signed_in(COORDINATOR).await;
        let page = the_pair(&mut browser).await;
        say_the_same(&mut browser, &page, "dora--1").await;
        let mut tx = test.tx().await;
        sql::renew(&mut tx, &read_before[0], &read_before[0].likeness).await.unwrap();
        sql::withdraw(&mut tx, &read_before[0]).await.unwrap();
        let (first, second) = (&read_before[0].first, &read_before[0].second);
        sql::propose(&mut tx, Kind::Organization, (first, second), None, &read_before[0].likeness)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let after = sql::all(&mut test.tx().await, Kind::Organization).await.unwrap();
        assert_eq!(after.len(), 1);
        assert_eq!(after[0].state.kept(), Some(&EntryId::from(&id("dora--1"))));
    })
    .await;
}

#[tokio::test]
async fn whoever_verifies_looks_at_one_departement() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let mut browser = test.signed_in(COORDINATOR).await;
        let list = browser.get("/annuaire/doublons?departement=69").await;
        list.says("Rhône (69) : 1").says("1 paire");
        browser.get("/annuaire/doublons?departement=75").await.says("Aucune paire à comparer ici");
        let page = browser.get(&list.link("Comparer")).await;
        let path = page.path.split('?').next().unwrap().to_owned();
        let after = browser.send(&page, &format!("{path}/deux"), &[]).await;
        assert!(after.path.ends_with("departement=69"), "{}", after.path);
        let odd =
            browser.get("/annuaire/doublons?page=65535&etat=nonsense&fait=abc&departement=%22%3E%26").await;
        odd.is(StatusCode::OK).says("Aucune paire à comparer ici");
        assert!(!odd.body.contains("\">&"), "nothing of it is given back");
    })
    .await;
}
