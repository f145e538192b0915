//! What tiles hold, square by square, and through HTTP on both engines.

use std::collections::BTreeSet;
use std::io::Read;

use axum::http::StatusCode;
use axum::http::header::ACCEPT_ENCODING;
use kernel::geo::Point;
use platform::testing::{Browser, Page};
use proptest::prelude::*;

use super::cloud::Cloud;
use super::encode::{self, Feature};
use super::square::Tile;
use crate::testing::in_the_demo;

fn at<N: TryInto<usize>>(number: N) -> usize {
    number.try_into().ok().unwrap()
}

fn small(number: u64) -> u32 {
    number.try_into().unwrap()
}

/// Every tile of a zoom in which something lies, found by looking closer and closer.
fn tiles(cloud: &Cloud, zoom: u32) -> Vec<Tile> {
    let mut all = vec![(0, 0)];
    for z in 0..=zoom {
        all.retain(|(x, y)| !cloud.marks(Tile::new(z, *x, *y).unwrap()).is_empty());
        if z < zoom {
            let quarters =
                |(x, y): (u32, u32)| [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(e, s)| (2 * x + e, 2 * y + s));
            all = all.into_iter().flat_map(quarters).collect();
        }
    }
    all.into_iter().map(|(x, y)| Tile::new(zoom, x, y).unwrap()).collect()
}

