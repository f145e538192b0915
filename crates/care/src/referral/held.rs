//! What is held of somebody here.

use crate::held::HeldTable;
use crate::held::Says::{Account, Moment, Nothing, OfAnother, Told};

pub(crate) const HELD: [HeldTable; 1] = [HeldTable {
    table: "referral",
    rows: "person_id = $1",
    columns: &[
        ("id", Nothing),
        ("site_id", Nothing),
        ("person_id", Nothing),
        ("origin", Told),
        ("prescriber_id", Account),
        ("reporter_name", OfAnother),
        ("reporter_contact", OfAnother),
        ("reasons", Told),
        ("note", Told),
        ("state", Told),
        ("decline_reason", Told),
        ("sent_at", Moment),
        ("decided_at", Moment),
        ("version", Nothing),
    ],
}];
