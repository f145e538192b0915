//! An entry in words.

use kernel::coded::Coded;

use super::model::{Action, Actor, Kind};
use super::sql::Entry;
use crate::words::Words;

/// The name of the account, or what kind of doer had none.
pub fn who(entry: &Entry, w: &Words) -> String {
    match Actor::from_code(&entry.actor) {
        Some(Actor::Account) | None => entry.account_name.clone().unwrap_or_default(),
        Some(Actor::Visitor) => w.audit_by_visitor(),
        Some(Actor::LinkHolder) => w.audit_by_link_holder(),
        Some(Actor::Time) => w.audit_by_time(),
        Some(Actor::Console) => w.audit_by_console(),
    }
}

pub fn action(code: &str, w: &Words) -> String {
    Action::from_code(code).map_or_else(|| code.to_owned(), |action| of_action(action, w))
}

/// What kind of thing was opened.
pub fn kind(code: &str, w: &Words) -> String {
    Kind::from_code(code).map_or_else(|| code.to_owned(), |kind| of_kind(kind, w))
}

fn of_action(action: Action, w: &Words) -> String {
    match action {
        Action::Read => w.audit_read(),
        Action::Listed => w.audit_listed(),
        Action::Created => w.audit_created(),
        Action::Changed => w.audit_changed(),
        Action::Merged => w.audit_merged(),
        Action::Printed => w.audit_printed(),
        Action::Copied => w.audit_copied(),
        Action::TakenOut => w.audit_taken_out(),
        Action::Used => w.audit_used(),
        Action::Granted => w.audit_granted(),
        Action::Refused => w.audit_refused(),
        Action::Frozen => w.audit_frozen(),
        Action::Thawed => w.audit_thawed(),
        Action::Erased => w.audit_erased(),
        Action::OpenedInEmergency => w.audit_opened_in_emergency(),
        Action::Answered => w.audit_answered(),
        Action::Lifting => w.audit_lifting(),
        Action::Lifted => w.audit_lifted(),
        Action::Sent => w.audit_sent(),
        Action::Released => w.audit_released(),
        Action::Restored => w.audit_restored(),
    }
}

fn of_kind(kind: Kind, w: &Words) -> String {
    match kind {
        Kind::Person => w.audit_kind_person(),
        Kind::Referral => w.audit_kind_referral(),
        Kind::Case => w.audit_kind_case(),
        Kind::Connection => w.audit_kind_connection(),
        Kind::Screening => w.audit_kind_screening(),
        Kind::Account => w.audit_kind_account(),
        Kind::SignIns => w.audit_kind_sign_ins(),
        Kind::Site => w.audit_kind_site(),
        Kind::Figures => w.audit_kind_figures(),
        Kind::Duplicate => w.audit_kind_duplicate(),
        Kind::Report => w.audit_kind_report(),
        Kind::Verification => w.audit_kind_verification(),
        Kind::VerificationRequest => w.audit_kind_verification_request(),
        Kind::Campaign => w.audit_kind_campaign(),
        Kind::Incoming => w.audit_kind_incoming(),
        Kind::Instrument => w.audit_kind_instrument(),
        Kind::MassExport => w.audit_kind_mass_export(),
        Kind::Study => w.audit_kind_study(),
        Kind::Trail => w.audit_kind_trail(),
        Kind::Store => w.audit_kind_store(),
    }
}
