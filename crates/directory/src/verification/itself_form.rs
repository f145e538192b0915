//! What an organization types of itself, read once; and its entry as the same form shows it first.

use kernel::Lang;
use platform::web::Problems;
use serde::Deserialize;

use super::field::Field;
use super::form::{LONGEST_DESCRIPTION, LONGEST_NAME, LONGEST_NOTE, Reader, YES, followed};
use super::week::TypedWeek;
use crate::contact::{Contact, WebLink};
use crate::gazetteer::Gazetteer;
use crate::organization::Organization;
use crate::place::{Located, Place};
use crate::words::words;

const LONGEST_ADDRESS: usize = 300;

/// As it comes from a browser, and goes back to it with its problems.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct TypedItself {
    pub(super) once: String,
    pub(super) version: i64,
    pub(super) nom: String,
    pub(super) description: String,
    pub(super) adresse: String,
    pub(super) complement: String,
    pub(super) commune: String,
    /// Whether what it offers moves with it.
    pub(super) activites: String,
    #[serde(flatten)]
    pub(super) semaine: TypedWeek,
    pub(super) telephone: String,
    pub(super) courriel: String,
    pub(super) site: String,
    /// What no field is for.
    pub(super) autre: String,
    /// Codes of fields in which the source is followed from now on.
    pub(super) suivre: Vec<String>,
}

/// The entry as the organization says it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ToldItself {
    pub(super) organization: Organization,
    /// What it offers at its old address is offered at the new one.
    pub(super) moves_all: bool,
    /// In these, what the source says holds again.
    pub(super) followed: Vec<Field>,
}

impl TypedItself {
    /// The entry as it is said until now.
    pub(super) fn of(organization: &Organization, version: i64) -> TypedItself {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (place, email) = (&organization.place, organization.contact.email.as_ref());
        TypedItself {
            once: String::new(),
            version,
            nom: organization.name.clone(),
            description: text(&organization.description),
            adresse: text(&place.street),
            complement: text(&place.complement),
            commune: commune(place),
            activites: String::new(),
            semaine: TypedWeek::of(organization.opening_hours.as_deref()),
            telephone: text(&organization.contact.phone),
            courriel: email.map(|email| email.as_str().to_owned()).unwrap_or_default(),
            site: organization.website.as_ref().map(ToString::to_string).unwrap_or_default(),
            autre: String::new(),
            suivre: Vec::new(),
        }
    }

    /// The organization, said so: `shown` as it is until now. `None` with at least one problem.
    pub(super) fn read(
        &self,
        shown: &Organization,
        problems: &mut Problems,
        lang: Lang,
    ) -> Option<ToldItself> {
        let mut reader = Reader::without_days(problems, lang);
        let name = reader.required("nom", &self.nom, LONGEST_NAME);
        let description = reader.text("description", &self.description, LONGEST_DESCRIPTION);
        let place = self.place(&shown.place, &mut reader);
        let hours = reader.week(&self.semaine);
        let phone = reader.text("telephone", &self.telephone, LONGEST_NAME);
        let email = reader.email("courriel", &self.courriel);
        let website = self.website(&mut reader);
        reader.text("autre", &self.autre, LONGEST_NOTE);
        let organization = Organization {
            name,
            description,
            contact: Contact { phone, email },
            website,
            opening_hours: hours.or_else(|| shown.opening_hours.clone()),
            place,
            ..shown.clone()
        };
        let (moves_all, followed) = (self.activites == YES, followed(&self.suivre));
        problems.is_empty().then_some(ToldItself { organization, moves_all, followed })
    }

    /// As it was, with its coordinates, unless another address was typed: that one's are not known,
    /// and only its commune's centre stands for it.
    fn place(&self, shown: &Place, reader: &mut Reader<'_>) -> Place {
        let street = reader.text("adresse", &self.adresse, LONGEST_ADDRESS);
        let complement = reader.text("complement", &self.complement, LONGEST_ADDRESS);
        let same_commune = self.commune.trim() == commune(shown).trim();
        if same_commune && street == shown.street {
            return Place { complement, ..shown.clone() };
        }
        if same_commune {
            return Place { street, complement, located: Located::Missing, ..shown.clone() };
        }
        if self.commune.trim().is_empty() && street.is_none() && complement.is_none() {
            return Place::default();
        }
        let Ok(commune) = Gazetteer::load().resolve(&self.commune) else {
            reader.wrong("commune", words(reader.lang()).verification_bad_commune());
            return Place::default();
        };
        Place {
            street,
            complement,
            postcode: commune.postcodes.first().map(|code| (*code).to_owned()),
            commune_name: Some(commune.name.to_owned()),
            commune: Some(commune.code.clone()),
            located: Located::Missing,
        }
    }

    /// People leave out « https:// ».
    fn website(&self, reader: &mut Reader<'_>) -> Option<WebLink> {
        let typed = self.site.trim();
        if typed.is_empty() {
            return None;
        }
        let whole = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
        let link = WebLink::parse(&whole).filter(|link| link.as_str().contains('.'));
        if link.is_none() {
            reader.wrong("site", words(reader.lang()).verification_bad_site());
        }
        link
    }
}

/// « Bron (69500) »; as its source writes it where nobody knows the commune.
fn commune(place: &Place) -> String {
    let known = place.commune.as_ref().and_then(|code| Gazetteer::load().current(code));
    known.map(ToString::to_string).or_else(|| place.commune_name.clone()).unwrap_or_default()
}
