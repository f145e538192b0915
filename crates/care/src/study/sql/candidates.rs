//! Those who were looked at for a study.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::id::{AccountId, CandidateId, CaseId, PersonId, SiteId, StudyId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use crate::study::model::{Candidate, Enrolment, State, Withdrawal};

#[derive(FromRow)]
struct Row {
    id: Uuid,
    study_id: Uuid,
    site_id: Uuid,
    person_id: Uuid,
    case_id: Uuid,
    protocol: i64,
    result: String,
    failed: String,
    assessed_on: String,
    enrolled_on: Option<String>,
    arm: Option<String>,
    withdrawn_on: Option<String>,
    may_keep: Option<bool>,
}

/// Everybody looked at for a study, in the order they were.
pub(in crate::study) async fn of_study(tx: &mut Tx, study: StudyId) -> Result<Vec<Candidate>, DbError> {
    read(tx, (Some(study), None, None)).await
}

/// Those of a study whom somebody accompanies, or did last.
pub(in crate::study) async fn of_worker(
    tx: &mut Tx,
    study: StudyId,
    worker: AccountId,
) -> Result<Vec<Candidate>, DbError> {
    read(tx, (Some(study), None, Some(worker))).await
}

/// A person at every study.
pub(in crate::study) async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Candidate>, DbError> {
    read(tx, (None, Some(person), None)).await
}

pub(in crate::study) async fn find(
    tx: &mut Tx,
    study: StudyId,
    person: PersonId,
) -> Result<Option<Candidate>, DbError> {
    Ok(read(tx, (Some(study), Some(person), None)).await?.pop())
}

async fn read(
    tx: &mut Tx,
    (study, person, worker): (Option<StudyId>, Option<PersonId>, Option<AccountId>),
) -> Result<Vec<Candidate>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT id, study_id, site_id, person_id, case_id, protocol, result, failed, assessed_on, enrolled_on,
                    arm, withdrawn_on, may_keep
             FROM study_person WHERE ($1 IS NULL OR study_id = $1) AND ($2 IS NULL OR person_id = $2)
               AND ($3 IS NULL OR case_id IN
                    (SELECT id FROM case_file WHERE link_worker_id = $3))
             ORDER BY assessed_on, id",
            &[study.into(), person.into(), worker.into()],
        )
        .await?;
    rows.iter().map(candidate).collect()
}

/// Whether anybody ever entered a study, those since erased among them.
pub(in crate::study) async fn has_participants(tx: &mut Tx, study: StudyId) -> Result<bool, DbError> {
    let (count,): (i64,) = tx
        .one(
            "SELECT (SELECT COUNT(*) FROM study_person WHERE study_id = $1 AND enrolled_on IS NOT NULL)
                  + (SELECT COUNT(*) FROM study_gone WHERE study_id = $1 AND step = 'enrolled')",
            &[study.into()],
        )
        .await?;
    Ok(count > 0)
}

/// Keeps what came of looking at somebody; over an earlier look that did not lead in. False when they were in.
pub(in crate::study) async fn put(
    tx: &mut Tx,
    candidate: &Candidate,
    (by, now): (AccountId, Timestamp),
) -> Result<bool, DbError> {
    let enrolment = candidate.enrolment();
    let written = tx
        .run(
            "INSERT INTO study_person (id, study_id, site_id, person_id, case_id, protocol, result, failed, assessed_on,
                                       assessed_by, assessed_at, enrolled_on, arm)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
             ON CONFLICT (study_id, person_id) DO UPDATE SET
                 case_id = excluded.case_id, protocol = excluded.protocol, result = excluded.result,
                 failed = excluded.failed, assessed_on = excluded.assessed_on, assessed_by = excluded.assessed_by,
                 assessed_at = excluded.assessed_at, enrolled_on = excluded.enrolled_on, arm = excluded.arm
             WHERE study_person.enrolled_on IS NULL",
            &[
                candidate.id.into(),
                candidate.study.into(),
                candidate.site.into(),
                candidate.person.into(),
                candidate.case.into(),
                candidate.protocol.into(),
                code(&candidate.state).into(),
                failed(&candidate.state).into(),
                candidate.assessed_on.into(),
                by.into(),
                now.into(),
                enrolment.map(|enrolment| enrolment.on).into(),
                enrolment.and_then(|enrolment| enrolment.arm.as_deref()).into(),
            ],
        )
        .await?;
    Ok(written == 1)
}

/// False when they took part no more.
pub(in crate::study) async fn withdraw(
    tx: &mut Tx,
    id: CandidateId,
    withdrawal: Withdrawal,
) -> Result<bool, DbError> {
    let written = tx
        .run(
            "UPDATE study_person SET result = 'withdrawn', withdrawn_on = $2, may_keep = $3
             WHERE id = $1 AND result = 'enrolled'",
            &[id.into(), withdrawal.on.into(), withdrawal.may_keep.into()],
        )
        .await?;
    Ok(written == 1)
}

fn code(state: &State) -> &'static str {
    match state {
        State::NotEligible { .. } => "not_eligible",
        State::Declined => "declined",
        State::Enrolled(_) => "enrolled",
        State::Withdrawn(..) => "withdrawn",
    }
}

fn failed(state: &State) -> String {
    match state {
        State::NotEligible { failed } => failed.join(" "),
        State::Declined | State::Enrolled(_) | State::Withdrawn(..) => String::new(),
    }
}

fn candidate(row: &Row) -> Result<Candidate, DbError> {
    let impossible = |column| DbError::Impossible { table: "study_person", column, id: row.id.to_string() };
    let day = |text: &str, column| text.parse::<Date>().map_err(|_| impossible(column));
    let enrolment = || {
        let on = row.enrolled_on.as_deref().ok_or_else(|| impossible("enrolled_on"))?;
        Ok::<_, DbError>(Enrolment { on: day(on, "enrolled_on")?, arm: row.arm.clone() })
    };
    let state = match row.result.as_str() {
        "not_eligible" => {
            State::NotEligible { failed: row.failed.split_whitespace().map(str::to_owned).collect() }
        }
        "declined" => State::Declined,
        "enrolled" => State::Enrolled(enrolment()?),
        "withdrawn" => {
            let on = row.withdrawn_on.as_deref().ok_or_else(|| impossible("withdrawn_on"))?;
            let may_keep = row.may_keep.ok_or_else(|| impossible("may_keep"))?;
            State::Withdrawn(enrolment()?, Withdrawal { on: day(on, "withdrawn_on")?, may_keep })
        }
        _ => return Err(impossible("result")),
    };
    Ok(Candidate {
        id: CandidateId(row.id),
        study: StudyId(row.study_id),
        site: SiteId(row.site_id),
        person: PersonId(row.person_id),
        case: CaseId(row.case_id),
        protocol: row.protocol,
        assessed_on: day(&row.assessed_on, "assessed_on")?,
        state,
    })
}
