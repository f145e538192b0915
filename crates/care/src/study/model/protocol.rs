//! What a study does.

use serde::{Deserialize, Serialize};

/// A form on one page has room for so many.
pub(crate) const MOST_POINTS: usize = 6;
/// Letters from A on.
pub(crate) const MOST_ARMS: usize = 6;

/// As its people wrote it, kept as one text for each version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Protocol {
    pub(crate) name: String,
    /// In plain words: the person hears them.
    pub(crate) purpose: String,
    /// The institution that answers for it.
    pub(crate) responsible: String,
    /// Whom to ask about it, and how.
    pub(crate) contact: String,
    /// Of an ethics committee or an authority, as they gave it.
    pub(crate) reference: Option<String>,
    /// What the person hears before they answer.
    pub(crate) information: String,
    /// The sentence they agree to, what becomes of their answers if they leave among it.
    pub(crate) consent: String,
    pub(crate) design: Design,
    pub(crate) instruments: Vec<Asked>,
    /// In order; the first is the baseline, at month zero.
    pub(crate) points: Vec<Point>,
    pub(crate) inclusion: Vec<Criterion>,
    pub(crate) exclusion: Vec<Criterion>,
    /// How many months its persons' rows are kept after its end.
    pub(crate) keep_months: i64,
}

/// Whether persons are told apart by what they are given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Design {
    OneGroup,
    Arms { arms: Vec<Arm>, allocation: Allocation },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Arm {
    /// `A`, `B`…
    pub(crate) code: String,
    pub(crate) name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Allocation {
    /// By whoever enrols: the study is not randomised.
    Chosen,
    /// By permuted blocks at each team: in a block of four with two arms, each is given twice.
    Random { blocks: Vec<usize> },
}

/// A questionnaire of it, as the teams have it that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Asked {
    pub(crate) code: String,
    pub(crate) version: String,
}

/// When questions are put.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Point {
    /// After enrolment; zero is the baseline.
    pub(crate) months: i32,
    /// Days of its window before and after the day it is due.
    pub(crate) before: i32,
    pub(crate) after: i32,
}

/// A sentence to tick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Criterion {
    /// `i1` for the first to be met, `e1` for the first that excludes.
    pub(crate) code: String,
    pub(crate) text: String,
}

impl Protocol {
    pub(crate) fn arms(&self) -> &[Arm] {
        match &self.design {
            Design::OneGroup => &[],
            Design::Arms { arms, .. } => arms,
        }
    }

    pub(crate) fn arm(&self, code: &str) -> Option<&Arm> {
        self.arms().iter().find(|arm| arm.code == code)
    }

    pub(crate) fn point(&self, code: &str) -> Option<&Point> {
        self.points.iter().find(|point| point.code() == code)
    }

    /// Those to be met, then those that exclude.
    pub(crate) fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.inclusion.iter().chain(&self.exclusion)
    }

    /// Whether a change of it changes what the study means, so that it needs a reason.
    pub(crate) fn means_the_same_as(&self, other: &Protocol) -> bool {
        let meaning = |of: &Protocol| Protocol {
            name: String::new(),
            contact: String::new(),
            reference: None,
            ..of.clone()
        };
        meaning(self) == meaning(other)
    }
}

impl Point {
    /// « t0 », « t3 »: the month of it.
    pub(crate) fn code(&self) -> String {
        format!("t{}", self.months)
    }

    pub(crate) fn is_baseline(&self) -> bool {
        self.months == 0
    }

    /// What most cohorts do.
    pub(crate) fn usual() -> Vec<Point> {
        let point = |months, before, after| Point { months, before, after };
        vec![point(0, 30, 0), point(3, 14, 14), point(6, 21, 21), point(12, 30, 30)]
    }
}

impl Criterion {
    pub(crate) fn is_inclusion(&self) -> bool {
        self.code.starts_with('i')
    }
}
