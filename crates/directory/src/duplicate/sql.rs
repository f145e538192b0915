//! The table of pairs.

use jiff::Timestamp;
use kernel::coded::Coded;
use kernel::id::{AccountId, DuplicateId};
use platform::db::{DbError, Tx, Value};
use sqlx::FromRow;
use sqlx::types::Uuid;

use super::compare::{Clue, Likeness};
use super::entry::{Entry, EntryId, Kind};
use super::model::{Decision, Pair, State};
use crate::organization::Organization;
use crate::resource::Resource;
use crate::stored;
use crate::verification::Corrections;

const TABLE: &str = "duplicate_pair";

#[derive(FromRow)]
struct PairRow {
    id: Uuid,
    kind: String,
    first_id: String,
    second_id: String,
    score: i64,
    reasons: String,
    state: String,
    kept_id: Option<String>,
    decided_by: Option<Uuid>,
    decided_at: Option<i64>,
    version: i64,
}

/// A pair with both of its entries as they are now.
#[derive(Clone, Debug)]
pub(super) struct Compared {
    pub(super) pair: Pair,
    pub(super) first: Side,
    pub(super) second: Side,
    /// Who decided.
    pub(super) by: Option<String>,
}

#[derive(Clone, Debug)]
pub(super) struct Side {
    pub(super) entry: Entry,
    /// What offers it, when it is a resource.
    pub(super) offered_by: Option<String>,
    pub(super) fingerprint: String,
    /// Under which it is shown, if any.
    pub(super) merged_into: Option<String>,
    pub(super) is_gone: bool,
}

impl Side {
    /// It is listed, and shown under no other.
    pub(super) fn stands(&self) -> bool {
        self.merged_into.is_none() && !self.is_gone
    }
}

#[derive(FromRow)]
struct ComparedRow {
    #[sqlx(flatten)]
    pair: PairRow,
    first_content: String,
    first_corrections: Option<String>,
    first_offered_by: Option<String>,
    first_fingerprint: String,
    first_merged_into: Option<String>,
    first_gone_since: Option<i64>,
    second_content: String,
    second_corrections: Option<String>,
    second_offered_by: Option<String>,
    second_fingerprint: String,
    second_merged_into: Option<String>,
    second_gone_since: Option<i64>,
    by_name: Option<String>,
}

/// What of the pairs is wanted: a kind, a state's code, and one département or all of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted<'w> {
    pub(super) kind: Kind,
    pub(super) state: &'w str,
    pub(super) departement: Option<&'w str>,
}

/// Every pair of a kind.
pub(super) async fn all(tx: &mut Tx, kind: Kind) -> Result<Vec<Pair>, DbError> {
    let rows: Vec<PairRow> = tx
        .all(
            "SELECT id, kind, first_id, second_id, score, reasons, state, kept_id, decided_by, decided_at,
                    version
             FROM duplicate_pair WHERE kind = $1 ORDER BY id",
            &[kind.code().into()],
        )
        .await?;
    rows.into_iter().map(PairRow::read).collect()
}

/// Both sides of each proposal from a score on.
pub(super) async fn likely(tx: &mut Tx, kind: Kind, from: i16) -> Result<Vec<(EntryId, EntryId)>, DbError> {
    let rows: Vec<(String, String)> = tx
        .all(
            "SELECT first_id, second_id FROM duplicate_pair
             WHERE kind = $1 AND state = 'proposed' AND score >= $2 ORDER BY first_id, second_id",
            &[kind.code().into(), from.into()],
        )
        .await?;
    let read = |id: String| {
        EntryId::parse(&id).map_err(|_| DbError::Impossible { table: TABLE, column: "first_id", id })
    };
    rows.into_iter().map(|(first, second)| Ok((read(first)?, read(second)?))).collect()
}

pub(super) async fn find(tx: &mut Tx, id: DuplicateId) -> Result<Option<Compared>, DbError> {
    let row: Option<ComparedRow> =
        tx.maybe("SELECT * FROM compared_pair WHERE id = $1", &[id.into()]).await?;
    row.map(ComparedRow::read).transpose()
}

/// Some of those worth showing, from an offset: proposals by score, decisions the last first.
pub(super) async fn page(
    tx: &mut Tx,
    wanted: Wanted<'_>,
    offset: i64,
    count: i64,
) -> Result<Vec<Compared>, DbError> {
    let rows: Vec<ComparedRow> = tx
        .all(
            "SELECT * FROM compared_pair
             WHERE kind = $1 AND state = $2 AND ($3 IS NULL OR departement = $3) AND is_worth_showing
             ORDER BY decided_at DESC, score DESC, first_id, second_id LIMIT $4 OFFSET $5",
            &[
                wanted.kind.code().into(),
                wanted.state.into(),
                wanted.departement.into(),
                count.into(),
                offset.into(),
            ],
        )
        .await?;
    rows.into_iter().map(ComparedRow::read).collect()
}

/// Kinds and départements with pairs of a state, and how many; of a kind, `None` counts those of no
/// département.
pub(super) async fn counts(tx: &mut Tx, state: &str) -> Result<Vec<(String, Option<String>, i64)>, DbError> {
    tx.all(
        "SELECT kind, departement, COUNT(*) FROM compared_pair
         WHERE state = $1 AND is_worth_showing
         GROUP BY kind, departement ORDER BY kind, departement",
        &[state.into()],
    )
    .await
}

