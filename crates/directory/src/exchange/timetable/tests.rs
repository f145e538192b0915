use std::io::{BufReader, Cursor};
use std::time::{Duration, Instant};

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::testing::ForEver;

const TODAY: Date = date(2026, 1, 13);

fn calendar(events: &[&str]) -> String {
    let events: String =
        events.iter().map(|event| format!("BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n")).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

fn of(events: &[&str]) -> Result<Timetable, NoTimetable> {
    read(calendar(events).as_bytes(), TODAY)
}

fn schedule(event: &str) -> String {
    of(&[event]).map_or_else(|error| error.say(Lang::En), |timetable| timetable.schedule)
}

const PARIS: &str = "DTSTART;TZID=Europe/Paris:20250902T140000\nDTEND;TZID=Europe/Paris:20250902T160000\n";

#[test]
fn what_comes_back_each_week_or_month_is_said_as_it_is() {
    for (rule, said) in [
        ("FREQ=WEEKLY", "Tu 14:00-16:00"),
        ("FREQ=WEEKLY;WKST=MO;BYDAY=TU,TH", "Tu 14:00-16:00; Th 14:00-16:00"),
        ("FREQ=DAILY;BYDAY=SA", "Sa 14:00-16:00"),
        ("FREQ=MONTHLY;BYDAY=1TU,3TU", "Tu[1,3] 14:00-16:00"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", "Tu[-1] 14:00-16:00"),
        (
            "FREQ=WEEKLY;UNTIL=20250930T000000Z",
            "Nothing of this calendar becomes a schedule to come. Events left out, over: 1.",
        ),
        (
            "FREQ=WEEKLY;COUNT=3",
            "Nothing of this calendar becomes a schedule to come. Events left out, over: 1.",
        ),
        ("FREQ=WEEKLY;COUNT=4294967295", "Tu 14:00-16:00"),
        (
            "FREQ=SECONDLY",
            "Nothing of this calendar becomes a schedule to come. Events left out, repeated several times a day: 1.",
        ),
        (
            "FREQ=WEEKLY;BYHOUR=1,2,3",
            "Nothing of this calendar becomes a schedule to come. Events left out, whose repetition is not understood: 1.",
        ),
    ] {
        assert_eq!(schedule(&format!("{PARIS}RRULE:{rule}")), said, "{rule}");
    }
}

#[test]
fn what_comes_back_otherwise_is_said_by_its_next_dates() {
    let two_weeks = schedule(&format!(
        "{PARIS}RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=13\nEXDATE;TZID=Europe/Paris:20260203T140000"
    ));
    assert_eq!(two_weeks, "2026 Jan 20 14:00-16:00; 2026 Feb 17 14:00-16:00");
    let once =
        "DTSTART:20260613T120000Z\nDURATION:PT1H30M\nBEGIN:VALARM\nDTSTART:19000101T000000\nEND:VALARM";
    assert_eq!(schedule(once), "2026 Jun 13 14:00-15:30");
    let fortnight = of(&[&format!("{PARIS}RRULE:FREQ=DAILY;INTERVAL=2")]).unwrap();
    assert!(fortnight.schedule.len() <= 500 && fortnight.left.more_dates > 100, "{fortnight:?}");
}

#[test]
fn hours_are_france_s_whatever_zone_they_are_written_in() {
    let weekly = |start: &str, end: &str| schedule(&format!("{start}\n{end}\nRRULE:FREQ=WEEKLY"));
    assert_eq!(weekly("DTSTART:20260113T130000Z", "DTEND:20260113T150000Z"), "Tu 14:00-16:00");
    assert_eq!(
        weekly("DTSTART;TZID=\"Europe/London\":20260113T130000", "DTEND;TZID=Europe/London:20260113T150000"),
        "Tu 14:00-16:00"
    );
    assert_eq!(
        weekly("DTSTART;TZID=Romance Standard Time:20260113T140000", "DTEND:20260113T160000"),
        "Tu 14:00-16:00"
    );
    let unknown = of(&[
        "DTSTART;TZID=Chez nous:20260113T140000\nDTEND;TZID=Chez nous:20260113T160000\nRRULE:FREQ=WEEKLY",
    ])
    .unwrap();
    assert_eq!(unknown.left.say(Lang::En), ["Unknown time zone, read as France’s: Chez nous."]);
}

#[test]
fn events_of_one_day_stand_together_and_folded_lines_are_put_together() {
    let morning = PARIS.replace("T14", "T10").replace("T16", "T12");
    let both = of(&[
        &format!("{PARIS}RRULE:FREQ=WEE\r\n KLY;UNTIL=20260\r\n\t630"),
        &format!("{morning}RRULE:FREQ=WEEKLY;UNTIL=20260630"),
    ])
    .unwrap();
    assert_eq!(both.schedule, "Tu 10:00-12:00,14:00-16:00");
    assert_eq!(both.until, Some(date(2026, 6, 30)));
}

#[test]
fn what_no_schedule_says_is_counted() {
    let timetable = of(&[
        &format!("{PARIS}RRULE:FREQ=WEEKLY\nEXDATE:20260120T130000Z"),
        "DTSTART;VALUE=DATE:20260113",
        "DTSTART:20260113T220000Z\nDTEND:20260114T030000Z",
        "DTSTART:20260113T130000Z\nDTEND:20260113T140000Z\nSTATUS:CANCELLED",
    ])
    .unwrap();
    assert_eq!(
        timetable.left.say(Lang::En),
        [
            "Events left out, without an hour: 1.",
            "Events left out, without an end, or past midnight: 1.",
            "Events left out, cancelled: 1.",
            "Exceptions to a repetition, not kept: 1."
        ]
    );
}

#[test]
fn each_event_left_out_is_told_with_its_line_and_what_to_do() {
    let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Thé\r\n dansant\r\nDTSTART;VALUE=DATE:20260113\r\n\
                END:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20260113T130000Z\r\nDTEND:20260113T140000Z\r\n\
                RRULE:FREQ=HOURLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let Err(NoTimetable::Nothing(left)) = read(text.as_bytes(), TODAY) else { panic!("nothing to say") };
    assert_eq!(
        left.one_by_one(Lang::Fr),
        [
            "Ligne 2, «\u{a0}Thédansant\u{a0}»\u{a0}: pas d’heure. Donnez-lui une heure de début et une heure de fin.",
            "Ligne 7\u{a0}: répété plusieurs fois par jour. Faites un événement de toute la plage."
        ]
    );
    let many = "DTSTART;VALUE=DATE:20260113";
    let Err(NoTimetable::Nothing(left)) = of(&vec![many; 500]) else { panic!("nothing to say") };
    assert_eq!(left.one_by_one(Lang::En).len(), 100);
    assert!(left.say(Lang::En)[0].ends_with(": 500."));
}

#[test]
fn what_we_publish_is_read_back() {
    let rule = "DTSTART;TZID=Europe/Paris:20260114T100000\nDTEND;TZID=Europe/Paris:20260114T120000\nRRULE:FREQ=MONTHLY;BYDAY=1WE,3WE";
    assert_eq!(schedule(rule), "We[1,3] 10:00-12:00");
}

#[test]
fn a_calendar_made_to_exhaust_is_refused_or_read_within_bounds() {
    let start = Instant::now();
    let far = format!("{PARIS}RRULE:FREQ=YEARLY;INTERVAL=1000;COUNT=3000");
    assert!(of(&vec![far.as_str(); event::MOST]).is_err());
    assert!(matches!(of(&vec![PARIS; event::MOST + 1]), Err(NoTimetable::TooLarge)));
    let folded = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n{}", " y\n".repeat(1_000_000));
    assert!(matches!(read(folded.as_bytes(), TODAY), Err(NoTimetable::TooLarge)));
    let excluded = format!("{PARIS}RRULE:FREQ=WEEKLY\nEXDATE:{}", "20260113T130000Z,".repeat(100_000));
    assert_eq!(schedule(&excluded), "Tu 14:00-16:00");
    let nested = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{}", "BEGIN:VEVENT\n".repeat(150_000));
    assert!(read(nested.as_bytes(), TODAY).is_err());
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    for text in ["BEGIN:VCALENDAR\n", "x", " ", "BEGIN:VEVENT\n", "RRULE:FREQ=SECONDLY\n"] {
        let endless = BufReader::new(ForEver::saying(text.as_bytes()));
        assert!(matches!(read(endless, TODAY), Err(NoTimetable::TooLarge)), "{text}");
    }
}

#[test]
fn what_is_no_calendar_says_so() {
    assert!(matches!(read(&b"<html>"[..], TODAY), Err(NoTimetable::NotACalendar)));
    assert!(matches!(read(&b""[..], TODAY), Err(NoTimetable::NotACalendar)));
}

proptest! {
    #[test]
    fn no_rule_whatever_makes_the_reader_fail(
        rule in "(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY);)?(INTERVAL=-?[0-9]{1,9};)?(BYDAY=[0-9MOTUWEHFRSA,-]{0,12};)?(BYMONTHDAY=[0-9,-]{0,6};)?(BYSETPOS=-?[0-9];)?(COUNT=[0-9]{1,9})?(UNTIL=[0-9]{0,8})?",
        start in "[0-9]{4}(0[1-9]|1[0-2])[0-3][0-9]T[0-2][0-9][0-6][0-9]00Z?"
    ) {
        let event = format!("DTSTART:{start}\nDURATION:PT1H\nRRULE:{rule}");
        if let Ok(timetable) = of(&[&event]) {
            prop_assert!(crate::schedule::Schedule::parse(&timetable.schedule).is_some());
        }
    }

    #[test]
    fn no_bytes_whatever_make_the_reader_fail(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let whole = [b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", bytes.as_slice(), b"\nEND:VEVENT\n"].concat();
        let _ = read(Cursor::new(whole), TODAY);
    }
}
