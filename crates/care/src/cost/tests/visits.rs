//! Consultations before and after, typed.

use axum::http::StatusCode;

use crate::testing::{at_desk, link_worker, story, trail};

#[tokio::test]
async fn what_comes_after_is_noted_once_its_months_are_over() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = format!("/personnes/{case}/consultations");
        let page = nadia.get(&here).await;
        page.says("du 13 juillet 2025 au 12 janvier 2026").says("jusqu’au 13 juillet 2026 inclus");
        let before = [("before", "7"), ("before_told_by", "person")];
        nadia.send(&page, &here, &before).await.is(StatusCode::OK).says("C’est noté");
        // Made up, since the page has no such field yet.
        let mut early = page.filled_form(&here, &[]);
        early.retain(|(name, _)| name != "version" && name != "once");
        early.extend(
            [("version", "1"), ("after", "2"), ("after_told_by", "person")]
                .map(|(n, v)| (n.to_owned(), v.to_owned())),
        );
        nadia.post(&here, &early).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("il serait trop petit");
        test.days_pass(182).await;
        let mut nadia = link_worker(&test).await;
        let page = nadia.get(&here).await;
        page.says("du 14 janvier 2026 au 13 juillet 2026");
        assert_eq!(
            (page.value(&here, "before"), page.value(&here, "before_told_by")),
            ("7".to_owned(), "person".to_owned())
        );
        let noted = trail(&test, case).await.len();
        nadia.send(&page, &here, &[("after", "0"), ("after_told_by", "care_team")]).await.says("C’est noté");
        assert_eq!(trail(&test, case).await[noted..], ["changed", "read"]);
        let sum = "SELECT before_count * 100 + after_count FROM gp_visits WHERE after_told_by = 'care_team'";
        assert_eq!(test.count(sum).await, 700);
    })
    .await;
}

#[tokio::test]
async fn a_number_without_a_source_or_sense_is_not_kept() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = format!("/personnes/{case}/consultations");
        let page = nadia.get(&here).await;
        for odd in ["-1", "trois", "185", "2,5"] {
            let page = nadia.send(&page, &here, &[("before", odd), ("before_told_by", "person")]).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says("nombre entier");
            assert_eq!(page.value(&here, "before"), odd);
        }
        let refused = nadia.send(&page, &here, &[("before", "3")]).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Dites d’où vient ce nombre");
        assert_eq!(test.count("SELECT COUNT(*) FROM gp_visits").await, 0);
    })
    .await;
}

#[tokio::test]
async fn who_comes_too_late_overwrites_nobody() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = format!("/personnes/{case}/consultations");
        let (first, second) = (nadia.get(&here).await, nadia.get(&here).await);
        nadia.send(&first, &here, &[("before", "3"), ("before_told_by", "person")]).await.is(StatusCode::OK);
        let late = nadia.send(&second, &here, &[("before", "9"), ("before_told_by", "person")]).await;
        late.is(StatusCode::CONFLICT);
        assert_eq!(test.count("SELECT before_count FROM gp_visits").await, 3);
        let page = nadia.get(&here).await;
        nadia.send(&page, &here, &[("before", "")]).await.is(StatusCode::OK);
        assert_eq!(test.count("SELECT COUNT(*) FROM gp_visits WHERE before_count IS NULL").await, 1);
    })
    .await;
}
