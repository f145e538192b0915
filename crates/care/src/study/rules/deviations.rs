//! What the program itself sees not to go as the protocol says.

use jiff::civil::Date;

use super::calendar::{Standing, Window};
use super::counting::{Answered, Visit};

kernel::coded! {
    /// What did not go as the protocol says.
    Kind {
        OutsideWindow = "outside_window",
        MissingInstrument = "missing_instrument",
        WrongArm = "wrong_arm",
        Consent = "consent",
        Other = "other",
    }
}

/// One that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) kind: Kind,
    /// Code of the time point.
    pub(crate) point: String,
    pub(crate) on: Date,
}

/// Of windows that have closed: those where something was not answered, and those whose questions were
/// answered after them, before the next opened.
pub(crate) fn found(visits: &[Visit], answered: &[Answered], today: Date, until: Option<Date>) -> Vec<Found> {
    let windows: Vec<Window> = visits.iter().map(|visit| visit.window).collect();
    let of = |(place, visit): (usize, &Visit)| {
        let point = visit.point.code();
        match visit.standing(today, until) {
            Standing::Partly => Some(Found { kind: Kind::MissingInstrument, point, on: visit.window.closes }),
            Standing::Missed => {
                let next = windows.get(place.saturating_add(1)).map(|window| window.opens);
                let too_late = |on: &Date| *on > visit.window.closes && next.is_none_or(|next| *on < next);
                let late = answered.iter().map(|one| one.on).filter(too_late).min();
                late.map(|on| Found { kind: Kind::OutsideWindow, point, on })
            }
            _ => None,
        }
    };
    visits.iter().enumerate().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::study::model::{Asked, Point};
    use crate::study::rules::counting::visits;

    fn seen(days: &[(&str, Date)], today: Date) -> Vec<Found> {
        let asked = |code: &str| Asked { code: code.to_owned(), version: "1".to_owned() };
        let (points, asked) = (Point::usual(), [asked("ucla3"), asked("ons4")]);
        let one =
            |(code, on): &(&str, Date)| Answered { instrument: (*code).to_owned(), on: *on, is_whole: true };
        let answered: Vec<Answered> = days.iter().map(one).collect();
        let visits = visits((&points, &asked), date(2026, 1, 1), None, &answered);
        found(&visits, &answered, today, None)
    }

    #[test]
    fn nothing_is_found_while_a_window_is_open() {
        let baseline = [("ucla3", date(2026, 1, 1)), ("ons4", date(2026, 1, 1))];
        assert_eq!(seen(&baseline, date(2026, 4, 15)), []);
        assert_eq!(seen(&[("ucla3", date(2026, 1, 1))], date(2026, 1, 1)), []);
    }

    #[test]
    fn a_questionnaire_that_lacks_and_one_that_came_too_late_are_found() {
        let days = [("ucla3", date(2026, 1, 1)), ("ucla3", date(2026, 4, 20)), ("ons4", date(2026, 5, 1))];
        let kinds: Vec<(Kind, String, Date)> =
            seen(&days, date(2026, 5, 2)).into_iter().map(|one| (one.kind, one.point, one.on)).collect();
        assert_eq!(
            kinds,
            [
                (Kind::MissingInstrument, "t0".to_owned(), date(2026, 1, 1)),
                (Kind::OutsideWindow, "t3".to_owned(), date(2026, 4, 20)),
            ]
        );
    }
}
