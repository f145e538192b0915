//! Coming back later: in time, once, and again after a failure.

use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::SignedDuration;

use super::{JobError, JobKind, JobResult, RunReport, run_due, schedule, waiting};
use crate::app::{App, Module};
use crate::db::Tx;
use crate::testing::{TestApp, on_both_engines};

/// Writes its payload down as a setting, so that its effect can be seen or missed.
fn keep<'a>(_: &'a App, tx: &'a mut Tx, payload: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        tx.run("INSERT INTO setting (key, value) VALUES ($1, 'done')", &[payload.into()]).await?;
        Ok(())
    })
}

static BROKEN_RUNS: AtomicUsize = AtomicUsize::new(0);

/// Writes, then fails: nothing of it may stay.
fn break_half_way<'a>(_: &'a App, tx: &'a mut Tx, payload: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        BROKEN_RUNS.fetch_add(1, Ordering::SeqCst);
        tx.run("INSERT INTO setting (key, value) VALUES ($1, 'half')", &[payload.into()]).await?;
        Err(JobError::Other("broken half-way".to_owned()))
    })
}

static JOBS: [JobKind; 2] =
    [JobKind { name: "test.keep", run: keep }, JobKind { name: "test.break", run: break_half_way }];

async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    let module = Module { jobs: &JOBS, ..crate::module() };
    on_both_engines(vec![module], |app: App| app, tell).await;
}

async fn plan(test: &TestApp, kind: &str, payload: &str, days: i64) {
    let mut tx = test.tx().await;
    let at = test.app.clock().now() + SignedDuration::from_hours(24 * days);
    schedule(&mut tx, kind, payload, at).await.unwrap();
    tx.commit().await.unwrap();
}

async fn has_happened(test: &TestApp, payload: &str) -> bool {
    let row: Option<(String,)> =
        test.tx().await.maybe("SELECT value FROM setting WHERE key = $1", &[payload.into()]).await.unwrap();
    row.is_some()
}

#[tokio::test]
async fn a_job_waits_for_its_day_and_is_done_once() {
    story(|test| async move {
        plan(&test, "test.keep", "later", 10).await;
        test.days_pass(9).await;
        assert!(!has_happened(&test, "later").await);
        test.days_pass(1).await;
        assert!(has_happened(&test, "later").await);
        // A second run would break on the key.
        assert_eq!(run_due(&test.app).await.unwrap(), RunReport::default());
        assert_eq!(waiting(&mut test.tx().await).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_failing_job_leaves_nothing_is_tried_four_times_and_then_kept() {
    story(|test| async move {
        let before = BROKEN_RUNS.load(Ordering::SeqCst);
        plan(&test, "test.break", "half", 0).await;
        let mut missed = 0;
        for _ in 0..8 {
            missed += run_due(&test.app).await.unwrap().missed;
            test.app.clock().advance(SignedDuration::from_hours(3));
        }
        assert_eq!(missed, 4);
        assert_eq!(BROKEN_RUNS.load(Ordering::SeqCst) - before, 4);
        assert!(!has_happened(&test, "half").await);
        let (error,): (String,) =
            test.tx().await.one("SELECT last_error FROM job WHERE failed_at IS NOT NULL", &[]).await.unwrap();
        assert_eq!(error, "broken half-way");
    })
    .await;
}

#[tokio::test]
async fn one_failing_job_does_not_hold_back_the_others() {
    story(|test| async move {
        plan(&test, "nobody.knows", "", 0).await;
        plan(&test, "test.keep", "after", 0).await;
        let report = run_due(&test.app).await.unwrap();
        assert_eq!(report, RunReport { done: 1, missed: 1 });
        assert!(has_happened(&test, "after").await);
    })
    .await;
}
