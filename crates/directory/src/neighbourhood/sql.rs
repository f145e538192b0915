//! The table of outlines.

use jiff::Timestamp;
use kernel::commune::CommuneCode;
use kernel::geo::Point;
use platform::db::{DbError, Tx};
use sqlx::FromRow;

use super::model::Neighbourhood;
use crate::gazetteer::Polygon;
use crate::stored;

const TABLE: &str = "neighbourhood";

/// Polygons, each with its rings, the outer one first: longitudes and latitudes.
type Outline = Vec<Vec<Vec<(f64, f64)>>>;

#[derive(FromRow)]
struct Row {
    code: String,
    name: String,
    commune: String,
    outline: String,
}

/// One of a list: its code and its name.
pub(crate) type Named = (String, String);

/// What nobody could have brought is not asked for: engines differ on a NUL in a text.
fn is_code(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

pub(super) async fn find(tx: &mut Tx, code: &str) -> Result<Option<Neighbourhood>, DbError> {
    if !is_code(code) {
        return Ok(None);
    }
    let row: Option<Row> = tx
        .maybe("SELECT code, name, commune, outline FROM neighbourhood WHERE code = $1", &[code.into()])
        .await?;
    row.map(Row::read).transpose()
}

/// Those of a commune, by name.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn of_commune(tx: &mut Tx, commune: &CommuneCode) -> Result<Vec<Named>, DbError> {
    tx.all(
        "SELECT code, name FROM neighbourhood WHERE commune = $1 ORDER BY name, code",
        &[commune.as_str().into()],
    )
    .await
}

/// Some of all, from an offset, by name; and how many there are.
pub(super) async fn page(tx: &mut Tx, offset: i64, count: i64) -> Result<(Vec<Named>, i64), DbError> {
    let (total,): (i64,) = tx.one("SELECT COUNT(*) FROM neighbourhood", &[]).await?;
    let rows = tx
        .all(
            "SELECT code, name FROM neighbourhood ORDER BY name, code LIMIT $1 OFFSET $2",
            &[count.into(), offset.into()],
        )
        .await?;
    Ok((rows, total))
}

/// Puts it in place of the one of its code; false when it was there already.
pub(super) async fn put(tx: &mut Tx, one: &Neighbourhood, now: Timestamp) -> Result<bool, DbError> {
    let outline = stored::written(&outline(&one.outline), TABLE, "outline", &one.code)?;
    let written = tx
        .run(
            "INSERT INTO neighbourhood (code, name, commune, outline, brought_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (code) DO UPDATE SET name = excluded.name, commune = excluded.commune,
                outline = excluded.outline, brought_at = excluded.brought_at
             WHERE neighbourhood.name <> excluded.name OR neighbourhood.outline <> excluded.outline",
            &[
                one.code.as_str().into(),
                one.name.as_str().into(),
                one.commune.as_str().into(),
                outline.into(),
                now.into(),
            ],
        )
        .await?;
    Ok(written == 1)
}

/// False when it was not there.
pub(super) async fn remove(tx: &mut Tx, code: &str) -> Result<bool, DbError> {
    Ok(is_code(code) && tx.run("DELETE FROM neighbourhood WHERE code = $1", &[code.into()]).await? == 1)
}

fn outline(polygons: &[Polygon]) -> Outline {
    let ring = |ring: &Vec<Point>| ring.iter().map(|point| (point.lon, point.lat)).collect();
    let rings = |polygon: &Polygon| std::iter::once(&polygon.outer).chain(&polygon.holes).map(ring).collect();
    polygons.iter().map(rings).collect()
}

impl Row {
    fn read(self) -> Result<Neighbourhood, DbError> {
        let impossible = |column| DbError::Impossible { table: TABLE, column, id: self.code.clone() };
        let outline: Outline = stored::read_back(&self.outline, TABLE, "outline", &self.code)?;
        let ring = |ring: Vec<(f64, f64)>| -> Option<Vec<Point>> {
            ring.into_iter().map(|(lon, lat)| Point::new(lat, lon)).collect()
        };
        let polygon = |rings: Vec<Vec<(f64, f64)>>| -> Option<Polygon> {
            let mut rings = rings.into_iter().map(ring).collect::<Option<Vec<_>>>()?.into_iter();
            Some(Polygon { outer: rings.next()?, holes: rings.collect() })
        };
        let outline: Option<Vec<Polygon>> = outline.into_iter().map(polygon).collect();
        Ok(Neighbourhood {
            outline: outline.ok_or_else(|| impossible("outline"))?,
            commune: CommuneCode::parse(&self.commune).ok_or_else(|| impossible("commune"))?,
            code: self.code,
            name: self.name,
        })
    }
}
