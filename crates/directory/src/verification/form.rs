//! What is typed of an entry, read once; and the entry as the same form shows it first.

use jiff::civil::Date;
use kernel::Lang;
use kernel::contact::Email;
use kernel::text::{self, TextError};
use platform::web::{Problems, dates};
use serde::Deserialize;

use super::field::Field;
use super::told::{Room, Told};
use super::week::{self, TypedWeek};
use crate::resource::{Resource, believed_until};
use crate::vocabulary::{Coded, Cost, Wheelchair};
use crate::words::{Words, words};

pub(super) const LONGEST_NAME: usize = 300;
pub(super) const LONGEST_DESCRIPTION: usize = 10_000;
pub(super) const LONGEST_NOTE: usize = 1_000;
/// More than this is a mistyped number.
const MOST_PLACES: u16 = 5_000;
/// A day farther away is a mistyped year.
const FARTHEST_YEARS: i16 = 3;

/// As it comes from a browser, and goes back to it with its problems.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    pub(super) once: String,
    pub(super) version: i64,
    pub(super) nom: String,
    pub(super) description: String,
    #[serde(flatten)]
    pub(super) semaine: TypedWeek,
    pub(super) saison: String,
    /// `libre`, `complet`, or empty when nobody counts.
    pub(super) place: String,
    pub(super) places: String,
    pub(super) complet_jusqu_au: String,
    pub(super) liste_attente: String,
    pub(super) pause_jusqu_au: String,
    pub(super) a_la_fois: String,
    pub(super) par_mois: String,
    pub(super) cout: String,
    pub(super) cout_precisions: String,
    pub(super) fauteuil: String,
    pub(super) boucle: String,
    pub(super) trajet: String,
    #[serde(rename = "public")]
    pub(super) publics: Vec<String>,
    pub(super) public_precisions: String,
    pub(super) age_de: String,
    pub(super) age_a: String,
    #[serde(rename = "langue")]
    pub(super) langues: Vec<String>,
    pub(super) forme: String,
    pub(super) a_plusieurs: String,
    pub(super) accueil: String,
    pub(super) telephone: String,
    pub(super) courriel: String,
    pub(super) courriel_demandes: String,
    /// What no field is for.
    pub(super) autre: String,
    /// Codes of fields in which the source is followed from now on.
    pub(super) suivre: Vec<String>,
}

pub(super) const OPEN: &str = "libre";
pub(super) const FULL: &str = "complet";
pub(super) const YES: &str = "oui";
pub(super) const NO: &str = "non";

impl Typed {
    /// The entry as it is said until now.
    pub(super) fn of(resource: &Resource, version: i64, today: Date) -> Typed {
        let ties = &resource.ties;
        let (place, places, until) = match Room::of(resource, today) {
            // Proposed, and read only once « complet » is chosen.
            Room::Uncounted => ("", None, Some(believed_until(today))),
            Room::Places(places) => (OPEN, Some(places), Some(believed_until(today))),
            Room::Full { until } => (FULL, None, until),
        };
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let number = |number: Option<u16>| number.map(|number| number.to_string()).unwrap_or_default();
        let yes_or_no = |yes: bool| if yes { YES } else { NO }.to_owned();
        Typed {
            once: String::new(),
            version,
            nom: resource.name.clone(),
            description: resource.description.clone(),
            semaine: TypedWeek::of(resource.hours()),
            saison: ties.season_note.clone().unwrap_or_default(),
            place: place.to_owned(),
            places: number(places),
            complet_jusqu_au: day(until),
            liste_attente: if ties.waiting_list { YES.to_owned() } else { String::new() },
            pause_jusqu_au: day(ties.pause_on(today)),
            a_la_fois: number(ties.most_at_once),
            par_mois: number(ties.most_a_month),
            cout: resource.cost.map(Coded::code).unwrap_or_default().to_owned(),
            cout_precisions: resource.cost_note.clone().unwrap_or_default(),
            fauteuil: ties.wheelchair.map(Coded::code).unwrap_or_default().to_owned(),
            boucle: ties.hearing_loop.map(yes_or_no).unwrap_or_default(),
            trajet: ties.transport_note.clone().unwrap_or_default(),
            publics: resource.publics.iter().map(|public| public.code().to_owned()).collect(),
            public_precisions: resource.publics_note.clone().unwrap_or_default(),
            age_de: number(ties.ages.and_then(|ages| ages.from).map(u16::from)),
            age_a: number(ties.ages.and_then(|ages| ages.to).map(u16::from)),
            langues: ties.languages.iter().map(|language| language.as_str().to_owned()).collect(),
            forme: ties.format.map(Coded::code).unwrap_or_default().to_owned(),
            a_plusieurs: number(ties.group_size),
            accueil: if ties.accompanied_first_time { YES.to_owned() } else { String::new() },
            telephone: resource.contact.phone.clone().unwrap_or_default(),
            courriel: resource
                .contact
                .email
                .as_ref()
                .map(|email| email.as_str().to_owned())
                .unwrap_or_default(),
            courriel_demandes: ties
                .referral_email
                .as_ref()
                .map(|email| email.as_str().to_owned())
                .unwrap_or_default(),
            autre: String::new(),
            suivre: Vec::new(),
        }
    }

