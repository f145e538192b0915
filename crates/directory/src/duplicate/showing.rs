//! Under which entry each merged one is shown, as decisions and sources change.

use kernel::coded::Coded;
use platform::db::{DbError, Tx};

use super::entry::{EntryId, Kind};
use super::merged::Merged;
use crate::organization::{self, OrganizationId};
use crate::resource::{self, ResourceId};
use crate::stored::{Change, Link};

/// Which entries of a kind are shown under which others.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub async fn merged(tx: &mut Tx, kind: Kind) -> Result<Merged, DbError> {
    of_links(kind, &links(tx, kind).await?)
}

/// Puts it right after a decision or an import, in its transaction: a few rows at the most.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(crate) async fn settle(tx: &mut Tx, change: Change) -> Result<(), DbError> {
    for kind in Kind::ALL {
        settle_kind(tx, *kind, change).await?;
    }
    Ok(())
}

/// Keeps that somebody merged an entry into another, or took that back.
///
/// # Errors
/// [`DbError`] of the store, or of an identifier that cannot be.
pub(super) async fn merge(
    tx: &mut Tx,
    kind: Kind,
    id: &EntryId,
    into: Option<&EntryId>,
    change: Change,
) -> Result<(), DbError> {
    match kind {
        Kind::Organization => {
            let into = into.map(organization).transpose()?;
            organization::merge(tx, &organization(id)?, into.as_ref(), change).await
        }
        Kind::Resource => {
            let into = into.map(resource).transpose()?;
            resource::merge(tx, &resource(id)?, into.as_ref(), change).await
        }
    }
}

async fn settle_kind(tx: &mut Tx, kind: Kind, change: Change) -> Result<(), DbError> {
    let links = links(tx, kind).await?;
    let merged = of_links(kind, &links)?;
    for link in &links {
        let id = read(kind, &link.id)?;
        let kept = merged.kept(&id);
        let shown_under = (*kept != id).then_some(kept);
        if shown_under.map(EntryId::as_str) != link.shown_under.as_deref() {
            show_under(tx, kind, &id, shown_under, change).await?;
        }
    }
    Ok(())
}

async fn show_under(
    tx: &mut Tx,
    kind: Kind,
    id: &EntryId,
    other: Option<&EntryId>,
    change: Change,
) -> Result<(), DbError> {
    match kind {
        Kind::Organization => {
            let other = other.map(organization).transpose()?;
            organization::show_under(tx, &organization(id)?, other.as_ref(), change).await
        }
        Kind::Resource => {
            let other = other.map(resource).transpose()?;
            resource::show_under(tx, &resource(id)?, other.as_ref(), change).await
        }
    }
}

async fn links(tx: &mut Tx, kind: Kind) -> Result<Vec<Link>, DbError> {
    match kind {
        Kind::Organization => organization::links(tx).await,
        Kind::Resource => resource::links(tx).await,
    }
}

fn of_links(kind: Kind, links: &[Link]) -> Result<Merged, DbError> {
    let steps = links.iter().filter_map(|link| Some((link, link.merged_into.as_deref()?)));
    let steps =
        steps.map(|(link, other)| Ok((read(kind, &link.id)?, read(kind, other)?, link.gone_since.is_some())));
    Ok(Merged::new(steps.collect::<Result<Vec<_>, DbError>>()?))
}

fn read(kind: Kind, id: &str) -> Result<EntryId, DbError> {
    EntryId::parse(id).map_err(|_| impossible(kind, id))
}

fn organization(id: &EntryId) -> Result<OrganizationId, DbError> {
    OrganizationId::parse(id.as_str()).map_err(|_| impossible(Kind::Organization, id.as_str()))
}

fn resource(id: &EntryId) -> Result<ResourceId, DbError> {
    ResourceId::parse(id.as_str()).map_err(|_| impossible(Kind::Resource, id.as_str()))
}

fn impossible(kind: Kind, id: &str) -> DbError {
    DbError::Impossible { table: kind.code(), column: "merged_into", id: id.to_owned() }
}
