//! The plan's form: as typed, and read into a [`Draft`].

use std::collections::HashMap;

use jiff::civil::Date;
use kernel::text::{TextError, optional};
use platform::web::dates;
use platform::web::form::Problems;

use super::model::{
    Draft, Goal, LONGEST_GOAL, LONGEST_WHO, LONGEST_WORDS, MOST_GOALS, MOST_STEPS, Plan, Step, Wish,
};
use super::rules::{DayRefusal, proposed_review};
use crate::screening::Measure;
use crate::screening::rules::goal_words;
use crate::words::Words;

/// Rows for steps that are always offered, and how many stay empty below those filled in.
const FEWEST_ROWS: usize = 3;
const EMPTY_ROWS: usize = 2;

/// The names of a goal's fields, then those of its « another » box.
const GOALS: [(&str, &str); MOST_GOALS] =
    [("goal1", "another1"), ("goal2", "another2"), ("goal3", "another3")];

/// The names of a step's fields.
const STEPS: [[&str; 3]; MOST_STEPS] = [
    ["step1", "step1_who", "step1_by"],
    ["step2", "step2_who", "step2_by"],
    ["step3", "step3_who", "step3_by"],
    ["step4", "step4_who", "step4_by"],
    ["step5", "step5_who", "step5_by"],
    ["step6", "step6_who", "step6_by"],
    ["step7", "step7_who", "step7_by"],
    ["step8", "step8_who", "step8_by"],
];

#[derive(Clone, Debug)]
pub(super) struct PlanForm {
    pub(super) once: String,
    /// The version it was filled in from; `0` before the first.
    pub(super) version: String,
    pub(super) goals: [GoalField; MOST_GOALS],
    pub(super) words: String,
    pub(super) steps: [StepField; MOST_STEPS],
    pub(super) agreed_on: String,
    pub(super) review_on: String,
}

#[derive(Clone, Debug)]
pub(super) struct GoalField {
    pub(super) name: &'static str,
    pub(super) words: String,
    pub(super) another_name: &'static str,
    pub(super) is_another: bool,
}

#[derive(Clone, Debug)]
pub(super) struct StepField {
    pub(super) names: [&'static str; 3],
    pub(super) what: String,
    pub(super) who: String,
    pub(super) by: String,
}

impl PlanForm {
    /// As a browser sent it; a field it did not send is empty.
    pub(super) fn typed(mut fields: HashMap<String, String>) -> PlanForm {
        let mut take = |name: &str| fields.remove(name).unwrap_or_default();
        PlanForm {
            once: take("once"),
            version: take("version"),
            goals: GOALS.map(|(name, another_name)| GoalField {
                name,
                words: take(name),
                another_name,
                is_another: !take(another_name).is_empty(),
            }),
            words: take("words"),
            steps: STEPS.map(|names| {
                let [what, who, by] = names.map(&mut take);
                StepField { names, what, who, by }
            }),
            agreed_on: take("agreed_on"),
            review_on: take("review_on"),
        }
    }

    /// The plan as it stands.
    pub(super) fn showing(plan: &Plan, goals: &[Goal], version: i64) -> PlanForm {
        let mut form = PlanForm::typed(HashMap::new());
        form.version = version.to_string();
        for (place, field) in (1..).zip(&mut form.goals) {
            let goal = goals.iter().find(|goal| goal.place == place);
            field.words = goal.map(|goal| goal.words.clone()).unwrap_or_default();
        }
        for (field, step) in form.steps.iter_mut().zip(&plan.steps) {
            field.what.clone_from(&step.what);
            field.who = step.who.clone().unwrap_or_default();
            field.by = iso(step.by);
        }
        form.words = plan.words.clone().unwrap_or_default();
        form.agreed_on = iso(plan.agreed_on);
        form.review_on = iso(plan.review_on);
        form
    }

