//! Which answers count for which time point.
//!
//! The rule, as the codebook says it: an answer given in a window counts for it; of several the one whose day
//! is nearest to the day due, a whole set before one with gaps; for the baseline the last one before enrolment
//! or on its day. An answer in two windows counts for the nearer, and none counts twice.

use jiff::civil::Date;

use super::calendar::{Standing, Window};
use crate::study::model::{Asked, Point};

/// A questionnaire that somebody answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answered {
    pub(crate) instrument: String,
    pub(crate) on: Date,
    pub(crate) is_whole: bool,
}

/// What there is for one time point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Visit {
    pub(crate) point: Point,
    pub(crate) window: Window,
    /// For each questionnaire asked, which of the answers counts.
    pub(crate) counted: Vec<Option<usize>>,
}

/// Every time point of somebody who was enrolled on a day; what was answered after `until` does not count.
pub(crate) fn visits(
    (points, asked): (&[Point], &[Asked]),
    enrolled_on: Date,
    until: Option<Date>,
    answered: &[Answered],
) -> Vec<Visit> {
    let windows: Vec<Window> = points.iter().map(|point| Window::of(point, enrolled_on)).collect();
    let visit = |(place, (point, window)): (usize, (&Point, &Window))| Visit {
        point: point.clone(),
        window: *window,
        counted: asked
            .iter()
            .map(|asked| {
                let own = answered.iter().enumerate().filter(|(_, one)| {
                    let stands = until.is_none_or(|until| one.on <= until);
                    one.instrument == asked.code && stands && nearest(&windows, one.on) == Some(place)
                });
                own.min_by_key(|(_, one)| (!one.is_whole, window.distance(one.on), one.on))
                    .map(|(index, _)| index)
            })
            .collect(),
    };
    points.iter().zip(&windows).enumerate().map(visit).collect()
}

/// The window a day belongs to: of several the one whose day due is nearest, the earlier of two as near.
fn nearest(windows: &[Window], day: Date) -> Option<usize> {
    let holding = windows.iter().enumerate().filter(|(_, window)| window.holds(day));
    holding.min_by_key(|(_, window)| window.distance(day)).map(|(place, _)| place)
}

impl Visit {
    pub(crate) fn standing(&self, today: Date, until: Option<Date>) -> Standing {
        let answered = self.counted.iter().flatten().count();
        self.window.standing((answered, self.counted.len()), today, until)
    }
}
