//! The file: a list of what each person's own copy says, made while it leaves, one person after the other.

use axum::body::{Body, Bytes};
use futures_util::stream;
use jiff::Timestamp;
use kernel::id::PersonId;
use platform::db::{Db, DbError, Tx};

use crate::rights::Copier;

/// Nothing of it is ever held as a whole, whatever the number of persons.
struct Writing {
    tx: Tx,
    copier: Copier,
    left: std::vec::IntoIter<PersonId>,
    now: Timestamp,
    written: usize,
    is_ended: bool,
}

/// A JSON list, in one picture of the store.
///
/// # Errors
/// When the store cannot be read. Once the file has begun to leave, an error cuts it off: what came then
/// is no list.
pub(super) async fn of(db: &Db, persons: Vec<PersonId>, now: Timestamp) -> Result<Body, DbError> {
    let mut tx = db.read().await?;
    let copier = Copier::new(&mut tx).await?;
    let writing = Writing { tx, copier, left: persons.into_iter(), now, written: 0, is_ended: false };
    Ok(Body::from_stream(stream::try_unfold(writing, |mut writing| async move {
        let piece = writing.next().await?;
        Ok::<_, DbError>(piece.map(|piece| (piece, writing)))
    })))
}

impl Writing {
    async fn next(&mut self) -> Result<Option<Bytes>, DbError> {
        if self.is_ended {
            return Ok(None);
        }
        // Whoever was erased or frozen since is not there any more.
        for person in self.left.by_ref() {
            if let Some(copy) = self.copier.json(&mut self.tx, person, self.now).await? {
                let before = if self.written == 0 { "[\n" } else { ",\n" };
                self.written = self.written.saturating_add(1);
                return Ok(Some(format!("{before}{copy}").into()));
            }
        }
        self.is_ended = true;
        Ok(Some(if self.written == 0 { "[]\n" } else { "\n]\n" }.into()))
    }
}
