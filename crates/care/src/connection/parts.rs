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

kernel::coded! {
    /// One thing a person may agree to tell an organisation. Health is not among them.
    Shared {
        /// « Mme Aline D. »
        Name = "name",
        AgeBand = "age_band",
        Phone = "phone",
        Likes = "likes",
        /// Somebody should come along the first time.
        Accompaniment = "accompaniment",
    }
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

kernel::coded! {
    /// How the person goes the first time.
    Going {
        Alone = "alone",
        Accompanied = "accompanied",
        /// Fetched, or with a transport arranged.
        Transport = "transport",
    }
}
