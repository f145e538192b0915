use std::collections::BTreeMap;

use crate::{Answers, BadAnswer, epices, ucla3};

#[test]
fn a_form_gives_an_instrument_its_own_fields_only() {
    let fields = [("csrf", "x"), ("ucla3.1", "2"), ("epices.1", "1"), ("ucla3.3", " 3 "), ("ucla3.2", "")];
    let read = ucla3().read_form(fields).unwrap();
    assert_eq!(read, [("ucla3.1", 2), ("ucla3.3", 3)].into_iter().collect());
    let unanswered: Vec<&str> = ucla3().unanswered(&read).iter().map(|item| item.code.as_str()).collect();
    assert_eq!(unanswered, ["ucla3.2"]);
    assert_eq!(epices().read_form(fields).unwrap().get("epices.1"), Some(1));
}

#[test]
fn a_form_with_an_answer_nobody_offered_is_refused_with_its_item() {
    let refused = |field: (&str, &str)| ucla3().read_form([field]).unwrap_err();
    let item = "ucla3.1".to_owned();
    for given in ["4", "0", "-1", "deux", "2.0", "99999999999999999999"] {
        let expected = BadAnswer::NoSuchChoice { item: item.clone(), given: given.to_owned() };
        assert_eq!(refused(("ucla3.1", given)), expected);
    }
    assert_eq!(refused(("ucla3.9", "1")), BadAnswer::NoSuchItem { item: "ucla3.9".to_owned() });
    let twice = ucla3().read_form([("ucla3.1", "1"), ("ucla3.1", "3")]).unwrap_err();
    assert_eq!(twice, BadAnswer::Twice { item });
}

#[test]
fn an_instrument_whose_code_begins_alike_keeps_its_fields() {
    assert!(ucla3().read_form([("ucla30.1", "7")]).unwrap().is_empty());
}

#[test]
fn answers_are_stored_as_a_plain_json_object() {
    let given: Answers = [("ucla3.2", 1), ("ucla3.1", 2)].into_iter().collect();
    let json = serde_json::to_string(&given).unwrap();
    assert_eq!(json, r#"{"ucla3.1":2,"ucla3.2":1}"#);
    assert_eq!(serde_json::from_str::<Answers>(&json).unwrap(), given);
    assert_eq!(Answers::from(BTreeMap::from([("ucla3.1".to_owned(), 2), ("ucla3.2".to_owned(), 1)])), given);
}

#[test]
fn stored_answers_that_no_longer_fit_are_refused() {
    let stored: Answers = [("ucla3.4", 1)].into_iter().collect();
    assert_eq!(ucla3().check(&stored).unwrap_err().item(), "ucla3.4");
}
