//! « Lundi au vendredi 9h-12h et 14h-17h30 », as people write hours, in OpenStreetMap's grammar:
//! `Mo-Fr 09:00-12:00,14:00-17:30`.
//!
//! Every word must be understood, or nothing is: half-read hours send somebody before a closed
//! door. « Sur rendez-vous », « sauf vacances », « semaines paires » are therefore no hours.

use std::fmt::Write;

/// Beyond, nobody wrote hours by hand, and nobody would read them.
pub(super) const LONGEST: usize = 500;

const DAYS: [(&str, &str); 7] =
    [("lu", "Mo"), ("ma", "Tu"), ("me", "We"), ("je", "Th"), ("ve", "Fr"), ("sa", "Sa"), ("di", "Su")];
const NAMES: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// A text's hours in OpenStreetMap's grammar; `None` when one of its words is not understood.
pub(super) fn from_french(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let mut rules: Vec<Rule> = Vec::new();
    let mut tokens = tokens(&plain(text))?.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            Token::Day(day) => match rules.last_mut() {
                Some(rule) if rule.is_without_times() => rule.days.push(Days::One(day)),
                _ => rules.push(Rule { days: vec![Days::One(day)], ..Rule::default() }),
            },
            Token::Holidays => rules.push(Rule { days: vec![Days::Holidays], ..Rule::default() }),
            // « 9h - 12h », « lundi au vendredi ».
            Token::To => rules.last_mut()?.reach(tokens.next()?)?,
            Token::Time(time) => rules.last_mut()?.begin(time)?,
            // « Fermé les jours fériés » as well as « les jours fériés : fermé ».
            Token::Closed if tokens.next_if_eq(&Token::Holidays).is_some() => {
                rules.push(Rule::closed_on_holidays());
            }
            Token::Closed => rules.last_mut()?.close()?,
            Token::And => {}
        }
    }
    let rules: Vec<String> = rules.iter().map(Rule::written).collect::<Option<_>>()?;
    (!rules.is_empty()).then(|| rules.join("; "))
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Token {
    /// From Monday, 0.
    Day(usize),
    Holidays,
    /// Minutes since midnight.
    Time(u16),
    To,
    And,
    Closed,
}

#[derive(Clone, Copy, Debug)]
enum Days {
    One(usize),
    Range(usize, usize),
    Holidays,
}

#[derive(Debug, Default)]
struct Rule {
    days: Vec<Days>,
    /// From, and to once it is read.
    slots: Vec<(u16, Option<u16>)>,
    is_closed: bool,
}

impl Rule {
    fn closed_on_holidays() -> Rule {
        Rule { days: vec![Days::Holidays], is_closed: true, ..Rule::default() }
    }

    fn is_without_times(&self) -> bool {
        self.slots.is_empty() && !self.is_closed
    }

    fn begin(&mut self, from: u16) -> Option<()> {
        let is_ready = !self.is_closed && self.slots.last().is_none_or(|(_, to)| to.is_some());
        is_ready.then(|| self.slots.push((from, None)))
    }

    fn reach(&mut self, end: Token) -> Option<()> {
        match (end, self.slots.last_mut(), self.days.last_mut()) {
            (Token::Time(end), Some((from, to @ None)), _) if *from < end => *to = Some(end),
            (Token::Day(end), None, Some(days)) => match *days {
                Days::One(from) => *days = Days::Range(from, end),
                Days::Range(..) | Days::Holidays => return None,
            },
            _ => return None,
        }
        Some(())
    }

    fn close(&mut self) -> Option<()> {
        self.slots.is_empty().then(|| self.is_closed = true)
    }

    fn written(&self) -> Option<String> {
        let days: Vec<String> = self.days.iter().map(|days| days.written()).collect::<Option<_>>()?;
        if self.is_closed {
            return Some(format!("{} off", days.join(",")));
        }
        let mut slots = Vec::new();
        for (from, to) in &self.slots {
            slots.push(format!("{}-{}", clock(*from), clock((*to)?)));
        }
        (!slots.is_empty()).then(|| format!("{} {}", days.join(","), slots.join(",")))
    }
}

impl Days {
    fn written(self) -> Option<String> {
        let day = |index: usize| DAYS.get(index).map(|(_, osm)| (*osm).to_owned());
        match self {
            Days::One(one) => day(one),
            Days::Range(from, to) => Some(format!("{}-{}", day(from)?, day(to)?)),
            Days::Holidays => Some("PH".to_owned()),
        }
    }
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Without accents and capitals; signs that only separate become spaces, dashes are said « to ».
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'â' => plain.push('a'),
            'é' | 'è' | 'ê' => plain.push('e'),
            'û' | 'ù' => plain.push('u'),
            'î' => plain.push('i'),
            '-' | '–' | '—' | '→' => plain.push_str(" to "),
            '’' => plain.push('\''),
            // « 14:30 » keeps its colon; « Lundi : » loses it with the spaces around it.
            ',' | ';' | '/' | '|' | '.' | '&' | '+' | '(' | ')' | '\u{a0}' | '\u{202f}' => plain.push(' '),
            other => plain.push(other),
        }
    }
    plain
        .replace("tous les jours", "lundi au dimanche")
        .replace("apres to midi", " ")
        .replace("apres midi", " ")
}

fn tokens(plain: &str) -> Option<Vec<Token>> {
    let plain = spaced(plain);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut tokens = Vec::new();
    let mut rest = words.as_slice();
    while let [word, after @ ..] = rest {
        rest = match word_token(word) {
            Some(token) => {
                tokens.extend(token);
                after
            }
            None => {
                let (time, after) = time(rest)?;
                tokens.push(Token::Time(time));
                after
            }
        };
    }
    Some(tokens)
}

