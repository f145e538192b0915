//! Decisions about a caseload, one function one sentence.

use jiff::civil::{Date, Weekday};

/// After so many calls without an answer, a letter is proposed.
pub const TRIES_BEFORE_A_LETTER: usize = 3;
/// The first call is promised within so many working days.
pub const WORKING_DAYS_TO_CALL: i32 = 3;

/// The day by which a person is to be called for the first time.
pub fn call_by(opened_on: Date) -> Date {
    let mut day = opened_on;
    let mut left = WORKING_DAYS_TO_CALL;
    while left > 0 {
        day = day.tomorrow().unwrap_or(day);
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            left -= 1;
        }
    }
    day
}

/// Days after which whoever took part so many times at a place is asked whether they came again;
/// `None` from the sixth time on, when it is a habit.
pub fn asked_again_after(times: usize) -> Option<i64> {
    match times {
        0..3 => Some(21),
        3..6 => Some(42),
        6.. => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn week_ends_do_not_count_as_days_to_call() {
        let friday: Date = "2026-01-16".parse().unwrap();
        assert_eq!(call_by(friday), "2026-01-21".parse::<Date>().unwrap());
        let monday: Date = "2026-01-12".parse().unwrap();
        assert_eq!(call_by(monday), "2026-01-15".parse::<Date>().unwrap());
    }
}
