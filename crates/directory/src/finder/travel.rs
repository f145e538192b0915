//! How far one would go: in kilometres as the crow flies, or in minutes.
//!
//! Minutes are a plain estimate that needs no road network: a usual speed, and a detour that makes
//! the way longer than the straight line. Both are said on the page. A river without a bridge, a
//! hill, a traffic jam are not known.

use kernel::Lang;

use crate::words::words;

/// Kilometres an hour of somebody who takes their time: slower than the 5 km/h of most planners.
const WALK_KMH: f64 = 4.0;
/// Kilometres an hour by car, door to door, town and country together.
const DRIVE_KMH: f64 = 40.0;
/// How much longer the way is than the straight line.
const DETOUR: f64 = 1.3;

/// A means that minutes are counted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    OnFoot,
    ByCar,
}

impl Means {
    const ALL: [Means; 2] = [Means::OnFoot, Means::ByCar];

    fn code(self) -> &'static str {
        match self {
            Means::OnFoot => "pied",
            Means::ByCar => "voiture",
        }
    }

    pub(super) fn label(self, lang: Lang) -> String {
        match self {
            Means::OnFoot => words(lang).finder_on_foot(),
            Means::ByCar => words(lang).finder_by_car(),
        }
    }

    fn kmh(self) -> f64 {
        match self {
            Means::OnFoot => WALK_KMH,
            Means::ByCar => DRIVE_KMH,
        }
    }

    /// Straight kilometres that so many minutes lead to.
    pub fn km_in(self, minutes: u32) -> f64 {
        self.kmh() * f64::from(minutes) / 60.0 / DETOUR
    }

    /// Minutes that so many straight kilometres take.
    pub fn minutes_for(self, km: f64) -> f64 {
        km * DETOUR / self.kmh() * 60.0
    }
}

/// The farthest one would go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Travel {
    Km(u32),
    Minutes(Means, u32),
}

impl Travel {
    const KM: [u32; 6] = [1, 2, 5, 10, 20, 50];
    const MINUTES: [u32; 6] = [10, 15, 20, 30, 45, 60];
    pub(super) const USUAL: Travel = Travel::Km(10);

    pub(super) fn by_km() -> impl Iterator<Item = Travel> {
        Self::KM.into_iter().map(Travel::Km)
    }

    /// What may be chosen, means by means.
    pub(super) fn by_minutes() -> impl Iterator<Item = (Means, Vec<Travel>)> {
        let all = |means| Self::MINUTES.into_iter().map(|minutes| Travel::Minutes(means, minutes)).collect();
        Means::ALL.into_iter().map(move |means| (means, all(means)))
    }

    /// `10`, `pied-15`; `None` for what may not be chosen.
    pub(super) fn from_code(code: &str) -> Option<Travel> {
        let all = Self::by_km().chain(Self::by_minutes().flat_map(|(_, all)| all));
        all.into_iter().find(|travel| travel.code() == code)
    }

    pub(super) fn code(self) -> String {
        match self {
            Travel::Km(km) => km.to_string(),
            Travel::Minutes(means, minutes) => format!("{}-{minutes}", means.code()),
        }
    }

    /// « 10 km », « 15 min à pied ».
    pub(super) fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Travel::Km(km) => w.finder_radius_km(km),
            Travel::Minutes(Means::OnFoot, minutes) => w.finder_minutes_on_foot(minutes),
            Travel::Minutes(Means::ByCar, minutes) => w.finder_minutes_by_car(minutes),
        }
    }

    /// As the crow flies.
    pub(super) fn km(self) -> f64 {
        match self {
            Travel::Km(km) => f64::from(km),
            Travel::Minutes(means, minutes) => means.km_in(minutes),
        }
    }

    pub(super) fn means(self) -> Option<Means> {
        match self {
            Travel::Km(_) => None,
            Travel::Minutes(means, _) => Some(means),
        }
    }

    /// What an estimate rests on, to be said beside it.
    pub(super) fn assumption(self, lang: Lang) -> Option<String> {
        let means = self.means()?;
        let km = crate::resource::said::distance(self.km(), lang);
        let detour = ((DETOUR - 1.0) * 100.0).round();
        Some(words(lang).finder_assumption(self.label(lang), km, means.kmh(), detour))
    }
}

/// How long the way is, in words: « 8 min à pied ». On foot when nothing is said, and only as far
/// as many people would walk.
pub(crate) fn journey(km: f64, means: Option<Means>, lang: Lang) -> Option<String> {
    const FAR_ON_FOOT: u32 = 30;
    let chosen = means.unwrap_or(Means::OnFoot);
    let minutes = rounded(chosen.minutes_for(km));
    let is_worth_saying = means.is_some() || minutes <= FAR_ON_FOOT;
    is_worth_saying.then(|| Travel::Minutes(chosen, minutes).label(lang))
}

/// Whole minutes, at least one; a farther way is known less well.
fn rounded(minutes: f64) -> u32 {
    let step = if minutes < 20.0 { 1.0 } else { 5.0 };
    let steps = (1..=600_u32).find(|steps| f64::from(*steps) * step >= minutes - step / 2.0);
    let step: u32 = if minutes < 20.0 { 1 } else { 5 };
    steps.unwrap_or(600) * step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_and_kilometres_say_the_same_way() {
        for (means, all) in Travel::by_minutes() {
            for travel in all {
                let Travel::Minutes(_, minutes) = travel else { panic!("{travel:?}") };
                assert!((means.minutes_for(travel.km()) - f64::from(minutes)).abs() < 1e-9);
            }
        }
        assert!((Travel::Minutes(Means::OnFoot, 60).km() - 4.0 / 1.3).abs() < 1e-9);
        assert!((Travel::Minutes(Means::ByCar, 30).km() - 20.0 / 1.3).abs() < 1e-9);
    }

    #[test]
    fn a_code_leads_back_and_an_odd_one_nowhere() {
        assert_eq!(Travel::from_code("pied-15"), Some(Travel::Minutes(Means::OnFoot, 15)));
        assert_eq!(Travel::from_code("10"), Some(Travel::USUAL));
        for odd in ["", "11", "pied-", "pied-16", "avion-10", "-1"] {
            assert_eq!(Travel::from_code(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_way_is_said_on_foot_as_far_as_people_walk() {
        let said = |km, means| journey(km, means, Lang::Fr).map(|text| text.replace('\u{a0}', " "));
        assert_eq!(said(0.65, None).as_deref(), Some("13 min à pied"));
        assert_eq!(said(0.0, None).as_deref(), Some("1 min à pied"));
        assert_eq!(said(3.0, None), None);
        assert_eq!(said(3.0, Some(Means::OnFoot)).as_deref(), Some("60 min à pied"));
        assert_eq!(said(12.0, Some(Means::ByCar)).as_deref(), Some("25 min en voiture"));
    }
}
