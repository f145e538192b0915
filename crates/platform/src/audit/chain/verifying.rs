use super::forgetting::beginning;
use super::sealed::Anchor;
use super::sql::{self, Sealed};
use crate::db::{DbError, Tx};

/// Entries read at once.
const AT_ONCE: i64 = 1_000;

/// A chain that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// To be written down elsewhere.
    pub head: Anchor,
    /// Entries that were kept long enough and went, before the first there is.
    pub forgotten: i64,
    /// Entries that wait to be sealed.
    pub waiting: i64,
}

/// Where a chain does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    #[error("entry {0} is missing")]
    Missing(i64),
    #[error("entry {0} is not as it was sealed")]
    Altered(i64),
    /// The chain ends before or after its head.
    #[error("the chain does not end at entry {0}, as it did")]
    Cut(i64),
    /// Entries went, and none says that they were kept long enough.
    #[error("the chain begins after entry {0}, and no entry says why")]
    Beheaded(i64),
    #[error("entry {0} has not the seal that was written down")]
    OffAnchor(i64),
}

/// Reads the whole chain, and holds it against places in it that were written down elsewhere. Of those before
/// its beginning nothing can be said any more.
///
/// # Errors
/// [`DbError`] of the store; a chain that does not hold is an answer.
pub async fn verify(tx: &mut Tx, anchors: &[Anchor]) -> Result<Result<Verified, Broken>, DbError> {
    let begins = sql::beginning(tx).await?;
    if begins.number > 0 && !sql::was_erased(tx, beginning(begins.number)).await? {
        return Ok(Err(Broken::Beheaded(begins.number)));
    }
    if is_off(&begins, anchors) {
        return Ok(Err(Broken::OffAnchor(begins.number)));
    }
    let mut last = begins.clone();
    // From before the first: a number that cannot be is no place to hide an entry.
    let mut after = i64::MIN;
    loop {
        let links = sql::sealed_after(tx, after, AT_ONCE).await?;
        if links.is_empty() {
            break;
        }
        for link in links {
            match next(&last, &link, anchors) {
                Ok(sealed) => last = sealed,
                Err(broken) => return Ok(Err(broken)),
            }
        }
        after = last.number;
    }
    let head = sql::head(tx).await?;
    if head != last {
        return Ok(Err(Broken::Cut(head.number)));
    }
    if let Some(beyond) = anchors.iter().find(|anchor| anchor.number > last.number) {
        return Ok(Err(Broken::Cut(beyond.number)));
    }
    Ok(Ok(Verified { head, forgotten: begins.number, waiting: sql::unsealed_count(tx).await? }))
}

fn next(last: &Anchor, link: &Sealed, anchors: &[Anchor]) -> Result<Anchor, Broken> {
    let sealed = last.followed_by(&link.said);
    if link.link.number != sealed.number {
        return Err(Broken::Missing(sealed.number));
    }
    if link.link.seal != sealed.seal {
        return Err(Broken::Altered(sealed.number));
    }
    if is_off(&sealed, anchors) {
        return Err(Broken::OffAnchor(sealed.number));
    }
    Ok(sealed)
}

fn is_off(place: &Anchor, anchors: &[Anchor]) -> bool {
    anchors.iter().any(|anchor| anchor.number == place.number && anchor.seal != place.seal)
}
