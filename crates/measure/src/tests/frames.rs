//! Frames score by the published vectors once somebody wrote the questions in, and not before.

use kernel::Lang;

use super::answers;
use crate::{FRAMES, Flaw, Instrument};

/// With a question in each blank.
fn filled(code: &str) -> Instrument {
    let frame = FRAMES.iter().find(|frame| frame.code == code).unwrap();
    let questions: Vec<String> = (1..=frame.questions).map(|place| format!("Question {place} \"?")).collect();
    let instrument = Instrument::parse(&frame.filled(&questions, 3).unwrap()).unwrap();
    let asked: Vec<&str> = instrument.items.iter().map(|item| item.text.get(Lang::En)).collect();
    assert_eq!(asked, questions);
    assert_eq!((instrument.title.fr.as_str(), instrument.version.as_str()), (frame.title, "3"));
    instrument
}

fn values(code: &str, given: &[i64]) -> Vec<i64> {
    let instrument = filled(code);
    let score = instrument.score(&answers(&instrument, given)).unwrap();
    score.readings().map(|reading| reading.value).collect()
}

fn bands<const N: usize>(code: &str, scale: &str, of: [i64; N]) -> [String; N] {
    let instrument = filled(code);
    of.map(|value| instrument.scale(scale).unwrap().band(value).unwrap().code.clone())
}

#[test]
fn a_frame_without_its_questions_is_no_instrument() {
    for frame in FRAMES {
        let flaw = Instrument::parse(frame.toml).unwrap_err();
        assert!(matches!(flaw, Flaw::NoText(item) if item == format!("{}.1", frame.code)));
        assert_eq!(filled(frame.code).code, frame.code);
        assert!(!filled(frame.code).is_usual);
    }
}

#[test]
fn the_who_s_five_are_read_out_of_a_hundred() {
    assert_eq!(values("who5", &[3, 3, 3, 2, 2]), [52]);
    assert_eq!(values("who5", &[3, 3, 2, 2, 2]), [48]);
    assert_eq!((values("who5", &[0; 5]), values("who5", &[5; 5])), (vec![0], vec![100]));
    assert_eq!(bands("who5", "wellbeing", [48, 50, 52]), ["low", "low", "fair"]);
    let who5 = filled("who5");
    let scale = who5.scale("wellbeing").unwrap();
    let verdicts = [(48, 56), (48, 58)].map(|(first, last)| scale.change(first, last).raw);
    assert_eq!(verdicts, [8, 10]);
    assert_eq!(scale.verdict_text(scale.change(48, 56).verdict, Lang::Fr), "Pareil");
    assert_eq!(scale.verdict_text(scale.change(48, 58).verdict, Lang::Fr), "Mieux");
}

#[test]
fn lubben_s_six_have_two_sides() {
    assert_eq!(values("lsns6", &[5, 5, 5, 0, 0, 1]), [16, 15, 1]);
    assert_eq!(bands("lsns6", "network", [11, 12]), ["at_risk", "not_at_risk"]);
    assert_eq!(bands("lsns6", "friends", [5, 6]), ["at_risk", "not_at_risk"]);
}

#[test]
fn zarit_s_seven_count_by_halves() {
    assert_eq!(values("mini_zarit", &[5; 7]), [35]);
    let burden = filled("mini_zarit");
    assert_eq!(burden.scale("burden").unwrap().reading(35).value_text(Lang::Fr), "3,5");
    assert_eq!(
        bands("mini_zarit", "burden", [10, 15, 30, 35, 50, 55]),
        [
            "light",
            "light_to_moderate",
            "light_to_moderate",
            "moderate_to_severe",
            "moderate_to_severe",
            "severe"
        ]
    );
}
