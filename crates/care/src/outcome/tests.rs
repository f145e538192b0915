//! Looking back and ending, told through HTTP on both engines.

use axum::http::StatusCode;
use kernel::contact::Email;
use kernel::id::CaseId;
use platform::audit::Who;
use platform::outbox;
use platform::testing::{Team, TestApp, pairs};

use super::sql;
use crate::act::Acting;
use crate::caseload::{self, Outcome, State};
use crate::connection::{self, Connection, Offer, Request};
use crate::consent::{self, Purpose, Recipient};
use crate::plan::Plan;
use crate::plan::acts::agree;
use crate::plan::model::{Draft, Wish};
use crate::referral;
use crate::screening::acts::{Taking, keep};
use crate::screening::{Filled, Mode, Moment, measures_of_case};
use crate::testing::{a_case, at_desk, at_desk_with_a_new_case, events, link_worker, story, trail};

fn revue(case: CaseId) -> String {
    format!("/personnes/{case}/bilan")
}

fn cloture(case: CaseId) -> String {
    format!("/personnes/{case}/cloture")
}

/// UCLA-3 at 8 and « Chanter » at 3, with a plan that says the same.
async fn measured_at_first(test: &TestApp, team: &Team) -> CaseId {
    let id = a_case(test, team).await;
    let acting = Acting::new(&test.app, Who::Account(team.link_worker));
    let mut tx = test.tx().await;
    let case = caseload::find(&mut tx, id).await.unwrap().unwrap();
    let today = test.app.clock().today();
    let taking = Taking { mode: Mode::Professional, moment: Moment::First, held_on: today };
    let lonely = [("ucla3.1", 3), ("ucla3.2", 3), ("ucla3.3", 2)].into_iter().collect();
    let goal = "own_goals.goal1".to_owned();
    let wanted = Filled::new(measure::own_goals(), [(goal.clone(), 3)].into_iter().collect())
        .in_words([(goal, "Chanter".to_owned())].into_iter().collect());
    keep(&mut tx, &acting, &case, taking, &[Filled::new(measure::ucla3(), lonely), wanted])
        .await
        .unwrap()
        .unwrap();
    let wish = Wish { words: Some("Chanter".to_owned()), is_another: false };
    let plan = Plan { agreed_on: Some(today), ..Plan::default() };
    let draft = Draft { wishes: [wish, Wish::default(), Wish::default()], plan };
    agree(&mut tx, &acting, &case, &draft, 0).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    id
}

/// A request an organisation has not answered.
async fn asked(test: &TestApp, case: CaseId) -> Connection {
    let now = test.app.clock().now();
    let offer = Offer {
        resource_id: "demo--chorale-des-essarts".to_owned(),
        resource_name: "Chorale des Essarts".to_owned(),
        organization_name: "Association Chœur à cœur".to_owned(),
    };
    let request = Request { at: now, reminded_at: None, email: None, shared: Vec::new(), likes: None };
    let mut tx = test.tx().await;
    let proposed = Connection::proposed(case, offer, now);
    connection::insert(&mut tx, &proposed).await.unwrap();
    let asked = proposed.asked(request).unwrap();
    assert!(connection::update(&mut tx, &asked).await.unwrap());
    tx.commit().await.unwrap();
    asked
}

const ANSWERS: [(&str, &str); 4] =
    [("ucla3.1", "2"), ("ucla3.2", "2"), ("ucla3.3", "1"), ("own_goals.goal1", "7")];

