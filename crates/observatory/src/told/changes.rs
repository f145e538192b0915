//! What changed for people, with all that such a figure must carry.

use care::figures::Change;
use kernel::Lang;
use measure::{Share, Shown, ShownChange, Verdict};

use super::labels;
use crate::words::Words;

/// One instrument's change, in words.
#[derive(Clone, Debug)]
pub(crate) struct ChangeTold {
    pub(crate) title: String,
    pub(crate) headline: String,
    /// `(label, figure)`.
    pub(crate) rows: Vec<(String, String)>,
    /// None is optional.
    pub(crate) notes: Vec<String>,
}

/// Exact.
pub(crate) fn to_team(change: &Change, w: &Words, lang: Lang) -> ChangeTold {
    let notes = change.instrument.change_notes(change.scale, lang);
    told(change, &change.summary.exact(), notes, w, lang)
}

/// What may leave the team.
pub(crate) fn published(change: &Change, tells_enrolled: bool, w: &Words, lang: Lang) -> ChangeTold {
    let notes = change.instrument.published_notes(change.scale, lang);
    told(change, &change.summary.published(tells_enrolled), notes, w, lang)
}

fn told(change: &Change, seen: &ShownChange, notes: Vec<String>, w: &Words, lang: Lang) -> ChangeTold {
    let verdict = |verdict| change.scale.verdict_text(verdict, lang).to_owned();
    let mut lost = labels::count(seen.lost, w);
    if let (Shown::Value(_), Some(share)) = (seen.lost, change.summary.attrition()) {
        lost = w.indicator_change_lost_share(lost, labels::percent(share.value, w));
    }
    let mut rows = vec![
        (w.indicator_change_enrolled(), labels::count(seen.enrolled, w)),
        (w.indicator_change_twice(), labels::count(seen.measured_twice, w)),
        (w.indicator_change_lost(), lost),
        (verdict(Verdict::Better), labels::count(seen.improved, w)),
        (verdict(Verdict::Same), labels::count(seen.unchanged, w)),
        (verdict(Verdict::Worse), labels::count(seen.worse, w)),
    ];
    rows.extend(distance(change, seen, w, lang));
    rows.extend(sensitivity(change, seen, w));
    ChangeTold {
        title: change.instrument.title.get(lang).to_owned(),
        headline: headline(change, seen, w, lang),
        rows,
        notes,
    }
}

/// How far, how much that is, and how surely.
fn distance(change: &Change, seen: &ShownChange, w: &Words, lang: Lang) -> Vec<(String, String)> {
    let twice = seen.measured_twice.value().unwrap_or_default();
    let Shown::Value(Some(movement)) = Shown::among(twice, change.movement) else { return Vec::new() };
    let mean = movement.mean;
    let points = |value| labels::decimal(value, 1, lang);
    let mut told = vec![(
        w.indicator_change_mean(),
        w.indicator_change_mean_value(points(mean.value), points(mean.low), points(mean.high)),
    )];
    if let Some(gain) = movement.gain {
        told.push((w.indicator_change_size(), labels::decimal(gain.0, 2, lang)));
    }
    if let Some(test) = movement.test {
        let p = labels::chance(test.p, lang);
        let said = if tells_moved(twice, test.pairs, seen) {
            w.indicator_change_test_value(p, test.pairs)
        } else {
            w.indicator_change_test_p(p)
        };
        told.push((w.indicator_change_test(), said));
    }
    told
}

/// How many moved tells how many did not.
fn tells_moved(twice: u32, moved: u32, seen: &ShownChange) -> bool {
    seen.is_exact || Shown::of(twice.saturating_sub(moved)) != Shown::Hidden
}

/// What those without a second measure would change, where their number is shown.
fn sensitivity(change: &Change, seen: &ShownChange, w: &Words) -> Vec<(String, String)> {
    let shown = [seen.enrolled, seen.lost, seen.improved, seen.worse];
    let is_shown = shown.iter().all(|count| count.value().is_some());
    let lost = seen.lost.value().unwrap_or_default();
    let Some(told) = change.summary.sensitivity().filter(|_| is_shown && lost > 0) else { return Vec::new() };
    let percent = |share: Share| labels::percent(share.value, w);
    vec![
        (
            w.indicator_change_if_unchanged(),
            w.indicator_change_better_and_worse(
                percent(told.improved_of_enrolled),
                percent(told.worse_if_unchanged),
            ),
        ),
        (
            w.indicator_change_if_worse(),
            w.indicator_change_better_and_worse(
                percent(told.improved_of_enrolled),
                percent(told.worse_if_worse),
            ),
        ),
    ]
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

#[cfg(test)]
mod tests {
    use measure::{ChangeSummary, Movement, Pairs, ucla3};

    use super::*;
    use crate::words::words;

    fn change(improved: u32, unchanged: u32, worse: u32) -> Change {
        let scale = &ucla3().scales[0];
        let times = |count: u32, last| (0..count).map(move |_| (Some(6), Some(last)));
        let pairs: Pairs = times(improved, 4).chain(times(unchanged, 6)).chain(times(worse, 7)).collect();
        Change {
            instrument: ucla3(),
            scale,
            summary: ChangeSummary::of(scale, &pairs),
            movement: Movement::of(scale, &pairs),
        }
    }

    fn test_line(told: ChangeTold) -> String {
        told.rows.into_iter().find(|(label, _)| label.contains("Wilcoxon")).unwrap().1
    }

    #[test]
    fn how_many_moved_is_not_told_when_few_stayed() {
        let w = words(Lang::Fr);
        assert!(test_line(to_team(&change(22, 5, 6), w, Lang::Fr)).contains("28"));
        assert!(!test_line(published(&change(22, 5, 6), false, w, Lang::Fr)).contains("28"));
        assert!(test_line(published(&change(22, 11, 6), false, w, Lang::Fr)).contains("28"));
    }
}
