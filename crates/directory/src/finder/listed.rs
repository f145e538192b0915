use std::collections::HashMap;

use platform::db::{DbError, Tx};

use super::entry::Entry;
use super::view::Hit;
use crate::resource;

/// A hit, and what there is to say of it.
#[derive(Clone, Debug)]
pub struct Listed {
    pub hit: Hit,
    pub entry: Entry,
}

/// Reads what hits are about, in their order; one that has left the directory in between is left
/// out.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub async fn listed(tx: &mut Tx, hits: Vec<Hit>) -> Result<Vec<Listed>, DbError> {
    let ids: Vec<&str> = hits.iter().map(|hit| hit.id.as_str()).collect();
    let rows = resource::with_ids(tx, &ids).await?;
    let mut rows: HashMap<&str, _> = rows.iter().map(|row| (row.id.as_str(), row)).collect();
    let pairs: Vec<_> =
        hits.iter().filter_map(|hit| Some((hit.clone(), rows.remove(hit.id.as_str())?))).collect();
    pairs.into_iter().map(|(hit, row)| Ok(Listed { hit, entry: row.entry()? })).collect()
}
