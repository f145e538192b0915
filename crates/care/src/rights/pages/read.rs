//! All that is held of a person as they read it: on the page, and on paper.

use std::collections::BTreeMap;

use kernel::id::PersonId;
use platform::audit::{self, Entry};
use platform::db::Tx;
use platform::web::{Nope, Ui, dates};

use crate::person::{self, Person};
use crate::rights::view::{self, Section};
use crate::rights::{looks, tables};

pub(super) struct Read {
    pub(super) person: Person,
    pub(super) sections: Vec<Section>,
    pub(super) looks: Vec<Looked>,
}

/// Somebody who did one thing, how often, and when last.
pub(super) struct Looked {
    pub(super) who: String,
    pub(super) did: String,
    pub(super) times: i64,
    pub(super) last: String,
}

/// # Errors
/// [`Nope::NotFound`] for nobody; the store's.
pub(super) async fn of_person(tx: &mut Tx, id: PersonId, ui: &Ui) -> Result<Read, Nope> {
    let person = person::find(tx, id).await?.ok_or(Nope::NotFound)?;
    let sections = view::sections(tx, &person, ui.lang).await?;
    let tables = tables(tx).await?;
    let looks = told(&looks::at(tx, &tables, id).await?, ui);
    Ok(Read { person, sections, looks })
}

/// Whoever did something, by name; each thing they did counted, not told one by one.
fn told(entries: &[Entry], ui: &Ui) -> Vec<Looked> {
    let mut counted: BTreeMap<(String, String), (i64, i64)> = BTreeMap::new();
    for entry in entries {
        let key = (audit::labels::who(entry, ui.frame()), audit::labels::action(&entry.action, ui.frame()));
        let (times, last) = counted.entry(key).or_default();
        *times += 1;
        *last = entry.at.max(*last);
    }
    let looked = counted.into_iter().map(|((who, did), (times, last))| Looked {
        who,
        did,
        times,
        last: dates::day_of(last, ui.lang),
    });
    looked.collect()
}
