//! Who gets past a handler: its first parameter, without which no address leads to it.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::role::Permission;

use crate::app::App;

/// Whom a handler lets in; which records they then find is the relation, decided by each capability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Anybody, signed in or not.
    Open,
    /// Anybody, where invented persons are shown; elsewhere nobody.
    Demonstration,
    /// Whoever holds a link for that purpose.
    Holds(&'static str),
    /// Somebody signed in, whatever their role.
    SignedIn,
    /// Somebody whose role carries the permission.
    May(Permission),
}

/// A parameter that lets somebody in, or ends the request.
pub trait Guards {
    const GUARD: Guard;
}

/// The parameters of a handler, beginning with a guard: a handler without one has no address.
///
/// ```compile_fail,E0277
/// use platform::web::routes::{Routes, get};
/// use platform::web::{Answer, Path, Ui, page};
///
/// async fn whoever_comes(ui: Ui, Path(id): Path<String>) -> Answer {
///     page::see("/")
/// }
///
/// Routes::new().route("/personnes/{id}", get(whoever_comes));
/// ```
///
/// The same, which says whom it lets in:
///
/// ```
/// use platform::web::may::{May, RunCaseload};
/// use platform::web::routes::{Routes, get};
/// use platform::web::{Answer, Path, page};
///
/// async fn show(may: May<RunCaseload>, Path(id): Path<String>) -> Answer {
///     page::see("/")
/// }
///
/// Routes::new().route("/personnes/{id}", get(show));
/// ```
#[diagnostic::on_unimplemented(
    message = "this handler does not say who is let in",
    note = "its first parameter must be a guard: `May<…>`, `SignedIn`, `Held<…>`, or `Open` for anybody"
)]
pub trait Guarded {
    const GUARD: Guard;
}

macro_rules! guarded {
    ($($parameter:ident)*) => {
        // The first is the mark axum puts before a handler's parameters.
        impl<Mark, G: Guards, $($parameter),*> Guarded for (Mark, G, $($parameter,)*) {
            const GUARD: Guard = G::GUARD;
        }
    };
}

guarded! {}
guarded! { A }
guarded! { A B }
guarded! { A B C }
guarded! { A B C D }
guarded! { A B C D E }

/// Said of what anybody may see or do, without signing in.
#[derive(Clone, Copy, Debug)]
pub struct Open;

impl Guards for Open {
    const GUARD: Guard = Guard::Open;
}

impl<S: Sync> FromRequestParts<S> for Open {
    type Rejection = Infallible;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Open, Infallible> {
        Ok(Open)
    }
}

/// Said of what a demonstration alone shows.
#[derive(Clone, Copy, Debug)]
pub struct Demonstration;

impl Guards for Demonstration {
    const GUARD: Guard = Guard::Demonstration;
}

impl FromRequestParts<App> for Demonstration {
    type Rejection = super::Nope;

    async fn from_request_parts(_: &mut Parts, app: &App) -> Result<Demonstration, super::Nope> {
        app.settings().demo.then_some(Demonstration).ok_or(super::Nope::NotFound)
    }
}
