//! The index against plain code, over random directories and questions.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use kernel::commune::CommuneCode;
use proptest::prelude::*;
use proptest::sample::{Index as Pick, select, subsequence};

use super::super::*;
use super::{ORGANIZATION, lille, point, resource};
use crate::organization::OrganizationId;
use crate::place::{Located, Place};
use crate::resource::{Ages, Resource, ResourceId, Ties, Zone};
use crate::resource::{QualityDay, mean_quality, quality};
use crate::schedule::HalfDay;
use crate::vocabulary::{
    Coded, Cost, Format, Language, Lever, Public, ResourceKind, Theme, ThemeWish, Topic, Transport,
    WelcomeMode, Wheelchair,
};

const TODAY: Date = date(2026, 3, 31);
const WORDS: [&str; 16] = [
    "Chorale",
    "chorales",
    "jardin",
    "jardinage",
    "Jardin partagé",
    "visite à domicile",
    "personnes âgées",
    "mamie",
    "gymnastique",
    "gymnastiqe",
    "café",
    "l’écriture",
    "lien social",
    "Rencontres",
    "jeu",
    "jeudi",
];
/// Typed for whom; notes say some of it.
const PUBLIC_TEXTS: [&str; 7] =
    ["jeunes", "femme enceinte", "personnes âgées", "seniors isolés", "de la", "zzz", "public handicap"];
const NOTES: [&str; 3] = ["Femmes enceintes", "seniors isolées du quartier", "surtout les jeunes"];
const THEMES: [&str; 4] = [
    "remobilisation--lien-social",
    "remobilisation--benevolat-action-citoyenne",
    "famille--soutien-aidants",
    "sante--sante-mentale",
];
const HOURS: [&str; 4] = ["Mo 09:00-12:00", "Tu 14:00-18:30", "We[1] 17:00-20:00", "sur rendez-vous"];
const ZONES: [&str; 6] = ["59295", "59", "200040947", "99100", "france", "44"];

fn some_of<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Vec<T>> {
    let most = all.len().min(2);
    subsequence(all, 0..=most)
}

fn all<T: Coded + std::fmt::Debug>() -> Vec<T> {
    T::all().collect()
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(select(&WORDS[..]), 0..3).prop_map(|words| words.join(" "))
}

fn located() -> impl Strategy<Value = Place> {
    // A grid, so that distances are often the same.
    let at = (0_i32..12, 0_i32..12)
        .prop_map(|(north, east)| (50.0 + f64::from(north) / 8.0, 2.0 + f64::from(east) / 8.0));
    let communes = vec![None, Some("59350"), Some("59295"), Some("99999"), Some("59298")];
    (prop::option::of(at), select(communes), any::<bool>()).prop_map(|(at, commune, far)| Place {
        located: match at.map(|(lat, lon)| point(lat, lon)) {
            Some(point) if far => Located::Flagged { point, km: Some(99.0) },
            given => Located::judge(given, None),
        },
        commune: commune.and_then(CommuneCode::parse),
        ..Place::default()
    })
}

