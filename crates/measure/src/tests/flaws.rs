//! An instrument that an organisation brings is refused whole when it could not score.

use crate::{Flaw, Instrument};

const UCLA3: &str = include_str!("../../instruments/ucla3.toml");
const EPICES: &str = include_str!("../../instruments/epices.toml");

fn spoilt(file: &str, from: &str, to: &str) -> Flaw {
    assert!(file.contains(from), "nothing to spoil: {from}");
    Instrument::parse(&file.replacen(from, to, 1)).unwrap_err()
}

#[test]
fn an_unknown_field_or_a_missing_language_is_unreadable() {
    assert!(matches!(spoilt(UCLA3, "audience =", "audiense ="), Flaw::Unreadable(_)));
    assert!(matches!(spoilt(UCLA3, "en = \"How often do you feel left out?\"", ""), Flaw::Unreadable(_)));
}

#[test]
fn codes_are_unique_and_begin_with_the_instrument_s() {
    assert!(
        matches!(spoilt(UCLA3, "code = \"ucla3.2\"", "code = \"ucla3.1\""), Flaw::Twice(code) if code == "ucla3.1")
    );
    assert!(
        matches!(spoilt(UCLA3, "code = \"ucla3.2\"", "code = \"two\""), Flaw::Prefix(code) if code == "two")
    );
}

#[test]
fn every_item_has_choices_and_each_value_once() {
    assert!(matches!(spoilt(UCLA3, "value = 3", "value = 2"), Flaw::Choices(_)));
    let (before, rest) = UCLA3.split_once("choices = [").unwrap();
    let (_, after) = rest.split_once("\n]\n").unwrap();
    let flaw = Instrument::parse(&format!("{before}{after}")).unwrap_err();
    assert!(matches!(flaw, Flaw::Choices(item) if item == "ucla3.1"));
}

#[test]
fn a_scale_is_named_once_and_reads_an_item_once() {
    let goals = include_str!("../../instruments/own_goals.toml");
    assert!(
        matches!(spoilt(goals, "code = \"goal2\"", "code = \"goal1\""), Flaw::Twice(code) if code == "goal1")
    );
    let flaw = spoilt(UCLA3, "\"ucla3.3\"]", "\"ucla3.3\", \"ucla3.3\"]");
    assert!(matches!(flaw, Flaw::Twice(code) if code == "ucla3.3"));
}

#[test]
fn every_item_is_read_and_every_item_read_exists() {
    assert!(
        matches!(spoilt(UCLA3, "\"ucla3.2\", \"ucla3.3\"]", "\"ucla3.2\"]"), Flaw::Unread(item) if item == "ucla3.3")
    );
    let flaw = spoilt(UCLA3, "\"ucla3.3\"]", "\"ucla3.3\", \"ucla3.4\"]");
    assert!(matches!(flaw, Flaw::UnknownItem { item, .. } if item == "ucla3.4"));
}

#[test]
fn every_item_weighs() {
    assert!(matches!(spoilt(EPICES, "\"epices.11\" = -710", ""), Flaw::Weights(_)));
}

#[test]
fn a_wrong_weight_shows_in_what_answers_reach() {
    let flaw = spoilt(EPICES, "\"epices.5\" = 1480", "\"epices.5\" = 1408");
    assert!(matches!(flaw, Flaw::Reach { said: (0, 10_000), reached: (0, 9_928), .. }));
}

#[test]
fn bands_go_up_from_the_lowest_value() {
    assert!(matches!(spoilt(UCLA3, "from = 3", "from = 4"), Flaw::Bands(_)));
    assert!(matches!(spoilt(UCLA3, "from = 6", "from = 3"), Flaw::Bands(_)));
    assert!(matches!(spoilt(UCLA3, "from = 6", "from = 10"), Flaw::Bands(_)));
}

#[test]
fn an_instrument_without_items_is_refused() {
    let (head, rest) = UCLA3.split_once("[[items]]").unwrap();
    let (_, scales) = rest.split_once("[[scales]]").unwrap();
    let flaw = Instrument::parse(&format!("items = []\n{head}[[scales]]{scales}")).unwrap_err();
    assert!(matches!(flaw, Flaw::Items), "{flaw}");
}

#[test]
fn codes_are_fit_for_forms_and_nothing_is_left_unsaid() {
    for code in ["ucla3.É", "ucla3.a b", "ucla3.\\\"", "ucla3.A"] {
        let flaw = spoilt(UCLA3, "code = \"ucla3.2\"", &format!("code = \"{code}\""));
        assert!(matches!(flaw, Flaw::Code(_)), "{code}: {flaw}");
    }
    let flaw = spoilt(UCLA3, "en = \"How often do you feel left out?\"", "en = \" \"");
    assert!(matches!(flaw, Flaw::NoText(item) if item == "ucla3.2"));
    let (before, rest) = UCLA3.split_once("[title]").unwrap();
    let untitled = format!("{before}[title]{}", rest.replacen("fr = \"", "fr = \"\" #", 1));
    let flaw = Instrument::parse(&untitled).unwrap_err();
    assert!(matches!(flaw, Flaw::NoText(code) if code == "ucla3"));
}