    /// The first plan of a case: what the person said they want when they were asked, today's date
    /// and a review proposed.
    pub(super) fn first(today: Date, measures: &[Measure]) -> PlanForm {
        let plan =
            Plan { agreed_on: Some(today), review_on: Some(proposed_review(today)), ..Plan::default() };
        let mut form = PlanForm::showing(&plan, &[], 0);
        let said = goal_words(measures, &[]);
        let items = measure::own_goals().items.iter().filter(|item| item.in_own_words);
        for (field, item) in form.goals.iter_mut().zip(items) {
            let words = said.iter().find(|(asked, _)| asked.code == item.code);
            field.words = words.map(|(_, words)| words.clone()).unwrap_or_default();
        }
        form
    }

    /// What was typed, when all of it can be kept.
    pub(super) fn read(&self, w: &Words, problems: &mut Problems) -> Option<Draft> {
        let wishes = self.goals.each_ref().map(|field| Wish {
            words: bounded(field.name, &field.words, LONGEST_GOAL, w, problems),
            is_another: field.is_another,
        });
        if problems.is_empty() && wishes.iter().all(|wish| wish.words.is_none()) {
            problems.add("goal1", w.plan_goal_needed());
        }
        let steps = self.steps.iter().filter_map(|field| field.read(w, problems)).collect();
        let words = bounded("words", &self.words, LONGEST_WORDS, w, problems);
        let agreed_on = day("agreed_on", &self.agreed_on, w, problems);
        if self.agreed_on.trim().is_empty() {
            problems.add("agreed_on", w.plan_agreed_needed());
        }
        let review_on = day("review_on", &self.review_on, w, problems);
        let plan = Plan { words, steps, agreed_on, review_on };
        problems.is_empty().then_some(Draft { wishes, plan })
    }

    /// The field a refused day stands in, and what to do about it.
    pub(super) fn refused(&self, refusal: DayRefusal, w: &Words) -> Problems {
        let mut problems = Problems::default();
        match refusal {
            DayRefusal::Agreed => problems.add("agreed_on", w.plan_agreed_odd()),
            DayRefusal::Review => problems.add("review_on", w.plan_review_odd()),
            DayRefusal::Step(index) => {
                let field = self.steps.iter().filter(|field| !field.is_empty()).nth(index);
                problems.add(field.map_or("step1_by", |field| field.names[2]), w.plan_step_odd());
            }
        }
        problems
    }

    /// The rows to show: those filled in and some to add, as many as there are at most.
    pub(super) fn rows(&self) -> Vec<&StepField> {
        let filled = self.steps.iter().rposition(|field| !field.is_empty()).map_or(0, |last| last + 1);
        self.steps.iter().take((filled + EMPTY_ROWS).max(FEWEST_ROWS)).collect()
    }

    /// An unreadable version is none that was ever stored.
    pub(super) fn version(&self) -> i64 {
        self.version.parse().unwrap_or(-1)
    }
}

impl StepField {
    fn is_empty(&self) -> bool {
        [&self.what, &self.who, &self.by].into_iter().all(|typed| typed.trim().is_empty())
    }

    fn read(&self, w: &Words, problems: &mut Problems) -> Option<Step> {
        if self.is_empty() {
            return None;
        }
        let [what_name, who_name, by_name] = self.names;
        let what = bounded(what_name, &self.what, LONGEST_GOAL, w, problems);
        if self.what.trim().is_empty() {
            problems.add(what_name, w.plan_step_needed());
        }
        let who = bounded(who_name, &self.who, LONGEST_WHO, w, problems);
        let by = day(by_name, &self.by, w, problems);
        Some(Step { what: what?, who, by })
    }
}

fn bounded(
    field: &'static str,
    typed: &str,
    max: usize,
    w: &Words,
    problems: &mut Problems,
) -> Option<String> {
    let too_long = |_: TextError| w.text_too_long(i64::try_from(max).unwrap_or_default());
    problems.keep(field, optional(typed, max), too_long).flatten()
}

fn day(field: &'static str, typed: &str, w: &Words, problems: &mut Problems) -> Option<Date> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    problems.keep(field, dates::typed(typed).ok_or(()), |()| w.plan_day_unreadable())
}

fn iso(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
