//! What came of looking at somebody for a study.

use platform::web::may::{May, RunCaseload};
use platform::web::page::Answer;
use platform::web::{Form, Nope, Path, Problems, once};
use serde::Deserialize;

use super::notes::Typed as Note;
use super::{File, Which, show};
use crate::act::Acting;
use crate::study::acts::entering::{self, Look, Refused};
use crate::study::model::Protocol;
use crate::words::{Words, words};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    once: String,
    /// Of the protocol that was read aloud.
    version: String,
    /// Codes of the criteria that hold.
    pub(super) holds: Vec<String>,
    pub(super) arm: String,
    pub(super) answer: String,
}

pub(super) async fn keep(
    may: May<RunCaseload>,
    Path(which): Path<Which>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (acting, w) = (Acting::by(&may), words(may.lang));
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let file = File::take(&mut tx, &may, which).await?;
    if !file.case.is_open() {
        return Err(Nope::NotFound);
    }
    let mut problems = Problems::default();
    if typed.version != file.study.version.to_string() {
        problems.add("answer", w.study_protocol_changed());
    }
    let said = typed.read(&file.study.protocol, w, &mut problems);
    let Some(said) = said.filter(|_| problems.is_empty()) else {
        drop(tx);
        return show::again(&may, which, (typed, Note::default()), problems).await;
    };
    let address = file.address();
    match entering::look(&mut tx, &acting, (&file.study, &file.case), said).await? {
        Ok(()) => once::commit(tx, &typed.once, Some(may.id()), &address, acting.now).await,
        Err(refused) => {
            drop(tx);
            match refused {
                Refused::NotOpen => problems.add("answer", w.study_not_enrolling()),
                Refused::Already => problems.add("answer", w.study_already()),
                Refused::NoArm => problems.add("arm", w.study_arm_needed()),
            }
            show::again(&may, which, (typed, Note::default()), problems).await
        }
    }
}

impl Typed {
    /// Whoever agreed meets every criterion; who does not meet one is not asked.
    fn read(&self, protocol: &Protocol, w: &Words, problems: &mut Problems) -> Option<Look> {
        let failed: Vec<String> = protocol
            .criteria()
            .filter(|one| self.holds.contains(&one.code) != one.is_inclusion())
            .map(|one| one.code.clone())
            .collect();
        match self.answer.as_str() {
            "not_eligible" if failed.is_empty() => {
                problems.add("answer", w.study_look_which());
                None
            }
            "not_eligible" => Some(Look::NotEligible(failed)),
            "agreed" | "declined" if !failed.is_empty() => {
                problems.add("answer", w.study_look_does_not_fit());
                None
            }
            "agreed" => Some(Look::Agreed { arm: Some(self.arm.clone()).filter(|arm| !arm.is_empty()) }),
            "declined" => Some(Look::Declined),
            _ => {
                problems.add("answer", w.study_look_needed());
                None
            }
        }
    }
}
