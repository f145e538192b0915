//! What showings are counted by.

use std::collections::BTreeMap;

use directory::resource::Resource;
use directory::vocabulary::Public;
use kernel::coded;
use kernel::coded::Coded;

coded! {
    /// What a showing is counted by.
    Kind {
        Commune = "commune",
        Size = "size",
        Public = "public",
    }
}

coded! {
    /// How much an organization offers.
    Size {
        One = "one",
        /// Two to five.
        Few = "few",
        /// Six and more.
        Many = "many",
    }
}

/// What a resource that says of no public is counted under: it is for everybody.
const EVERYONE: Public = Public::Everyone;

impl Size {
    pub(super) fn of(offered: i64) -> Size {
        match offered {
            ..=1 => Size::One,
            2..=5 => Size::Few,
            _ => Size::Many,
        }
    }
}

/// How often, by kind and code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally(pub(super) BTreeMap<(Kind, String), u32>);

impl Tally {
    /// Adds a resource once under its commune, its organization's size and each of its publics; in
    /// no commune when its place is not known.
    pub(super) fn add(&mut self, resource: &Resource, size: Size) {
        if let Some(commune) = &resource.place.commune {
            self.add_one(Kind::Commune, commune.as_str());
        }
        self.add_one(Kind::Size, size.code());
        if resource.publics.is_empty() {
            self.add_one(Kind::Public, EVERYONE.code());
        }
        for public in &resource.publics {
            self.add_one(Kind::Public, public.code());
        }
    }

    pub(super) fn add_all(&mut self, other: &Tally) {
        for ((kind, code), times) in &other.0 {
            self.add_times(*kind, code, *times);
        }
    }

    fn add_one(&mut self, kind: Kind, code: &str) {
        self.add_times(kind, code, 1);
    }

    fn add_times(&mut self, kind: Kind, code: &str, more: u32) {
        let times = self.0.entry((kind, code.to_owned())).or_default();
        *times = times.saturating_add(more);
    }

    /// Those of one kind, by code.
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = (&str, u32)> {
        self.0
            .iter()
            .filter(move |((of, _), _)| *of == kind)
            .map(|((_, code), times)| (code.as_str(), *times))
    }

    pub(super) fn times(&self, kind: Kind, code: &str) -> u32 {
        self.0.get(&(kind, code.to_owned())).copied().unwrap_or_default()
    }
}
