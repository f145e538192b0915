//! Participants with their time points: which of their answers count, and where each point stands.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::clock::in_france;
use kernel::id::{AccountId, PersonId};
use platform::db::{DbError, Tx};

use super::model::{Candidate, Protocol, Study};
use super::rules::calendar::Standing;
use super::rules::counting::{Answered, Visit, visits};
use super::sql;
use crate::screening::{self, Measure};

/// Somebody in a study.
#[derive(Clone, Debug)]
pub(super) struct Participant {
    pub(super) candidate: Candidate,
    /// None once no code leads to them.
    pub(super) code: Option<String>,
    pub(super) enrolled_on: Date,
    /// Nothing is asked from that day on.
    pub(super) until: Option<Date>,
    /// Those of the study's questionnaires that can be read.
    pub(super) measures: Vec<Measure>,
    pub(super) visits: Vec<Visit>,
}

/// Everybody who is in a study, or was, in the order they entered.
pub(super) async fn of_study(tx: &mut Tx, study: &Study) -> Result<Vec<Participant>, DbError> {
    let candidates = sql::candidates::of_study(tx, study.id).await?;
    let measures = screening::measures_of_study(tx, study.id, None).await?;
    of(tx, study, candidates, measures).await
}

/// Those of them whom somebody accompanies, or did last: a study goes on asking once the support has ended.
pub(super) async fn of_worker(
    tx: &mut Tx,
    study: &Study,
    worker: AccountId,
) -> Result<Vec<Participant>, DbError> {
    let candidates = sql::candidates::of_worker(tx, study.id, worker).await?;
    if candidates.is_empty() {
        return Ok(Vec::new());
    }
    let measures = screening::measures_of_study(tx, study.id, Some(worker)).await?;
    of(tx, study, candidates, measures).await
}

async fn of(
    tx: &mut Tx,
    study: &Study,
    candidates: Vec<Candidate>,
    mut measures: BTreeMap<PersonId, Vec<Measure>>,
) -> Result<Vec<Participant>, DbError> {
    let mut codes = sql::pseudonyms::of_study(tx, study.id).await?;
    let participant = |candidate: Candidate| {
        let code = codes.remove(&candidate.id);
        let own = measures.remove(&candidate.person).unwrap_or_default();
        Participant::of(study, candidate, code, own)
    };
    Ok(candidates.into_iter().filter_map(participant).collect())
}

/// One of them; none for somebody who never entered.
pub(super) async fn one(
    tx: &mut Tx,
    study: &Study,
    candidate: Candidate,
) -> Result<Option<Participant>, DbError> {
    let code = sql::pseudonyms::of(tx, candidate.id).await?;
    let measures = screening::measures_of_person(tx, candidate.person).await?;
    Ok(Participant::of(study, candidate, code, measures))
}

impl Participant {
    fn of(
        study: &Study,
        candidate: Candidate,
        code: Option<String>,
        measures: Vec<Measure>,
    ) -> Option<Participant> {
        let enrolled_on = candidate.enrolment()?.on;
        let until = until(study, &candidate);
        let measures: Vec<Measure> =
            measures.into_iter().filter(|measure| is_asked(&study.protocol, measure)).collect();
        let answered: Vec<Answered> = measures.iter().filter_map(answered).collect();
        let asked = (study.protocol.points.as_slice(), study.protocol.instruments.as_slice());
        let visits = visits(asked, enrolled_on, until, &answered);
        Some(Participant { candidate, code, enrolled_on, until, measures, visits })
    }

    pub(super) fn answered(&self) -> Vec<Answered> {
        self.measures.iter().filter_map(answered).collect()
    }

    pub(super) fn standing(&self, visit: &Visit, today: Date) -> Standing {
        visit.standing(today, self.until)
    }

    /// The answers that count for a time point, by the study's questionnaires in their order.
    pub(super) fn counted<'p>(&'p self, visit: &'p Visit) -> impl Iterator<Item = Option<&'p Measure>> {
        visit.counted.iter().map(|index| index.and_then(|index| self.measures.get(index)))
    }

    /// The time points somebody is to be asked for now.
    pub(super) fn to_do(&self, today: Date) -> impl Iterator<Item = (&Visit, Standing)> {
        let standing = move |visit| (visit, self.standing(visit, today));
        self.visits.iter().map(standing).filter(|(_, standing)| standing.is_to_do())
    }

    /// Nothing was answered for the last time point that closed, and they have not said that they leave.
    pub(super) fn is_lost(&self, today: Date) -> bool {
        let closed = self.visits.iter().rev().map(|visit| self.standing(visit, today));
        let last = closed
            .into_iter()
            .find(|standing| matches!(standing, Standing::Done | Standing::Partly | Standing::Missed));
        self.candidate.takes_part() && last == Some(Standing::Missed)
    }

    /// Whether there is anything to analyse: answers that may be used, to more than the baseline if more is asked.
    pub(super) fn is_analysed(&self, today: Date) -> bool {
        let is_follow_up = |visit: &&Visit| self.visits.len() == 1 || !visit.point.is_baseline();
        let mut followed = self.visits.iter().filter(is_follow_up);
        self.candidate.may_be_analysed() && followed.any(|visit| self.standing(visit, today).was_answered())
    }
}

fn is_asked(protocol: &Protocol, measure: &Measure) -> bool {
    measure.filled.is_some() && protocol.instruments.iter().any(|asked| asked.code == measure.instrument)
}

fn answered(measure: &Measure) -> Option<Answered> {
    let filled = measure.filled.as_ref()?;
    Some(Answered {
        instrument: measure.instrument.clone(),
        on: measure.held_on,
        is_whole: filled.is_complete(),
    })
}

fn until(study: &Study, candidate: &Candidate) -> Option<Date> {
    let ended = study.stage.ended_at().map(|moment| in_france(moment).date());
    candidate.withdrawal().map(|withdrawal| withdrawal.on).into_iter().chain(ended).min()
}
