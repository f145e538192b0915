use std::collections::BTreeMap;

use kernel::Lang;
use serde_json::{Value, json};

use super::{Authored, BadResponse, answers_of, questionnaire, response};
use crate::{Answers, BadAnswer, find, library, own_goals, ucla3};

const BASE: &str = "https://maillage.example.org";
const TODAY: Authored<'_> = Authored { subject: Some("Patient/7f3a"), on: "2026-03-31" };

fn written(answers: &Answers) -> Value {
    response(ucla3(), (answers, &BTreeMap::new()), TODAY, BASE, Lang::Fr)
}

fn lonely() -> Answers {
    [("ucla3.1", 3), ("ucla3.2", 2), ("ucla3.3", 3)].into_iter().collect()
}

#[test]
fn a_questionnaire_says_what_it_asks_in_both_languages_and_by_its_code() {
    let said = questionnaire(ucla3(), BASE, Lang::Fr);
    assert_eq!(said["url"], format!("{BASE}/fhir/Questionnaire/ucla3"));
    assert_eq!(said["code"], json!([{ "system": "http://loinc.org", "code": "106418-7" }]));
    assert_eq!(said["item"].as_array().unwrap().len(), 4, "the instruction and three questions");
    let first = &said["item"][1];
    assert!(first["text"].as_str().unwrap().contains("manquer de compagnie"));
    let english = &first["_text"]["extension"][0]["extension"];
    assert_eq!(english[0]["valueCode"], "en");
    assert!(english[1]["valueString"].as_str().unwrap().contains("lack companionship"));
    let often = &first["answerOption"][2]["valueCoding"];
    assert_eq!((&often["code"], &often["display"]), (&json!("3"), &json!("Souvent")));
    assert_eq!(often["extension"][0]["valueDecimal"], 3);
}

#[test]
fn answers_of_every_instrument_come_back_as_they_left() {
    for instrument in library() {
        let first = |item| instrument.choices(item)[0].value;
        let answers: Answers = instrument.items.iter().map(|item| (item.code.clone(), first(item))).collect();
        let words: BTreeMap<String, String> = instrument
            .items
            .iter()
            .filter(|item| item.in_own_words)
            .map(|item| (item.code.clone(), "chanter".to_owned()))
            .collect();
        let text = response(instrument, (&answers, &words), TODAY, BASE, Lang::En).to_string();
        assert_eq!(answers_of(instrument, &text).unwrap(), (answers, words), "{}", instrument.code);
    }
}

#[test]
fn an_incomplete_set_says_so_and_is_read() {
    let one: Answers = [("ucla3.1", 3)].into_iter().collect();
    assert_eq!(written(&lonely())["status"], "completed");
    assert_eq!(written(&one)["status"], "in-progress");
    assert_eq!(answers_of(ucla3(), &written(&one).to_string()).unwrap().0, one);
}

#[test]
fn whole_numbers_and_groups_of_another_program_are_read() {
    let theirs = json!({
        "resourceType": "QuestionnaireResponse",
        "status": "amended",
        "questionnaire": "https://elsewhere.example/fhir/Questionnaire/ucla3|1",
        "item": [{ "linkId": "group", "item": [
            { "linkId": "ucla3.1", "answer": [{ "valueInteger": 3 }] },
            { "linkId": "ucla3.2", "answer": [{ "valueDecimal": 2.0 }] },
            { "linkId": "ucla3.3", "answer": [{ "valueCoding": { "code": "3" } }] },
        ] }],
    });
    assert_eq!(answers_of(ucla3(), &theirs.to_string()).unwrap().0, lonely());
}

/// With something changed, refused.
fn spoilt(change: impl Fn(&mut Value)) -> BadResponse {
    let mut text = written(&lonely());
    change(&mut text);
    answers_of(ucla3(), &text.to_string()).unwrap_err()
}

#[test]
fn what_is_not_these_answers_is_refused_whole() {
    assert!(matches!(answers_of(ucla3(), "{"), Err(BadResponse::Unreadable(_))));
    assert!(
        matches!(spoilt(|it| it["resourceType"] = "Patient".into()), BadResponse::OtherKind(kind) if kind == "Patient")
    );
    assert!(matches!(spoilt(|it| it["status"] = "entered-in-error".into()), BadResponse::NotMeant(_)));
    let of = |name: &str| format!("{BASE}/fhir/Questionnaire/{name}");
    assert!(matches!(
        spoilt(|it| it["questionnaire"] = of("epices|1").into()),
        BadResponse::OtherQuestionnaire(_)
    ));
    assert!(matches!(
        spoilt(|it| it["questionnaire"] = of("notucla3|1").into()),
        BadResponse::OtherQuestionnaire(_)
    ));
    assert!(
        matches!(spoilt(|it| it["questionnaire"] = of("ucla3|2").into()), BadResponse::OtherVersion(version) if version == "2")
    );
    assert!(
        matches!(spoilt(|it| it["item"][0]["linkId"] = "phq9.9".into()), BadResponse::Refused(BadAnswer::NoSuchItem { item }) if item == "phq9.9")
    );
    let out_of_range = json!([{ "valueInteger": 4 }]);
    assert!(matches!(
        spoilt(|it| it["item"][0]["answer"] = out_of_range.clone()),
        BadResponse::Refused(BadAnswer::NoSuchChoice { given, .. }) if given == "4"
    ));
    let half = json!([{ "valueDecimal": 2.5 }]);
    assert!(matches!(spoilt(|it| it["item"][0]["answer"] = half.clone()), BadResponse::Refused(_)));
    let two = json!([{ "valueInteger": 1 }, { "valueInteger": 2 }]);
    assert!(
        matches!(spoilt(|it| it["item"][0]["answer"] = two.clone()), BadResponse::Answer(item) if item == "ucla3.1")
    );
    assert!(matches!(
        spoilt(|it| it["item"][1]["linkId"] = "ucla3.1".into()),
        BadResponse::Refused(BadAnswer::Twice { .. })
    ));
}

#[test]
fn goals_are_asked_with_their_words_and_no_panel_has_no_code() {
    let said = questionnaire(own_goals(), BASE, Lang::Fr);
    assert_eq!(said["item"][1]["linkId"], "own_goals.goal1.words");
    assert!(said.get("code").is_none(), "FHIR knows no empty list");
    assert_eq!(said["id"], "own-goals");
    assert_eq!(questionnaire(find("insee_isolation").unwrap(), BASE, Lang::Fr)["name"], "InseeIsolation");
}
