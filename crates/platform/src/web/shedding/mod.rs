//! When more is asked than this machine can do, some are told at once to come back in a moment, and the
//! others are answered as fast as ever: nobody waits a minute for a page that then does not come.
//!
//! Only so many requests are worked on at once (*seats*). Whoever finds none waits in the order of
//! arrival; how long depends on the half second before. If most found a seat, this is a burst, and all of
//! it is served; if most had to wait, it is a load that lasts, and whoever waits longer than a blink is
//! sent back. Two times for two kinds of queues is the idea of controlled delay (CoDel, RFC 8289).
//!
//! What costs nothing never waits: files of the program itself, and the question whether it is well.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, timeout};

use super::health::HEALTH;
use super::nope;

/// Each core works for one of them while others wait for the store; more of them would only make each
/// other wait.
const SEATS_PER_CORE: usize = 2;
/// A burst may last as long, and so does what we remember.
const BURST: Duration = Duration::from_millis(500);
/// What anybody waits under a load that lasts.
const BLINK: Duration = Duration::from_millis(5);

/// The seats of one server; cloning shares them.
#[derive(Clone, Debug)]
pub(super) struct Seats(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    free: Semaphore,
    lately: Mutex<Lately>,
}

/// The half second under way, and what the one before was like.
#[derive(Debug)]
struct Lately {
    began: Instant,
    came: u32,
    waited: u32,
    was_crowded: bool,
}

impl Seats {
    /// As many as this machine can work for.
    pub(super) fn of_machine() -> Seats {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Seats::new(cores * SEATS_PER_CORE)
    }

    fn new(seats: usize) -> Seats {
        let lately = Lately { began: Instant::now(), came: 0, waited: 0, was_crowded: false };
        Seats(Arc::new(Inner { free: Semaphore::new(seats), lately: Mutex::new(lately) }))
    }

    /// A seat for as long as the permit is kept; none when there are too many before us.
    async fn take(&self) -> Option<SemaphorePermit<'_>> {
        let seat = self.0.free.try_acquire();
        let patience = self.0.lately.lock().unwrap_or_else(PoisonError::into_inner).patience(seat.is_err());
        match seat {
            Ok(seat) => Some(seat),
            Err(_) => timeout(patience, self.0.free.acquire()).await.ok()?.ok(),
        }
    }
}

impl Lately {
    /// How long whoever comes now may wait, if they must.
    fn patience(&mut self, must_wait: bool) -> Duration {
        let since = self.began.elapsed();
        if since >= BURST {
            let was_crowded = since < BURST * 2 && self.waited * 2 > self.came;
            *self = Lately { began: Instant::now(), came: 0, waited: 0, was_crowded };
        }
        self.came += 1;
        self.waited += u32::from(must_wait);
        if self.was_crowded { BLINK } else { BURST }
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
