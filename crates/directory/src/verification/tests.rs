//! Stories of verification, on both engines.

use axum::http::StatusCode;
use kernel::contact::Email;
use platform::outbox;
use platform::testing::{Browser, TestApp};

use super::{Doubt, doubt, doubted};
use crate::organization::{self, OrganizationId};
use crate::resource::{self, ResourceId};
use crate::testing::in_the_demo_with_a_team;

const LIST: &str = "/annuaire/a-verifier";
const MEAL: &str = "/ressources/demo--repas-du-jeudi";

fn meal() -> ResourceId {
    ResourceId::parse("demo--repas-du-jeudi").unwrap()
}

/// Whoever verifies writes to the organization that offers the meal; the link it receives.
pub(super) async fn link_of_the_meal(test: &TestApp) -> String {
    let mut tx = test.tx().await;
    let (meal, _) = resource::find(&mut tx, &meal()).await.unwrap().unwrap();
    drop(tx);
    let mut coordinator = test.signed_in("coordinator@essarts.test").await;
    let action = crate::address::verification_letter(&meal.organization);
    coordinator.post(&action, &[]).await.is(StatusCode::OK).says("Le courriel est parti");
    let letters = letters_of(test, &meal.organization).await;
    assert_eq!(letters.len(), 1);
    let letter = &letters[0];
    let link = letter.split_whitespace().find(|word| word.contains("/verification/")).unwrap();
    link.strip_prefix("http://maillage.test").unwrap().to_owned()
}

async fn letters_of(test: &TestApp, id: &OrganizationId) -> Vec<String> {
    let mut tx = test.tx().await;
    let (organization, _) = organization::find(&mut tx, id).await.unwrap().unwrap();
    let to: Email = organization.contact.email.unwrap();
    let letters = outbox::written_to(&mut tx, &to).await.unwrap();
    letters.into_iter().map(|letter| letter.body).collect()
}

fn corrected(link: &str) -> String {
    format!("{link}/demo--repas-du-jeudi")
}

