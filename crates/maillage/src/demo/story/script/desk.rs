//! What lies on a link worker's desk on the last morning, counted back from it.

use care::referral::DeclineReason;
use jiff::civil::{Weekday, date};

use super::calendar::LAST;
use super::model::{Call, Desk, Reply, What};
use super::paths::{assessed, not_reached, reached, request};
use super::pen::Pen;
use super::slot::Slot;
use super::ties;

/// Waiting lists and pauses end after the Easter holidays.
const AFTER_EASTER: jiff::civil::Date = date(2026, 4, 20);

pub(super) fn draft(pen: &mut Pen<'_>, slot: &Slot<'_>, desk: Desk) {
    match desk {
        Desk::CallLate => accepted(pen, slot, 11, 8),
        Desk::CallFirst => accepted(pen, slot, 4, 1),
        Desk::CallAgain => {
            accepted(pen, slot, 6, 5);
            called_in_vain(pen, slot, &[1]);
        }
        Desk::CallBack => {
            accepted(pen, slot, 6, 5);
            pen.back(4);
            let note = slot.call_note("call_back", None, pen.dice);
            pen.write(What::Call { result: Call::Another { on: LAST }, note });
        }
        Desk::Letter => {
            accepted(pen, slot, 15, 14);
            called_in_vain(pen, slot, &[12, 8, 4]);
        }
        Desk::Assess => {
            accepted(pen, slot, 10, 8);
            pen.back(6);
            reached(pen, slot);
        }
        Desk::Silent => asked(pen, slot, 34, 11),
        Desk::AskedLately => asked(pen, slot, 26, 5),
        Desk::Expired => asked(pen, slot, 60, 32),
        Desk::Introduce => {
            asked(pen, slot, 33, 13);
            pen.back(4);
            let contact = ties::contact(pen);
            ties::answer(pen, Reply::Yes { meeting: None, contact });
        }
        Desk::MeetingTomorrow => meeting_tomorrow(pen, slot),
        Desk::Declined => {
            asked(pen, slot, 34, 12);
            pen.back(4);
            ties::answer_no(pen, slot, DeclineReason::Full);
        }
        Desk::Waitlisted => {
            asked(pen, slot, 41, 20);
            pen.back(13);
            ties::answer(pen, Reply::Wait { until: AFTER_EASTER });
        }
        Desk::Paused => {
            met(pen, slot, 48);
            pen.back(7);
            let note = slot.call_note("spoke", Some("pause"), pen.dice);
            pen.write(What::Call { result: Call::Reached, note });
            pen.then();
            pen.write(What::Pause { until: AFTER_EASTER });
        }
    }
}

/// Asked for and accepted, so many days before the last morning.
fn accepted(pen: &mut Pen<'_>, slot: &Slot<'_>, sent: i64, accepted: i64) {
    pen.back(sent);
    request(pen, slot);
    pen.back(accepted);
    pen.write(What::Accept);
}

fn called_in_vain(pen: &mut Pen<'_>, slot: &Slot<'_>, days: &[i64]) {
    for day in days {
        pen.back(*day);
        not_reached(pen, slot);
    }
}

/// Asked for so many days before, then met and assessed within two weeks.
fn met(pen: &mut Pen<'_>, slot: &Slot<'_>, sent: i64) {
    accepted(pen, slot, sent, sent);
    pen.back(sent - slot.wait.clamp(1, 5));
    reached(pen, slot);
    pen.back(sent - 12);
    assessed(pen, slot);
}

fn asked(pen: &mut Pen<'_>, slot: &Slot<'_>, sent: i64, asked: i64) {
    met(pen, slot, sent);
    pen.back(asked);
    ties::ask(pen, slot, 0);
}

/// The place is one that receives on that day of the week, a Wednesday.
fn meeting_tomorrow(pen: &mut Pen<'_>, slot: &Slot<'_>) {
    met(pen, slot, 37);
    pen.back(16);
    let receives = |tried: &usize| {
        slot.place(*tried).is_some_and(|place| place.weekdays().contains(&Weekday::Wednesday))
    };
    let tried = (0..slot.wishes.places.len()).find(receives).unwrap_or_default();
    ties::ask(pen, slot, tried);
    pen.back(8);
    let tomorrow = date(2026, 4, 1);
    let contact = ties::contact(pen);
    ties::answer(pen, Reply::Yes { meeting: Some(tomorrow), contact });
    pen.back(6);
    ties::introduce(pen, tomorrow);
}
