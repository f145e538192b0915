//! A request in words.

use jiff::Timestamp;
use kernel::Lang;
use platform::accounts;
use platform::db::{DbError, Tx};
use platform::web::dates;

use super::model::{Request, State};
use crate::words::words;

/// Who asked and when, and where it stands.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) asked: String,
    pub(crate) stands: String,
}

impl Told {
    /// # Errors
    /// [`DbError`] of the store.
    pub(crate) async fn of(
        tx: &mut Tx,
        request: &Request,
        now: Timestamp,
        lang: Lang,
    ) -> Result<Told, DbError> {
        let w = words(lang);
        let when = |moment: Timestamp| dates::moment(moment.as_second(), lang);
        let decided_by = match request.decision {
            Some(decision) => accounts::name_of(tx, decision.by).await?.unwrap_or_default(),
            None => String::new(),
        };
        let stands = match (request.state(now), request.taken) {
            (_, Some(taken)) => w.mass_taken(taken.persons, when(taken.at), decided_by),
            (State::Asked, None) => w.mass_waits(),
            (State::Granted { until }, None) => w.mass_granted(decided_by, when(until)),
            (State::Refused, None) => w.mass_refused(decided_by),
            (State::Lapsed, None) => w.mass_lapsed(),
        };
        Ok(Told { asked: Told::asked(tx, request, lang).await?, stands })
    }

    /// « Demandé par Camille, le 21 novembre 2026 à 14 h 05 ».
    ///
    /// # Errors
    /// [`DbError`] of the store.
    pub(crate) async fn asked(tx: &mut Tx, request: &Request, lang: Lang) -> Result<String, DbError> {
        let by = accounts::name_of(tx, request.asked_by).await?.unwrap_or_default();
        Ok(words(lang).mass_by(by.as_str(), dates::moment(request.asked_at.as_second(), lang)))
    }
}
