//! Choosing the language, kept by the browser and by the account.

use axum::response::{IntoResponse, Redirect, Response};
use kernel::Lang;
use serde::Deserialize;

use super::form::Form;
use super::guard::Open;
use super::nope::Nope;
use super::session;
use super::ui::Ui;
use crate::accounts;

pub(super) const LANG_COOKIE: &str = "maillage_langue";

#[derive(Deserialize)]
pub(super) struct Choice {
    lang: String,
    back_to: String,
}

pub(super) async fn choose(_: Open, ui: Ui, Form(choice): Form<Choice>) -> Result<Response, Nope> {
    let lang = Lang::from_code(&choice.lang).ok_or(Nope::Unreadable)?;
    if let Some(account) = &ui.account {
        let mut tx = ui.app.db().begin().await?;
        accounts::prefer_language(&mut tx, account.id, lang).await?;
        tx.commit().await?;
    }
    let mut response = Redirect::to(inside(&choice.back_to)).into_response();
    session::set(&mut response, &session::baked(LANG_COOKIE.to_owned(), choice.lang, ui.app.settings()));
    Ok(response)
}

/// A place in this application, or its home: never an address elsewhere.
pub(crate) fn inside(path: &str) -> &str {
    let inside = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n']);
    if inside { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn nobody_is_led_elsewhere() {
        assert_eq!(inside("/personnes?page=2"), "/personnes?page=2");
        for elsewhere in
            ["https://evil.example", "//evil.example", "/\\evil.example", "evil", "/a\r\nSet-Cookie: x"]
        {
            assert_eq!(inside(elsewhere), "/");
        }
    }
}
