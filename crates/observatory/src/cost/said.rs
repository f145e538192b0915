//! What was counted, in words: `(label, value)` by `(label, value)`.

use care::cost::{Amounts, Costs, Visits, euros, minutes};
use kernel::Lang;
use measure::{Share, Shown};

use crate::told::labels;
use crate::words::Words;

/// A line of a list.
pub(super) type Row = (String, String);

/// The sections of the page.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) courses: Vec<Row>,
    pub(super) time: Vec<Row>,
    /// On what, minutes in words, their share, in how many courses of support.
    pub(super) by_what: Vec<[String; 4]>,
    /// None where no team has written a rate for the days of these courses.
    pub(super) money: Option<Vec<Row>>,
    pub(super) visits: Vec<Row>,
}

impl Said {
    pub(super) fn of(costs: &Costs, w: &Words, lang: Lang) -> Said {
        let money = (costs.cents.courses > 0).then(|| money(costs, w, lang));
        Said {
            courses: courses(costs, w),
            time: amounts(&costs.minutes, |value| minutes(value, lang), w),
            by_what: by_what(costs, w, lang),
            money,
            visits: visits(&costs.visits, w, lang),
        }
    }
}

/// What the courses of support that ended in a year took and cost: exact to the team; to others only means,
/// and only of enough of them, whose number is not told.
pub(crate) fn of_year(costs: &Costs, is_exact: bool, w: &Words, lang: Lang) -> Vec<Row> {
    let time = mean(&costs.minutes, |value| minutes(value, lang));
    let money = mean(&costs.cents, |cents| euros(whole_euros(cents), lang));
    let means =
        [time.map(|time| (w.cost_year_time(), time)), money.map(|money| (w.cost_year_money(), money))];
    let counts = if is_exact && costs.closed > 0 { courses(costs, w) } else { Vec::new() };
    counts.into_iter().chain(means.into_iter().flatten()).collect()
}

/// Nothing where too few are behind it.
fn mean(amounts: &Amounts, say: impl Fn(i64) -> String) -> Option<String> {
    Shown::among(amounts.courses, rounded(amounts.mean)).value().map(say)
}

/// How each number is counted, and what it cannot show.
pub(super) fn definitions(w: &Words) -> [Row; 6] {
    [
        (w.cost_closed(), w.cost_def_closed()),
        (w.cost_timed(), w.cost_def_timed()),
        (w.cost_mean(), w.cost_def_mean()),
        (w.cost_money(), w.cost_def_money()),
        (w.cost_visits(), w.cost_def_visits()),
        (w.cost_difference(), w.cost_def_difference()),
    ]
}

/// How many, and how many of them say how long they took.
fn courses(costs: &Costs, w: &Words) -> Vec<Row> {
    let (closed, timed) = (costs.closed, costs.minutes.courses);
    let untimed = closed.saturating_sub(timed);
    vec![
        (w.cost_closed(), closed.to_string()),
        (w.cost_timed(), timed.to_string()),
        (w.cost_untimed(), with_share((untimed, closed), w)),
    ]
}

/// The sum, and of enough courses of support the mean and the middle.
fn amounts(amounts: &Amounts, say: impl Fn(i64) -> String, w: &Words) -> Vec<Row> {
    let seen = |value: String| among(amounts.courses, value, w);
    vec![
        (w.cost_mean(), seen(say(rounded(amounts.mean)))),
        (w.cost_median(), seen(say(amounts.median))),
        (w.cost_total(), say(amounts.total)),
    ]
}

fn by_what(costs: &Costs, w: &Words, lang: Lang) -> Vec<[String; 4]> {
    let all = costs.minutes;
    let part = |spent: i64| Share::of(u32::try_from(spent).ok()?, u32::try_from(all.total).ok()?);
    let line = |(on, spent, courses): &(care::cost::SpentOn, i64, u32)| {
        let share = Shown::among(all.courses, part(*spent)).value().flatten();
        let share = share.map_or_else(|| "–".to_owned(), |share| labels::percent(share.value, w));
        [on.label(care::words::words(lang)), minutes(*spent, lang), share, courses.to_string()]
    };
    costs.by_what.iter().map(line).collect()
}

