//! The parts as they are read: what the program knows, then what the team says.

use kernel::coded::Coded;

use super::model::{Content, Part};
use crate::figures::OF_THE_CODE;
use crate::lacks;
use crate::lines::lines;
use crate::measures::{Measure, Risk};
use crate::register::{Register, Sheet};
use crate::spoken;
use crate::words::Words;

/// One part.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub(super) code: &'static str,
    pub(super) title: String,
    pub(super) known: Vec<Known>,
    pub(super) measures: Vec<Measure>,
    /// Gravity and likelihood, as the team judges them.
    pub(super) levels: Vec<(String, Option<String>)>,
    /// What the team adds.
    pub(super) added: Option<String>,
}

/// Sentences under a title.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) title: String,
    pub(super) items: Vec<String>,
}

pub(super) fn all(register: &Register, content: &Content, w: &Words) -> Vec<Shown> {
    Part::all().map(|part| shown(part, register, content, w)).collect()
}

fn shown(part: Part, register: &Register, content: &Content, w: &Words) -> Shown {
    let of_part = |risk: Risk| register.measures.iter().filter(move |measure| measure.against == risk);
    let measures = match part {
        Part::Access => of_part(Risk::Access).cloned().collect(),
        Part::Change => of_part(Risk::Change).cloned().collect(),
        Part::Loss => of_part(Risk::Loss).cloned().collect(),
        Part::Context | Part::Necessity | Part::Rights | Part::Opinions | Part::Decision => Vec::new(),
    };
    let level = |scale| content.levels.get(scale).map(|level| level.label(w));
    Shown {
        code: part.code(),
        title: part.title(w),
        known: known(part, register, w),
        measures,
        levels: part.scales().iter().map(|scale| (scale.label(w), level(scale))).collect(),
        added: content.words.get(&part).cloned(),
    }
}

fn known(part: Part, register: &Register, w: &Words) -> Vec<Known> {
    let one = |title: String, items: Vec<String>| Known { title, items };
    let support = register.sheets.first();
    let of = |pick: fn(&Sheet) -> &Vec<String>| support.map(|sheet| pick(sheet).clone()).unwrap_or_default();
    match part {
        Part::Context => vec![
            one(w.impact_what(), lines(&w.impact_what_text())),
            one(w.sheet_purposes(), of(|sheet| &sheet.purposes)),
            one(w.sheet_data(), data(support)),
            one(w.impact_where(), machines(register, w)),
        ],
        Part::Necessity => vec![
            one(w.sheet_basis(), of(|sheet| &sheet.legal_basis)),
            one(w.impact_sparing(), lines(&w.impact_sparing_text())),
            one(w.sheet_retention(), of(|sheet| &sheet.retention)),
        ],
        Part::Rights => {
            let kept = spoken::months(OF_THE_CODE.person, w);
            vec![one(w.impact_rights_how(), lines(&w.impact_rights_text(kept)))]
        }
        Part::Access => risk(&w.impact_access_sources(), &w.impact_access_harm(), w),
        Part::Change => risk(&w.impact_change_sources(), &w.impact_change_harm(), w),
        Part::Loss => risk(&w.impact_loss_sources(), &w.impact_loss_harm(), w),
        Part::Opinions => Vec::new(),
        Part::Decision => vec![one(w.impact_lacks(), lacks::all(w))],
    }
}

/// The kinds of data of the first sheet, without their columns: those are in the register.
fn data(support: Option<&Sheet>) -> Vec<String> {
    support.map(|sheet| sheet.data.iter().map(|data| data.what.clone()).collect()).unwrap_or_default()
}

fn machines(register: &Register, w: &Words) -> Vec<String> {
    if register.outside_machines.is_empty() {
        return vec![w.impact_one_machine()];
    }
    let others = register.outside_machines.iter();
    others.map(|one| w.outside_one(one.what.as_str(), one.host.as_str())).collect()
}

fn risk(sources: &str, harm: &str, w: &Words) -> Vec<Known> {
    vec![
        Known { title: w.impact_sources(), items: lines(sources) },
        Known { title: w.impact_harm(), items: lines(harm) },
    ]
}
