//! When more is asked than this machine can do, some are told at once to come back in a moment, and the
//! others are answered as fast as ever: nobody waits a minute for a page that then does not come.
//!
//! Only so many requests are worked on at once (*seats*). Whoever finds none waits in the order of
//! arrival; how long depends on whether there was a free seat a moment ago. After a burst there was, and
//! all of it is served; under a load that lasts there was not, and whoever waits longer than a blink is
//! sent back. The rule is that of controlled delay (CoDel, RFC 8289), with its two times.
//!
//! What costs nothing never waits: files of the program itself, and the question whether it is well.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, timeout};

use super::health::HEALTH;
use super::nope;

/// A core waits for the store most of the time a page takes.
const SEATS_PER_CORE: usize = 8;
/// A burst may last as long.
const BURST: Duration = Duration::from_secs(1);
/// What anybody waits under a load that lasts.
const BLINK: Duration = Duration::from_millis(10);

/// The seats of one server; cloning shares them.
#[derive(Clone, Debug)]
pub(super) struct Seats(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    free: Semaphore,
    opened: Instant,
    /// Milliseconds between the opening and the last time somebody found a free seat.
    last_free: AtomicU64,
}

impl Seats {
    /// As many as this machine can work for.
    pub(super) fn of_machine() -> Seats {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Seats::new(cores * SEATS_PER_CORE)
    }

    pub(super) fn new(seats: usize) -> Seats {
        let free = Semaphore::new(seats);
        Seats(Arc::new(Inner { free, opened: Instant::now(), last_free: AtomicU64::new(0) }))
    }

    /// A seat for as long as the permit is kept; none when there are too many before us.
    async fn take(&self) -> Option<SemaphorePermit<'_>> {
        if let Ok(seat) = self.0.free.try_acquire() {
            self.0.last_free.store(self.now(), Ordering::Relaxed);
            return Some(seat);
        }
        timeout(self.patience(), self.0.free.acquire()).await.ok()?.ok()
    }

    fn patience(&self) -> Duration {
        let since = self.now().saturating_sub(self.0.last_free.load(Ordering::Relaxed));
        if Duration::from_millis(since) < BURST { BURST } else { BLINK }
    }

    fn now(&self) -> u64 {
        u64::try_from(self.0.opened.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

/// Lets in whoever finds a seat in time; the others are told to come back.
pub(super) async fn or_later(State(seats): State<Seats>, request: Request, next: Next) -> Response {
    if costs_nothing(request.uri().path()) {
        return next.run(request).await;
    }
    match seats.take().await {
        Some(_seat) => next.run(request).await,
        None => nope::crowded(request.uri().path()),
    }
}

fn costs_nothing(path: &str) -> bool {
    path == HEALTH || path.starts_with(assets::FOLDER)
}

#[cfg(test)]
mod tests;
