//! A register, from what there is.

use platform::accounts::Site;
use platform::app::App;
use platform::db::{DbError, Tx};
use platform::held::{Activity, Holding, Says};

use super::model::{Answers, Data, Register};
use super::sheets;
use crate::controller::{self, Controller, Officer};
use crate::words::{Words, words};
use crate::{measures, outside, spoken};
use kernel::Lang;
use kernel::contact::{Email, Phone};

/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn of_site(tx: &mut Tx, app: &App, site: &Site, lang: Lang) -> Result<Register, DbError> {
    let w = words(lang);
    let stored = controller::of_site(tx, site.id).await?;
    let controller = stored.as_ref().map(|stored| &stored.controller);
    let outside = outside::configured(app, w);
    let (kept, held) = (app.settings().kept, holdings(app, lang));
    let facts = sheets::Facts { site, controller, outside: &outside, kept, held: &held, w };
    Ok(Register {
        made_on: app.clock().today().to_string(),
        team: site.name.clone(),
        team_address: site.address.clone(),
        team_phone: site.phone.spoken(),
        controller: controller.map(|controller| answers(controller, w)),
        sheets: sheets::all(&facts),
        measures: measures::of_site(tx, app, site.id, w).await?,
        outside_machines: outside,
    })
}

/// What every context holds, in words.
pub(crate) fn holdings(app: &App, lang: Lang) -> Vec<Holding> {
    app.modules().iter().flat_map(|module| (module.held)(lang).holdings).collect()
}

/// Who answers, as others read it.
pub(crate) fn answers(controller: &Controller, w: &Words) -> Answers {
    Answers {
        name: controller.name.clone(),
        address: controller.address.clone(),
        data_protection_officer: officer(&controller.officer),
        host: controller.host.clone(),
        backups: controller.backup_days.map(|days| w.register_backups(spoken::days(days, w))),
    }
}

/// « Léa Brun, dpo@sorbiers.example, 04 65 71 20 11 », as far as they were named.
pub(crate) fn officer(officer: &Officer) -> Option<String> {
    let parts = [
        officer.name.clone(),
        officer.email.as_ref().map(Email::as_str).map(str::to_owned),
        officer.phone.as_ref().map(Phone::spoken),
    ];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(", "))
}

/// The tables of an activity, each with what it says; when and by whom are said once, at the end.
pub(super) fn data(held: &[Holding], activity: Activity, w: &Words) -> Vec<Data> {
    let mut of_activity: Vec<&Holding> = held.iter().filter(|holding| holding.activity == activity).collect();
    // What persons are told of comes first.
    of_activity.sort_by_key(|holding| holding.told.is_none());
    of_activity
        .into_iter()
        .map(|holding| Data { what: holding.is.clone(), says: said(holding, w), table: holding.table })
        .collect()
}

fn said(holding: &Holding, w: &Words) -> Vec<String> {
    let columns = || holding.columns.iter().map(|(_, says)| says);
    let mut said: Vec<String> = columns()
        .filter_map(|says| match says {
            Says::Told(words) | Says::OfAnother(words) => Some(words.clone()),
            Says::Moment | Says::Account | Says::Nothing => None,
        })
        .collect();
    if columns().any(|says| matches!(says, Says::Moment)) {
        said.push(w.data_moments());
    }
    if columns().any(|says| matches!(says, Says::Account)) {
        said.push(w.data_accounts());
    }
    said
}
