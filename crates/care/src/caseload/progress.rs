//! How far a person's path has come: the seven knots of the gold thread.

use kernel::Lang;
use kernel::id::ReferralId;
use platform::db::{DbError, Tx};
use platform::web::dates;
use platform::web::thread::Thread;

use super::event::EventKind;
use crate::words::Words;

/// Request, first contact, assessment, a place found, then the first, third and sixth time.
pub const STEPS: usize = 7;

/// What has happened of a path.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    done: usize,
    attendances: i64,
    marks: Vec<(Mark, i64)>,
}

/// A dated thing anybody around the person may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Sent,
    Accepted,
    FirstContact,
    Assessed,
    PlaceFound,
    TookPart { time: usize },
    Settled,
    Closed,
}

/// A mark in words.
#[derive(Clone, Debug)]
pub struct Step {
    pub what: String,
    pub when: String,
}

impl Progress {
    /// From what is already counted. A later knot implies the ones before it: a person who has
    /// taken part has been reached, whatever was noted.
    pub fn counted(
        accepted: bool,
        reached: bool,
        assessed: bool,
        connected: bool,
        attendances: i64,
    ) -> Progress {
        let done = match attendances {
            6.. => 7,
            3.. => 6,
            1.. => 5,
            _ if connected => 4,
            _ if assessed => 3,
            _ if reached => 2,
            _ => 1,
        };
        let done = if accepted || done > 1 { done } else { 1 };
        Progress { done, attendances, marks: Vec::new() }
    }

    /// The drawing, with its words.
    pub fn thread(&self, w: &Words) -> Thread {
        let label = match self.done {
            0 | 1 => w.progress_sent(),
            2 => w.progress_reached(),
            3 => w.progress_assessed(),
            4 => w.progress_connected(),
            _ => w.progress_took_part(self.attendances),
        };
        Thread::new(self.done, STEPS, label)
    }

    /// The dated marks, oldest first.
    pub fn steps(&self, w: &Words, lang: Lang) -> Vec<Step> {
        self.marks
            .iter()
            .map(|(mark, at)| Step { what: mark.label(w), when: dates::day_of(*at, lang) })
            .collect()
    }
}

impl Mark {
    fn label(self, w: &Words) -> String {
        match self {
            Mark::Sent => w.mark_sent(),
            Mark::Accepted => w.mark_accepted(),
            Mark::FirstContact => w.mark_first_contact(),
            Mark::Assessed => w.mark_assessed(),
            Mark::PlaceFound => w.mark_place_found(),
            Mark::TookPart { time: 1 } => w.mark_took_part_first(),
            Mark::TookPart { time } => w.mark_took_part(i64::try_from(time).unwrap_or_default()),
            Mark::Settled => w.mark_settled(),
            Mark::Closed => w.mark_closed(),
        }
    }
}

/// What became of a referral: dates only, no place and no word of the file.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn of_referral(tx: &mut Tx, referral: ReferralId) -> Result<Progress, DbError> {
    let (sent_at,): (i64,) = tx.one("SELECT sent_at FROM referral WHERE id = $1", &[referral.into()]).await?;
    let events: Vec<(String, i64)> = tx
        .all(
            "SELECT e.kind, e.at FROM case_event e JOIN case_file c ON c.id = e.case_id
             WHERE c.referral_id = $1 ORDER BY e.at, e.id",
            &[referral.into()],
        )
        .await?;
    Ok(from_events(
        sent_at,
        events.into_iter().filter_map(|(kind, at)| Some((EventKind::from_code(&kind)?, at))),
    ))
}

fn from_events(sent_at: i64, events: impl Iterator<Item = (EventKind, i64)>) -> Progress {
    let mut marks = vec![(Mark::Sent, sent_at)];
    let mut times = 0_usize;
    for (kind, at) in events {
        let mark = match kind {
            EventKind::Opened => Mark::Accepted,
            EventKind::Reached => Mark::FirstContact,
            EventKind::Assessed => Mark::Assessed,
            EventKind::Accepted => Mark::PlaceFound,
            EventKind::Settled => Mark::Settled,
            EventKind::Closed => Mark::Closed,
            EventKind::Attended => {
                times += 1;
                if !matches!(times, 1 | 3 | 6) {
                    continue;
                }
                Mark::TookPart { time: times }
            }
            _ => continue,
        };
        if mark != Mark::PlaceFound || !marks.iter().any(|(known, _)| *known == mark) {
            marks.push((mark, at));
        }
    }
    let has = |wanted: Mark| marks.iter().any(|(mark, _)| *mark == wanted);
    let attendances = i64::try_from(times).unwrap_or(i64::MAX);
    let counted = Progress::counted(
        has(Mark::Accepted),
        has(Mark::FirstContact),
        has(Mark::Assessed),
        has(Mark::PlaceFound),
        attendances,
    );
    Progress { marks, ..counted }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_third_and_sixth_time_are_marked() {
        let events = (0..7).map(|day| (EventKind::Attended, day));
        let progress = from_events(0, events);
        let times: Vec<Mark> = progress.marks.iter().map(|(mark, _)| *mark).collect();
        let took_part = |time| Mark::TookPart { time };
        assert_eq!(times, [Mark::Sent, took_part(1), took_part(3), took_part(6)]);
        assert_eq!(progress.done, STEPS);
    }

    #[test]
    fn a_request_alone_is_the_first_knot() {
        assert_eq!(from_events(0, std::iter::empty()).done, 1);
        assert_eq!(Progress::counted(true, true, false, false, 0).done, 2);
    }
}
