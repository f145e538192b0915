//! What protects data: what the program always does, what the settings turned on, and what only whoever
//! runs the machine can see to.

use kernel::id::SiteId;
use platform::accounts;
use platform::app::App;
use platform::db::{DbError, Tx};
use platform::oidc::Federation;
use serde::Serialize;

use crate::figures::OF_THE_CODE;
use crate::spoken;
use crate::words::Words;

/// Against what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Risk {
    /// Somebody reads what is not theirs.
    Access,
    /// Something is altered that should not be.
    Change,
    /// Data are gone.
    Loss,
}

/// How a measure stands here, in the order they are read: what somebody should look at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Stands {
    Off,
    /// For whoever runs the machine to see to.
    Theirs,
    /// Turned on by the settings here.
    On,
    /// Part of the program.
    Always,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Measure {
    pub(crate) text: String,
    pub(crate) stands: Stands,
    pub(crate) against: Risk,
}

impl Stands {
    pub(crate) fn label(self, w: &Words) -> String {
        match self {
            Stands::Always => w.measure_always(),
            Stands::On => w.measure_on(),
            Stands::Off => w.measure_off(),
            Stands::Theirs => w.measure_theirs(),
        }
    }

    /// Worth somebody's look.
    pub(crate) fn is_open(self) -> bool {
        matches!(self, Stands::Off | Stands::Theirs)
    }
}

/// Everything there is, as this installation is set up and this team signs in.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn of_site(
    tx: &mut Tx,
    app: &App,
    site: SiteId,
    w: &Words,
) -> Result<Vec<Measure>, DbError> {
    let mut all = always(w);
    all.extend(chosen(app, w));
    all.push(second_step(tx, site, w).await?);
    all.extend(theirs(w));
    all.sort_by_key(|measure| measure.stands);
    Ok(all)
}

fn always(w: &Words) -> Vec<Measure> {
    let idle = spoken::length(OF_THE_CODE.idle, w);
    let longest = spoken::length(OF_THE_CODE.longest, w);
    let emergency = spoken::length(OF_THE_CODE.emergency, w);
    let said = [
        (w.measure_roles(), Risk::Access),
        (w.measure_trail(), Risk::Access),
        (w.measure_emergency(emergency), Risk::Access),
        (w.measure_phrases(), Risk::Access),
        (w.measure_sessions(idle, longest), Risk::Access),
        (w.measure_links(), Risk::Access),
        (w.measure_letters(), Risk::Access),
        (w.measure_nobody_else(), Risk::Access),
        (w.measure_small_numbers(), Risk::Access),
        (w.measure_bytes(), Risk::Access),
        (w.measure_versions(), Risk::Change),
        (w.measure_chain(), Risk::Change),
        (w.measure_once(), Risk::Change),
        (w.measure_whole(), Risk::Loss),
        (w.measure_backup(), Risk::Loss),
    ];
    said.map(|(text, against)| Measure { text, stands: Stands::Always, against }).into()
}

fn chosen(app: &App, w: &Words) -> Vec<Measure> {
    let settings = app.settings();
    let providers: Vec<String> =
        Federation::of(app).all().iter().map(|known| known.provider().name.clone()).collect();
    let of = |is_on: bool, text: String, against: Risk| Measure {
        text,
        stands: if is_on { Stands::On } else { Stands::Off },
        against,
    };
    let signed_in = match providers.as_slice() {
        [] => w.measure_providers(),
        names => w.measure_providers_named(names.join(", ")),
    };
    vec![
        of(settings.is_https(), w.measure_https(), Risk::Access),
        of(!providers.is_empty(), signed_in, Risk::Access),
        of(settings.pictures_from.is_none(), w.measure_own_map(), Risk::Access),
        of(settings.anchor_to.is_some() || settings.anchor_file.is_some(), w.measure_anchor(), Risk::Change),
        of(settings.erased_file.is_some(), w.measure_erased_file(), Risk::Access),
    ]
}

async fn second_step(tx: &mut Tx, site: SiteId, w: &Words) -> Result<Measure, DbError> {
    let (accounts, with) = accounts::second_step_at(tx, site).await?;
    let stands = if accounts > 0 && with == accounts { Stands::On } else { Stands::Off };
    Ok(Measure { text: w.measure_second_step(with, accounts), stands, against: Risk::Access })
}

fn theirs(w: &Words) -> Vec<Measure> {
    let said = [
        (w.measure_disk(), Risk::Access),
        (w.measure_sealed_backups(), Risk::Access),
        (w.measure_each_night(), Risk::Loss),
        (w.measure_hosting(), Risk::Access),
    ];
    said.map(|(text, against)| Measure { text, stands: Stands::Theirs, against }).into()
}
