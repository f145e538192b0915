//! Stories of imports under way: once, whole or not at all, and said when they fail; and of long
//! checks.

use axum::http::StatusCode;
use platform::testing::{Browser, Page};

use super::super::{acts, checking, sql};
use super::{IMPORT, action, brought, refreshed, story, structures};

/// A checked file that would bring two organizations.
async fn checked(browser: &mut Browser) -> Page {
    brought(browser, &[], &[("structures", "s.ndjson", structures().as_bytes())]).await
}

const ORGANIZATIONS: &str = "SELECT COUNT(*) FROM organization";

#[tokio::test]
async fn an_import_is_a_job_that_a_double_click_asks_for_once() {
    story(|test| async move {
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = checked(&mut browser).await;
        let fields = [("faire", "importer")];
        let asked = browser.send(&page, &action(&page), &fields).await;
        asked.is(StatusCode::OK).says("Import en cours").says("tout est importé, ou rien");
        assert!(asked.actions().iter().all(|action| !action.starts_with(IMPORT)), "nothing more to decide");
        let twice = browser.send(&page, &action(&page), &fields).await;
        twice.is(StatusCode::OK).says("Import en cours");
        let other_form = browser.send(&page, &action(&page), &[("faire", "importer"), ("once", "")]).await;
        other_form.is(StatusCode::CONFLICT);
        let dropped = browser.send(&page, &action(&page), &[("faire", "abandonner"), ("once", "")]).await;
        dropped.is(StatusCode::CONFLICT);
        browser.get(IMPORT).await.says("import en cours");
        let jobs = "SELECT COUNT(*) FROM job WHERE kind = 'directory.import_incoming'";
        assert_eq!((test.count(jobs).await, test.count(ORGANIZATIONS).await), (1, 0));
        assert_eq!(test.count("SELECT COUNT(*) FROM audit_entry WHERE subject_kind = 'incoming'").await, 2);

        refreshed(&test, &mut browser, &asked).await.says("Import terminé");
        assert_eq!(test.count(ORGANIZATIONS).await, 2);
        let mut link_worker = test.signed_in("link_worker@essarts.test").await;
        link_worker.get(&action(&page)).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_stops_half_way_has_imported_nothing_and_does_it_when_it_starts_again() {
    story(|test| async move {
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = checked(&mut browser).await;
        let asked = browser.send(&page, &action(&page), &[("faire", "importer")]).await;
        let id = action(&page).rsplit('/').next().unwrap().to_owned();
        let mut stopped = test.tx().await;
        acts::import(&test.app, &mut stopped, &id).await.unwrap();
        let (there,): (i64,) = stopped.one(ORGANIZATIONS, &[]).await.unwrap();
        assert_eq!(there, 2, "the whole import ran");
        drop(stopped);
        assert_eq!(test.count(ORGANIZATIONS).await, 0);
        // Room made for others leaves it alone.
        for _ in 0..sql::MOST_KEPT + 2 {
            checked(&mut browser).await;
        }
        browser.get(&page.link("Déposer d’autres fichiers")).await.says("import en cours");
        refreshed(&test, &mut browser, &asked).await.says("Import terminé");
        assert_eq!(test.count(ORGANIZATIONS).await, 2);
    })
    .await;
}

#[tokio::test]
async fn an_import_that_fails_says_so_and_is_tried_again() {
    story(|test| async move {
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = checked(&mut browser).await;
        let asked = browser.send(&page, &action(&page), &[("faire", "importer")]).await;
        let damage = async |sql: &'static str| {
            let mut tx = test.tx().await;
            assert_eq!(tx.run(sql, &[]).await.unwrap(), 1);
            tx.commit().await.unwrap();
        };
        damage("UPDATE incoming_part SET content = '#' || content").await;
        refreshed(&test, &mut browser, &asked).await.says("rien n’a changé").says("réessayé de lui-même le");
        for _ in 0..3 {
            test.app.clock().advance(jiff::SignedDuration::from_hours(2));
            platform::jobs::run_due(&test.app).await.unwrap();
        }
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let failed = browser.get(&action(&page)).await;
        failed.is(StatusCode::OK).says("L’import n’a pas abouti").says("Rien n’a changé dans l’annuaire");
        assert_eq!(test.count(ORGANIZATIONS).await, 0);

        damage("UPDATE incoming_part SET content = substr(content, 2)").await;
        let asked = browser.send(&failed, &action(&failed), &[("faire", "reessayer")]).await;
        asked.says("Import en cours");
        let twice = browser.send(&failed, &action(&failed), &[("faire", "reessayer"), ("once", "")]).await;
        twice.is(StatusCode::CONFLICT);
        refreshed(&test, &mut browser, &asked).await.says("Import terminé");
        assert_eq!(test.count(ORGANIZATIONS).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_check_that_takes_long_goes_on_behind_its_page() {
    story(|test| async move {
        let mut browser = test.signed_in("coordinator@essarts.test").await;
        let page = checked(&mut browser).await;
        let address = action(&page);
        let mut tx = test.tx().await;
        tx.run("UPDATE incoming SET state = 'waiting', findings = NULL", &[]).await.unwrap();
        tx.commit().await.unwrap();
        let waiting = browser.get(&address).await;
        waiting.says("Vérification en cours").says("Relancer la vérification");

        let id = address.rsplit('/').next().unwrap().parse().unwrap();
        let incoming = sql::find(&mut test.tx().await, id).await.unwrap().unwrap();
        let mut busy = test.tx().await;
        busy.run("UPDATE incoming SET source = source", &[]).await.unwrap();
        checking::check(&test.app, incoming, std::time::Duration::ZERO).await.unwrap();
        let checked = "SELECT COUNT(*) FROM incoming WHERE state = 'checked'";
        let mut tx = test.app.db().read().await.unwrap();
        let (ended,): (i64,) = tx.one(checked, &[]).await.unwrap();
        assert_eq!(ended, 0, "it cannot have ended");
        drop((tx, busy));
        for _ in 0..500 {
            if test.count(checked).await == 1 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        browser.get(&waiting.link("Actualiser")).await.says("Ce que l’import ferait");
    })
    .await;
}
