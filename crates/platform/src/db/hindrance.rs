//! What keeps the store from answering though nothing is wrong with what was asked.

use sqlx::Error;

use super::DbError;

/// Of PostgreSQL's classes of errors: connection, resources, an operator at work; and two transactions in
/// each other's way (annex A of its manual).
const PG_AWAY: [&str; 6] = ["08", "53", "57P", "40001", "40P01", "55P03"];
const PG_FULL: &str = "53100";
/// Busy, in its variants: <https://www.sqlite.org/rescode.html>.
const LITE_AWAY: [&str; 3] = ["5", "261", "517"];
const LITE_FULL: &str = "13";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// It cannot be reached now, or is in use: to be asked again.
    Away,
    /// Its disk has no room left; it can still be read.
    Full,
}

impl DbError {
    /// Why it is not the question's fault, if it is not.
    pub fn hindrance(&self) -> Option<Hindrance> {
        match self {
            DbError::Engine(error) => of_engine(error),
            DbError::Busy | DbError::Behind => Some(Hindrance::Away),
            DbError::Migration(_)
            | DbError::Impossible { .. }
            | DbError::Unreadable(_)
            | DbError::UnknownKind(_)
            | DbError::Dangling
            | DbError::Url => None,
        }
    }
}

fn of_engine(error: &Error) -> Option<Hindrance> {
    let code = match error {
        Error::Io(_) | Error::PoolTimedOut | Error::PoolClosed | Error::WorkerCrashed => {
            return Some(Hindrance::Away);
        }
        Error::Database(error) => error.code()?,
        _ => return None,
    };
    if code == PG_FULL || code == LITE_FULL {
        return Some(Hindrance::Full);
    }
    let is_away = PG_AWAY.iter().any(|class| code.len() == 5 && code.starts_with(class));
    (is_away || LITE_AWAY.contains(&code.as_ref())).then_some(Hindrance::Away)
}
