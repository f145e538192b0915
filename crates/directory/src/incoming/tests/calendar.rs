//! Stories of a calendar brought for one resource's hours.

use axum::http::StatusCode;
use platform::testing::{Browser, Page};

use crate::resource::{self, ResourceId};
use crate::testing::in_the_demo_with_a_team;

const MEAL: &str = "demo--repas-du-jeudi";
const PATH: &str = "/annuaire/calendrier/demo--repas-du-jeudi";

const TUESDAYS: &str = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Repas\nDTSTART;TZID=Europe/Paris:20260113T120000\n\
    DTEND;TZID=Europe/Paris:20260113T140000\nRRULE:FREQ=WEEKLY;UNTIL=20260630\nEND:VEVENT\nBEGIN:VEVENT\n\
    SUMMARY:Sortie\nDTSTART;VALUE=DATE:20260214\nEND:VEVENT\nEND:VCALENDAR\n";

async fn brought(browser: &mut Browser, bytes: &[u8]) -> Page {
    let page = browser.get(PATH).await;
    browser.upload(&page, PATH, &[], &[("calendrier", "agenda.ics", bytes)]).await
}

async fn schedule(test: &platform::testing::TestApp) -> Option<String> {
    let id = ResourceId::parse(MEAL).unwrap();
    resource::find(&mut test.tx().await, &id).await.unwrap().unwrap().0.ties.schedule
}

#[tokio::test]
async fn a_calendar_is_looked_at_then_kept() {
    in_the_demo_with_a_team(|test| async move {
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let entry = browser.get(&format!("/ressources/{MEAL}")).await;
        assert_eq!(entry.link("Mettre à jour les horaires avec un calendrier (.ics)"), PATH);
        let before = schedule(&test).await;
        let looked = brought(&mut browser, TUESDAYS.as_bytes()).await;
        looked.is(StatusCode::OK).says("Rien n’est encore enregistré").says("mardi de 12 h à 14 h");
        looked.says("Ce calendrier s’arrête le 30 juin 2026").says("Ligne 8, « Sortie » : pas d’heure");
        assert_eq!(schedule(&test).await, before);

        let keep = format!("{PATH}/garder");
        browser.send(&looked, &keep, &[]).await.is(StatusCode::OK).says("mardi de 12 h à 14 h");
        assert_eq!(schedule(&test).await.as_deref(), Some("Tu 12:00-14:00"));
        let rest = "SELECT COUNT(*) FROM audit_entry WHERE subject_kind = 'incoming'";
        assert_eq!(test.count(rest).await, 1);
        browser.send(&looked, &keep, &[]).await.is(StatusCode::OK);
        assert_eq!(test.count(rest).await, 1, "a double click keeps it once");
        browser.send(&looked, &keep, &[("once", "")]).await.is(StatusCode::CONFLICT);
        brought(&mut browser, TUESDAYS.as_bytes()).await.says("il n’y a rien à enregistrer");
    })
    .await;
}

#[tokio::test]
async fn a_calendar_that_gives_no_hours_says_why_and_changes_nothing() {
    in_the_demo_with_a_team(|test| async move {
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let before = schedule(&test).await;
        let page = brought(&mut browser, b"").await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez un fichier");
        let page = brought(&mut browser, b"<html>").await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("calendrier");
        let whole_day =
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260214\nEND:VEVENT\nEND:VCALENDAR\n";
        let page = brought(&mut browser, whole_day.as_bytes()).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Rien de ce calendrier").says("Ligne 2 : pas d’heure");
        let page = brought(&mut browser, &vec![b'x'; crate::incoming::upload::LARGEST_CALENDAR + 1]).await;
        page.is(StatusCode::PAYLOAD_TOO_LARGE);
        let looked = brought(&mut browser, TUESDAYS.as_bytes()).await;
        let altered = browser.send(&looked, &format!("{PATH}/garder"), &[("schedule", "whenever")]).await;
        assert_ne!(altered.status, StatusCode::OK);
        assert_eq!(schedule(&test).await, before);
    })
    .await;
}

#[tokio::test]
async fn who_does_not_verify_the_directory_brings_no_calendar() {
    in_the_demo_with_a_team(|test| async move {
        for role in ["prescriber", "link_worker"] {
            let mut browser = test.signed_in(&format!("{role}@essarts.test")).await;
            browser.get(PATH).await.is(StatusCode::NOT_FOUND);
            browser.post(&format!("{PATH}/garder"), &[]).await.is(StatusCode::NOT_FOUND);
            browser.get(&format!("/ressources/{MEAL}")).await.does_not_say("avec un calendrier");
        }
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        coordinator.get("/annuaire/calendrier/demo--nulle-part").await.is(StatusCode::NOT_FOUND);
    })
    .await;
}
