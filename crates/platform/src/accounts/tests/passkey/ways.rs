//! Everything a passkey is for.

use axum::http::StatusCode;
use jiff::SignedDuration;

use super::*;
use crate::audit;
use crate::testing::PASS_PHRASE;

#[tokio::test]
async fn a_passkey_is_added_comes_in_without_an_address_and_is_removed() {
    story(|test| async move {
        let (team, mut nadia, mut key) = with_a_passkey(&test).await;
        nadia.get(HERE).await.says("Mon téléphone").says("Ajoutée le 13 janvier 2026, pas encore utilisée.");
        assert_eq!(letters(&test, NADIA).await, ["Une clé d’accès ouvre votre compte"]);

        let mut telephone = test.browser();
        let page = entered(&mut telephone, &mut key, Mischief::NONE).await;
        assert_eq!(page.path, "/compte", "where they were going");
        page.says("Nadia essarts");
        test.app.wall().advance(SignedDuration::from_mins(5));
        telephone.get(HERE).await.says("Ajoutée le 13 janvier 2026, utilisée le 13 janvier 2026.");
        assert_eq!(test.count("SELECT COUNT(*) FROM passkey_ceremony").await, 0);
        assert_eq!(test.count("SELECT counter FROM passkey").await, 1);

        // Removed from the office: the telephone is signed out, and stays out.
        let page = nadia.get(HERE).await;
        nadia.send(&page, REMOVE, &[]).await.says("n’ouvre plus votre compte").says("Aucune clé d’accès");
        nadia.send(&page, REMOVE, &[]).await.is(StatusCode::OK);
        telephone.get("/compte").await.says("Se connecter").does_not_say("Vos connexions");
        entered(&mut telephone, &mut key, Mischief::NONE).await.says("n’ouvre pas de compte ici");
        assert_eq!(letters(&test, NADIA).await.len(), 2);
        let entries = audit::of_subject(&mut test.tx().await, team.link_worker).await.unwrap();
        assert_eq!(entries.iter().map(|e| e.action.as_str()).collect::<Vec<_>>(), ["changed", "changed"]);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_two_steps_is_asked_for_no_code_after_a_passkey() {
    story(|test| async move {
        let (team, _, mut key) = with_a_passkey(&test).await;
        let mut tx = test.tx().await;
        let sql = "INSERT INTO second_factor (account_id, secret, since, last_step) VALUES ($1, 'A', 0, 0)";
        tx.run(sql, &[team.link_worker.into()]).await.unwrap();
        tx.commit().await.unwrap();
        entered(&mut test.browser(), &mut key, Mischief::NONE).await.says("Se déconnecter");
    })
    .await;
}

#[tokio::test]
async fn it_confirms_that_it_is_still_them() {
    story(|test| async move {
        let (_, mut nadia, mut key) = with_a_passkey(&test).await;
        test.app.wall().advance(SignedDuration::from_mins(11));
        let page = nadia.get(HERE).await;
        page.says("Confirmez que c’est vous").says("Confirmer avec une clé d’accès");
        let question = asked(&mut nadia, CONFIRM).await;
        assert_eq!(question["allowCredentials"].as_array().unwrap().len(), 1, "hers");
        let answer = key.get(&question, Mischief::NONE);
        let page = nadia.send(&page, CONFIRM, &[("answer", &answer)]).await;
        assert_eq!(page.path, HERE);
        nadia.get(HERE).await.says("Mon téléphone");
    })
    .await;
}

#[tokio::test]
async fn nobody_confirms_by_the_passkey_of_somebody_else() {
    story(|test| async move {
        let (_, _, mut key) = with_a_passkey(&test).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        added(&mut camille, &mut Authenticator::new(), Mischief::NONE).await.says("C’est fait");
        test.app.wall().advance(SignedDuration::from_mins(11));
        let page = camille.get(HERE).await;
        let question = asked(&mut camille, CONFIRM).await;
        let answer = key.get(&question, Mischief::NONE);
        let page = camille.send(&page, CONFIRM, &[("answer", &answer)]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("n’ouvre pas de compte ici");
        camille.get(HERE).await.says("Confirmez que c’est vous");
    })
    .await;
}

#[tokio::test]
async fn adding_and_removing_ask_who_they_are_first() {
    story(|test| async move {
        let (_, mut nadia, mut key) = with_a_passkey(&test).await;
        let page = nadia.get(HERE).await;
        test.app.wall().advance(SignedDuration::from_mins(29));
        nadia.get("/compte").await.is(StatusCode::OK);
        test.app.wall().advance(SignedDuration::from_mins(2));
        nadia.send(&page, REMOVE, &[]).await.says("Confirmez que c’est vous");
        let begun = nadia.hand_in("/compte/cles/debut", &[], &[]).await;
        assert!(begun.headers["location"].to_str().unwrap().starts_with("/compte/confirmer"));
        let fields = [("name", "Une autre"), ("answer", "{}")];
        nadia.send(&page, HERE, &fields).await.says("Confirmez que c’est vous");
        assert_eq!(test.count("SELECT COUNT(*) FROM passkey").await, 1);
        entered(&mut test.browser(), &mut key, Mischief::NONE).await.says("Se déconnecter");
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_is_kept_and_a_name_is_asked_for() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut nadia = test.signed_in(NADIA).await;
        let page = nadia.get(HERE).await;
        for name in ["  ", "n".repeat(61).as_str()] {
            let again = nadia.send(&page, HERE, &[("name", name), ("answer", "{}")]).await;
            again.is(StatusCode::UNPROCESSABLE_ENTITY).says("Donnez-lui un nom");
            assert_eq!(again.value(HERE, "name"), name);
        }
        let again = nadia.send(&page, HERE, &[("name", "La tablette"), ("answer", "{}")]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("Recommencez d’ici");
        assert_eq!(again.value(HERE, "name"), "La tablette");
    })
    .await;
}

#[tokio::test]
async fn a_form_sent_twice_adds_once() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (mut nadia, mut key) = (test.signed_in(NADIA).await, Authenticator::new());
        let page = nadia.get(HERE).await;
        let answer = key.create(&asked(&mut nadia, HERE).await, Mischief::NONE);
        for _ in 0..2 {
            let page = nadia.send(&page, HERE, &[("name", "Mon téléphone"), ("answer", &answer)]).await;
            page.is(StatusCode::OK).says("C’est fait");
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM passkey").await, 1);
        assert_eq!(letters(&test, NADIA).await.len(), 1);
        // Its device is told not to make another.
        let question = asked(&mut nadia, HERE).await;
        assert_eq!(question["excludeCredentials"][0]["id"], authenticator::text(&key.id));
    })
    .await;
}

#[tokio::test]
async fn a_key_kept_on_several_devices_does_not_count_and_serves_as_often_as_needed() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (mut nadia, mut key) = (test.signed_in(NADIA).await, Authenticator::new());
        // May be shared, and is.
        key.flags |= 0b1_1000;
        added(&mut nadia, &mut key, Mischief::NONE).await.says("C’est fait");
        for _ in 0..2 {
            let uncounted = Mischief { data: |data| data[33..37].fill(0), ..Mischief::NONE };
            entered(&mut test.browser(), &mut key, uncounted).await.says("Se déconnecter");
        }
    })
    .await;
}

