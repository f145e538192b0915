//! Choosing and bringing questionnaires, on both engines.

use axum::http::StatusCode;
use measure::FRAMES;
use platform::testing::{Browser, Page, Team, TestApp};

use crate::testing::{at_desk, story};

const HERE: &str = "/equipe/questionnaires";
const CHOOSE: &str = "/equipe/questionnaires/choisir";
const BRING: &str = "/equipe/questionnaires/apporter";
const WHO5: &str = "/equipe/questionnaires/trames/who5";

async fn camille(test: &TestApp) -> Browser {
    test.signed_in("coordinator@essarts.test").await
}

async fn choose(browser: &mut Browser, team: &Team, code: &str, used: &str) -> Page {
    let fields = [("site", team.site.to_string().as_str()), ("code", code), ("used", used)]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    browser.post(CHOOSE, &fields).await
}

/// The five questions, as somebody would copy them.
async fn copy(browser: &mut Browser, first: &str) -> Page {
    let page = browser.get(WHO5).await;
    let mut fields = vec![("question1", first), ("droit", "oui")];
    fields.extend(["question2", "question3", "question4", "question5"].map(|field| (field, "Une question.")));
    browser.send(&page, WHO5, &fields).await
}

/// Whether a questionnaire may be ticked on a page.
async fn offers(browser: &mut Browser, path: &str, code: &str) -> bool {
    let page = browser.get(path).await;
    page.is(StatusCode::OK);
    String::from_utf8_lossy(&page.bytes).contains(&format!("name=\"instrument\" value=\"{code}\""))
}

#[tokio::test]
async fn a_team_is_asked_what_it_chose_and_what_was_answered_stays() {
    story(|test| async move {
        let (team, case, mut nadia) = at_desk(&test).await;
        let mut camille = camille(&test).await;
        camille.get(HERE).await.says("Bien-être personnel").says("que personne n’a validée");
        let measures = format!("/personnes/{case}/mesures");
        assert!(!offers(&mut nadia, &measures, "ons4").await);
        choose(&mut camille, &team, "ons4", "oui").await;
        choose(&mut camille, &team, "epices", "non").await;
        assert!(offers(&mut nadia, &measures, "ons4").await);
        assert!(!offers(&mut nadia, &measures, "epices").await);
        let ask = format!("{measures}/nouvelle?instrument=ons4");
        let page = nadia.get(&ask).await;
        let page = nadia.send(&page, &measures, &[("ons4.1", "4")]).await;
        page.is(StatusCode::OK).says("4 sur 10");
        choose(&mut camille, &team, "ons4", "non").await;
        nadia.get(&measures).await.says("4 sur 10");
        assert!(!offers(&mut nadia, &measures, "ons4").await);
    })
    .await;
}

