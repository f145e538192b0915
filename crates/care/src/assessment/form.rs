//! The assessment's form: as typed, and read into an [`Assessment`].

use std::collections::BTreeSet;

use directory::vocabulary::{Coded, Language, Topic, topics};
use kernel::text::{TextError, optional};
use platform::web::form::Problems;
use serde::Deserialize;

use super::labels::LANGUAGES;
use super::model::{Assessment, FURTHEST_KM, LONGEST_WORDS, Reach, Slot};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AssessmentForm {
    pub(super) once: String,
    /// The version it was filled in from; `0` before the first.
    pub(super) version: String,
    pub(super) matters: String,
    pub(super) strengths: String,
    pub(super) obstacles: String,
    pub(super) needs: Vec<String>,
    pub(super) levers: Vec<String>,
    pub(super) topics: Vec<String>,
    pub(super) constraints: Vec<String>,
    pub(super) languages: Vec<String>,
    pub(super) times: Vec<String>,
    pub(super) reach_km: String,
    pub(super) reach_by: String,
    pub(super) digital_ease: String,
    pub(super) priority_area: String,
}

impl AssessmentForm {
    pub(super) fn showing(assessment: &Assessment, version: i64) -> AssessmentForm {
        let a = assessment;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        AssessmentForm {
            once: String::new(),
            version: version.to_string(),
            matters: text(&a.matters),
            strengths: text(&a.strengths),
            obstacles: text(&a.obstacles),
            needs: a.needs.iter().map(|need| need.code().to_owned()).collect(),
            levers: a.levers.iter().map(|lever| lever.code().to_owned()).collect(),
            topics: a.topics.iter().map(|topic| topic.as_str().to_owned()).collect(),
            constraints: a.constraints.iter().map(|constraint| constraint.code().to_owned()).collect(),
            languages: a.languages.iter().map(|language| language.as_str().to_owned()).collect(),
            times: a.times.iter().map(|slot| slot.code()).collect(),
            reach_km: a.reach.km.map(|km| km.to_string()).unwrap_or_default(),
            reach_by: chosen(a.reach.by),
            digital_ease: chosen(a.digital_ease),
            priority_area: chosen(a.priority_area),
        }
    }

    /// What was typed, when all of it can be kept.
    pub(super) fn read(&self, w: &Words, problems: &mut Problems) -> Option<Assessment> {
        let matters = words("matters", &self.matters, w, problems);
        let strengths = words("strengths", &self.strengths, w, problems);
        let obstacles = words("obstacles", &self.obstacles, w, problems);
        let assessment = Assessment {
            matters,
            strengths,
            obstacles,
            needs: ticked("needs", &self.needs, Coded::from_code, w, problems),
            levers: ticked("levers", &self.levers, Coded::from_code, w, problems),
            topics: ticked("topics", &self.topics, offered_topic, w, problems),
            constraints: ticked("constraints", &self.constraints, Coded::from_code, w, problems),
            languages: ticked("languages", &self.languages, offered_language, w, problems),
            times: ticked("times", &self.times, Slot::from_code, w, problems),
            reach: Reach { km: self.km(w, problems), by: picked("reach_by", &self.reach_by, w, problems) },
            digital_ease: picked("digital_ease", &self.digital_ease, w, problems),
            priority_area: picked("priority_area", &self.priority_area, w, problems),
        };
        if problems.is_empty() && assessment.is_empty() {
            problems.add("matters", w.assess_nothing());
        }
        problems.is_empty().then_some(assessment)
    }

    /// An unreadable version is none that was ever stored.
    pub(super) fn version(&self) -> i64 {
        self.version.parse().unwrap_or(-1)
    }

    fn km(&self, w: &Words, problems: &mut Problems) -> Option<u8> {
        let typed = self.reach_km.trim();
        if typed.is_empty() {
            return None;
        }
        let km = typed.parse::<u8>().ok().filter(|km| (1..=FURTHEST_KM).contains(km)).ok_or(());
        problems.keep("reach_km", km, |()| w.assess_km_bad(i64::from(FURTHEST_KM)))
    }
}

fn chosen<T: Coded>(one: Option<T>) -> String {
    one.map(Coded::code).unwrap_or_default().to_owned()
}

/// One of a list, or nothing where the person did not say.
fn picked<T: Coded>(field: &'static str, typed: &str, w: &Words, problems: &mut Problems) -> Option<T> {
    if typed.is_empty() {
        return None;
    }
    problems.keep(field, T::from_code(typed).ok_or(()), |()| w.choice_unknown())
}

fn words(field: &'static str, typed: &str, w: &Words, problems: &mut Problems) -> Option<String> {
    let too_long = |_: TextError| w.text_too_long(i64::try_from(LONGEST_WORDS).unwrap_or_default());
    problems.keep(field, optional(typed, LONGEST_WORDS), too_long).flatten()
}

fn ticked<T: Ord>(
    field: &'static str,
    typed: &[String],
    read: impl Fn(&str) -> Option<T>,
    w: &Words,
    problems: &mut Problems,
) -> BTreeSet<T> {
    let all: Option<BTreeSet<T>> = typed.iter().map(|code| read(code)).collect();
    problems.keep(field, all.ok_or(()), |()| w.choice_unknown()).unwrap_or_default()
}

fn offered_topic(code: &str) -> Option<Topic> {
    topics().iter().find(|topic| topic.code.as_str() == code).map(|topic| topic.code.clone())
}

fn offered_language(code: &str) -> Option<Language> {
    LANGUAGES.contains(&code).then(|| Language::parse(code)).flatten()
}
