//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, of_case};

pub(crate) const HELD: [HeldTable; 2] = [
    HeldTable {
        table: "connection",
        rows: of_case!("case_id"),
        columns: &[
            ("id", Nothing),
            ("case_id", Nothing),
            ("resource_id", Told),
            ("resource_name", Told),
            ("organization_name", Told),
            ("referral_email", Told),
            ("state", Told),
            ("proposed_at", Moment),
            ("asked_at", Moment),
            ("answered_at", Moment),
            ("reminded_at", Moment),
            ("shared", Told),
            ("likes", Told),
            ("waiting_until", Told),
            ("reason", Told),
            ("organization_words", Told),
            ("first_meeting_on", Told),
            ("meeting_place", Told),
            ("meeting_contact", Told),
            ("going", Told),
            ("ended_at", Moment),
            ("version", Nothing),
        ],
    },
    HeldTable {
        table: "attendance",
        rows: concat!("connection_id IN (SELECT id FROM connection WHERE ", of_case!("case_id"), ")"),
        columns: &[
            ("id", Nothing),
            ("connection_id", Nothing),
            ("on_day", Told),
            ("noted_by", Account),
            ("noted_at", Moment),
        ],
    },
];
