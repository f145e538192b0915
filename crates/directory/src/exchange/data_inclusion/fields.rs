use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime};
use kernel::commune::CommuneCode;
use kernel::contact::Email;
use kernel::geo::Point;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::own;
use super::reason::{Expected, Notice, Reason};
use super::rows::Context;
use crate::contact::{Contact, WebLink};
use crate::gazetteer::Gazetteer;
use crate::place::{Located, Place};
use crate::resource::Zone;
use crate::vocabulary::{Coded, nearest};

/// One row being read: each accessor checks one field and notes what is wrong, so that a refused
/// row tells everything at once.
pub(super) struct Fields<'a> {
    row: &'a Map<String, Value>,
    pub(super) reasons: Vec<Reason>,
    pub(super) notices: Vec<Notice>,
    /// A commune's code no commune has the shape of.
    unknown: Option<String>,
}

impl<'a> Fields<'a> {
    pub(super) fn of(row: &'a Map<String, Value>) -> Self {
        Self { row, reasons: Vec::new(), notices: Vec::new(), unknown: None }
    }

    pub(super) fn refuse(&mut self, reason: Reason) {
        self.reasons.push(reason);
    }

    /// What a file of ours carries beside the schema.
    pub(super) fn own<T: DeserializeOwned>(&mut self) -> Option<T> {
        let value = self.value(own::FIELD)?;
        // A list would be taken for the fields in their order.
        if !value.is_object() {
            self.refuse(Reason::WrongType { field: own::FIELD, expected: Expected::Object });
            return None;
        }
        let own = T::deserialize(value);
        if let Err(error) = &own {
            self.refuse(Reason::NotOurs { field: own::FIELD, fault: error.to_string() });
        }
        own.ok()
    }

    /// The same as it is written: a field that is missing is not one that is empty.
    pub(super) fn said_own(&self) -> Option<Map<String, Value>> {
        self.value(own::FIELD)?.as_object().cloned()
    }

    /// A required text of so many characters.
    pub(super) fn required(&mut self, field: &'static str, least: usize, most: usize) -> Option<String> {
        let text = self.present(field)?;
        self.bounded(field, text, least, most)
    }

    /// A text that may be missing.
    pub(super) fn optional(&mut self, field: &'static str) -> Option<String> {
        self.text(field).map(str::to_owned)
    }

    pub(super) fn optional_bounded(
        &mut self,
        field: &'static str,
        least: usize,
        most: usize,
    ) -> Option<String> {
        let text = self.text(field)?;
        self.bounded(field, text, least, most)
    }

    pub(super) fn name(&mut self) -> Option<String> {
        let name = self.required("nom", 3, 150)?;
        if name.ends_with('.') && !name.ends_with("etc.") {
            self.notices.push(Notice::NameEndsWithFullStop);
        }
        Some(name)
    }

    pub(super) fn identifier<T, E>(
        &mut self,
        field: &'static str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let text = self.present(field)?;
        let id = parse(text).ok();
        if id.is_none() {
            let found = text.to_owned();
            self.refuse(Reason::BadCode { field, found, expected: Expected::Identifier });
        }
        id
    }

    /// A day from 2000 to today.
    pub(super) fn day(&mut self, field: &'static str, today: Date) -> Option<Date> {
        let text = self.present(field)?;
        let Some(day) = day(text) else {
            self.refuse(Reason::NotADate { field, found: text.to_owned() });
            return None;
        };
        if day.year() < 2000 {
            self.refuse(Reason::BeforeThisCentury { field });
        } else if day > today {
            self.refuse(Reason::InTheFuture { field });
        }
        Some(day)
    }

    pub(super) fn link(&mut self, field: &'static str) -> Option<WebLink> {
        let text = self.text(field)?;
        let link = WebLink::parse(text);
        if link.is_none() {
            self.refuse(Reason::NotALink { field });
        }
        link
    }

    pub(super) fn digits(&mut self, field: &'static str, count: usize) -> Option<String> {
        let text = self.text(field)?;
        if text.len() == count && text.chars().all(|c| c.is_ascii_digit()) {
            return Some(text.to_owned());
        }
        self.refuse(Reason::BadCode { field, found: text.to_owned(), expected: Expected::Digits(count) });
        None
    }

    /// One value of a closed list.
    pub(super) fn one_of<T: Coded>(&mut self, field: &'static str) -> Option<T> {
        let text = self.text(field)?;
        self.coded(field, text, T::from_code)
    }

