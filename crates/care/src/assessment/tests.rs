//! Taking stock together, told through HTTP on both engines.

use axum::http::StatusCode;
use directory::vocabulary::Topic;
use kernel::id::CaseId;
use platform::testing::{Page, Team, TestApp, pairs};

use super::model::{Assessment, Constraint, Means, Need};
use super::sql;
use crate::caseload::{self, State};
use crate::testing::{a_case, a_new_case, at_desk, events, link_worker, story, trail};

fn address(case: CaseId) -> String {
    format!("/personnes/{case}/point")
}

async fn stored(test: &TestApp, case: CaseId) -> Option<Assessment> {
    sql::of_case(&mut test.tx().await, case).await.unwrap()
}

/// The fields of the form that hold this value.
fn ticked(page: &Page, action: &str, name: &str) -> Vec<String> {
    let pairs = page.filled_form(action, &[]);
    pairs.into_iter().filter(|(field, _)| field == name).map(|(_, value)| value).collect()
}

#[tokio::test]
async fn what_is_learnt_together_is_kept_and_makes_the_case_active() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(case);
        let page = nadia.get(&here).await;
        page.is(StatusCode::OK).says("Mme Aline Dumont").says("Ce qui compte pour la personne");
        let fields = [
            ("matters", "J’aimerais rechanter,\nmême faux."),
            ("obstacles", "Peur de tomber"),
            ("needs", "ties"),
            ("needs", "mobility"),
            ("levers", "gather"),
            ("topics", "chant"),
            ("constraints", "accompanied"),
            ("languages", "pt"),
            ("times", "tu-am"),
            ("times", "we-pm"),
            ("reach_km", "3"),
            ("reach_by", "bus"),
        ];
        let page = nadia.send(&page, &here, &fields).await;
        page.is(StatusCode::OK).says("C’est enregistré").says("Enregistré par Nadia essarts");
        assert_eq!(page.value(&here, "matters"), "J’aimerais rechanter,\nmême faux.");
        assert_eq!(ticked(&page, &here, "times"), ["tu-am", "we-pm"]);

        let kept = stored(&test, case).await.unwrap();
        assert_eq!(kept.needs.into_iter().collect::<Vec<_>>(), [Need::Ties, Need::Mobility]);
        assert!(kept.topics.contains(&Topic::parse("chant").unwrap()));
        assert!(kept.constraints.contains(&Constraint::AccompaniedFirst));
        assert_eq!((kept.reach.km, kept.reach.by), (Some(3), Some(Means::Bus)));
        let now = caseload::find(&mut test.tx().await, case).await.unwrap().unwrap();
        assert_eq!(now.state, State::Active);
        assert_eq!(events(&test, case).await.last().map(String::as_str), Some("assessed"));
        assert_eq!(trail(&test, case).await, ["read", "changed", "read"]);
    })
    .await;
}

#[tokio::test]
async fn saving_again_changes_it_and_says_nothing_twice_in_the_thread() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(case);
        let page = nadia.get(&here).await;
        let page = nadia.send(&page, &here, &[("matters", "Chanter")]).await;
        nadia.send(&page, &here, &[("matters", ""), ("strengths", "Elle cuisine bien")]).await;
        let kept = stored(&test, case).await.unwrap();
        assert_eq!((kept.matters, kept.strengths), (None, Some("Elle cuisine bien".to_owned())));
        assert_eq!(events(&test, case).await.iter().filter(|kind| *kind == "assessed").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn two_people_who_write_at_once_see_both_texts_and_lose_none() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(case);
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let seen_by_camille = camille.get(&here).await;
        let page = nadia.get(&here).await;
        nadia.send(&page, &here, &[("matters", "Chanter"), ("needs", "ties")]).await.is(StatusCode::OK);

        let late = [("matters", "Jardiner"), ("needs", "money")];
        let page = camille.send(&seen_by_camille, &here, &late).await;
        page.is(StatusCode::CONFLICT).says("Nadia essarts a enregistré").says("Chanter").says("Des liens");
        assert_eq!(page.value(&here, "matters"), "Jardiner");
        assert_eq!(ticked(&page, &here, "needs"), ["money"]);
        assert_eq!(stored(&test, case).await.unwrap().matters.as_deref(), Some("Chanter"));

        let both = [("matters", "Chanter et jardiner"), ("needs", "ties"), ("needs", "money")];
        camille.send(&page, &here, &both).await.is(StatusCode::OK).says("C’est enregistré");
        let kept = stored(&test, case).await.unwrap();
        assert_eq!((kept.matters.as_deref(), kept.needs.len()), (Some("Chanter et jardiner"), 2));
        assert_eq!(trail(&test, case).await, ["read", "read", "changed", "read", "read", "changed", "read"]);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_kept_is_said_and_what_was_typed_stays() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(case);
        let page = nadia.get(&here).await;
        let long = "a".repeat(2_001);
        let fields = [("matters", long.as_str()), ("reach_km", "loin"), ("strengths", "Patiente")];
        let answer = nadia.send(&page, &here, &fields).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY).says("2000 caractères au plus").says("nombre entier");
        assert_eq!(answer.value(&here, "matters"), long);
        assert_eq!(answer.value(&here, "reach_km"), "loin");
        assert_eq!(answer.value(&here, "strengths"), "Patiente");
        nadia.send(&page, &here, &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("au moins une chose");
        let forged = [("topics", "chasse-au-tigre")];
        nadia
            .send(&page, &here, &forged)
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("ne fait pas partie");
        assert_eq!(stored(&test, case).await, None);
        assert_eq!(trail(&test, case).await, ["read", "read", "read", "read"]);
    })
    .await;
}

