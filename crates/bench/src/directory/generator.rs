//! A directory as large as France's, invented: French-looking names and texts, placed by
//! population, with the shares of themes, publics and ways of receiving that the national directory
//! shows.

use std::collections::BTreeSet;

use directory::contact::Contact;
use directory::finder::Entry;
use directory::gazetteer::{Commune, Gazetteer};
use directory::organization::{Organization, OrganizationId};
use directory::place::{Located, Place};
use directory::resource::{Ages, Resource, ResourceId, Ties, Zone};
use directory::vocabulary::{
    Coded, Cost, Format, Lever, Public, ResourceKind, Theme, Topic, Transport, WayIn, WelcomeMode,
    Wheelchair, topics,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use kernel::geo::Point;
use rand::{Rng, RngExt};

use super::text;

/// The day the directory is read on.
pub(crate) const TODAY: Date = date(2026, 3, 31);
/// Services of one organization, on average.
const PER_ORGANIZATION: usize = 4;
const HOURS: [&str; 6] = [
    "Mo-Fr 09:00-12:00,14:00-17:00",
    "Tu 14:00-16:30",
    "We 14:00-18:00; Sa 10:00-12:00",
    "Th 18:30-20:00",
    "Mo,Th 09:30-11:30",
    "Sa[1] 10:00-12:00",
];

/// Communes drawn by how many people live there.
pub(crate) struct Places {
    first: &'static Commune,
    communes: Vec<&'static Commune>,
    /// Sum of populations up to each.
    sums: Vec<u64>,
}

impl Places {
    /// `None` when no commune has a centre, which the gazetteer's own tests exclude.
    pub(crate) fn of_france() -> Option<Places> {
        let communes: Vec<&Commune> =
            Gazetteer::load().communes().iter().filter(|commune| commune.centre.is_some()).collect();
        let mut sum = 0;
        let sums = communes.iter().map(|commune| {
            sum += u64::from(commune.population);
            sum
        });
        let sums = sums.collect();
        Some(Places { first: communes.first().copied()?, communes, sums })
    }

    /// More people, more chances.
    pub(crate) fn draw(&self, chance: &mut impl Rng) -> &'static Commune {
        let last = self.sums.last().copied().unwrap_or(1);
        let drawn = chance.random_range(0..last);
        let place = self.sums.partition_point(|sum| *sum <= drawn);
        self.communes.get(place).copied().unwrap_or(self.first)
    }
}

/// So many resources with their organizations; the same seed always gives the same.
pub(crate) fn directory(resources: usize, seed: u64) -> (Vec<Organization>, Vec<Resource>) {
    let mut chance = kernel::rng::seeded(seed);
    let Some(places) = Places::of_france() else { return (Vec::new(), Vec::new()) };
    let organizations: Vec<(Organization, &Commune)> = (0..resources.div_ceil(PER_ORGANIZATION))
        .map(|number| {
            let commune = places.draw(&mut chance);
            (organization(number, commune, &mut chance), commune)
        })
        .collect();
    let made = (0..resources).filter_map(|number| {
        let (organization, commune) = organizations.get(number / PER_ORGANIZATION)?;
        Some(resource(number, organization, commune, &mut chance))
    });
    let made = made.collect();
    (organizations.into_iter().map(|(organization, _)| organization).collect(), made)
}

/// The same as the finder reads them.
pub(crate) fn entries(organizations: &[Organization], resources: &[Resource]) -> Vec<Entry> {
    let centre = |resource: &Resource| Gazetteer::load().get(resource.place.commune.as_ref()?)?.centre;
    let name = |number: usize| {
        organizations.get(number / PER_ORGANIZATION).map(|organization| organization.name.clone())
    };
    let entry = |(number, resource): (usize, &Resource)| {
        Entry::new(resource.clone(), name(number).unwrap_or_default(), centre(resource))
    };
    resources.iter().enumerate().map(entry).collect()
}

fn organization(number: usize, commune: &Commune, chance: &mut impl Rng) -> Organization {
    Organization {
        id: OrganizationId::parse(&format!("essai--{number:07}")).unwrap_or_else(|_| unreachable!()),
        source: "essai".to_owned(),
        name: text::organization(commune.name, chance),
        updated_on: TODAY - chance.random_range(0..900_i64).days(),
        description: None,
        source_page: None,
        siret: None,
        place: place(commune, chance),
        contact: Contact::default(),
        website: None,
        opening_hours: None,
        accessibility: None,
        networks: BTreeSet::new(),
        kind: None,
    }
}