fn money(costs: &Costs, w: &Words, lang: Lang) -> Vec<Row> {
    let mut rows = vec![(w.cost_costed(), costs.cents.courses.to_string())];
    let unknown = costs.minutes.courses.saturating_sub(costs.cents.courses);
    if unknown > 0 {
        rows.push((w.cost_uncosted(), unknown.to_string()));
    }
    rows.extend(amounts(&costs.cents, |cents| euros(whole_euros(cents), lang), w));
    rows
}

fn visits(visits: &Visits, w: &Words, lang: Lang) -> Vec<Row> {
    let seen = |value: String| among(visits.both, value, w);
    let decimal = |value| labels::decimal(value, 1, lang);
    let mut rows = vec![
        (w.cost_before_known(), visits.before_known.to_string()),
        (w.cost_after_known(), visits.after_known.to_string()),
        (w.cost_both(), visits.both.to_string()),
    ];
    if visits.both == 0 {
        return rows;
    }
    rows.push((w.cost_mean_before(), seen(decimal(visits.mean_before))));
    rows.push((w.cost_mean_after(), seen(decimal(visits.mean_after))));
    let change = visits.change.as_ref().map(|change| {
        w.cost_difference_value(decimal(change.value), decimal(change.low), decimal(change.high))
    });
    rows.push((w.cost_difference(), seen(change.unwrap_or_default())));
    if let (Some(test), Shown::Value(_)) = (visits.test, Shown::of(visits.both)) {
        let p = labels::chance(test.p, lang);
        rows.push((w.indicator_change_test(), w.indicator_change_test_value(p, test.pairs)));
    }
    rows
}

/// « moins de onze : non montré » where too few are behind it.
fn among(courses: u32, value: String, w: &Words) -> String {
    Shown::among(courses, value).value().unwrap_or_else(|| w.cost_too_few())
}

fn with_share((part, whole): (u32, u32), w: &Words) -> String {
    let share = Shown::among(whole, Share::of(part, whole)).value().flatten();
    share.map_or_else(|| part.to_string(), |share| format!("{part} · {}", labels::percent(share.value, w)))
}

/// Cents say more than is known of a course of support.
fn whole_euros(cents: i64) -> i64 {
    cents.saturating_add(50).div_euclid(100).saturating_mul(100)
}

/// Means of minutes and cents are far from where whole numbers end.
fn rounded(mean: f64) -> i64 {
    format!("{mean:.0}").parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    fn some(courses: u32) -> Amounts {
        Amounts { courses, total: 12_345, mean: 90.4, median: 75 }
    }

    #[test]
    fn a_mean_of_ten_is_not_told_and_their_sum_is() {
        let w = words(Lang::Fr);
        let rows = amounts(&some(10), |value| value.to_string(), w);
        assert_eq!([&rows[0].1, &rows[1].1, &rows[2].1], [&w.cost_too_few(), &w.cost_too_few(), "12345"]);
        let rows = amounts(&some(11), |value| value.to_string(), w);
        assert_eq!([rows[0].1.as_str(), rows[1].1.as_str()], ["90", "75"]);
    }

    #[test]
    fn without_a_rate_there_is_no_euro() {
        let costs = Costs { closed: 20, minutes: some(20), ..Costs::default() };
        assert!(Said::of(&costs, words(Lang::Fr), Lang::Fr).money.is_none());
    }

    #[test]
    fn a_year_tells_others_means_alone_and_only_of_eleven() {
        let w = words(Lang::Fr);
        let costs = |timed, costed| Costs {
            closed: 20,
            minutes: some(timed),
            cents: some(costed),
            ..Costs::default()
        };
        let labels = |rows: Vec<Row>| rows.into_iter().map(|(label, _)| label).collect::<Vec<_>>();
        let time = (w.cost_year_time(), "1\u{a0}h\u{a0}30".to_owned());
        assert_eq!(of_year(&costs(11, 10), false, w, Lang::Fr), [time]);
        assert!(of_year(&costs(10, 10), false, w, Lang::Fr).is_empty());
        let exact = labels(of_year(&costs(11, 11), true, w, Lang::Fr));
        assert_eq!(exact.len(), 5, "{exact:?}");
        assert!(of_year(&Costs::default(), true, w, Lang::Fr).is_empty());
    }

    #[test]
    fn euros_are_whole() {
        assert_eq!([whole_euros(149), whole_euros(150), whole_euros(0)], [100, 200, 0]);
    }
}