    /// `None` with at least one problem.
    pub(super) fn read(&self, problems: &mut Problems, today: Date, lang: Lang) -> Option<Told> {
        let mut reader = Reader { problems, today, w: words(lang), lang };
        let told = Told {
            name: reader.required("nom", &self.nom, LONGEST_NAME),
            description: reader
                .text("description", &self.description, LONGEST_DESCRIPTION)
                .unwrap_or_default(),
            schedule: reader.week(&self.semaine),
            season_note: reader.text("saison", &self.saison, LONGEST_NOTE),
            room: self.room(&mut reader),
            waiting_list: self.liste_attente == YES,
            paused_until: reader.day("pause_jusqu_au", &self.pause_jusqu_au),
            most_at_once: reader.limit("a_la_fois", &self.a_la_fois),
            most_a_month: reader.limit("par_mois", &self.par_mois),
            cost: Cost::from_code(&self.cout),
            cost_note: reader.text("cout_precisions", &self.cout_precisions, LONGEST_NOTE),
            wheelchair: Wheelchair::from_code(&self.fauteuil),
            hearing_loop: match self.boucle.as_str() {
                YES => Some(true),
                NO => Some(false),
                _ => None,
            },
            transport_note: reader.text("trajet", &self.trajet, LONGEST_NOTE),
            whom: self.whom(&mut reader),
            phone: reader.text("telephone", &self.telephone, LONGEST_NAME),
            email: reader.email("courriel", &self.courriel),
            referral_email: reader.email("courriel_demandes", &self.courriel_demandes),
            followed: followed(&self.suivre),
        };
        reader.text("autre", &self.autre, LONGEST_NOTE);
        problems.is_empty().then_some(told)
    }

    fn room(&self, reader: &mut Reader<'_>) -> Room {
        match self.place.as_str() {
            FULL => Room::Full { until: reader.day("complet_jusqu_au", &self.complet_jusqu_au) },
            OPEN => match reader.number("places", &self.places) {
                Some(0) => Room::Full { until: None },
                Some(places) => Room::Places(places),
                None => Room::Uncounted,
            },
            _ => Room::Uncounted,
        }
    }
}

/// Fields in which the source is followed, of those ticked.
pub(super) fn followed(ticked: &[String]) -> Vec<Field> {
    ticked.iter().filter_map(|code| Field::from_code(code)).collect()
}

/// Reads fields one by one, and notes what cannot be kept.
pub(super) struct Reader<'p> {
    problems: &'p mut Problems,
    today: Date,
    w: &'static Words,
    lang: Lang,
}

impl Reader<'_> {
    /// For a form that asks for no day.
    pub(super) fn without_days(problems: &mut Problems, lang: Lang) -> Reader<'_> {
        Reader { problems, today: Date::ZERO, w: words(lang), lang }
    }

    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    pub(super) fn wrong(&mut self, field: &'static str, why: String) {
        self.problems.add(field, why);
    }

    pub(super) fn required(&mut self, field: &'static str, typed: &str, longest: usize) -> String {
        let w = self.w;
        let kept = text::bounded(typed, longest);
        let kept = self.problems.keep(field, kept, |error| match error {
            TextError::Empty => w.verification_needs_name(),
            TextError::TooLong(_) => w.report_too_long(),
        });
        kept.unwrap_or_default()
    }

    pub(super) fn text(&mut self, field: &'static str, typed: &str, longest: usize) -> Option<String> {
        let w = self.w;
        self.problems.keep(field, text::optional(typed, longest), |_| w.report_too_long()).flatten()
    }

    pub(super) fn week(&mut self, typed: &TypedWeek) -> Option<String> {
        match week::typed(&typed.texts()) {
            Ok(hours) => hours,
            Err(index) => {
                let field = week::FIELDS.get(index).copied().unwrap_or("lundi");
                self.problems.add(field, self.w.verification_bad_hours());
                None
            }
        }
    }

    /// A day to come.
    fn day(&mut self, field: &'static str, typed: &str) -> Option<Date> {
        if typed.trim().is_empty() {
            return None;
        }
        let day = dates::typed(typed).filter(|day| {
            self.today < *day && day.year() <= self.today.year().saturating_add(FARTHEST_YEARS)
        });
        if day.is_none() {
            self.problems.add(field, self.w.verification_bad_day());
        }
        day
    }

    pub(super) fn number(&mut self, field: &'static str, typed: &str) -> Option<u16> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let number = typed.parse().ok().filter(|number| *number <= MOST_PLACES);
        if number.is_none() {
            self.problems.add(field, self.w.verification_bad_number());
        }
        number
    }

    /// None at all would be a pause, which has a field of its own.
    fn limit(&mut self, field: &'static str, typed: &str) -> Option<u16> {
        let number = self.number(field, typed);
        if number == Some(0) {
            self.problems.add(field, self.w.verification_zero_limit());
        }
        number
    }

    pub(super) fn email(&mut self, field: &'static str, typed: &str) -> Option<Email> {
        if typed.trim().is_empty() {
            return None;
        }
        let email = Email::parse(typed);
        if email.is_none() {
            self.problems.add(field, self.w.verification_bad_email());
        }
        email
    }
}
