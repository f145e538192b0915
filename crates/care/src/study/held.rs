//! What is held of somebody here, and of who works on studies.

use platform::held::{Activity, Table};

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, Said, Topic};
use crate::words::Words;

/// Of records that were merged too: two may be in one study.
macro_rules! of_person {
    () => {
        "person_id IN (SELECT id FROM person WHERE id = $1 OR merged_into = $1)"
    };
}

/// Rows that hang on somebody at a study.
macro_rules! of_candidate {
    () => {
        concat!("study_person_id IN (SELECT id FROM study_person WHERE ", of_person!(), ")")
    };
}

pub(crate) const HELD: [HeldTable; 4] = [
    HeldTable {
        table: "study_person",
        is: Words::held_study_person,
        topic: Topic::Studies,
        rows: of_person!(),
        columns: &[
            ("id", Nothing),
            ("study_id", Told(Words::held_study_person_study)),
            ("site_id", Nothing),
            ("person_id", Nothing),
            ("case_id", Nothing),
            ("protocol", Told(Words::held_study_person_protocol)),
            ("result", Told(Words::held_study_person_result)),
            ("failed", Told(Words::held_study_person_failed)),
            ("assessed_on", Told(Words::held_study_person_assessed)),
            ("assessed_by", Account),
            ("assessed_at", Moment),
            ("enrolled_on", Told(Words::held_study_person_enrolled)),
            ("arm", Told(Words::held_study_person_arm)),
            ("withdrawn_on", Told(Words::held_study_person_withdrawn)),
            ("may_keep", Told(Words::held_study_person_may_keep)),
        ],
    },
    HeldTable {
        table: "study_pseudonym",
        is: Words::held_study_pseudonym,
        topic: Topic::Studies,
        rows: of_candidate!(),
        columns: &[
            ("study_person_id", Nothing),
            ("study_id", Nothing),
            ("code", Told(Words::held_study_pseudonym_code)),
        ],
    },
    HeldTable {
        table: "study_deviation",
        is: Words::held_study_deviation,
        topic: Topic::Studies,
        rows: of_candidate!(),
        columns: &[
            ("id", Nothing),
            ("study_person_id", Nothing),
            ("kind", Told(Words::held_study_deviation_kind)),
            ("point", Told(Words::held_study_point)),
            ("on_day", Told(Words::held_study_deviation_day)),
            ("words", Told(Words::held_study_deviation_words)),
            ("noted_by", Account),
            ("noted_at", Moment),
            ("corrects", Nothing),
        ],
    },
    HeldTable {
        table: "study_letter",
        is: Words::held_study_letter,
        topic: Topic::Studies,
        rows: of_candidate!(),
        columns: &[
            ("study_person_id", Nothing),
            ("point", Told(Words::held_study_point)),
            ("occasion", Told(Words::held_study_letter_occasion)),
            ("sent_at", Moment),
        ],
    },
];

/// Who leads studies, answers for a team, asks for data and grants them.
pub(crate) const TABLES: [Table<Said>; 4] = [
    Table {
        name: "study",
        activity: Activity::Research,
        is: Words::held_study,
        columns: &[
            ("id", Nothing),
            ("site_id", Nothing),
            ("prefix", Nothing),
            ("created_by", Account),
            ("created_at", Moment),
            ("opened_at", Moment),
            ("closed_at", Moment),
            ("ended_at", Moment),
            ("outlived_days", Nothing),
            ("outlived_on", Nothing),
        ],
    },
    Table {
        name: "study_protocol",
        activity: Activity::Research,
        is: Words::held_study_protocol,
        columns: &[
            ("study_id", Nothing),
            ("number", Nothing),
            ("content", Told(Words::held_study_protocol_content)),
            ("reason", Told(Words::held_study_protocol_reason)),
            ("written_by", Account),
            ("written_at", Moment),
        ],
    },
    Table {
        name: "study_site",
        activity: Activity::Research,
        is: Words::held_study_site,
        columns: &[
            ("study_id", Nothing),
            ("site_id", Nothing),
            ("invited_by", Account),
            ("invited_at", Moment),
            ("is_taking_part", Told(Words::held_study_site_answer)),
            ("answered_by", Account),
            ("answered_at", Moment),
            ("seed", Nothing),
            ("places", Nothing),
        ],
    },
    Table {
        name: "study_export",
        activity: Activity::Research,
        is: Words::held_study_export,
        columns: &[
            ("id", Nothing),
            ("study_id", Nothing),
            ("site_id", Nothing),
            ("asked_by", Account),
            ("asked_at", Moment),
            ("reason", Told(Words::held_mass_export_reason)),
            ("decided_by", Account),
            ("decided_at", Moment),
            ("is_granted", Told(Words::held_mass_export_is_granted)),
            ("taken_at", Moment),
            ("persons", Told(Words::held_mass_export_persons)),
        ],
    },
];
