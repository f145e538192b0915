//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, of_case};

pub(crate) const HELD: [HeldTable; 3] = [
    HeldTable {
        table: "case_file",
        rows: "person_id = $1",
        columns: &[
            ("id", Nothing),
            ("site_id", Nothing),
            ("person_id", Nothing),
            ("referral_id", Nothing),
            ("link_worker_id", Account),
            ("state", Told),
            ("paused_until", Told),
            ("outcome", Told),
            ("outcome_note", Told),
            ("opened_at", Moment),
            ("reached_at", Moment),
            ("call_on", Told),
            ("closed_at", Moment),
            ("version", Nothing),
        ],
    },
    HeldTable {
        table: "case_event",
        rows: of_case!("case_id"),
        columns: &[
            ("id", Nothing),
            ("case_id", Nothing),
            ("at", Moment),
            ("kind", Told),
            ("account_id", Account),
            ("connection_id", Nothing),
            ("detail", Told),
        ],
    },
    HeldTable {
        table: "contact_attempt",
        rows: of_case!("case_id"),
        columns: &[
            ("id", Nothing),
            ("case_id", Nothing),
            ("account_id", Account),
            ("at", Moment),
            ("how", Told),
            ("result", Told),
            ("note", Told),
        ],
    },
];
