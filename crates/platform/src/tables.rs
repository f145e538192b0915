//! What this context's tables hold of persons.

use kernel::Lang;

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{Activity, Held, Table};
use crate::words::{Words, words};

type Said = fn(&Words) -> String;

const OF_NOBODY: &[&str] = &["site", "site_commune", "setting", "audit_head", "due_to_go"];

const WHO: [Table<Said>; 3] = [
    Table {
        name: "account",
        activity: Activity::Accounts,
        is: Words::held_account,
        columns: &[
            ("id", Nothing),
            ("email", Told(Words::held_account_email)),
            ("name", Told(Words::held_account_name)),
            ("phone", Told(Words::held_account_phone)),
            ("password_hash", Told(Words::held_account_hash)),
            ("lang", Told(Words::held_account_lang)),
            ("created_at", Moment),
            ("closed_at", Moment),
            ("forgotten_at", Moment),
        ],
    },
    Table {
        name: "membership",
        activity: Activity::Accounts,
        is: Words::held_membership,
        columns: &[
            ("account_id", Account),
            ("site_id", Nothing),
            ("role", Told(Words::held_membership_role)),
        ],
    },
    Table {
        name: "invitation",
        activity: Activity::Accounts,
        is: Words::held_invitation,
        columns: &[
            ("token_hash", Told(Words::held_link_hash)),
            ("account_id", Account),
            ("created_at", Moment),
            ("expires_at", Moment),
            ("used_at", Moment),
            ("lifts_for", Told(Words::held_invitation_lifts)),
        ],
    },
];

const SIGNING_IN: [Table<Said>; 10] = [
    Table {
        name: "session",
        activity: Activity::Accounts,
        is: Words::held_session,
        columns: &[
            ("id", Nothing),
            ("token_hash", Told(Words::held_session_hash)),
            ("account_id", Account),
            ("created_at", Moment),
            ("seen_at", Moment),
            ("device", Told(Words::held_session_device)),
            ("proven_at", Moment),
            ("issuer", Told(Words::held_identity_issuer)),
            ("id_token", Told(Words::held_session_token)),
            ("passkey_id", Nothing),
            ("subject", Told(Words::held_identity_subject)),
            ("provider_session", Nothing),
        ],
    },
    Table {
        name: "sign_in_guess",
        activity: Activity::Accounts,
        is: Words::held_guess,
        columns: &[("id", Nothing), ("email_hash", Told(Words::held_guess_hash)), ("at", Moment)],
    },
    Table {
        name: "sign_in_entry",
        activity: Activity::Accounts,
        is: Words::held_door,
        columns: &[
            ("id", Nothing),
            ("at", Moment),
            ("account_id", Account),
            ("what", Told(Words::held_door_what)),
            ("way", Told(Words::held_door_way)),
            ("provider", Told(Words::held_identity_issuer)),
            ("outcome", Told(Words::held_door_outcome)),
            ("device", Told(Words::held_session_device)),
            ("network", Told(Words::held_door_network)),
            ("times", Told(Words::held_door_times)),
        ],
    },
    Table {
        name: "second_factor",
        activity: Activity::Accounts,
        is: Words::held_second,
        columns: &[
            ("account_id", Account),
            ("secret", Told(Words::held_second_secret)),
            ("since", Moment),
            ("last_step", Moment),
            ("wrong", Told(Words::held_second_wrong)),
            ("stopped_at", Moment),
        ],
    },
    Table {
        name: "passkey",
        activity: Activity::Accounts,
        is: Words::held_passkey,
        columns: &[
            ("id", Nothing),
            ("account_id", Account),
            ("credential_id", Told(Words::held_passkey_credential)),
            ("public_key", Told(Words::held_passkey_public)),
            ("counter", Nothing),
            ("is_shared", Nothing),
            ("name", Told(Words::held_passkey_name)),
            ("added_at", Moment),
            ("used_at", Moment),
        ],
    },
    Table {
        name: "passkey_ceremony",
        activity: Activity::Accounts,
        is: Words::held_ceremony,
        columns: &[
            ("secret_hash", Nothing),
            ("errand", Nothing),
            ("begun_from", Nothing),
            ("started_at", Moment),
        ],
    },
    Table {
        name: "logout_told",
        activity: Activity::Accounts,
        is: Words::held_logout,
        columns: &[
            ("issuer", Told(Words::held_identity_issuer)),
            ("token_hash", Nothing),
            ("told_at", Moment),
        ],
    },
    Table {
        name: "recovery_code",
        activity: Activity::Accounts,
        is: Words::held_recovery,
        columns: &[
            ("account_id", Account),
            ("code_hash", Told(Words::held_recovery_hash)),
            ("used_at", Moment),
        ],
    },
    Table {
        name: "identity",
        activity: Activity::Accounts,
        is: Words::held_identity,
        columns: &[
            ("issuer", Told(Words::held_identity_issuer)),
            ("subject", Told(Words::held_identity_subject)),
            ("id", Nothing),
            ("account_id", Account),
            ("linked_at", Moment),
        ],
    },
    Table {
        name: "identity_attempt",
        activity: Activity::Accounts,
        is: Words::held_attempt,
        columns: &[
            ("secret_hash", Nothing),
            ("provider", Told(Words::held_identity_issuer)),
            ("errand", Nothing),
            ("begun_from", Nothing),
            ("back_to", Told(Words::held_attempt_page)),
            ("started_at", Moment),
        ],
    },
];

const TRACES: [Table<Said>; 4] = [
    Table {
        name: "audit_entry",
        activity: Activity::Accounts,
        is: Words::held_trail,
        columns: &[
            ("id", Nothing),
            ("at", Moment),
            ("actor", Told(Words::held_trail_actor)),
            ("account_id", Account),
            ("action", Told(Words::held_trail_action)),
            ("subject_kind", Told(Words::held_trail_kind)),
            ("subject_id", Told(Words::held_trail_subject)),
            ("site_id", Nothing),
            ("number", Nothing),
            ("seal", Nothing),
        ],
    },
    Table {
        name: "posted_once",
        activity: Activity::Accounts,
        is: Words::held_posted,
        columns: &[
            ("key", Nothing),
            ("account_id", Account),
            ("location", Told(Words::held_posted_location)),
            ("at", Moment),
        ],
    },
    Table {
        name: "outbox",
        activity: Activity::Support,
        is: Words::held_outbox,
        columns: &[
            ("id", Nothing),
            ("recipient", Told(Words::held_outbox_recipient)),
            ("subject", Told(Words::held_outbox_subject)),
            ("body", Told(Words::held_outbox_body)),
            ("created_at", Moment),
            ("next_try_at", Moment),
            ("tries", Nothing),
            ("sent_at", Moment),
            ("failed_at", Moment),
            ("last_error", Told(Words::held_outbox_error)),
            ("doubtful_at", Moment),
        ],
    },
    Table {
        name: "job",
        activity: Activity::Support,
        is: Words::held_job,
        columns: &[
            ("id", Nothing),
            ("kind", Told(Words::held_job_kind)),
            ("payload", Told(Words::held_job_payload)),
            ("run_at", Moment),
            ("tries", Nothing),
            ("done_at", Moment),
            ("failed_at", Moment),
            ("last_error", Nothing),
        ],
    },
];

pub(crate) fn held(lang: Lang) -> Held {
    let w = words(lang);
    let tables = WHO.iter().chain(&SIGNING_IN).chain(&TRACES);
    Held { holdings: tables.map(|table| table.said(w)).collect(), of_nobody: OF_NOBODY }
}
