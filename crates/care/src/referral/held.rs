//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, OfAnother, Told};
use crate::held::{HeldTable, Topic};
use crate::words::Words;

pub(crate) const HELD: [HeldTable; 1] = [HeldTable {
    table: "referral",
    is: Words::held_referral,
    topic: Topic::Request,
    rows: "person_id = $1",
    columns: &[
        ("id", Nothing),
        ("site_id", Nothing),
        ("person_id", Nothing),
        ("origin", Told(Words::held_referral_origin)),
        ("prescriber_id", Account),
        ("reporter_name", OfAnother(Words::held_referral_reporter_name)),
        ("reporter_contact", OfAnother(Words::held_referral_reporter_contact)),
        ("reasons", Told(Words::held_referral_reasons)),
        ("note", Told(Words::held_referral_note)),
        ("state", Told(Words::held_referral_state)),
        ("decline_reason", Told(Words::held_referral_decline_reason)),
        ("sent_at", Moment),
        ("decided_at", Moment),
        ("version", Nothing),
    ],
}];
