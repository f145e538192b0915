//! What persons are told: true to the code, to the settings and to what the team said.

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::Lang;
use platform::accounts::{ConsentMode, sites};
use platform::testing::{Team, TestApp};

use super::telling::{self, Facts};
use crate::figures::{Figures, OF_THE_CODE};
use crate::register;
use crate::spoken;
use crate::testing::{at_bron, story};
use crate::words::words;

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

async fn notice(test: &TestApp, team: &Team, figures: Figures, mode: ConsentMode) -> String {
    let mut site = sites::find(&mut test.tx().await, team.site).await.unwrap().unwrap();
    site.consent_mode = mode;
    let held = register::holdings(&test.app, Lang::Fr);
    let facts = Facts { site: &site, controller: None, held: &held, figures, lang: Lang::Fr };
    let told = telling::plainly(&facts);
    let easy = telling::easily(&facts).into_iter().flat_map(|part| part.sentences);
    let said = told.why.into_iter().chain(told.noted).chain(told.readers).chain(told.kept).chain(easy);
    plain(&said.collect::<Vec<String>>().join("\n"))
}

#[tokio::test]
async fn the_notice_follows_the_constants_of_the_code() {
    story(|test| async move {
        let team = at_bron(&test).await;
        let w = words(Lang::Fr);
        for path in [format!("/vos-donnees/{}", team.site), format!("/vos-donnees/{}/facile", team.site)] {
            let page = test.browser().get(&path).await;
            page.is(StatusCode::OK).says(&plain(&spoken::months(care::rights::KEPT_MONTHS, w)));
        }
        let page = test.browser().get(&format!("/vos-donnees/{}", team.site)).await;
        page.says(&plain(&spoken::length(care::emergency::LASTS, w)));
        page.says(&plain(&spoken::days(care::rights::PATIENCE_DAYS, w)));
        let other =
            Figures { person: 7, patience: 9, emergency: SignedDuration::from_hours(5), ..OF_THE_CODE };
        let told = notice(&test, &team, other, ConsentMode::Prior).await;
        for figure in ["7 mois", "9 jours", "5 heures"] {
            assert!(told.contains(figure), "{figure}: {told}");
        }
        assert!(!told.contains("2 ans"), "{told}");
    })
    .await;
}

#[tokio::test]
async fn the_notice_says_what_is_noted_from_the_tables_held_each_thing_once() {
    story(|test| async move {
        let team = at_bron(&test).await;
        let told = notice(&test, &team, OF_THE_CODE, ConsentMode::Prior).await;
        let held = register::holdings(&test.app, Lang::Fr);
        let topics: Vec<_> = held.iter().filter_map(|holding| holding.told.as_ref()).collect();
        assert!(topics.len() > 10, "each table of persons has its own");
        for topic in topics {
            assert_eq!(told.matches(plain(&topic.plainly).as_str()).count(), 1, "{}", topic.plainly);
            assert_eq!(told.matches(plain(&topic.easily).as_str()).count(), 1, "{}", topic.easily);
        }
    })
    .await;
}

#[tokio::test]
async fn the_notice_is_true_to_the_ground_on_which_the_team_hears_of_somebody() {
    story(|test| async move {
        let team = at_bron(&test).await;
        let informed = notice(&test, &team, OF_THE_CODE, ConsentMode::Information).await;
        assert!(informed.contains("vous pouvez vous y opposer"), "{informed}");
        assert!(!informed.contains("sans votre accord"), "{informed}");
        let agreed = notice(&test, &team, OF_THE_CODE, ConsentMode::Prior).await;
        assert!(agreed.contains("rien ne lui est transmis sans votre accord"), "{agreed}");
        assert!(agreed.contains("Nous vous demandons d’abord si vous êtes d’accord"), "{agreed}");
    })
    .await;
}

#[tokio::test]
async fn anybody_reads_whom_to_ask_in_plain_words_easy_ones_and_english() {
    story(|test| async move {
        let team = at_bron(&test).await;
        let mut visitor = test.browser();
        let list = visitor.get("/").await;
        assert!(list.status == StatusCode::NOT_FOUND, "this context alone has no home page");
        let list = visitor.get(&list.link("Vos données")).await;
        let page = visitor.get(&list.link("Essarts")).await;
        page.is(StatusCode::OK)
            .says("Association Les Essarts, 3 rue des Essarts")
            .says("dpo@essarts.example")
            .says("mission d’intérêt public")
            .says("Les copies de sauvegarde sont gardées 35 jours")
            .says("3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07");
        let english = visitor.get(&format!("/vos-donnees/{}?langue=en", team.site)).await;
        english.says("Your data and you").says("task in the public interest");
        assert!(english.body.contains("<html lang=\"en\">"));
        let easy = visitor.get(&page.link("En français facile à lire")).await;
        easy.says("Qui lit vos données ?").says("dpo@essarts.example").says("Écrivez à la CNIL");
        visitor.get("/vos-donnees/7f1d0d3e-0000-4000-8000-000000000000").await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_is_told_to_whoever_can_have_it_said_and_to_nobody_else() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let here = format!("/vos-donnees/{}", team.site);
        let missing = "Personne n’a encore dit qui répond des données";
        test.browser().get(&here).await.is(StatusCode::OK).does_not_say(missing);
        test.signed_in("coordinator@essarts.test").await.get(&here).await.says(missing);
        test.signed_in("link_worker@essarts.test").await.get(&here).await.does_not_say(missing);
    })
    .await;
}
