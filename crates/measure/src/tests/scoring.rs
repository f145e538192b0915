use kernel::Lang;
use proptest::prelude::*;

use super::{answers, main_value};
use crate::{Answers, Instrument, NotScored, credoc_isolation, epices, insee_loneliness, own_goals, ucla3};

/// Yes to these questions, numbered as published; no to the others.
fn epices_with_yes_to(questions: &[i64]) -> i64 {
    let values: Vec<i64> = (1..=11).map(|question| i64::from(questions.contains(&question))).collect();
    main_value(epices(), &values)
}

#[test]
fn epices_gives_the_published_scores() {
    assert_eq!(epices_with_yes_to(&[]), 7514);
    assert_eq!(epices_with_yes_to(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), 2486);
    assert_eq!(epices_with_yes_to(&[1, 5]), 10_000);
    assert_eq!(epices_with_yes_to(&[2, 3, 4, 6, 7, 8, 9, 10, 11]), 0);
    assert_eq!(epices_with_yes_to(&[2, 3, 4, 6, 9, 10, 11]), 1420);
}

#[test]
fn epices_fifths_begin_where_they_were_published() {
    let scale = epices().scale("precariousness").unwrap();
    let fifth = |value| scale.band(value).unwrap().code.as_str();
    for (last, first, upper) in
        [("q1", 710, "q2"), ("q2", 1656, "q3"), ("q3", 3017, "q4"), ("q4", 4852, "q5")]
    {
        assert_eq!((fifth(first - 1), fifth(first)), (last, upper));
    }
    assert_eq!((fifth(0), fifth(10_000)), ("q1", "q5"));
}

#[test]
fn epices_counts_as_precarious_from_30_17_on() {
    let scale = epices().scale("precariousness").unwrap();
    assert!(!scale.band(3016).unwrap().counted);
    assert!(scale.band(3017).unwrap().counted);
}

#[test]
fn epices_is_written_with_the_language_s_decimal_mark() {
    let scale = epices().scale("precariousness").unwrap();
    assert_eq!(scale.reading(7514).value_text(Lang::Fr), "75,14");
    assert_eq!(scale.reading(7514).value_text(Lang::En), "75.14");
    assert_eq!(scale.reading(0).value_text(Lang::Fr), "0,00");
    assert_eq!(scale.reading(10_000).value_text(Lang::En), "100.00");
}

#[test]
fn ucla_adds_three_answers_and_its_mark_is_six() {
    for (values, total, band) in [
        ([1, 1, 1], 3, "below_the_mark"),
        ([1, 2, 2], 5, "below_the_mark"),
        ([2, 2, 2], 6, "at_the_mark"),
        ([3, 3, 3], 9, "at_the_mark"),
    ] {
        let score = ucla3().score(&answers(ucla3(), &values)).unwrap();
        assert_eq!((score.main.value, score.main.band.unwrap().code.as_str()), (total, band));
    }
}

#[test]
fn insee_counts_as_lonely_the_two_most_frequent_answers() {
    let item = &insee_loneliness().items[0];
    let lonely: Vec<bool> = insee_loneliness()
        .choices(item)
        .iter()
        .map(|choice| {
            let score = insee_loneliness().score(&answers(insee_loneliness(), &[choice.value])).unwrap();
            score.main.band.unwrap().counted
        })
        .collect();
    assert_eq!(lonely, [true, true, false, false, false]);
}

#[test]
fn one_network_met_monthly_is_enough_not_to_be_isolated() {
    let isolated = |values: &[i64]| {
        credoc_isolation().score(&answers(credoc_isolation(), values)).unwrap().main.band.unwrap().counted
    };
    assert!(isolated(&[0, 0, 0, 0, 0]));
    assert!(isolated(&[1, 1, 1, 1, 1]));
    for network in 0..5 {
        let mut values = [1; 5];
        values[network] = 2;
        assert!(!isolated(&values));
    }
}

#[test]
fn one_goal_of_three_is_enough_to_be_read() {
    let given: Answers = [("own_goals.goal2", 4), ("own_goals.wellbeing", 7)].into_iter().collect();
    let score = own_goals().score(&given).unwrap();
    assert_eq!((score.main.scale.code.as_str(), score.main.value), ("goal2", 4));
    assert_eq!(score.reading("wellbeing").unwrap().value, 7);
    assert!(score.reading("goal1").is_none());
    assert!(score.main.band.is_none());
}

#[test]
fn several_scales_wait_for_every_answer_where_none_may_miss() {
    let file = include_str!("../../instruments/own_goals.toml").replace("each_scale_alone", "none_allowed");
    let strict = Instrument::parse(&file).unwrap();
    let given: Answers = [("own_goals.goal1", 4)].into_iter().collect();
    assert!(own_goals().score(&given).is_ok());
    let Err(NotScored::Incomplete { missing }) = strict.score(&given) else {
        panic!("three answers are missing");
    };
    assert_eq!(missing.len(), 3);
}

#[test]
fn nothing_is_scored_from_an_incomplete_set() {
    let given: Answers = [("ucla3.1", 3), ("ucla3.3", 3)].into_iter().collect();
    let missing = vec!["ucla3.2".to_owned()];
    assert_eq!(ucla3().score(&given).unwrap_err(), NotScored::Incomplete { missing });
    let Err(NotScored::Incomplete { missing }) = own_goals().score(&Answers::default()) else {
        panic!("no goal was answered");
    };
    assert_eq!(missing.len(), 4);
}

#[test]
fn an_answer_out_of_range_is_refused_with_its_item() {
    let Err(NotScored::Refused(refused)) = ucla3().score(&answers(ucla3(), &[1, 4, 1])) else {
        panic!("four is no answer");
    };
    assert_eq!(refused.item(), "ucla3.2");
    assert_eq!(refused.to_string(), "4 is no answer to item ucla3.2");
}

proptest! {
    #[test]
    fn a_score_stays_within_its_scale_and_has_a_band(picks in prop::collection::vec(0..1000_usize, 11)) {
        for instrument in [ucla3(), insee_loneliness(), credoc_isolation(), epices()] {
            let given = instrument.items.iter().zip(&picks).map(|(item, pick)| {
                let choices = instrument.choices(item);
                (item.code.as_str(), choices[pick % choices.len()].value)
            });
            let score = instrument.score(&given.collect()).unwrap();
            let scale = score.main.scale;
            prop_assert!((scale.lowest..=scale.highest).contains(&score.main.value));
            prop_assert!(score.main.band.is_some());
        }
    }

    #[test]
    fn one_epices_answer_changed_moves_the_score_by_its_weight(
        mut values in prop::collection::vec(0..=1_i64, 11),
        flipped in 0..11_usize,
    ) {
        const WEIGHTS: [i64; 11] = [1006, -1183, -828, -828, 1480, -651, -710, -710, -947, -947, -710];
        values[flipped] = 0;
        let without = main_value(epices(), &values);
        values[flipped] = 1;
        prop_assert_eq!(main_value(epices(), &values) - without, WEIGHTS[flipped]);
    }
}
