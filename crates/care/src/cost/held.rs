//! What is held of somebody here, and of who says what an hour costs.

use platform::held::{Activity, Table};

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, Said, Topic, of_case};
use crate::words::Words;

pub(crate) const HELD: [HeldTable; 2] = [
    HeldTable {
        table: "time_spent",
        is: Words::held_time_spent,
        topic: Topic::Cost,
        rows: of_case!("case_id"),
        columns: &[
            ("id", Nothing),
            ("case_id", Nothing),
            ("account_id", Account),
            ("day", Told(Words::held_time_spent_day)),
            ("minutes", Told(Words::held_time_spent_minutes)),
            ("spent_on", Told(Words::held_time_spent_spent_on)),
            ("noted_at", Moment),
        ],
    },
    HeldTable {
        table: "gp_visits",
        is: Words::held_gp_visits,
        topic: Topic::Cost,
        rows: of_case!("case_id"),
        columns: &[
            ("case_id", Nothing),
            ("before_count", Told(Words::held_gp_visits_before_count)),
            ("before_told_by", Told(Words::held_gp_visits_before_told_by)),
            ("after_count", Told(Words::held_gp_visits_after_count)),
            ("after_told_by", Told(Words::held_gp_visits_after_told_by)),
            ("account_id", Account),
            ("noted_at", Moment),
            ("version", Nothing),
        ],
    },
];

/// Of a team, and of nobody it accompanies.
pub(crate) const TABLES: [Table<Said>; 1] = [Table {
    name: "cost_rate",
    activity: Activity::Accounts,
    is: Words::held_cost_rate,
    columns: &[
        ("id", Nothing),
        ("site_id", Nothing),
        ("valid_from", Told(Words::held_cost_rate_valid_from)),
        ("hour_cents", Told(Words::held_cost_rate_hour_cents)),
        ("other_cents", Told(Words::held_cost_rate_other_cents)),
        ("origin", Told(Words::held_cost_rate_origin)),
        ("said_by", Account),
        ("said_at", Moment),
    ],
}];
