//! Noting time.

use axum::http::StatusCode;
use platform::testing::{Team, pairs};

use super::{call, camille, end, log};
use crate::testing::{a_second_link_worker, at_desk, story, trail};

#[tokio::test]
async fn time_is_noted_from_the_file_in_three_clicks_and_summed() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let (file, here) = (format!("/personnes/{case}"), format!("/personnes/{case}/temps"));
        let page = nadia.get(&file).await;
        page.says("Aucun temps n’est noté");
        assert_eq!(page.value(&here, "day"), "2026-01-13");
        let before = trail(&test, case).await.len();
        let page = nadia.send(&page, &here, &[("minutes", "45"), ("spent_on", "call")]).await;
        page.is(StatusCode::OK).says("45 min en tout");
        assert_eq!(trail(&test, case).await[before..], ["changed", "read"]);
        let page = log(&mut nadia, case, &[("other_minutes", "2 h 30"), ("spent_on", "going_along")]).await;
        page.says("C’est noté").says("3 h 15 en tout").says("Aller avec la personne").says("Nadia essarts");
        nadia.get(&file).await.says("3 h 15 en tout");
    })
    .await;
}

#[tokio::test]
async fn one_press_counts_once() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = format!("/personnes/{case}/temps");
        let page = nadia.get(&here).await;
        for _ in 0..2 {
            nadia
                .send(&page, &here, &[("minutes", "30"), ("spent_on", "writing")])
                .await
                .says("30 min en tout");
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM time_spent").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_said_kindly_and_what_was_typed_stays() {
    story(|test| async move {
        let (team, case, mut nadia) = at_desk(&test).await;
        let here = format!("/personnes/{case}/temps");
        for odd in ["0", "-5", "1441", "25 h", "une heure"] {
            let page = log(&mut nadia, case, &[("other_minutes", odd), ("spent_on", "call")]).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says("d’une minute à 24 heures");
            assert_eq!(page.value(&here, "other_minutes"), odd);
            assert_eq!(page.value(&here, "spent_on"), "call");
        }
        let page = log(&mut nadia, case, &[]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez une durée").says("Choisissez pour quoi");
        for (day, said) in [
            ("2026-01-14", "pas encore venu"),
            ("2026-01-12", "a commencé le 13 janvier 2026"),
            ("hier", "Écrivez un jour"),
        ] {
            let fields = [("minutes", "15"), ("spent_on", "call"), ("day", day)];
            let page = log(&mut nadia, case, &fields).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says(said);
            assert_eq!(
                (page.value(&here, "day"), page.value(&here, "minutes")),
                (day.to_owned(), "15".to_owned())
            );
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM time_spent").await, 0);
        end(&test, &team, case).await;
        test.days_pass(3).await;
        let mut nadia = crate::testing::link_worker(&test).await;
        let fields = [("minutes", "15"), ("spent_on", "writing")];
        let late = [&fields[..], &[("day", "2026-01-16")]].concat();
        log(&mut nadia, case, &late).await.says("s’est terminé le 13 janvier 2026");
        assert_eq!(nadia.get(&here).await.value(&here, "day"), "2026-01-13");
        let last = [&fields[..], &[("day", "13/01/2026")]].concat();
        log(&mut nadia, case, &last).await.is(StatusCode::OK).says("15 min en tout");
    })
    .await;
}

#[tokio::test]
async fn a_line_is_taken_away_by_who_wrote_it_or_a_coordinator_and_nobody_else() {
    story(|test| async move {
        let (team, case, mut nadia) = at_desk(&test).await;
        a_second_link_worker(&test, &team).await;
        let (here, away) = (format!("/personnes/{case}/temps"), format!("/personnes/{case}/temps/retirer"));
        let mut camille = camille(&test).await;
        log(&mut camille, case, &[("minutes", "90"), ("spent_on", "meeting")]).await;
        // Hers is not Nadia's to take away: there is no button, and none that is made up works.
        let page = nadia.get(&here).await;
        assert!(!page.actions().contains(&away));
        let seen = camille.get(&here).await;
        let line = seen.value(&away, "line");
        nadia.post(&away, &pairs(&[("line", line.as_str())])).await.is(StatusCode::NOT_FOUND);
        let mut simon = test.signed_in("simon@essarts.test").await;
        simon.post(&away, &pairs(&[("line", line.as_str())])).await.is(StatusCode::NOT_FOUND);
        nadia.post(&away, &pairs(&[("line", "x")])).await.is(StatusCode::NOT_FOUND);
        camille.send(&seen, &away, &[]).await.is(StatusCode::OK).says("Aucun temps n’est noté");
        call(&test, &team, case, 15).await;
        let page = nadia.get(&here).await;
        nadia.send(&page, &away, &[]).await.says("Aucun temps n’est noté");
        call(&test, &team, case, 20).await;
        let page = camille.get(&here).await;
        camille.send(&page, &away, &[]).await.says("Aucun temps n’est noté");
        assert_eq!(test.count("SELECT COUNT(*) FROM time_spent").await, 0);
    })
    .await;
}

#[tokio::test]
async fn to_another_team_there_is_nothing_there() {
    story(|test| async move {
        let (team, case, _) = at_desk(&test).await;
        call(&test, &team, case, 15).await;
        Team::at_venissieux(&test).await;
        a_second_link_worker(&test, &team).await;
        for email in ["link_worker@minguettes.test", "coordinator@minguettes.test", "simon@essarts.test"] {
            let mut other = test.signed_in(email).await;
            for page in ["temps", "consultations"] {
                let here = format!("/personnes/{case}/{page}");
                other.get(&here).await.is(StatusCode::NOT_FOUND);
                let fields = pairs(&[("day", "2026-01-13"), ("minutes", "15"), ("spent_on", "call")]);
                other.post(&here, &fields).await.is(StatusCode::NOT_FOUND);
            }
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM time_spent").await, 1);
    })
    .await;
}
