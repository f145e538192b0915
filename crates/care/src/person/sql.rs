//! The table of persons.

use jiff::Timestamp;
use kernel::coded::Coded;
use kernel::commune::CommuneCode;
use kernel::contact::Phone;
use kernel::id::{AccountId, PersonId, SiteId};
use kernel::name::{BirthYear, PersonName};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{Civility, Person};
use super::rules;

#[derive(FromRow)]
struct PersonRow {
    id: Uuid,
    site_id: Uuid,
    civility: Option<String>,
    name: String,
    birth_year: Option<i64>,
    commune_code: String,
    address: Option<String>,
    phone: Option<String>,
    discreet: bool,
    call_when: Option<String>,
}

/// # Errors
/// [`DbError`] of the store.
pub async fn insert(tx: &mut Tx, person: &Person, now: Timestamp) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO person (id, site_id, civility, name, name_key, birth_year, commune_code, address, phone,
                             discreet, call_when, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        &[
            person.id.into(),
            person.site_id.into(),
            person.civility.map(Civility::code).into(),
            person.name.as_str().into(),
            rules::name_key(person).into(),
            person.birth_year.map(BirthYear::get).into(),
            (&person.commune).into(),
            person.address.clone().into(),
            person.phone.as_ref().map(Phone::e164).into(),
            person.discreet.into(),
            person.call_when.clone().into(),
            now.into(),
        ],
    )
    .await?;
    Ok(())
}

/// # Errors
/// [`DbError`] of the store.
pub async fn find(tx: &mut Tx, id: PersonId) -> Result<Option<Person>, DbError> {
    let row: Option<PersonRow> = tx
        .maybe(
            "SELECT id, site_id, civility, name, birth_year, commune_code, address, phone, discreet, call_when
             FROM person WHERE id = $1",
            &[id.into()],
        )
        .await?;
    row.map(person).transpose()
}

/// The site's persons, among whom likenesses are looked for: those sharing the telephone or the
/// birth year or the name, never the whole file.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn maybe_like(tx: &mut Tx, new: &Person) -> Result<Vec<Person>, DbError> {
    let rows: Vec<PersonRow> = tx
        .all(
            "SELECT id, site_id, civility, name, birth_year, commune_code, address, phone, discreet, call_when
             FROM person WHERE site_id = $1 AND id <> $2 AND merged_into IS NULL
               AND (phone = $3 OR birth_year = $4 OR name_key = $5)
             ORDER BY id",
            &[
                new.site_id.into(),
                new.id.into(),
                new.phone.as_ref().map(Phone::e164).into(),
                new.birth_year.map(BirthYear::get).into(),
                rules::name_key(new).into(),
            ],
        )
        .await?;
    rows.into_iter().map(person).collect()
}

/// A person with what two people who correct at once need to know.
#[derive(Clone, Debug)]
pub struct Stored {
    pub person: Person,
    pub version: i64,
    /// Who last put something right, by name, and when, in Unix seconds.
    pub corrected_by: Option<String>,
    pub corrected_at: Option<i64>,
}

/// # Errors
/// [`DbError`] of the store.
pub async fn stored(tx: &mut Tx, id: PersonId) -> Result<Option<Stored>, DbError> {
    let row: Option<(i64, Option<i64>, Option<String>)> = tx
        .maybe(
            "SELECT p.version, p.corrected_at, a.name FROM person p LEFT JOIN account a ON a.id = p.corrected_by
             WHERE p.id = $1",
            &[id.into()],
        )
        .await?;
    let (Some((version, corrected_at, corrected_by)), Some(person)) = (row, find(tx, id).await?) else {
        return Ok(None);
    };
    Ok(Some(Stored { person, version, corrected_by, corrected_at }))
}

/// Writes a person over the version they were read at; false when somebody else was faster.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn correct(
    tx: &mut Tx,
    right: &Person,
    version: i64,
    (by, at): (Option<AccountId>, Timestamp),
) -> Result<bool, DbError> {
    let written = tx
        .run(
            "UPDATE person SET civility = $3, name = $4, name_key = $5, birth_year = $6, commune_code = $7,
                    address = $8, phone = $9, discreet = $10, call_when = $11, corrected_by = $12,
                    corrected_at = $13, version = version + 1
             WHERE id = $1 AND version = $2",
            &[
                right.id.into(),
                version.into(),
                right.civility.map(Civility::code).into(),
                right.name.as_str().into(),
                rules::name_key(right).into(),
                right.birth_year.map(BirthYear::get).into(),
                (&right.commune).into(),
                right.address.clone().into(),
                right.phone.as_ref().map(Phone::e164).into(),
                right.discreet.into(),
                right.call_when.clone().into(),
                by.into(),
                at.into(),
            ],
        )
        .await?;
    Ok(written == 1)
}

/// The merged record stays, empty of use, and says who it became; so do those merged into it before.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn merge_into(tx: &mut Tx, gone: PersonId, kept: PersonId) -> Result<(), DbError> {
    tx.run(
        "UPDATE person SET merged_into = $2, version = version + 1 WHERE id = $1 OR merged_into = $1",
        &[gone.into(), kept.into()],
    )
    .await?;
    Ok(())
}

fn person(row: PersonRow) -> Result<Person, DbError> {
    let impossible = |column| DbError::Impossible { table: "person", column, id: row.id.to_string() };
    Ok(Person {
        id: PersonId(row.id),
        site_id: SiteId(row.site_id),
        civility: row.civility.as_deref().and_then(Civility::from_code),
        name: PersonName::parse(&row.name).map_err(|_| impossible("name"))?,
        birth_year: row.birth_year.and_then(BirthYear::stored),
        commune: CommuneCode::parse(&row.commune_code).ok_or_else(|| impossible("commune_code"))?,
        address: row.address,
        phone: row.phone.as_deref().and_then(Phone::parse),
        discreet: row.discreet,
        call_when: row.call_when,
    })
}
