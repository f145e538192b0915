//! The page of one resource: enough to dare go there, or to call first.

use askama::Template;
use axum::http::StatusCode;
use kernel::Lang;
use kernel::role::Permission;
use platform::web::page::{self, Answer};
use platform::web::{Nope, Open, Path, Ui, dates};

use super::model::{Resource, ResourceId};
use super::{json_ld, merging, said, share, sql};
use crate::address;
use crate::exchange;
use crate::facts::{self, Fact, Facts, PhoneLine};
use crate::finder;
use crate::gazetteer::{Commune, Gazetteer, local_time};
use crate::organization::{self, Organization};
use crate::place::Located;
use crate::schedule;
use crate::verification::{self, Origins};
use crate::vocabulary::{Coded, Mobilizer, Theme, Topic, WayIn, WelcomeMode};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "resource/page.html")]
struct ResourcePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    resource: Resource,
    organization: Organization,
    /// Since when its source no longer lists it, in words.
    gone: Option<String>,
    /// This page's, whole.
    url: String,
    origins: Origins,
}

pub(super) async fn show(_: Open, ui: Ui, Path(id): Path<String>) -> Answer {
    let id = ResourceId::parse(&id).map_err(|_| Nope::NotFound)?;
    let mut tx = ui.app.db().read().await?;
    let (resource, gone_since) = sql::find(&mut tx, &id).await?.ok_or(Nope::NotFound)?;
    let shown_as = merging::kept(&mut tx, &id).await?;
    if shown_as != id {
        return page::see(&address::resource(&shown_as));
    }
    let kept = organization::kept(&mut tx, &resource.organization).await?;
    let (organization, _) = organization::find(&mut tx, &kept).await?.ok_or(Nope::NotFound)?;
    let gone = gone_since.map(|second| dates::day_of(second, ui.lang));
    let status = if gone.is_some() { StatusCode::GONE } else { StatusCode::OK };
    let origins = verification::origins(&mut tx, &resource, ui.today(), ui.lang).await?;
    let url = format!("{}{}", ui.app.settings().public_url, address::resource(&id));
    page::with_status(
        status,
        &ResourcePage { w: words(ui.lang), ui: &ui, resource, organization, gone, url, origins },
    )
}

