//! An assessment in words.

use directory::vocabulary::{Coded, Language, Lever};
use jiff::civil::Weekday;
use kernel::Lang;

use super::model::{Assessment, Constraint, DigitalEase, HalfDay, Means, Need, PriorityArea, Reach, Slot};
use crate::stale::Line;
use crate::words::{Words, words};

/// What a form offers besides French: the languages most heard in the territories served, and
/// French Sign Language (ISO 639).
pub const LANGUAGES: [&str; 11] = ["ar", "en", "es", "it", "pt", "ro", "ru", "tr", "uk", "zh", "fsl"];

impl Assessment {
    /// Every line an assessment can have, in the order they are asked.
    pub(crate) fn lines(&self, lang: Lang) -> Vec<Line> {
        let w = words(lang);
        let said = |text: &Option<String>| text.clone().unwrap_or_default();
        let times = self.times.iter().map(|slot| slot.label(w));
        vec![
            Line::new(w.assess_matters(), said(&self.matters)),
            Line::new(w.assess_needs(), listed(self.needs.iter().map(|need| need.label(w)))),
            Line::new(w.assess_obstacles(), said(&self.obstacles)),
            Line::new(w.assess_strengths(), said(&self.strengths)),
            Line::new(w.assess_levers(), listed(self.levers.iter().map(|lever| lever_label(*lever, w)))),
            Line::new(
                w.assess_topics(),
                listed(self.topics.iter().map(|topic| topic.label(lang).to_owned())),
            ),
            Line::new(w.assess_constraints(), listed(self.constraints.iter().map(|one| one.label(w)))),
            Line::new(w.assess_languages(), listed(self.languages.iter().map(|one| language_label(one, w)))),
            Line::new(w.assess_times(), listed(times)),
            Line::new(w.assess_reach(), self.reach.label(w)),
            Line::new(w.assess_digital_ease(), listed(self.digital_ease.into_iter().map(|one| one.label(w)))),
            Line::new(
                w.assess_priority_area(),
                listed(self.priority_area.into_iter().map(|one| one.label(w))),
            ),
        ]
    }
}

impl Reach {
    /// « 3 km, en bus »; empty when nothing is known.
    pub fn label(self, w: &Words) -> String {
        let km = self.km.map(|km| w.assess_km(i64::from(km)));
        listed(km.into_iter().chain(self.by.map(|means| means.label(w))))
    }
}

impl Need {
    pub fn label(self, w: &Words) -> String {
        match self {
            Need::Ties => w.assess_need_ties(),
            Need::Mobility => w.assess_need_mobility(),
            Need::Housing => w.assess_need_housing(),
            Need::Rights => w.assess_need_rights(),
            Need::Money => w.assess_need_money(),
            Need::Health => w.assess_need_health(),
            Need::Caring => w.assess_need_caring(),
            Need::Digital => w.assess_need_digital(),
            Need::Language => w.assess_need_language(),
            Need::Work => w.assess_need_work(),
        }
    }
}

impl Constraint {
    pub fn label(self, w: &Words) -> String {
        match self {
            Constraint::Wheelchair => w.assess_constraint_wheelchair(),
            Constraint::HearingLoop => w.assess_constraint_hearing_loop(),
            Constraint::FreeOrNearly => w.assess_constraint_free(),
            Constraint::SmallGroup => w.assess_constraint_small_group(),
            Constraint::AccompaniedFirst => w.assess_constraint_accompanied(),
            Constraint::TransportNeeded => w.assess_constraint_transport(),
            Constraint::HomeOnly => w.assess_constraint_home_only(),
            Constraint::EveningOrWeekend => w.assess_constraint_evening_weekend(),
        }
    }
}

impl Means {
    pub fn label(self, w: &Words) -> String {
        match self {
            Means::Walking => w.assess_means_walking(),
            Means::Bus => w.assess_means_bus(),
            Means::Car => w.assess_means_car(),
        }
    }
}

impl DigitalEase {
    pub fn label(self, w: &Words) -> String {
        match self {
            DigitalEase::Alone => w.assess_digital_alone(),
            DigitalEase::Helped => w.assess_digital_helped(),
            DigitalEase::NotAtAll => w.assess_digital_none(),
        }
    }
}

impl PriorityArea {
    pub fn label(self, w: &Words) -> String {
        match self {
            PriorityArea::Yes => w.assess_priority_yes(),
            PriorityArea::No => w.assess_priority_no(),
        }
    }
}

impl Slot {
    /// « lundi matin ».
    pub fn label(self, w: &Words) -> String {
        format!("{} {}", day_label(self.day, w), self.half.label(w))
    }
}

impl HalfDay {
    pub fn label(self, w: &Words) -> String {
        match self {
            HalfDay::Morning => w.assess_half_morning(),
            HalfDay::Afternoon => w.assess_half_afternoon(),
        }
    }
}

/// « lundi ».
pub fn day_label(day: Weekday, w: &Words) -> String {
    match day {
        Weekday::Monday => w.assess_day_monday(),
        Weekday::Tuesday => w.assess_day_tuesday(),
        Weekday::Wednesday => w.assess_day_wednesday(),
        Weekday::Thursday => w.assess_day_thursday(),
        Weekday::Friday => w.assess_day_friday(),
        Weekday::Saturday => w.assess_day_saturday(),
        Weekday::Sunday => w.assess_day_sunday(),
    }
}

/// What a person would like, said with one of the five levers.
pub fn lever_label(lever: Lever, w: &Words) -> String {
    match lever {
        Lever::Listen => w.assess_wish_listen(),
        Lever::Gather => w.assess_wish_gather(),
        Lever::ReachOut => w.assess_wish_reach_out(),
        Lever::Support => w.assess_wish_support(),
        Lever::TakePart => w.assess_wish_take_part(),
    }
}

/// « arabe »; the bare code for a language that no form offers.
pub fn language_label(language: &Language, w: &Words) -> String {
    match language.as_str() {
        "ar" => w.assess_language_ar(),
        "en" => w.assess_language_en(),
        "es" => w.assess_language_es(),
        "it" => w.assess_language_it(),
        "pt" => w.assess_language_pt(),
        "ro" => w.assess_language_ro(),
        "ru" => w.assess_language_ru(),
        "tr" => w.assess_language_tr(),
        "uk" => w.assess_language_uk(),
        "zh" => w.assess_language_zh(),
        "fsl" => w.assess_language_fsl(),
        code => code.to_owned(),
    }
}

/// The lever's code and its label, in the order of the list.
pub fn levers(w: &Words) -> Vec<(&'static str, String)> {
    Lever::all().map(|lever| (lever.code(), lever_label(lever, w))).collect()
}

fn listed(labels: impl Iterator<Item = String>) -> String {
    labels.collect::<Vec<_>>().join(", ")
}
