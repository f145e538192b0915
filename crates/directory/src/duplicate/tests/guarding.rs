//! Who finds the page.

use super::*;

#[tokio::test]
async fn somebody_who_does_not_verify_the_directory_finds_no_such_page() {
    story(|test| async move {
        Team::at_bron(&test).await;
        proposed(&test).await;
        let page = the_pair(&mut test.signed_in(COORDINATOR).await).await;
        for role in ["prescriber", "link_worker"] {
            let mut browser = test.signed_in(&format!("{role}@essarts.test")).await;
            browser.get("/annuaire/doublons").await.is(StatusCode::NOT_FOUND).does_not_say("Héron");
            browser.get(&page.path).await.is(StatusCode::NOT_FOUND);
            for act in ["meme", "deux", "defaire"] {
                let fields = page.filled_form(&format!("{}/meme", page.path), &[]);
                browser.post(&format!("{}/{act}", page.path), &fields).await.is(StatusCode::NOT_FOUND);
            }
        }
        test.browser().get("/annuaire/doublons").await.says("Se connecter");
        assert_eq!(kept(&test, "soliguide--1").await, "soliguide--1");
    })
    .await;
}
