//! What a team may use, what it uses, and by which file answers are read.

use kernel::id::SiteId;
use kernel::role::Role;
use measure::{Audience, Instrument, Licence};
use platform::db::{DbError, Tx};
use platform::web::may::{Asks, May};

use super::{interned, sql};
use crate::study;

/// An instrument as a team has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub(super) instrument: &'static Instrument,
    pub(super) is_used: bool,
    pub(super) is_brought: bool,
}

/// Who puts the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asker {
    /// A health professional, who knows what to do with any answer.
    Clinician,
    Other,
}

impl Asker {
    /// What somebody is at a site.
    pub(crate) fn at<P: Asks>(may: &May<P>, site: SiteId) -> Asker {
        if may.is_at(Role::Prescriber, site) { Asker::Clinician } else { Asker::Other }
    }

    fn may_put(self, instrument: &Instrument) -> bool {
        self == Asker::Clinician || instrument.audience != Audience::Clinicians
    }
}

/// Everything a team may use, as it stands there: what ships first, then the latest of each that it brought.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn of_team(tx: &mut Tx, site: SiteId) -> Result<Vec<Standing>, DbError> {
    let said = sql::choices(tx, site).await?;
    let standing = |instrument: &'static Instrument, is_brought| Standing {
        instrument,
        is_used: said.get(&instrument.code).copied().unwrap_or(instrument.is_usual || is_brought),
        is_brought,
    };
    let shipped = measure::library().filter(|instrument| instrument.licence != Licence::ResearchOnly);
    let mut all: Vec<Standing> = shipped.map(|instrument| standing(instrument, false)).collect();
    for file in sql::latest(tx, site).await? {
        all.push(standing(kept(&file)?, true));
    }
    Ok(all)
}

/// What a team puts to persons, as far as this asker may.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn used(
    tx: &mut Tx,
    site: SiteId,
    asker: Asker,
) -> Result<Vec<&'static Instrument>, DbError> {
    let used = of_team(tx, site).await?.into_iter().filter(|standing| standing.is_used);
    let used = used.map(|standing| standing.instrument);
    // What is for research is asked as long as a study of the team asks it.
    let all = used.chain(study::research_instruments(tx, site).await?);
    Ok(all.filter(|instrument| asker.may_put(instrument)).collect())
}

/// The same, over all the sites where somebody holds a permission, each once.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn used_anywhere<P: Asks>(
    tx: &mut Tx,
    may: &May<P>,
) -> Result<Vec<&'static Instrument>, DbError> {
    let mut all: Vec<&'static Instrument> = Vec::new();
    for site in may.sites() {
        for instrument in used(tx, site, Asker::at(may, site)).await? {
            if !all.iter().any(|known| known.code == instrument.code) {
                all.push(instrument);
            }
        }
    }
    Ok(all)
}

/// The instrument that a team's stored answers name; none when it does not ship any more.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn answered(
    tx: &mut Tx,
    site: SiteId,
    (code, version): (&str, &str),
) -> Result<Option<&'static Instrument>, DbError> {
    if let Some(shipped) = measure::find(code) {
        return Ok(Some(shipped).filter(|instrument| instrument.version == version));
    }
    let file = sql::brought(tx, site, (code, version)).await?;
    file.map(|file| kept(&file)).transpose()
}

/// A file was read before it was kept.
fn kept(file: &str) -> Result<&'static Instrument, DbError> {
    interned::read(file).map_err(|flaw| DbError::Impossible {
        table: "brought_instrument",
        column: "file",
        id: flaw.to_string(),
    })
}
