//! Measures the tests of this folder start from.

use jiff::civil::Date;
use kernel::id::ScreeningId;

use crate::screening::{Filled, Measure, Mode, Moment};

pub(super) fn taken(moment: Moment, held_on: Date, filled: Filled) -> Measure {
    Measure {
        screening_id: ScreeningId::new(),
        held_on,
        mode: Mode::Professional,
        moment,
        by: None,
        instrument: filled.instrument.code.clone(),
        version: filled.instrument.version.clone(),
        filled: Some(filled),
    }
}

pub(super) fn loneliness(values: [i64; 3]) -> Filled {
    let items = ["ucla3.1", "ucla3.2", "ucla3.3"];
    Filled::new(measure::ucla3(), items.into_iter().zip(values).collect())
}
