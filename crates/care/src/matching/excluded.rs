//! What was set aside, grouped by reason for who wants to know.

use kernel::Lang;

use super::model::{Excluded, Home};

/// Names shown under one reason; beyond, only counted.
const SHOWN: usize = 30;

/// Everything one kind of limit sets aside.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) heading: String,
    pub(super) items: Vec<Item>,
    /// How many more there are.
    pub(super) more: usize,
}

#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) name: String,
    pub(super) href: String,
    /// « Réservé aux habitants de Vénissieux ».
    pub(super) why: String,
}

/// The excluded come sorted by reason.
pub(super) fn groups(excluded: &[Excluded<'_>], home: &Home, lang: Lang) -> Vec<Group> {
    excluded.chunk_by(|a, b| a.why.kind() == b.why.kind()).map(|same| group(same, home, lang)).collect()
}

fn group(same: &[Excluded<'_>], home: &Home, lang: Lang) -> Group {
    let item = |excluded: &Excluded<'_>| Item {
        name: excluded.candidate.resource.name.clone(),
        href: directory::address::resource(&excluded.candidate.resource.id),
        why: excluded.why.say(home, lang),
    };
    Group {
        heading: same.first().map(|first| first.why.heading(lang)).unwrap_or_default(),
        items: same.iter().take(SHOWN).map(item).collect(),
        more: same.len().saturating_sub(SHOWN),
    }
}
