//! What organizations that are one, or may be, offer: what of the resources is compared.

use std::collections::HashMap;

use platform::db::{DbError, Tx};

use super::compare::{Offering, Scales, Sketch};
use super::entry::{EntryId, Kind};
use super::groups::Groups;
use super::merged::Merged;
use super::{showing, sql};
use crate::organization;
use crate::place::Place;
use crate::resource::{self, Resource, ResourceRow};

pub(super) struct Offers {
    rows: Vec<ResourceRow>,
    /// Where each organization of a group is.
    places: HashMap<EntryId, Place>,
    groups: Groups,
    merged: Merged,
}

impl Offers {
    pub(super) async fn read(tx: &mut Tx) -> Result<Offers, DbError> {
        let merged = showing::merged(tx, Kind::Organization).await?;
        let pairs = sql::likely(tx, Kind::Organization, 0).await?;
        let groups = Groups::of(&merged, pairs.iter().map(|(first, second)| (first, second)));
        let ids: Vec<&str> = groups.members().into_iter().map(EntryId::as_str).collect();
        let rows = resource::offered_by_any(tx, &ids).await?;
        let organizations = organization::with_ids(tx, &ids).await?.into_iter();
        let places = organizations.map(|one| ((&one.id).into(), one.place)).collect();
        Ok(Offers { rows, places, groups, merged })
    }

    pub(super) fn sketches(&self, scales: Scales) -> Result<Vec<Sketch>, DbError> {
        let nowhere = Place::default();
        let sketch = |row: &ResourceRow| {
            let resource: Resource = row.read()?;
            let organization = EntryId::from(&resource.organization);
            let kept = self.merged.kept(&organization);
            let by = Offering { kept: kept.clone(), group: self.groups.first(kept).clone() };
            let place = self.places.get(&organization).unwrap_or(&nowhere);
            Ok(Sketch::of_resource(&resource, by, place, scales.lexicon))
        };
        self.rows.iter().map(sketch).collect()
    }
}
