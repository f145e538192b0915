//! What a connection is made of.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::contact::Email;

use crate::referral::model::DeclineReason;

/// What was proposed, as the directory named it that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The resource's id in the directory.
    pub resource_id: String,
    pub resource_name: String,
    pub organization_name: String,
}

/// What an organisation was asked, and was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub at: Timestamp,
    pub reminded_at: Option<Timestamp>,
    /// None when the organisation is asked by telephone.
    pub email: Option<Email>,
    pub shared: Vec<Shared>,
    /// What the person likes, in their words; told only when [`Shared::Likes`] is.
    pub likes: Option<String>,
}

/// One thing a person may agree to tell an organisation. Health is not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shared {
    /// « Mme Aline D. »
    Name,
    AgeBand,
    Phone,
    Likes,
    /// Somebody should come along the first time.
    Accompaniment,
}

/// When, where and with whom the first meeting is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    pub on: Option<Date>,
    pub place: Option<String>,
    pub contact: Option<String>,
}

/// What an organisation answers, by its link or by telephone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes(Meeting),
    Wait {
        /// The day to ask again.
        until: Date,
    },
    No {
        reason: DeclineReason,
        /// For the team; never shown to the person.
        words: Option<String>,
    },
}

/// How the person goes the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Going {
    Alone,
    Accompanied,
    /// Fetched, or with a transport arranged.
    Transport,
}

impl Shared {
    pub const ALL: [Shared; 5] =
        [Shared::Name, Shared::AgeBand, Shared::Phone, Shared::Likes, Shared::Accompaniment];

    pub fn code(self) -> &'static str {
        match self {
            Shared::Name => "name",
            Shared::AgeBand => "age_band",
            Shared::Phone => "phone",
            Shared::Likes => "likes",
            Shared::Accompaniment => "accompaniment",
        }
    }

    pub fn from_code(code: &str) -> Option<Shared> {
        Shared::ALL.into_iter().find(|shared| shared.code() == code)
    }
}

impl Going {
    pub const ALL: [Going; 3] = [Going::Alone, Going::Accompanied, Going::Transport];

    pub fn code(self) -> &'static str {
        match self {
            Going::Alone => "alone",
            Going::Accompanied => "accompanied",
            Going::Transport => "transport",
        }
    }

    pub fn from_code(code: &str) -> Option<Going> {
        Going::ALL.into_iter().find(|going| going.code() == code)
    }
}
