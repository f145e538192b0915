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
use crate::person;

/// What stands where something of somebody else is left out.
const LEFT_OUT: &str = "left out: of another person";

/// All that is held of a person, and who looked at it.
pub(super) struct Copy {
    pub(super) made_at: Timestamp,
    pub(super) tables: Vec<Copied>,
    pub(super) looks: Vec<Entry>,
}

/// The rows of a table that are about them.
pub(super) struct Copied {
    pub(super) held: HeldTable,
    pub(super) rows: Vec<Vec<Cell>>,
}

pub(super) struct Cell {
    pub(super) column: String,
    /// None for a column nobody said anything of: it is told all the same.
    pub(super) says: Option<Says<Said>>,
    pub(super) value: Found,
}

/// A value, as far as it may be told.
pub(super) enum Found {
    Nothing,
    /// Of somebody else.
    LeftOut,
    /// Unix seconds.
    Moment(i64),
    Number(i64),
    Flag(bool),
    Text(String),
}

/// Makes copies, of one person after the other: what is the same for all of them is asked once.
pub(crate) struct Copier {
    tables: Vec<(HeldTable, Table)>,
    names: Names,
}

/// Of accounts, once they were asked.
#[derive(Default)]
struct Names(HashMap<Uuid, Option<String>>);

impl Copier {
    /// # Errors
    /// [`DbError`] of the store.
    pub(crate) async fn new(tx: &mut Tx) -> Result<Copier, DbError> {
        Ok(Copier { tables: tables(tx).await?, names: Names::default() })
    }

    /// All that is held of somebody, as their own copy says it (JSON); none for nobody.
    ///
    /// # Errors
    /// [`DbError`] of the store.
    pub(crate) async fn json(
        &mut self,
        tx: &mut Tx,
        person: PersonId,
        now: Timestamp,
    ) -> Result<Option<Json>, DbError> {
        if person::find(tx, person).await?.is_none() {
            return Ok(None);
        }
        Ok(Some(self.of(tx, person, now).await?.json()))
    }

    /// # Errors
    /// [`DbError`] of the store.
    pub(super) async fn of(
        &mut self,
        tx: &mut Tx,
        person: PersonId,
        now: Timestamp,
    ) -> Result<Copy, DbError> {
        let mut copied = Vec::new();
        for (held, table) in &self.tables {
            let rows = self.names.rows(tx, table, held, person).await?;
            copied.push(Copied { held: *held, rows });
        }
        Ok(Copy { made_at: now, tables: copied, looks: looks::at(tx, &self.tables, person).await? })
    }
}

impl Names {
    async fn rows(
        &mut self,
        tx: &mut Tx,
        table: &Table,
        held: &HeldTable,
        person: PersonId,
    ) -> Result<Vec<Vec<Cell>>, DbError> {
        let rows = whole::rows(tx, table, Some((held.rows, &[person.into()]))).await?;
        let mut told = Vec::new();
        for row in rows {
            let mut cells = Vec::new();
            for (column, value) in table.columns.iter().zip(row) {
                let says = says(held, &column.name);
                if let Some(value) = self.found(tx, says, value).await? {
                    cells.push(Cell { column: column.name.clone(), says, value });
                }
            }
            told.push(cells);
        }
        Ok(told)
    }

    /// A value as the copy has it; none where it says nothing.
    async fn found(
        &mut self,
        tx: &mut Tx,
        says: Option<Says<Said>>,
        value: Value,
    ) -> Result<Option<Found>, DbError> {
        Ok(match (says, value) {
            (Some(Says::Nothing), _) => None,
            (Some(Says::OfAnother(_)), value) => (!is_null(&value)).then_some(Found::LeftOut),
            (Some(Says::Moment), Value::Int(second)) => Some(second.map_or(Found::Nothing, Found::Moment)),
            (Some(Says::Account), Value::Uuid(Some(id))) => Some(text(self.name(tx, id).await?)),
            (_, Value::Int(value)) => Some(value.map_or(Found::Nothing, Found::Number)),
            (_, Value::Bool(value)) => Some(value.map_or(Found::Nothing, Found::Flag)),
            (_, Value::Text(value)) => Some(text(value)),
            (_, Value::Uuid(value)) => Some(text(value.map(|id| id.to_string()))),
        })
    }

    async fn name(&mut self, tx: &mut Tx, id: Uuid) -> Result<Option<String>, DbError> {
        if let Some(known) = self.0.get(&id) {
            return Ok(known.clone());
        }
        let name = accounts::name_of(tx, AccountId(id)).await?;
        self.0.insert(id, name.clone());
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

fn text(text: Option<String>) -> Found {
    text.map_or(Found::Nothing, Found::Text)
}

impl Copy {
    /// For a program that reads it elsewhere.
    pub(super) fn json(&self) -> Json {
        let held: Map<String, Json> = self
            .tables
            .iter()
            .map(|copied| (copied.held.table.to_owned(), copied.rows.iter().map(|row| object(row)).collect()))
            .collect();
        let looked: Vec<Json> = self.looks.iter().map(look).collect();
        json!({ "made_at": self.made_at.to_string(), "held": held, "trail": looked })
    }
}

fn object(row: &[Cell]) -> Json {
    let fields: Map<String, Json> = row.iter().map(|cell| (cell.column.clone(), cell.value.json())).collect();
    Json::Object(fields)
}

impl Found {
    fn json(&self) -> Json {
        match self {
            Found::Nothing => Json::Null,
            Found::LeftOut => LEFT_OUT.into(),
            Found::Moment(second) => moment(*second),
            Found::Number(number) => (*number).into(),
            Found::Flag(flag) => (*flag).into(),
            Found::Text(text) => text.as_str().into(),
        }
    }
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