fn ties() -> impl Strategy<Value = Ties> {
    let ages = prop::option::of((prop::option::of(0_u8..70), prop::option::of(50_u8..99)));
    let topics = some_of(vec!["chant", "jardinage", "marche"]);
    (
        some_of(all::<Lever>()),
        topics,
        prop::option::of(select(all::<Format>())),
        some_of(vec!["ar", "fsl"]),
        (prop::option::of(select(all::<Wheelchair>())), prop::option::of(any::<bool>()), any::<bool>()),
        prop::option::of(select(vec![Transport::Pickup, Transport::Bus])),
        // Said full about as long ago as that is believed.
        (prop::option::of(0_u16..2), prop::option::of(-3_i64..3), prop::option::of(85_i64..95)),
        ages,
        (prop::option::of(select(&HOURS[..])), some_of(ZONES.to_vec())),
    )
        .prop_map(
            |(
                levers,
                topics,
                format,
                languages,
                (wheelchair, hearing_loop, accompanied),
                transport,
                full,
                ages,
                (schedule, homes),
            )| {
                let (places, full_until, checked) = full;
                Ties {
                    levers,
                    topics: topics.into_iter().filter_map(Topic::parse).collect(),
                    format,
                    languages: languages.into_iter().filter_map(Language::parse).collect(),
                    wheelchair,
                    hearing_loop,
                    accompanied_first_time: accompanied,
                    transport,
                    places,
                    full_until: full_until.map(|days| TODAY + days.days()),
                    verified_on: checked.map(|days| TODAY - days.days()),
                    ages: ages.map(|(from, to)| Ages { from, to }),
                    schedule: schedule.map(str::to_owned),
                    home_zones: homes.into_iter().filter_map(Zone::parse).collect(),
                    ..Ties::default()
                }
            },
        )
}

pub(super) fn any_resource() -> impl Strategy<Value = Resource> {
    (
        (0_u32..200, text(), text()),
        located(),
        (some_of(all::<WelcomeMode>()), some_of(ZONES.to_vec()), some_of(THEMES.to_vec())),
        (
            some_of(all::<Public>()),
            prop::option::of(select(all::<Cost>())),
            prop::option::of(select(all::<ResourceKind>())),
            prop::option::of(select(&NOTES[..])),
        ),
        ties(),
        (0_i64..900, select(vec!["dora", "france-travail"]), any::<bool>()),
    )
        .prop_map(
            |(
                (id, name, description),
                place,
                (modes, zones, themes),
                (publics, cost, kind, note),
                ties,
                (age, source, noted),
            )| Resource {
                name: format!("Atelier {name}"),
                description,
                place,
                welcome_modes: modes.into_iter().collect(),
                zones: zones.into_iter().filter_map(Zone::parse).collect(),
                themes: themes.into_iter().filter_map(Theme::from_code).collect(),
                publics: publics.into_iter().collect(),
                publics_note: note.map(str::to_owned),
                cost,
                cost_note: noted.then(|| "2 €".to_owned()),
                kind,
                ties,
                updated_on: TODAY - age.days(),
                source: source.to_owned(),
                ..resource(&format!("{id:03}"), None)
            },
        )
}

/// Each identifier once, as in the store.
pub(in crate::finder) fn any_directory(size: usize) -> impl Strategy<Value = Vec<Entry>> {
    let each_once = |mut resources: Vec<Resource>| {
        resources.sort_by(|a, b| a.id.cmp(&b.id));
        resources.dedup_by(|a, b| a.id == b.id);
        resources.into_iter().map(entry).collect()
    };
    prop::collection::vec(any_resource(), 0..size).prop_map(each_once)
}

fn entry(resource: Resource) -> Entry {
    let centre = resource.place.commune.is_some().then(lille);
    Entry::new(resource, ORGANIZATION.to_owned(), centre)
}

