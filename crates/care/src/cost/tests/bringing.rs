//! Consultations from a file.

use axum::http::StatusCode;
use kernel::id::CaseId;
use platform::testing::{Browser, Page, Team, TestApp, pairs};

use super::{camille, end};
use crate::cost::BRING;
use crate::testing::{a_case, at_desk, story, trail};

const KEEP: &str = "/equipe/couts/consultations/garder";
const PATTERN: &str = "/equipe/couts/consultations/modele.csv";

async fn bring(browser: &mut Browser, file: &str) -> Page {
    let page = browser.get(BRING).await;
    browser.upload(&page, BRING, &[], &[("fichier", "consultations.csv", file.as_bytes())]).await
}

/// A case that ended, seven months ago.
async fn long_ended(test: &TestApp) -> (Team, CaseId, Browser) {
    let (team, case, _) = at_desk(test).await;
    end(test, &team, case).await;
    test.days_pass(213).await;
    let camille = camille(test).await;
    (team, case, camille)
}

#[tokio::test]
async fn the_pattern_is_filled_in_read_again_and_kept() {
    story(|test| async move {
        let (_, case, mut camille) = long_ended(&test).await;
        let pattern = camille.get(PATTERN).await;
        pattern.is(StatusCode::OK).says("accompagnement;avant;apres;avant_du;avant_au;apres_du;apres_au");
        let line =
            format!("http://maillage.test/personnes/{case};;;2025-07-13;2026-01-12;2026-01-14;2026-07-13");
        pattern.says(&line).does_not_say("Dumont");
        let filled = pattern.body.replace(";;;", ";6;2;");
        let page = bring(&mut camille, &filled).await;
        page.is(StatusCode::OK).says("Un accompagnement serait noté ainsi").does_not_say("Dumont");
        assert_eq!(test.count("SELECT COUNT(*) FROM gp_visits").await, 0);
        let before = trail(&test, case).await.len();
        for _ in 0..2 {
            camille.send(&page, KEEP, &[]).await.says("Les consultations d’un accompagnement sont gardées");
        }
        assert_eq!(trail(&test, case).await[before..], ["changed"]);
        let sum = "SELECT before_count * 100 + after_count FROM gp_visits WHERE before_told_by = 'file'";
        assert_eq!(test.count(sum).await, 602);
        let again = bring(&mut camille, &filled).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("rien de nouveau");
        let changed = bring(&mut camille, &filled.replace(";6;2;", ";5;;")).await;
        changed.says("5 au lieu de 6");
        // Meanwhile somebody types: nothing of the file is kept over it.
        let here = format!("/personnes/{case}/consultations");
        let page = camille.get(&here).await;
        camille.send(&page, &here, &[("before", "8")]).await.is(StatusCode::OK);
        camille.send(&changed, KEEP, &[]).await.is(StatusCode::CONFLICT);
        assert_eq!(test.count("SELECT before_count FROM gp_visits").await, 8);
    })
    .await;
}

#[tokio::test]
async fn with_one_bad_line_nothing_is_kept_and_each_is_told() {
    story(|test| async move {
        let (team, case, mut camille) = long_ended(&test).await;
        let recent = a_case(&test, &team).await;
        let file = format!(
            "accompagnement;avant;apres\n{case};4;3\nMme Dumont;4;3\n{recent};quatre;\n{recent};;1\n{case};1;1\n"
        );
        let page = bring(&mut camille, &file).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("4 lignes ne peuvent pas être gardées");
        page.says("Ligne 3 : aucun accompagnement de cette équipe n’est « Mme Dumont »");
        page.says("Ligne 4 : « quatre » n’est pas un nombre de consultations");
        page.says("Ligne 5 : cet accompagnement est déjà sur une autre ligne");
        page.says("Ligne 6 : cet accompagnement est déjà sur une autre ligne");
        let early = bring(&mut camille, &format!("accompagnement;avant;apres\n{recent};;1\n")).await;
        early.says("Ligne 2 : les six mois d’après vont jusqu’au");
        bring(&mut camille, "").await.is(StatusCode::UNPROCESSABLE_ENTITY).says("pas vide");
        bring(&mut camille, "nom;avant\n").await.says("ne nomme pas la colonne « accompagnement »");
        assert_eq!(test.count("SELECT COUNT(*) FROM gp_visits").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_case_of_another_team_is_a_case_of_nobody() {
    story(|test| async move {
        let (_, case, mut camille) = long_ended(&test).await;
        Team::at_venissieux(&test).await;
        let mut other = test.signed_in("coordinator@minguettes.test").await;
        let page = bring(&mut other, &format!("accompagnement;avant;apres\n{case};4;3\n")).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("aucun accompagnement de cette équipe");
        other.get(PATTERN).await.does_not_say(&case.to_string());
        let line = format!("{case} 0 4 3");
        let site = other.get(BRING).await.value(BRING, "site");
        let fields = [("site", site.as_str()), ("line", line.as_str())];
        other.post(KEEP, &pairs(&fields)).await.is(StatusCode::NOT_FOUND);
        for odd in ["x", ""] {
            let fields = [("site", site.as_str()), ("line", odd)];
            other.post(KEEP, &pairs(&fields)).await.is(StatusCode::BAD_REQUEST);
        }
        camille.sign_in("link_worker@essarts.test").await;
        camille.get(BRING).await.is(StatusCode::NOT_FOUND);
        assert_eq!(test.count("SELECT COUNT(*) FROM gp_visits").await, 0);
    })
    .await;
}
