//! What becomes of an account closed long ago, on both engines.

use kernel::id::AccountId;

use super::second::{NADIA, with_two_steps};
use super::{journal, story};
use crate::accounts::{self, sql};
use crate::app::Settings;
use crate::kept::Months;
use crate::testing::TestApp;
use crate::{audit, patience, upkeep};

/// In days: six months, whichever they are.
const KEPT: i64 = 184;

/// An installation that keeps closed accounts as shortly as it may.
fn soon(test: &TestApp) -> TestApp {
    let kept = Months { closed_accounts: 6, ..Months::default() };
    TestApp { app: test.app.clone().with_settings(Settings { kept, ..test.app.settings().clone() }) }
}

async fn id_of(test: &TestApp, email: &str) -> AccountId {
    let sql = "SELECT id FROM account WHERE email = $1";
    let (id,) = test.tx().await.one(sql, &[email.into()]).await.unwrap();
    AccountId(id)
}

async fn closes(test: &TestApp, account: AccountId) {
    let now = test.app.clock().now();
    let mut tx = test.tx().await;
    tx.run("DELETE FROM membership WHERE account_id = $1", &[account.into()]).await.unwrap();
    assert!(sql::close_without_team(&mut tx, account, now).await.unwrap());
    tx.commit().await.unwrap();
}

/// Everything that says who somebody is, or lets them in.
async fn kept_of(test: &TestApp, account: AccountId) -> Vec<i64> {
    let mut kept = Vec::new();
    for sql in [
        "SELECT COUNT(*) FROM session WHERE account_id = $1",
        "SELECT COUNT(*) FROM second_factor WHERE account_id = $1",
        "SELECT COUNT(*) FROM recovery_code WHERE account_id = $1",
        "SELECT COUNT(*) FROM sign_in_entry WHERE account_id = $1",
        "SELECT COUNT(*) FROM account WHERE id = $1 AND password_hash IS NOT NULL",
    ] {
        let (count,): (i64,) = test.tx().await.one(sql, &[account.into()]).await.unwrap();
        kept.push(count);
    }
    kept
}

#[tokio::test]
async fn an_account_closed_long_ago_is_nobody_s_and_what_was_done_in_its_name_stays() {
    story(|test| async move {
        let test = soon(&test);
        with_two_steps(&test).await;
        let nadia = id_of(&test, NADIA).await;
        let name = accounts::name_of(&mut test.tx().await, nadia).await.unwrap();
        closes(&test, nadia).await;
        upkeep::begin(&test.app).await.unwrap();
        test.days_pass(KEPT + patience::DAYS - 5).await;
        assert_eq!(accounts::name_of(&mut test.tx().await, nadia).await.unwrap(), name, "not yet");
        assert!(kept_of(&test, nadia).await.iter().all(|count| *count > 0), "all of this is looked at below");
        test.days_pass(10).await;
        let name = accounts::name_of(&mut test.tx().await, nadia).await.unwrap().unwrap();
        assert!(name.starts_with("Ancien compte ") && name.len() == 18, "{name}");
        assert_eq!(kept_of(&test, nadia).await, [0; 5]);
        assert_eq!(test.count("SELECT COUNT(*) FROM account WHERE email LIKE 'link_worker@%'").await, 0);
        let (_, theirs) = journal(&test).await;
        assert_eq!(theirs, 0);
        let trail = audit::about(&mut test.tx().await, nadia.0).await.unwrap();
        assert_eq!(trail.last().unwrap().action, "erased");
        assert!(trail.len() > 1, "what was done before is still said");
        test.days_pass(2 * patience::DAYS).await;
        let again = audit::about(&mut test.tx().await, nadia.0).await.unwrap();
        assert_eq!(again.len(), trail.len(), "once");
    })
    .await;
}

#[tokio::test]
async fn an_account_opened_again_in_time_keeps_its_name() {
    story(|test| async move {
        let test = soon(&test);
        with_two_steps(&test).await;
        let nadia = id_of(&test, NADIA).await;
        closes(&test, nadia).await;
        upkeep::begin(&test.app).await.unwrap();
        test.days_pass(KEPT + patience::DAYS - 5).await;
        let mut tx = test.tx().await;
        sql::reopen(&mut tx, nadia, "Nadia de retour").await.unwrap();
        tx.commit().await.unwrap();
        test.days_pass(10).await;
        let name = accounts::name_of(&mut test.tx().await, nadia).await.unwrap();
        assert_eq!(name.as_deref(), Some("Nadia de retour"));
        assert_eq!(test.count("SELECT COUNT(*) FROM due_to_go").await, 0);
    })
    .await;
}
