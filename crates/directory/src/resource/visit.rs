//! What somebody needs to know to go there, for a paper they take along.

use jiff::civil::Date;
use kernel::Lang;
use kernel::geo::Point;
use platform::db::{DbError, Tx};

use super::model::{Resource, ResourceId};
use super::{merging, said, sql};
use crate::facts;
use crate::gazetteer::{Commune, Gazetteer};
use crate::organization;
use crate::schedule::Schedule;
use crate::vocabulary::WelcomeMode;

/// What the public may know of one resource, in words.
#[derive(Clone, Debug)]
pub struct Visit {
    pub when: Option<String>,
    /// The next day it takes place, as far as its hours say.
    pub next_on: Option<Date>,
    pub cost: Option<String>,
    /// None where it comes to one's home, or is done from it.
    pub address: Vec<String>,
    pub getting_there: Vec<String>,
    pub access: Vec<String>,
    /// Its own number, else its organization's.
    pub phone: Option<String>,
    /// Where it is, when that can be believed.
    pub at: Option<Point>,
    pub commune: Option<&'static Commune>,
}

impl Visit {
    /// None for what has left the directory.
    ///
    /// # Errors
    /// [`DbError`] of the store.
    pub async fn of(tx: &mut Tx, id: &str, today: Date, lang: Lang) -> Result<Option<Visit>, DbError> {
        let Ok(id) = ResourceId::parse(id) else { return Ok(None) };
        let kept = merging::kept(tx, &id).await?;
        let Some((resource, None)) = sql::find(tx, &kept).await? else { return Ok(None) };
        let organization = organization::find(tx, &resource.organization).await?;
        let mut visit = Visit::to(&resource, today, lang);
        let phone = organization.and_then(|(organization, _)| facts::phone(&organization.contact));
        visit.phone = visit.phone.or(phone.map(|phone| phone.spoken));
        Ok(Some(visit))
    }

    fn to(resource: &Resource, today: Date, lang: Lang) -> Visit {
        let is_there = resource.welcome_modes.contains(&WelcomeMode::OnSite);
        let again = resource.ties.pause_on(today).unwrap_or(today);
        let schedule = resource.hours().and_then(Schedule::parse);
        Visit {
            when: said::when(resource, lang),
            next_on: schedule.and_then(|schedule| schedule.next_from(again)),
            cost: said::cost(resource, lang),
            address: if is_there { facts::address_lines(&resource.place) } else { Vec::new() },
            getting_there: said::getting_there(resource, lang),
            access: said::access(resource, lang),
            phone: facts::phone(&resource.contact).map(|phone| phone.spoken),
            at: resource.place.located.trusted().filter(|_| is_there),
            commune: resource.place.commune.as_ref().and_then(|code| Gazetteer::load().current(code)),
        }
    }
}
