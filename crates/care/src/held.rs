//! What a table holds of persons: said by the capability that owns it, read by [`rights`](crate::rights).
//! Tests compare it with the store's own tables, so that whoever adds a column says what it is.

use kernel::Lang;
use platform::held::{self, Activity, Held, Holding};

pub(crate) use platform::held::Says;

use crate::words::{Words, words};

/// A message, in whichever language.
pub(crate) type Said = fn(&Words) -> String;

/// A table with rows about persons.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeldTable {
    pub(crate) table: &'static str,
    /// What its rows are.
    pub(crate) is: Said,
    /// The same, to the person; tables told in the same words are told once.
    pub(crate) told: Said,
    /// Which of its rows are about the person `$1`.
    pub(crate) rows: &'static str,
    /// Every column.
    pub(crate) columns: &'static [(&'static str, Says<Said>)],
}

/// Everything held here, in words.
pub(crate) fn in_words(lang: Lang) -> Held {
    let w = words(lang);
    let of_persons = crate::rights::held().map(|table| Holding {
        activity: Activity::Support,
        table: table.table,
        is: (table.is)(w),
        told: Some((table.told)(w)),
        columns: held::columns(table.columns, w),
    });
    let aside = crate::rights::ASIDE.iter().map(|table| table.said(w));
    Held { holdings: of_persons.chain(aside).collect(), of_nobody: &["showing"] }
}

/// Rows that hang on a course of support.
macro_rules! of_case {
    ($column:literal) => {
        concat!($column, " IN (SELECT id FROM case_file WHERE person_id = $1)")
    };
}
pub(crate) use of_case;