fn filters() -> impl Strategy<Value = Filters> {
    let wishes = some_of(vec!["remobilisation", "sante--sante-mentale", "numerique"]);
    (
        (wishes, some_of(all::<Public>()), some_of(all::<Cost>()), some_of(all::<WelcomeMode>())),
        (some_of(all::<ResourceKind>()), some_of(vec!["dora", "soliguide"]), some_of(all::<Lever>())),
        (some_of(vec!["chant", "marche"]), some_of(all::<Format>()), some_of(vec!["ar", "de"])),
        (some_of(Access::ALL.to_vec()), some_of(HalfDay::all().collect())),
        (
            prop::option::of(0.3..0.9_f64),
            prop::option::of(0_u8..99),
            prop::option::of(-3_i64..3),
            prop::option::of(8_i8..20),
        ),
        // Which of these lists are asked at all: with all of them nothing would ever be found.
        (prop::collection::vec(prop::bool::weighted(0.2), 17), select(&PUBLIC_TEXTS[..])),
    )
        .prop_map(
            |(
                (themes, publics, costs, modes),
                (kinds, sources, levers),
                (topics, formats, languages),
                (access, half_days),
                (least, age, days, hour),
                (asked, public_text),
            )| {
                let asked = |place: usize| asked[place];
                fn kept<T>(list: Vec<T>, asked: bool) -> Vec<T> {
                    if asked { list } else { Vec::new() }
                }
                Filters {
                    themes: kept(themes.into_iter().filter_map(ThemeWish::from_code).collect(), asked(0)),
                    publics: kept(publics, asked(1)),
                    public_text: PublicText::new(public_text).filter(|_| asked(16)),
                    costs: kept(costs, asked(2)),
                    welcome_modes: kept(modes, asked(3)),
                    kinds: kept(kinds, asked(4)),
                    sources: kept(sources.into_iter().map(str::to_owned).collect(), asked(5)),
                    levers: kept(levers, asked(6)),
                    topics: kept(topics.into_iter().filter_map(Topic::parse).collect(), asked(7)),
                    formats: kept(formats, asked(8)),
                    languages: kept(languages.into_iter().filter_map(Language::parse).collect(), asked(9)),
                    access: kept(access, asked(10)),
                    half_days: kept(half_days, asked(11)),
                    quality: least.filter(|_| asked(12)).map(|least| (least, TODAY)),
                    age: age.filter(|_| asked(13)),
                    open_on: days.filter(|_| asked(14)).map(|days| TODAY + days.days()),
                    open_at: hour.filter(|_| asked(15)).map(|hour| TODAY.at(hour, 30, 0, 0)),
                }
            },
        )
}

fn near() -> impl Strategy<Value = Near> {
    (
        select(vec!["59295", "59350", "44109"]),
        any::<[bool; 2]>(),
        prop::option::weighted(0.9, (50.0..51.5_f64, 2.0..3.5_f64)),
        0.0..80.0_f64,
        any::<[bool; 3]>(),
    )
        .prop_map(
            |(commune, [in_epci, in_city], from, radius_km, [exact, with_reserved, with_remote])| Near {
                commune: CommuneCode::parse(commune).unwrap(),
                city: in_city.then(|| CommuneCode::parse("44109").unwrap()),
                epci: in_epci.then(|| "200040947".to_owned()),
                from: from.map(|(lat, lon)| point(lat, lon)),
                radius_km,
                placing: if exact { Placing::Exact } else { Placing::CommuneCentre },
                with_reserved,
                with_remote,
            },
        )
}

