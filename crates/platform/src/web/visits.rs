//! The pace of what visitors send: forms anybody may fill in, without an account and without a riddle to
//! solve (those keep out the very people they are for).
//!
//! Each address has ten at once, then one more every three minutes: a reception desk or a town hall where
//! several people are helped shares one. Where nobody is told apart (a proxy of this machine that names
//! no address) that would be everybody's, and only the ceiling holds: so many an hour for the whole
//! installation, above which people are asked to telephone. Only what would be kept counts; nothing is
//! written down, and each server counts for itself.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

use super::ui::Ui;
use crate::accounts::sites;
use crate::db::{DbError, Tx};

const AT_ONCE: i64 = 10;
const ONE_MORE_AFTER: i64 = 180;
const HOUR: i64 = 3_600;
/// Addresses remembered; beyond, they begin again, and the ceiling holds.
const MOST_CLIENTS: usize = 10_000;
/// Teams named to whoever is asked to telephone.
const NAMED: usize = 3;

/// What visitors sent lately.
#[derive(Debug, Default)]
pub struct Visits(Mutex<Lately>);

#[derive(Debug, Default)]
struct Lately {
    /// For each address, until when what it sent counts (the virtual end of a leaky bucket).
    until: HashMap<IpAddr, i64>,
    /// When the hour began that is counted, and how many were taken in it.
    hour: (i64, u32),
}

/// Too much was sent, and nothing of this was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany;

impl Visits {
    fn take(&self, client: Option<IpAddr>, most_an_hour: u32, now: Timestamp) -> Result<(), TooMany> {
        // Whole at every moment: a thread that panicked leaves nothing half written.
        let mut lately = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = now.as_second();
        let is_over = now < lately.hour.0 || now >= lately.hour.0.saturating_add(HOUR);
        let (began, taken) = if is_over { (now, 0) } else { lately.hour };
        if taken >= most_an_hour {
            return Err(TooMany);
        }
        if let Some(client) = client {
            lately.spend(client, now)?;
        }
        lately.hour = (began, taken.saturating_add(1));
        Ok(())
    }
}

impl Lately {
    fn spend(&mut self, client: IpAddr, now: i64) -> Result<(), TooMany> {
        if self.until.len() >= MOST_CLIENTS && !self.until.contains_key(&client) {
            self.until.retain(|_, until| *until > now);
            if self.until.len() >= MOST_CLIENTS {
                self.until.clear();
            }
        }
        let farthest = now.saturating_add(AT_ONCE * ONE_MORE_AFTER);
        // A clock put back keeps nobody waiting for longer than a full bucket.
        let until = self.until.get(&client).copied().unwrap_or(now).clamp(now, farthest);
        let next = until.saturating_add(ONE_MORE_AFTER);
        let is_full = next > farthest;
        self.until.insert(client, if is_full { until } else { next });
        if is_full { Err(TooMany) } else { Ok(()) }
    }
}

impl Ui {
    /// Counts one form of a visitor's that is about to be kept. Whoever is signed in is known, and not
    /// counted.
    ///
    /// # Errors
    /// [`TooMany`]: show the page again with what was typed, and [`telephones`].
    pub fn take_visit(&self) -> Result<(), TooMany> {
        let Some(visits) = self.app.part::<Visits>().filter(|_| self.account.is_none()) else {
            return Ok(());
        };
        let client = self.whence.client();
        visits.take(client, self.app.settings().visitor_forms, self.app.wall().now())
    }
}

/// « Maison de santé des Sorbiers : 04 65 71 20 10 »: whom to call instead.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn telephones(tx: &mut Tx, ui: &Ui) -> Result<String, DbError> {
    let sites = sites::all(tx).await?;
    let line =
        |site: &crate::accounts::Site| ui.frame().visits_telephone(site.name.as_str(), site.phone.spoken());
    Ok(sites.iter().take(NAMED).map(line).collect::<Vec<_>>().join(" · "))
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use kernel::Clock;

    use super::*;

    const MOST: u32 = 120;

    fn standing() -> Clock {
        Clock::standing_at("2026-01-13T08:00:00Z".parse().unwrap())
    }

    fn taken(visits: &Visits, client: &str, times: usize, clock: &Clock) -> usize {
        let client = Some(client.parse().unwrap());
        (0..times).filter(|_| visits.take(client, MOST, clock.now()).is_ok()).count()
    }

    #[test]
    fn a_visitor_sends_ten_forms_at_once_then_one_every_three_minutes() {
        let (visits, clock) = (Visits::default(), standing());
        assert_eq!(taken(&visits, "192.0.2.1", 30, &clock), 10);
        clock.advance(SignedDuration::from_secs(180));
        assert_eq!(taken(&visits, "192.0.2.1", 30, &clock), 1);
        assert_eq!(taken(&visits, "192.0.2.2", 30, &clock), 10, "nobody at another's expense");
        clock.advance(SignedDuration::from_hours(-24));
        assert_eq!(taken(&visits, "192.0.2.1", 1, &clock), 0);
        clock.advance(SignedDuration::from_secs(1_800));
        assert_eq!(taken(&visits, "192.0.2.1", 30, &clock), 10, "a clock put back locks nobody out");
    }

    #[test]
    fn all_visitors_together_send_so_many_an_hour() {
        let (visits, clock) = (Visits::default(), standing());
        let all: usize = (0..40).map(|n| taken(&visits, &format!("192.0.2.{n}"), 10, &clock)).sum();
        assert_eq!(all, 120);
        clock.advance(SignedDuration::from_hours(1));
        assert_eq!(taken(&visits, "198.51.100.1", 10, &clock), 10);
    }

    #[test]
    fn where_nobody_is_told_apart_the_ceiling_alone_holds() {
        let (visits, clock) = (Visits::default(), standing());
        assert_eq!((0..300).filter(|_| visits.take(None, MOST, clock.now()).is_ok()).count(), 120);
    }

    #[test]
    fn however_many_come_few_are_remembered() {
        let (visits, clock) = (Visits::default(), standing());
        for bits in 0..25_000_u32 {
            visits.take(Some(IpAddr::V4(bits.into())), u32::MAX, clock.now()).unwrap();
            assert!(visits.0.lock().unwrap().until.len() <= MOST_CLIENTS);
        }
    }
}
