//! The thread of a file, the latest day first.

use jiff::civil::Date;
use kernel::Lang;
use kernel::coded::Coded;
use platform::web::dates;

use crate::caseload::EventKind;
use crate::caseload::event::Event;
use crate::connection::model::Connection;
use crate::words::Words;

/// One knot.
pub(crate) struct Line {
    pub(crate) day: Date,
    pub(crate) spoken_day: String,
    pub(crate) what: String,
    pub(crate) by: Option<String>,
}

/// An attendance stands on the day the person came; all else on the day it was noted.
pub(crate) fn told(events: &[Event], ties: &[Connection], w: &Words, lang: Lang) -> Vec<Line> {
    let noted = events
        .iter()
        .filter(|event| event.kind != EventKind::Attended.code())
        .map(|event| line(dates::day(event.at), event.line(w, lang), event.account_name.clone(), lang));
    let came = ties.iter().flat_map(|tie| {
        let what = w.event_attended(&tie.offer.resource_name);
        tie.attendances.iter().map(move |day| line(*day, what.clone(), None, lang))
    });
    let mut lines: Vec<Line> = noted.chain(came).collect();
    // A stable sort: what was noted on one day keeps its order, and is then read backwards.
    lines.sort_by_key(|line| line.day);
    lines.reverse();
    lines
}

fn line(day: Date, what: String, by: Option<String>, lang: Lang) -> Line {
    Line { day, spoken_day: dates::long(day, lang), what, by }
}