    /// Any number of values of a closed list, in any order; empty when missing.
    pub(super) fn any_of<T: Coded>(&mut self, field: &'static str) -> BTreeSet<T> {
        self.any_known(field, T::from_code)
    }

    /// The same, with a reading of its own.
    pub(super) fn any_known<T: Coded>(
        &mut self,
        field: &'static str,
        known: impl Fn(&str) -> Option<T>,
    ) -> BTreeSet<T> {
        let texts = self.texts(field).unwrap_or_default();
        texts.into_iter().filter_map(|text| self.coded(field, text, &known)).collect()
    }

    /// The same, where an empty list is refused and a missing one is not.
    pub(super) fn some_of<T: Coded>(&mut self, field: &'static str) -> BTreeSet<T> {
        if matches!(self.row.get(field), Some(Value::Array(list)) if list.is_empty()) {
            self.refuse(Reason::EmptyList { field });
        }
        self.any_of(field)
    }

    pub(super) fn zones(&mut self) -> Vec<Zone> {
        let field = "zone_eligibilite";
        let Some(texts) = self.texts(field) else {
            return Vec::new();
        };
        if texts.is_empty() {
            self.refuse(Reason::EmptyList { field });
        }
        let mut zones = Vec::with_capacity(texts.len());
        for text in texts {
            match Zone::parse(text) {
                Some(zone) => zones.push(zone),
                None => {
                    self.refuse(Reason::BadCode { field, found: text.to_owned(), expected: Expected::Zone });
                }
            }
        }
        zones
    }

    pub(super) fn contact(&mut self) -> Contact {
        Contact { phone: self.optional("telephone"), email: self.email("courriel") }
    }

    /// The address block, its coordinates judged against the commune's centre.
    pub(super) fn place(&mut self, context: &Context<'_>) -> Place {
        let street = self.optional("adresse");
        let complement = self.optional("complement_adresse");
        let postcode = self.digits("code_postal", 5);
        let commune_name = self.optional("commune");
        let commune = self.commune("code_insee");
        let known = commune.as_ref().map(|code| (context.centre_of)(code));
        let unknown = self.unknown.take().or_else(|| match (&commune, known) {
            (Some(code), Some(None)) => Some(code.to_string()),
            _ => None,
        });
        if let Some(code) = unknown {
            let named = commune_name.as_deref().and_then(|name| named(name, postcode.as_deref()));
            self.notices.push(Notice::UnknownCommune { code, named });
        }
        let centre = known.flatten().flatten();
        let located = Located::judge(self.point(), centre);
        if let Located::Flagged { km, point } = located {
            self.notices.push(match km {
                _ if is_swapped(point, centre) => Notice::Swapped,
                Some(km) => Notice::FarFromCommune { km },
                None => Notice::OutsideFrance,
            });
        }
        Place { street, complement, postcode, commune_name, commune, located }
    }

    /// A number, also when written as text, as the schema's own reader allows.
    pub(super) fn number(&mut self, field: &'static str) -> Option<f64> {
        let value = self.value(field)?;
        let number = match value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        let number = number.filter(|number| number.is_finite());
        if number.is_none() {
            self.refuse(Reason::WrongType { field, expected: Expected::Number });
        }
        number
    }

    /// A whole number, also when written `3.0` or `"3"`.
    pub(super) fn whole_number(&mut self, field: &'static str) -> Option<u32> {
        let text = match self.value(field)? {
            Value::Number(number) => number.to_string(),
            Value::String(text) => text.trim().to_owned(),
            _ => String::new(),
        };
        let whole = text.strip_suffix(".0").unwrap_or(&text).parse().ok();
        if whole.is_none() {
            self.refuse(Reason::WrongType { field, expected: Expected::WholeNumber });
        }
        whole
    }

    fn email(&mut self, field: &'static str) -> Option<Email> {
        let text = self.text(field)?;
        // « Accueil <accueil@exemple.fr> » is an address for the schema's own reader.
        let bare = text
            .trim()
            .strip_suffix('>')
            .and_then(|text| text.rsplit_once('<'))
            .map_or(text, |(_, bare)| bare);
        let email = Email::parse(bare).filter(deliverable);
        if email.is_none() {
            self.refuse(Reason::NotAnAddress { field });
        }
        email
    }

