//! All teams together, beside what each shows.

use axum::http::StatusCode;
use care::referral::DeclineReason;
use jiff::civil::date;
use platform::testing::Team;

use crate::testing::{World, freezes_on, story};

const HERE: &str = "/rapports/ensemble/2026-T1";

#[tokio::test]
async fn what_one_team_keeps_back_is_not_the_sum_less_the_others() {
    story(|test| async move {
        let (bron, venissieux) = (Team::at_bron(&test).await, Team::at_venissieux(&test).await);
        let one = World { test: &test, team: &bron };
        let sent = one.referrals(40).await;
        for id in &sent[..20] {
            one.accept(*id).await;
        }
        // Four, which none of the others may show.
        let other = World { test: &test, team: &venissieux };
        for id in &other.referrals(30).await[..4] {
            other.decline(*id, DeclineReason::Full).await;
        }
        freezes_on(&test, date(2026, 7, 1)).await;
        let mut browser = test.signed_in("administrator@essarts.test").await;
        let page = browser.get(HERE).await;
        page.is(StatusCode::OK).says("Toutes les équipes").says("Demandes reçues70 · 100 %");
        page.says("Demandes en attente de réponse4666 %").says("Demandes déclinéesnon publié");
        // Twenty alone would leave the twenty-six of the other team, and so its four.
        let page = browser.get(&super::address(bron.site)).await;
        page.says("Demandes reçues40 · 100 %").says("Demandes en attente de réponsenon publié");
        browser.sign_in("link_worker@essarts.test").await;
        browser.get(&super::address(bron.site)).await.says("Demandes en attente de réponse2050 %");
    })
    .await;
}

#[tokio::test]
async fn it_is_public_when_each_team_s_is() {
    story(|test| async move {
        let (bron, venissieux) = (Team::at_bron(&test).await, Team::at_venissieux(&test).await);
        World { test: &test, team: &bron }.referrals(12).await;
        World { test: &test, team: &venissieux }.referrals(13).await;
        freezes_on(&test, date(2026, 7, 1)).await;
        let mut anybody = test.browser();
        for (team, domain, is_last) in [(&bron, "essarts", false), (&venissieux, "minguettes", true)] {
            anybody.get("/publications/ensemble/2026-T1").await.is(StatusCode::NOT_FOUND);
            let here = super::address(team.site);
            let mut browser = test.signed_in(&format!("coordinator@{domain}.test")).await;
            let page = browser.get(&here).await;
            browser.send(&page, &format!("{here}/publier"), &[]).await.is(StatusCode::OK);
            let list = anybody.get("/publications").await;
            if is_last {
                list.says("Toutes les équipes")
            } else {
                list.does_not_say("Toutes les équipes")
            };
        }
        anybody.get("/publications/ensemble/2026-T1").await.says("Demandes reçues25 · 100 %");
    })
    .await;
}
