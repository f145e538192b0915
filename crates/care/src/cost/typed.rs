//! What people type of minutes, money and consultations, read once (pure).

/// A day has no more.
const MOST_MINUTES: i64 = 24 * 60;
/// Of one side: more than one on each day is a slip.
const MOST_VISITS: i64 = 184;
/// In cents, of what an hour costs: beyond, a comma was forgotten.
pub(super) const MOST_CENTS: i64 = 10_000_000;

/// « 45 », « 1 h 30 », « 2h »: minutes of one day; none of anything else, nothing or more than a day.
pub(super) fn minutes(typed: &str) -> Option<i64> {
    let text = without_spaces(typed).to_lowercase();
    let text = text.trim_end_matches("minutes").trim_end_matches("min");
    let minutes = match text.split_once('h') {
        None => whole(text)?,
        Some((hours, "")) => whole(hours)?.checked_mul(60)?,
        Some((hours, minutes)) => {
            whole(hours)?.checked_mul(60)?.checked_add(whole(minutes).filter(|minutes| *minutes < 60)?)?
        }
    };
    (1..=MOST_MINUTES).contains(&minutes).then_some(minutes)
}

/// « 35 », « 35,50 », « 1 250.5 € »: cents, so many at most.
pub fn cents(typed: &str, most: i64) -> Option<i64> {
    let text = without_spaces(typed);
    let text = text.trim_start_matches('€').trim_end_matches('€').replace(',', ".");
    let (euros, rest) = text.split_once('.').unwrap_or((text.as_str(), "0"));
    let rest = match rest.len() {
        1 => whole(rest)?.checked_mul(10)?,
        2 => whole(rest)?,
        _ => return None,
    };
    let cents = whole(euros)?.checked_mul(100)?.checked_add(rest)?;
    (cents <= most).then_some(cents)
}

/// Consultations of six months: nought is a number like the others.
pub(super) fn visits(typed: &str) -> Option<i64> {
    whole(typed.trim()).filter(|count| *count <= MOST_VISITS)
}

fn whole(text: &str) -> Option<i64> {
    let is_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits.then(|| text.parse().ok()).flatten()
}

fn without_spaces(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_typed_as_people_say_them() {
        for (typed, read) in [("45", 45), (" 1 h 30 ", 90), ("2h", 120), ("24 H", 1440), ("20 min", 20)] {
            assert_eq!(minutes(typed), Some(read), "{typed}");
        }
        for odd in
            ["0", "-5", "1441", "25h", "1h75", "h", "h30", "une heure", "", "4.5", "999999999999999999999"]
        {
            assert_eq!(minutes(odd), None, "{odd}");
        }
    }

    #[test]
    fn money_has_cents_or_not() {
        let read = [("35", 3_500), ("35,5", 3_550), ("35.05 €", 3_505), ("1\u{a0}250,00", 125_000), ("0", 0)];
        for (typed, cents_read) in read {
            assert_eq!(cents(typed, MOST_CENTS), Some(cents_read), "{typed}");
        }
        for odd in ["", "-3", "3,505", "3,", "trente", "100000,01", "3,5,5", "1e3"] {
            assert_eq!(cents(odd, MOST_CENTS), None, "{odd}");
        }
    }

    #[test]
    fn nought_consultations_is_a_number() {
        assert_eq!(visits(" 0 "), Some(0));
        for odd in ["", "-1", "185", "3,5", "trois"] {
            assert_eq!(visits(odd), None, "{odd}");
        }
    }
}