fn places() -> impl Strategy<Value = Vec<(u32, Point)>> {
    let place = prop_oneof![
        (-20_i32..20, -20_i32..20)
            .prop_map(|(north, east)| (45.7 + f64::from(north) / 500.0, 4.9 + f64::from(east) / 500.0)),
        (-89.0..89.0_f64, -180.0..180.0_f64),
    ];
    let places = prop::collection::vec(place, 0..60);
    places.prop_map(|all| {
        (0..).zip(all).map(|(number, (lat, lon))| (number, Point::new(lat, lon).unwrap())).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn tiles_of_a_zoom_hold_every_place_once(places in places(), zoom in 0..=Tile::CLOSEST) {
        let cloud = Cloud::of(&places);
        let mut held: Vec<u32> = Vec::new();
        for tile in tiles(&cloud, zoom) {
            for mark in cloud.marks(tile) {
                prop_assert!(mark.at.0 < Tile::UNITS && mark.at.1 < Tile::UNITS, "{:?}", mark.at);
                let spots: BTreeSet<_> = mark.numbers.iter().map(|number| {
                    let (_, point) = places[at(*number)];
                    (point.lat.to_bits(), point.lon.to_bits())
                }).collect();
                prop_assert!(!mark.is_one_spot || spots.len() == 1);
                prop_assert!(zoom < Tile::CLOSEST || mark.is_one_spot);
                held.extend(mark.numbers);
            }
        }
        held.sort_unstable();
        prop_assert_eq!(held, (0..u32::try_from(places.len()).unwrap()).collect::<Vec<_>>());
    }
}

#[test]
fn a_group_lies_in_the_middle_of_what_it_stands_for() {
    let place = |number, lon| (number, Point::new(45.0, lon).unwrap());
    let cloud = Cloud::of(&[place(1, 4.990), place(2, 4.992), place(3, 4.997)]);
    let [mark] = &cloud.marks(Tile::new(5, 16, 11).unwrap())[..] else { panic!("one group") };
    assert_eq!((mark.numbers.len(), mark.is_one_spot), (3, false));
    // 4.993° E is 0.0838 of the way from 0° to 11.25°… of a tile that begins at 0°.
    let east = 4.993 / 11.25 * f64::from(Tile::UNITS);
    assert!((f64::from(mark.at.0) - east).abs() < 1.0, "{:?} {east}", mark.at);
}

/// Reads protocol buffers as their guide says: field, then a number or bytes.
fn fields(mut bytes: &[u8]) -> Vec<(u64, u64, &[u8])> {
    fn number(bytes: &mut &[u8]) -> u64 {
        let mut value = 0;
        for shift in (0..).step_by(7) {
            let (first, rest) = bytes.split_first().unwrap();
            *bytes = rest;
            value |= u64::from(first & 0x7f) << shift;
            if first & 0x80 == 0 {
                break;
            }
        }
        value
    }
    let mut fields = Vec::new();
    while !bytes.is_empty() {
        let head = number(&mut bytes);
        let value = number(&mut bytes);
        let (content, rest) = match head & 7 {
            0 => (&bytes[..0], bytes),
            2 => bytes.split_at(at(value)),
            kind => panic!("kind {kind}"),
        };
        bytes = rest;
        fields.push((head >> 3, value, content));
    }
    fields
}

/// Features of a tile, with their properties in the order of its keys.
fn read(tile: &[u8]) -> Vec<Feature> {
    let Some((3, _, layer)) = fields(tile).first().copied() else { return Vec::new() };
    let layer = fields(layer);
    let of =
        |field: u64| layer.iter().filter(move |(number, ..)| *number == field).map(|(_, _, bytes)| *bytes);
    assert!(layer.contains(&(15, 2, &[])) && layer.contains(&(5, 4096, &[])) && of(1).eq([&b"points"[..]]));
    assert!(of(3).eq([&b"ids"[..], b"count"]));
    let values: Vec<&[u8]> = of(4).collect();
    let packed = |bytes: &[u8]| {
        let mut numbers = Vec::new();
        let mut value = 0_u64;
        let mut shift = 0;
        for byte in bytes {
            value |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                numbers.push(std::mem::take(&mut value));
                shift = 0;
            }
        }
        numbers
    };
    let feature = |bytes: &[u8]| {
        let parts = fields(bytes);
        let part = |field: u64| parts.iter().find(|(number, ..)| *number == field).unwrap();
        assert_eq!(part(3).1, 1, "a point");
        let geometry = packed(part(4).2);
        let [9, x, y] = geometry[..] else { panic!("{geometry:?}") };
        let mut read = Feature { at: (small(x / 2), small(y / 2)), ids: None, count: 0 };
        for tag in packed(part(2).2).chunks(2) {
            match (tag[0], fields(values[at(tag[1])])[0]) {
                (0, (1, _, text)) => read.ids = Some(String::from_utf8(text.to_vec()).unwrap()),
                (1, (5, count, _)) => read.count = count,
                other => panic!("{other:?}"),
            }
        }
        read
    };
    of(2).map(feature).collect()
}

#[test]
fn a_tile_reads_back_as_the_specification_says() {
    let feature = |at, ids: Option<&str>, count| Feature { at, ids: ids.map(str::to_owned), count };
    let features = [
        feature((0, 4_095), Some("dora--1\nodspep--2"), 2),
        feature((127, 128), None, 300_000),
        feature((2_048, 1), Some("a"), 1),
    ];
    assert_eq!(read(&encode::tile(&features)), features);
    assert!(encode::tile(&[]).is_empty());
}

async fn tile(browser: &mut Browser, (z, x, y): (u32, u32, u32), query: &str) -> Vec<Feature> {
    let page = browser.get(&format!("/map/points/{z}/{x}/{y}{query}")).await;
    page.is(StatusCode::OK);
    read(&page.bytes)
}

/// Identifiers drawn at the closest look, going down only where something is.
async fn drawn(browser: &mut Browser, query: &str) -> BTreeSet<String> {
    let mut open = vec![(0, 0, 0)];
    let mut ids = BTreeSet::new();
    while let Some((z, x, y)) = open.pop() {
        let features = tile(browser, (z, x, y), query).await;
        if z == Tile::CLOSEST {
            ids.extend(
                features
                    .iter()
                    .flat_map(|feature| feature.ids.as_deref().unwrap().lines().map(str::to_owned)),
            );
        } else if !features.is_empty() {
            open.extend([(0, 0), (1, 0), (0, 1), (1, 1)].map(|(e, s)| (z + 1, 2 * x + e, 2 * y + s)));
        }
    }
    ids
}

fn listed(page: &Page) -> BTreeSet<String> {
    let rows = page.body.split("data-point=\"").skip(1);
    let placed = rows.filter(|row| row.split('>').next().unwrap().contains("data-spot"));
    placed.map(|row| row.split('"').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_map_draws_what_the_list_names() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        for query in ["?pres_de=Bron&rayon=2&q=jardin", "?q=repas&pres_de=Lyon"] {
            let page = browser.get(&format!("/ressources{query}")).await;
            let listed = listed(&page);
            assert!(listed.len() > 1 && listed.len() < 20, "{query}: one page has them all");
            assert_eq!(drawn(&mut browser, query).await, listed, "{query}");
            let all: u64 =
                tile(&mut browser, (0, 0, 0), query).await.iter().map(|feature| feature.count).sum();
            assert_eq!(at(all), listed.len());
        }
        assert!(browser.get("/ressources?q=jardin").await.body.contains("data-bounds=\"4."));
        assert!(tile(&mut browser, (0, 0, 0), "?q=zzzzzz").await.is_empty());
        assert!(tile(&mut browser, (0, 0, 0), "?pres_de=Nullepart").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_tile_already_known_is_not_sent_again_and_follows_changes() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let path = "/map/points/0/0/0?q=repas";
        let first = browser.get(path).await;
        assert_eq!(first.headers["content-type"], "application/vnd.mapbox-vector-tile");
        let mark = first.headers["etag"].to_str().unwrap().to_owned();
        let again = browser.get_knowing(path, &mark).await;
        again.is(StatusCode::NOT_MODIFIED);
        let mut tx = test.tx().await;
        let change = crate::stored::Change::begin(&mut tx, test.app.clock().now()).await.unwrap();
        crate::resource::mark_gone(&mut tx, "demo--repas-du-jeudi", change).await.unwrap();
        tx.commit().await.unwrap();
        browser.get_knowing(path, &mark).await.is(StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn a_tile_is_sent_compressed_to_whoever_can_read_it() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        let path = "/map/points/8/131/91";
        let plain = browser.get(path).await;
        assert!(plain.headers.get("content-encoding").is_none());
        let packed = browser.get_with(path, ACCEPT_ENCODING, "gzip").await;
        assert_eq!(packed.headers["content-encoding"], "gzip");
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(packed.bytes.as_slice()).read_to_end(&mut bytes).unwrap();
        assert!(!bytes.is_empty() && bytes == plain.bytes);
        assert_eq!(packed.headers["etag"], plain.headers["etag"]);
    })
    .await;
}

#[tokio::test]
async fn what_is_outside_the_map_or_no_tile_is_told_so() {
    in_the_demo(|test| async move {
        let mut browser = test.browser();
        for path in ["1/2/0", "15/0/0", "99/0/0", "4294967296/0/0", "-1/0/0", "0/0/zero", "0/0/0.5", "a/b/c"]
        {
            let status = browser.get(&format!("/map/points/{path}")).await.status;
            assert!([StatusCode::NOT_FOUND, StatusCode::BAD_REQUEST].contains(&status), "{path}: {status}");
        }
        let places = "/map/places.json?id=demo--repas-du-jeudi&id=demo--nothing&id=%00";
        let places: serde_json::Value = serde_json::from_str(&browser.get(places).await.body).unwrap();
        assert_eq!(places.as_array().unwrap().len(), 1);
        assert_eq!(places[0]["url"], "/ressources/demo--repas-du-jeudi");
    })
    .await;
}
