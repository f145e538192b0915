//! `/healthz`: 200 when the store answers, 503 when not; for whoever watches the server.

use axum::extract::State;
use axum::http::StatusCode;

use super::guard::Open;
use crate::app::App;
use crate::db::DbError;

/// Where to ask.
pub(super) const HEALTH: &str = "/healthz";

pub(super) async fn show(_: Open, State(app): State<App>) -> (StatusCode, &'static str) {
    match ask(&app).await {
        Ok(()) => (StatusCode::OK, "ok\n"),
        Err(error) => {
            tracing::error!(%error, "the store does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "store unavailable\n")
        }
    }
}

async fn ask(app: &App) -> Result<(), DbError> {
    let mut tx = app.db().read().await?;
    let _: (i64,) = tx.one("SELECT COUNT(*) FROM site", &[]).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use crate::app::App;
    use crate::testing::on_both_engines;

    #[tokio::test]
    async fn whoever_watches_is_told_when_the_store_cannot_be_asked() {
        on_both_engines(
            vec![crate::module()],
            |app: App| app,
            |test| async move {
                let mut browser = test.browser();
                browser.get("/healthz").await.is(StatusCode::OK);
                test.app.db().close().await;
                let page = browser.get("/healthz").await;
                page.is(StatusCode::SERVICE_UNAVAILABLE).says("store unavailable");
            },
        )
        .await;
    }
}
