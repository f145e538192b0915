//! Decisions about a plan, one function one sentence.

use jiff::ToSpan;
use jiff::civil::Date;

use super::model::{Draft, Goal, GoalChange, Wish};

/// A plan looks at most so many years ahead: a date beyond is a slip of the pen.
const YEARS_AHEAD: i64 = 2;
/// A first review is proposed after so many weeks.
const WEEKS_TO_REVIEW: i64 = 6;

/// What turns the goals that stand into those that are wished.
pub fn changes(standing: &[Goal], wishes: &[Wish]) -> Vec<GoalChange> {
    (1..).zip(wishes).flat_map(|(place, wish)| at_place(standing, place, wish)).collect()
}

fn at_place(standing: &[Goal], place: i64, wish: &Wish) -> Vec<GoalChange> {
    let goal = standing.iter().find(|goal| goal.place == place);
    let write = |words: &String| GoalChange::Write { place, words: words.clone() };
    match (goal, &wish.words) {
        (None, None) => Vec::new(),
        (None, Some(words)) => vec![write(words)],
        (Some(goal), None) => vec![GoalChange::Drop { id: goal.id }],
        (Some(goal), Some(words)) if goal.words == *words => Vec::new(),
        (Some(goal), Some(words)) if wish.is_another => vec![GoalChange::Drop { id: goal.id }, write(words)],
        (Some(goal), Some(words)) => vec![GoalChange::Reword { id: goal.id, words: words.clone() }],
    }
}

/// Why a plan's days cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayRefusal {
    #[error("agreed on a day to come, or before the case was opened")]
    Agreed,
    #[error("the review is before the agreement, gone, or years away")]
    Review,
    #[error("step {0}, counted from 0, is before the case was opened or years away")]
    Step(usize),
}

/// Whether the days of a plan can be, for a case opened on a day. A review day that stood already
/// may have passed since.
///
/// # Errors
/// The first [`DayRefusal`].
pub fn check_days(
    draft: &Draft,
    standing_review: Option<Date>,
    opened_on: Date,
    today: Date,
) -> Result<(), DayRefusal> {
    let furthest = today.saturating_add(YEARS_AHEAD.years());
    let plan = &draft.plan;
    if plan.agreed_on.is_some_and(|day| day < opened_on || day > today) {
        return Err(DayRefusal::Agreed);
    }
    if let Some(review) = plan.review_on
        && (plan.agreed_on.is_some_and(|agreed| review <= agreed)
            || review > furthest
            || (review < today && Some(review) != standing_review))
    {
        return Err(DayRefusal::Review);
    }
    let is_odd = |day: Date| day < opened_on || day > furthest;
    match plan.steps.iter().position(|step| step.by.is_some_and(is_odd)) {
        Some(index) => Err(DayRefusal::Step(index)),
        None => Ok(()),
    }
}

/// The day proposed to look back together.
pub fn proposed_review(today: Date) -> Date {
    today.saturating_add(WEEKS_TO_REVIEW.weeks())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::model::{Plan, Step};
    use jiff::Timestamp;
    use jiff::civil::date;
    use kernel::id::GoalId;

    fn goal(place: i64, words: &str) -> Goal {
        Goal { id: GoalId::new(), place, words: words.to_owned(), since: Timestamp::UNIX_EPOCH }
    }

    fn wish(words: &str) -> Wish {
        Wish { words: (!words.is_empty()).then(|| words.to_owned()), is_another: false }
    }

    #[test]
    fn a_goal_said_better_stays_the_same_goal() {
        let standing = [goal(1, "Chanter"), goal(2, "Marcher")];
        let seen = changes(&standing, &[wish("Rechanter, même faux"), wish("Marcher"), wish("")]);
        let reworded = GoalChange::Reword { id: standing[0].id, words: "Rechanter, même faux".to_owned() };
        assert_eq!(seen, [reworded]);
    }

    #[test]
    fn another_goal_at_a_place_drops_the_one_that_stood_there() {
        let standing = [goal(1, "Chanter")];
        let another = Wish { is_another: true, ..wish("Jardiner") };
        let seen = changes(&standing, &[another, wish("Marcher")]);
        let write = |place, words: &str| GoalChange::Write { place, words: words.to_owned() };
        assert_eq!(
            seen,
            [GoalChange::Drop { id: standing[0].id }, write(1, "Jardiner"), write(2, "Marcher")]
        );
    }

    #[test]
    fn an_emptied_place_drops_its_goal_and_moves_no_other() {
        let standing = [goal(1, "Chanter"), goal(3, "Marcher")];
        let seen = changes(&standing, &[wish(""), wish(""), wish("Marcher")]);
        assert_eq!(seen, [GoalChange::Drop { id: standing[0].id }]);
    }

    fn agreed(on: Date, review: Date) -> Draft {
        let plan = Plan { agreed_on: Some(on), review_on: Some(review), ..Plan::default() };
        Draft { plan, ..Draft::default() }
    }

    #[test]
    fn nobody_agreed_tomorrow_nor_before_they_met() {
        let (opened, today, later) = (date(2026, 1, 5), date(2026, 1, 13), date(2026, 3, 1));
        let check = |on| check_days(&agreed(on, later), None, opened, today);
        assert_eq!(check(today), Ok(()));
        assert_eq!(check(opened), Ok(()));
        assert_eq!(check(date(2026, 1, 14)), Err(DayRefusal::Agreed));
        assert_eq!(check(date(2026, 1, 4)), Err(DayRefusal::Agreed));
    }

    #[test]
    fn a_review_is_to_come_unless_it_was_planned_and_has_passed() {
        let (opened, today) = (date(2026, 1, 5), date(2026, 3, 1));
        let check =
            |review, standing| check_days(&agreed(date(2026, 1, 13), review), standing, opened, today);
        let gone = date(2026, 2, 24);
        assert_eq!(check(gone, None), Err(DayRefusal::Review));
        assert_eq!(check(gone, Some(gone)), Ok(()));
        assert_eq!(check(date(2026, 1, 13), Some(date(2026, 1, 13))), Err(DayRefusal::Review));
        assert_eq!(check(date(2062, 3, 1), None), Err(DayRefusal::Review));
    }

    #[test]
    fn the_step_with_an_odd_day_is_named() {
        let step = |by| Step { what: "Appeler".to_owned(), who: None, by: Some(by) };
        let today = date(2026, 1, 13);
        let mut draft = agreed(today, date(2026, 3, 1));
        draft.plan.steps = vec![step(today), step(date(2226, 1, 13))];
        assert_eq!(check_days(&draft, None, today, today), Err(DayRefusal::Step(1)));
    }

    #[test]
    fn a_review_is_proposed_in_six_weeks() {
        assert_eq!(proposed_review(date(2026, 1, 13)), date(2026, 2, 24));
    }
}
