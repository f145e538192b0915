//! The days of a life, for each path it may take.

use care::caseload::Outcome;
use care::referral::DeclineReason;
use jiff::civil::{Date, date};

use super::calendar::{FIRST, LAST, days_after, worked_until};
use super::model::{Call, Life, Path, What};
use super::pen::Pen;
use super::slot::Slot;
use super::{desk, learnt, ties};

/// Whoever takes part on the last morning was there within the last weeks.
const STILL_COMING: Date = date(2026, 3, 16);

/// The steps of one draft, begun on a day; whether they fit is for [`fits`] to say.
pub(super) fn draft(pen: &mut Pen<'_>, slot: &Slot<'_>) {
    match slot.path {
        Path::OnTheDesk(desk) => desk::draft(pen, slot, desk),
        Path::OnlySeen | Path::Waiting => request(pen, slot),
        Path::Declined(reason) => {
            request(pen, slot);
            pen.within(1, 3);
            pen.write(What::Decline(reason));
        }
        Path::Withdrawn => {
            request(pen, slot);
            pen.within(1, 4);
            pen.write(What::Withdraw);
        }
        Path::Unreachable => unreachable_person(pen, slot),
        Path::Stopped(outcome) => stopped(pen, slot, outcome),
        Path::StoppedAfterOnce
        | Path::Settled
        | Path::GoalsReached
        | Path::Habit { .. }
        | Path::Trying
        | Path::Beginning
        | Path::LeftAfterOnce => takes_part(pen, slot),
    }
}

/// The day to begin a draft on: what is counted back from the last morning begins when it must.
pub(super) fn start(path: Path, some_day: Date) -> Date {
    match path {
        Path::OnTheDesk(_) => FIRST,
        Path::Waiting => days_after(LAST, -4),
        _ => some_day,
    }
}

/// Whether a draft ends as its path says.
pub(super) fn fits(life: &Life) -> bool {
    let last = life.steps.iter().rev().find_map(|step| match step.what {
        What::Attend { on } => Some(on),
        _ => None,
    });
    match life.path {
        Path::Habit { .. } | Path::Trying | Path::Beginning => last.is_some_and(|day| day >= STILL_COMING),
        _ => true,
    }
}

pub(super) fn request(pen: &mut Pen<'_>, slot: &Slot<'_>) {
    for what in slot.request() {
        pen.write(what);
        pen.then();
    }
}

pub(super) fn reached(pen: &mut Pen<'_>, slot: &Slot<'_>) {
    pen.write(What::Call { result: Call::Reached, note: slot.wishes.heard.first.clone() });
}

pub(super) fn not_reached(pen: &mut Pen<'_>, slot: &Slot<'_>) {
    let result = if pen.dice.happens(50) && !slot.person.discreet { "voicemail" } else { "no_answer" };
    let note = slot.call_note(result, None, pen.dice);
    pen.write(What::Call { result: Call::NoAnswer, note });
}

pub(super) fn assessed(pen: &mut Pen<'_>, slot: &Slot<'_>) {
    let measured = slot.first_measure(pen.dice);
    let assessment = learnt::assessment(&slot.wishes, &slot.person, pen.dice);
    pen.write(What::Assess(Box::new(assessment)));
    pen.then();
    pen.write(What::Measure(measured));
    if pen.dice.happens(30) {
        pen.within(6, 9);
    } else {
        pen.then();
    }
    let weeks = pen.dice.between(6, 10);
    pen.write(What::Plan { goals: slot.wishes.goals.clone(), review_on: days_after(pen.today(), weeks * 7) });
}

fn accepted_and_reached(pen: &mut Pen<'_>, slot: &Slot<'_>) {
    request(pen, slot);
    let sent = pen.today();
    let due = worked_until(days_after(sent, slot.wait));
    if slot.wait > 2 && pen.dice.happens(40) {
        pen.after(1);
    }
    pen.write(What::Accept);
    if slot.wait > 3 && pen.dice.happens(60) {
        pen.after(slot.wait / 2 - 1);
        not_reached(pen, slot);
    }
    pen.on(due);
    reached(pen, slot);
}

