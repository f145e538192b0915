//! From asking a place to taking part.

use care::referral::DeclineReason;
use jiff::civil::{Date, Weekday};
use kernel::coded::Coded;

use super::calendar::{days_after, next_open};
use super::material::Place;
use super::model::{Call, Reply, What};
use super::pen::Pen;
use super::slot::{Slot, Trial};

/// Days after which a silent request has expired, the night's work included.
const SILENCE: i64 = 32;
const CONTACTS: [&str; 4] =
    ["à l’accueil", "à l’entrée, avec un badge", "au bar associatif", "devant la porte"];

/// Asks one place after another until one says yes, and arranges the first meeting. Returns the
/// weekday of the activity, when it has one.
pub(super) fn until_introduced(pen: &mut Pen<'_>, slot: &Slot<'_>) -> Option<Weekday> {
    let mut tried = 0;
    for trial in &slot.refusals {
        match trial {
            Trial::Full => refused(pen, slot, tried, DeclineReason::Full),
            Trial::NotEligible => refused(pen, slot, tried, DeclineReason::NotEligible),
            Trial::Silent => {
                ask(pen, slot, tried);
                pen.after(SILENCE);
            }
            Trial::Waits => {
                let weekday = ask(pen, slot, tried);
                waits(pen);
                return welcomed(pen, weekday);
            }
        }
        tried += 1;
        pen.within(0, 4);
    }
    let weekday = ask(pen, slot, tried);
    pen.within(1, 8);
    welcomed(pen, weekday)
}

/// Proposes a place and asks it. Returns the weekday of the activity.
pub(super) fn ask(pen: &mut Pen<'_>, slot: &Slot<'_>, tried: usize) -> Option<Weekday> {
    let place = slot.place(tried)?;
    pen.write(What::Ask { place: place.id.clone(), likes: slot.wishes.matters.clone() });
    weekday(pen, place)
}

pub(super) fn refused(pen: &mut Pen<'_>, slot: &Slot<'_>, tried: usize, reason: DeclineReason) {
    ask(pen, slot, tried);
    pen.within(1, 7);
    answer_no(pen, slot, reason);
}

pub(super) fn answer_no(pen: &mut Pen<'_>, slot: &Slot<'_>, reason: DeclineReason) {
    let words = slot.refusal(reason.code(), pen.dice);
    answer(pen, Reply::No { reason, words });
}

/// Most answer by the link of the e-mail; some are rung up.
pub(super) fn answer(pen: &mut Pen<'_>, answer: Reply) {
    let by_link = pen.dice.happens(75);
    pen.write(What::Answer { answer, by_link });
}

pub(super) fn contact(pen: &mut Pen<'_>) -> Option<String> {
    pen.dice.pick(&CONTACTS).map(|contact| (*contact).to_owned())
}

/// Takes part so many times, week after week, now and then missing one.
pub(super) fn attended(pen: &mut Pen<'_>, slot: &Slot<'_>, times: i64, weekday: Option<Weekday>) {
    let mut day = pen.today();
    for time in 1..=times {
        if time > 1 {
            let weeks = if pen.dice.happens(15) { 2 } else { 1 };
            day = next_open(days_after(day, weeks * 7), weekday);
        }
        pen.on(days_after(day, 1));
        pen.write(What::Attend { on: day });
        let note = match time {
            1 if times > 1 && pen.dice.happens(50) => &slot.wishes.heard.once,
            4 if pen.dice.happens(50) => &slot.wishes.heard.later,
            _ => continue,
        };
        pen.then();
        pen.write(What::Call { result: Call::Reached, note: note.clone() });
    }
}

fn waits(pen: &mut Pen<'_>) {
    pen.within(2, 6);
    let days = pen.dice.between(10, 24);
    answer(pen, Reply::Wait { until: days_after(pen.today(), days) });
    pen.after(days + 1);
}

/// The place says yes, the first meeting is arranged, and its day has come.
fn welcomed(pen: &mut Pen<'_>, weekday: Option<Weekday>) -> Option<Weekday> {
    let meeting = next_open(days_after(pen.today(), 4), weekday);
    let contact = contact(pen);
    answer(pen, Reply::Yes { meeting: Some(meeting), contact });
    pen.within(0, 1);
    introduce(pen, meeting);
    come(pen, meeting);
    weekday
}

pub(super) fn introduce(pen: &mut Pen<'_>, on: Date) {
    let accompanied = pen.dice.happens(45);
    pen.write(What::Introduce { on, accompanied });
}

fn come(pen: &mut Pen<'_>, meeting: Date) {
    if meeting > pen.today() {
        pen.on(meeting);
    }
}

fn weekday(pen: &mut Pen<'_>, place: &Place) -> Option<Weekday> {
    pen.dice.pick(&place.weekdays()).copied()
}
