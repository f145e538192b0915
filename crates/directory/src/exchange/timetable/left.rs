use std::collections::BTreeSet;

use kernel::Lang;

/// What of a calendar no schedule says, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Without an hour.
    pub whole_days: u32,
    /// Past midnight, or without an end.
    pub overnight: u32,
    pub cancelled: u32,
    /// By hours, minutes or seconds.
    pub too_often: u32,
    /// Rules of parts we do not know.
    pub unread: u32,
    pub over: u32,
    /// Days a weekly or monthly rule is off or on beside.
    pub exceptions: u32,
    /// Coming dates beyond those a schedule has room for.
    pub more_dates: u32,
    /// Zones nobody can name, whose hours were taken for France's.
    pub(super) zones: BTreeSet<String>,
}

impl Left {
    /// Notes a zone; a few are enough to look into it.
    pub(super) fn name_zone(&mut self, name: &str) {
        const MOST: usize = 5;
        const LONGEST: usize = 60;
        if self.zones.len() < MOST {
            self.zones.insert(name.chars().filter(|c| !c.is_control()).take(LONGEST).collect());
        }
    }

    /// A sentence for each that is not nothing.
    pub fn say(&self, lang: Lang) -> Vec<String> {
        let counts = [
            (self.whole_days, ["sans heure", "without an hour"]),
            (self.overnight, ["sans fin, ou au-delà de minuit", "without an end, or past midnight"]),
            (self.cancelled, ["annulés", "cancelled"]),
            (self.too_often, ["répétés plusieurs fois par jour", "repeated several times a day"]),
            (self.unread, ["dont la répétition n’est pas comprise", "whose repetition is not understood"]),
            (self.over, ["passés", "over"]),
        ];
        let events = |(count, [fr, en]): (u32, [&str; 2])| match lang {
            Lang::Fr => format!("Événements laissés de côté, {fr}\u{a0}: {count}."),
            Lang::En => format!("Events left out, {en}: {count}."),
        };
        let mut said: Vec<String> = counts.into_iter().filter(|(count, _)| *count > 0).map(events).collect();
        let more = [
            (
                self.exceptions,
                ["Exceptions à une répétition, non reprises", "Exceptions to a repetition, not kept"],
            ),
            (self.more_dates, ["Dates plus lointaines, non reprises", "Later dates, not kept"]),
        ];
        said.extend(more.into_iter().filter(|(count, _)| *count > 0).map(|(count, [fr, en])| match lang {
            Lang::Fr => format!("{fr}\u{a0}: {count}."),
            Lang::En => format!("{en}: {count}."),
        }));
        if !self.zones.is_empty() {
            let zones: Vec<&str> = self.zones.iter().map(String::as_str).collect();
            said.push(match lang {
                Lang::Fr => {
                    format!("Fuseau inconnu, lu comme l’heure de France\u{a0}: {}.", zones.join(", "))
                }
                Lang::En => format!("Unknown time zone, read as France’s: {}.", zones.join(", ")),
            });
        }
        said
    }
}
