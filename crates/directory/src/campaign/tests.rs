//! Stories of campaigns, on both engines.

use axum::http::StatusCode;
use platform::jobs;
use platform::testing::{Browser, Page, Team, TestApp};

use crate::organization;
use crate::organization::OrganizationId;
use crate::resource::{self, ResourceId};
use crate::{testing, verification};

const LIST: &str = "/annuaire/campagnes";
const START: &str = "/annuaire/campagnes/lancer";
/// The demo territory is written as seen from that day.
const SEEN_FROM: &str = "2026-03-31T07:00:00Z";
const WRITTEN: &str = "SELECT COUNT(*) FROM outbox";

/// The demo territory, where one organization has no address at all.
async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let tell = async |test: TestApp| {
        test.app.clock().set(SEEN_FROM.parse().unwrap());
        crate::demo::load(test.app.db(), test.app.clock().now()).await.unwrap();
        Team::at_bron(&test).await;
        silence_one(&test).await;
        tell(test).await;
    };
    testing::story(tell).await;
}

/// Takes every address of the CCAS of Bron away.
async fn silence_one(test: &TestApp) {
    let now = test.app.clock().now();
    let mut tx = test.tx().await;
    let id = OrganizationId::parse("demo--ccas-de-bron").unwrap();
    let (mut ccas, _) = organization::find(&mut tx, &id).await.unwrap().unwrap();
    ccas.contact.email = None;
    organization::put(&mut tx, &ccas, now).await.unwrap();
    for row in verification::offered(&mut tx, &id).await.unwrap() {
        let mut resource = row.read().unwrap();
        (resource.contact.email, resource.ties.referral_email) = (None, None);
        resource::put(&mut tx, &resource, now).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Starts one at Bron that asks everybody; its page.
async fn started(coordinator: &mut Browser) -> Page {
    let planned = coordinator.get(&format!("{LIST}?territoire=Bron&mois=0")).await;
    planned.is(StatusCode::OK).says("recevr").says("à appeler");
    let page = coordinator.send(&planned, START, &[]).await;
    page.is(StatusCode::OK).says("Campagne : Bron").says("Organisations interrogées");
    page
}

#[tokio::test]
async fn a_campaign_writes_to_those_who_have_an_address_and_reminds_once() {
    story(|test| async move {
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let page = started(&mut coordinator).await;
        assert_eq!(test.count(WRITTEN).await, 0, "letters leave by a job");
        jobs::run_due(&test.app).await.unwrap();
        let by_letter = "SELECT COUNT(*) FROM campaign_organization WHERE way = 'letter'";
        let letters = test.count(by_letter).await;
        assert!(letters > 0);
        assert_eq!(test.count(WRITTEN).await, letters);
        confirm_for(&test, "demo--voix-voisines").await;
        test.days_pass(15).await;
        assert_eq!(test.count(WRITTEN).await, 2 * letters - 1, "who answered is not reminded");
        test.days_pass(30).await;
        assert_eq!(test.count(WRITTEN).await, 2 * letters - 1);
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        coordinator.get(&page.path).await.says("rappel parti").says("Vérifiées depuis1");
        assert_eq!(
            test.count(
                "SELECT COUNT(*) FROM campaign_organization WHERE reminded_at IS NULL AND way = 'letter'"
            )
            .await,
            1
        );
    })
    .await;
}

/// All that an organization offers is checked by telephone.
async fn confirm_for(test: &TestApp, organization: &str) {
    let mut coordinator = test.signed_in("coordinator@essarts.test").await;
    let id = OrganizationId::parse(organization).unwrap();
    let offered = verification::offered(&mut test.tx().await, &id).await.unwrap();
    assert!(!offered.is_empty());
    for row in offered {
        let action = crate::address::verification(&ResourceId::parse(&row.id).unwrap());
        let form = coordinator.get(&action).await;
        coordinator.send(&form, &action, &[]).await.is(StatusCode::OK);
    }
}

#[tokio::test]
async fn who_has_no_address_stands_on_a_sheet_with_boxes_to_tick() {
    story(|test| async move {
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let page = started(&mut coordinator).await;
        let sheet = coordinator.get(&page.link("Feuille d’appels")).await;
        sheet.says("CCAS de Bron").says("04 65 71 10 11").says("Repas partagé du jeudi").says("☐");
        sheet.does_not_say("Voix voisines");
        coordinator.get(&sheet.link("Avec celles qui")).await.says("Voix voisines");
        confirm_for(&test, "demo--ccas-de-bron").await;
        coordinator.get(&format!("{}/feuille", page.path)).await.does_not_say("CCAS de Bron");
    })
    .await;
}

#[tokio::test]
async fn once_stopped_nothing_more_is_sent() {
    story(|test| async move {
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let page = started(&mut coordinator).await;
        let stop = format!("{}/arreter", page.path);
        let stopped = coordinator.send(&page, &stop, &[]).await;
        stopped.is(StatusCode::OK).says("arrêtée");
        coordinator.send(&page, &stop, &[("once", "")]).await.is(StatusCode::CONFLICT);
        test.days_pass(20).await;
        assert_eq!(test.count(WRITTEN).await, 0);
    })
    .await;
}

#[tokio::test]
async fn one_campaign_runs_in_a_territory_and_its_button_pressed_twice_starts_one() {
    story(|test| async move {
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let planned = coordinator.get(&format!("{LIST}?territoire=Bron&mois=0")).await;
        let fields = planned.filled_form(START, &[]);
        for _ in 0..2 {
            coordinator.post(START, &fields).await.is(StatusCode::OK).says("Campagne : Bron");
        }
        let again = coordinator.send(&planned, START, &[("once", "another")]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("déjà en cours");
        assert_eq!(test.count("SELECT COUNT(*) FROM campaign").await, 1);
        let nowhere = coordinator.get(&format!("{LIST}?territoire=Nulle-Part-sur-Rien")).await;
        nowhere.is(StatusCode::UNPROCESSABLE_ENTITY).says("Aucun territoire");
    })
    .await;
}

#[tokio::test]
async fn who_does_not_verify_the_directory_starts_nothing() {
    story(|test| async move {
        let mut link_worker = test.signed_in("link_worker@essarts.test").await;
        link_worker.get(LIST).await.is(StatusCode::NOT_FOUND);
        link_worker.post(START, &[]).await.is(StatusCode::NOT_FOUND);
        test.browser().get(LIST).await.says("Se connecter");
    })
    .await;
}

/// Whoever verifies writes to one organization, from the work list.
async fn written_alone(coordinator: &mut Browser, organization: &str) {
    let id = OrganizationId::parse(organization).unwrap();
    let action = crate::address::verification_letter(&id);
    coordinator.post(&action, &[]).await.says("Le courriel est parti");
}

const TO_VOICES: &str =
    "SELECT COUNT(*) FROM verification_request WHERE organization_id = 'demo--voix-voisines'";

#[tokio::test]
async fn nobody_is_written_to_twice_in_a_fortnight_whoever_asks() {
    story(|test| async move {
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        written_alone(&mut coordinator, "demo--voix-voisines").await;
        test.days_pass(5).await;
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let planned = coordinator.get(&format!("{LIST}?territoire=Bron&mois=0")).await;
        planned.says("1 d’entre elles a déjà reçu un courriel");
        let page = started(&mut coordinator).await;
        jobs::run_due(&test.app).await.unwrap();
        let letters = test.count("SELECT COUNT(*) FROM campaign_organization WHERE way = 'letter'").await;
        assert_eq!(test.count(WRITTEN).await, letters, "all but one, and the one from the work list");
        coordinator.get(&page.path).await.says("celui-ci attend le 14 avril 2026");
        let around = "/annuaire/campagnes?territoire=200046977&mois=0";
        let planned = coordinator.get(around).await;
        coordinator.send(&planned, START, &[]).await.says("Campagne : ");
        test.days_pass(8).await;
        assert_eq!(test.count(TO_VOICES).await, 1);
        test.days_pass(1).await;
        assert_eq!(test.count(TO_VOICES).await, 2, "once the fortnight was over");
        for _ in 0..60 {
            test.days_pass(1).await;
        }
        let close = "SELECT COUNT(*) FROM verification_request a JOIN verification_request b
             ON b.organization_id = a.organization_id AND b.id <> a.id
             WHERE b.sent_at BETWEEN a.sent_at AND a.sent_at + 14 * 86400 - 1";
        assert_eq!(test.count(close).await, 0);
        let unreminded =
            "SELECT COUNT(*) FROM campaign_organization WHERE way = 'letter' AND reminded_at IS NULL";
        assert_eq!(test.count(unreminded).await, 0, "each still has its reminder");
        assert_eq!(platform::jobs::waiting(&mut test.tx().await).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn an_organization_is_written_to_at_the_address_of_one_merged_into_it() {
    story(|test| async move {
        let now = test.app.clock().now();
        let mut tx = test.tx().await;
        let (ccas, voices) = (
            OrganizationId::parse("demo--ccas-de-bron").unwrap(),
            OrganizationId::parse("demo--voix-voisines").unwrap(),
        );
        let addresses = verification::addresses(&mut tx, &[ccas.as_str()]).await.unwrap();
        assert!(addresses.is_empty(), "it has none");
        let change = crate::stored::Change::begin(&mut tx, now).await.unwrap();
        organization::show_under(&mut tx, &voices, Some(&ccas), change).await.unwrap();
        tx.commit().await.unwrap();
        let addresses = verification::addresses(&mut test.tx().await, &[ccas.as_str()]).await.unwrap();
        assert_eq!(addresses.len(), 1);
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let planned = coordinator.get(&format!("{LIST}?territoire=Bron&mois=0")).await;
        planned.says("recevr").does_not_say("à appeler");
    })
    .await;
}

#[tokio::test]
async fn the_work_list_prints_its_own_call_sheet() {
    story(|test| async move {
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let id = ResourceId::parse("demo--repas-du-jeudi").unwrap();
        let mut tx = test.tx().await;
        verification::doubt(&mut tx, &id, verification::Doubt::Silent, test.app.clock().now()).await.unwrap();
        tx.commit().await.unwrap();
        let list = coordinator.get("/annuaire/a-verifier?territoire=Bron").await;
        let sheet = coordinator.get(&list.link("Feuille d’appels")).await;
        sheet.is(StatusCode::OK).says("Repas partagé du jeudi").says("☐").says("04 65 71 10 11");
        assert_eq!(test.count("SELECT COUNT(*) FROM campaign").await, 0);
        let nowhere = "/annuaire/a-verifier/feuille?territoire=00000";
        coordinator.get(nowhere).await.is(StatusCode::NOT_FOUND);
        let mut link_worker = test.signed_in("link_worker@essarts.test").await;
        link_worker.get(&list.link("Feuille d’appels")).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}
