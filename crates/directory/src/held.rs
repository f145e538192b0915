//! What this context's tables hold of persons: whom an organization names to be reached, who said
//! that something is right or wrong, and who keeps the directory.

use kernel::Lang;
use platform::held::Says::{Account, Moment, Nothing, Told};
use platform::held::{Activity, Held, Table};

use crate::words::{Words, words};

type Said = fn(&Words) -> String;

const OF_NOBODY: &[&str] = &[
    "directory_version",
    "directory_index",
    "verification_request",
    "resource_doubt",
    "campaign_organization",
    "neighbourhood",
];

const ENTRIES: [Table<Said>; 4] = [
    Table {
        name: "organization",
        activity: Activity::Directory,
        is: Words::held_organization,
        columns: &[
            ("id", Nothing),
            ("source", Nothing),
            ("name", Told(Words::held_organization_name)),
            ("kind", Nothing),
            ("content", Told(Words::held_organization_content)),
            ("commune", Told(Words::held_organization_commune)),
            ("fingerprint", Nothing),
            ("created_at", Moment),
            ("changed_at", Moment),
            ("gone_since", Moment),
            ("changed_version", Nothing),
            ("merged_into", Nothing),
            ("shown_under", Nothing),
        ],
    },
    Table {
        name: "organization_verification",
        activity: Activity::Directory,
        is: Words::held_correction_of_organization,
        columns: &[
            ("id", Nothing),
            ("organization_id", Nothing),
            ("corrections", Told(Words::held_correction_fields)),
            ("name", Told(Words::held_organization_name)),
            ("commune", Told(Words::held_organization_commune)),
            ("checked_at", Moment),
            ("said_by", Told(Words::held_correction_checks)),
        ],
    },
    Table {
        name: "resource",
        activity: Activity::Directory,
        is: Words::held_resource,
        columns: &[
            ("id", Nothing),
            ("organization_id", Nothing),
            ("source", Nothing),
            ("name", Told(Words::held_resource_name)),
            ("ties", Told(Words::held_resource_ties)),
            ("content", Told(Words::held_organization_content)),
            ("commune", Nothing),
            ("fingerprint", Nothing),
            ("created_at", Moment),
            ("changed_at", Moment),
            ("gone_since", Moment),
            ("changed_version", Nothing),
            ("merged_into", Nothing),
            ("shown_under", Nothing),
        ],
    },
    Table {
        name: "verification",
        activity: Activity::Directory,
        is: Words::held_correction,
        columns: &[
            ("id", Nothing),
            ("resource_id", Nothing),
            ("corrections", Told(Words::held_correction_fields)),
            ("checks", Told(Words::held_correction_checks)),
            ("checked_at", Moment),
            ("checked_on", Moment),
        ],
    },
];

const KEEPING: [Table<Said>; 6] = [
    Table {
        name: "report",
        activity: Activity::Directory,
        is: Words::held_report,
        columns: &[
            ("id", Nothing),
            ("resource_id", Nothing),
            ("organization_id", Nothing),
            ("wrong", Told(Words::held_report_wrong)),
            ("said", Told(Words::held_report_said)),
            ("contact", Told(Words::held_report_contact)),
            ("said_at", Moment),
            ("state", Nothing),
            ("answered_by", Account),
            ("answered_at", Moment),
            ("version", Nothing),
        ],
    },
    Table {
        name: "duplicate_pair",
        activity: Activity::Directory,
        is: Words::held_duplicate,
        columns: &[
            ("id", Nothing),
            ("kind", Nothing),
            ("first_id", Nothing),
            ("second_id", Nothing),
            ("departement", Nothing),
            ("score", Nothing),
            ("reasons", Nothing),
            ("state", Nothing),
            ("kept_id", Nothing),
            ("decided_by", Account),
            ("decided_at", Moment),
            ("version", Nothing),
        ],
    },
    Table {
        name: "campaign",
        activity: Activity::Directory,
        is: Words::held_campaign,
        columns: &[
            ("id", Nothing),
            ("territory", Nothing),
            ("stale_before", Nothing),
            ("started_by", Account),
            ("started_at", Moment),
            ("stopped_at", Moment),
            ("version", Nothing),
        ],
    },
    Table {
        name: "incoming",
        activity: Activity::Directory,
        is: Words::held_incoming,
        columns: &[
            ("id", Nothing),
            ("brought_by", Account),
            ("brought_at", Moment),
            ("source", Nothing),
            ("reads", Nothing),
            ("state", Nothing),
            ("findings", Told(Words::held_incoming_findings)),
            ("version", Nothing),
            ("agreed_at", Moment),
        ],
    },
    Table {
        name: "incoming_part",
        activity: Activity::Directory,
        is: Words::held_incoming_part,
        columns: &[
            ("incoming_id", Nothing),
            ("file", Nothing),
            ("number", Nothing),
            ("content", Told(Words::held_incoming_content)),
        ],
    },
    Table {
        name: "source_mapping",
        activity: Activity::Directory,
        is: Words::held_mapping,
        columns: &[
            ("source", Nothing),
            ("reads", Nothing),
            ("mapping", Nothing),
            ("changed_by", Account),
            ("changed_at", Moment),
        ],
    },
];

pub(crate) fn held(lang: Lang) -> Held {
    let w = words(lang);
    let tables = ENTRIES.iter().chain(&KEEPING);
    Held { holdings: tables.map(|table| table.said(w)).collect(), of_nobody: OF_NOBODY }
}
