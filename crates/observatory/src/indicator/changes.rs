//! What changed for people, with all that such a figure must carry.

use care::figures::Change;
use kernel::Lang;
use measure::{Shown, ShownChange, Verdict};

use super::labels;
use crate::words::Words;

/// One instrument's change, in words.
#[derive(Clone, Debug)]
pub(super) struct ChangeTold {
    pub(super) title: String,
    pub(super) headline: String,
    /// `(label, count)`.
    pub(super) rows: Vec<(String, String)>,
    /// None is optional.
    pub(super) notes: Vec<String>,
}

/// The instruments whose changes can be added up: everybody words their own goals in their own way.
pub(super) fn comparable(changes: &[Change]) -> impl Iterator<Item = &Change> {
    changes.iter().filter(|change| !change.instrument.items.iter().any(|item| item.in_own_words))
}

pub(super) fn told(change: &Change, seen: &ShownChange, w: &Words, lang: Lang) -> ChangeTold {
    let verdict = |verdict| change.scale.verdict_text(verdict, lang).to_owned();
    let mut lost = labels::count(seen.lost, w);
    if let (Shown::Value(_), Some(share)) = (seen.lost, change.summary.attrition()) {
        lost = w.indicator_change_lost_share(lost, labels::percent(share.value, w));
    }
    let rows = vec![
        (w.indicator_change_enrolled(), labels::count(seen.enrolled, w)),
        (w.indicator_change_twice(), labels::count(seen.measured_twice, w)),
        (w.indicator_change_lost(), lost),
        (verdict(Verdict::Better), labels::count(seen.improved, w)),
        (verdict(Verdict::Same), labels::count(seen.unchanged, w)),
        (verdict(Verdict::Worse), labels::count(seen.worse, w)),
    ];
    ChangeTold {
        title: change.instrument.title.get(lang).to_owned(),
        headline: headline(change, seen, w, lang),
        rows,
        notes: change.instrument.change_notes(change.scale, lang),
    }
}

/// « Moins de solitude : 73 % des 60 personnes mesurées deux fois (entre 61 % et 83 %). »
fn headline(change: &Change, seen: &ShownChange, w: &Words, lang: Lang) -> String {
    let (Shown::Value(share), Shown::Value(twice)) = (seen.share_improved, seen.measured_twice) else {
        return w.indicator_change_too_few();
    };
    let percent = |share| labels::percent(share, w);
    w.indicator_change_headline(
        change.scale.verdict_text(Verdict::Better, lang),
        percent(share.value),
        twice,
        percent(share.low),
        percent(share.high),
    )
}