#[tokio::test]
async fn the_same_questions_again_show_how_far_the_person_came_and_prove_nothing() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = measured_at_first(&test, &team).await;
        test.days_pass(42).await;
        let before = trail(&test, case).await;
        let (mut nadia, here) = (link_worker(&test).await, revue(case));
        let page = nadia.get(&here).await;
        page.is(StatusCode::OK).says("13 janvier 2026").says("Une mesure manque");
        assert_eq!(page.value(&here, "words.own_goals.goal1"), "Chanter");
        let fields = [&ANSWERS[..], &[("next_on", "2026-04-14")]].concat();
        page.says("Première chose souhaitée").does_not_say("Deuxième chose souhaitée");
        let page = nadia.send(&page, &here, &fields).await;
        assert!(!page.actions().contains(&here), "the questions are put once more only when asked");
        page.is(StatusCode::OK).says("C’est enregistré").says("13 janvier 2026").says("24 février 2026");
        page.says("Moins de solitude (\u{2212}3)").says("S’en rapproche (+4)").says("« Chanter »");
        page.says("ne prouve pas que l’accompagnement est la cause").says("Instrument : ");
        assert_eq!(events(&test, case).await.last().map(String::as_str), Some("reviewed"));
        assert_eq!(trail(&test, case).await[before.len()..], ["read", "changed", "read"]);
        let plan = crate::plan::of_case(&mut test.tx().await, case).await.unwrap().unwrap().plan;
        assert_eq!(plan.review_on, Some(jiff::civil::date(2026, 4, 14)));
    })
    .await;
}

#[tokio::test]
async fn a_goal_in_other_words_is_shown_and_not_compared() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = measured_at_first(&test, &team).await;
        let (mut nadia, here) = (link_worker(&test).await, revue(case));
        let page = nadia.get(&here).await;
        let fields = [("own_goals.goal1", "7"), ("words.own_goals.goal1", "Prendre le bus")];
        let page = nadia.send(&page, &here, &fields).await;
        page.is(StatusCode::OK).says("Le souhait a changé de mots").does_not_say("S’en rapproche");
    })
    .await;
}

#[tokio::test]
async fn an_answer_nobody_wants_to_give_is_a_review_without_a_measure() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = measured_at_first(&test, &team).await;
        let (mut nadia, here) = (link_worker(&test).await, revue(case));
        let page = nadia.get(&here).await;
        let refused = nadia.send(&page, &here, &[]).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Répondez à une question au moins");
        nadia.send(&page, &here, &[("declined", "oui")]).await.is(StatusCode::OK).says("C’est enregistré");
        assert_eq!(measures_of_case(&mut test.tx().await, case).await.unwrap().len(), 2);
        assert_eq!(events(&test, case).await.last().map(String::as_str), Some("reviewed"));
        // Looked back together, and still nobody knows the change: the closing says which.
        let page = nadia.get(&cloture(case)).await;
        page.does_not_say("Aucun bilan").says("jamais depuis").says("Ce qui compte pour vous");
    })
    .await;
}

#[tokio::test]
async fn odd_days_of_a_review_are_refused_and_the_answers_stay() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = measured_at_first(&test, &team).await;
        let (mut nadia, here) = (link_worker(&test).await, revue(case));
        let page = nadia.get(&here).await;
        let odd = [
            ("held_on", "2026-01-14", "n’est pas encore arrivé"),
            ("held_on", "2026-01-12", "avant la première mesure"),
            ("held_on", "demain", "Indiquez le jour"),
            ("next_on", "2026-01-13", "Choisissez un jour à venir"),
            ("next_on", "2026-02-31", "n’existe pas"),
        ];
        for (field, typed, said) in odd {
            let fields = [&ANSWERS[..], &[(field, typed)]].concat();
            let answer = nadia.send(&page, &here, &fields).await;
            answer.is(StatusCode::UNPROCESSABLE_ENTITY).says(said);
            assert_eq!(answer.value(&here, "ucla3.1"), "2");
            assert_eq!(answer.value(&here, field), typed);
        }
        assert_eq!(measures_of_case(&mut test.tx().await, case).await.unwrap().len(), 2);
        assert!(!events(&test, case).await.contains(&"reviewed".to_owned()));
        assert_eq!(trail(&test, case).await.iter().filter(|action| *action == "read").count(), 6);
    })
    .await;
}

