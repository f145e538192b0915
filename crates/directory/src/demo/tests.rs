use std::collections::BTreeSet;

use super::*;
use crate::finder::{self, Query};
use crate::testing::story;
use crate::vocabulary::{Lever, topics};

#[tokio::test]
async fn the_territory_is_loaded_once_and_found() {
    story(|test| async move {
        let now = test.app.clock().now();
        let loaded = load(test.app.db(), now).await.unwrap();
        assert!(loaded.organizations >= 43 && loaded.resources >= 123, "{loaded:?}");
        let first = finder::current(&test.app).await.unwrap();
        assert_eq!(first.len(), loaded.resources);

        assert_eq!(load(test.app.db(), now).await.unwrap(), loaded);
        let second = finder::current(&test.app).await.unwrap();
        assert!(std::sync::Arc::ptr_eq(&first, &second), "nothing changed, so nothing is read again");
    })
    .await;
}

#[tokio::test]
async fn what_the_territory_learns_is_seen_at_once_and_loading_again_puts_it_back() {
    story(|test| async move {
        let now = test.app.clock().now();
        load(test.app.db(), now).await.unwrap();
        let id = crate::resource::ResourceId::parse("demo--repas-du-jeudi").unwrap();
        let places = async || {
            let view = finder::current(&test.app).await.unwrap();
            let hits = view.find(&Query { text: "repas du jeudi".to_owned(), ..Query::default() }).hits;
            let shown = finder::listed(&mut test.tx().await, hits).await.unwrap();
            let meal = shown.iter().find(|listed| listed.hit.id == id).unwrap();
            meal.entry.resource().ties.places
        };
        assert_eq!(places().await, Some(5));

        let mut tx = test.tx().await;
        let (mut meal, _) = resource::find(&mut tx, &id).await.unwrap().unwrap();
        meal.ties.places = Some(1);
        assert_eq!(resource::put(&mut tx, &meal, now).await.unwrap(), Outcome::Updated);
        tx.commit().await.unwrap();
        assert_eq!(places().await, Some(1));

        load(test.app.db(), now).await.unwrap();
        assert_eq!(places().await, Some(5));
    })
    .await;
}

#[test]
fn the_three_town_halls_are_the_real_ones() {
    let (halls, counters) = town_halls::all();
    assert_eq!((halls.len(), counters.len()), (3, 3));
    for hall in &halls {
        assert!(hall.place.located.trusted().is_some(), "{hall:?}");
        assert!(hall.contact.phone.is_some() && hall.opening_hours.is_some(), "{hall:?}");
    }
}

#[test]
fn every_lever_has_resources_and_every_coordinate_is_believed() {
    let organizations = files::organizations().unwrap();
    let resources = files::resources(&organizations).unwrap();
    for lever in Lever::ALL {
        let count = resources.iter().filter(|resource| resource.ties.levers.contains(lever)).count();
        assert!(count >= 5, "{lever:?}: {count}");
    }
    assert!(resources.iter().all(|resource| resource.place.located.trusted().is_some()));
}

#[test]
fn every_topic_of_a_resource_is_in_the_territory_s_list() {
    let listed: BTreeSet<&str> = topics().iter().map(|topic| topic.code.as_str()).collect();
    let organizations = files::organizations().unwrap();
    for resource in files::resources(&organizations).unwrap() {
        for topic in &resource.ties.topics {
            assert!(listed.contains(topic.as_str()), "{}: {}", resource.id, topic.as_str());
        }
    }
}

#[tokio::test]
async fn the_choir_is_found_by_its_beginning() {
    story(|test| async move {
        load(test.app.db(), test.app.clock().now()).await.unwrap();
        let snapshot = finder::current(&test.app).await.unwrap();
        let found = snapshot.find(&Query { text: "chora".to_owned(), ..Query::default() });
        assert!(found.total > 0);
    })
    .await;
}

#[test]
fn every_schedule_of_the_territory_can_be_said() {
    let organizations = files::organizations().unwrap();
    let schedules =
        files::resources(&organizations).unwrap().into_iter().filter_map(|resource| resource.ties.schedule);
    let hours = organizations.iter().filter_map(|organization| organization.opening_hours.clone());
    let halls = town_halls::all().0.into_iter().filter_map(|hall| hall.opening_hours);
    for text in schedules.chain(hours).chain(halls) {
        assert!(crate::schedule::Schedule::parse(&text).is_some(), "{text}");
    }
}