/// Minutes since midnight and what comes after: « 9 h », « 9 h 30 », « 14 : 30 ». A bare number is
/// no time, and « 12 h 14 h » is two of them.
fn time<'w>(words: &'w [&'w str]) -> Option<(u16, &'w [&'w str])> {
    let (hour, minutes, after) = match words {
        [hour, "h" | ":", minutes, after @ ..] if are_minutes(minutes) && !begins_with_sign(after) => {
            (hour, minutes.parse().ok()?, after)
        }
        [hour, "h", after @ ..] => (hour, 0, after),
        _ => return None,
    };
    let hour: u16 = hour.parse().ok()?;
    let is_a_time = (hour < 24 && minutes < 60) || (hour, minutes) == (24, 0);
    is_a_time.then(|| (hour * 60 + minutes, after))
}

fn are_minutes(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn begins_with_sign(words: &[&str]) -> bool {
    matches!(words, ["h" | ":", ..])
}

/// Numbers apart from letters: « 9h30 » is `9 h 30`, « 18h00Mardi » is `18 h 00 mardi`.
fn spaced(plain: &str) -> String {
    let mut spaced = String::with_capacity(plain.len() * 2);
    let mut before = ' ';
    for letter in plain.chars() {
        if letter.is_ascii_digit() != before.is_ascii_digit() {
            spaced.push(' ');
        }
        // Writing to a String cannot fail.
        let _ = if letter == 'h' && before.is_ascii_digit() {
            write!(spaced, "h ")
        } else {
            write!(spaced, "{letter}")
        };
        before = letter;
    }
    spaced
}

/// What a word means: `Some(None)` for one that says nothing by itself.
fn word_token(word: &str) -> Option<Option<Token>> {
    let token = match word {
        "to" | "au" | "a" | "jusqu'a" => Token::To,
        "et" => Token::And,
        "ferme" | "fermee" | "fermeture" => Token::Closed,
        "feries" => Token::Holidays,
        "midi" => Token::Time(12 * 60),
        "de" | "du" | "le" | "les" | "des" | "matin" | "ouvert" | "ouverture" | "horaires" | "horaire"
        | ":" | "jours" => return Some(None),
        day => return day_token(day).map(|day| Some(Token::Day(day))),
    };
    Some(Some(token))
}

/// « lundi », « lundis », « lun », « lu ».
fn day_token(word: &str) -> Option<usize> {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let named = NAMES.iter().position(|name| *name == singular);
    let is_short = |name: &&str| matches!(word.len(), 2 | 3) && name.starts_with(word);
    named.or_else(|| NAMES.iter().position(is_short))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hours_written_by_people_are_read() {
        for (french, osm) in [
            ("Lundi au vendredi 9h-12h", "Mo-Fr 09:00-12:00"),
            ("Lundi au vendredi : 9h-12h et 16h30-18h30", "Mo-Fr 09:00-12:00,16:30-18:30"),
            (" Du lundi au vendredi de 7h30 à 19h. ", "Mo-Fr 07:30-19:00"),
            ("Mercredi 14h-18h . Samedi 10h-12h", "We 14:00-18:00; Sa 10:00-12:00"),
            (
                "Lundi,mercredi, jeudi 9h-12h/14h-18h; mardi et samedi 14h-18h;",
                "Mo,We,Th 09:00-12:00,14:00-18:00; Tu,Sa 14:00-18:00",
            ),
            ("Lundi 9H-12H; Mardi 9H-12H/14H-14H30", "Mo 09:00-12:00; Tu 09:00-12:00,14:00-14:30"),
            ("du Lundi au Vendredi 09:00 - 17:00", "Mo-Fr 09:00-17:00"),
            (
                "Horaires Lundi : 14h - 18h00Mardi, mercredi : 9 h - 12 h / 13 h 15 – 18h00",
                "Mo 14:00-18:00; Tu,We 09:00-12:00,13:15-18:00",
            ),
            ("Lun-Ven 8h à 20h, fermé les jours fériés", "Mo-Fr 08:00-20:00; PH off"),
            ("Tous les jours 9h – midi", "Mo-Su 09:00-12:00"),
            ("Mardi après-midi de 14h à 17h", "Tu 14:00-17:00"),
            ("Lun-Ven 8h à 20h, les jours fériés : fermé", "Mo-Fr 08:00-20:00; PH off"),
        ] {
            assert_eq!(from_french(french).unwrap_or_default(), osm, "{french}");
        }
    }

    #[test]
    fn what_is_not_wholly_understood_is_not_read_at_all() {
        for text in [
            "",
            "Lundi au samedi sur RDV et le samedi en venue libre",
            "9h-12h",
            "Lundi 9h",
            "Lundi 9-12",
            "Lundi 12h-9h",
            "Lundi 25h-26h",
            "Mardi matin",
            "Lundi 9h-12h tous les 15 jours",
            "Lundi 9h-12h semaines paires",
            "Lundi et vendredi 9h-12h/14h16h30",
            "Lundi au vendredi 9h30-12h et 14h-17h15 (vendredi 17h)",
            "99999999999h-12h",
        ] {
            assert_eq!(from_french(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_whatever_makes_the_reader_fail(
            text in "(lundi|au|jeudi|ferme|feries|9h|12h30|14:00|-| |,|;|et|à){0,20}|.{0,60}",
        ) {
            if let Some(osm) = from_french(&text) {
                prop_assert!(super::super::Hours::parse(&osm).is_some(), "{osm}");
            }
        }
    }
}
