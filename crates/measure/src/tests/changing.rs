use kernel::Lang;

use crate::{Change, ChangeSummary, Instrument, Pairs, Shown, Verdict, credoc_isolation, own_goals, ucla3};

fn loneliness() -> &'static crate::Scale {
    ucla3().scale("loneliness").unwrap()
}

#[test]
fn less_loneliness_is_better_and_more_networks_are() {
    assert_eq!(loneliness().change(8, 5), Change { raw: -3, verdict: Verdict::Better });
    assert_eq!(loneliness().change(5, 5), Change { raw: 0, verdict: Verdict::Same });
    assert_eq!(loneliness().change(5, 6), Change { raw: 1, verdict: Verdict::Worse });
    let networks = credoc_isolation().scale("networks").unwrap();
    assert_eq!(networks.change(0, 2), Change { raw: 2, verdict: Verdict::Better });
    let goal = own_goals().scale("goal1").unwrap();
    assert_eq!(goal.change(7, 3), Change { raw: -4, verdict: Verdict::Worse });
}

#[test]
fn a_change_is_said_in_the_instrument_s_words() {
    assert_eq!(loneliness().verdict_text(Verdict::Better, Lang::Fr), "Moins de solitude");
    assert_eq!(loneliness().verdict_text(Verdict::Same, Lang::En), "The same");
}

#[test]
fn less_than_the_meaningful_difference_is_no_change() {
    let mut scale = own_goals().scale("wellbeing").unwrap().clone();
    scale.meaningful = Some(3);
    assert_eq!(scale.change(2, 4), Change { raw: 2, verdict: Verdict::Same });
    assert_eq!(scale.change(2, 5).verdict, Verdict::Better);
    assert_eq!(scale.change(5, 3).verdict, Verdict::Same);
    assert_eq!(scale.change(5, 2).verdict, Verdict::Worse);
}

fn notes(instrument: &Instrument, lang: Lang) -> String {
    instrument.published_notes(&instrument.scales[0], lang).join("\n")
}

#[test]
fn a_published_change_names_its_instrument_and_claims_no_cause() {
    let french = notes(ucla3(), Lang::Fr);
    assert!(french.contains("Échelle de solitude UCLA, 3 questions, version 1."), "{french}");
    assert!(french.contains("ne prouve pas") && french.contains("Wilson") && french.contains("moins de 11"));
    let english = notes(credoc_isolation(), Lang::En);
    assert!(english.contains("14%") && english.contains("any difference"), "{english}");
    assert!(!french.contains('{') && !english.contains('{'));
}

#[test]
fn a_published_change_tells_the_meaningful_difference() {
    let mut scale = loneliness().clone();
    scale.meaningful = Some(2);
    let notes = ucla3().change_notes(&scale, Lang::En);
    assert!(notes[1].contains("from 2 on"), "{notes:?}");
}

fn summary(improved: u32, unchanged: u32, worse: u32, lost: u32) -> ChangeSummary {
    let times = |count: u32, pair: (Option<i64>, Option<i64>)| (0..count).map(move |_| pair);
    let pairs = times(improved, (Some(8), Some(5)))
        .chain(times(unchanged, (Some(6), Some(6))))
        .chain(times(worse, (Some(3), Some(9))))
        .chain(times(lost, (Some(7), None)));
    ChangeSummary::of(loneliness(), &pairs.collect())
}

#[test]
fn a_summary_counts_everybody_once() {
    let summary = summary(40, 20, 13, 9);
    assert_eq!((summary.enrolled, summary.measured_twice, summary.lost()), (82, 73, 9));
    assert_eq!((summary.improved, summary.unchanged, summary.worse), (40, 20, 13));
    let share = summary.share_improved().unwrap();
    assert!((share.value - 40.0 / 73.0).abs() < 1e-12);
    assert!((summary.attrition().unwrap().value - 9.0 / 82.0).abs() < 1e-12);
}

#[test]
fn a_last_reading_alone_is_not_a_pair() {
    let summary = ChangeSummary::of(loneliness(), &[(None, Some(4)), (None, None)].into_iter().collect());
    assert_eq!((summary.enrolled, summary.measured_twice), (2, 0));
}

#[test]
fn nobody_gives_no_share() {
    let empty = ChangeSummary::of(loneliness(), &Pairs::default());
    assert_eq!(empty, ChangeSummary::default());
    assert_eq!((empty.share_improved(), empty.attrition()), (None, None));
    assert_eq!(empty.published(true).share_improved, Shown::Hidden);
    assert_eq!(empty.published(true).enrolled, Shown::Hidden);
}

#[test]
fn large_numbers_are_published_whole() {
    let published = summary(40, 20, 13, 11).published(true);
    assert_eq!((published.enrolled, published.lost), (Shown::Value(84), Shown::Value(11)));
    assert_eq!(published.worse, Shown::Value(13));
    assert!(published.share_improved.value().is_some());
}

#[test]
fn few_lost_persons_cannot_be_worked_out() {
    let summary = summary(40, 20, 13, 9);
    assert!(summary.loses_few());
    let published = summary.published(false);
    assert_eq!((published.enrolled, published.lost), (Shown::Hidden, Shown::Hidden));
    assert_eq!(published.measured_twice, Shown::Value(73));
    // Whoever tells how many were enrolled keeps back how many were measured twice.
    let published = summary.published(true);
    assert_eq!((published.enrolled, published.measured_twice), (Shown::Value(82), Shown::Hidden));
    assert_eq!((published.improved, published.share_improved), (Shown::Hidden, Shown::Hidden));
}

#[test]
fn the_share_goes_with_its_count() {
    let published = summary(10, 40, 40, 0).published(false);
    assert_eq!((published.improved, published.share_improved), (Shown::Hidden, Shown::Hidden));
    let few = summary(10, 0, 0, 20).published(true);
    assert_eq!(
        (few.measured_twice, few.improved, few.share_improved),
        (Shown::Hidden, Shown::Hidden, Shown::Hidden)
    );
}
