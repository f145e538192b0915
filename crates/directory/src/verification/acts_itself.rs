//! An organization says what it is, and where.

use kernel::clock::in_france;
use platform::audit::{self, Action};
use platform::db::Tx;
use platform::web::Nope;

use super::correction::Corrections;
use super::field::Field;
use super::itself::OrganizationCorrections;
use super::itself_form::ToldItself;
use super::model::{Check, Saying, Verification};
use super::{offered, sql};
use crate::organization::{self, Organization};
use crate::place::Place;
use crate::resource::{self, ResourceId, ResourceRow};
use crate::stored::Change;

/// Its entry is as it says, from now on; `told` was made from the entry as it stands.
///
/// # Errors
/// [`Nope::NotFound`] for one that is no longer listed, [`Nope::Changed`] when it is no longer as it
/// was shown; the store's.
pub(super) async fn say(tx: &mut Tx, saying: Saying, version: i64, told: ToldItself) -> Result<(), Nope> {
    // First: the next writer waits here, and then reads what this one wrote.
    let change = Change::begin(tx, saying.now).await?;
    let told_so = told.organization;
    let row = organization::row(tx, &told_so.id).await?.ok_or(Nope::NotFound)?;
    if row.changed_version != version {
        return Err(Nope::Changed);
    }
    let (source, before) = (row.sourced()?, row.read()?);
    let corrections = OrganizationCorrections::between(&source, &told_so).following(&told.followed);
    let kept = sql::keep_itself(tx, &told_so.id, &corrections, saying).await?;
    let mut said = source;
    corrections.lay_over(&mut said);
    organization::touch(tx, &said.id, change).await?;
    audit::note(tx, saying.who, Action::Changed, kept, None, saying.now).await?;
    if told.moves_all && said.place != before.place {
        move_all(tx, saying, &said, &before.place, change).await?;
    }
    Ok(())
}

/// What it offers at its old address is offered at the new one.
async fn move_all(
    tx: &mut Tx,
    saying: Saying,
    said: &Organization,
    from: &Place,
    change: Change,
) -> Result<(), Nope> {
    for row in offered(tx, &said.id).await? {
        if is_at(&row.read()?.place, from) {
            place_at(tx, saying, &row, &said.place, change).await?;
        }
    }
    Ok(())
}

/// At one address; coordinates may differ by a few metres.
fn is_at(place: &Place, other: &Place) -> bool {
    place.commune == other.commune && place.street == other.street
}

async fn place_at(
    tx: &mut Tx,
    saying: Saying,
    row: &ResourceRow,
    place: &Place,
    change: Change,
) -> Result<(), Nope> {
    let id = ResourceId::parse(&row.id).map_err(|_| Nope::NotFound)?;
    let (source, mut said) = (row.sourced()?, row.read()?);
    said.place = place.clone();
    let known = sql::find(tx, &id).await?.unwrap_or_else(Verification::first);
    let check = Check { by: saying.speaker, on: in_france(saying.now).date() };
    let kept = known.said_where(Corrections::between(&source, &said), (Field::Place, check));
    sql::keep(tx, &id, &kept).await?;
    resource::touch(tx, &id, change).await?;
    audit::note(tx, saying.who, Action::Changed, kept.id, None, saying.now).await?;
    Ok(())
}