pub(super) fn any_query() -> impl Strategy<Value = Query> {
    let typed = prop_oneof![2 => Just(String::new()), 3 => text(), 2 => "(chor|jard|gymnastqie|jeux|rompre l’isolement|zzz)"];
    let hopes = some_of(vec![
        Facet::new(Family::Topic, "chant"),
        Facet::new(Family::Lever, "gather"),
        Facet::new(Family::Theme, "remobilisation"),
    ]);
    (typed, prop::option::of(near()), filters(), any::<bool>(), (1_u32..4, 1_u32..20), hopes).prop_map(
        |(text, near, filters, people, (number, size), hopes)| Query {
            hopes,
            text,
            near,
            filters,
            order: if people { Order::People } else { Order::Exchange },
            page: Page::new(number, size).unwrap(),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn the_index_finds_what_plain_code_finds(entries in any_directory(80), query in any_query()) {
        let view = View::of(&entries).unwrap();
        let reference = Reference::new(entries);
        let (found, counts) = view.find_and_count(&query);
        prop_assert_eq!(found, reference.find(&query));
        prop_assert_eq!(counts, reference.count(&query));
    }

    #[test]
    fn each_public_is_counted_as_choosing_it_gives(entries in any_directory(60), query in any_query()) {
        let view = View::of(&entries).unwrap();
        let (_, counts) = view.find_and_count(&query);
        let reference = Reference::new(entries);
        for public in Public::all().filter(|public| *public != Public::Everyone) {
            let filters = Filters { publics: vec![public], ..query.filters.clone() };
            let chosen = Query { filters, ..query.clone() };
            prop_assert_eq!(counts.for_public(public), reference.find(&chosen).total);
        }
    }

    #[test]
    fn a_view_brought_up_to_date_finds_what_a_new_one_finds(
        before in any_directory(50),
        changes in prop::collection::vec(any_directory(10), 1..4),
        gone in prop::collection::vec(any::<Pick>(), 0..8),
        query in any_query(),
    ) {
        let mut view = View::of(&before).unwrap();
        let mut now: std::collections::BTreeMap<ResourceId, Entry> =
            before.into_iter().map(|entry| (entry.resource().id.clone(), entry)).collect();
        for changed in changes {
            let changed = changed.into_iter().map(|entry| (entry.resource().id.clone(), entry));
            now.extend(changed.clone());
            view = view.after(changed.map(|(id, entry)| (id, Some(entry)))).unwrap();
        }
        let ids: Vec<ResourceId> = now.keys().cloned().collect();
        let gone: BTreeSet<ResourceId> = gone.iter().filter(|_| !ids.is_empty()).map(|pick| pick.get(&ids).clone()).collect();
        now.retain(|id, _| !gone.contains(id));
        view = view.after(gone.into_iter().map(|id| (id, None))).unwrap();

        prop_assert_eq!(view.len(), now.len());
        let expected = mean_quality(now.values().map(|entry| quality(entry.resource(), TODAY)));
        let organization = OrganizationId::parse("dora--1").unwrap();
        // Added up in another order, a mean may fall on the other side of half a hundredth.
        prop_assert!((view.quality_of(&organization, &QualityDay::of(TODAY)) - expected).abs() < 0.0101);
        let reference = Reference::new(now.into_values().collect());
        let (found, counts) = view.find_and_count(&query);
        prop_assert_eq!(found, reference.find(&query));
        prop_assert_eq!(counts, reference.count(&query));
        for communes in [vec![], vec!["59350"], vec!["59295", "59350"], vec!["59298", "59295"]] {
            let communes: Vec<CommuneCode> = communes.into_iter().filter_map(CommuneCode::parse).collect();
            prop_assert_eq!(view.count_in(communes.iter()), reference.count_in(&communes));
        }
    }

    #[test]
    fn pages_cut_the_ordered_hits_without_loss_or_overlap(entries in any_directory(60), query in any_query()) {
        let view = View::of(&entries).unwrap();
        let whole = view.find(&Query { page: Page::default(), ..query.clone() });
        prop_assert_eq!(whole.hits.len(), whole.total);
        let mut paged = Vec::new();
        for number in 1..=u32::try_from(query.page.count_for(whole.total)).unwrap() {
            let page = Page::new(number, query.page.size()).unwrap();
            let found = view.find(&Query { page, ..query.clone() });
            prop_assert_eq!(found.total, whole.total);
            paged.extend(found.hits);
        }
        prop_assert_eq!(paged, whole.hits);
    }

    #[test]
    fn hits_come_in_one_order_whatever_the_order_entries_were_given_in(
        entries in any_directory(40), query in any_query(),
    ) {
        let forwards = View::of(&entries).unwrap().find(&query);
        prop_assert_eq!(View::of(entries.iter().rev()).unwrap().find(&query), forwards);
    }

    #[test]
    fn a_quality_asked_for_is_reached(entries in any_directory(30), least in 0.0..1.0_f64) {
        let query = Query { filters: Filters { quality: Some((least, TODAY)), ..Filters::default() }, ..Query::default() };
        let expected = entries.iter().filter(|entry| quality(entry.resource(), TODAY) >= least).count();
        prop_assert_eq!(View::of(&entries).unwrap().find(&query).total, expected);
    }
}