impl ResourcePage<'_> {
    fn lang(&self) -> Lang {
        self.ui.lang
    }

    /// What is best known before anything else: that a newcomer finds no place.
    fn full(&self) -> Option<String> {
        let is_full = self.gone.is_none() && self.resource.is_full_on(self.ui.today());
        is_full.then(|| said::room(&self.resource, self.ui.today(), self.lang())).flatten()
    }

    /// The same kind of thing in the same commune, where there is room.
    fn elsewhere(&self) -> String {
        let commune = self.resource.place.commune.as_ref();
        let commune = commune.and_then(|code| Gazetteer::load().current(code)).map(ToString::to_string);
        let lever = self.resource.ties.levers.first().map(|lever| lever.code());
        finder::around(commune.as_deref(), lever, &["places"])
    }

    fn is_open_now(&self) -> bool {
        let commune = self.resource.place.commune.as_ref();
        let commune = commune.and_then(|code| Gazetteer::load().current(code));
        let now = local_time(commune, self.ui.app.clock().now());
        self.resource.hours().and_then(|text| schedule::is_open(text, now)) == Some(true)
    }

    fn address(&self) -> Option<String> {
        share::address(&self.resource)
    }

    /// What it puts in a calendar, while it takes place.
    fn calendar(&self) -> Option<String> {
        let takes_place = self.gone.is_none() && exchange::takes_place(&self.resource, self.ui.today());
        takes_place.then(|| format!("{}.ics", address::resource(&self.resource.id)))
    }

    fn shared(&self) -> Vec<String> {
        share::lines(&self.resource, &self.organization.name, &self.url, self.lang())
    }

    fn mail(&self) -> String {
        crate::share::mail(&self.shared())
    }

    /// Empty for what is gone: programs need not know of it any more.
    fn json_ld(&self) -> String {
        let today = self.ui.today();
        if self.gone.is_some() {
            return String::new();
        }
        json_ld::script(&self.resource, &self.organization, &self.url, today)
    }

    fn facts(&self) -> Vec<Fact> {
        let (resource, w, lang) = (&self.resource, self.w, self.lang());
        let mut facts = Facts::default();
        facts.add(w.resource_when(), said::when(resource, lang));
        facts.add(w.resource_where(), self.place());
        facts.add(w.resource_cost(), said::cost(resource, lang));
        facts.add(w.resource_for_whom(), said::for_whom(resource, lang));
        facts.add(w.resource_conditions(), resource.conditions.clone());
        facts.add(w.resource_how(), said::how(resource, lang));
        facts.add(w.resource_places(), verification::room(resource, self.ui.today(), lang));
        facts.add(w.resource_access(), said::access(resource, lang));
        facts.add(w.resource_getting_there(), said::getting_there(resource, lang));
        facts.add(w.resource_home_zones(), self.homes());
        facts.into_list()
    }

    fn place(&self) -> Vec<String> {
        let mut lines = if self.resource.welcome_modes.contains(&WelcomeMode::OnSite) {
            facts::address_lines(&self.resource.place)
        } else {
            Vec::new()
        };
        if matches!(self.resource.place.located, Located::Flagged { .. }) {
            lines.push(self.w.resource_flagged());
        }
        if self.resource.welcome_modes.contains(&WelcomeMode::Remote) {
            lines.push(self.w.resource_remote());
        }
        lines
    }

    fn homes(&self) -> Option<String> {
        let places = said::zones(&self.resource.ties.home_zones).join(", ");
        (!places.is_empty()).then(|| self.w.resource_home_in(places))
    }

    fn subjects(&self) -> Vec<String> {
        let topics =
            self.resource.ties.topics.iter().map(|topic| Topic::label(topic, self.lang()).to_owned());
        let themes = self.resource.themes.iter().map(|theme| Theme::label(*theme, self.lang()).to_owned());
        topics.chain(themes).collect()
    }

    fn phone(&self) -> Option<PhoneLine> {
        facts::phone(&self.resource.contact)
    }

    fn ways_in(&self) -> Vec<String> {
        let ways = self.resource.ways_in.iter().map(|way| WayIn::label(*way, self.lang()));
        ways.chain(self.resource.ways_in_note.clone()).collect()
    }

    fn is_for_professionals_only(&self) -> bool {
        let open_to = &self.resource.open_to;
        open_to.contains(&Mobilizer::Professionals) && !open_to.contains(&Mobilizer::Persons)
    }

    /// Where anybody says what is wrong here.
    fn error_href(&self) -> String {
        format!("{}/erreur", address::resource(&self.resource.id))
    }

    fn organization_href(&self) -> String {
        address::organization(&self.organization.id)
    }

    /// Where whoever verifies checks it; `None` for anybody else.
    fn check_href(&self) -> Option<String> {
        self.ui.may(Permission::VerifyDirectory).then(|| address::verification(&self.resource.id))
    }

    /// Where they bring a calendar for its hours.
    fn calendar_href(&self) -> Option<String> {
        let may = self.gone.is_none() && self.ui.may(Permission::VerifyDirectory);
        may.then(|| address::calendar(&self.resource.id))
    }

    fn spot(&self) -> Option<String> {
        let point = self.resource.place.located.trusted()?;
        Some(format!("{},{}", point.lat, point.lon))
    }

    fn commune(&self) -> Option<&'static Commune> {
        Gazetteer::load().current(self.resource.place.commune.as_ref()?)
    }

    fn ground(&self) -> String {
        crate::map::ground_of(self.commune())
    }
}
