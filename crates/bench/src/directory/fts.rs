//! The same questions put to SQLite's own full-text and R*Tree indexes: what one would build
//! without an index of one's own.

use directory::finder::{Entry, Query};
use directory::vocabulary::{Coded, Public, WelcomeMode};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{Row, SqlitePool};

use crate::Failure;

/// Twenty nearest services with two themes and a public within a box, and how many there are.
const EXCHANGE: &str = "
    SELECT s.id, COUNT(*) OVER () AS total
    FROM place p JOIN service s ON s.number = p.number
    WHERE p.south <= $1 AND p.north >= $2 AND p.west <= $3 AND p.east >= $4
      AND EXISTS (SELECT 1 FROM theme t WHERE t.number = s.number AND t.code IN ($5, $6))
      AND EXISTS (SELECT 1 FROM public u WHERE u.number = s.number AND u.code IN ($7, 'tous-publics'))
    ORDER BY (s.lat - $8) * (s.lat - $8) + (s.lon - $9) * (s.lon - $9) * $10, s.id LIMIT 20";

/// Twenty best for a word within a box, and how many there are.
const WORD: &str = "
    SELECT s.id, COUNT(*) OVER () AS total
    FROM (SELECT rowid AS number, bm25(words, 8.0, 4.0, 1.0) AS worth FROM words WHERE words MATCH $5) w
    JOIN place p ON p.number = w.number JOIN service s ON s.number = w.number
    WHERE p.south <= $1 AND p.north >= $2 AND p.west <= $3 AND p.east >= $4
    ORDER BY w.worth, s.id LIMIT 20";

/// The same with two themes and a public.
const WORD_IN_LISTS: &str = "
    SELECT s.id, COUNT(*) OVER () AS total
    FROM (SELECT rowid AS number, bm25(words, 8.0, 4.0, 1.0) AS worth FROM words WHERE words MATCH $5) w
    JOIN place p ON p.number = w.number JOIN service s ON s.number = w.number
    WHERE p.south <= $1 AND p.north >= $2 AND p.west <= $3 AND p.east >= $4
      AND EXISTS (SELECT 1 FROM theme t WHERE t.number = s.number AND t.code IN ($6, $7))
      AND EXISTS (SELECT 1 FROM public u WHERE u.number = s.number AND u.code IN ($8, 'tous-publics'))
    ORDER BY w.worth, s.id LIMIT 20";

pub(super) struct Fts(SqlitePool);

impl Fts {
    pub(super) async fn of(entries: &[Entry]) -> Result<Fts, Failure> {
        let options = SqliteConnectOptions::new().in_memory(true);
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
        for sql in [
            "CREATE TABLE service (number INTEGER PRIMARY KEY, id TEXT, lat REAL, lon REAL, remote INTEGER)",
            "CREATE VIRTUAL TABLE place USING rtree (number, west, east, south, north)",
            "CREATE VIRTUAL TABLE words USING fts5 (name, organization, description, content='', tokenize=\"unicode61 remove_diacritics 2\")",
            "CREATE TABLE theme (number INTEGER, code TEXT, PRIMARY KEY (number, code)) WITHOUT ROWID",
            "CREATE TABLE public (number INTEGER, code TEXT, PRIMARY KEY (number, code)) WITHOUT ROWID",
        ] {
            sqlx::query(sql).execute(&pool).await?;
        }
        let mut tx = pool.begin().await?;
        for (number, entry) in (1_i64..).zip(entries) {
            let resource = entry.resource();
            let remote = resource.welcome_modes.contains(&WelcomeMode::Remote);
            let point = entry.drawn_at().map(|(point, _)| point);
            sqlx::query("INSERT INTO service VALUES ($1, $2, $3, $4, $5)")
                .bind(number)
                .bind(resource.id.as_str())
                .bind(point.map(|point| point.lat))
                .bind(point.map(|point| point.lon))
                .bind(remote)
                .execute(&mut *tx)
                .await?;
            if let Some(point) = point {
                sqlx::query("INSERT INTO place VALUES ($1, $2, $2, $3, $3)")
                    .bind(number)
                    .bind(point.lon)
                    .bind(point.lat)
                    .execute(&mut *tx)
                    .await?;
            }
            sqlx::query("INSERT INTO words (rowid, name, organization, description) VALUES ($1, $2, $3, $4)")
                .bind(number)
                .bind(&resource.name)
                .bind(entry.organization_name())
                .bind(&resource.description)
                .execute(&mut *tx)
                .await?;
            for theme in &resource.themes {
                sqlx::query("INSERT INTO theme VALUES ($1, $2)")
                    .bind(number)
                    .bind(theme.code())
                    .execute(&mut *tx)
                    .await?;
            }
            for public in &resource.publics {
                sqlx::query("INSERT INTO public VALUES ($1, $2)")
                    .bind(number)
                    .bind(public.code())
                    .execute(&mut *tx)
                    .await?;
            }
        }
        tx.commit().await?;
        Ok(Fts(pool))
    }

    /// How many answer the question's two themes, public and box; nothing offered remotely.
    pub(super) async fn exchange(&self, query: &Query) -> Result<i64, Failure> {
        let Some(area) = Area::of(query) else { return Ok(0) };
        let asked = in_lists(area.bind(sqlx::query(EXCHANGE)), query);
        let rows = asked
            .bind(area.lat)
            .bind(area.lon)
            .bind(area.lat.to_radians().cos().powi(2))
            .fetch_all(&self.0)
            .await?;
        Ok(rows.first().map_or(0, |row| row.get("total")))
    }

    /// How many hold the question's word in its box, and in its lists if it has any; no list is counted.
    pub(super) async fn word(&self, query: &Query) -> Result<i64, Failure> {
        let Some(area) = Area::of(query) else { return Ok(0) };
        let text = format!("\"{}\"*", query.text);
        let asked = match query.filters.themes.is_empty() {
            true => area.bind(sqlx::query(WORD)).bind(text),
            false => in_lists(area.bind(sqlx::query(WORD_IN_LISTS)).bind(text), query),
        };
        let rows = asked.fetch_all(&self.0).await?;
        Ok(rows.first().map_or(0, |row| row.get("total")))
    }
}

/// The question's two themes and its public.
fn in_lists<'q>(asked: Asked<'q>, query: &Query) -> Asked<'q> {
    let codes: Vec<&str> = query.filters.themes.iter().map(|wish| wish.code()).collect();
    asked.bind(codes.first().copied()).bind(codes.last().copied()).bind(Public::Seniors.code())
}

struct Area {
    lat: f64,
    lon: f64,
    height: f64,
    width: f64,
}

type Asked<'q> = sqlx::query::Query<'q, sqlx::Sqlite, sqlx::sqlite::SqliteArguments>;

impl Area {
    fn of(query: &Query) -> Option<Area> {
        let near = query.near.as_ref()?;
        let from = near.from?;
        let height = near.radius_km / 111.2;
        Some(Area { lat: from.lat, lon: from.lon, height, width: height / from.lat.to_radians().cos() })
    }

    fn bind<'q>(&self, query: Asked<'q>) -> Asked<'q> {
        query
            .bind(self.lat + self.height)
            .bind(self.lat - self.height)
            .bind(self.lon + self.width)
            .bind(self.lon - self.width)
    }
}
