//! What is kept for a while only is forgotten, once a day: the keys of forms, what was done, what
//! was sent. Where the trail's chain ends is told elsewhere.
//!
//! The server plans the first run when it starts ([`begin`]); each run plans the next.

use jiff::SignedDuration;
use kernel::clock::in_france;

use crate::accounts::{self, sign_ins};
use crate::app::App;
use crate::audit;
use crate::db::{DbError, Tx};
use crate::jobs::{self, JobKind, JobResult};
use crate::outbox;
use crate::patience;
use crate::web::once;

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// Longer than any session, so that no form on a screen outlives its key.
pub(crate) const KEYS_KEPT: SignedDuration = SignedDuration::from_hours(2 * 24);
/// Long enough to look into what went wrong.
pub(crate) const TRACES_KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

pub(crate) static JOBS: [JobKind; 1] = [JobKind { name: jobs::UPKEEP, run }];

/// Plans a run now, unless one is planned within a day: a clock that had jumped may have planned one
/// years ahead. At the start, and now and then.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn begin(app: &App) -> Result<(), DbError> {
    let now = app.clock().now();
    let mut tx = app.db().begin().await?;
    jobs::bring_back(&mut tx, jobs::UPKEEP, now + DAY, now).await?;
    jobs::schedule_one(&mut tx, jobs::UPKEEP, now).await?;
    tx.commit().await
}

fn run<'a>(app: &'a App, tx: &'a mut Tx, _: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let now = app.clock().now();
        once::forget(tx, now - KEYS_KEPT).await?;
        sign_ins::forget(tx, app.wall().now() - sign_ins::KEPT).await?;
        jobs::forget_done(tx, now - TRACES_KEPT).await?;
        outbox::forget_sent(tx, now - TRACES_KEPT).await?;
        let kept = app.settings().kept;
        audit::forget(tx, kept.trail, now).await?;
        accounts::forget_closed(tx, kept.closed_accounts, now).await?;
        patience::lapse(tx, in_france(now).date()).await?;
        for daily in app.modules().iter().flat_map(|module| module.daily) {
            jobs::schedule_one(tx, daily, now).await?;
        }
        let anchor = audit::head(tx).await?;
        audit::leave(app, tx, &anchor).await?;
        Ok(jobs::schedule_one(tx, jobs::UPKEEP, now + DAY).await?)
    })
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use kernel::contact::Email;

    use super::*;
    use crate::outbox::{Mail, Mailer};
    use crate::testing::{TestApp, on_both_engines};

    /// What a server does between its start and its stop, when it is asked to stop at once.
    async fn serve_for_a_moment(test: &TestApp) {
        jobs::work_forever(test.app.clone(), Mailer::OnPage, std::future::ready(())).await;
    }

    /// A form answered, a job done and a letter sent so many days ago.
    async fn happened(test: &TestApp, name: &str, days: i64) {
        let then = test.app.clock().now() - DAY * i32::try_from(days).unwrap();
        let tx = test.tx().await;
        once::commit(tx, name, None, "/", then).await.unwrap();
        let mut tx = test.tx().await;
        jobs::schedule(&mut tx, name, "", then).await.unwrap();
        let to = Email::parse("accueil@chorale.test").unwrap();
        outbox::put(&mut tx, &Mail { to, subject: name.to_owned(), body: String::new() }, then)
            .await
            .unwrap();
        tx.run("UPDATE job SET done_at = run_at WHERE kind = $1", &[name.into()]).await.unwrap();
        tx.run("UPDATE outbox SET sent_at = created_at", &[]).await.unwrap();
        tx.commit().await.unwrap();
    }

    #[tokio::test]
    async fn what_is_old_is_forgotten_each_day_and_the_rest_is_kept() {
        on_both_engines(
            vec![crate::module()],
            |app: App| app,
            |test| async move {
                for (name, days) in [("new", 1), ("recent", 3), ("old", 89), ("gone", 91)] {
                    happened(&test, name, days).await;
                }
                let mut tx = test.tx().await;
                jobs::schedule(&mut tx, "to come", "", test.app.clock().now() + DAY * 200).await.unwrap();
                tx.commit().await.unwrap();
                serve_for_a_moment(&test).await;
                assert_eq!(test.count("SELECT COUNT(*) FROM posted_once").await, 1);
                assert_eq!(test.count("SELECT COUNT(*) FROM outbox").await, 3);
                assert_eq!(test.count("SELECT COUNT(*) FROM job WHERE kind <> 'platform.upkeep'").await, 4);

                serve_for_a_moment(&test).await;
                let planned = "SELECT COUNT(*) FROM job WHERE kind = 'platform.upkeep' AND done_at IS NULL";
                assert_eq!(test.count(planned).await, 1, "another start plans no second run");
                test.app.clock().advance(SignedDuration::from_hours(2 * 24));
                serve_for_a_moment(&test).await;
                assert_eq!(test.count("SELECT COUNT(*) FROM outbox").await, 2);
                assert_eq!(test.count("SELECT COUNT(*) FROM posted_once").await, 0);
                assert_eq!(test.count(planned).await, 1);
            },
        )
        .await;
    }

    #[tokio::test]
    async fn a_clock_that_had_jumped_does_not_keep_the_day_s_work_away() {
        on_both_engines(
            vec![crate::module()],
            |app: App| app,
            |test| async move {
                test.app.clock().advance(DAY * 800);
                serve_for_a_moment(&test).await;
                test.app.clock().advance(-DAY * 800);
                let waits = "SELECT run_at FROM job WHERE kind = 'platform.upkeep' AND done_at IS NULL";
                let now = test.app.clock().now();
                serve_for_a_moment(&test).await;
                assert_eq!(
                    test.count(waits).await,
                    (now + DAY).as_second(),
                    "done today, and planned for tomorrow"
                );
            },
        )
        .await;
    }
}