#[tokio::test]
async fn an_organization_says_without_an_account_that_all_is_right() {
    in_the_demo_with_a_team(|test| async move {
        let link = link_of_the_meal(&test).await;
        let mut volunteer = test.browser();
        for _ in 0..2 {
            volunteer.get(&link).await.is(StatusCode::OK).says("Repas partagé du jeudi");
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM verification").await, 0, "opening changed something");
        let page = volunteer.get(&link).await;
        let fields = page.filled_form(&link, &[]);
        for _ in 0..2 {
            volunteer
                .post(&link, &fields)
                .await
                .is(StatusCode::OK)
                .says("Merci beaucoup")
                .says("Confirmé, merci");
        }
        let shown = test.browser().get(MEAL).await;
        shown.says("Confirmé par l’organisation elle-même le 13 janvier 2026");
        let kept = test.count("SELECT COUNT(*) FROM verification").await;
        assert!(kept >= 1);
        let noted = "SELECT COUNT(*) FROM audit_entry WHERE subject_kind = 'verification'";
        let itself = test.count("SELECT COUNT(*) FROM organization_verification").await;
        assert_eq!((test.count(noted).await, itself), (kept + 1, 1), "once, by one press too many");
        let answered = "SELECT COUNT(*) FROM verification_request WHERE answered_at IS NOT NULL";
        assert_eq!(test.count(answered).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_correction_shows_at_once_and_the_next_import_does_not_undo_it() {
    in_the_demo_with_a_team(|test| async move {
        let link = link_of_the_meal(&test).await;
        let mut volunteer = test.browser();
        let form = volunteer.get(&corrected(&link)).await;
        let said = [
            ("nom", "Repas du vendredi"),
            ("vendredi", "12 h à 14 h"),
            ("place", "complet"),
            ("complet_jusqu_au", "2026-04-01"),
            ("liste_attente", "oui"),
            ("autre", "L’entrée est côté cour."),
        ];
        let thanks = volunteer.send(&form, &corrected(&link), &said).await;
        thanks.is(StatusCode::OK).says("Merci beaucoup").says("Repas du vendredi");
        let found = test.browser().get("/ressources?q=repas+du+vendredi").await;
        found.says("Repas du vendredi");
        let source = test.count("SELECT COUNT(*) FROM resource WHERE name = 'Repas du vendredi'").await;
        assert_eq!(source, 0, "the source's own name stays beside");
        import_again(&test).await;
        let shown = test.browser().get(MEAL).await;
        shown
            .says("Repas du vendredi")
            .says("complet jusqu’au 1er avril 2026")
            .says("liste d’attente ouverte");
        assert_eq!(test.count("SELECT COUNT(*) FROM report WHERE said LIKE '%cour%'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn full_is_said_with_a_day_proposed_and_without_one_is_doubted_after_a_while() {
    in_the_demo_with_a_team(|test| async move {
        let link = link_of_the_meal(&test).await;
        let action = corrected(&link);
        let mut volunteer = test.browser();
        let form = volunteer.get(&action).await;
        assert_eq!(form.value(&action, "complet_jusqu_au"), "2026-04-13", "proposed");
        let said = [("place", "complet"), ("complet_jusqu_au", "")];
        volunteer.send(&form, &action, &said).await.says("Merci beaucoup");
        let form = volunteer.get(&action).await;
        assert_eq!(form.value(&action, "complet_jusqu_au"), "", "they chose to say none");
        let mut visitor = test.browser();
        let with_room = "/ressources?q=repas+partage&avec=places";
        let until_doubted = 90;
        test.days_pass(until_doubted - 1).await;
        visitor.get(MEAL).await.says("complet").does_not_say("à confirmer");
        visitor.get(with_room).await.does_not_say("Repas partagé du jeudi");
        test.days_pass(1).await;
        let shown = visitor.get(MEAL).await;
        shown.says("dit complet le 13 janvier 2026, à confirmer").does_not_say("Voir ce qui a encore");
        visitor.get(with_room).await.says("Repas partagé du jeudi").says("à confirmer");
    })
    .await;
}

/// The source publishes the entry again, with another description.
async fn import_again(test: &TestApp) {
    let mut tx = test.tx().await;
    let (shown, _) = resource::find(&mut tx, &meal()).await.unwrap().unwrap();
    let row = resource::row(&mut tx, &meal()).await.unwrap().unwrap();
    let mut published = row.sourced().unwrap();
    published.description = "Un repas, une table.".to_owned();
    published.ties = shown.ties;
    resource::put(&mut tx, &published, test.app.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
    test.browser().get(MEAL).await.says("Un repas, une table.");
}

#[tokio::test]
async fn what_cannot_be_kept_is_told_and_what_was_typed_stays() {
    in_the_demo_with_a_team(|test| async move {
        let link = link_of_the_meal(&test).await;
        let action = corrected(&link);
        let mut volunteer = test.browser();
        let form = volunteer.get(&action).await;
        let again = volunteer.send(&form, &action, &[("mardi", "l’après-midi"), ("places", "12")]).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("Écrivez les heures comme");
        assert_eq!(again.value(&action, "mardi"), "l’après-midi");
        assert_eq!(again.value(&action, "places"), "12");
        assert_eq!(test.count("SELECT COUNT(*) FROM verification").await, 0);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_kept_over_a_version_that_was_not_the_one_shown() {
    in_the_demo_with_a_team(|test| async move {
        let link = link_of_the_meal(&test).await;
        let action = corrected(&link);
        let mut volunteer = test.browser();
        let (list, form) = (volunteer.get(&link).await, volunteer.get(&action).await);
        import_again(&test).await;
        let stale = volunteer.send(&form, &action, &[("nom", "Repas du vendredi")]).await;
        stale.is(StatusCode::CONFLICT).says("rien n’a été enregistré");
        assert_eq!(stale.value(&action, "nom"), "Repas du vendredi");
        let stale = volunteer.send(&list, &link, &[]).await;
        stale.is(StatusCode::CONFLICT).says("rien n’a été enregistré");
        assert_eq!(test.count("SELECT COUNT(*) FROM verification").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_link_opens_one_organizations_entries_for_two_months() {
    in_the_demo_with_a_team(|test| async move {
        let link = link_of_the_meal(&test).await;
        let mut volunteer = test.browser();
        let other = format!("{link}/demo--chorale-en-pantoufles");
        let mut tx = test.tx().await;
        let (foreign,): (String,) = tx
            .one(
                "SELECT MIN(id) FROM resource WHERE organization_id <>
                    (SELECT organization_id FROM resource WHERE id = 'demo--repas-du-jeudi')",
                &[],
            )
            .await
            .unwrap();
        drop(tx);
        for other in [other, format!("{link}/{foreign}")] {
            volunteer.get(&other).await.is(StatusCode::NOT_FOUND);
            volunteer.post(&other, &[("nom".to_owned(), "À moi".to_owned())]).await.is(StatusCode::NOT_FOUND);
        }
        let confirm = [("fiche".to_owned(), format!("1 {foreign}"))];
        volunteer.post(&link, &confirm).await.is(StatusCode::NOT_FOUND);
        assert_eq!(test.count("SELECT COUNT(*) FROM verification").await, 0);
        let altered = format!("{link}x");
        volunteer.get(&altered).await.is(StatusCode::NOT_FOUND);
        test.days_pass(61).await;
        volunteer.get(&link).await.is(StatusCode::GONE);
        volunteer.post(&link, &[]).await.is(StatusCode::GONE);
    })
    .await;
}

#[tokio::test]
async fn what_failed_comes_first_until_somebody_checks_it_by_telephone() {
    in_the_demo_with_a_team(|test| async move {
        let mut tx = test.tx().await;
        doubt(&mut tx, &meal(), Doubt::Full, test.app.clock().now()).await.unwrap();
        let unknown = ResourceId::parse("demo--nowhere").unwrap();
        doubt(&mut tx, &unknown, Doubt::Silent, test.app.clock().now()).await.unwrap();
        assert_eq!(doubted(&mut tx).await.unwrap().len(), 1);
        tx.commit().await.unwrap();
        test.browser().get(MEAL).await.says("Une demande récente n’a pas abouti");
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let list = coordinator.get(&format!("{LIST}?territoire=69")).await;
        list.is(StatusCode::OK).says("1 demande n’a pas abouti");
        assert_eq!(first_of(&list), "Repas partagé du jeudi");
        check_by_telephone(&mut coordinator).await;
        assert_eq!(doubted(&mut test.tx().await).await.unwrap().len(), 0);
        coordinator.get(&format!("{LIST}?territoire=Bron")).await.does_not_say("Repas partagé du jeudi");
    })
    .await;
}

fn first_of(list: &platform::testing::Page) -> String {
    let (_, after) = list.body.split_once("<h3 class=\"name\">").unwrap();
    let (_, named) = after.split_once("lang=\"fr\">").unwrap();
    named.split('<').next().unwrap().to_owned()
}

async fn check_by_telephone(coordinator: &mut Browser) {
    let action = format!("{LIST}/demo--repas-du-jeudi");
    let form = coordinator.get(&action).await;
    let shown = coordinator.send(&form, &action, &[("places", "2")]).await;
    shown
        .is(StatusCode::OK)
        .says("Vérifié par l’équipe du territoire le 13 janvier 2026")
        .says("2 places libres");
}

#[tokio::test]
async fn who_does_not_verify_the_directory_finds_neither_list_nor_form() {
    in_the_demo_with_a_team(|test| async move {
        for role in ["prescriber", "link_worker"] {
            let mut browser = test.signed_in(&format!("{role}@essarts.test")).await;
            browser.get(LIST).await.is(StatusCode::NOT_FOUND);
            let form = format!("{LIST}/demo--repas-du-jeudi");
            browser.get(&form).await.is(StatusCode::NOT_FOUND);
            browser.post(&form, &[]).await.is(StatusCode::NOT_FOUND);
            browser.get(MEAL).await.does_not_say("Vérifier par téléphone");
        }
    })
    .await;
}

#[tokio::test]
async fn an_organization_is_not_written_to_twice_in_a_fortnight() {
    in_the_demo_with_a_team(|test| async move {
        let _ = link_of_the_meal(&test).await;
        let mut tx = test.tx().await;
        let (meal, _) = resource::find(&mut tx, &meal()).await.unwrap().unwrap();
        drop(tx);
        let action = crate::address::verification_letter(&meal.organization);
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        coordinator.post(&action, &[]).await.says("déjà reçu un courriel");
        assert_eq!(letters_of(&test, &meal.organization).await.len(), 1);
        test.days_pass(15).await;
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        coordinator.post(&action, &[]).await.says("Le courriel est parti");
    })
    .await;
}
