//! What an hour costs.

use axum::http::StatusCode;
use kernel::id::SiteId;
use platform::audit;
use platform::testing::{Team, TestApp, pairs};

use super::{camille, say};
use crate::cost::RATES;
use crate::testing::story;

const FIRST: [(&str, &str); 4] =
    [("hour", "32,50"), ("other", "15"), ("valid_from", "01/01/2026"), ("origin", "Comptes de 2025")];

/// What the trail holds of a team, as codes of actions.
async fn trail(test: &TestApp, site: SiteId) -> Vec<String> {
    let entries = audit::of_subject(&mut test.tx().await, site).await.unwrap();
    entries.into_iter().map(|entry| entry.action).collect()
}

#[tokio::test]
async fn rates_are_added_and_none_rewrites_days_gone_by() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let mut camille = camille(&test).await;
        camille.get("/equipe").await.says("Coûts");
        camille.get(RATES).await.says("Aucun montant n’est écrit");
        let page = say(&mut camille, &FIRST).await;
        page.is(StatusCode::OK).says("32,50 € l’heure, et 15 € de plus").says("Comptes de 2025");
        page.says("À partir du 1er janvier 2026 En ce moment").says("écrit par Camille essarts");
        let later = [("hour", "40"), ("valid_from", "2026-01-05"), ("origin", "Paie")];
        let refused = say(&mut camille, &later).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Des jours déjà passés changeraient");
        assert_eq!(refused.value(RATES, "hour"), "40");
        // The same day again corrects, and what was said stays to be read.
        let page =
            say(&mut camille, &[("hour", "33"), ("valid_from", "2026-01-01"), ("origin", "Paie")]).await;
        page.says("33 € l’heure").says("32,50 € l’heure").says("Corrigé depuis");
        say(&mut camille, &[("hour", "41"), ("valid_from", "2026-02-01"), ("origin", "Paie")])
            .await
            .says("41 €");
        assert_eq!(test.count("SELECT COUNT(*) FROM cost_rate").await, 3);
        assert_eq!(trail(&test, team.site).await, ["changed"; 3]);
    })
    .await;
}

#[tokio::test]
async fn an_amount_without_a_source_or_a_meaning_is_not_kept() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut camille = camille(&test).await;
        for (field, odd, said) in [
            ("hour", "0", "plus grand que zéro"),
            ("hour", "-3", "plus grand que zéro"),
            ("hour", "cher", "plus grand que zéro"),
            ("other", "x", "ou laissez vide"),
            ("valid_from", "demain", "Écrivez un jour"),
            ("valid_from", "1026-01-01", "Écrivez un jour"),
            ("origin", " ", "personne ne peut les vérifier"),
        ] {
            let fields = FIRST.map(|(name, value)| (name, if name == field { odd } else { value }));
            let page = say(&mut camille, &fields).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says(said);
            assert_eq!(page.value(RATES, field).trim(), odd.trim(), "{field}");
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM cost_rate").await, 0);
    })
    .await;
}

#[tokio::test]
async fn only_who_coordinates_a_team_says_what_it_costs() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        Team::at_venissieux(&test).await;
        let mut other = test.signed_in("coordinator@minguettes.test").await;
        let site = team.site.to_string();
        let fields = [&FIRST[..], &[("site", site.as_str())]].concat();
        other.post(RATES, &pairs(&fields)).await.is(StatusCode::NOT_FOUND);
        other.get(&format!("{RATES}?equipe={site}")).await.is(StatusCode::NOT_FOUND);
        let pattern = format!("/equipe/couts/consultations/modele.csv?equipe={site}");
        other.get(&pattern).await.is(StatusCode::NOT_FOUND);
        for email in ["link_worker@essarts.test", "administrator@essarts.test", "prescriber@essarts.test"] {
            let mut browser = test.signed_in(email).await;
            browser.get(RATES).await.is(StatusCode::NOT_FOUND);
            browser.post(RATES, &pairs(&fields)).await.is(StatusCode::NOT_FOUND);
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM cost_rate").await, 0);
    })
    .await;
}
