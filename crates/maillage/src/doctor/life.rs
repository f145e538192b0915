//! What happens in the installation: its clock, jobs, mail, people and directory.

use directory::resource;
use jiff::{SignedDuration, Timestamp};
use kernel::{Clock, Lang};
use platform::accounts::{self, sites};
use platform::db::{Db, DbError, Tx};
use platform::web::dates;
use platform::{audit, jobs, outbox};

use super::finding::Report;
use crate::demo;

/// 1 January 2026: no machine runs this program before it was written.
const EARLIEST: i64 = 1_767_225_600;
/// The trail may be ahead of this machine by no more than two clocks differ.
const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_mins(10);
/// A job is looked for every few seconds.
const LATE_JOB: SignedDuration = SignedDuration::from_mins(15);
const LATE_MAIL: SignedDuration = SignedDuration::from_hours(1);
/// Half of the entries of a local directory are wrong within a year or two.
const STALE: SignedDuration = SignedDuration::from_hours(24 * 90);

pub(super) async fn examine(db: &Db, clock: &Clock, lang: Lang, report: &mut Report) -> Result<(), DbError> {
    let mut tx = db.read().await?;
    let shift = demo::shift(&mut tx).await?;
    let now = clock.now() + SignedDuration::from_secs(shift.unwrap_or(0));
    examine_clock(&mut tx, now, lang, report).await?;
    examine_jobs(&mut tx, now, report).await?;
    if shift.is_some() {
        report.well(report.w.doctor_demo());
    } else {
        examine_mail(&mut tx, now, report).await?;
        examine_people(&mut tx, report).await?;
    }
    examine_directory(&mut tx, now, lang, report).await
}

async fn examine_clock(tx: &mut Tx, now: Timestamp, lang: Lang, report: &mut Report) -> Result<(), DbError> {
    let w = report.w;
    let spoken = dates::moment(now.as_second(), lang);
    let latest = audit::last_at(tx).await?;
    let is_behind = latest.is_some_and(|latest| latest > (now + CLOCKS_DIFFER).as_second());
    if is_behind || now.as_second() < EARLIEST {
        report.ill(w.doctor_clock_wrong(spoken), w.doctor_clock_wrong_do());
    } else {
        report.well(w.doctor_clock(spoken));
    }
    Ok(())
}

async fn examine_jobs(tx: &mut Tx, now: Timestamp, report: &mut Report) -> Result<(), DbError> {
    let w = report.w;
    let late = jobs::late(tx, now - LATE_JOB).await?;
    let (failed, reason) = jobs::given_up(tx).await?;
    if late > 0 {
        report.ill(w.doctor_jobs_late(late), w.doctor_jobs_late_do());
    }
    if failed > 0 {
        report.ill(w.doctor_jobs_failed(failed, reason.unwrap_or_default()), w.doctor_jobs_failed_do());
    }
    if late + failed == 0 {
        report.well(w.doctor_jobs());
    }
    Ok(())
}

async fn examine_mail(tx: &mut Tx, now: Timestamp, report: &mut Report) -> Result<(), DbError> {
    let w = report.w;
    let waiting = outbox::late(tx, now - LATE_MAIL).await?;
    let (failed, reason) = outbox::given_up(tx).await?;
    if waiting > 0 {
        report.ill(w.doctor_outbox_waiting(waiting), w.doctor_outbox_waiting_do());
    }
    if failed > 0 {
        report.ill(w.doctor_outbox_failed(failed, reason.unwrap_or_default()), w.doctor_outbox_failed_do());
    }
    if waiting + failed == 0 {
        report.well(w.doctor_outbox());
    }
    match outbox::doubtful(tx).await? {
        0 => {}
        count => report.well(w.doctor_outbox_doubtful(count)),
    }
    Ok(())
}

async fn examine_people(tx: &mut Tx, report: &mut Report) -> Result<(), DbError> {
    let w = report.w;
    match (sites::all(tx).await?.len(), accounts::administrators(tx).await?) {
        (0, _) => report.ill(w.doctor_no_site(), w.doctor_no_site_do()),
        (_, 0) => report.ill(w.doctor_no_administrator(), w.doctor_no_administrator_do()),
        (sites, administrators) => {
            report.well(w.doctor_people(i64::try_from(sites).unwrap_or(i64::MAX), administrators));
        }
    }
    for site in sites::without_link_worker(tx).await? {
        report.ill(w.doctor_no_link_worker(site), w.doctor_no_link_worker_do());
    }
    Ok(())
}

async fn examine_directory(
    tx: &mut Tx,
    now: Timestamp,
    lang: Lang,
    report: &mut Report,
) -> Result<(), DbError> {
    let w = report.w;
    let (count, changed_at) = resource::extent(tx).await?;
    match changed_at {
        None => report.ill(w.doctor_directory_empty(), w.doctor_directory_do()),
        Some(at) if at < (now - STALE).as_second() => {
            report.ill(w.doctor_directory_stale(dates::day_of(at, lang)), w.doctor_directory_do());
        }
        Some(at) => report.well(w.doctor_directory(count, dates::day_of(at, lang))),
    }
    Ok(())
}
