//! What a team adds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::words::Words;

kernel::coded! {
    /// Where it adds words, in the order of the page.
    Part {
        Context = "context",
        Necessity = "necessity",
        Rights = "rights",
        Access = "access",
        Change = "change",
        Loss = "loss",
        /// Of the data-protection officer and of the persons.
        Opinions = "opinions",
        Decision = "decision",
    }
}

kernel::coded! {
    /// What is judged of each risk.
    Scale {
        AccessGravity = "access_gravity",
        AccessLikelihood = "access_likelihood",
        ChangeGravity = "change_gravity",
        ChangeLikelihood = "change_likelihood",
        LossGravity = "loss_gravity",
        LossLikelihood = "loss_likelihood",
    }
}

kernel::coded! {
    /// The four levels of the CNIL's method.
    Level {
        Negligible = "negligible",
        Limited = "limited",
        Significant = "significant",
        Maximal = "maximal",
    }
}

/// One version of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    pub words: BTreeMap<Part, String>,
    pub levels: BTreeMap<Scale, Level>,
}

impl Part {
    pub(crate) fn title(self, w: &Words) -> String {
        match self {
            Part::Context => w.impact_context(),
            Part::Necessity => w.impact_necessity(),
            Part::Rights => w.impact_rights(),
            Part::Access => w.impact_access(),
            Part::Change => w.impact_change(),
            Part::Loss => w.impact_loss(),
            Part::Opinions => w.impact_opinions(),
            Part::Decision => w.impact_decision(),
        }
    }

    pub(crate) fn hint(self, w: &Words) -> String {
        match self {
            Part::Context => w.impact_context_hint(),
            Part::Necessity => w.impact_necessity_hint(),
            Part::Rights => w.impact_rights_hint(),
            Part::Access | Part::Change | Part::Loss => w.impact_risk_hint(),
            Part::Opinions => w.impact_opinions_hint(),
            Part::Decision => w.impact_decision_hint(),
        }
    }

    /// Gravity and likelihood, for a risk.
    pub(crate) fn scales(self) -> &'static [Scale] {
        match self {
            Part::Access => &[Scale::AccessGravity, Scale::AccessLikelihood],
            Part::Change => &[Scale::ChangeGravity, Scale::ChangeLikelihood],
            Part::Loss => &[Scale::LossGravity, Scale::LossLikelihood],
            Part::Context | Part::Necessity | Part::Rights | Part::Opinions | Part::Decision => &[],
        }
    }
}

impl Scale {
    pub(crate) fn label(self, w: &Words) -> String {
        match self {
            Scale::AccessGravity | Scale::ChangeGravity | Scale::LossGravity => w.impact_gravity(),
            Scale::AccessLikelihood | Scale::ChangeLikelihood | Scale::LossLikelihood => {
                w.impact_likelihood()
            }
        }
    }
}

impl Level {
    pub(crate) fn label(self, w: &Words) -> String {
        match self {
            Level::Negligible => w.level_negligible(),
            Level::Limited => w.level_limited(),
            Level::Significant => w.level_significant(),
            Level::Maximal => w.level_maximal(),
        }
    }
}
