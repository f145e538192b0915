//! A person.

use jiff::civil::Date;
use kernel::commune::CommuneCode;
use kernel::contact::Phone;
use kernel::id::{PersonId, SiteId};
use kernel::name::{BirthYear, PersonName};

kernel::coded! {
    /// How a person is addressed, when they said.
    Civility {
        Madame = "mme",
        Monsieur = "m",
    }
}

impl Civility {
    /// As French writes it before a name.
    pub fn abbreviated(self) -> &'static str {
        match self {
            Civility::Madame => "Mme",
            Civility::Monsieur => "M.",
        }
    }
}

/// Somebody who is, or may be, accompanied by a site.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: PersonId,
    pub site_id: SiteId,
    pub civility: Option<Civility>,
    pub name: PersonName,
    pub birth_year: Option<BirthYear>,
    pub commune: CommuneCode,
    pub address: Option<String>,
    pub phone: Option<Phone>,
    /// Say nothing to whoever picks up the telephone, leave no message.
    pub discreet: bool,
    /// When they like to be called, in their words.
    pub call_when: Option<String>,
}

impl Person {
    /// « Mme Aline Dumont ».
    pub fn addressed(&self) -> String {
        addressed(self.civility, self.name.as_str())
    }

    /// « Mme Aline D. »: what an organisation reads before the first meeting.
    pub fn addressed_shortly(&self) -> String {
        addressed(self.civility, &self.name.short())
    }

    pub fn age(&self, today: Date) -> Option<i16> {
        self.birth_year.map(|year| year.age(today))
    }
}

/// « Mme Aline Dumont », from what a row of a list holds.
pub fn addressed(civility: Option<Civility>, name: &str) -> String {
    match civility {
        Some(civility) => format!("{}\u{a0}{name}", civility.abbreviated()),
        None => name.to_owned(),
    }
}
