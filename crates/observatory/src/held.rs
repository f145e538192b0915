//! What this context's own tables hold of persons: who wrote and who released.

use kernel::Lang;
use platform::held::Says::{Account, Moment, Nothing, Told};
use platform::held::{Activity, Held, Table, Word};

use crate::words::{Words, words};

const TABLES: [Table<Word<Words>>; 2] = [
    Table {
        name: "frozen_figures",
        activity: Activity::Support,
        is: Words::held_frozen,
        columns: &[
            ("scope", Nothing),
            ("span", Nothing),
            ("figures", Told(Words::held_frozen_figures)),
            ("counted_at", Moment),
            ("program", Nothing),
            ("released_at", Moment),
            ("released_by", Account),
        ],
    },
    Table {
        name: "report_words",
        activity: Activity::Accounts,
        is: Words::held_words,
        columns: &[
            ("scope", Nothing),
            ("span", Nothing),
            ("version", Nothing),
            ("words", Told(Words::held_words_words)),
            ("accounts", Told(Words::held_words_accounts)),
            ("written_at", Moment),
            ("written_by", Account),
        ],
    },
];

pub(crate) fn held(lang: Lang) -> Held {
    let w = words(lang);
    Held { holdings: TABLES.iter().map(|table| table.said(w)).collect(), of_nobody: &[] }
}
