//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, Topic, of_case};
use crate::words::Words;

pub(crate) const HELD: [HeldTable; 3] = [
    HeldTable {
        table: "case_file",
        is: Words::held_case_file,
        topic: Topic::Path,
        rows: "person_id = $1",
        columns: &[
            ("id", Nothing),
            ("site_id", Nothing),
            ("person_id", Nothing),
            ("referral_id", Nothing),
            ("link_worker_id", Account),
            ("state", Told(Words::held_case_file_state)),
            ("paused_until", Told(Words::held_case_file_paused_until)),
            ("outcome", Told(Words::held_case_file_outcome)),
            ("outcome_note", Told(Words::held_case_file_outcome_note)),
            ("opened_at", Moment),
            ("reached_at", Moment),
            ("call_on", Told(Words::held_case_file_call_on)),
            ("closed_at", Moment),
            ("version", Nothing),
        ],
    },
    HeldTable {
        table: "case_event",
        is: Words::held_case_event,
        topic: Topic::Path,
        rows: of_case!("case_id"),
        columns: &[
            ("id", Nothing),
            ("case_id", Nothing),
            ("at", Moment),
            ("kind", Told(Words::held_case_event_kind)),
            ("account_id", Account),
            ("connection_id", Nothing),
            ("detail", Told(Words::held_case_event_detail)),
        ],
    },
    HeldTable {
        table: "contact_attempt",
        is: Words::held_contact_attempt,
        topic: Topic::Path,
        rows: of_case!("case_id"),
        columns: &[
            ("id", Nothing),
            ("case_id", Nothing),
            ("account_id", Account),
            ("at", Moment),
            ("how", Told(Words::held_contact_attempt_how)),
            ("result", Told(Words::held_contact_attempt_result)),
            ("note", Told(Words::held_contact_attempt_note)),
        ],
    },
];
