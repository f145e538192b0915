//! The page of one resource, through HTTP, on both engines, over the demo territory.

use axum::http::StatusCode;
use jiff::ToSpan;
use platform::testing::TestApp;

use super::{Resource, ResourceId};
use crate::testing::{in_the_demo, json_ld};

const MEAL: &str = "demo--repas-du-jeudi";

async fn changed(test: &TestApp, change: impl Fn(&mut Resource)) {
    let id = ResourceId::parse(MEAL).unwrap();
    let mut tx = test.tx().await;
    let (mut resource, _) = super::find(&mut tx, &id).await.unwrap().unwrap();
    change(&mut resource);
    super::put(&mut tx, &resource, test.app.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_is_full_says_so_first_and_shows_where_there_is_room() {
    in_the_demo(|test| async move {
        let until = test.app.clock().today() + 30.days();
        changed(&test, |meal| meal.ties.full_until = Some(until)).await;
        let mut browser = test.browser();
        let page = browser.get(&format!("/ressources/{MEAL}")).await;
        page.is(StatusCode::OK).says("complet jusqu’au");
        let text = page.text();
        assert!(text.find("complet jusqu’au") < text.find("Proposé par"));
        let elsewhere = page.link("Voir ce qui a encore de la place");
        assert!(elsewhere.contains("avec=places"), "{elsewhere}");
        browser.get(&elsewhere).await.is(StatusCode::OK).says("Retirer : Il reste de la place");
        changed(&test, |meal| meal.ties.full_until = None).await;
        browser.get(&format!("/ressources/{MEAL}")).await.does_not_say("Voir ce qui a encore de la place");
    })
    .await;
}

#[tokio::test]
async fn programs_read_the_same_page_whatever_its_source_wrote() {
    const HOSTILE: &str = "Repas</script><script>alert(1)</script><!-- & \u{2028}";
    in_the_demo(|test| async move {
        changed(&test, |meal| {
            meal.name = HOSTILE.to_owned();
            meal.contact_name = Some("Une Personne".to_owned());
        })
        .await;
        let page = test.browser().get(&format!("/ressources/{MEAL}")).await;
        let said = json_ld(&page);
        assert_eq!((said["@type"].as_str(), said["name"].as_str()), (Some("Service"), Some(HOSTILE)));
        assert_eq!(said["hoursAvailable"][0]["dayOfWeek"], "https://schema.org/Thursday");
        assert_eq!(said["hoursAvailable"][0]["opens"], "12:00");
        assert_eq!(page.body.matches("<script").count(), 2, "ours and the frame's");
        assert!(!page.body.contains("Une Personne"));
    })
    .await;
}

#[tokio::test]
async fn what_takes_place_on_one_day_is_an_event_until_it_is_over() {
    in_the_demo(|test| async move {
        let day = test.app.clock().today() + 5.days();
        let written = day.strftime("%Y %b %d 14:30-18:00").to_string();
        changed(&test, |meal| meal.ties.schedule = Some(written.clone())).await;
        let address = format!("/ressources/{MEAL}");
        let said = json_ld(&test.browser().get(&address).await);
        assert_eq!(said["@type"], "Event");
        assert_eq!(said["startDate"], format!("{day}T14:30:00"));
        changed(&test, |meal| meal.ties.schedule = Some("2020 Jun 13 14:30-18:00".to_owned())).await;
        assert_eq!(json_ld(&test.browser().get(&address).await)["@type"], "Service");
    })
    .await;
}

#[tokio::test]
async fn how_fresh_each_part_is_and_a_text_to_share_are_on_the_page() {
    in_the_demo(|test| async move {
        changed(&test, |meal| meal.ties.verified_on = None).await;
        let page = test.browser().get(&format!("/ressources/{MEAL}")).await;
        page.says("D’où viennent ces informations").says("pas encore vérifié par l’équipe du territoire");
        let public = &test.app.settings().public_url;
        page.says(&format!("{public}/ressources/{MEAL}"));
        assert!(page.link("Envoyer par courriel").starts_with("mailto:?subject=Repas%20"));
    })
    .await;
}

#[tokio::test]
async fn hours_written_by_people_are_said_and_tell_whether_it_is_open() {
    in_the_demo(|test| async move {
        let hour = test.app.clock().now();
        let now = kernel::clock::in_france(hour).datetime();
        let open = format!("Tous les jours {}h-{}h", now.hour(), now.hour() + 1);
        changed(&test, |meal| meal.ties.schedule = Some(open.clone())).await;
        let page = test.browser().get(&format!("/ressources/{MEAL}")).await;
        page.says("tous les jours de").says("Ouvert en ce moment");
        let closed = format!("Tous les jours {}h-{}h", now.hour() + 1, now.hour() + 2);
        changed(&test, |meal| meal.ties.schedule = Some(closed.clone())).await;
        test.browser().get(&format!("/ressources/{MEAL}")).await.does_not_say("Ouvert en ce moment");
    })
    .await;
}
