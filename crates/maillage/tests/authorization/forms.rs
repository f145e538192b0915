//! Filling in whatever form is met, as somebody in a hurry would, with a token in every field of text.

use platform::testing::{Control, SeenForm};

use crate::tokens::MARK;

/// A day to come: stories begin on 13 January 2026.
const LATER: &str = "2026-02-10";

/// What a browser would send. `person` marks the tokens, so that a page that shows one says whose.
pub(crate) fn filled(form: &SeenForm, given: &[(&str, &str)], person: char) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut add = |name: &str, value: &str| pairs.push((name.to_owned(), value.to_owned()));
    let mut done: Vec<&str> = Vec::new();
    for control in form.controls.iter().filter(|control| control.kind != "file") {
        let name = control.name.as_str();
        if given.iter().any(|(field, _)| *field == name) {
            if !done.contains(&name) {
                given.iter().filter(|(field, _)| *field == name).for_each(|(field, value)| add(field, value));
            }
        } else if let Some(value) = typed(control, form, &done, person) {
            add(name, &value);
        }
        done.push(name);
    }
    pairs
}

/// What is typed, ticked or chosen where nobody said what.
fn typed(control: &Control, form: &SeenForm, done: &[&str], person: char) -> Option<String> {
    let name = control.name.as_str();
    match control.kind.as_str() {
        "hidden" | "select" | "checkbox" => control.standing.clone(),
        "radio" => {
            let mut group = form.controls.iter().filter(|other| other.name == name);
            let is_chosen = group.any(|other| other.standing.is_some());
            let is_first = !done.contains(&name);
            control.standing.clone().or_else(|| (!is_chosen && is_first).then(|| control.value.clone()))
        }
        "button" | "submit" => (!done.contains(&name)).then(|| control.value.clone()),
        kind => match control.standing.as_deref() {
            Some("") | None => Some(written(kind, name, person)),
            Some(standing) => Some(standing.to_owned()),
        },
    }
}

fn written(kind: &str, name: &str, person: char) -> String {
    let nth = u32::from(person) - u32::from('a');
    match (kind, name) {
        ("date", _) => LATER.to_owned(),
        ("email", _) => format!("{}@exemple.fr", token(name, person).to_lowercase()),
        (_, "name") => format!("{} {}", token("given", person), token("family", person)),
        (_, "phone" | "dpo_phone") => phone(nth),
        (_, "commune") => "Bron".to_owned(),
        (_, "birth_year") => (1931 + nth).to_string(),
        (_, "backup_days") => "35".to_owned(),
        (_, "reach_km") => "5".to_owned(),
        _ => token(name, person),
    }
}

/// A file as somebody would bring it to a field of that name.
pub(crate) fn file(name: &str) -> (&'static str, &'static [u8]) {
    match name {
        "calendrier" => (
            "atelier.ics",
            b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Paris:20260120T140000\r\n\
              DTEND;TZID=Europe/Paris:20260120T160000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Atelier\r\n\
              END:VEVENT\r\nEND:VCALENDAR\r\n",
        ),
        "table" => ("table.csv", "Nom;Ville\nAtelier;Bron\n".as_bytes()),
        "structures" => {
            ("structures.jsonl", br#"{"id":"essai--1","source":"essai","nom":"Atelier","date_maj":"2026-01-10"}"#)
        }
        _ => ("vide.txt", b""),
    }
}

/// « …mattersa »: what stands in one field of one person's file, and nowhere else.
pub(crate) fn token(field: &str, person: char) -> String {
    let letters: String = field.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("{MARK}{letters}{person}")
}

/// A number set aside for fiction by the ARCEP (04 65 71 …), one for each person.
pub(crate) fn phone(nth: u32) -> String {
    format!("04 65 71 48 {:02}", 10 + nth)
}