    fn commune(&mut self, field: &'static str) -> Option<CommuneCode> {
        let text = self.text(field)?;
        let shaped = text.chars().count() == 5 && text.chars().all(|c| c.is_alphanumeric() || c == '_');
        if !shaped {
            self.refuse(Reason::BadCode { field, found: text.to_owned(), expected: Expected::CommuneCode });
            return None;
        }
        let commune = CommuneCode::parse(&text.to_uppercase());
        if commune.is_none() {
            self.unknown = Some(text.to_owned());
        }
        commune
    }

    fn point(&mut self) -> Option<Point> {
        let longitude = self.number("longitude");
        let latitude = self.number("latitude");
        let point = Point::new(latitude?, longitude?);
        if point.is_none() {
            self.notices.push(Notice::OffTheGlobe);
        }
        point
    }

    fn coded<T: Coded>(
        &mut self,
        field: &'static str,
        text: &str,
        known: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = known(text);
        if value.is_none() {
            self.refuse(Reason::Unknown { field, found: text.to_owned(), nearest: nearest::<T>(text) });
        }
        value
    }

    fn bounded(&mut self, field: &'static str, text: &str, least: usize, most: usize) -> Option<String> {
        let found = text.chars().count();
        if found < least {
            self.refuse(Reason::TooShort { field, least });
        } else if found > most {
            self.refuse(Reason::TooLong { field, most, found });
        }
        Some(text.to_owned())
    }

    fn present(&mut self, field: &'static str) -> Option<&'a str> {
        if self.value(field).is_none() {
            self.refuse(Reason::Missing { field });
        }
        self.text(field)
    }

    fn texts(&mut self, field: &'static str) -> Option<Vec<&'a str>> {
        let texts = match self.value(field)? {
            Value::Array(list) => list.iter().map(Value::as_str).collect(),
            _ => None,
        };
        if texts.is_none() {
            self.refuse(Reason::WrongType { field, expected: Expected::List });
        }
        texts
    }

    fn text(&mut self, field: &'static str) -> Option<&'a str> {
        match self.value(field)? {
            // PostgreSQL stores no U+0000, and one would cost the whole transaction.
            Value::String(text) if text.contains('\0') => self.refuse(Reason::NullCharacter { field }),
            Value::String(text) => return Some(text),
            _ => self.refuse(Reason::WrongType { field, expected: Expected::Text }),
        }
        None
    }

    fn value(&self, field: &'static str) -> Option<&'a Value> {
        self.row.get(field).filter(|value| !value.is_null())
    }
}

/// « Bron (69029) », when a name and a postcode leave no doubt or there is one commune closest.
fn named(name: &str, postcode: Option<&str>) -> Option<String> {
    let typed = format!("{name} {}", postcode.unwrap_or_default());
    let gazetteer = Gazetteer::load();
    let found = gazetteer.resolve(typed.trim()).ok();
    let commune = found.or_else(|| gazetteer.suggest(name, 1).into_iter().next())?;
    Some(format!("{} ({})", commune.name, commune.code))
}

/// Whether each number in the other's place would put it in its commune, or in France at least.
fn is_swapped(point: Point, centre: Option<Point>) -> bool {
    let turned = Point::new(point.lon, point.lat);
    turned.is_some_and(|turned| matches!(Located::judge(Some(turned), centre), Located::Trusted { .. }))
}

/// `2025-02-14`, or that day at midnight.
fn day(text: &str) -> Option<Date> {
    let dashed = text.as_bytes().get(4) == Some(&b'-');
    let day = match text.len() {
        10 => text.parse::<Date>().ok(),
        _ => {
            let moment: DateTime = text.strip_suffix('Z').unwrap_or(text).parse().ok()?;
            (moment == moment.date().at(0, 0, 0, 0)).then(|| moment.date())
        }
    };
    day.filter(|_| dashed)
}

/// What RFC 5321 asks beyond shape: no stray dots, a domain name of letters that can exist.
fn deliverable(email: &Email) -> bool {
    let Some((local, domain)) = email.as_str().split_once('@') else {
        return false;
    };
    let label = |label: &str| {
        label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let reserved = ["arpa", "invalid", "local", "localhost", "onion", "test"];
    let top = domain.rsplit('.').next().unwrap_or_default();
    !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && domain.split('.').all(label)
        && top.chars().any(char::is_alphabetic)
        && !reserved.contains(&top)
}