#[tokio::test]
async fn a_new_link_leaves_passkeys_and_one_sent_because_a_device_was_lost_takes_them_away() {
    story(|test| async move {
        let (_, _, mut key) = with_a_passkey(&test).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        for (ending, left) in [("/lien", "Mon téléphone"), ("/etapes", "Aucune clé d’accès")] {
            let mut page = andree.get("/comptes").await;
            if ending == "/etapes" {
                page = andree.get(&page.link("Lever la validation")).await;
            }
            for act in page.actions().into_iter().filter(|action| action.ends_with(ending)) {
                let why: &[(&str, &str)] = if ending == "/etapes" { &[("reason", "lost")] } else { &[] };
                andree.send(&page, &act, why).await;
            }
            let nadia = Email::parse(NADIA).unwrap();
            let letters = outbox::written_to(&mut test.tx().await, &nadia).await.unwrap();
            let body = &letters.iter().rfind(|letter| letter.body.contains("/invitation/")).unwrap().body;
            let link = body.split("maillage.test").nth(1).unwrap().split_whitespace().next().unwrap();
            let mut browser = test.browser();
            let page = browser.get(link).await;
            let chosen = [("password", "sept ponts sur la rivière")];
            browser.send(&page, link, &chosen).await.says("Se déconnecter");
            browser.get(HERE).await.says(left);
        }
        entered(&mut test.browser(), &mut key, Mischief::NONE).await.says("n’ouvre pas de compte ici");
    })
    .await;
}

#[tokio::test]
async fn whoever_must_have_two_steps_has_them_by_adding_a_passkey() {
    story(|test| async move {
        let second_step = vec![kernel::role::Role::LinkWorker];
        let settings = crate::app::Settings { second_step, ..test.app.settings().clone() };
        let test = TestApp { app: test.app.with_settings(settings) };
        let (_, mut nadia, mut key) = with_a_passkey(&test).await;
        nadia.get("/compte").await.says("Vos connexions ouvertes");
        entered(&mut test.browser(), &mut key, Mischief::NONE).await.says("Vos connexions ouvertes");
        let mut by_phrase = test.signed_in(NADIA).await;
        by_phrase.get("/compte").await.says("Vous avez déjà mieux que votre phrase");
    })
    .await;
}

