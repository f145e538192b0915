use std::collections::{BTreeMap, BTreeSet};

use kernel::Lang;

/// What of a calendar no schedule says, in numbers, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Events by why they are left out.
    counts: BTreeMap<Why, u32>,
    /// The first of them.
    events: Vec<(Why, u64, String)>,
    pub over: u32,
    /// Days a weekly or monthly rule is off or on beside.
    pub exceptions: u32,
    /// Coming dates beyond those a schedule has room for.
    pub more_dates: u32,
    /// Zones nobody can name, whose hours were taken for France's.
    pub(super) zones: BTreeSet<String>,
}

/// Why an event makes no part of a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// Without an hour.
    WholeDay,
    /// Past midnight, or without an end.
    Overnight,
    Cancelled,
    /// By hours, minutes or seconds.
    TooOften,
    /// Rules of parts we do not know.
    Unread,
}

impl Why {
    fn say(self, lang: Lang) -> &'static str {
        let [fr, en] = match self {
            Why::WholeDay => ["sans heure", "without an hour"],
            Why::Overnight => ["sans fin, ou au-delà de minuit", "without an end, or past midnight"],
            Why::Cancelled => ["annulés", "cancelled"],
            Why::TooOften => ["répétés plusieurs fois par jour", "repeated several times a day"],
            Why::Unread => ["dont la répétition n’est pas comprise", "whose repetition is not understood"],
        };
        if lang == Lang::Fr { fr } else { en }
    }

    /// What is wrong with one, and what to do about it.
    fn advise(self, lang: Lang) -> &'static str {
        let [fr, en] = match self {
            Why::WholeDay => [
                "pas d’heure. Donnez-lui une heure de début et une heure de fin.",
                "no hour. Give it an hour to begin and one to end.",
            ],
            Why::Overnight => [
                "pas de fin, ou après minuit. Donnez-lui une fin le même jour.",
                "no end, or past midnight. Give it an end on the same day.",
            ],
            Why::Cancelled => ["annulé. Il n’y a rien à faire.", "cancelled. There is nothing to do."],
            Why::TooOften => [
                "répété plusieurs fois par jour. Faites un événement de toute la plage.",
                "repeated several times a day. Make one event of the whole time.",
            ],
            Why::Unread => [
                "répétition non comprise. Choisissez chaque semaine ou chaque mois.",
                "repetition not understood. Choose each week or each month.",
            ],
        };
        if lang == Lang::Fr { fr } else { en }
    }
}

impl Left {
    /// Notes an event that begins on that line; the first hundred are told one by one.
    pub(super) fn out(&mut self, why: Why, line: u64, title: &str) {
        const MOST: usize = 100;
        let count = self.counts.entry(why).or_default();
        *count = count.saturating_add(1);
        if self.events.len() < MOST {
            self.events.push((why, line, title.chars().filter(|c| !c.is_control()).collect()));
        }
    }

    /// « Ligne 12, « Chorale » : pas d’heure… », each with what to do about it.
    pub fn one_by_one(&self, lang: Lang) -> Vec<String> {
        let say = |(why, line, title): &(Why, u64, String)| {
            let advice = why.advise(lang);
            match (lang, title.is_empty()) {
                (Lang::Fr, true) => format!("Ligne {line}\u{a0}: {advice}"),
                (Lang::Fr, false) => format!("Ligne {line}, «\u{a0}{title}\u{a0}»\u{a0}: {advice}"),
                (Lang::En, true) => format!("Line {line}: {advice}"),
                (Lang::En, false) => format!("Line {line}, “{title}”: {advice}"),
            }
        };
        self.events.iter().map(say).collect()
    }

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
        let over = [(["passés", "over"], self.over)].into_iter().filter(|(_, count)| *count > 0);
        let over = over.map(|([fr, en], count)| (if lang == Lang::Fr { fr } else { en }, count));
        let counts = self.counts.iter().map(|(why, count)| (why.say(lang), *count));
        let events = |(what, count): (&str, u32)| match lang {
            Lang::Fr => format!("Événements laissés de côté, {what}\u{a0}: {count}."),
            Lang::En => format!("Events left out, {what}: {count}."),
        };
        let mut said: Vec<String> = counts.chain(over).map(events).collect();
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
