//! Why a resource counts for a person, or cannot be proposed: each is one line somebody would say.

use std::collections::BTreeSet;

use directory::resource::{Ages, Zone};
use directory::vocabulary::{Language, Lever, Public, Topic, Transport};
use jiff::civil::Date;

use super::model::Distance;
use super::weights::Rule;
use crate::assessment::model::{Need, Slot};

/// One line for or against.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    Near(Distance),
    AtHome,
    FromHome,
    /// Fetched at home, and whether they need it.
    Fetched {
        needed: bool,
    },
    NotFetched,
    Transit(Transport),
    NoTransit,
    WhenFree(Slot),
    NotWhenFree,
    EveningOrWeekend,
    NotEveningOrWeekend,
    Lever {
        lever: Lever,
        is_main: bool,
    },
    Topics(BTreeSet<Topic>),
    Needs(BTreeSet<Need>),
    Free {
        needed: bool,
    },
    Paid {
        needed: bool,
    },
    CostUnknown,
    /// At most so many people; `None` for two people face to face.
    SmallGroup(Option<u16>),
    LargeGroup(u16),
    Wheelchair,
    WheelchairPartly,
    WheelchairUnknown,
    HearingLoop,
    NoHearingLoop,
    HearingLoopUnknown,
    Accompanied {
        needed: bool,
    },
    NotAccompanied,
    Spoken(Language),
    NotSpoken,
    /// By somebody of the territory, so many whole months ago.
    Verified {
        months: i32,
    },
    Stale {
        months: i32,
    },
    /// A recent request to it came to nothing.
    Doubted,
    Places(u16),
    /// Full, and one can be put on its list.
    WaitingList,
    /// Said to be full that day, too long ago to be believed.
    FullToConfirm(Date),
    Load(u32),
    NoEmail,
    Tried,
    /// Whom it is for, when nobody knows whether the person is one of them.
    PublicToCheck(BTreeSet<Public>),
}

/// A hard limit.
#[derive(Clone, Debug, PartialEq)]
pub enum Exclusion {
    /// A connection to it is open already.
    Tied,
    /// Kept for those who live elsewhere.
    Zone(Vec<Zone>),
    /// Goes to homes, but not there.
    HomeZone,
    Ages(Ages),
    Public(BTreeSet<Public>),
    /// Its last date has passed.
    Over,
    /// Until a day, when it is known.
    Full(Option<Date>),
    /// Its people take nobody before that day.
    Paused(Date),
    /// It has as many requests before it as it said it can.
    AtOnce(u16),
    /// It was sent as many this month as it said it takes.
    AMonth(u16),
    /// One has to leave home.
    Outside,
    NoWheelchair,
}

impl Reason {
    /// The line of the weights that gives its points.
    pub fn rule(&self) -> Rule {
        match self {
            Reason::Near(_) => Rule::Near,
            Reason::AtHome => Rule::AtHome,
            Reason::FromHome => Rule::FromHome,
            Reason::Fetched { needed: true } => Rule::FetchedNeeded,
            Reason::Fetched { needed: false } => Rule::Fetched,
            Reason::NotFetched => Rule::NotFetched,
            Reason::Transit(_) => Rule::Transit,
            Reason::NoTransit => Rule::NoTransit,
            Reason::WhenFree(_) => Rule::WhenFree,
            Reason::NotWhenFree => Rule::NotWhenFree,
            Reason::EveningOrWeekend => Rule::EveningOrWeekend,
            Reason::NotEveningOrWeekend => Rule::NotEveningOrWeekend,
            Reason::Lever { is_main: true, .. } => Rule::LeverMain,
            Reason::Lever { is_main: false, .. } => Rule::LeverOther,
            Reason::Topics(_) => Rule::Topic,
            Reason::Needs(_) => Rule::Need,
            Reason::Free { needed: true } => Rule::FreeNeeded,
            Reason::Free { needed: false } => Rule::Free,
            Reason::Paid { needed: true } => Rule::PaidNeeded,
            Reason::Paid { needed: false } => Rule::Paid,
            Reason::CostUnknown => Rule::CostUnknown,
            Reason::SmallGroup(_) => Rule::SmallGroup,
            Reason::LargeGroup(_) => Rule::LargeGroup,
            Reason::Wheelchair => Rule::Wheelchair,
            Reason::WheelchairPartly => Rule::WheelchairPartly,
            Reason::WheelchairUnknown => Rule::WheelchairUnknown,
            Reason::HearingLoop => Rule::HearingLoop,
            Reason::NoHearingLoop => Rule::NoHearingLoop,
            Reason::HearingLoopUnknown => Rule::HearingLoopUnknown,
            Reason::Accompanied { needed: true } => Rule::AccompaniedNeeded,
            Reason::Accompanied { needed: false } => Rule::Accompanied,
            Reason::NotAccompanied => Rule::NotAccompanied,
            Reason::Spoken(_) => Rule::Spoken,
            Reason::NotSpoken => Rule::NotSpoken,
            Reason::Verified { .. } => Rule::Verified,
            Reason::Stale { .. } => Rule::Stale,
            Reason::Doubted => Rule::Doubted,
            Reason::Places(_) => Rule::Places,
            Reason::WaitingList => Rule::WaitingList,
            Reason::FullToConfirm(_) => Rule::FullToConfirm,
            Reason::Load(_) => Rule::Load,
            Reason::NoEmail => Rule::NoEmail,
            Reason::Tried => Rule::Tried,
            Reason::PublicToCheck(_) => Rule::PublicToCheck,
        }
    }
}

impl Exclusion {
    /// One for all exclusions of a kind: what groups are made by, in the order they are shown.
    pub fn kind(&self) -> u8 {
        match self {
            Exclusion::Tied => 0,
            Exclusion::Full(_) => 1,
            Exclusion::Paused(_) => 2,
            Exclusion::AtOnce(_) | Exclusion::AMonth(_) => 3,
            Exclusion::Zone(_) => 4,
            Exclusion::HomeZone => 5,
            Exclusion::Ages(_) => 6,
            Exclusion::Public(_) => 7,
            Exclusion::NoWheelchair => 8,
            Exclusion::Outside => 9,
            Exclusion::Over => 10,
        }
    }
}