/// Keeps a new proposal, unless somebody was faster.
pub(super) async fn propose(
    tx: &mut Tx,
    kind: Kind,
    pair: (&EntryId, &EntryId),
    departement: Option<&str>,
    likeness: &Likeness,
) -> Result<(), DbError> {
    let id = DuplicateId::new();
    tx.run(
        "INSERT INTO duplicate_pair (id, kind, first_id, second_id, departement, score, reasons, state, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'proposed', 0)
         ON CONFLICT (kind, first_id, second_id) DO NOTHING",
        &[
            id.into(),
            kind.code().into(),
            pair.0.as_str().into(),
            pair.1.as_str().into(),
            departement.into(),
            likeness.score.into(),
            reasons(likeness, id)?.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Proposes a pair as it is now, unless it changed meanwhile.
pub(super) async fn renew(tx: &mut Tx, pair: &Pair, likeness: &Likeness) -> Result<(), DbError> {
    tx.run(
        "UPDATE duplicate_pair SET score = $3, reasons = $4, state = 'proposed', kept_id = NULL,
                                   decided_by = NULL, decided_at = NULL, version = version + 1
         WHERE id = $1 AND version = $2",
        &[pair.id.into(), pair.version.into(), likeness.score.into(), reasons(likeness, pair.id)?.into()],
    )
    .await?;
    Ok(())
}

/// Forgets a proposal, unless somebody decided meanwhile.
pub(super) async fn withdraw(tx: &mut Tx, pair: &Pair) -> Result<(), DbError> {
    tx.run(
        "DELETE FROM duplicate_pair WHERE id = $1 AND version = $2 AND state = 'proposed'",
        &[pair.id.into(), pair.version.into()],
    )
    .await?;
    Ok(())
}

/// Writes what was decided; false when the pair changed meanwhile.
pub(super) async fn decide(tx: &mut Tx, pair: &Pair) -> Result<bool, DbError> {
    let decision = pair.state.decision();
    let values: [Value; 6] = [
        pair.id.into(),
        pair.version.into(),
        pair.state.code().into(),
        pair.state.kept().map(EntryId::as_str).into(),
        decision.map(|decision| decision.by).into(),
        decision.map(|decision| decision.at).into(),
    ];
    let written = tx
        .run(
            "UPDATE duplicate_pair SET state = $3, kept_id = $4, decided_by = $5, decided_at = $6,
                                       version = version + 1
             WHERE id = $1 AND version = $2",
            &values,
        )
        .await?;
    Ok(written == 1)
}

fn reasons(likeness: &Likeness, id: DuplicateId) -> Result<String, DbError> {
    stored::written(&likeness.clues, TABLE, "reasons", &id.to_string())
}

impl PairRow {
    fn read(self) -> Result<Pair, DbError> {
        let id = self.id.to_string();
        let impossible = |column| DbError::Impossible { table: TABLE, column, id: id.clone() };
        let entry = |text: &str, column| EntryId::parse(text).map_err(|_| impossible(column));
        let clues: Vec<Clue> = stored::read_back(&self.reasons, TABLE, "reasons", &id)?;
        let score = i16::try_from(self.score).map_err(|_| impossible("score"))?;
        let decision = match (self.decided_by, self.decided_at) {
            (Some(by), Some(at)) => {
                let at = Timestamp::from_second(at).map_err(|_| impossible("decided_at"))?;
                Some(Decision { by: AccountId(by), at })
            }
            _ => None,
        };
        let state = match (self.state.as_str(), decision, self.kept_id.as_deref()) {
            ("proposed", None, None) => State::Proposed,
            ("same", Some(decision), Some(kept)) => State::Same { kept: entry(kept, "kept_id")?, decision },
            ("different", Some(decision), None) => State::Different { decision },
            _ => return Err(impossible("state")),
        };
        Ok(Pair {
            id: DuplicateId(self.id),
            kind: Kind::from_code(&self.kind).ok_or_else(|| impossible("kind"))?,
            first: entry(&self.first_id, "first_id")?,
            second: entry(&self.second_id, "second_id")?,
            likeness: Likeness { score, clues },
            state,
            version: self.version,
        })
    }
}

impl ComparedRow {
    fn read(self) -> Result<Compared, DbError> {
        let pair = self.pair.read()?;
        Ok(Compared {
            first: Side {
                entry: entry(&pair, &pair.first, &self.first_content, self.first_corrections.as_deref())?,
                offered_by: self.first_offered_by,
                fingerprint: self.first_fingerprint,
                merged_into: self.first_merged_into,
                is_gone: self.first_gone_since.is_some(),
            },
            second: Side {
                entry: entry(&pair, &pair.second, &self.second_content, self.second_corrections.as_deref())?,
                offered_by: self.second_offered_by,
                fingerprint: self.second_fingerprint,
                merged_into: self.second_merged_into,
                is_gone: self.second_gone_since.is_some(),
            },
            pair,
            by: self.by_name,
        })
    }
}

/// As it is shown: with what is said here instead of its source.
fn entry(pair: &Pair, id: &EntryId, content: &str, corrections: Option<&str>) -> Result<Entry, DbError> {
    let (table, id) = (pair.kind.code(), id.as_str());
    Ok(match pair.kind {
        Kind::Organization => {
            let organization: Organization = stored::read_back(content, table, "content", id)?;
            Entry::Organization(Box::new(organization))
        }
        Kind::Resource => {
            let mut resource: Resource = stored::read_back(content, table, "content", id)?;
            if let Some(json) = corrections {
                let said: Corrections = stored::read_back(json, "verification", "corrections", id)?;
                said.lay_over(&mut resource);
            }
            Entry::Resource(Box::new(resource))
        }
    })
}