#[tokio::test]
async fn whoever_comes_back_to_a_closed_account_has_none() {
    story(|test| async move {
        let (team, _, mut key) = with_a_passkey(&test).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let page = andree.get("/comptes").await;
        andree.send(&page, &format!("/comptes/{}/fermer", team.link_worker), &[]).await;
        entered(&mut test.browser(), &mut key, Mischief::NONE).await.says("n’ouvre pas de compte ici");
        let page = andree.get("/comptes").await;
        let fields = [("name", "Nadia essarts"), ("email", NADIA), ("role", "link_worker")];
        andree.send(&page, "/comptes", &fields).await.is(StatusCode::OK);
        assert_eq!(test.count("SELECT COUNT(*) FROM passkey").await, 0);
        entered(&mut test.browser(), &mut key, Mischief::NONE).await.says("n’ouvre pas de compte ici");
    })
    .await;
}

#[tokio::test]
async fn a_store_brought_back_begins_without_any() {
    story(|test| async move {
        let (_, _, mut key) = with_a_passkey(&test).await;
        let mut browser = test.browser();
        asked(&mut browser, ENTER).await;
        let mut tx = test.tx().await;
        crate::accounts::forget_ways_in(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(test.count("SELECT COUNT(*) FROM passkey_ceremony").await, 0);
        entered(&mut browser, &mut key, Mischief::NONE).await.says("n’ouvre pas de compte ici");
    })
    .await;
}

#[tokio::test]
async fn at_an_address_without_a_name_no_page_speaks_of_them() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let settings = crate::app::Settings {
            public_url: "http://127.0.0.1:8080".to_owned(),
            ..test.app.settings().clone()
        };
        let test = TestApp { app: test.app.clone().with_settings(settings) };
        test.browser().get("/connexion").await.does_not_say("clé d’accès");
        let mut nadia = test.signed_in(NADIA).await;
        nadia.get("/compte").await.does_not_say("Clés d’accès");
        nadia.get(HERE).await.is(StatusCode::NOT_FOUND);
        test.browser().hand_in("/connexion/cle/debut", &[], &[]).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn over_tls_the_cookie_of_a_ceremony_is_the_host_s_alone_and_short() {
    story(|test| async move {
        let settings = crate::app::Settings {
            public_url: "https://maillage.test".to_owned(),
            ..test.app.settings().clone()
        };
        let test = TestApp { app: test.app.clone().with_settings(settings) };
        let page = test.browser().hand_in("/connexion/cle/debut", &[], &[]).await;
        let cookie = page.headers["set-cookie"].to_str().unwrap();
        assert!(cookie.starts_with("__Host-maillage-cle="), "{cookie}");
        for part in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=300"] {
            assert!(cookie.contains(part), "{part} is not in {cookie}");
        }
        let question: Value = serde_json::from_str(&page.body).unwrap();
        assert!(!cookie.contains(question["challenge"].as_str().unwrap()), "the cookie is no challenge");
    })
    .await;
}

#[tokio::test]
async fn english_is_spoken_of_them_too() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut nadia = test.browser().in_english();
        let page = nadia.get("/connexion").await;
        page.says("Sign in with a passkey");
        nadia.send(&page, "/connexion", &[("email", NADIA), ("password", PASS_PHRASE)]).await;
        nadia.get("/compte").await.says("Passkeys");
        nadia.get(HERE).await.says("No passkey opens your account");
    })
    .await;
}

#[tokio::test]
async fn the_journal_says_who_came_in_by_a_passkey_and_who_was_refused() {
    story(|test| async move {
        let (_, _, mut key) = with_a_passkey(&test).await;
        test.app.wall().advance(SignedDuration::from_mins(1));
        let mut nadia = test.browser();
        entered(&mut nadia, &mut key, Mischief::NONE).await.says("Nadia essarts");
        test.app.wall().advance(SignedDuration::from_mins(1));
        let forged = Mischief { signature: |signature| signature.reverse(), ..Mischief::NONE };
        entered(&mut test.browser(), &mut key, forged).await.does_not_say("Se déconnecter");
        test.app.wall().advance(SignedDuration::from_mins(1));
        entered(&mut test.browser(), &mut Authenticator::new(), Mischief::NONE).await;
        let (lines, theirs) = journal(&test).await;
        assert_eq!(lines[1..], ["sign_in passkey yes 1", "sign_in passkey no 1", "sign_in passkey no 1"]);
        assert_eq!(theirs, 3, "a key nobody has is nobody's");
    })
    .await;
}
