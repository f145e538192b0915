//! Instruments that a team or a study chooses besides: their published vectors, and their safety.

use super::answers;
use crate::{Answers, Audience, Flaw, Instrument, Licence, NotScored, find};

fn of(code: &str) -> &'static Instrument {
    find(code).unwrap()
}

fn values(code: &str, given: &[i64]) -> Vec<(&'static str, i64)> {
    let instrument = of(code);
    let score = instrument.score(&answers(instrument, given)).unwrap();
    score.readings().map(|reading| (reading.scale.code.as_str(), reading.value)).collect()
}

fn band(code: &str, scale: &str, value: i64) -> &'static str {
    of(code).scale(scale).unwrap().band(value).unwrap().code.as_str()
}

#[test]
fn de_jong_gierveld_s_middle_answers_are_lonely_on_both_sides() {
    assert_eq!(values("djg6", &[1; 6]), [("overall", 6), ("emotional", 3), ("social", 3)]);
    // Nobody missed, and many to rely on; then the opposite.
    assert_eq!(values("djg6", &[0, 0, 0, 2, 2, 2]), [("overall", 0), ("emotional", 0), ("social", 0)]);
    assert_eq!(values("djg6", &[2, 2, 2, 0, 0, 0]), [("overall", 6), ("emotional", 3), ("social", 3)]);
    let bands = [0, 1, 2, 4, 5, 6].map(|value| band("djg6", "overall", value));
    assert_eq!(bands, ["not", "not", "moderate", "moderate", "severe", "severe"]);
    assert_eq!(of("djg6").licence, Licence::ResearchOnly);
}

#[test]
fn de_jong_gierveld_s_total_may_miss_one_answer_and_its_parts_none() {
    let but_one: Answers = (2..=6).map(|item| (format!("djg6.{item}"), 1)).collect();
    let score = of("djg6").score(&but_one).unwrap();
    let read: Vec<_> = score.readings().map(|reading| (reading.scale.code.as_str(), reading.value)).collect();
    assert_eq!(read, [("overall", 5), ("social", 3)]);
    let but_two: Answers = (3..=6).map(|item| (format!("djg6.{item}"), 1)).collect();
    let score = of("djg6").score(&but_two).unwrap();
    assert_eq!(score.main.scale.code, "social");
    assert!(score.others.is_empty(), "two are missing from the total");
}

#[test]
fn the_ons_s_four_are_read_one_by_one() {
    assert_eq!(
        values("ons4", &[4, 5, 7, 9]),
        [("satisfied", 4), ("worthwhile", 5), ("happy", 7), ("anxious", 9)]
    );
    let well = [4, 5, 6, 7, 8, 9].map(|value| band("ons4", "happy", value));
    assert_eq!(well, ["low", "medium", "medium", "high", "high", "very_high"]);
    let anxious = [1, 2, 3, 4, 5, 6].map(|value| band("ons4", "anxious", value));
    assert_eq!(anxious, ["very_low", "low", "low", "medium", "medium", "high"]);
    let one: Answers = [("ons4.3", 8)].into_iter().collect();
    assert_eq!(of("ons4").score(&one).unwrap().main.scale.code, "happy");
}

#[test]
fn once_a_month_with_both_is_isolated_and_more_with_either_is_not() {
    let isolated = |given: &[i64]| band("insee_isolation", "ways", values("insee_isolation", given)[0].1);
    assert_eq!(isolated(&[2, 2, 2, 2]), "isolated");
    assert_eq!(isolated(&[0, 0, 0, 0]), "isolated");
    for place in 0..4 {
        let mut given = [2; 4];
        given[place] = 3;
        assert_eq!(isolated(&given), "in_touch", "{given:?}");
    }
}

#[test]
fn signs_of_depression_and_anxiety_are_graded_as_published() {
    let depression = [4, 5, 9, 10, 14, 15, 19, 20, 27].map(|value| band("phq9", "severity", value));
    assert_eq!(depression[..5], ["minimal", "mild", "mild", "moderate", "moderate"]);
    assert_eq!(depression[5..], ["moderately_severe", "moderately_severe", "severe", "severe"]);
    let anxiety = [4, 5, 10, 14, 15, 21].map(|value| band("gad7", "severity", value));
    assert_eq!(anxiety, ["minimal", "mild", "moderate", "moderate", "severe", "severe"]);
    assert_eq!(values("phq9", &[3; 9]), [("severity", 27)]);
    assert_eq!(values("gad7", &[3; 7]), [("severity", 21)]);
    for code in ["phq9", "gad7"] {
        assert_eq!((of(code).audience, of(code).is_usual), (Audience::Clinicians, false));
        let loinc: Vec<&str> = of(code).loinc.iter().map(|loinc| loinc.code.as_str()).collect();
        assert_eq!(loinc, [if code == "phq9" { "44249-1" } else { "69737-5" }]);
    }
}

#[test]
fn the_ninth_question_alone_raises_the_alarm_whatever_the_total() {
    let phq9 = of("phq9");
    let rung = |given: &[i64; 9]| {
        let alarms = phq9.alarms(&answers(phq9, given));
        alarms.into_iter().map(|item| item.code.clone()).collect::<Vec<_>>()
    };
    assert!(rung(&[3, 3, 3, 3, 3, 3, 3, 3, 0]).is_empty());
    assert_eq!(rung(&[0, 0, 0, 0, 0, 0, 0, 0, 1]), ["phq9.9"]);
    // Also when nothing else was answered, and no score can be given.
    let only: Answers = [("phq9.9", 2)].into_iter().collect();
    assert_eq!(phq9.alarms(&only).len(), 1);
    assert!(matches!(phq9.score(&only), Err(NotScored::Incomplete { missing }) if missing.len() == 8));
}

#[test]
fn a_list_for_each_item_and_an_answer_at_least_or_the_file_is_refused() {
    let file = include_str!("../../instruments/djg6.toml");
    let without = file.replacen("\"djg6.1\" = [1, 2], ", "", 1);
    assert!(matches!(Instrument::parse(&without), Err(Flaw::Weights(scale)) if scale == "overall"));
    let nobody = file.replacen("may_miss = 1", "may_miss = 6", 1);
    assert!(matches!(Instrument::parse(&nobody), Err(Flaw::MayMiss(scale)) if scale == "overall"));
}
