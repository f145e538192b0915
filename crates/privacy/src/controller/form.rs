//! What is typed of who answers, parsed once.

use care::stale::Line;
use kernel::coded::Coded;
use kernel::contact::{Email, Phone};
use kernel::text::{TextError, bounded, optional};
use platform::web::Problems;
use serde::Deserialize;

use super::model::{Basis, Controller, Officer};
use super::sql::Stored;
use crate::words::Words;

const LONGEST: usize = 200;
/// Ten years: nobody keeps a backup longer.
const LONGEST_BACKUP: i64 = 3_650;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ControllerForm {
    pub(super) once: String,
    pub(super) site: String,
    pub(super) version: String,
    pub(super) name: String,
    pub(super) address: String,
    pub(super) dpo_name: String,
    pub(super) dpo_email: String,
    pub(super) dpo_phone: String,
    pub(super) basis: String,
    pub(super) host: String,
    pub(super) backup_days: String,
}

impl ControllerForm {
    pub(super) fn showing(stored: Option<&Stored>, site: String) -> ControllerForm {
        let Some(Stored { controller, version, .. }) = stored else {
            return ControllerForm { site, version: "0".to_owned(), ..ControllerForm::default() };
        };
        let Controller { name, address, officer, basis, host, backup_days } = controller.clone();
        ControllerForm {
            once: String::new(),
            site,
            version: version.to_string(),
            name,
            address,
            dpo_name: officer.name.unwrap_or_default(),
            dpo_email: officer.email.map(|email| email.as_str().to_owned()).unwrap_or_default(),
            dpo_phone: officer.phone.map(|phone| phone.spoken()).unwrap_or_default(),
            basis: basis.code().to_owned(),
            host: host.unwrap_or_default(),
            backup_days: backup_days.map(|days| days.to_string()).unwrap_or_default(),
        }
    }

    /// What was typed, when all of it can be kept.
    pub(super) fn read(&self, w: &Words, problems: &mut Problems) -> Option<Controller> {
        let name = needed("name", &self.name, (w.controller_name_needed(), w), problems);
        let address = needed("address", &self.address, (w.controller_address_needed(), w), problems);
        let basis = Basis::from_code(&self.basis).ok_or(());
        let basis = problems.keep("basis", basis, |()| w.controller_basis_needed());
        let officer = Officer {
            name: any("dpo_name", &self.dpo_name, w, problems),
            email: shaped(
                "dpo_email",
                &self.dpo_email,
                Email::parse,
                w.controller_email_unreadable(),
                problems,
            ),
            phone: shaped(
                "dpo_phone",
                &self.dpo_phone,
                Phone::parse,
                w.controller_phone_unreadable(),
                problems,
            ),
        };
        let host = any("host", &self.host, w, problems);
        let days = |typed: &str| typed.parse().ok().filter(|days| (1..=LONGEST_BACKUP).contains(days));
        let backup_days = shaped("backup_days", &self.backup_days, days, w.controller_days_odd(), problems);
        let controller =
            Controller { name: name?, address: address?, officer, basis: basis?, host, backup_days };
        problems.is_empty().then_some(controller)
    }

    /// An unreadable version is none that was ever stored.
    pub(super) fn version(&self) -> i64 {
        self.version.parse().unwrap_or(-1)
    }
}

impl Controller {
    /// As two versions are compared.
    pub(super) fn lines(&self, w: &Words) -> Vec<Line> {
        let officer = &self.officer;
        vec![
            Line::new(w.controller_name(), self.name.as_str()),
            Line::new(w.controller_address(), self.address.as_str()),
            Line::new(w.controller_basis(), self.basis.label(w)),
            Line::new(w.controller_dpo_name(), officer.name.clone().unwrap_or_default()),
            Line::new(w.controller_dpo_email(), officer.email.as_ref().map_or("", Email::as_str)),
            Line::new(
                w.controller_dpo_phone(),
                officer.phone.as_ref().map(Phone::spoken).unwrap_or_default(),
            ),
            Line::new(w.controller_host(), self.host.clone().unwrap_or_default()),
            Line::new(
                w.controller_backup_days(),
                self.backup_days.map(|days| days.to_string()).unwrap_or_default(),
            ),
        ]
    }
}

fn needed(
    field: &'static str,
    typed: &str,
    (missing, w): (String, &Words),
    problems: &mut Problems,
) -> Option<String> {
    problems.keep(field, bounded(typed, LONGEST), |error| match error {
        TextError::Empty => missing,
        TextError::TooLong(_) => too_long(w),
    })
}

fn any(field: &'static str, typed: &str, w: &Words, problems: &mut Problems) -> Option<String> {
    problems.keep(field, optional(typed, LONGEST), |_| too_long(w)).flatten()
}

/// None for an empty field; a problem for what cannot be read.
fn shaped<T>(
    field: &'static str,
    typed: &str,
    parse: impl Fn(&str) -> Option<T>,
    odd: String,
    problems: &mut Problems,
) -> Option<T> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    problems.keep(field, parse(typed).ok_or(()), |()| odd)
}

fn too_long(w: &Words) -> String {
    w.text_too_long(i32::try_from(LONGEST).unwrap_or(i32::MAX))
}
