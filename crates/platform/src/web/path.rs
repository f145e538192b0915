//! What stands between the slashes of an address.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::nope::Nope;
use crate::app::App;

/// Parts of the address. One that cannot be an id names nothing: the same page as an absent id.
#[derive(Clone, Copy, Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Path<T> {
    type Rejection = Nope;

    #[expect(clippy::disallowed_types, reason = "the one place that turns its refusal into a page")]
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Path<T>, Nope> {
        match axum::extract::Path::<T>::from_request_parts(parts, app).await {
            Ok(axum::extract::Path(found)) => Ok(Path(found)),
            Err(_) => Err(Nope::NotFound),
        }
    }
}
