//! Where organizations can be written to, and since when.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use kernel::contact::Email;
use platform::db::{DbError, Tx};

use super::sql;
use crate::organization;
use crate::resource::{self, ResourceRow};

/// Nobody is written to twice within it, whoever asks: a campaign, another one, or the work list.
pub(crate) const FORTNIGHT: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Where each of these organizations can be written to, if anywhere: at its own address, else at
/// that of one merged into it, else of something any of them offers.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(crate) async fn addresses(tx: &mut Tx, ids: &[&str]) -> Result<BTreeMap<String, Email>, DbError> {
    let shown_as = organization::shown_as(tx, ids).await?;
    let members: Vec<&str> = shown_as.keys().map(String::as_str).collect();
    let mut organizations = organization::with_ids(tx, &members).await?;
    let is_merged = |id: &str| shown_as.get(id).is_some_and(|shown| shown != id);
    organizations.sort_by(|a, b| (is_merged(a.id.as_str()), &a.id).cmp(&(is_merged(b.id.as_str()), &b.id)));
    let mut offered = resource::offered_by_any(tx, &members).await?;
    offered.sort_by(|a, b| a.id.cmp(&b.id));
    let mut found = BTreeMap::new();
    let mut add = |id: &str, email: Option<Email>| {
        if let Some((shown, email)) = shown_as.get(id).zip(email) {
            found.entry(shown.clone()).or_insert(email);
        }
    };
    for organization in organizations {
        add(organization.id.as_str(), organization.contact.email);
    }
    for row in offered.iter().filter(|row| ResourceRow::stands(row)) {
        let resource = row.read()?;
        add(resource.organization.as_str(), resource.contact.email.or(resource.ties.referral_email));
    }
    Ok(found)
}

/// Those of these that were written to less than a fortnight ago, and until when nobody writes to
/// them.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(crate) async fn resting(
    tx: &mut Tx,
    ids: &[&str],
    now: Timestamp,
) -> Result<BTreeMap<String, Timestamp>, DbError> {
    let last = sql::last_sent(tx, ids).await?;
    let until = last.into_iter().map(|(id, at)| (id, at + FORTNIGHT));
    Ok(until.filter(|(_, until)| now < *until).collect())
}
