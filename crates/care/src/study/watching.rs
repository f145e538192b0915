//! Each day: letters about windows that opened or will close, and what is seen not to go as a protocol says.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;
use kernel::clock::in_france;
use kernel::id::AccountId;
use kernel::role::Role;
use platform::accounts;
use platform::app::App;
use platform::audit::{Action, Who};
use platform::db::{DbError, Tx};
use platform::jobs::{JobKind, JobResult};

use super::following::{self, Participant};
use super::model::Study;
use super::rules::counting::Visit;
use super::rules::deviations::found;
use super::sql;
use super::sql::letters::Occasion;
use crate::act::Acting;
use crate::caseload;
use crate::words::Words;

pub(crate) const WATCH: &str = "study.watch";
pub(super) const JOB: JobKind = JobKind { name: WATCH, run };

/// Before a window closes: two working days at least, whatever the day of the week.
const SOON: i32 = 4;

fn run<'a>(app: &'a App, tx: &'a mut Tx, _: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let acting = Acting::new(app, Who::TimePassing);
        for study in sql::studies::followed(tx).await? {
            watch(tx, &acting, &study).await?;
        }
        Ok(())
    })
}

async fn watch(tx: &mut Tx, acting: &Acting<'_>, study: &Study) -> Result<(), DbError> {
    let today = in_france(acting.now).date();
    let mut readers: BTreeSet<(AccountId, bool)> = BTreeSet::new();
    let mut was_found = false;
    for participant in following::of_study(tx, study).await? {
        for occasion in occasions(tx, acting, &participant, today).await? {
            for reader in follows(tx, &participant).await? {
                readers.insert((reader, occasion == Occasion::Closes));
            }
        }
        for one in found(&participant.visits, &participant.answered(), today, participant.until) {
            was_found |= sql::deviations::keep_found(tx, participant.candidate.id, &one, acting.now).await?;
        }
    }
    if was_found {
        acting.trace(tx, Action::Changed, study.id, study.site).await?;
    }
    let link = acting.app.settings().address(format_args!("/etudes/{}/suivi", study.id));
    // One letter a day, whatever the number of persons: it names nobody anyway.
    for (reader, closes) in readers {
        let letter = |w: &Words| match closes {
            true => (w.study_closes_subject(), w.study_closes_body(link.as_str())),
            false => (w.study_opens_subject(), w.study_opens_body(link.as_str())),
        };
        acting.write_to(tx, reader, letter).await?;
    }
    Ok(())
}

/// Why somebody is to be written to today, each once.
async fn occasions(
    tx: &mut Tx,
    acting: &Acting<'_>,
    participant: &Participant,
    today: Date,
) -> Result<Vec<Occasion>, DbError> {
    let to_do: Vec<&Visit> = participant.to_do(today).map(|(visit, _)| visit).collect();
    let mut occasions = Vec::new();
    for visit in to_do {
        let closes_soon = visit.window.closes <= today.saturating_add(SOON.days());
        // The second letter stands for the first where both would go at once.
        let occasion = if closes_soon { Occasion::Closes } else { Occasion::Opens };
        let point = visit.point.code();
        if sql::letters::mark(tx, participant.candidate.id, &point, occasion, acting.now).await? {
            occasions.push(occasion);
        }
    }
    Ok(occasions)
}

/// The link worker of somebody, or the coordinators of a team where nobody follows them.
async fn follows(tx: &mut Tx, participant: &Participant) -> Result<Vec<AccountId>, DbError> {
    let case = caseload::find(tx, participant.candidate.case).await?;
    if let Some(link_worker) = case.and_then(|case| case.link_worker) {
        return Ok(vec![link_worker]);
    }
    let coordinators = accounts::holding(tx, participant.candidate.site, Role::Coordinator).await?;
    Ok(coordinators.into_iter().map(|(account, _)| account).collect())
}
