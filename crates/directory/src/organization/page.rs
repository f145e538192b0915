//! The page of one organization: who they are, when to find them, what they offer.

use askama::Template;
use axum::http::StatusCode;
use kernel::Lang;
use kernel::role::Permission;
use kernel::text::fold;
use platform::web::page::{self, Answer};
use platform::web::{Nope, Open, Path, Ui, dates};

use super::model::{Organization, OrganizationId};
use super::{json_ld, merging, sql};
use crate::address;
use crate::facts::{self, Fact, Facts, PhoneLine};
use crate::finder::Entry;
use crate::gazetteer::Gazetteer;
use crate::resource::{self, Card, ResourceRow, said};
use crate::verification;
use crate::vocabulary::Network;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "organization/page.html")]
struct OrganizationPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    organization: Organization,
    cards: Vec<Card>,
    /// Since when its source no longer lists it, in words.
    gone: Option<String>,
    /// That it confirmed this itself, and when.
    confirmed: Option<String>,
}

pub(super) async fn show(_: Open, ui: Ui, Path(id): Path<String>) -> Answer {
    let id = OrganizationId::parse(&id).map_err(|_| Nope::NotFound)?;
    let mut tx = ui.app.db().read().await?;
    let (organization, gone_since) = sql::find(&mut tx, &id).await?.ok_or(Nope::NotFound)?;
    let kept = merging::kept(&mut tx, &id).await?;
    if kept != id {
        return page::see(&address::organization(&kept));
    }
    let absorbed = merging::absorbed(&mut tx, &id).await?;
    let shown: Vec<&str> = absorbed.iter().chain([&id]).map(OrganizationId::as_str).collect();
    let offered = resource::offered_by_any(&mut tx, &shown).await?;
    let offered = offered.iter().filter(|row| row.stands());
    let mut offered: Vec<Entry> = offered.map(ResourceRow::entry).collect::<Result<_, _>>()?;
    offered.sort_by_cached_key(|entry| (fold(&entry.resource().name), entry.resource().id.clone()));
    let cards = offered.iter().map(|entry| Card::of(entry, ui.today(), ui.lang)).collect();
    let gone = gone_since.map(|second| dates::day_of(second, ui.lang));
    let confirmed = verification::itself_said(&mut tx, &id, ui.lang).await?;
    let status = if gone.is_some() { StatusCode::GONE } else { StatusCode::OK };
    page::with_status(
        status,
        &OrganizationPage { w: words(ui.lang), ui: &ui, organization, cards, gone, confirmed },
    )
}

/// All that it may correct itself, without its name.
pub(crate) fn facts(organization: &Organization, lang: Lang) -> Vec<Fact> {
    let w = words(lang);
    let mut facts = Facts::default();
    facts.add(w.verification_field_description(), organization.description.clone());
    place_and_hours(&mut facts, organization, lang);
    facts.add(w.resource_phone(), facts::phone(&organization.contact).map(|phone| phone.spoken));
    facts.add(w.resource_email(), organization.contact.email.as_ref().map(|email| email.as_str().to_owned()));
    facts.add(w.organization_website(), organization.website.as_ref().map(ToString::to_string));
    facts.into_list()
}

fn place_and_hours(facts: &mut Facts, organization: &Organization, lang: Lang) {
    let (w, hours) = (words(lang), organization.opening_hours.as_deref());
    facts.add(w.resource_where(), facts::address_lines(&organization.place));
    facts.add(w.organization_hours(), hours.map(|text| said::hours_in_words(text, lang)));
}

impl OrganizationPage<'_> {
    fn kind(&self) -> Option<String> {
        self.organization.kind.map(|kind| kind.label(self.ui.lang))
    }

    fn facts(&self) -> Vec<Fact> {
        let (organization, w) = (&self.organization, self.w);
        let mut facts = Facts::default();
        place_and_hours(&mut facts, organization, self.ui.lang);
        facts.add(
            w.organization_networks(),
            organization.networks.iter().map(|network| Network::name(*network).to_owned()),
        );
        facts.into_list()
    }

    /// Empty for what is gone: programs need not know of it any more.
    fn json_ld(&self) -> String {
        if self.gone.is_some() {
            return String::new();
        }
        let (organization, site) = (&self.organization, &self.ui.app.settings().public_url);
        let url = format!("{site}{}", address::organization(&organization.id));
        json_ld::script(organization, &self.cards, &url, site)
    }

    fn phone(&self) -> Option<PhoneLine> {
        facts::phone(&self.organization.contact)
    }

    /// Where whoever verifies checks it; `None` for anybody else.
    fn check_href(&self) -> Option<String> {
        self.ui.may(Permission::VerifyDirectory).then(|| address::verification_check(&self.organization.id))
    }

    /// Where anybody says what is wrong here.
    fn error_href(&self) -> String {
        format!("{}/erreur", address::organization(&self.organization.id))
    }

    fn updated(&self) -> String {
        let day = dates::plain(self.organization.updated_on, self.ui.lang);
        self.w.resource_updated(day, &self.organization.source)
    }

    fn spot(&self) -> Option<String> {
        let point = self.organization.place.located.trusted()?;
        Some(format!("{},{}", point.lat, point.lon))
    }

    fn ground(&self) -> String {
        let commune = self.organization.place.commune.as_ref();
        crate::map::ground_of(commune.and_then(|code| Gazetteer::load().current(code)))
    }
}