fn resource(number: usize, of: &Organization, commune: &Commune, chance: &mut impl Rng) -> Resource {
    let paid = chance.random_bool(0.25);
    Resource {
        id: ResourceId::parse(&format!("essai--{number:07}")).unwrap_or_else(|_| unreachable!()),
        organization: of.id.clone(),
        source: "essai".to_owned(),
        name: text::activity(chance),
        description: text::description(commune.name, chance),
        updated_on: TODAY - chance.random_range(0..900_i64).days(),
        source_page: None,
        kind: pick(&ResourceKind::all().collect::<Vec<_>>(), chance),
        themes: some(&Theme::all().collect::<Vec<_>>(), 1..4, chance),
        cost: pick(&[if paid { Cost::Paid } else { Cost::Free }], chance),
        cost_note: paid.then(|| "participation libre".to_owned()),
        publics: publics(chance),
        publics_note: None,
        conditions: None,
        place: if chance.random_bool(0.8) { of.place.clone() } else { place(commune, chance) },
        contact: Contact { phone: Some("01 99 00 00 00".to_owned()), email: None },
        contact_name: None,
        welcome_modes: modes(chance),
        zones: zones(commune, chance),
        booking: None,
        ways_in: BTreeSet::from([WayIn::Telephone]),
        open_to: BTreeSet::new(),
        ways_in_note: None,
        weekly_hours: None,
        weeks: None,
        opening_hours: None,
        ties: ties(chance),
    }
}

fn publics(chance: &mut impl Rng) -> BTreeSet<Public> {
    if chance.random_bool(0.35) {
        return BTreeSet::from([Public::Everyone]);
    }
    let others: Vec<Public> = Public::all().filter(|public| *public != Public::Everyone).collect();
    some(&others, 1..4, chance)
}

fn modes(chance: &mut impl Rng) -> BTreeSet<WelcomeMode> {
    match chance.random_range(0..100) {
        0..75 => BTreeSet::from([WelcomeMode::OnSite]),
        75..90 => BTreeSet::from([WelcomeMode::OnSite, WelcomeMode::Remote]),
        90..97 => BTreeSet::from([WelcomeMode::Remote]),
        _ => BTreeSet::new(),
    }
}

fn zones(commune: &Commune, chance: &mut impl Rng) -> Vec<Zone> {
    let code = match chance.random_range(0..100) {
        0..35 => None,
        35..65 => Some(commune.departement.code),
        65..75 => Some(commune.code.as_str()),
        75..85 => commune.epci.map(|epci| epci.siren),
        _ => Some("france"),
    };
    code.and_then(Zone::parse).into_iter().collect()
}

/// Within two kilometres of the commune's centre, for nine out of ten.
fn place(commune: &Commune, chance: &mut impl Rng) -> Place {
    let mut near = || chance.random_range(-0.02..0.02);
    let point = commune.centre.and_then(|centre| Point::new(centre.lat + near(), centre.lon + near()));
    let point = point.filter(|_| chance.random_bool(0.9));
    Place {
        street: Some("12 rue de l’Essai".to_owned()),
        complement: None,
        postcode: commune.postcodes.first().map(|code| (*code).to_owned()),
        commune_name: Some(commune.name.to_owned()),
        commune: Some(commune.code.clone()),
        located: Located::judge(point, commune.centre),
    }
}

/// What a territory has learnt of one resource in three.
fn ties(chance: &mut impl Rng) -> Ties {
    if chance.random_bool(0.67) {
        return Ties::default();
    }
    let topics: Vec<Topic> = topics().iter().map(|topic| topic.code.clone()).collect();
    Ties {
        levers: pick(&Lever::all().collect::<Vec<_>>(), chance).into_iter().collect(),
        topics: some(&topics, 1..3, chance),
        format: pick(&Format::all().collect::<Vec<_>>(), chance),
        places: chance.random_bool(0.5).then(|| chance.random_range(0..12)),
        schedule: pick(&HOURS, chance).map(str::to_owned),
        wheelchair: pick(&Wheelchair::all().collect::<Vec<_>>(), chance),
        hearing_loop: chance.random_bool(0.3).then(|| chance.random_bool(0.3)),
        transport: pick(&Transport::all().collect::<Vec<_>>(), chance),
        accompanied_first_time: chance.random_bool(0.4),
        ages: chance.random_bool(0.3).then_some(Ages { from: Some(60), to: None }),
        ..Ties::default()
    }
}

fn pick<T: Clone>(all: &[T], chance: &mut impl Rng) -> Option<T> {
    all.get(chance.random_range(0..all.len())).cloned()
}

fn some<T: Clone + Ord>(all: &[T], count: std::ops::Range<usize>, chance: &mut impl Rng) -> BTreeSet<T> {
    (0..chance.random_range(count)).filter_map(|_| pick(all, chance)).collect()
}
