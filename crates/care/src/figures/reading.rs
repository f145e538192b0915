//! Journeys are counted on threads of their own, while those of the next team are read.

use kernel::id::SiteId;
use platform::db::{DbError, Tx};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::spawn_blocking;

use super::journey::Question;
use super::model::Cohort;
use super::months::{self, Piece};
use super::tally::Tally;
use super::{instrument, sql};

/// Threads that count, and how many sheets wait for each at most: what is in memory at once.
const COUNTING: usize = 2;
const AHEAD: usize = 32;

/// What the store says of some sites, counted together.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn tally(tx: &mut Tx, sites: &[SiteId], cohort: Cohort) -> Result<Tally, DbError> {
    let (senders, receivers): (Vec<_>, Vec<_>) = (0..COUNTING).map(|_| channel(AHEAD)).unzip();
    let each = receivers.into_iter().map(|pieces| spawn_blocking(move || counted(pieces, cohort)));
    let counting: Vec<_> = each.collect();
    let mut tally = read(tx, sites, cohort, &senders).await?;
    drop(senders);
    for counted in counting {
        tally.merge(&counted.await.map_err(|_| sqlx::Error::WorkerCrashed)??);
    }
    for Question { site, code, version } in &tally.questions {
        tally.known.push(instrument(tx, SiteId(*site), (code, version)).await?);
    }
    Ok(tally)
}

fn counted(mut pieces: Receiver<Piece>, cohort: Cohort) -> Result<Tally, DbError> {
    let mut tally = Tally::default();
    while let Some(piece) = pieces.blocking_recv() {
        tally.add(&piece.journeys()?, cohort);
    }
    Ok(tally)
}

/// Hands journeys to whoever counts them, in turn; what is not counted by journeys is told at once.
async fn read(
    tx: &mut Tx,
    sites: &[SiteId],
    cohort: Cohort,
    counting: &[Sender<Piece>],
) -> Result<Tally, DbError> {
    let mut tally = Tally::default();
    for site in sites {
        let pieces = months::read(tx, *site, cohort.sent).await?;
        for (piece, whom) in pieces.into_iter().zip(counting.iter().cycle()) {
            // Whoever stopped says why when they are asked for what they counted.
            whom.send(piece).await.ok();
        }
        tally.screened = tally.screened.saturating_add(sql::screened(tx, *site, cohort.sent).await?);
        sql::loads(tx, *site).await?.into_iter().for_each(|load| tally.carry(load));
    }
    Ok(tally)
}
