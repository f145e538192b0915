//! What may be kept, opened and compared.

use jiff::ToSpan;
use jiff::civil::Date;
use kernel::text::fold;
use measure::{Audience, Instrument, Item, Scale};

use super::model::{Filled, Measure, Moment};
use crate::plan::Goal;

/// Months after which a sheet says nothing of today; files are kept no longer without a contact.
const OLDEST: i32 = 24;

/// Why a screening is not kept; each is told to whoever typed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the day is in the future")]
    InTheFuture,
    #[error("the day is more than two years ago")]
    TooLongAgo,
    #[error("no question was answered")]
    NothingAnswered,
    #[error("an answer is not one of those offered")]
    NotOffered,
    /// A first measure remembered after a review would colour the change. Holds the instrument's title.
    #[error("{} was already reviewed", .0.en)]
    FirstAfterReview(&'static measure::Words),
    /// Holds the instrument's title.
    #[error("the review of {} is dated before its first measure", .0.en)]
    ReviewBeforeFirst(&'static measure::Words),
    /// Holds the instrument's title.
    #[error("the team does not put {}", .0.en)]
    NotUsed(&'static measure::Words),
    #[error("the case is closed")]
    CaseClosed,
}

/// What a visitor may answer alone. Goals are put into words together with somebody.
pub fn offered_to_visitors() -> Vec<&'static Instrument> {
    let alone = |instrument: &&Instrument| {
        instrument.audience == Audience::Anyone && !instrument.asks_for_own_words()
    };
    measure::usual().into_iter().filter(alone).collect()
}

/// The words each goal is asked with: those it was first measured with, so that the two can be
/// compared; else those of the plan.
pub fn goal_words(measures: &[Measure], goals: &[Goal]) -> Vec<(&'static Item, String)> {
    let items = measure::own_goals().items.iter().filter(|item| item.in_own_words);
    (1..)
        .zip(items)
        .filter_map(|(place, item)| Some((item, words_at(measures, goals, place, item)?)))
        .collect()
}

fn words_at(measures: &[Measure], goals: &[Goal], place: i64, item: &Item) -> Option<String> {
    let filled = measures.iter().filter_map(|measure| measure.filled.as_ref());
    let measured = filled.filter_map(|filled| filled.words.get(&item.code)).next();
    let planned = goals.iter().find(|goal| goal.place == place).map(|goal| &goal.words);
    measured.or(planned).cloned()
}

/// # Errors
/// [`Refused::InTheFuture`], [`Refused::TooLongAgo`].
pub fn day_fits(held_on: Date, today: Date) -> Result<(), Refused> {
    if held_on > today {
        Err(Refused::InTheFuture)
    } else if held_on < today.saturating_sub(OLDEST.months()) {
        Err(Refused::TooLongAgo)
    } else {
        Ok(())
    }
}

/// # Errors
/// [`Refused::NothingAnswered`], [`Refused::NotOffered`].
pub fn answers_fit(filled: &[Filled]) -> Result<(), Refused> {
    if filled.iter().all(Filled::is_empty) {
        return Err(Refused::NothingAnswered);
    }
    let all_offered = filled.iter().all(|one| one.instrument.check(&one.answers).is_ok());
    if all_offered { Ok(()) } else { Err(Refused::NotOffered) }
}

/// A review once there is something to compare with.
pub fn usual_moment(history: &[Measure], asked: &[&'static Instrument]) -> Moment {
    let is_asked = |measure: &Measure| asked.iter().any(|instrument| instrument.code == measure.instrument);
    if history.iter().any(is_asked) { Moment::Review } else { Moment::First }
}

/// Whether each that was answered is one of those put to persons there.
///
/// # Errors
/// [`Refused::NotUsed`].
pub fn all_used(filled: &[Filled], used: &[&'static Instrument]) -> Result<(), Refused> {
    let is_used = |one: &Filled| used.iter().any(|known| std::ptr::eq(*known, one.instrument));
    match filled.iter().find(|one| !one.is_empty() && !is_used(one)) {
        Some(other) => Err(Refused::NotUsed(&other.instrument.title)),
        None => Ok(()),
    }
}

/// Whether one more measure keeps the order of a case: first, then reviews.
///
/// # Errors
/// [`Refused::FirstAfterReview`], [`Refused::ReviewBeforeFirst`].
pub fn order_fits(
    history: &[Measure],
    instrument: &'static Instrument,
    moment: Moment,
    held_on: Date,
) -> Result<(), Refused> {
    let mut known = history.iter().filter(|measure| measure.instrument == instrument.code);
    match moment {
        Moment::First if known.any(|measure| measure.moment == Moment::Review) => {
            Err(Refused::FirstAfterReview(&instrument.title))
        }
        Moment::Review
            if known.any(|measure| measure.moment == Moment::First && measure.held_on > held_on) =>
        {
            Err(Refused::ReviewBeforeFirst(&instrument.title))
        }
        Moment::First | Moment::Review => Ok(()),
    }
}

/// Whether two fillings of one scale speak of the same thing: the same instrument in the same
/// version, and for a goal the same words.
pub fn comparable(scale: &Scale, first: &Filled, last: &Filled) -> bool {
    let same_words = |item: &String| {
        let words = |filled: &Filled| filled.words.get(item).map(|words| fold(words));
        words(first) == words(last)
    };
    let same_instrument =
        first.instrument.code == last.instrument.code && first.instrument.version == last.instrument.version;
    same_instrument && scale.items.iter().all(same_words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screening::model::Mode;
    use kernel::id::ScreeningId;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn taken(moment: Moment, held_on: &str) -> Measure {
        Measure {
            screening_id: ScreeningId::new(),
            held_on: day(held_on),
            mode: Mode::Professional,
            moment,
            by: None,
            instrument: "ucla3".to_owned(),
            version: "1".to_owned(),
            filled: None,
        }
    }

    fn goal(words: &str) -> Filled {
        let item = "own_goals.goal1".to_owned();
        Filled::new(measure::own_goals(), [(item.clone(), 4)].into_iter().collect())
            .in_words([(item, words.to_owned())].into_iter().collect())
    }

    #[test]
    fn today_is_the_last_day_and_two_years_ago_the_first() {
        let today = day("2026-01-13");
        assert_eq!(day_fits(today, today), Ok(()));
        assert_eq!(day_fits(day("2026-01-14"), today), Err(Refused::InTheFuture));
        assert_eq!(day_fits(day("2024-01-13"), today), Ok(()));
        assert_eq!(day_fits(day("2024-01-12"), today), Err(Refused::TooLongAgo));
    }

    #[test]
    fn a_first_measure_is_not_typed_after_a_review_of_the_same_instrument() {
        let history = [taken(Moment::First, "2026-01-01"), taken(Moment::Review, "2026-03-01")];
        let first = |instrument| order_fits(&history, instrument, Moment::First, day("2026-01-01"));
        assert_eq!(first(measure::ucla3()), Err(Refused::FirstAfterReview(&measure::ucla3().title)));
        assert_eq!(first(measure::epices()), Ok(()));
    }

    #[test]
    fn a_review_is_not_dated_before_the_first_measure() {
        let history = [taken(Moment::First, "2026-01-02")];
        let review = |held_on| order_fits(&history, measure::ucla3(), Moment::Review, day(held_on));
        assert_eq!(review("2026-01-01"), Err(Refused::ReviewBeforeFirst(&measure::ucla3().title)));
        assert_eq!(review("2026-01-02"), Ok(()));
    }

    #[test]
    fn goals_are_compared_only_in_the_same_words() {
        let scale = measure::own_goals().scale("goal1").unwrap();
        assert!(comparable(scale, &goal("Chanter à nouveau"), &goal("chanter a nouveau")));
        assert!(!comparable(scale, &goal("Chanter à nouveau"), &goal("Prendre le bus")));
        let wellbeing = measure::own_goals().scale("wellbeing").unwrap();
        assert!(comparable(wellbeing, &goal("Chanter"), &goal("Prendre le bus")));
    }

    #[test]
    fn visitors_are_not_asked_what_is_for_professionals() {
        let codes: Vec<&str> =
            offered_to_visitors().iter().map(|instrument| instrument.code.as_str()).collect();
        assert_eq!(codes, ["ucla3", "insee_loneliness", "credoc_isolation"]);
    }

    #[test]
    fn a_goal_is_asked_in_the_words_it_was_first_measured_with_else_in_those_of_the_plan() {
        let planned = |place, words: &str| Goal {
            id: kernel::id::GoalId::new(),
            place,
            words: words.to_owned(),
            since: jiff::Timestamp::UNIX_EPOCH,
        };
        let measured = Measure { filled: Some(goal("Chanter")), ..taken(Moment::First, "2026-01-01") };
        let words = goal_words(&[measured], &[planned(1, "Rechanter"), planned(3, "Sortir")]);
        let words: Vec<(&str, &str)> =
            words.iter().map(|(item, words)| (item.code.as_str(), words.as_str())).collect();
        assert_eq!(words, [("own_goals.goal1", "Chanter"), ("own_goals.goal3", "Sortir")]);
    }
}
