//! Choosing and bringing.

use kernel::id::{InstrumentId, SiteId};
use measure::{Flaw, Frame, Instrument};
use platform::audit::{Action, Kind, Subject};
use platform::db::Tx;
use platform::web::Nope;

use super::{offer, sql};
use crate::act::Acting;

/// Of the questions of one frame: beyond, its words were changed more often than anybody reads them.
const MOST_VERSIONS: u32 = 50;

/// Why a file is not kept.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotBrought {
    #[error("it is no text")]
    NoText,
    #[error(transparent)]
    Flawed(#[from] Flaw),
    /// Its code is that of an instrument that ships.
    #[error("`{0}` ships")]
    Ships(String),
    #[error("version {version} of `{code}` was brought before, with other words")]
    Changed { code: String, version: String },
}

/// Uses an instrument from now on, or does not any more; what was answered stays.
///
/// # Errors
/// [`Nope::NotFound`] for one that the team cannot choose; the store's.
pub(super) async fn choose(
    tx: &mut Tx,
    acting: &Acting<'_>,
    site: SiteId,
    code: &str,
    is_used: bool,
) -> Result<(), Nope> {
    let all = offer::of_team(tx, site).await?;
    let chosen = all.iter().find(|standing| standing.instrument.code == code).ok_or(Nope::NotFound)?;
    if chosen.is_used != is_used {
        sql::choose(tx, site, code, is_used).await?;
        acting.trace(tx, Action::Changed, Subject::list(Kind::Instrument), site).await?;
    }
    Ok(())
}

/// Keeps an instrument's file for a team, which uses it from now on. The same file again is the same.
///
/// # Errors
/// [`NotBrought`] inside; the store's outside.
pub(super) async fn bring(
    tx: &mut Tx,
    acting: &Acting<'_>,
    site: SiteId,
    file: &[u8],
) -> Result<Result<(), NotBrought>, Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    let (instrument, text) = match read(file) {
        Ok(read) => read,
        Err(refused) => return Ok(Err(refused)),
    };
    let instrument = &instrument;
    let (code, version) = (instrument.code.as_str(), instrument.version.as_str());
    match sql::brought(tx, site, (code, version)).await? {
        Some(before) if before == text => {}
        Some(_) => {
            let (code, version) = (code.to_owned(), version.to_owned());
            return Ok(Err(NotBrought::Changed { code, version }));
        }
        None => {
            let id = InstrumentId::new();
            sql::insert(tx, (id, site), (instrument, text), (by, acting.now)).await?;
            acting.trace(tx, Action::Created, id, site).await?;
        }
    }
    sql::choose(tx, site, code, true).await?;
    Ok(Ok(()))
}

/// Keeps a frame with its questions written in: in the first of its versions that has no other words.
///
/// # Errors
/// As [`bring`].
pub(super) async fn write_in(
    tx: &mut Tx,
    acting: &Acting<'_>,
    site: SiteId,
    frame: &Frame,
    questions: &[String],
) -> Result<Result<(), NotBrought>, Nope> {
    let mut kept = Err(NotBrought::NoText);
    for version in 1..=MOST_VERSIONS {
        let file = frame.filled(questions, version).map_err(|flaw| Nope::Broken(flaw.to_string()))?;
        kept = bring(tx, acting, site, file.as_bytes()).await?;
        if !matches!(kept, Err(NotBrought::Changed { .. })) {
            break;
        }
    }
    Ok(kept)
}

fn read(file: &[u8]) -> Result<(Instrument, &str), NotBrought> {
    let text = str::from_utf8(file).map_err(|_| NotBrought::NoText)?;
    let text = text.trim_start_matches('\u{feff}');
    let instrument = Instrument::parse(text)?;
    if measure::find(&instrument.code).is_some() {
        return Err(NotBrought::Ships(instrument.code));
    }
    Ok((instrument, text))
}
