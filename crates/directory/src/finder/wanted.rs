use kernel::Lang;

use super::facet::{Access, Family};
use crate::vocabulary::{Coded, Cost, WelcomeMode};
use crate::words::words;

/// A box to tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    Free,
    Room,
    OpenNow,
    Wheelchair,
    HearingLoop,
    Pickup,
    Accompanied,
    Remote,
}

impl Wanted {
    pub(crate) const ALL: [Wanted; 8] = [
        Wanted::Free,
        Wanted::OpenNow,
        Wanted::Room,
        Wanted::Wheelchair,
        Wanted::HearingLoop,
        Wanted::Pickup,
        Wanted::Accompanied,
        Wanted::Remote,
    ];

    pub(super) fn from_code(code: &str) -> Option<Wanted> {
        Wanted::ALL.into_iter().find(|wanted| wanted.code() == code)
    }

    pub(crate) fn code(self) -> &'static str {
        match self {
            Wanted::Free => "gratuit",
            Wanted::Room => "places",
            Wanted::OpenNow => "ouvert",
            Wanted::Wheelchair => "fauteuil",
            Wanted::HearingLoop => "boucle",
            Wanted::Pickup => "navette",
            Wanted::Accompanied => "accueil",
            Wanted::Remote => "distance",
        }
    }

    pub(crate) fn access(self) -> Option<Access> {
        match self {
            Wanted::Wheelchair => Some(Access::Wheelchair),
            Wanted::HearingLoop => Some(Access::HearingLoop),
            Wanted::Pickup => Some(Access::Pickup),
            Wanted::Accompanied => Some(Access::AccompaniedFirstTime),
            Wanted::Free | Wanted::Room | Wanted::OpenNow | Wanted::Remote => None,
        }
    }

    /// What it is counted by; what depends on the day is not counted.
    pub(super) fn counted_by(self) -> Option<(Family, &'static str)> {
        match self {
            Wanted::Free => Some((Family::Cost, Cost::Free.code())),
            Wanted::Remote => Some((Family::WelcomeMode, WelcomeMode::Remote.code())),
            Wanted::Room | Wanted::OpenNow => None,
            Wanted::Wheelchair | Wanted::HearingLoop | Wanted::Pickup | Wanted::Accompanied => {
                self.access().map(|access| (Family::Access, access.code()))
            }
        }
    }

    pub(crate) fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Wanted::Free => w.finder_free(),
            Wanted::Room => w.finder_with_room(),
            Wanted::OpenNow => w.finder_open_now(),
            Wanted::Wheelchair => w.finder_wheelchair(),
            Wanted::HearingLoop => w.finder_hearing_loop(),
            Wanted::Pickup => w.finder_pickup(),
            Wanted::Accompanied => w.finder_accompanied(),
            Wanted::Remote => w.finder_remote(),
        }
    }
}
