//! What leaves comes back whole, and is what the specification says.

use std::collections::BTreeSet;

use jiff::Timestamp;
use kernel::geo::Point;
use platform::testing::TestApp;
use serde_json::{Value, json};

use super::super::{Format, hsds};
use super::{Folder, all, exported, story};
use crate::contact::WebLink;
use crate::exchange::data_inclusion::{Event, import};
use crate::gazetteer::Gazetteer;
use crate::organization::{self, Organization};
use crate::place::Located;
use crate::resource::{self, Resource, Ties};
use crate::testing;
use crate::vocabulary::{Coded, Network, OrganizationKind};

/// Writes one resource back without anything this territory knows.
async fn forget_ties(test: &TestApp, resource: &Resource) {
    let mut tx = test.app.db().begin().await.unwrap();
    let bare = Resource { ties: Ties::default(), ..resource.clone() };
    resource::put(&mut tx, &bare, test.app.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_a_territory_knows_survives_a_round_trip() {
    story(|test, folder| async move {
        let now = test.app.clock().now();
        let mut private = all(&test).await[0].clone();
        let id = private.organization.clone();
        let mut tx = test.app.db().begin().await.unwrap();
        let (mut known, _) = organization::find(&mut tx, &id).await.unwrap().unwrap();
        known.networks.insert(Network::from_code("monalisa").unwrap());
        known.kind = Some(OrganizationKind::CitizenTeam);
        organization::put(&mut tx, &known, now).await.unwrap();
        private.ties.referral_email = kernel::contact::Email::parse("orientation@exemple.fr");
        resource::put(&mut tx, &private, now).await.unwrap();
        tx.commit().await.unwrap();
        let before = all(&test).await;
        let done = exported(&test, Format::Maillage, &folder.0).await;
        assert_eq!(usize::try_from(done.resources).unwrap(), before.len());

        for resource in &before {
            forget_ties(&test, resource).await;
        }
        let mut tx = test.app.db().begin().await.unwrap();
        let bare = organization::Organization { kind: None, networks: BTreeSet::new(), ..known.clone() };
        organization::put(&mut tx, &bare, now).await.unwrap();
        tx.commit().await.unwrap();
        assert!(all(&test).await.iter().all(|resource| resource.ties == Ties::default()));

        let files = || (folder.open("structures.ndjson"), folder.open("services.ndjson"));
        let report = import(test.app.db(), now, files(), &mut |_| ()).await.unwrap();
        assert_eq!((report.structures.refused, report.services.refused), (0, 0));
        assert_eq!(all(&test).await, before);
        let (back, _) = organization::find(&mut test.tx().await, &id).await.unwrap().unwrap();
        assert_eq!(back, known);
        let again = import(test.app.db(), now, files(), &mut |_| ()).await.unwrap();
        assert!(!again.changed(), "{again:?}");
    })
    .await;
}

/// Everything listed, to be compared.
async fn everything(test: &TestApp) -> Held {
    let organizations = organization::page_after(&mut test.tx().await, "", 10_000).await.unwrap();
    (organizations, all(test).await)
}

/// A territory whose entries say all they can, private parts too.
async fn enrich(test: &TestApp) {
    let now = test.app.clock().now();
    let (organizations, resources) = everything(test).await;
    let mut tx = test.app.db().begin().await.unwrap();
    for (number, mut one) in (0..).zip(organizations) {
        one.networks.extend(["mjc", "monalisa"].iter().filter_map(|code| Network::from_code(code)));
        one.kind = Some(OrganizationKind::CitizenTeam);
        one.siret = Some(format!("{number:014}"));
        one.website = WebLink::parse("https://exemple.fr/site?a=b");
        one.accessibility = WebLink::parse("https://acceslibre.beta.gouv.fr/app/x/");
        one.description = if number % 2 == 0 { None } else { one.description };
        organization::put(&mut tx, &one, now).await.unwrap();
    }
    for (number, mut one) in (0_u16..).zip(resources) {
        one.cost_note = Some("2 € la séance, gratuit la première fois".to_owned());
        one.publics_note = Some("surtout les personnes seules".to_owned());
        one.conditions = (number % 3 == 0).then(|| "Être adhérent".to_owned());
        one.contact_name = Some("Une Personne".to_owned());
        one.booking = WebLink::parse("https://exemple.fr/inscription");
        one.source_page = WebLink::parse("https://exemple.fr/fiche");
        one.weekly_hours = Some(1.5);
        one.weeks = Some(30);
        one.opening_hours = Some("Mo-Fr 09:00-12:00; PH off".to_owned());
        one.ties.places = Some(number % 4);
        one.ties.full_until = (number % 5 == 0).then(|| jiff::civil::date(2026, 12, 24));
        one.ties.referral_email = kernel::contact::Email::parse("orientation@exemple.fr");
        one.place.located = match number % 4 {
            0 => Located::Missing,
            1 => Located::judge(Point::new(45.0, 6.0), centre(&one)),
            _ => one.place.located,
        };
        one.place.street = one.place.street.filter(|_| number % 6 != 0);
        resource::put(&mut tx, &one, now).await.unwrap();
    }
    tx.commit().await.unwrap();
}

fn centre(resource: &Resource) -> Option<Point> {
    Gazetteer::load().current(resource.place.commune.as_ref()?)?.centre
}

type Held = (Vec<Organization>, Vec<Resource>);

/// A second, empty directory that reads those files holds exactly that.
async fn read_elsewhere(
    folder: &Folder,
    (structures, services): (&str, &str),
    now: Timestamp,
    wanted: &Held,
) {
    testing::story(async |second: TestApp| {
        let mut refused = Vec::new();
        let mut tell = |event: Event<'_>| {
            if let Event::Refused { row, .. } = event {
                refused.push(format!("{row:?}"));
            }
        };
        let files = (folder.open(structures), folder.open(services));
        import(second.app.db(), now, files, &mut tell).await.unwrap();
        assert_eq!(refused, Vec::<String>::new());
        assert_same(&everything(&second).await, wanted);
    })
    .await;
}

#[tokio::test]
async fn a_whole_territory_is_read_back_into_an_empty_directory() {
    story(|test, folder| async move {
        let plain = everything(&test).await;
        for round in [0, 1] {
            if round == 1 {
                enrich(&test).await;
            }
            let (organizations, resources) = everything(&test).await;
            assert!(organizations.len() > 40 && resources.len() > 100);
            assert_eq!(round == 0, (&organizations, &resources) == (&plain.0, &plain.1));
            exported(&test, Format::Maillage, &folder.0).await;
            exported(&test, Format::Hsds, &folder.0).await;
            let now = test.app.clock().now();
            let whole = (organizations, resources);
            read_elsewhere(&folder, ("structures.ndjson", "services.ndjson"), now, &whole).await;
            let mut public = whole;
            for one in &mut public.1 {
                one.ties.referral_email = None;
                one.contact_name = None;
            }
            read_elsewhere(&folder, ("organizations.json", "services.json"), now, &public).await;
        }
    })
    .await;
}

/// One by one, so that a failure shows the entry it is about.
fn assert_same(found: &Held, wanted: &Held) {
    for (found, wanted) in found.0.iter().zip(&wanted.0) {
        assert_eq!(found, wanted);
    }
    for (found, wanted) in found.1.iter().zip(&wanted.1) {
        assert_eq!(found, wanted);
    }
    assert_eq!((found.0.len(), found.1.len()), (wanted.0.len(), wanted.1.len()));
}

#[tokio::test]
async fn a_field_our_part_does_not_say_stays_as_it_is_held() {
    story(|test, folder| async move {
        let now = test.app.clock().now();
        enrich(&test).await;
        let (organizations, before) = everything(&test).await;
        exported(&test, Format::Maillage, &folder.0).await;
        let only = |name: &str, own: Value| {
            let lines = folder
                .read(name)
                .lines()
                .map(|line| {
                    let mut row: Value = serde_json::from_str(line).unwrap();
                    row["maillage"] = own.clone();
                    row.to_string() + "\n"
                })
                .collect::<String>();
            std::fs::write(folder.0.join(name), lines).unwrap();
        };
        only("services.ndjson", json!({ "places": 9, "season_note": null }));
        only("structures.ndjson", json!({}));
        let files = (folder.open("structures.ndjson"), folder.open("services.ndjson"));
        let report = import(test.app.db(), now, files, &mut |_| ()).await.unwrap();
        assert_eq!((report.structures.refused, report.services.refused), (0, 0));
        let mut wanted = before;
        for one in &mut wanted {
            one.ties.places = Some(9);
            one.ties.season_note = None;
        }
        assert_same(&everything(&test).await, &(organizations.clone(), wanted.clone()));

        exported(&test, Format::DataInclusion, &folder.0).await;
        let files = (folder.open("structures.ndjson"), folder.open("services.ndjson"));
        import(test.app.db(), now, files, &mut |_| ()).await.unwrap();
        for one in &mut wanted {
            one.contact_name = None;
        }
        assert_same(&everything(&test).await, &(organizations, wanted));
    })
    .await;
}

#[tokio::test]
async fn every_object_of_hsds_is_what_the_specification_says() {
    story(|test, folder| async move {
        let mut held = hsds::schema_tests::Held::default();
        for is_rich in [false, true] {
            if is_rich {
                enrich(&test).await;
            }
            exported(&test, Format::Hsds, &folder.0).await;
            for (name, file) in [("organization", "organizations.json"), ("service", "services.json")] {
                let objects: Vec<Value> = serde_json::from_str(&folder.read(file)).unwrap();
                objects.iter().for_each(|object| held.look(name, object));
            }
            held.begin_another();
        }
        assert_eq!(held.wrongs, Vec::<String>::new());
        // Every kind of object the table knows was there to be looked at.
        assert_eq!(held.seen.len(), 15, "{:?}", held.seen);
    })
    .await;
}
