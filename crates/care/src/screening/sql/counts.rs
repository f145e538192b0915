//! What figures are counted from.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::id::{AccountId, CaseId, PersonId, SiteId, StudyId};
use platform::db::{DbError, Tx};

use super::rows::{MeasureRow, Reader};
use crate::screening::model::Measure;

/// A measure in a course of support.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    pub(crate) case: CaseId,
    /// Of whose questions it is.
    pub(crate) site: SiteId,
    /// When it was kept; Unix seconds.
    pub(crate) kept_at: i64,
    pub(crate) measure: Measure,
}

/// Everything measured in the courses of support whose referral a site was sent from a moment on and before
/// another; those of each in the order they were taken.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn measures_of_site(
    tx: &mut Tx,
    site: SiteId,
    (from, before): (i64, i64),
) -> Result<Vec<Taken>, DbError> {
    let rows: Vec<MeasureRow> = tx
        .all(
            "SELECT m.id, m.screening_id, s.site_id, s.held_on, s.mode, s.moment, a.name AS account_name,
                    m.instrument, m.version, m.answers, c.case_id, s.at AS kept_at
             FROM (SELECT s.id, c.id AS case_id
                   FROM referral r JOIN case_file c ON c.referral_id = r.id JOIN screening s ON s.case_id = c.id
                   WHERE r.site_id = $1 AND r.sent_at >= $2 AND r.sent_at < $3
                   UNION
                   SELECT s.id, c.id
                   FROM referral r JOIN case_file c ON c.referral_id = r.id JOIN screening s ON s.referral_id = r.id
                   WHERE r.site_id = $1 AND r.sent_at >= $2 AND r.sent_at < $3) c
             JOIN screening s ON s.id = c.id
             JOIN measurement m ON m.screening_id = s.id LEFT JOIN account a ON a.id = s.account_id
             ORDER BY s.held_on, s.at, m.id",
            &[site.into(), from.into(), before.into()],
        )
        .await?;
    let mut reader = Reader::default();
    let mut all = Vec::new();
    for row in rows {
        if let Some((case, kept_at)) = row.case_id.zip(row.kept_at) {
            let (case, site) = (CaseId(case), SiteId(row.site_id));
            all.push(Taken { case, site, kept_at, measure: reader.measure(tx, row).await? });
        }
    }
    Ok(all)
}

/// Everything measured with those who take, or took, part in a study, oldest first.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn measures_of_study(
    tx: &mut Tx,
    study: StudyId,
    worker: Option<AccountId>,
) -> Result<BTreeMap<PersonId, Vec<Measure>>, DbError> {
    let rows: Vec<MeasureRow> = tx
        .all(
            "SELECT m.id, m.screening_id, s.site_id, s.held_on, s.mode, s.moment, a.name AS account_name,
                    m.instrument, m.version, m.answers, s.person_id
             FROM study_person p JOIN screening s ON s.person_id = p.person_id
             JOIN measurement m ON m.screening_id = s.id LEFT JOIN account a ON a.id = s.account_id
             WHERE p.study_id = $1 AND p.enrolled_on IS NOT NULL
               AND ($2 IS NULL OR p.case_id IN
                    (SELECT id FROM case_file WHERE link_worker_id = $2))
             ORDER BY s.held_on, s.at, m.id",
            &[study.into(), worker.into()],
        )
        .await?;
    let mut reader = Reader::default();
    let mut of_persons: BTreeMap<PersonId, Vec<Measure>> = BTreeMap::new();
    for row in rows {
        if let Some(person) = row.person_id {
            of_persons.entry(PersonId(person)).or_default().push(reader.measure(tx, row).await?);
        }
    }
    Ok(of_persons)
}

/// How many consultations and self-screenings a site held from a day on and before another; what is measured
/// in a course of support is not one of them.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn held(tx: &mut Tx, site: SiteId, (from, before): (Date, Date)) -> Result<i64, DbError> {
    let (count,): (i64,) = tx
        .one(
            "SELECT COUNT(*) FROM screening
             WHERE site_id = $1 AND held_on >= $2 AND held_on < $3 AND moment = 'first' AND case_id IS NULL",
            &[site.into(), from.into(), before.into()],
        )
        .await?;
    Ok(count)
}
