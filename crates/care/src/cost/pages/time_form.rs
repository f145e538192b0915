//! The few fields by which time is noted, the same on the file and on its own page.

use jiff::civil::Date;
use kernel::clock::in_france;
use kernel::coded::Coded;
use platform::web::{Problems, dates};
use serde::Deserialize;

use crate::cost::model::{Spent, SpentOn, Standing};
use crate::cost::rules::NotLogged;
use crate::cost::typed;
use crate::words::Words;

/// Minutes in one click.
pub(super) const USUAL: [&str; 5] = ["15", "30", "45", "60", "90"];

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::cost) struct TimeForm {
    pub(super) once: String,
    pub(super) day: String,
    /// One of [`USUAL`].
    pub(super) minutes: String,
    /// Typed instead.
    pub(super) other_minutes: String,
    pub(super) spent_on: String,
    /// « dossier » when it was sent from the file.
    pub(super) from: String,
}

impl TimeForm {
    /// What stands there before anybody typed: today, or the day it ended.
    pub(super) fn blank(standing: &Standing, today: Date) -> TimeForm {
        let ended = standing.closed_at.map(|at| in_france(at).date());
        let day = ended.map_or(today, |ended| ended.min(today));
        TimeForm { day: day.to_string(), ..TimeForm::default() }
    }

    /// `(code, label)` of what time is spent on.
    pub(super) fn kinds(w: &Words) -> Vec<(&'static str, String)> {
        SpentOn::all().map(|on| (on.code(), on.label(w))).collect()
    }

    /// What was noted, or everything wrong with it.
    pub(super) fn parse(&self, w: &Words, problems: &mut Problems) -> Option<Spent> {
        let day = problems.keep("day", dates::typed(&self.day).ok_or(()), |()| w.cost_day_odd());
        let typed = [&self.other_minutes, &self.minutes].into_iter().find(|typed| !typed.trim().is_empty());
        let minutes = match typed {
            None => problems.keep("minutes", Err(()), |()| w.cost_minutes_needed()),
            Some(typed) => {
                problems.keep("other_minutes", typed::minutes(typed).ok_or(()), |()| w.cost_minutes_odd())
            }
        };
        let on = SpentOn::from_code(&self.spent_on).ok_or(());
        let on = problems.keep("spent_on", on, |()| w.cost_on_needed());
        Some(Spent { day: day?, minutes: minutes?, on: on? })
    }
}

pub(super) fn said(refused: NotLogged, w: &Words, day: impl Fn(Date) -> String) -> String {
    match refused {
        NotLogged::ToCome => w.cost_day_to_come(),
        NotLogged::BeforeItBegan(began) => w.cost_day_before(day(began)),
        NotLogged::AfterItEnded(ended) => w.cost_day_after(day(ended)),
    }
}
