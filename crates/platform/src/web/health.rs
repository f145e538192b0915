//! `/healthz`: 200 when the store answers, 503 when not; for whoever watches the server.

use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;
use crate::db::DbError;

pub(super) async fn show(State(app): State<App>) -> (StatusCode, &'static str) {
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
