//! The table of sign-ins.

use jiff::{SignedDuration, Timestamp};
use kernel::coded::Coded;
use kernel::id::AccountId;
use sha2::{Digest, Sha256};
use sqlx::FromRow;
use uuid::Uuid;

use super::model::Event;
use crate::db::{DbError, Tx};
use crate::web::ui::Ui;

/// The longest the CNIL recommends for such a journal (deliberation 2021-122 of 14 October 2021: six
/// months to a year), as an intrusion is often found months later.
pub(crate) const KEPT: SignedDuration = SignedDuration::from_hours(365 * 24);
const MINUTE: i64 = 60;

/// All that was alike in one minute.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Entry {
    /// Unix seconds, of the first.
    pub(super) at: i64,
    pub(super) account_name: Option<String>,
    pub(super) what: String,
    pub(super) way: String,
    pub(super) provider: Option<String>,
    pub(super) outcome: String,
    pub(super) device: Option<String>,
    pub(super) network: Option<String>,
    pub(super) times: i64,
}

/// Keeps what happened now, in the caller's transaction.
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::accounts) async fn note(
    tx: &mut Tx,
    ui: &Ui,
    account: Option<AccountId>,
    event: Event<'_>,
) -> Result<(), DbError> {
    let now = ui.app.wall().now();
    tx.run(
        "INSERT INTO sign_in_entry (id, at, account_id, what, way, provider, outcome, device, network, times)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
         ON CONFLICT (id) DO UPDATE SET times = sign_in_entry.times + 1,
           device = CASE WHEN sign_in_entry.device = excluded.device THEN excluded.device END,
           network = CASE WHEN sign_in_entry.network = excluded.network THEN excluded.network END",
        &[
            alike(account, event, now).into(),
            now.into(),
            account.into(),
            event.what.code().into(),
            event.way.code().into(),
            event.provider.into(),
            event.outcome.code().into(),
            ui.whence.device.clone().into(),
            ui.whence.network.clone().into(),
        ],
    )
    .await?;
    Ok(())
}

/// The same for all that is one row.
fn alike(account: Option<AccountId>, event: Event<'_>, now: Timestamp) -> Uuid {
    let said = [
        now.as_second().div_euclid(MINUTE).to_string(),
        account.map_or_else(|| "-".to_owned(), |id| id.to_string()),
        event.what.code().to_owned(),
        event.way.code().to_owned(),
        event.provider.unwrap_or("-").to_owned(),
        event.outcome.code().to_owned(),
    ];
    let [first @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] =
        <[u8; 32]>::from(Sha256::digest(said.join("\n")));
    Uuid::from_bytes(first)
}

/// Forgets what happened before a moment.
pub(crate) async fn forget(tx: &mut Tx, before: Timestamp) -> Result<(), DbError> {
    tx.run("DELETE FROM sign_in_entry WHERE at < $1", &[before.into()]).await?;
    Ok(())
}

/// Somebody's own, the latest first, from an offset.
pub(super) async fn of_account(
    tx: &mut Tx,
    account: AccountId,
    (offset, count): (i64, i64),
) -> Result<Vec<Entry>, DbError> {
    tx.all(
        "SELECT e.at, NULL AS account_name, e.what, e.way, e.provider, e.outcome, e.device, e.network, e.times
         FROM sign_in_entry e WHERE e.account_id = $1 ORDER BY e.at DESC, e.id LIMIT $3 OFFSET $2",
        &[account.into(), offset.into(), count.into()],
    )
    .await
}

/// Those of the teams an administrator keeps, and of nobody; the latest first, from an offset.
pub(super) async fn of_teams(
    tx: &mut Tx,
    administrator: AccountId,
    only_refused: bool,
    (offset, count): (i64, i64),
) -> Result<Vec<Entry>, DbError> {
    tx.all(
        "SELECT e.at, a.name AS account_name, e.what, e.way, e.provider, e.outcome, e.device, e.network, e.times
         FROM sign_in_entry e LEFT JOIN account a ON a.id = e.account_id
         WHERE (e.account_id IS NULL OR e.account_id IN
             (SELECT theirs.account_id FROM membership theirs WHERE theirs.site_id IN
                 (SELECT site_id FROM membership WHERE account_id = $1 AND role = 'administrator')))
           AND ($2 = FALSE OR e.outcome IN ('no', 'too_many'))
         ORDER BY e.at DESC, e.id LIMIT $4 OFFSET $3",
        &[administrator.into(), only_refused.into(), offset.into(), count.into()],
    )
    .await
}
