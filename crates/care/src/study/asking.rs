//! Which studies ask at a team: about whom, and which questionnaires.

use kernel::id::SiteId;
use measure::{Instrument, Licence};
use platform::db::{DbError, Tx};

use super::model::{Candidate, Study};
use super::sql;
use crate::caseload::Case;

/// The studies somebody is in, was asked about, or may be.
pub(super) async fn of_case(tx: &mut Tx, case: &Case) -> Result<Vec<(Study, Option<Candidate>)>, DbError> {
    let known = sql::candidates::of_person(tx, case.person_id).await?;
    let mut offered = Vec::new();
    for study in sql::studies::taken_part_in(tx, case.site_id).await? {
        let candidate = known.iter().find(|candidate| candidate.study == study.id).cloned();
        // One that is over says nothing to whoever was not in it.
        if study.stage.enrols() || candidate.is_some() {
            offered.push((study, candidate));
        }
    }
    Ok(offered)
}

/// Whether there is any.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn concern(tx: &mut Tx, case: &Case) -> Result<bool, DbError> {
    Ok(!of_case(tx, case).await?.is_empty())
}

/// Whether questions may be put to somebody: as long as they are accompanied, and longer where a study they are
/// in goes on asking.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn may_be_asked(tx: &mut Tx, case: &Case) -> Result<bool, DbError> {
    if case.is_open() {
        return Ok(true);
    }
    for candidate in sql::candidates::of_person(tx, case.person_id).await? {
        let study = sql::studies::find(tx, candidate.study).await?;
        let goes_on = study.is_some_and(|study| study.stage.ended_at().is_none());
        if candidate.takes_part() && goes_on {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Questionnaires for research alone that a study under way asks at a team.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn research_instruments(
    tx: &mut Tx,
    site: SiteId,
) -> Result<Vec<&'static Instrument>, DbError> {
    let mut asked: Vec<&'static Instrument> = Vec::new();
    for study in sql::studies::taken_part_in(tx, site).await? {
        let is_under_way = !study.stage.is_draft() && study.stage.ended_at().is_none();
        let of_study = study.protocol.instruments.iter().filter_map(|asked| measure::find(&asked.code));
        asked.extend(of_study.filter(|one| is_under_way && one.licence == Licence::ResearchOnly));
    }
    asked.sort_by_key(|one| one.code.as_str());
    asked.dedup_by_key(|one| one.code.as_str());
    Ok(asked)
}
