//! What a refusal says, kept beside the answer until a page can be drawn around it.

use axum::http::{HeaderValue, StatusCode};

use crate::words::Words;

#[derive(Clone, Copy, Debug)]
pub(super) enum Told {
    NotFound,
    AlteredLink,
    ExpiredLink,
    Unreadable,
    WrongDay,
    TooLarge,
    TooLong,
    TooFast,
    CrossSite,
    Changed,
    Slow,
    /// Too many ask at once.
    Crowded,
    /// The store cannot be reached for the moment.
    Away,
    /// The store has no room left.
    Full,
    Broken,
}

impl Told {
    /// Of an answer of the router or a layer that has no page of its own.
    pub(super) fn of_status(status: StatusCode) -> Option<Told> {
        Some(match status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Told::NotFound,
            StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE => Told::Unreadable,
            StatusCode::PAYLOAD_TOO_LARGE => Told::TooLarge,
            StatusCode::TOO_MANY_REQUESTS => Told::TooFast,
            StatusCode::FORBIDDEN => Told::CrossSite,
            StatusCode::INTERNAL_SERVER_ERROR => Told::Broken,
            StatusCode::SERVICE_UNAVAILABLE => Told::Slow,
            _ => return None,
        })
    }

    /// Of what failed on our side.
    pub(super) fn of_failure(status: StatusCode) -> Told {
        match status {
            StatusCode::SERVICE_UNAVAILABLE => Told::Away,
            StatusCode::INSUFFICIENT_STORAGE => Told::Full,
            _ => Told::Broken,
        }
    }

    /// Seconds after which to ask again, where asking again may help.
    pub(super) fn again_after(self) -> Option<HeaderValue> {
        match self {
            Told::TooFast => Some(HeaderValue::from_static("1")),
            Told::Crowded => Some(HeaderValue::from_static("3")),
            Told::Slow | Told::Away => Some(HeaderValue::from_static("10")),
            Told::NotFound
            | Told::AlteredLink
            | Told::ExpiredLink
            | Told::Unreadable
            | Told::WrongDay
            | Told::TooLarge
            | Told::TooLong
            | Told::CrossSite
            | Told::Changed
            | Told::Full
            | Told::Broken => None,
        }
    }

    pub(super) fn title(self, w: &Words) -> String {
        match self {
            Told::NotFound => w.nope_not_found_title(),
            Told::AlteredLink => w.nope_altered_link_title(),
            Told::ExpiredLink => w.nope_expired_link_title(),
            Told::Unreadable => w.nope_unreadable_title(),
            Told::WrongDay => w.nope_wrong_day_title(),
            Told::TooLarge => w.nope_too_large_title(),
            Told::TooLong => w.nope_too_long_title(),
            Told::TooFast => w.nope_too_fast_title(),
            Told::CrossSite => w.nope_cross_site_title(),
            Told::Changed => w.nope_changed_title(),
            Told::Slow => w.nope_slow_title(),
            Told::Crowded => w.nope_crowded_title(),
            Told::Away => w.nope_away_title(),
            Told::Full => w.nope_full_title(),
            Told::Broken => w.nope_broken_title(),
        }
    }

    pub(super) fn text(self, w: &Words) -> String {
        match self {
            Told::NotFound => w.nope_not_found_text(),
            Told::AlteredLink => w.nope_altered_link_text(),
            Told::ExpiredLink => w.nope_expired_link_text(),
            Told::Unreadable => w.nope_unreadable_text(),
            Told::WrongDay => w.nope_wrong_day_text(),
            Told::TooLarge => w.nope_too_large_text(),
            Told::TooLong => w.nope_too_long_text(),
            Told::TooFast => w.nope_too_fast_text(),
            Told::CrossSite => w.nope_cross_site_text(),
            Told::Changed => w.nope_changed_text(),
            Told::Slow => w.nope_slow_text(),
            Told::Crowded => w.nope_crowded_text(),
            Told::Away => w.nope_away_text(),
            Told::Full => w.nope_full_text(),
            Told::Broken => w.nope_broken_text(),
        }
    }
}
