//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, Topic};
use crate::words::Words;

pub(crate) const HELD: [HeldTable; 1] = [HeldTable {
    table: "consent",
    is: Words::held_consent,
    topic: Topic::Agreements,
    rows: "person_id = $1",
    columns: &[
        ("id", Nothing),
        ("person_id", Nothing),
        ("purpose", Told(Words::held_consent_purpose)),
        ("recipient", Told(Words::held_consent_recipient)),
        ("wording", Told(Words::held_consent_wording)),
        ("given_at", Moment),
        ("recorded_by", Account),
        ("withdrawn_at", Moment),
    ],
}];
