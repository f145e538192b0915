//! What a table holds of persons: said by the capability that owns it, read by [`rights`](crate::rights).
//! Tests compare it with the store's own tables, so that whoever adds a column says what it is.

use kernel::Lang;
use platform::held::{self, Activity, Held, Holding, Told};

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
    /// What it is to the person.
    pub(crate) topic: Topic,
    /// Which of its rows are about the person `$1`.
    pub(crate) rows: &'static str,
    /// Every column.
    pub(crate) columns: &'static [(&'static str, Says<Said>)],
}

/// What a table is to the person whose rows are in it: several may be one thing to them.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Topic {
    Who,
    Request,
    Agreements,
    WhatMatters,
    Answers,
    Path,
    Places,
    Cost,
    Emergencies,
    Studies,
}

impl Topic {
    fn told(self, w: &Words) -> Told {
        let (plainly, easily) = match self {
            Topic::Who => (w.held_told_who(), w.held_easy_who()),
            Topic::Request => (w.held_told_asked(), w.held_easy_asked()),
            Topic::Agreements => (w.held_told_agreed(), w.held_easy_agreed()),
            Topic::WhatMatters => (w.held_told_matters(), w.held_easy_matters()),
            Topic::Answers => (w.held_told_answers(), w.held_easy_answers()),
            Topic::Path => (w.held_told_path(), w.held_easy_path()),
            Topic::Places => (w.held_told_places(), w.held_easy_places()),
            Topic::Cost => (w.held_told_cost(), w.held_easy_cost()),
            Topic::Emergencies => (w.held_told_looks(), w.held_easy_looks()),
            Topic::Studies => (w.held_told_studies(), w.held_easy_studies()),
        };
        Told { plainly, easily }
    }

    /// What it is kept for.
    fn activity(self) -> Activity {
        if matches!(self, Topic::Studies) { Activity::Research } else { Activity::Support }
    }
}

/// Tables without anybody in them.
const OF_NOBODY: [&str; 4] = ["showing", "instrument_choice", "study_block", "study_gone"];

/// Everything held here, in words.
pub(crate) fn in_words(lang: Lang) -> Held {
    let w = words(lang);
    let of_persons = crate::rights::held().map(|table| Holding {
        activity: table.topic.activity(),
        table: table.table,
        is: (table.is)(w),
        told: Some(table.topic.told(w)),
        columns: held::columns(table.columns, w),
    });
    let aside = crate::rights::ASIDE.iter().chain([&crate::mass_export::REQUESTS]);
    let aside = aside.chain(&crate::instruments::TABLES).chain(&crate::study::TABLES);
    let aside = aside.chain(&crate::cost::TABLES).map(|table| table.said(w));
    Held { holdings: of_persons.chain(aside).collect(), of_nobody: &OF_NOBODY }
}

/// Rows that hang on a course of support.
macro_rules! of_case {
    ($column:literal) => {
        concat!($column, " IN (SELECT id FROM case_file WHERE person_id = $1)")
    };
}
pub(crate) use of_case;
