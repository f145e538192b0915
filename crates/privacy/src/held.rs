//! What this context's own tables hold of persons.

use kernel::Lang;
use platform::held::Says::{Account, Moment, Nothing, Told};
use platform::held::{Activity, Held, Table, Word};

use crate::words::{Words, words};

const TABLES: [Table<Word<Words>>; 2] = [
    Table {
        name: "data_controller",
        activity: Activity::Accounts,
        is: Words::held_controller,
        columns: &[
            ("site_id", Nothing),
            ("name", Told(Words::held_controller_name)),
            ("address", Told(Words::held_controller_address)),
            ("dpo_name", Told(Words::held_controller_dpo)),
            ("dpo_email", Told(Words::held_controller_dpo_email)),
            ("dpo_phone", Told(Words::held_controller_dpo_phone)),
            ("basis", Nothing),
            ("host", Told(Words::held_controller_host)),
            ("backup_days", Nothing),
            ("updated_at", Moment),
            ("updated_by", Account),
            ("version", Nothing),
        ],
    },
    Table {
        name: "impact_version",
        activity: Activity::Accounts,
        is: Words::held_impact,
        columns: &[
            ("site_id", Nothing),
            ("version", Nothing),
            ("content", Told(Words::held_impact_content)),
            ("written_at", Moment),
            ("written_by", Account),
        ],
    },
];

pub(crate) fn held(lang: Lang) -> Held {
    let w = words(lang);
    Held { holdings: TABLES.iter().map(|table| table.said(w)).collect(), of_nobody: &[] }
}
