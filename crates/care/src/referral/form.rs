//! What somebody types about a person, and what it becomes.

use directory::gazetteer::{Gazetteer, Unresolved};
use jiff::civil::Date;
use kernel::coded::Coded;
use kernel::contact::Phone;
use kernel::id::{PersonId, SiteId};
use kernel::name::{BirthYear, PersonName};
use kernel::text::{TextError, bounded, optional};
use platform::web::Problems;
use serde::Deserialize;

use super::model::Reason;
use crate::person::{Civility, Person};
use crate::screening::reading::Typed;
use crate::words::Words;

const LONGEST_LINE: usize = 200;
const LONGEST_NOTE: usize = 1_000;

/// One form for every way in; each page shows the fields its reader can fill.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReferralForm {
    pub once: String,
    /// Of the person, where one is corrected.
    pub version: i64,
    /// The team it is for, by its id, when its author belongs to several.
    pub site: String,
    pub civility: String,
    pub name: String,
    pub birth_year: String,
    pub commune: String,
    pub address: String,
    pub phone: String,
    pub call_when: String,
    pub discreet: Option<String>,
    pub reasons: Vec<String>,
    pub note: String,
    pub consent: Option<String>,
    /// The id of a known person, or `new`, once likely duplicates have been shown.
    pub same_person: String,
    /// A consultation held before, by its id.
    pub consultation: String,
    /// The three questions on loneliness, asked in the same minute.
    #[serde(rename = "ucla3.1")]
    pub lacks_company: String,
    #[serde(rename = "ucla3.2")]
    pub feels_left_out: String,
    #[serde(rename = "ucla3.3")]
    pub feels_isolated: String,
    /// Answers a visitor carries from the page where they looked at their own situation.
    pub screening: String,
    pub reporter_name: String,
    pub reporter_contact: String,
}

/// A form that can be kept, but for who the person may already be.
#[derive(Clone, Debug)]
pub struct Parsed {
    pub person: Person,
    pub reasons: Vec<Reason>,
    pub note: Option<String>,
}

/// Whom the form is about, seen from whoever types it: what is missing is asked of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    ForSomebody,
    ForOneself,
}

impl Asking {
    fn name_needed(self, w: &Words) -> String {
        match self {
            Asking::ForSomebody => w.name_needed(),
            Asking::ForOneself => w.own_name_needed(),
        }
    }

    fn commune_needed(self, w: &Words) -> String {
        match self {
            Asking::ForSomebody => w.commune_needed(),
            Asking::ForOneself => w.own_commune_needed(),
        }
    }

    fn phone_or_address_needed(self, w: &Words) -> String {
        match self {
            Asking::ForSomebody => w.phone_or_address_needed(),
            Asking::ForOneself => w.own_phone_or_address_needed(),
        }
    }
}

impl ReferralForm {
    /// A person as they are noted, to be corrected.
    pub(crate) fn showing(person: &Person, version: i64) -> ReferralForm {
        let commune = Gazetteer::load().get(&person.commune).map(ToString::to_string);
        ReferralForm {
            version,
            civility: person.civility.map(Civility::code).unwrap_or_default().to_owned(),
            name: person.name.as_str().to_owned(),
            birth_year: person.birth_year.map(|year| year.get().to_string()).unwrap_or_default(),
            commune: commune.unwrap_or_default(),
            address: person.address.clone().unwrap_or_default(),
            phone: person
                .phone
                .as_ref()
                .map(|phone| phone.spoken().replace('\u{a0}', " "))
                .unwrap_or_default(),
            call_when: person.call_when.clone().unwrap_or_default(),
            discreet: person.discreet.then(|| "yes".to_owned()),
            ..ReferralForm::default()
        }
    }

    pub fn has_reason(&self, reason: &Reason) -> bool {
        self.reasons.iter().any(|code| code == reason.code())
    }

