//! Questionnaires under way, on both engines.

use axum::http::StatusCode;
use kernel::id::CaseId;
use platform::jobs;
use platform::testing::{Browser, Page, Team, TestApp};

use crate::testing::{a_second_link_worker, at_desk, story};

fn measures(case: CaseId) -> String {
    format!("/personnes/{case}/mesures")
}

/// Begins with questionnaires in one way.
async fn begun(browser: &mut Browser, case: CaseId, way: &str, instruments: &[&str]) -> Page {
    let mut fields: Vec<(String, String)> =
        instruments.iter().map(|code| ("instrument".to_owned(), (*code).to_owned())).collect();
    fields.push(("way".to_owned(), way.to_owned()));
    browser.post(&format!("{}/en-cours", measures(case)), &fields).await
}

/// The form of the question a page asks, with an answer picked.
async fn answers(browser: &mut Browser, page: &Page, item: &str, value: &str) -> Page {
    browser.send(page, &page.path, &[(item, value)]).await
}

/// Where the person's link leads, and its first page.
async fn followed(test: &TestApp, page: &Page) -> (Browser, String, Page) {
    let link = page.links().into_iter().find(|link| link.contains("/questions/")).expect("a link");
    let path = link[link.find("/questions/").unwrap()..].to_owned();
    let mut person = test.browser();
    let page = person.get(&path).await;
    (person, path, page)
}

#[tokio::test]
async fn what_is_begun_is_left_and_taken_up_where_it_was() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let page = begun(&mut nadia, case, "phone", &["ucla3"]).await;
        page.is(StatusCode::OK).says("Question 1 sur 3").says("mot pour mot").says("À lire");
        let page = answers(&mut nadia, &page, "ucla3.1", "3").await;
        page.says("Question 2 sur 3").does_not_say("mot pour mot");
        nadia.get(&measures(case)).await.says("réponses : 1 sur 3");
        let again = nadia.get(&page.path.replace("/question/2", "")).await;
        again.says("Question 2 sur 3");
        let page = answers(&mut nadia, &again, "ucla3.2", "").await;
        let page = answers(&mut nadia, &page, "ucla3.3", "3").await;
        page.says("Relire avant de garder").says("Sans réponse");
        let end = page.path.replace("/question/4", "/terminer");
        let page = nadia.send(&page, &end, &[]).await;
        page.is(StatusCode::OK).says("Par téléphone").does_not_say("à reprendre");
        assert_eq!(test.count("SELECT COUNT(*) FROM screening WHERE mode = 'phone'").await, 1);
        let kept = "SELECT COUNT(*) FROM filling_part WHERE answers <> '{}'";
        assert_eq!(test.count(kept).await, 0, "the answers are in the screening");
    })
    .await;
}

