//! The columns of a study's data, one row for each person and time point.

use measure::{Instrument, Item, Scale};

use measure::anonymity::QUASI;

/// What a cell is made from.
#[derive(Clone, Copy, Debug)]
pub(in crate::study) enum Column {
    Person,
    /// What others may know of the person, by its place.
    Quasi(usize),
    Point,
    Standing,
    /// Days from enrolment to the answers that count.
    Days,
    Version(&'static Instrument),
    Answer(&'static Instrument, &'static Item),
    Score(&'static Instrument, &'static Scale),
}

pub(in crate::study) fn columns(instruments: &[&'static Instrument]) -> Vec<Column> {
    let mut columns = vec![Column::Person];
    columns.extend((0..QUASI.len()).map(Column::Quasi));
    columns.extend([Column::Point, Column::Standing, Column::Days]);
    for instrument in instruments.iter().copied() {
        columns.push(Column::Version(instrument));
        columns.extend(instrument.items.iter().map(|item| Column::Answer(instrument, item)));
        // What each person worded for themselves is not added up.
        let scales = if instrument.asks_for_own_words() { &[] } else { instrument.scales.as_slice() };
        columns.extend(scales.iter().map(|scale| Column::Score(instrument, scale)));
    }
    columns
}

impl Column {
    /// As statistics programs take it: letters, digits and underscores.
    pub(in crate::study) fn name(self) -> String {
        let plain = |code: &str| code.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
        match self {
            Column::Person => "person".to_owned(),
            Column::Quasi(place) => QUASI.get(place).copied().unwrap_or_default().to_owned(),
            Column::Point => "point".to_owned(),
            Column::Standing => "status".to_owned(),
            Column::Days => "days".to_owned(),
            Column::Version(instrument) => format!("{}_version", plain(&instrument.code)),
            Column::Answer(_, item) => plain(&item.code),
            Column::Score(instrument, scale) => {
                format!("{}_score_{}", plain(&instrument.code), plain(&scale.code))
            }
        }
    }

    pub(in crate::study) fn instrument(self) -> Option<&'static Instrument> {
        match self {
            Column::Version(instrument) | Column::Answer(instrument, _) | Column::Score(instrument, _) => {
                Some(instrument)
            }
            Column::Person | Column::Quasi(_) | Column::Point | Column::Standing | Column::Days => None,
        }
    }
}
