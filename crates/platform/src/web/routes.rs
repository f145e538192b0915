//! Addresses, what answers at each, and who is let in: a table written once, for the server and for
//! the matrix of who may do what.

#![expect(clippy::disallowed_methods, reason = "the one place that knows axum's own")]

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{self, MethodRouter};

use super::guard::{Guard, Guarded};
use crate::app::App;

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    pub method: Method,
    /// With its parameters in braces.
    pub path: String,
    pub guard: Guard,
}

/// What a capability answers, and to whom.
#[derive(Debug, Default)]
pub struct Routes {
    router: Router<App>,
    table: Vec<Route>,
}

/// What one address answers.
#[derive(Debug, Default)]
pub struct Methods {
    router: MethodRouter<App>,
    guards: Vec<(Method, Guard)>,
}

/// To a GET, by a handler whose first parameter is a guard.
pub fn get<H: Handler<T, App>, T: Guarded + 'static>(handler: H) -> Methods {
    Methods::default().get(handler)
}

/// To a POST, by a handler whose first parameter is a guard.
pub fn post<H: Handler<T, App>, T: Guarded + 'static>(handler: H) -> Methods {
    Methods::default().post(handler)
}

impl Methods {
    #[must_use]
    pub fn get<H: Handler<T, App>, T: Guarded + 'static>(self, handler: H) -> Methods {
        self.with(Method::GET, T::GUARD, routing::get(handler))
    }

    #[must_use]
    pub fn post<H: Handler<T, App>, T: Guarded + 'static>(self, handler: H) -> Methods {
        self.with(Method::POST, T::GUARD, routing::post(handler))
    }

    /// The same to a POST that brings files, of so many bytes at most.
    #[must_use]
    pub fn upload<H: Handler<T, App>, T: Guarded + 'static>(self, most: usize, handler: H) -> Methods {
        let handler = routing::post(handler).layer(DefaultBodyLimit::max(most));
        self.with(Method::POST, T::GUARD, handler)
    }

    fn with(mut self, method: Method, guard: Guard, handler: MethodRouter<App>) -> Methods {
        self.guards.push((method, guard));
        Methods { router: self.router.merge(handler), guards: self.guards }
    }
}

impl Routes {
    pub fn new() -> Routes {
        Routes::default()
    }

    #[must_use]
    pub fn route(mut self, path: &str, methods: Methods) -> Routes {
        let lines = methods.guards.into_iter();
        self.table.extend(lines.map(|(method, guard)| Route { method, path: path.to_owned(), guard }));
        Routes { router: self.router.route(path, methods.router), table: self.table }
    }

    #[must_use]
    pub fn merge(mut self, other: Routes) -> Routes {
        self.table.extend(other.table);
        Routes { router: self.router.merge(other.router), table: self.table }
    }

    /// Who is let in where, in the order they were written.
    pub fn table(&self) -> &[Route] {
        &self.table
    }

    pub(crate) fn into_router(self) -> Router<App> {
        self.router
    }
}
