//! Who answers.

use kernel::contact::{Email, Phone};

use crate::words::Words;

kernel::coded! {
    /// The ground in law (GDPR, article 6, paragraph 1).
    Basis {
        /// e)
        PublicTask = "public_task",
        /// f)
        LegitimateInterests = "legitimate_interests",
        /// a)
        Consent = "consent",
    }
}

impl Basis {
    pub(crate) fn label(self, w: &Words) -> String {
        match self {
            Basis::PublicTask => w.basis_public_task(),
            Basis::LegitimateInterests => w.basis_legitimate_interests(),
            Basis::Consent => w.basis_consent(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Controller {
    pub name: String,
    pub address: String,
    pub officer: Officer,
    pub basis: Basis,
    /// Who runs the machine.
    pub host: Option<String>,
    /// How long they keep backups.
    pub backup_days: Option<i64>,
}

/// The data-protection officer, as far as they were named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Officer {
    pub name: Option<String>,
    pub email: Option<Email>,
    pub phone: Option<Phone>,
}

impl Officer {
    /// Whether somebody can be written to or called.
    pub fn is_reachable(&self) -> bool {
        self.email.is_some() || self.phone.is_some()
    }
}