#[tokio::test]
async fn a_closing_ends_all_that_was_open_and_tells_the_prescriber_without_a_name() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = measured_at_first(&test, &team).await;
        asked(&test, case).await;
        let before = trail(&test, case).await;
        let (mut nadia, here) = (link_worker(&test).await, cloture(case));
        let page = nadia.get(&here).await;
        page.is(StatusCode::OK).says("Chorale des Essarts").says("Aucun bilan").says("jamais depuis");
        let fields = [("outcome", "moved"), ("note", "Partie vivre chez sa fille.")];
        let page = nadia.send(&page, &here, &fields).await;
        page.is(StatusCode::OK)
            .says("Accompagnement terminé")
            .says("A déménagé")
            .says("Partie vivre chez sa fille.");
        page.says("13 janvier 2026").says("Jamais fait");

        let mut tx = test.tx().await;
        let now = caseload::find(&mut tx, case).await.unwrap().unwrap();
        assert_eq!(now.state, State::Closed { outcome: Outcome::Moved });
        let request = referral::find(&mut tx, now.referral_id).await.unwrap().unwrap();
        assert_eq!(request.state, referral::model::State::Closed);
        let ended = connection::of_case(&mut tx, case).await.unwrap().remove(0);
        assert!(!ended.is_open());
        let doctor = Email::parse("prescriber@essarts.test").unwrap();
        let letters = outbox::written_to(&mut tx, &doctor).await.unwrap();
        drop(tx);
        let letter = letters.iter().find(|letter| letter.body.contains("terminé")).expect("a letter");
        assert!(!letter.body.contains("Dumont") && !letter.body.contains("fille"));
        assert_eq!(events(&test, case).await.last().map(String::as_str), Some("closed"));
        assert_eq!(trail(&test, case).await[before.len()..], ["read", "changed", "read"]);
    })
    .await;
}

#[tokio::test]
async fn a_closing_needs_an_outcome_and_keeps_the_word() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = cloture(case);
        let page = nadia.get(&here).await;
        let answer = nadia.send(&page, &here, &[("note", "Elle va mieux.")]).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez comment");
        assert_eq!(answer.value(&here, "note"), "Elle va mieux.");
        let long = "a".repeat(1_001);
        let answer = nadia.send(&page, &here, &[("outcome", "settled"), ("note", &long)]).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY).says("1000 caractères au plus");
        assert_eq!(
            (answer.value(&here, "note"), answer.value(&here, "outcome")),
            (long, "settled".to_owned())
        );
        let now = caseload::find(&mut test.tx().await, case).await.unwrap().unwrap();
        assert!(now.is_open());
        assert_eq!(trail(&test, case).await, ["read", "read", "read"]);
    })
    .await;
}

#[tokio::test]
async fn a_case_is_closed_once_and_what_another_typed_is_shown() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = cloture(case);
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let late = camille.get(&here).await;
        let page = nadia.get(&here).await;
        for _ in 0..2 {
            nadia.send(&page, &here, &[("outcome", "goals_reached")]).await.is(StatusCode::OK);
        }
        let answer = camille.send(&late, &here, &[("outcome", "moved"), ("note", "Partie en mars")]).await;
        answer.is(StatusCode::CONFLICT).says("est terminé").says("Partie en mars").says("Objectifs atteints");
        assert_eq!(events(&test, case).await.iter().filter(|kind| *kind == "closed").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_closed_case_shows_its_path_and_takes_no_more_answers() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = measured_at_first(&test, &team).await;
        let (mut nadia, here) = (link_worker(&test).await, revue(case));
        let late = nadia.get(&here).await;
        let page = nadia.get(&cloture(case)).await;
        nadia.send(&page, &cloture(case), &[("outcome", "goals_reached")]).await.is(StatusCode::OK);
        let page = nadia.get(&here).await;
        page.is(StatusCode::OK).says("est terminé").says("Le chemin parcouru");
        assert!(!page.actions().contains(&here));
        nadia.send(&late, &here, &ANSWERS).await.is(StatusCode::CONFLICT).says("est terminé");
        assert_eq!(measures_of_case(&mut test.tx().await, case).await.unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn nobody_looks_back_before_the_first_contact_and_one_may_still_end() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk_with_a_new_case(&test).await;
        nadia.get(&revue(case)).await.is(StatusCode::OK).says("On se parle d’abord");
        let fields = pairs(&[("held_on", "2026-01-13")]);
        nadia.post(&revue(case), &fields).await.is(StatusCode::CONFLICT).says("On se parle d’abord");
        let page = nadia.get(&cloture(case)).await;
        nadia.send(&page, &cloture(case), &[("outcome", "unreachable")]).await.says("Injoignable");
    })
    .await;
}

