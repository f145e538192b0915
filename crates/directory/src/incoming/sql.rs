//! What is brought, and how sources' tables are read.

use jiff::Timestamp;
use kernel::id::{AccountId, IncomingId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use sqlx::types::Uuid;

use super::model::{Incoming, Part, State};
use crate::exchange::reading::{Mapping, Reads};
use crate::stored::{read_back, written};
use crate::vocabulary::Coded;

const TABLE: &str = "incoming";
const MAPPINGS: &str = "source_mapping";
/// What waits at once; the oldest goes for a new one.
pub(super) const MOST_KEPT: i64 = 20;

#[derive(FromRow)]
struct Row {
    id: Uuid,
    brought_by: Uuid,
    brought_at: i64,
    source: String,
    reads: Option<String>,
    state: String,
    findings: Option<String>,
    agreed_at: Option<i64>,
    version: i64,
}

pub(super) async fn insert(tx: &mut Tx, incoming: &Incoming) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO incoming (id, brought_by, brought_at, source, reads, state, findings, version)
         VALUES ($1, $2, $3, $4, $5, 'waiting', NULL, 1)",
        &[
            incoming.id.into(),
            incoming.by.into(),
            incoming.at.into(),
            incoming.source.as_str().into(),
            incoming.reads.map(Coded::code).into(),
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn put_file(
    tx: &mut Tx,
    id: IncomingId,
    part: Part,
    texts: &[String],
) -> Result<(), DbError> {
    for (number, text) in (1_i64..).zip(texts) {
        tx.run(
            "INSERT INTO incoming_part (incoming_id, file, number, content) VALUES ($1, $2, $3, $4)",
            &[id.into(), part.code().into(), number.into(), text.into()],
        )
        .await?;
    }
    Ok(())
}

/// Empty when there is no such file.
pub(super) async fn file(tx: &mut Tx, id: IncomingId, part: Part) -> Result<Vec<String>, DbError> {
    let rows: Vec<(String,)> = tx
        .all(
            "SELECT content FROM incoming_part WHERE incoming_id = $1 AND file = $2 ORDER BY number",
            &[id.into(), part.code().into()],
        )
        .await?;
    Ok(rows.into_iter().map(|(content,)| content).collect())
}

pub(super) async fn find(tx: &mut Tx, id: IncomingId) -> Result<Option<Incoming>, DbError> {
    let row: Option<Row> = tx
        .maybe(
            "SELECT id, brought_by, brought_at, source, reads, state, findings, agreed_at, version
             FROM incoming WHERE id = $1",
            &[id.into()],
        )
        .await?;
    row.map(Row::read).transpose()
}

/// What is being imported, then the last ones, the newest first.
pub(super) async fn latest(tx: &mut Tx) -> Result<Vec<Incoming>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT id, brought_by, brought_at, source, reads, state, findings, agreed_at, version
             FROM incoming ORDER BY agreed_at IS NULL, brought_at DESC, id DESC LIMIT $1",
            &[MOST_KEPT.into()],
        )
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// Keeps a step; `false` when somebody was faster.
pub(super) async fn step(tx: &mut Tx, incoming: &Incoming, now: Timestamp) -> Result<bool, DbError> {
    let (state, agreed_at) = match &incoming.state {
        State::Waiting => ("waiting", None),
        State::Checked(_) => ("checked", None),
        State::Importing(_) => ("checked", Some(now)),
        State::Imported(_) => ("imported", None),
    };
    let id = incoming.id.to_string();
    let findings = incoming.findings().map(|findings| written(findings, TABLE, "findings", &id));
    let kept = tx
        .run(
            "UPDATE incoming SET state = $2, findings = $3, agreed_at = $5, version = version + 1
             WHERE id = $1 AND version = $4",
            &[
                incoming.id.into(),
                state.into(),
                findings.transpose()?.into(),
                incoming.version.into(),
                agreed_at.into(),
            ],
        )
        .await?;
    Ok(kept == 1)
}

/// Forgets the files, not what was found in them.
pub(super) async fn forget_files(tx: &mut Tx, id: IncomingId) -> Result<(), DbError> {
    tx.run("DELETE FROM incoming_part WHERE incoming_id = $1", &[id.into()]).await?;
    Ok(())
}

pub(super) async fn forget(tx: &mut Tx, id: IncomingId) -> Result<(), DbError> {
    forget_files(tx, id).await?;
    tx.run("DELETE FROM incoming WHERE id = $1", &[id.into()]).await?;
    Ok(())
}

/// Forgets the oldest, for one more to be kept; none that is being imported.
pub(super) async fn make_room(tx: &mut Tx) -> Result<(), DbError> {
    let rows: Vec<(Uuid,)> = tx
        .all(
            "SELECT id FROM incoming WHERE agreed_at IS NULL
             ORDER BY brought_at DESC, id DESC LIMIT 1000 OFFSET $1",
            &[(MOST_KEPT - 1).into()],
        )
        .await?;
    for (id,) in rows {
        forget(tx, IncomingId(id)).await?;
    }
    Ok(())
}

pub(super) async fn mapping(tx: &mut Tx, source: &str, reads: Reads) -> Result<Option<Mapping>, DbError> {
    let row: Option<(String,)> = tx
        .maybe(
            "SELECT mapping FROM source_mapping WHERE source = $1 AND reads = $2",
            &[source.into(), reads.code().into()],
        )
        .await?;
    row.map(|(json,)| read_back(&json, MAPPINGS, "mapping", source)).transpose()
}

pub(super) async fn remember(
    tx: &mut Tx,
    mapping: &Mapping,
    by: AccountId,
    now: Timestamp,
) -> Result<(), DbError> {
    let json = written(mapping, MAPPINGS, "mapping", &mapping.source)?;
    tx.run(
        "INSERT INTO source_mapping (source, reads, mapping, changed_by, changed_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (source, reads)
         DO UPDATE SET mapping = excluded.mapping, changed_by = excluded.changed_by,
                       changed_at = excluded.changed_at",
        &[mapping.source.as_str().into(), mapping.reads.code().into(), json.into(), by.into(), now.into()],
    )
    .await?;
    Ok(())
}

impl Row {
    fn read(self) -> Result<Incoming, DbError> {
        let id = self.id.to_string();
        let impossible = |column| DbError::Impossible { table: TABLE, column, id: id.clone() };
        let findings = self.findings.map(|json| read_back(&json, TABLE, "findings", &id)).transpose()?;
        let state = match (self.state.as_str(), findings, self.agreed_at) {
            ("waiting", None, None) => State::Waiting,
            ("checked", Some(findings), None) => State::Checked(findings),
            ("checked", Some(findings), Some(_)) => State::Importing(findings),
            ("imported", Some(findings), None) => State::Imported(findings),
            _ => return Err(impossible("state")),
        };
        let reads = self.reads.map(|code| Reads::from_code(&code).ok_or_else(|| impossible("reads")));
        Ok(Incoming {
            id: IncomingId(self.id),
            by: AccountId(self.brought_by),
            at: Timestamp::from_second(self.brought_at).map_err(|_| impossible("brought_at"))?,
            source: self.source,
            reads: reads.transpose()?,
            state,
            version: self.version,
        })
    }
}
