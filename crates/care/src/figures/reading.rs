//! Journeys are counted on a thread of their own, while those of the next team are read.

use std::collections::HashMap;

use kernel::id::SiteId;
use measure::Instrument;
use platform::db::{DbError, Tx};
use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::journey::{Journeys, Question};
use super::model::Cohort;
use super::tally::Tally;
use super::{instrument, months, sql};

/// How many sheets wait to be counted at most: what is in memory at once.
const AHEAD: usize = 64;

/// Journeys, and the instruments of their questions.
type Read = (Journeys, Vec<Known>);
type Known = Option<&'static Instrument>;

/// What the store says of some sites, counted together.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn tally(tx: &mut Tx, sites: &[SiteId], cohort: Cohort) -> Result<Tally, DbError> {
    let (send, read) = channel(AHEAD);
    let counting = tokio::task::spawn_blocking(move || counted(read, cohort));
    read_all(tx, sites, cohort, send).await?;
    let (mut screened, mut loads) = (0_u32, Vec::new());
    for site in sites {
        screened = screened.saturating_add(sql::screened(tx, *site, cohort.sent).await?);
        loads.extend(sql::loads(tx, *site).await?);
    }
    let mut tally = counting.await.map_err(|_| sqlx::Error::WorkerCrashed)?;
    tally.screened = screened;
    loads.into_iter().for_each(|load| tally.carry(load));
    Ok(tally)
}

fn counted(mut read: Receiver<Read>, cohort: Cohort) -> Tally {
    let mut tally = Tally::default();
    while let Some((journeys, known)) = read.blocking_recv() {
        tally.add(&journeys, &known, cohort);
    }
    tally
}

async fn read_all(tx: &mut Tx, sites: &[SiteId], cohort: Cohort, send: Sender<Read>) -> Result<(), DbError> {
    let mut instruments = HashMap::new();
    for site in sites {
        for journeys in months::read(tx, *site, cohort.sent).await? {
            let known = known(tx, &mut instruments, &journeys.questions).await?;
            if send.send((journeys, known)).await.is_err() {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// The instruments of some questions, in their order; each is looked up once.
async fn known(
    tx: &mut Tx,
    instruments: &mut HashMap<Question, Known>,
    questions: &[Question],
) -> Result<Vec<Known>, DbError> {
    let mut known = Vec::new();
    for question in questions {
        if !instruments.contains_key(question) {
            let Question { site, code, version } = question;
            let found = instrument(tx, SiteId(*site), (code, version)).await?;
            instruments.insert(question.clone(), found);
        }
        known.push(instruments.get(question).copied().flatten());
    }
    Ok(known)
}
