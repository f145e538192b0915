//! Verification: who says that what the directory says is right, and since when.
//!
//! Who says: the organization, by a signed link and without an account; the team, after a telephone
//! call; the source, by publishing. Who reads: everybody, at the foot of an entry's page; whoever
//! verifies, as a list with the least sure first (`/annuaire/a-verifier`).
//! Words: a [`Field`](field::Field) is *fresh* as long as it usually stays true ([`rules`]); a
//! *correction* is what is said here instead of a source; a [`Doubt`] is something that led to an
//! entry and came to nothing.
//!
//! Invariants: an import never undoes what an organization or the team said: corrections lie beside
//! the source's fields, and when the source then says something new, both are shown to whoever
//! verifies (docs/decisions/0016). Opening a link changes nothing; it opens one organization's
//! entries, for two months. Nothing is kept over a version that was not the one shown. No person is
//! in these tables.
//! Tables owned: `verification`, `organization_verification`, `verification_request`,
//! `resource_doubt`.

mod acts;
mod acts_itself;
mod correction;
mod disputed;
#[cfg(test)]
mod disputed_tests;
mod field;
mod form;
mod itself;
mod itself_form;
#[cfg(test)]
mod itself_tests;
mod letters;
mod mails;
mod model;
mod pages;
mod rules;
#[cfg(test)]
mod rules_tests;
mod saying;
mod sql;
mod standing;
#[cfg(test)]
mod standing_tests;
#[cfg(test)]
mod tests;
mod told;
#[cfg(test)]
mod told_tests;
mod week;
mod whom;

pub use acts::doubt;
pub(crate) use acts::{ask, confirm_all};
pub use correction::Corrections;
pub(crate) use itself::OrganizationCorrections;
pub(crate) use letters::{FORTNIGHT, addresses, resting};
pub(crate) use mails::Letter;
pub use model::Doubt;
pub(crate) use pages::{CALLS, Calls, Link, SheetFrame};
#[cfg(test)]
pub(crate) use rules::Standing;
pub(crate) use saying::Origins;
pub use saying::room;
pub(crate) use standing::{Standee, standings, to_ask};

use std::collections::HashSet;

use jiff::civil::Date;
use kernel::Lang;
use platform::db::{DbError, Tx};
use platform::web::dates;
use platform::web::routes::{Routes, get, post};

use self::model::Speaker;
use crate::organization::{self, OrganizationId};
use crate::resource::{self, Resource, ResourceRow};
use crate::words;

/// The work list, where whoever verifies begins.
pub(crate) const LIST: &str = "/annuaire/a-verifier";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/verification/{token}", get(pages::show).post(pages::confirm))
        .route("/verification/{token}/organisation", get(pages::show_itself).post(pages::correct_itself))
        .route("/verification/{token}/{id}", get(pages::show_entry).post(pages::correct))
        .route("/verification/{token}/{id}/fin", post(pages::say_gone))
        .route("/annuaire/a-verifier", get(pages::list))
        .route("/annuaire/a-verifier/feuille", get(pages::calls))
        .route("/annuaire/a-verifier/feuille.pdf", get(pages::calls_file))
        .route(
            "/annuaire/a-verifier/organisations/{id}",
            get(pages::show_check_itself).post(pages::check_itself),
        )
        .route("/annuaire/a-verifier/{id}", get(pages::show_check).post(pages::check))
        .route("/annuaire/organisations/{id}/ecrire", post(pages::write))
}

/// Which entries something led to in vain, and nobody has checked since.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn doubted(tx: &mut Tx) -> Result<HashSet<String>, DbError> {
    sql::doubted(tx).await
}

/// Who says that what is said of an organization is right, in words, if anybody did.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn itself_said(
    tx: &mut Tx,
    id: &OrganizationId,
    lang: Lang,
) -> Result<Option<String>, DbError> {
    let (w, checked) = (words::words(lang), sql::itself_checked(tx, id).await?);
    Ok(checked.map(|(by, at)| match by {
        Speaker::Team => w.resource_verified(dates::day_of(at, lang)),
        Speaker::Organization | Speaker::Source => w.verification_by_organization(dates::day_of(at, lang)),
    }))
}

/// Where what is said of an entry comes from, in words.
pub(crate) async fn origins(
    tx: &mut Tx,
    resource: &Resource,
    today: Date,
    lang: Lang,
) -> Result<Origins, DbError> {
    let known = sql::find(tx, &resource.id).await?;
    let doubts = sql::doubts(tx, &resource.id).await?;
    Ok(Origins::of(resource, known.as_ref(), &doubts, today, lang))
}

/// What an organization offers, with what those merged into it do, by name.
pub(crate) async fn offered(tx: &mut Tx, id: &OrganizationId) -> Result<Vec<ResourceRow>, DbError> {
    let absorbed = organization::absorbed(tx, id).await?;
    let ids: Vec<&str> = absorbed.iter().chain([id]).map(OrganizationId::as_str).collect();
    let mut rows = resource::offered_by_any(tx, &ids).await?;
    rows.retain(ResourceRow::stands);
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(rows)
}