#[tokio::test]
async fn the_person_answers_alone_and_the_link_shows_nothing_after() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let page = begun(&mut nadia, case, "link", &["insee_loneliness"]).await;
        page.is(StatusCode::OK).says("photographie le carré");
        let (mut person, path, page) = followed(&test, &page).await;
        page.is(StatusCode::OK).says("Quelques questions").does_not_say("Dumont");
        let page = person.get(&format!("{path}/question/1?taille=grande")).await;
        page.says("Question 1 sur 1").does_not_say("Dumont");
        let form = format!("{path}/question/1?taille=grande");
        let page = person.send(&page, &form, &[("insee_loneliness.1", "4")]).await;
        page.says("Relisez vos réponses").says("La plupart du temps");
        assert!(page.path.ends_with("taille=grande"), "{}", page.path);
        let explained = format!("{path}/question/1?mots=simples");
        person.get(&explained).await.says("au milieu des gens").says("Vous sentez-vous seul(e)");
        person.get(&path).await.is(StatusCode::OK);
        assert_eq!(test.count("SELECT COUNT(*) FROM screening").await, 0, "nothing until it is sent");
        let page = person.send(&page, &format!("{path}/envoyer?taille=grande"), &[]).await;
        page.is(StatusCode::OK).says("Vos réponses sont arrivées").says("3114");
        for path in [path.clone(), format!("{path}/question/1")] {
            person.get(&path).await.is(StatusCode::OK).does_not_say("La plupart du temps");
        }
        let again = [("insee_loneliness.1".to_owned(), "1".to_owned())];
        person.post(&format!("{path}/question/1"), &again).await.says("Vos réponses sont arrivées");
        nadia.get(&measures(case)).await.says("Seul");
        assert_eq!(test.count("SELECT COUNT(*) FROM screening WHERE mode = 'self'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_link_taken_back_or_too_old_leads_nowhere() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let page = begun(&mut nadia, case, "link", &["ucla3"]).await;
        let (mut person, path, _) = followed(&test, &page).await;
        let back = format!("{}/abandonner", page.path.trim_end_matches("/lien"));
        nadia.send(&page, &back, &[]).await.is(StatusCode::OK);
        person.get(&path).await.is(StatusCode::GONE);
        let page = begun(&mut nadia, case, "link", &["ucla3"]).await;
        let (mut person, path, _) = followed(&test, &page).await;
        test.days_pass(14).await;
        person.get(&path).await.is(StatusCode::GONE);
        let altered = format!("{path}x");
        assert_ne!(person.get(&altered).await.status, StatusCode::OK);
        assert_eq!(test.count("SELECT COUNT(*) FROM filling").await, 2);
        let later = test.app.clock().now() + jiff::SignedDuration::from_hours(24 * 31);
        let mut tx = test.tx().await;
        jobs::schedule(&mut tx, super::FORGET, "", later).await.unwrap();
        tx.commit().await.unwrap();
        test.days_pass(32).await;
        assert_eq!(test.count("SELECT COUNT(*) FROM filling").await, 0, "forgotten");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_alone_with_what_is_put_by_a_professional_or_asks_for_words() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        for instruments in [["epices"], ["own_goals"]] {
            begun(&mut nadia, case, "link", &instruments).await.says("ne se remplit pas seul");
        }
        begun(&mut nadia, case, "together", &[]).await.says("Cochez au moins un questionnaire");
        assert_eq!(test.count("SELECT COUNT(*) FROM filling").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_sheet_that_comes_back_leads_to_its_file_by_its_code() {
    story(|test| async move {
        let (team, case, mut nadia) = at_desk(&test).await;
        let page = begun(&mut nadia, case, "paper", &["ucla3"]).await;
        page.is(StatusCode::OK).says("Code de la feuille");
        let (code,): (String,) = test.tx().await.one("SELECT code FROM filling", &[]).await.unwrap();
        let typed = format!(" {} {} ", code[..4].to_lowercase(), &code[4..]);
        let page = nadia.get("/feuille").await;
        let copy = nadia.send(&page, "/feuille", &[("code", &typed)]).await;
        copy.is(StatusCode::OK).says("Recopier les réponses");
        a_second_link_worker(&test, &team).await;
        Team::at_venissieux(&test).await;
        for other in ["simon@essarts.test", "link_worker@minguettes.test"] {
            let mut other = test.signed_in(other).await;
            let page = other.get("/feuille").await;
            let page = other.send(&page, "/feuille", &[("code", &typed)]).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Aucune feuille en attente");
            other.get(&format!("/feuille/{code}")).await.is(StatusCode::NOT_FOUND);
            other.get(&copy.path).await.is(StatusCode::NOT_FOUND);
        }
        let ticked = [("ucla3.1", "3"), ("ucla3.2", "2"), ("ucla3.3", "3")];
        let page = nadia.send(&copy, &copy.path, &ticked).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("jour");
        assert_eq!(page.value(&copy.path, "ucla3.1"), "3");
        let page = nadia.send(&page, &copy.path, &[("held_on", "2026-01-12")]).await;
        page.is(StatusCode::OK).says("8 sur 9").says("Feuille papier");
        let page = nadia.get("/feuille").await;
        nadia.send(&page, "/feuille", &[("code", &typed)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_is_not_offered_and_somebody_else_s_filling_change_nothing() {
    story(|test| async move {
        let (team, case, mut nadia) = at_desk(&test).await;
        let page = begun(&mut nadia, case, "together", &["ucla3"]).await;
        let nine = [("ucla3.1".to_owned(), "9".to_owned())];
        nadia.post(&page.path, &nine).await.is(StatusCode::BAD_REQUEST);
        nadia.post(&page.path.replace("/question/1", "/question/7"), &nine).await.is(StatusCode::BAD_REQUEST);
        a_second_link_worker(&test, &team).await;
        let mut simon = test.signed_in("simon@essarts.test").await;
        simon.get(&page.path).await.is(StatusCode::NOT_FOUND);
        let three = [("ucla3.1".to_owned(), "3".to_owned())];
        simon.post(&page.path, &three).await.is(StatusCode::NOT_FOUND);
        assert_eq!(test.count("SELECT COUNT(*) FROM filling_part WHERE answers = '{}'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_goal_is_asked_one_at_a_time_in_its_own_words() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let ask = format!("{}/nouvelle?instrument=own_goals", measures(case));
        let page = nadia.get(&ask).await;
        let goal = [("words.own_goals.goal1", "Chanter à nouveau"), ("own_goals.goal1", "3")];
        nadia.send(&page, &measures(case), &goal).await.is(StatusCode::OK);
        let page = begun(&mut nadia, case, "together", &["own_goals"]).await;
        page.says("Question 1 sur 2").says("Chanter à nouveau");
        let page = answers(&mut nadia, &page, "own_goals.goal1", "5").await;
        let page = answers(&mut nadia, &page, "own_goals.wellbeing", "6").await;
        let end = page.path.replace("/question/3", "/terminer");
        nadia.send(&page, &end, &[]).await.is(StatusCode::OK).says("S’en rapproche (+2)");
    })
    .await;
}
