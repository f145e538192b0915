//! Stories of fairness, on both engines.

use axum::http::StatusCode;

use crate::testing::{at_desk, story};

const PAGE: &str = "/equipe/equite";

#[tokio::test]
async fn what_a_list_shows_is_counted_without_anybody_in_it_and_small_numbers_stay_hidden() {
    story(|test| async move {
        directory::demo::load(test.app.db(), test.app.clock().now()).await.unwrap();
        let (_, case, mut nadia) = at_desk(&test).await;
        let find = format!("/personnes/{case}/trouver");
        nadia.get(&find).await.is(StatusCode::OK);
        let shown = "SELECT CAST(SUM(times) AS BIGINT) FROM showing WHERE kind = 'size'";
        let once = test.count(shown).await;
        assert!((1..=20).contains(&once), "one page of the list: {once}");
        nadia.get(PAGE).await.is(StatusCode::OK).says("Bron").says("moins de 11");
        for _ in 0..11 {
            nadia.get(&find).await;
        }
        assert_eq!(test.count(shown).await, 12 * once);
        let page = nadia.get(PAGE).await;
        page.says("Par commune").says(&commune_once(&test).await.to_string());
        assert_eq!(test.count("SELECT COUNT(*) FROM showing WHERE month <> '2026-01'").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_team_reads_of_its_own_lists_only() {
    story(|test| async move {
        directory::demo::load(test.app.db(), test.app.clock().now()).await.unwrap();
        let (_, case, mut nadia) = at_desk(&test).await;
        nadia.get(&format!("/personnes/{case}/trouver")).await.is(StatusCode::OK);
        let mut tx = test.tx().await;
        for sql in [
            "INSERT INTO site (id, name, address, phone, consent_mode, created_at)
             VALUES ($1, 'Les Ormes', '1 rue Haute, Lille', '03 65 71 00 10', 'prior', 0)",
            "INSERT INTO showing (site_id, month, kind, code, times)
             VALUES ($1, '2026-01', 'commune', '59350', 500)",
        ] {
            tx.run(sql, &[kernel::id::SiteId(uuid::Uuid::from_u128(1)).into()]).await.unwrap();
        }
        tx.commit().await.unwrap();
        nadia.get(PAGE).await.says("Bron").does_not_say("Lille");
    })
    .await;
}

/// How often Bron was shown.
async fn commune_once(test: &platform::testing::TestApp) -> i64 {
    test.count("SELECT times FROM showing WHERE kind = 'commune' AND code = '69029'").await
}

#[tokio::test]
async fn anybody_of_the_team_reads_it_and_nobody_else() {
    story(|test| async move {
        let (_, _, mut nadia) = at_desk(&test).await;
        nadia.get(PAGE).await.is(StatusCode::OK);
        for role in ["coordinator", "administrator"] {
            let mut browser = test.signed_in(&format!("{role}@essarts.test")).await;
            browser.get(PAGE).await.is(StatusCode::OK);
        }
        let mut prescriber = test.signed_in("prescriber@essarts.test").await;
        prescriber.get(PAGE).await.is(StatusCode::NOT_FOUND);
        test.browser().get(PAGE).await.says("Se connecter");
    })
    .await;
}
