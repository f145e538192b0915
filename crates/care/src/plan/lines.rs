//! A plan line by line, to be read or laid beside another.

use kernel::Lang;
use kernel::id::CaseId;
use platform::db::{DbError, Tx};
use platform::web::dates;

use super::model::{Draft, Goal, Plan, Step};
use super::sql;
use crate::stale::Line;
use crate::words::{Words, words};

impl Draft {
    pub(super) fn lines(&self, lang: Lang) -> Vec<Line> {
        let goals = self.wishes.iter().map(|wish| wish.words.clone().unwrap_or_default());
        lines(goals.collect(), &self.plan, lang)
    }
}

/// The lines of a case's plan; none where there is no plan.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn of_case(tx: &mut Tx, case: CaseId, lang: Lang) -> Result<Vec<Line>, DbError> {
    let Some(kept) = sql::of_case(tx, case).await? else { return Ok(Vec::new()) };
    Ok(stored(&sql::goals(tx, case).await?, &kept.plan, lang))
}

/// The lines of what is stored.
pub(super) fn stored(goals: &[Goal], plan: &Plan, lang: Lang) -> Vec<Line> {
    let at = |place| goals.iter().find(|goal| goal.place == place).map(|goal| goal.words.clone());
    lines((1..=3).map(|place| at(place).unwrap_or_default()).collect(), plan, lang)
}

fn lines(goals: Vec<String>, plan: &Plan, lang: Lang) -> Vec<Line> {
    let w = words(lang);
    let goals = (1..).zip(goals).map(|(n, words)| Line::new(w.plan_goal(n), words));
    let steps = (1..).zip(&plan.steps).map(|(n, step)| Line::new(w.plan_step(n), step.sentence(w, lang)));
    let day = |day: Option<jiff::civil::Date>| day.map(|day| dates::long(day, lang)).unwrap_or_default();
    goals
        .chain(steps)
        .chain([
            Line::new(w.plan_words(), plan.words.clone().unwrap_or_default()),
            Line::new(w.plan_agreed_on(), day(plan.agreed_on)),
            Line::new(w.plan_review_on(), day(plan.review_on)),
        ])
        .collect()
}

impl Step {
    /// « Appeler la chorale (Nadia, avant le 20 janvier 2026) ».
    pub(super) fn sentence(&self, w: &Words, lang: Lang) -> String {
        let by = self.by.map(|day| w.plan_by(dates::plain(day, lang)));
        let who_and_by: Vec<String> = self.who.clone().into_iter().chain(by).collect();
        if who_and_by.is_empty() {
            return self.what.clone();
        }
        format!("{} ({})", self.what, who_and_by.join(", "))
    }
}
