//! Working the table off.

use std::future::Future;
use std::time::Duration;

use futures_util::FutureExt;
use jiff::SignedDuration;

use super::queue::{self, DueJob};
use super::{JobError, JobKind};
use crate::app::App;
use crate::audit;
use crate::db::{self, DbError};
use crate::outbox::{self, Mailer};
use crate::upkeep;

/// Pauses before the second, third and fourth try.
const PAUSES: [SignedDuration; 3] =
    [SignedDuration::from_mins(1), SignedDuration::from_mins(10), SignedDuration::from_hours(2)];
const TICK: Duration = Duration::from_secs(5);
/// Passes between two looks at whether the daily upkeep is planned: an hour.
const UPKEEP_PASSES: u64 = 720;

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunReport {
    pub done: usize,
    pub missed: usize,
}

/// Does every job whose time has come, oldest first.
///
/// # Errors
/// [`DbError`] of the store; a job's own failure is written down, not returned.
pub async fn run_due(app: &App) -> Result<RunReport, DbError> {
    let mut report = RunReport::default();
    loop {
        let now = app.clock().now();
        let mut tx = app.db().begin().await?;
        let Some(job) = queue::take(&mut tx, now).await? else {
            return Ok(report);
        };
        // Before it runs, so that it may plan the next of its kind; a failure takes it back.
        queue::done(&mut tx, job.id, now).await?;
        let outcome = match app.job(&job.kind) {
            Some(JobKind { run, .. }) => run(app, &mut tx, &job.payload).await,
            None => Err(JobError::Unknown),
        };
        match outcome {
            Ok(()) => {
                tx.commit().await?;
                report.done += 1;
            }
            Err(error) => {
                drop(tx);
                write_down(app, &job, &error).await?;
                report.missed += 1;
            }
        }
    }
}

async fn write_down(app: &App, job: &DueJob, error: &JobError) -> Result<(), DbError> {
    tracing::warn!(job = job.kind, %error, "a job failed");
    let now = app.clock().now();
    let again = usize::try_from(job.tries).ok().and_then(|tries| PAUSES.get(tries)).map(|pause| now + *pause);
    let mut tx = app.db().begin().await?;
    queue::missed(&mut tx, job.id, &error.to_string(), now, again).await?;
    tx.commit().await
}

/// Jobs, mails and seals of the trail, every few seconds, until told to stop; what is under way is
/// finished.
pub async fn work_forever(app: App, mailer: Mailer, stop: impl Future<Output = ()>) {
    let stop = stop.shared();
    let must_stop = || stop.clone().now_or_never().is_some();
    for pass in 0_u64.. {
        if pass.is_multiple_of(UPKEEP_PASSES)
            && let Err(error) = upkeep::begin(&app).await
        {
            tracing::error!(%error, "the daily upkeep could not be planned");
        }
        if let Err(error) = run_due(&app).await {
            tracing::error!(%error, "the jobs could not be read");
        }
        if let Err(error) = outbox::deliver(&app, &mailer, must_stop).await {
            tracing::error!(%error, "the outbox could not be read");
        }
        if let Err(error) = db::wipe(app.db()).await {
            tracing::warn!(%error, "what was erased is not wiped from the files yet");
        }
        if let Err(error) = audit::seal(app.db()).await {
            tracing::error!(%error, "the trail could not be sealed");
        }
        tokio::select! {
            () = stop.clone() => return,
            () = tokio::time::sleep(TICK) => {}
        }
    }
}