#[tokio::test]
async fn what_is_for_clinicians_is_put_by_prescribers_alone_and_research_by_nobody() {
    story(|test| async move {
        let (team, case, mut nadia) = at_desk(&test).await;
        let mut camille = camille(&test).await;
        choose(&mut camille, &team, "gad7", "oui").await;
        choose(&mut camille, &team, "djg6", "oui").await.is(StatusCode::NOT_FOUND);
        let mut doctor = test.signed_in("prescriber@essarts.test").await;
        assert!(offers(&mut doctor, "/consultation", "gad7").await);
        for page in ["/consultation".to_owned(), format!("/personnes/{case}/mesures")] {
            assert!(!offers(&mut nadia, &page, "gad7").await, "{page}");
        }
        nadia.get("/consultation/feuille?instrument=gad7").await.is(StatusCode::NOT_FOUND);
        let page = nadia.get("/consultation?instrument=ucla3").await;
        let mut fields = page.filled_form("/consultation", &[]);
        fields.retain(|(name, _)| name != "instrument");
        fields.extend((1..=7).map(|item| (format!("gad7.{item}"), "1".to_owned())));
        fields.push(("instrument".to_owned(), "gad7".to_owned()));
        nadia.post("/consultation", &fields).await.does_not_say("anxiété");
        assert_eq!(test.count("SELECT COUNT(*) FROM screening").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_questionnaire_that_is_brought_is_put_read_and_compared_like_the_others() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        Team::at_venissieux(&test).await;
        let mut camille = camille(&test).await;
        copy(&mut camille, "Une première question.")
            .await
            .is(StatusCode::OK)
            .says("Le questionnaire est prêt");
        let measures = format!("/personnes/{case}/mesures");
        let page = nadia.get(&format!("{measures}/nouvelle?instrument=who5")).await;
        page.says("Une première question.");
        let answers: Vec<(String, &str)> = (1..=5).map(|item| (format!("who5.{item}"), "3")).collect();
        let answers: Vec<(&str, &str)> =
            answers.iter().map(|(item, value)| (item.as_str(), *value)).collect();
        nadia.send(&page, &measures, &answers).await.is(StatusCode::OK).says("60 sur 100");

        copy(&mut camille, "Les mots sont corrigés.").await.is(StatusCode::OK);
        let page = nadia.get(&format!("{measures}/nouvelle?instrument=who5")).await;
        page.says("Les mots sont corrigés.");
        nadia.get(&measures).await.says("60 sur 100");
        copy(&mut camille, "Les mots sont corrigés.").await.is(StatusCode::OK);
        assert_eq!(
            test.count("SELECT COUNT(*) FROM brought_instrument").await,
            2,
            "the same again is the same"
        );
        let mut stranger = test.signed_in("coordinator@minguettes.test").await;
        stranger.get(HERE).await.does_not_say("Bien-être, 5 questions de l’OMS");
    })
    .await;
}

#[tokio::test]
async fn a_file_that_could_not_score_is_refused_in_words_and_what_was_typed_is_kept() {
    story(|test| async move {
        at_desk(&test).await;
        let mut camille = camille(&test).await;
        let right = [("droit", "oui")];
        let who5 = FRAMES[0].toml;
        let shipped = who5.replace("= \"\"", "= \"Question\"").replace("who5", "ucla3");
        let unread =
            who5.replace("= \"\"", "= \"Question\"").replace("\"who5.4\", \"who5.5\"]", "\"who5.4\"]");
        for (file, why) in [
            ("{}", "ne se lit pas"),
            (who5, "manque un texte à « who5.1 »"),
            (shipped.as_str(), "est celui d’un questionnaire de ce logiciel"),
            (unread.as_str(), "n’entre dans aucune échelle"),
        ] {
            let page = camille.get(BRING).await;
            let page =
                camille.upload(&page, BRING, &right, &[("fichier", "who5.toml", file.as_bytes())]).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says(why);
        }
        let page = camille.get(BRING).await;
        let page = camille.upload(&page, BRING, &right, &[("fichier", "x.toml", &[0xff, 0xfe])]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("n’est pas un texte");
        let page = camille.get(WHO5).await;
        let page = camille.send(&page, WHO5, &[("question2", "Une question.")]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Recopiez la question 1.").says("en a le droit");
        assert_eq!(page.value(WHO5, "question2"), "Une question.");
        assert_eq!(test.count("SELECT COUNT(*) FROM brought_instrument").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_whole_file_is_brought_as_it_was_downloaded_and_written_in() {
    story(|test| async move {
        at_desk(&test).await;
        let mut camille = camille(&test).await;
        let frame = camille.get(&format!("{WHO5}/trame.toml")).await;
        let file = String::from_utf8(frame.bytes).unwrap().replace("= \"\"", "= \"Une question\"");
        let page = camille.get(BRING).await;
        let files = [("fichier", "who5.toml", file.as_bytes())];
        let page = camille.upload(&page, BRING, &[("droit", "oui")], &files).await;
        page.is(StatusCode::OK).says("Bien-être, 5 questions de l’OMS").says("apporté par l’équipe");
    })
    .await;
}
