use jiff::civil::Time;
use kernel::Lang;
use platform::web::dates;

use super::{Monthly, Schedule, Slot, WEEK};

impl Schedule {
    /// « du lundi au vendredi de 9 h à 12 h ; samedi de 9 h à 11 h 30 », without a final full stop.
    pub fn say(&self, lang: Lang) -> String {
        let mut parts: Vec<String> = self.weekly(lang);
        parts.extend(self.monthly.iter().map(|rule| monthly(rule, lang)));
        parts.extend(
            self.dates
                .iter()
                .map(|(date, slots)| format!("{} {}", dates::long(*date, lang), times(slots, lang))),
        );
        if self.closed_on_holidays {
            parts.push(word(lang, "fermé les jours fériés", "closed on public holidays"));
        }
        match lang {
            Lang::Fr => parts.join("\u{a0}; "),
            Lang::En => parts.join("; "),
        }
    }

    /// Days with the same hours are said together, in the order of the first.
    fn weekly(&self, lang: Lang) -> Vec<String> {
        let mut groups: Vec<(Vec<usize>, &[Slot])> = Vec::new();
        for (index, slots) in self.week.iter().enumerate().filter(|(_, slots)| !slots.is_empty()) {
            match groups.iter_mut().find(|(_, same)| same == slots) {
                Some((days, _)) => days.push(index),
                None => groups.push((vec![index], slots)),
            }
        }
        groups
            .into_iter()
            .map(|(days, slots)| format!("{} {}", days_in_words(&days, lang), times(slots, lang)))
            .collect()
    }
}

fn days_in_words(days: &[usize], lang: Lang) -> String {
    let names: Vec<&str> =
        days.iter().filter_map(|index| WEEK.get(*index)).map(|day| dates::weekday(*day, lang)).collect();
    let in_a_row = days.windows(2).all(|pair| matches!(pair, [one, next] if one + 1 == *next));
    match names.as_slice() {
        [_, _, _, _, _, _, _] => word(lang, "tous les jours", "every day"),
        [first, .., last] if in_a_row && names.len() > 2 => match lang {
            Lang::Fr => format!("du {first} au {last}"),
            Lang::En => format!("{first} to {last}"),
        },
        _ => listed(&names, lang),
    }
}

fn monthly(rule: &Monthly, lang: Lang) -> String {
    let ranks: Vec<String> = rule.ranks.iter().map(|rank| ordinal(*rank, lang)).collect();
    let ranks: Vec<&str> = ranks.iter().map(String::as_str).collect();
    let plural = match (lang, ranks.len()) {
        (Lang::Fr, 2..) => "s",
        _ => "",
    };
    let ranks = listed(&ranks, lang);
    let (day, times) = (dates::weekday(rule.day, lang), times(&rule.slots, lang));
    match lang {
        Lang::Fr => format!("{ranks} {day}{plural} du mois {times}"),
        Lang::En => format!("{ranks} {day} of the month {times}"),
    }
}

fn ordinal(rank: i8, lang: Lang) -> String {
    match (rank, lang) {
        (-1, Lang::Fr) => "dernier".to_owned(),
        (-1, Lang::En) => "last".to_owned(),
        (1, Lang::Fr) => "1er".to_owned(),
        (rank, Lang::Fr) => format!("{rank}e"),
        (1, Lang::En) => "1st".to_owned(),
        (2, Lang::En) => "2nd".to_owned(),
        (3, Lang::En) => "3rd".to_owned(),
        (rank, Lang::En) => format!("{rank}th"),
    }
}

fn times(slots: &[Slot], lang: Lang) -> String {
    let slots: Vec<String> = slots
        .iter()
        .map(|(from, to)| match lang {
            Lang::Fr => format!("de {} à {}", clock(*from, lang), clock(*to, lang)),
            Lang::En => format!("{}–{}", clock(*from, lang), clock(*to, lang)),
        })
        .collect();
    listed(&slots.iter().map(String::as_str).collect::<Vec<_>>(), lang)
}

/// « 9 h », « 13 h 30 »; "9:00", "13:30".
fn clock(time: Time, lang: Lang) -> String {
    match (lang, time.minute()) {
        (Lang::Fr, 0) => format!("{}\u{a0}h", time.hour()),
        (Lang::Fr, minute) => format!("{}\u{a0}h\u{a0}{minute:02}", time.hour()),
        (Lang::En, minute) => format!("{}:{minute:02}", time.hour()),
    }
}

/// « a, b et c ».
fn listed(words: &[&str], lang: Lang) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [before @ .., last] => format!("{} {} {last}", before.join(", "), word(lang, "et", "and")),
    }
}

fn word(lang: Lang, fr: &str, en: &str) -> String {
    match lang {
        Lang::Fr => fr.to_owned(),
        Lang::En => en.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, lang: Lang) -> String {
        Schedule::parse(text).unwrap().say(lang).replace('\u{a0}', " ")
    }

    #[test]
    fn hours_read_as_somebody_would_say_them() {
        for (text, fr) in [
            ("We 14:00-16:00", "mercredi de 14 h à 16 h"),
            ("Mo-Fr 08:30-12:00,13:30-17:00", "du lundi au vendredi de 8 h 30 à 12 h et de 13 h 30 à 17 h"),
            ("Tu 12:15-13:00; Sa 09:00-09:45", "mardi de 12 h 15 à 13 h ; samedi de 9 h à 9 h 45"),
            (
                "Mo 09:00-12:00; Tu 14:00-17:00; Th 09:00-12:00",
                "lundi et jeudi de 9 h à 12 h ; mardi de 14 h à 17 h",
            ),
            ("Mo,We,Fr 09:00-11:30", "lundi, mercredi et vendredi de 9 h à 11 h 30"),
            ("Mo-Su 09:30-12:00", "tous les jours de 9 h 30 à 12 h"),
            ("We[1,3] 10:00-12:00", "1er et 3e mercredis du mois de 10 h à 12 h"),
            ("We[1],We[3] 10:00-12:00", "1er et 3e mercredis du mois de 10 h à 12 h"),
            ("Sa[-1] 10:00-12:00", "dernier samedi du mois de 10 h à 12 h"),
            ("2026 Jun 13 14:30-18:00", "samedi 13 juin 2026 de 14 h 30 à 18 h"),
            ("Mo-Fr 09:00-12:00; PH off", "du lundi au vendredi de 9 h à 12 h ; fermé les jours fériés"),
        ] {
            assert_eq!(said(text, Lang::Fr), fr);
        }
    }

    #[test]
    fn english_has_its_own_way() {
        assert_eq!(
            said("Mo-Fr 08:30-12:00,13:30-17:00", Lang::En),
            "Monday to Friday 8:30–12:00 and 13:30–17:00"
        );
        assert_eq!(said("Th[2] 14:00-16:00", Lang::En), "2nd Thursday of the month 14:00–16:00");
    }
}
