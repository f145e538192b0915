//! For whom an entry is, and how people are together: as it is typed, and as it is kept.

use std::collections::BTreeSet;

use super::form::{LONGEST_NOTE, Reader, Typed, YES};
use crate::resource::{Ages, Resource};
use crate::vocabulary::{Coded, Format, Language, Public};
use crate::words::words;

/// Nobody is older.
const OLDEST: u16 = 120;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Whom {
    pub(crate) publics: BTreeSet<Public>,
    pub(crate) publics_note: Option<String>,
    pub(crate) ages: Option<Ages>,
    /// Spoken besides French.
    pub(crate) languages: BTreeSet<Language>,
    pub(crate) format: Option<Format>,
    pub(crate) group_size: Option<u16>,
    pub(crate) accompanied_first_time: bool,
}

impl Whom {
    pub(super) fn said_of(self, told: &mut Resource) {
        told.publics = self.publics;
        told.publics_note = self.publics_note;
        let ties = &mut told.ties;
        ties.ages = self.ages;
        ties.languages = self.languages;
        ties.format = self.format;
        ties.group_size = self.group_size;
        ties.accompanied_first_time = self.accompanied_first_time;
    }
}

impl Typed {
    pub(super) fn whom(&self, reader: &mut Reader<'_>) -> Whom {
        Whom {
            publics: publics(&self.publics),
            publics_note: reader.text("public_precisions", &self.public_precisions, LONGEST_NOTE),
            ages: self.ages(reader),
            languages: self.langues.iter().filter_map(|code| Language::parse(code)).collect(),
            format: Format::from_code(&self.forme),
            group_size: reader.number("a_plusieurs", &self.a_plusieurs).filter(|size| *size > 0),
            accompanied_first_time: self.accueil == YES,
        }
    }

    fn ages(&self, reader: &mut Reader<'_>) -> Option<Ages> {
        let (from, to) = (age(reader, "age_de", &self.age_de), age(reader, "age_a", &self.age_a));
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            reader.wrong("age_a", words(reader.lang()).verification_ages_crossed());
        }
        from.or(to).map(|_| Ages { from, to })
    }
}

/// « Tous publics » stands alone.
fn publics(ticked: &[String]) -> BTreeSet<Public> {
    let ticked: BTreeSet<Public> = ticked.iter().filter_map(|code| Public::from_code(code)).collect();
    if ticked.contains(&Public::Everyone) { BTreeSet::from([Public::Everyone]) } else { ticked }
}

fn age(reader: &mut Reader<'_>, field: &'static str, typed: &str) -> Option<u8> {
    let number = reader.number(field, typed)?;
    let age = Some(number).filter(|age| *age <= OLDEST).and_then(|age| u8::try_from(age).ok());
    if age.is_none() {
        reader.wrong(field, words(reader.lang()).verification_bad_age());
    }
    age
}
