//! A form sent with every other field there is: whatever nobody offered changes nothing (mass
//! assignment, CWE-915).

use std::collections::{BTreeMap, BTreeSet};

use platform::db::Engine;
use platform::db::whole::{self, Kind};
use platform::testing::{Frozen, SeenForm, TestApp, Thawed};
use uuid::Uuid;

use crate::doers::Doer;
use crate::forms::token;
use crate::matrix::{everybody_proves_who_they_are, send};

/// Fields of forms and columns of tables, each with something it could take.
#[derive(Debug)]
pub(crate) struct Extras {
    fields: BTreeMap<String, String>,
    /// What reads a form is above the store: one engine is enough, and copies of the other are dear.
    engine: Engine,
}

impl Extras {
    pub(crate) async fn of(test: &TestApp) -> Extras {
        let mut tx = test.app.db().read().await.unwrap();
        let (elsewhere,): (Uuid,) =
            tx.one("SELECT id FROM site ORDER BY created_at DESC, id DESC LIMIT 1", &[]).await.unwrap();
        let tables = whole::tables(&mut tx).await.unwrap();
        let value = |name: &str, kind| match kind {
            Kind::Uuid => elsewhere.to_string(),
            Kind::Bool => "true".to_owned(),
            Kind::Int => "7".to_owned(),
            Kind::Text => token(name, 'y'),
        };
        let columns = tables.iter().flat_map(|table| &table.columns);
        let fields = columns.map(|column| (column.name.clone(), value(&column.name, column.kind))).collect();
        Extras { fields, engine: tx.engine() }
    }

    /// What other forms ask for.
    pub(crate) fn learn(&mut self, form: &SeenForm) {
        for control in form.controls.iter().filter(|control| control.kind != "file") {
            let value =
                if control.value.is_empty() { token(&control.name, 'y') } else { control.value.clone() };
            self.fields.entry(control.name.clone()).or_insert(value);
        }
    }

    /// Those nobody asks for there.
    fn beside(&self, asked: &BTreeSet<&str>) -> Vec<(String, String)> {
        let other = self.fields.iter().filter(|(name, _)| !asked.contains(name.as_str()));
        other.map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    /// The store says the same after a form with and without them. `asked` are the fields of every form
    /// that leads there.
    pub(crate) async fn change_nothing(
        &self,
        frozen: &Frozen,
        doer: &Doer,
        form: &SeenForm,
        asked: &BTreeSet<&str>,
    ) {
        if self.engine == Engine::Postgres {
            return;
        }
        let plain = after(frozen, doer, form, &[]).await;
        let beside = self.beside(asked);
        let more = after(frozen, doer, form, &beside).await;
        for (table, rows) in &plain {
            assert_eq!(
                more.get(table),
                Some(rows),
                "{} writes {table} from what it did not ask",
                form.action
            );
        }
    }
}

/// What each table holds once somebody has sent a form, but for what chance gives.
async fn after(
    frozen: &Frozen,
    doer: &Doer,
    form: &SeenForm,
    beside: &[(String, String)],
) -> BTreeMap<String, Vec<String>> {
    let thawed: Thawed = frozen.thaw().await;
    everybody_proves_who_they_are(&thawed.test).await;
    send(&thawed, doer, form, beside).await;
    let mut tx = thawed.test.app.db().read().await.unwrap();
    let mut said = BTreeMap::new();
    for table in whole::tables(&mut tx).await.unwrap() {
        let salted = |at: usize| table.columns.get(at).is_some_and(|column| column.name.ends_with("_hash"));
        let rows = whole::rows(&mut tx, &table, None).await.unwrap();
        let told = rows.into_iter().map(|row| {
            let values = row.into_iter().enumerate().filter(|(at, _)| !salted(*at)).map(|(_, value)| value);
            without_chance(&format!("{:?}", values.collect::<Vec<_>>()))
        });
        let mut rows: Vec<String> = told.collect();
        rows.sort_unstable();
        said.insert(table.name, rows);
    }
    tx.commit().await.unwrap();
    thawed.end().await;
    said
}

/// Ids, keys, hashes and seeds are new each time: whatever is long and of letters and digits without a space,
/// or a number beyond any moment.
fn without_chance(row: &str) -> String {
    let is_of_chance = |word: &str| {
        let is_number = word.chars().all(|c| c.is_ascii_digit() || c == '-');
        word.len() >= if is_number { 12 } else { 20 }
            && !word.contains(crate::tokens::MARK)
            && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    };
    let mut said = String::new();
    for word in row.split_inclusive(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')) {
        let bare = word.trim_end_matches(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        said.push_str(if is_of_chance(bare) { "…" } else { word });
    }
    said
}
