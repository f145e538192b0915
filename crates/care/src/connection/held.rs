//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, Topic, of_case};
use crate::words::Words;

pub(crate) const HELD: [HeldTable; 2] = [
    HeldTable {
        table: "connection",
        is: Words::held_connection,
        topic: Topic::Places,
        rows: of_case!("case_id"),
        columns: &[
            ("id", Nothing),
            ("case_id", Nothing),
            ("resource_id", Told(Words::held_connection_resource_id)),
            ("resource_name", Told(Words::held_connection_resource_name)),
            ("organization_name", Told(Words::held_connection_organization_name)),
            ("referral_email", Told(Words::held_connection_referral_email)),
            ("state", Told(Words::held_connection_state)),
            ("proposed_at", Moment),
            ("asked_at", Moment),
            ("answered_at", Moment),
            ("reminded_at", Moment),
            ("shared", Told(Words::held_connection_shared)),
            ("likes", Told(Words::held_connection_likes)),
            ("waiting_until", Told(Words::held_connection_waiting_until)),
            ("reason", Told(Words::held_connection_reason)),
            ("organization_words", Told(Words::held_connection_organization_words)),
            ("first_meeting_on", Told(Words::held_connection_first_meeting_on)),
            ("meeting_place", Told(Words::held_connection_meeting_place)),
            ("meeting_contact", Told(Words::held_connection_meeting_contact)),
            ("going", Told(Words::held_connection_going)),
            ("ended_at", Moment),
            ("version", Nothing),
        ],
    },
    HeldTable {
        table: "attendance",
        is: Words::held_attendance,
        topic: Topic::Places,
        rows: concat!("connection_id IN (SELECT id FROM connection WHERE ", of_case!("case_id"), ")"),
        columns: &[
            ("id", Nothing),
            ("connection_id", Nothing),
            ("on_day", Told(Words::held_attendance_on_day)),
            ("noted_by", Account),
            ("noted_at", Moment),
        ],
    },
];
