//! What an organization may be told of a person, and no more: a thing more to share has no words here,
//! and does not compile.

use care::connection::Shared;
use kernel::coded::Coded;

use crate::words::Words;

pub(crate) fn all(w: &Words) -> String {
    let each: Vec<String> = Shared::all().map(|shared| one(shared, w)).collect();
    each.join(", ")
}

fn one(shared: Shared, w: &Words) -> String {
    match shared {
        Shared::Name => w.shared_name(),
        Shared::AgeBand => w.shared_age_band(),
        Shared::Phone => w.shared_phone(),
        Shared::Likes => w.shared_likes(),
        Shared::Accompaniment => w.shared_accompaniment(),
    }
}