#[tokio::test]
async fn a_double_click_saves_once() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(case);
        let page = nadia.get(&here).await;
        for _ in 0..2 {
            nadia
                .send(&page, &here, &[("matters", "Chanter")])
                .await
                .is(StatusCode::OK)
                .says("C’est enregistré");
        }
        assert_eq!(sql::stored(&mut test.tx().await, case).await.unwrap().unwrap().version, 1);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_assessed_before_somebody_has_spoken_to_the_person() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_new_case(&test, &team).await;
        let (mut nadia, here) = (link_worker(&test).await, address(case));
        nadia.get(&here).await.is(StatusCode::OK).says("On se parle d’abord");
        let fields = pairs(&[("version", "0"), ("matters", "Chanter")]);
        nadia.post(&here, &fields).await.is(StatusCode::CONFLICT).says("On se parle d’abord").says("Chanter");
        assert_eq!(stored(&test, case).await, None);
        assert_eq!(trail(&test, case).await, ["read", "read"]);
    })
    .await;
}

#[tokio::test]
async fn a_closed_file_is_read_and_not_changed() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(case);
        let page = nadia.get(&here).await;
        nadia.send(&page, &here, &[("matters", "Chanter")]).await;
        let page = nadia.get(&here).await;
        let mut tx = test.tx().await;
        let open = caseload::find(&mut tx, case).await.unwrap().unwrap();
        assert!(caseload::update(&mut tx, &open.closed(caseload::Outcome::Moved).unwrap()).await.unwrap());
        tx.commit().await.unwrap();

        nadia.get(&here).await.is(StatusCode::OK).says("est terminé").says("Chanter");
        let late = nadia.send(&page, &here, &[("matters", "Jardiner")]).await;
        late.is(StatusCode::CONFLICT).says("est terminé").says("Jardiner").says("Chanter");
        assert_eq!(stored(&test, case).await.unwrap().matters.as_deref(), Some("Chanter"));
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
        let here = address(case);
        let forbidden = other.get(&here).await;
        let absent = other.get(&address(CaseId::new())).await;
        forbidden.is(StatusCode::NOT_FOUND);
        assert_eq!(forbidden.text(), absent.text());
        for matters in ["Chanter", ""] {
            let fields = pairs(&[("version", "0"), ("matters", matters)]);
            other.post(&here, &fields).await.is(StatusCode::NOT_FOUND).does_not_say("Dumont");
        }
        assert_eq!(stored(&test, case).await, None);
        assert_eq!(trail(&test, case).await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn english_words_stand_beside_the_same_codes() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_case(&test, &team).await;
        let mut nadia = test.browser().in_english();
        nadia.sign_in("link_worker@essarts.test").await;
        let page = nadia.get(&address(case)).await;
        page.says("Taking stock together").says("A small group").says("singing");
        nadia.send(&page, &address(case), &[("topics", "chant")]).await.says("Saved");
    })
    .await;
}
