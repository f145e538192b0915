//! Reasons and limits as somebody would say them, in either language.

use directory::resource::said;
use directory::vocabulary::{Lever, Topic, Transport};
use kernel::Lang;
use platform::web::dates;

use super::model::{Distance, Home, Match, Term};
use super::reasons::{Exclusion, Reason};
use crate::assessment::model::Need;
use crate::words::{Words, words};

/// Nearer than that, a place is « à deux pas », then « tout près ».
const VERY_NEAR_KM: f64 = 0.5;
const CLOSE_KM: f64 = 1.2;

/// One reason in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub text: String,
    pub points: f64,
}

impl Line {
    pub fn is_against(&self) -> bool {
        self.points < 0.0
    }
}

impl Match {
    /// What weighs most first, as said to somebody who lives there.
    pub fn lines(&self, home: &Home, lang: Lang) -> Vec<Line> {
        self.terms.iter().map(|term| term.line(home, lang)).collect()
    }
}

impl Term {
    pub fn line(&self, home: &Home, lang: Lang) -> Line {
        Line { text: self.reason.say(home, lang), points: self.points }
    }
}

impl Reason {
    /// One line, without a full stop.
    pub fn say(&self, home: &Home, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Reason::Near(distance) => near(*distance, home, lang),
            Reason::AtHome => w.match_comes_home(),
            Reason::FromHome => w.match_done_remotely(),
            Reason::Fetched { needed: true } => w.match_fetched_needed(),
            Reason::Fetched { needed: false } => w.match_fetched(),
            Reason::NotFetched => w.match_not_fetched(),
            Reason::Transit(transport) => transit(*transport, w),
            Reason::NoTransit => w.match_no_transit(),
            Reason::WhenFree(slot) => w.match_when_free(slot.label(w)),
            Reason::NotWhenFree => w.match_not_when_free(),
            Reason::EveningOrWeekend => w.match_evening(),
            Reason::NotEveningOrWeekend => w.match_not_evening(),
            Reason::Lever { lever, is_main: true } => main_lever(*lever, w),
            Reason::Lever { lever, is_main: false } => other_lever(*lever, w),
            Reason::Topics(topics) => w.match_topics(listed(topics, |topic| Topic::label(topic, lang))),
            Reason::Needs(needs) => w.match_needs(listed(needs, |need| self::need(*need, w))),
            Reason::Free { needed: true } => w.match_free_needed(),
            Reason::Free { needed: false } => w.match_free(),
            Reason::Paid { needed: true } => w.match_paid_needed(),
            Reason::Paid { needed: false } => w.match_paid(),
            Reason::CostUnknown => w.match_cost_unknown(),
            Reason::SmallGroup(Some(size)) => w.match_small_group(*size),
            Reason::SmallGroup(None) => w.match_face_to_face(),
            Reason::LargeGroup(size) => w.match_large_group(*size),
            Reason::Wheelchair => w.match_wheelchair(),
            Reason::WheelchairPartly => w.match_wheelchair_partly(),
            Reason::WheelchairUnknown => w.match_wheelchair_unknown(),
            Reason::HearingLoop => w.match_hearing_loop(),
            Reason::NoHearingLoop => w.match_no_hearing_loop(),
            Reason::HearingLoopUnknown => w.match_hearing_loop_unknown(),
            Reason::Accompanied { .. } => w.match_accompanied(),
            Reason::NotAccompanied => w.match_not_accompanied(),
            Reason::Spoken(language) => w.match_spoken(language.label(lang)),
            Reason::NotSpoken => w.match_not_spoken(),
            Reason::Verified { months } => w.match_verified(*months),
            Reason::Stale { months } => w.match_stale((months / 12).max(1)),
            Reason::Doubted => w.match_doubted(),
            Reason::WaitingList => w.match_waiting_list(),
            Reason::FullToConfirm(said_on) => w.match_full_to_confirm(dates::plain(*said_on, lang)),
            Reason::Places(places) => w.match_places(*places),
            Reason::Load(load) => w.match_load(*load),
            Reason::NoEmail => w.match_no_email(),
            Reason::Tried => w.match_tried(),
            Reason::PublicToCheck(publics) => {
                w.match_public_to_check(listed(publics, |public| inside(&public.label(lang))))
            }
        }
    }
}

