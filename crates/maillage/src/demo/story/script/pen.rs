//! Writing a life's steps in order of time, at hours when people work.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::calendar::{self, LAST};
use super::dice::Dice;
use super::model::{Step, What};

const OPENING: i64 = 9 * 60;
const CLOSING: i64 = 17 * 60 + 45;

/// Where a life has come, and what has been written of it.
pub(super) struct Pen<'d> {
    pub(super) dice: &'d mut Dice,
    at: DateTime,
    steps: Vec<Step>,
}

impl<'d> Pen<'d> {
    /// On the first worked day from `day` on.
    pub(super) fn start(dice: &'d mut Dice, day: Date) -> Pen<'d> {
        let minutes = dice.between(OPENING, 15 * 60);
        Pen { dice, at: calendar::at(calendar::worked_from(day), minutes), steps: Vec::new() }
    }

    pub(super) fn today(&self) -> Date {
        self.at.date()
    }

    pub(super) fn write(&mut self, what: What) {
        self.steps.push(Step { at: self.at, what });
    }

    /// A little later, the same day while the site is open.
    pub(super) fn then(&mut self) {
        let later = self.at.saturating_add(self.dice.between(12, 55).minutes());
        if later < calendar::at(self.today(), CLOSING) {
            self.at = later;
        } else {
            self.after(1);
        }
    }

    /// So many days later, or the first worked day from then on.
    pub(super) fn after(&mut self, days: i64) {
        self.on(calendar::days_after(self.today(), days));
    }

    /// From one number of days to another later.
    pub(super) fn within(&mut self, least: i64, most: i64) {
        let days = self.dice.between(least, most);
        self.after(days);
    }

    /// On a day, or the first worked one from then on; never back in time.
    pub(super) fn on(&mut self, day: Date) {
        let day = calendar::worked_from(day);
        if day > self.today() {
            self.at = calendar::at(day, self.dice.between(OPENING, CLOSING));
        } else {
            self.then();
        }
    }

    /// So many days before the last morning, or the last worked day before that.
    pub(super) fn back(&mut self, days: i64) {
        self.on(calendar::worked_until(calendar::days_after(LAST, -days)));
    }

    /// The steps, when all of them are of the six months.
    pub(super) fn finished(self) -> Option<Vec<Step>> {
        let is_told = self.steps.iter().all(|step| step.at.date() < LAST);
        is_told.then_some(self.steps)
    }
}
