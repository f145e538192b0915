//! What changed for people, with all that such a figure must carry.

use care::figures::Change;
use kernel::Lang;
use measure::{Shown, Verdict};

use super::labels;
use crate::words::Words;

/// One instrument's change, in words. Always in its published form: under eleven persons a share
/// says nothing, to the team neither.
#[derive(Clone, Debug)]
pub(super) struct ChangeTold {
    pub(super) title: String,
    pub(super) headline: String,
    /// `(label, count)`.
    pub(super) rows: Vec<(String, String)>,
    /// None is optional.
    pub(super) notes: Vec<String>,
}

pub(super) fn told(change: &Change, w: &Words, lang: Lang) -> ChangeTold {
    let published = change.summary.published();
    let verdict = |verdict| change.scale.verdict_text(verdict, lang).to_owned();
    let mut lost = labels::count(published.lost, w);
    if let (Shown::Value(_), Some(share)) = (published.lost, change.summary.attrition()) {
        lost = w.indicator_change_lost_share(lost, labels::percent(share.value, w));
    }
    let rows = vec![
        (w.indicator_change_enrolled(), labels::count(published.enrolled, w)),
        (w.indicator_change_twice(), labels::count(published.measured_twice, w)),
        (w.indicator_change_lost(), lost),
        (verdict(Verdict::Better), labels::count(published.improved, w)),
        (verdict(Verdict::Same), labels::count(published.unchanged, w)),
        (verdict(Verdict::Worse), labels::count(published.worse, w)),
    ];
    ChangeTold {
        title: change.instrument.title.get(lang).to_owned(),
        headline: headline(change, w, lang),
        rows,
        notes: change.instrument.change_notes(change.scale, lang),
    }
}

/// « Moins de solitude : 73 % des 60 personnes mesurées deux fois (entre 61 % et 83 %). »
fn headline(change: &Change, w: &Words, lang: Lang) -> String {
    let published = change.summary.published();
    let (Shown::Value(share), Shown::Value(twice)) = (published.share_improved, published.measured_twice)
    else {
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
