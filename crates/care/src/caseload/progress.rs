//! How far a person's path has come: the seven knots of the gold thread.

use jiff::civil::Date;
use kernel::Lang;
use kernel::coded::Coded;
use kernel::id::ReferralId;
use platform::db::{DbError, Tx};
use platform::web::dates;
use platform::web::thread::Thread;

use super::event::EventKind;
use crate::connection::rules::TIMES_THAT_COUNT;
use crate::words::Words;

/// Request, first contact, assessment, a place found, then the first, third and sixth time.
pub const STEPS: usize = 7;

/// What has happened of a path.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    done: usize,
    attendances: i64,
    marks: Vec<(Date, Mark)>,
}

/// A dated thing anybody around the person may know, in the order they come on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
            .map(|(day, mark)| Step { what: mark.label(w), when: dates::plain(*day, lang) })
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
    let days: Vec<(String,)> = tx
        .all(
            "SELECT a.on_day FROM attendance a JOIN connection l ON l.id = a.connection_id
             JOIN case_file c ON c.id = l.case_id WHERE c.referral_id = $1 ORDER BY a.on_day, a.id",
            &[referral.into()],
        )
        .await?;
    let events =
        events.into_iter().filter_map(|(kind, at)| Some((EventKind::from_code(&kind)?, dates::day(at))));
    let attended = days.into_iter().filter_map(|(day,)| day.parse().ok());
    Ok(from_events(dates::day(sent_at), events, attended))
}

/// Somebody took part on the day they came, whenever that was noted.
fn from_events(
    sent_on: Date,
    events: impl Iterator<Item = (EventKind, Date)>,
    attended: impl Iterator<Item = Date>,
) -> Progress {
    let mut marks = vec![(sent_on, Mark::Sent)];
    for (kind, day) in events {
        let mark = match kind {
            EventKind::Opened => Mark::Accepted,
            EventKind::Reached => Mark::FirstContact,
            EventKind::Assessed => Mark::Assessed,
            EventKind::Accepted if marks.iter().any(|(_, mark)| *mark == Mark::PlaceFound) => continue,
            EventKind::Accepted => Mark::PlaceFound,
            EventKind::Settled => Mark::Settled,
            EventKind::Closed => Mark::Closed,
            _ => continue,
        };
        marks.push((day, mark));
    }
    let mut attendances = 0;
    for (time, day) in (1..).zip(attended) {
        attendances = i64::try_from(time).unwrap_or(i64::MAX);
        if TIMES_THAT_COUNT.contains(&time) {
            marks.push((day, Mark::TookPart { time }));
        }
    }
    marks.sort();
    let has = |wanted: Mark| marks.iter().any(|(_, mark)| *mark == wanted);
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
    use jiff::civil::date;

    #[test]
    fn the_first_third_and_sixth_time_are_marked_on_the_days_they_came() {
        let sent = date(2026, 1, 2);
        let closed = (EventKind::Closed, date(2026, 1, 16));
        let days = (10..17).map(|day| date(2026, 1, day));
        let progress = from_events(sent, [closed].into_iter(), days);
        let took_part = |day, time| (date(2026, 1, day), Mark::TookPart { time });
        let closed = (closed.1, Mark::Closed);
        assert_eq!(
            progress.marks,
            [(sent, Mark::Sent), took_part(10, 1), took_part(12, 3), took_part(15, 6), closed]
        );
        assert_eq!(progress.done, STEPS);
    }

    #[test]
    fn a_request_alone_is_the_first_knot() {
        assert_eq!(from_events(date(2026, 1, 2), std::iter::empty(), std::iter::empty()).done, 1);
        assert_eq!(Progress::counted(true, true, false, false, 0).done, 2);
    }
}
