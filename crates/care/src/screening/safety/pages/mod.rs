//! The screens of checks.

mod check;
mod list;

use platform::web::routes::{Routes, get};

pub(in crate::screening) fn routes() -> Routes {
    Routes::new()
        .route("/securite", get(list::show))
        .route("/securite/{screening}", get(check::show).post(check::say))
}