fn unreachable_person(pen: &mut Pen<'_>, slot: &Slot<'_>) {
    request(pen, slot);
    pen.within(0, 1);
    pen.write(What::Accept);
    for (least, most) in [(1, 2), (2, 4), (3, 5)] {
        pen.within(least, most);
        not_reached(pen, slot);
    }
    pen.within(0, 1);
    pen.write(What::WriteLetter);
    pen.within(18, 26);
    pen.write(What::Close { outcome: Outcome::Unreachable, note: None });
}

fn stopped(pen: &mut Pen<'_>, slot: &Slot<'_>, outcome: Outcome) {
    accepted_and_reached(pen, slot);
    pen.within(5, 12);
    assessed(pen, slot);
    if outcome == Outcome::OtherSupport {
        pen.within(2, 5);
        ties::refused(pen, slot, 0, DeclineReason::NotEligible);
    }
    pen.within(12, 26);
    review(pen, slot);
    let (reason, note) = match outcome {
        Outcome::Moved => ("other", slot.drop_note("other", pen.dice)),
        _ => ("other_obstacles", None),
    };
    let note = note.or_else(|| slot.drop_note(reason, pen.dice).filter(|_| outcome == Outcome::Stopped));
    pen.write(What::Close { outcome, note });
}

fn takes_part(pen: &mut Pen<'_>, slot: &Slot<'_>) {
    accepted_and_reached(pen, slot);
    pen.within(5, 12);
    assessed(pen, slot);
    pen.within(0, 5);
    let weekday = ties::until_introduced(pen, slot);
    let times = times(pen, slot.path);
    ties::attended(pen, slot, times, weekday);
    ending(pen, slot);
}

fn times(pen: &mut Pen<'_>, path: Path) -> i64 {
    match path {
        Path::Settled => pen.dice.between(6, 11),
        Path::Habit { .. } => pen.dice.between(6, 16),
        Path::GoalsReached | Path::Trying => pen.dice.between(3, 5),
        Path::Beginning => pen.dice.between(1, 2),
        _ => 1,
    }
}

fn ending(pen: &mut Pen<'_>, slot: &Slot<'_>) {
    match slot.path {
        Path::Settled | Path::GoalsReached => {
            pen.within(2, 6);
            pen.write(What::Settle);
            review(pen, slot);
            let outcome = if slot.path == Path::Settled { Outcome::Settled } else { Outcome::GoalsReached };
            let note = slot.call_note("spoke", Some("last"), pen.dice).filter(|_| pen.dice.happens(40));
            pen.within(0, 6);
            pen.write(What::Close { outcome, note });
        }
        Path::StoppedAfterOnce => {
            left(pen, slot);
            review(pen, slot);
            let note = slot.drop_note("not_interested", pen.dice);
            pen.within(3, 9);
            pen.write(What::Close { outcome: Outcome::Stopped, note });
        }
        Path::LeftAfterOnce => left(pen, slot),
        Path::Habit { settled } => {
            if settled {
                pen.within(1, 3);
                pen.write(What::Settle);
            }
            review(pen, slot);
        }
        _ => review(pen, slot),
    }
}

fn left(pen: &mut Pen<'_>, slot: &Slot<'_>) {
    pen.within(3, 8);
    let note = slot.call_note("spoke", Some("left"), pen.dice);
    pen.write(What::Call { result: Call::Reached, note });
    pen.then();
    pen.write(What::Drop { reason: DeclineReason::NotInterested });
}

fn review(pen: &mut Pen<'_>, slot: &Slot<'_>) {
    if let Some(measured) = slot.review(pen.dice) {
        pen.within(0, 3);
        pen.write(What::Review(measured));
        pen.then();
    }
}