#[tokio::test]
async fn another_team_finds_no_such_page() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        Team::at_venissieux(&test).await;
        let case = a_case(&test, &team).await;
        let mut other = test.signed_in("link_worker@minguettes.test").await;
        for here in [revue(case), cloture(case)] {
            other.get(&here).await.is(StatusCode::NOT_FOUND);
            for outcome in ["settled", ""] {
                let fields = pairs(&[("held_on", "2026-01-13"), ("outcome", outcome)]);
                other.post(&here, &fields).await.is(StatusCode::NOT_FOUND).does_not_say("Dumont");
            }
        }
        let now = caseload::find(&mut test.tx().await, case).await.unwrap().unwrap();
        assert!(now.is_open());
        assert_eq!(trail(&test, case).await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn both_pages_speak_english() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = measured_at_first(&test, &team).await;
        let mut nadia = test.browser().in_english();
        nadia.sign_in("link_worker@essarts.test").await;
        let page = nadia.get(&revue(case)).await;
        nadia.send(&page, &revue(case), &ANSWERS).await.says("How far you have come").says("Less lonely");
        nadia.get(&cloture(case)).await.says("How it ends").says("Do not end");
    })
    .await;
}

#[tokio::test]
async fn nobody_takes_part_on_their_own_who_never_came() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let page = nadia.get(&cloture(case)).await;
        let page = nadia.send(&page, &cloture(case), &[("outcome", "settled"), ("note", "Contente")]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Aucune venue n’est notée");
        assert_eq!(page.value(&cloture(case), "note"), "Contente");
        let now = caseload::find(&mut test.tx().await, case).await.unwrap().unwrap();
        assert!(now.is_open());
    })
    .await;
}

#[tokio::test]
async fn whoever_withdraws_their_agreement_is_spoken_of_no_more() {
    story(|test| async move {
        let (team, case, mut nadia) = at_desk(&test).await;
        let to = Email::parse("prescriber@essarts.test").unwrap();
        let before = outbox::written_to(&mut test.tx().await, &to).await.unwrap().len();
        let page = nadia.get(&cloture(case)).await;
        let fields = [("outcome", "stopped"), ("withdraws", "yes")];
        nadia.send(&page, &cloture(case), &fields).await.is(StatusCode::OK);
        let mut tx = test.tx().await;
        assert_eq!(outbox::written_to(&mut tx, &to).await.unwrap().len(), before);
        let person = caseload::find(&mut tx, case).await.unwrap().unwrap().person_id;
        let team = Recipient::Site(team.site);
        assert!(!consent::stands(&mut tx, person, Purpose::Support, &team).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn a_closing_made_from_an_older_version_writes_nothing() {
    story(|test| async move {
        let (_, case, _) = at_desk(&test).await;
        let mut tx = test.tx().await;
        let read = caseload::find(&mut tx, case).await.unwrap().unwrap();
        assert!(caseload::update(&mut tx, &read).await.unwrap(), "somebody was faster");
        let (closed, now) = (read.closed(Outcome::Moved).unwrap(), test.app.clock().now());
        assert!(!caseload::update_closed(&mut tx, &closed, Some("À Brest"), now).await.unwrap());
        let kept = sql::closed(&mut tx, case).await.unwrap().unwrap();
        assert_eq!((kept.outcome_note, kept.closed_at), (None, None));
    })
    .await;
}
