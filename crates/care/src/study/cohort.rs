//! A study as most begin: one group, asked for a year. For whoever sets one up without the form.

use kernel::id::{SiteId, StudyId};
use measure::Instrument;
use platform::db::Tx;
use platform::web::Nope;

use super::acts::entering::{Look, look};
use super::acts::setting_up::{create, step};
use super::model::{Asked, Criterion, Design, Point, Protocol};
use super::sql;
use crate::act::Acting;
use crate::caseload::Case;
use crate::words::Words;

/// What it says of itself.
#[derive(Clone, Copy, Debug)]
pub struct Cohort<'a> {
    pub name: &'a str,
    /// Three letters, with which its codes begin.
    pub prefix: &'a str,
    pub purpose: &'a str,
    pub responsible: &'a str,
    pub contact: &'a str,
    /// What has to be true of whoever enters.
    pub criterion: &'a str,
    pub instrument: &'static Instrument,
}

/// How long rows are kept after its end, in months.
const KEPT: i64 = 24;

/// Keeps a study of one team and opens it, with the usual information, consent and time points.
///
/// # Errors
/// The store's.
pub async fn open(
    tx: &mut Tx,
    acting: &Acting<'_>,
    site: SiteId,
    (cohort, w): (&Cohort<'_>, &Words),
) -> Result<StudyId, Nope> {
    let protocol = Protocol {
        name: cohort.name.to_owned(),
        purpose: cohort.purpose.to_owned(),
        responsible: cohort.responsible.to_owned(),
        contact: cohort.contact.to_owned(),
        reference: None,
        information: w.study_usual_information(),
        consent: w.study_usual_consent(),
        design: Design::OneGroup,
        instruments: vec![Asked {
            code: cohort.instrument.code.clone(),
            version: cohort.instrument.version.clone(),
        }],
        points: Point::usual(),
        inclusion: vec![Criterion { code: "i1".to_owned(), text: cohort.criterion.to_owned() }],
        exclusion: Vec::new(),
        keep_months: KEPT,
    };
    let id = create(tx, acting, site, (cohort.prefix.to_owned(), protocol)).await?;
    let draft = sql::studies::find(tx, id).await?.ok_or(Nope::NotFound)?;
    let opened = draft.stage.opened(acting.now, 1);
    step(tx, acting, &draft, opened).await?.map_err(|_| Nope::Changed)?;
    Ok(id)
}

/// Asks whomever a case is of whether they take part, once; the case was opened to change.
///
/// # Errors
/// [`Nope::Changed`] where nobody enters, or they are in already; the store's.
pub async fn ask(
    tx: &mut Tx,
    acting: &Acting<'_>,
    (study, case): (StudyId, &Case),
    agrees: bool,
) -> Result<(), Nope> {
    let study = sql::studies::find(tx, study).await?.ok_or(Nope::NotFound)?;
    let said = if agrees { Look::Agreed { arm: None } } else { Look::Declined };
    look(tx, acting, (&study, case), said).await?.map_err(|_| Nope::Changed)
}
