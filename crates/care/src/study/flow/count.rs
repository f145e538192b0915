//! Counting.

use jiff::civil::Date;
use kernel::id::StudyId;
use platform::db::{DbError, Tx};

use crate::study::following::Participant;
use crate::study::model::{Candidate, Point, Protocol, State, Study};
use crate::study::rules::calendar::Standing;
use crate::study::sql;
use crate::study::sql::gone::Gone;

#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(in crate::study) struct Flow {
    pub(in crate::study) assessed: i64,
    pub(in crate::study) excluded: i64,
    /// The most frequent first; somebody may be excluded for several.
    pub(in crate::study) reasons: Vec<Reason>,
    pub(in crate::study) declined: i64,
    pub(in crate::study) enrolled: i64,
    /// One for each arm; one alone in a study of one group.
    pub(in crate::study) branches: Vec<Branch>,
}

/// A criterion as it was worded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::study) struct Reason {
    pub(in crate::study) text: String,
    pub(in crate::study) is_inclusion: bool,
    pub(in crate::study) persons: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(in crate::study) struct Branch {
    /// None in a study of one group.
    pub(in crate::study) arm: Option<String>,
    pub(in crate::study) allocated: i64,
    pub(in crate::study) followed: Vec<Followed>,
    pub(in crate::study) lost: i64,
    pub(in crate::study) withdrawn: i64,
    pub(in crate::study) analysed: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::study) struct Followed {
    pub(in crate::study) point: Point,
    /// Something was answered.
    pub(in crate::study) seen: i64,
    pub(in crate::study) missed: i64,
    /// Its window has not closed.
    pub(in crate::study) ahead: i64,
}

impl Flow {
    /// # Errors
    /// [`DbError`] of the store.
    pub(in crate::study) async fn of(
        tx: &mut Tx,
        study: &Study,
        participants: &[Participant],
        today: Date,
    ) -> Result<Flow, DbError> {
        let candidates = sql::candidates::of_study(tx, study.id).await?;
        let gone = sql::gone::of_study(tx, study.id).await?;
        let reasons = reasons(tx, study.id, &candidates).await?;
        Ok(Flow::counted(&study.protocol, &candidates, participants, &gone, today).because(reasons))
    }

    pub(super) fn counted(
        protocol: &Protocol,
        candidates: &[Candidate],
        participants: &[Participant],
        gone: &[Gone],
        today: Date,
    ) -> Flow {
        let gone_at =
            |step: &str| gone.iter().filter(|one| one.step == step).map(|one| one.persons).sum::<i64>();
        let of = |wanted: fn(&State) -> bool| count(candidates.iter().filter(|one| wanted(&one.state)));
        let excluded = of(|state| matches!(state, State::NotEligible { .. })) + gone_at("not_eligible");
        let declined = of(|state| matches!(state, State::Declined)) + gone_at("declined");
        let enrolled = count(participants.iter()) + gone_at("enrolled");
        let arms: Vec<Option<&str>> = if protocol.arms().is_empty() {
            vec![None]
        } else {
            protocol.arms().iter().map(|arm| Some(arm.code.as_str())).collect()
        };
        let branch = |arm: Option<&str>| Branch::counted(protocol, arm, participants, gone, today);
        Flow {
            assessed: excluded + declined + enrolled,
            excluded,
            reasons: Vec::new(),
            declined,
            enrolled,
            branches: arms.into_iter().map(branch).collect(),
        }
    }

    fn because(self, reasons: Vec<Reason>) -> Flow {
        Flow { reasons, ..self }
    }
}

impl Branch {
    fn counted(
        protocol: &Protocol,
        arm: Option<&str>,
        participants: &[Participant],
        gone: &[Gone],
        today: Date,
    ) -> Branch {
        let given = |one: &&Participant| {
            one.candidate
                .enrolment()
                .is_some_and(|enrolment| arm.is_none() || enrolment.arm.as_deref() == arm)
        };
        let own: Vec<&Participant> = participants.iter().filter(given).collect();
        let is_of = |one: &&Gone| one.step == "enrolled" && arm.is_none_or(|arm| one.detail == arm);
        let erased: i64 = gone.iter().filter(is_of).map(|one| one.persons).sum();
        let of = |wanted: &dyn Fn(&Participant) -> bool| count(own.iter().filter(|one| wanted(one)));
        let name = arm.and_then(|code| protocol.arm(code)).map(|arm| arm.name.clone());
        Branch {
            arm: name,
            allocated: count(own.iter()) + erased,
            followed: protocol.points.iter().map(|point| Followed::counted(point, &own, today)).collect(),
            lost: of(&|one| one.is_lost(today)),
            withdrawn: of(&|one| one.candidate.withdrawal().is_some()) + erased,
            analysed: of(&|one| one.is_analysed(today)),
        }
    }
}

impl Followed {
    fn counted(point: &Point, own: &[&Participant], today: Date) -> Followed {
        let standings: Vec<Standing> = own
            .iter()
            .filter_map(|one| {
                let visit = one.visits.iter().find(|visit| visit.point == *point)?;
                Some(one.standing(visit, today))
            })
            .collect();
        let of = |wanted: fn(Standing) -> bool| count(standings.iter().filter(|one| wanted(**one)));
        Followed {
            point: point.clone(),
            seen: of(Standing::was_answered),
            missed: of(|one| one == Standing::Missed),
            ahead: of(|one| matches!(one, Standing::Ahead | Standing::Open | Standing::Late)),
        }
    }
}

/// Each as it was worded in the version somebody was looked at by.
async fn reasons(tx: &mut Tx, study: StudyId, candidates: &[Candidate]) -> Result<Vec<Reason>, DbError> {
    let versions = sql::protocols::all(tx, study).await?;
    let mut reasons: Vec<Reason> = Vec::new();
    for candidate in candidates {
        let State::NotEligible { failed } = &candidate.state else { continue };
        let version = versions.iter().find(|version| version.number == candidate.protocol);
        let criteria = version.into_iter().flat_map(|version| version.protocol.criteria());
        for criterion in criteria.filter(|criterion| failed.contains(&criterion.code)) {
            match reasons.iter_mut().find(|reason| reason.text == criterion.text) {
                Some(reason) => reason.persons += 1,
                None => reasons.push(Reason {
                    text: criterion.text.clone(),
                    is_inclusion: criterion.is_inclusion(),
                    persons: 1,
                }),
            }
        }
    }
    reasons.sort_by(|one, other| (other.persons, &one.text).cmp(&(one.persons, &other.text)));
    Ok(reasons)
}

fn count<T>(all: impl Iterator<Item = T>) -> i64 {
    i64::try_from(all.count()).unwrap_or(i64::MAX)
}
