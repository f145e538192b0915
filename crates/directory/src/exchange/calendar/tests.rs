//! A calendar's text, for friendly and hostile resources.

use jiff::civil::date;
use kernel::Lang;

use super::super::sheet::Telling;
use super::*;
use crate::exchange::data_inclusion::{Context, services};
use crate::finder::Entry;

fn events_of(name: &str, hours: &str) -> Vec<String> {
    let row = serde_json::json!({
        "source": "dora", "id": "dora--1", "structure_id": "dora--1", "nom": name,
        "description": "On cuisine ensemble, puis on mange.", "date_maj": "2025-06-01",
        "horaires_accueil": hours
    });
    let context = Context { today: date(2026, 1, 13), centre_of: &|_| None };
    let line = row.to_string();
    let resource = services(line.as_bytes(), context).next().unwrap().unwrap().unwrap().value;
    let entry = Entry::new(resource, "Maison de quartier".to_owned(), None);
    let telling = Telling { today: date(2026, 1, 13), lang: Lang::Fr, base: "http://maillage.test" };
    events(&entry, telling, "2026-01-13T08:00:00Z".parse().unwrap())
}

#[test]
fn a_schedule_comes_back_in_paris_time_from_its_first_day() {
    let events = events_of("Repas partagé", "We[1,3] 12:00-14:00; Th 09:00-11:30; 2025 Jun 13 10:00-11:00");
    assert_eq!(events.len(), 2, "what is over is left out: {events:?}");
    for line in [
        "DTSTART;TZID=Europe/Paris:20260115T090000\r\n",
        "DTEND;TZID=Europe/Paris:20260115T113000\r\n",
        "RRULE:FREQ=WEEKLY;BYDAY=TH\r\n",
        "UID:ressources/dora--1-1@maillage\r\n",
        "DTSTAMP:20260113T080000Z\r\n",
    ] {
        assert!(events[0].contains(line), "{line} in {}", events[0]);
    }
    assert!(events[1].contains("DTSTART;TZID=Europe/Paris:20260121T120000\r\n"), "{}", events[1]);
    assert!(events[1].contains("RRULE:FREQ=MONTHLY;BYDAY=1WE,3WE\r\n"), "{}", events[1]);
}

#[test]
fn public_holidays_are_left_out_where_the_place_is_closed() {
    let open = events_of("Repas", "Mo 12:00-14:00").concat();
    let closed = events_of("Repas", "Mo 12:00-14:00; PH off").concat();
    assert!(!open.contains("EXDATE"));
    assert!(closed.contains("EXDATE;TZID=Europe/Paris:20260406T120000\r\n"), "{closed}");
}

#[test]
fn hours_nobody_can_read_make_no_event() {
    assert!(events_of("Repas", "le mardi matin").is_empty());
}

#[test]
fn no_text_ends_its_line_or_begins_another() {
    let hostile = "Repas\r\nEND:VEVENT\nBEGIN:VEVENT\rX;Y,Z\\ \u{2028}\u{7}\u{85}é";
    let text = calendar(hostile, &events_of(hostile, "Mo 12:00-14:00"));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{line}");
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
    let unfolded = text.replace("\r\n ", "");
    assert_eq!(unfolded.lines().filter(|line| *line == "BEGIN:VEVENT").count(), 1);
    assert!(
        unfolded.contains("SUMMARY:Repas\\nEND:VEVENT\\nBEGIN:VEVENTX\\;Y\\,Z\\\\ \\n\\né"),
        "{unfolded}"
    );
}

#[test]
fn long_lines_are_folded_between_characters() {
    let long = "é".repeat(200);
    let line = text::folded(&text::property("SUMMARY", &long));
    assert!(line.split("\r\n").all(|part| part.len() <= 75));
    assert_eq!(line.replace("\r\n ", ""), format!("SUMMARY:{long}\r\n"));
}