    /// The answers on loneliness, as the page of a consultation would type them.
    pub(crate) fn loneliness(&self) -> Typed {
        let answers = [&self.lacks_company, &self.feels_left_out, &self.feels_isolated];
        let items = measure::ucla3().items.iter().map(|item| item.code.clone());
        Typed::of(items.zip(answers.into_iter().cloned()).filter(|(_, answer)| !answer.is_empty()))
    }

    /// The person and the request, or every problem at once. The site is only known once the
    /// commune is, so the caller puts it in.
    pub fn parse(&self, asking: Asking, today: Date, w: &Words, problems: &mut Problems) -> Option<Parsed> {
        let name = problems
            .keep("name", PersonName::parse(&self.name), |error| too_long(error, w, asking.name_needed(w)));
        let birth_year = self.birth_year(today, w, problems);
        let commune = self.commune(asking, w, problems);
        let address = problems
            .keep("address", optional(&self.address, LONGEST_LINE), |e| too_long(e, w, String::new()));
        let phone = self.phone(w, problems);
        let call_when = problems
            .keep("call_when", optional(&self.call_when, LONGEST_LINE), |e| too_long(e, w, String::new()));
        let note =
            problems.keep("note", optional(&self.note, LONGEST_NOTE), |e| too_long(e, w, String::new()));
        if phone.as_ref().is_some_and(Option::is_none) && address.as_ref().is_some_and(Option::is_none) {
            problems.add("phone", asking.phone_or_address_needed(w));
            return None;
        }
        let person = Person {
            id: PersonId::new(),
            site_id: SiteId(uuid::Uuid::nil()),
            civility: Civility::from_code(&self.civility),
            name: name?,
            birth_year: birth_year?,
            commune: commune?,
            address: address?,
            phone: phone?,
            discreet: self.discreet.is_some(),
            call_when: call_when?,
        };
        let reasons = self.reasons.iter().filter_map(|code| Reason::from_code(code)).collect();
        Some(Parsed { person, reasons, note: note? })
    }

    /// Who reports, and how to reach them.
    pub fn reporter(&self, w: &Words, problems: &mut Problems) -> Option<(String, String)> {
        let name = problems.keep("reporter_name", bounded(&self.reporter_name, LONGEST_LINE), |error| {
            too_long(error, w, w.reporter_name_needed())
        });
        let contact =
            problems.keep("reporter_contact", bounded(&self.reporter_contact, LONGEST_LINE), |error| {
                too_long(error, w, w.reporter_contact_needed())
            });
        Some((name?, contact?))
    }

    fn birth_year(&self, today: Date, w: &Words, problems: &mut Problems) -> Option<Option<BirthYear>> {
        if self.birth_year.trim().is_empty() {
            return Some(None);
        }
        problems
            .keep("birth_year", BirthYear::parse(&self.birth_year, today).ok_or(()), |()| {
                w.birth_year_unreadable()
            })
            .map(Some)
    }

    fn phone(&self, w: &Words, problems: &mut Problems) -> Option<Option<Phone>> {
        if self.phone.trim().is_empty() {
            return Some(None);
        }
        problems.keep("phone", Phone::parse(&self.phone).ok_or(()), |()| w.phone_unreadable()).map(Some)
    }

    fn commune(
        &self,
        asking: Asking,
        w: &Words,
        problems: &mut Problems,
    ) -> Option<kernel::commune::CommuneCode> {
        let found = Gazetteer::load().resolve(&self.commune).map(|commune| commune.code.clone());
        problems.keep("commune", found, |unresolved| match unresolved {
            Unresolved::Unknown if self.commune.trim().is_empty() => asking.commune_needed(w),
            Unresolved::Unknown => w.commune_unknown(),
            Unresolved::Ambiguous(candidates) => {
                let names: Vec<String> = candidates.iter().take(5).map(ToString::to_string).collect();
                w.commune_ambiguous(names.join(", "))
            }
        })
    }
}

fn too_long(error: TextError, w: &Words, empty: String) -> String {
    match error {
        TextError::Empty => empty,
        TextError::TooLong(limit) => w.text_too_long(i64::try_from(limit).unwrap_or_default()),
    }
}
