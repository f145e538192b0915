//! The copy: every table, every row, every column that says something; then who looked.

use std::collections::HashMap;

use jiff::Timestamp;
use kernel::id::{AccountId, PersonId};
use platform::accounts;
use platform::audit::Entry;
use platform::db::whole::{self, Table};
use platform::db::{DbError, Tx, Value};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::{looks, tables};
use crate::held::{HeldTable, Said, Says};

/// What stands where something of somebody else is left out.
const LEFT_OUT: &str = "left out: of another person";

/// All that is held of a person, and who looked at it.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn of_person(tx: &mut Tx, person: PersonId, now: Timestamp) -> Result<Json, DbError> {
    let mut copier = Copier { names: HashMap::new() };
    let mut told = Map::new();
    for (held, table) in tables(tx).await? {
        told.insert(held.table.to_owned(), copier.rows(tx, &table, &held, person).await?);
    }
    let looked: Vec<Json> = looks::at(tx, person).await?.iter().map(look).collect();
    Ok(json!({ "made_at": now.to_string(), "held": told, "trail": looked }))
}

struct Copier {
    /// Of accounts, once they were asked.
    names: HashMap<Uuid, Option<String>>,
}

impl Copier {
    async fn rows(
        &mut self,
        tx: &mut Tx,
        table: &Table,
        held: &HeldTable,
        person: PersonId,
    ) -> Result<Json, DbError> {
        let rows = whole::rows(tx, table, Some((held.rows, &[person.into()]))).await?;
        let mut told = Vec::new();
        for row in rows {
            let mut one = Map::new();
            for (column, value) in table.columns.iter().zip(row) {
                if let Some(value) = self.said(tx, says(held, &column.name), value).await? {
                    one.insert(column.name.clone(), value);
                }
            }
            told.push(Json::Object(one));
        }
        Ok(Json::Array(told))
    }

    /// A value as the copy has it; none where it says nothing.
    async fn said(
        &mut self,
        tx: &mut Tx,
        says: Option<Says<Said>>,
        value: Value,
    ) -> Result<Option<Json>, DbError> {
        Ok(match (says, value) {
            (Some(Says::Nothing), _) => None,
            (Some(Says::OfAnother(_)), value) => (!is_null(&value)).then(|| LEFT_OUT.into()),
            (Some(Says::Moment), Value::Int(second)) => Some(second.map_or(Json::Null, moment)),
            (Some(Says::Account), Value::Uuid(Some(id))) => Some(self.name(tx, id).await?.into()),
            (_, Value::Int(value)) => Some(value.into()),
            (_, Value::Text(value)) => Some(value.into()),
            (_, Value::Bool(value)) => Some(value.into()),
            (_, Value::Uuid(value)) => Some(value.map(|id| id.to_string()).into()),
        })
    }

    async fn name(&mut self, tx: &mut Tx, id: Uuid) -> Result<Option<String>, DbError> {
        if let Some(known) = self.names.get(&id) {
            return Ok(known.clone());
        }
        let name = accounts::name_of(tx, AccountId(id)).await?;
        self.names.insert(id, name.clone());
        Ok(name)
    }
}

/// A column nobody said anything of is told: better too much than too little.
fn says(held: &HeldTable, column: &str) -> Option<Says<Said>> {
    held.columns.iter().find(|(name, _)| *name == column).map(|(_, says)| *says)
}

fn is_null(value: &Value) -> bool {
    matches!(value, Value::Int(None) | Value::Text(None) | Value::Bool(None) | Value::Uuid(None))
}

/// As the world writes moments (RFC 3339), for whoever reads it elsewhere.
fn moment(second: i64) -> Json {
    Timestamp::from_second(second).ok().map(|moment| moment.to_string()).into()
}

fn look(entry: &Entry) -> Json {
    json!({
        "at": moment(entry.at),
        "by": entry.account_name.as_deref().unwrap_or(&entry.actor),
        "did": entry.action,
        "to": entry.subject_kind,
    })
}