impl Exclusion {
    pub fn say(&self, home: &Home, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Exclusion::Tied => w.match_out_tied(),
            Exclusion::Full(Some(until)) => w.match_out_full_until(dates::plain(*until, lang)),
            Exclusion::Full(None) => w.match_out_full(),
            Exclusion::Paused(until) => w.match_out_paused(dates::plain(*until, lang)),
            Exclusion::AtOnce(most) => w.match_out_at_once(*most),
            Exclusion::AMonth(most) => w.match_out_a_month(*most),
            Exclusion::Zone(zones) => w.match_out_zone(said::zones(zones).join(", ")),
            Exclusion::HomeZone => w.match_out_home_zone(home.name.as_str()),
            Exclusion::Ages(ages) => w.match_out_ages(said::ages(*ages, lang).unwrap_or_default()),
            Exclusion::Public(publics) => {
                w.match_out_public(listed(publics, |public| inside(&public.label(lang))))
            }
            Exclusion::NoWheelchair => w.match_out_wheelchair(),
            Exclusion::Outside => w.match_out_outside(),
            Exclusion::Over => w.match_out_over(),
        }
    }

    /// What the resources it sets aside have in common.
    pub(super) fn heading(&self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Exclusion::Tied => w.match_outs_tied(),
            Exclusion::Full(_) => w.match_outs_full(),
            Exclusion::Paused(_) => w.match_outs_paused(),
            Exclusion::AtOnce(_) | Exclusion::AMonth(_) => w.match_outs_limit(),
            Exclusion::Zone(_) => w.match_outs_zone(),
            Exclusion::HomeZone => w.match_outs_home_zone(),
            Exclusion::Ages(_) => w.match_outs_ages(),
            Exclusion::Public(_) => w.match_outs_public(),
            Exclusion::NoWheelchair => w.match_outs_wheelchair(),
            Exclusion::Outside => w.match_outs_outside(),
            Exclusion::Over => w.match_outs_over(),
        }
    }
}

fn near(distance: Distance, home: &Home, lang: Lang) -> String {
    let w = words(lang);
    let name = home.name.as_str();
    let said = said::distance(distance.km, lang);
    match distance {
        Distance { is_approximate: true, .. } => w.match_near_about(said, name),
        Distance { km, .. } if km <= VERY_NEAR_KM => w.match_near_very(name),
        Distance { km, .. } if km <= CLOSE_KM => w.match_near_close(name),
        Distance { .. } => w.match_near_km(said, name),
    }
}

fn transit(transport: Transport, w: &Words) -> String {
    match transport {
        Transport::Bus => w.match_bus(),
        Transport::Tram => w.match_tram(),
        Transport::Metro => w.match_metro(),
        Transport::Train => w.match_train(),
        Transport::None => w.match_no_transit(),
        Transport::Pickup => w.match_fetched(),
    }
}

fn main_lever(lever: Lever, w: &Words) -> String {
    match lever {
        Lever::Listen => w.match_lever_listen(),
        Lever::Gather => w.match_lever_gather(),
        Lever::ReachOut => w.match_lever_reach_out(),
        Lever::Support => w.match_lever_support(),
        Lever::TakePart => w.match_lever_take_part(),
    }
}

fn other_lever(lever: Lever, w: &Words) -> String {
    match lever {
        Lever::Listen => w.match_lever_also_listen(),
        Lever::Gather => w.match_lever_also_gather(),
        Lever::ReachOut => w.match_lever_also_reach_out(),
        Lever::Support => w.match_lever_also_support(),
        Lever::TakePart => w.match_lever_also_take_part(),
    }
}

fn need(need: Need, w: &Words) -> String {
    match need {
        Need::Ties => w.match_need_ties(),
        Need::Mobility => w.match_need_mobility(),
        Need::Housing => w.match_need_housing(),
        Need::Rights => w.match_need_rights(),
        Need::Money => w.match_need_money(),
        Need::Health => w.match_need_health(),
        Need::Caring => w.match_need_caring(),
        Need::Digital => w.match_need_digital(),
        Need::Language => w.match_need_language(),
        Need::Work => w.match_need_work(),
    }
}

/// A label as it reads inside a sentence: « Jeunes » is « jeunes », « QPV » stays.
pub(super) fn inside(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

fn listed<'a, T: 'a, S: Into<String>>(
    things: impl IntoIterator<Item = &'a T>,
    name: impl Fn(&'a T) -> S,
) -> String {
    let names: Vec<String> = things.into_iter().map(|thing| name(thing).into()).collect();
    names.join(", ")
}
