//! A year beside its quarters: what was counted in each, and in all of them.

use care::figures::{Change, Figures};
use kernel::Lang;
use measure::{Shown, Verdict, Waits};

use super::reading::Part;
use crate::frozen::{Quarter, Year};
use crate::told::table::{self as counted, Row};
use crate::told::{Allowed, Counts, Numbers, labels};
use crate::words::{Words, words};

/// A column for each quarter, and the last for the year.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) heads: Vec<String>,
    pub(super) lines: Vec<Line>,
}

#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Of its definition on the page.
    pub(super) code: &'static str,
    pub(super) label: String,
    /// As many as there are heads.
    pub(super) cells: Vec<String>,
}

/// What a column is read from.
#[derive(Clone, Copy)]
struct Column<'a> {
    numbers: &'a Numbers,
    allowed: &'a Allowed,
    is_exact: bool,
}

/// Of a quarter in which nobody was sent.
const NOTHING: &str = "–";

impl Table {
    pub(super) fn of(
        year: Year,
        (numbers, allowed): (&Numbers, &Allowed),
        parts: &[Part],
        is_exact: bool,
        lang: Lang,
    ) -> Table {
        let w = words(lang);
        let of = |quarter: Quarter| parts.iter().find(|part| part.quarter == quarter);
        let column = |numbers, allowed| Column { numbers, allowed, is_exact };
        let quarters =
            year.quarters().map(|quarter| of(quarter).map(|part| column(&part.numbers, &part.allowed)));
        let whole = column(numbers, allowed);
        let columns: Vec<Option<Column<'_>>> = quarters.into_iter().chain([Some(whole)]).collect();
        let quarters = year.quarters().map(|quarter| w.report_quarter_short(quarter.number));
        Table {
            heads: quarters.into_iter().chain([w.report_year_whole()]).collect(),
            lines: [counts(&columns, w), waits(&columns, w), changes(whole, &columns, lang)].concat(),
        }
    }

    /// `(head, cell)` of a line.
    pub(super) fn cells<'a>(&'a self, line: &'a Line) -> impl Iterator<Item = (&'a String, &'a String)> {
        self.heads.iter().zip(&line.cells)
    }
}

impl Column<'_> {
    fn rows(self, w: &Words) -> Vec<Row> {
        let counts = if self.is_exact { Counts::exact(&self.numbers.all) } else { self.allowed.counts };
        let screened = counted::alone("screened", w.indicator_screened(), counts.screened, w);
        let path = counted::funnel(&counts, w).into_iter().chain(counted::standing(&counts, w));
        std::iter::once(screened).chain(path).collect()
    }

    /// Who is better by an instrument, of those measured twice.
    fn better(self, of: &Change, w: &Words) -> String {
        let change = self.numbers.all.changes.iter().find(|change| change.is_like(of));
        let is_told = self.is_exact || self.allowed.changes.contains(&of.instrument.code);
        let Some(change) = change else { return NOTHING.to_owned() };
        let seen = match self.is_exact {
            true => change.summary.exact(),
            false => change.summary.published(self.allowed.tells_enrolled),
        };
        match (seen.share_improved, seen.measured_twice) {
            (Shown::Value(share), Shown::Value(twice)) if is_told => {
                w.indicator_group_share(labels::percent(share.value, w), twice)
            }
            _ => w.indicator_group_too_few(),
        }
    }
}

fn counts(columns: &[Option<Column<'_>>], w: &Words) -> Vec<Line> {
    let rows: Vec<Option<Vec<Row>>> =
        columns.iter().map(|column| column.map(|column| column.rows(w))).collect();
    let Some(Some(whole)) = rows.last() else { return Vec::new() };
    let cell = |rows: &Option<Vec<Row>>, place: usize| {
        let row = rows.as_ref().and_then(|rows| rows.get(place));
        row.map_or_else(|| NOTHING.to_owned(), |row| row.count.clone())
    };
    let line = |(place, row): (usize, &Row)| Line {
        code: row.code,
        label: row.label.clone(),
        cells: rows.iter().map(|rows| cell(rows, place)).collect(),
    };
    whole.iter().enumerate().map(line).collect()
}

/// Medians, which are not added up.
fn waits(columns: &[Option<Column<'_>>], w: &Words) -> Vec<Line> {
    let of = |label: String, wait: fn(&Figures) -> Option<Waits>| {
        let days = |waits: Waits| {
            let shown = Shown::among(waits.persons, waits.median).value();
            shown.map_or_else(|| w.indicator_group_too_few(), |days| w.indicator_group_days(days))
        };
        let cell =
            |column: &Option<Column<'_>>| column.and_then(|column| wait(&column.numbers.all)).map(days);
        let cells = columns.iter().map(|column| cell(column).unwrap_or_else(|| NOTHING.to_owned()));
        Line { code: "waits", label: w.report_year_median(label), cells: cells.collect() }
    };
    vec![
        of(w.indicator_wait_contact(), |figures| figures.to_first_contact),
        of(w.indicator_wait_participation(), |figures| figures.to_first_participation),
    ]
}

fn changes(whole: Column<'_>, columns: &[Option<Column<'_>>], lang: Lang) -> Vec<Line> {
    let w = words(lang);
    let changes = whole.numbers.all.changes.iter().filter(|change| !change.instrument.asks_for_own_words());
    let line = |change: &Change| {
        let better = change.scale.verdict_text(Verdict::Better, lang);
        let cell = |column: &Option<Column<'_>>| {
            column.map_or_else(|| NOTHING.to_owned(), |column| column.better(change, w))
        };
        Line {
            code: "change",
            label: format!("{} ({})", better, change.instrument.title.get(lang)),
            cells: columns.iter().map(cell).collect(),
        }
    };
    changes.map(line).collect()
}
