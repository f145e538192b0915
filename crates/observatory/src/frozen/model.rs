//! Whose figures, and what is known of them once they are frozen.

use care::cost::Costs;
use kernel::id::SiteId;
use serde::Deserialize;
use uuid::Uuid;

use crate::told::Numbers;

/// The code of all teams together.
pub(super) const ALL: &str = "ensemble";

/// Whose figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) enum Scope {
    Team(SiteId),
    /// All teams of this installation together.
    All,
}

/// Figures as they were counted.
#[derive(Clone, Debug)]
pub(crate) struct Frozen {
    pub(crate) numbers: Numbers,
    /// Of a year: what the courses of support that ended in it cost.
    pub(crate) costs: Option<Costs>,
    pub(crate) stamp: Stamp,
    /// When everybody was let see what may leave the team; Unix seconds.
    pub(crate) released_at: Option<i64>,
}

/// By which somebody who has a report on paper knows whether it is of these data.
#[derive(Clone, Debug)]
pub(crate) struct Stamp {
    /// Unix seconds.
    pub(crate) counted_at: i64,
    /// The program's version.
    pub(crate) program: String,
    /// The first letters of SHA-256 of what is kept.
    pub(crate) fingerprint: String,
}

impl Scope {
    /// As kept, and as addresses say it.
    pub(crate) fn code(self) -> String {
        match self {
            Scope::Team(site) => site.to_string(),
            Scope::All => ALL.to_owned(),
        }
    }

    pub(crate) fn site(self) -> Option<SiteId> {
        match self {
            Scope::Team(site) => Some(site),
            Scope::All => None,
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Scope> {
        if code == ALL {
            Some(Scope::All)
        } else {
            Uuid::parse_str(code).ok().map(|id| Scope::Team(SiteId(id)))
        }
    }
}

impl TryFrom<String> for Scope {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Scope, &'static str> {
        Scope::from_code(&code).ok_or("no scope")
    }
}
