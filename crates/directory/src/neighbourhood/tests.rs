//! Outlines brought by whoever verifies, and what anybody then reads, on both engines.

use axum::http::StatusCode;
use kernel::geo::Point;
use platform::testing::{Browser, Page, TestApp};
use serde_json::{Value, json};

use super::fault::Fault;
use super::{LARGEST, read};
use crate::finder;
use crate::resource::{self, ResourceId};
use crate::testing::{in_the_demo, in_the_demo_with_a_team, json_ld};
use crate::vocabulary::{Coded, Lever};

const DEMO: &str = "/quartiers/DEMO-01";

/// A square of some 400 m at Bron, of longitude first.
fn square() -> Value {
    json!([[[4.910, 45.733], [4.915, 45.733], [4.915, 45.737], [4.910, 45.737], [4.910, 45.733]]])
}

fn feature(name: &str, geometry: &Value) -> Value {
    json!({ "type": "Feature", "properties": { "NOM_QP": name, "CODE_QP": "QN06901M" }, "geometry": geometry })
}

fn collection(features: &[Value]) -> Value {
    json!({ "type": "FeatureCollection", "features": features })
}

fn polygon(coordinates: &Value) -> Value {
    collection(&[feature("Terraillon", &json!({ "type": "Polygon", "coordinates": coordinates }))])
}

fn read_json(value: &Value) -> Result<Vec<super::Neighbourhood>, Fault> {
    read(value.to_string().as_bytes())
}

#[test]
fn an_outline_is_read_as_publishers_write_it() {
    let [one] = &read_json(&polygon(&square())).unwrap()[..] else { panic!("one") };
    assert_eq!((one.code.as_str(), one.name.as_str()), ("QN06901M", "Terraillon"));
    assert_eq!(one.commune.as_str(), "69029");
    let multi = json!({ "type": "MultiPolygon", "coordinates": [square()] });
    assert_eq!(read_json(&collection(&[feature("Terraillon", &multi)])).unwrap()[0].outline, one.outline);
    assert_eq!(
        read_json(&feature("Terraillon", &multi)).unwrap()[0].outline,
        one.outline,
        "a single feature"
    );
    let mut usual = polygon(&square());
    usual["crs"] = json!({ "type": "name", "properties": { "name": "urn:ogc:def:crs:OGC:1.3:CRS84" } });
    assert!(read_json(&usual).is_ok());
    let with_mark = [b"\xef\xbb\xbf", usual.to_string().as_bytes()].concat();
    assert!(read(&with_mark).is_ok());
    let high = json!([[[4.910, 45.733, 180.0], [4.915, 45.733, 181.0], [4.915, 45.737, 180.0]]]);
    assert_eq!(read_json(&polygon(&high)).unwrap()[0].outline[0].outer.len(), 4, "closed, without heights");
    let unnamed = json!({ "type": "Feature", "properties": { "nom": "Les Tilleuls !" }, "geometry":
        { "type": "Polygon", "coordinates": square() } });
    assert_eq!(read_json(&unnamed).unwrap()[0].code, "les-tilleuls");
}

#[test]
fn a_file_that_cannot_be_meant_is_told_by_its_fault() {
    let which = || "1 (Terraillon)".to_owned();
    let mut lambert = polygon(&square());
    lambert["crs"] = json!({ "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::2154" } });
    let metres = json!([[[848_000.0, 6_518_000.0], [848_400.0, 6_518_000.0], [848_400.0, 6_518_400.0]]]);
    let swapped = json!([[[45.733, 4.910], [45.733, 4.915], [45.737, 4.915], [45.733, 4.910]]]);
    let at_sea = json!([[[-30.0, 40.0], [-30.0, 40.1], [-30.1, 40.1], [-30.0, 40.0]]]);
    let line = json!([[[4.910, 45.733], [4.915, 45.733], [4.910, 45.733]]]);
    let vast = json!([[[4.5, 45.5], [5.3, 45.5], [5.3, 46.0], [4.5, 46.0], [4.5, 45.5]]]);
    let square_of = |name: &str| feature(name, &json!({ "type": "Polygon", "coordinates": square() }));
    let cases = [
        (lambert, Fault::OtherCoordinates),
        (polygon(&metres), Fault::OtherCoordinates),
        (polygon(&swapped), Fault::Swapped { which: which() }),
        (polygon(&at_sea), Fault::Elsewhere { which: which() }),
        (polygon(&line), Fault::NoSurface { which: which() }),
        (polygon(&json!([])), Fault::NoSurface { which: which() }),
        (polygon(&json!([[[4.9]]])), Fault::OtherCoordinates),
        (polygon(&vast), Fault::TooLarge { which: which() }),
        (collection(&[]), Fault::Empty),
        (collection(&[square_of("  ")]), Fault::NoName { which: "1".to_owned() }),
        (collection(&[square_of("A"), square_of("B")]), Fault::Twice { which: "B".to_owned() }),
        (json!({ "type": "Point", "coordinates": [4.9, 45.7] }), Fault::Unreadable),
        (
            collection(&[feature("P", &json!({ "type": "Point", "coordinates": [4.9, 45.7] }))]),
            Fault::Unreadable,
        ),
    ];
    for (file, fault) in cases {
        assert_eq!(read_json(&file).unwrap_err(), fault, "{file}");
    }
    let deep = "[".repeat(100_000);
    for text in ["", "{}", "not json", "{\"type\":\"FeatureCollection\",\"features\":[", deep.as_str()] {
        assert_eq!(read(text.as_bytes()).unwrap_err(), Fault::Unreadable);
    }
}

async fn sent(keeper: &mut Browser, bytes: &[u8]) -> Page {
    let page = keeper.get("/annuaire/quartiers").await;
    keeper.upload(&page, "/annuaire/quartiers", &[], &[("fichier", "quartier.geojson", bytes)]).await
}

async fn count(test: &TestApp) -> i64 {
    test.count("SELECT COUNT(*) FROM neighbourhood").await
}

#[tokio::test]
async fn an_outline_is_brought_shown_replaced_and_taken_out() {
    in_the_demo_with_a_team(|test| async move {
        let mut keeper = test.signed_in("coordinator@essarts.test").await;
        keeper.get("/annuaire/a-verifier").await.says("Quartiers");
        let kept = sent(&mut keeper, polygon(&square()).to_string().as_bytes()).await;
        kept.is(StatusCode::OK).says("1 contour est gardé").says("Terraillon").says("2 quartiers");
        let noted = "SELECT COUNT(*) FROM audit_entry WHERE subject_kind = 'incoming'";
        assert_eq!(test.count(noted).await, 1);
        test.browser()
            .get("/territoires/69029")
            .await
            .says("Terraillon")
            .says("Les Tilleuls (quartier inventé)");
        test.browser().get("/quartiers/QN06901M").await.is(StatusCode::OK).says("Bron");

        let renamed = polygon(&square()).to_string().replace("Terraillon", "Terraillon-Chénier");
        sent(&mut keeper, renamed.as_bytes()).await.says("Terraillon-Chénier").says("2 quartiers");
        let page = keeper.get("/annuaire/quartiers").await;
        let asked = page.body.split("<details").find(|part| part.contains("QN06901M")).unwrap();
        assert!(asked.contains("ne s’ouvriront plus") && asked.contains("Terraillon-Chénier"), "{asked}");
        keeper.send(&page, "/annuaire/quartiers/retirer", &[("code", "QN06901M")]).await.says("1 quartier");
        test.browser().get("/quartiers/QN06901M").await.is(StatusCode::NOT_FOUND);
        let gone = [("code".to_owned(), "QN06901M".to_owned())];
        keeper.post("/annuaire/quartiers/retirer", &gone).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_bad_file_is_told_in_both_languages_and_none_of_it_is_kept() {
    in_the_demo_with_a_team(|test| async move {
        let mut keeper = test.signed_in("coordinator@essarts.test").await;
        let good = feature("Terraillon", &json!({ "type": "Polygon", "coordinates": square() }));
        let swapped = json!([[[45.733, 4.910], [45.733, 4.915], [45.737, 4.915]]]);
        let bad = feature("Parilly", &json!({ "type": "Polygon", "coordinates": swapped }));
        let told = sent(&mut keeper, collection(&[good, bad]).to_string().as_bytes()).await;
        told.is(StatusCode::UNPROCESSABLE_ENTITY).says("Contour 2 (Parilly) : latitude et longitude");
        sent(&mut keeper, b"").await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez un fichier");
        sent(&mut keeper, b"PK\x03\x04")
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("n’est pas du GeoJSON");
        let large = vec![b' '; LARGEST + 1];
        sent(&mut keeper, &large).await.is(StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(count(&test).await, 1, "the demonstration’s own");
        let mut english = test.browser().in_english();
        english.sign_in("coordinator@essarts.test").await;
        sent(&mut english, b"[]").await.says("This file is no GeoJSON");
        for path in ["/annuaire/quartiers", "/annuaire/quartiers?page=999999999999999999"] {
            test.browser().get(path).await.does_not_say("Fichier GeoJSON");
            english.get(path).await.is(StatusCode::OK);
        }
    })
    .await;
}

#[tokio::test]
async fn its_page_and_its_guide_hold_what_lies_inside_and_nothing_else() {
    in_the_demo(|test| async move {
        let mut visitor = test.browser();
        let page = visitor.get(DEMO).await;
        page.is(StatusCode::OK).says("Les Tilleuls (quartier inventé)").says("Bron").says("Partager");
        let outline = super::sql::find(&mut test.tx().await, "DEMO-01").await.unwrap().unwrap();
        let view = finder::current(&test.app).await.unwrap();
        let all = view.find(&finder::Query::default()).hits;
        let mut inside = 0;
        let guide = visitor.get(&page.link("Ouvrir le guide")).await;
        guide.is(StatusCode::OK).says("dans le quartier").says("Votre mairie");
        for hit in &all {
            let id = ResourceId::parse(hit.id.as_str()).unwrap();
            let (entry, _) = resource::find(&mut test.tx().await, &id).await.unwrap().unwrap();
            let holds = entry.place.located.trusted().is_some_and(|point| outline.holds(point));
            let on_site = entry.welcome_modes.contains(&crate::vocabulary::WelcomeMode::OnSite);
            inside += usize::from(holds && on_site);
            if holds && on_site && !entry.ties.levers.is_empty() {
                guide.says(&entry.name);
            }
        }
        assert!(inside > 3 && inside < all.len() / 2, "{inside} of {}", all.len());
        page.says(&format!("{inside} ressources dans ce quartier"));
        assert!(Lever::all().any(|lever| page.text().contains(&lever.wish(kernel::Lang::Fr))));
        page.says("Ce qui manque").says("Par thème").says("Pour que chacun puisse venir");
        let said = json_ld(&page);
        assert_eq!((&said["@type"], &said["numberOfItems"]), (&json!("ItemList"), &json!(inside)));
        assert_eq!(said["itemListElement"].as_array().unwrap().len(), inside.min(40));
        let large = visitor.get(&guide.link("En grands caractères")).await;
        assert!(large.is(StatusCode::OK).body.contains("sheet--large"));
        let mut english = test.browser().in_english();
        english.get(DEMO).await.says("in this neighbourhood");
        english.get(&format!("{DEMO}/guide")).await.is(StatusCode::OK);
        for path in ["/quartiers/nulle-part", "/quartiers/nulle-part/guide", "/quartiers/%00"] {
            visitor.get(path).await.is(StatusCode::NOT_FOUND);
        }
    })
    .await;
}

#[tokio::test]
async fn its_map_draws_its_outline_and_looks_at_it() {
    in_the_demo(|test| async move {
        let mut visitor = test.browser();
        let page = visitor.get(DEMO).await;
        let attribute = |name: &str| {
            let after = page.body.split(&format!("data-{name}=\"")).nth(1).unwrap();
            after.split('"').next().unwrap().to_owned()
        };
        let drawn = visitor.get(&attribute("outline")).await;
        assert_eq!(drawn.headers["content-type"], "application/geo+json");
        let drawn: Value = serde_json::from_str(&drawn.body).unwrap();
        let kept = super::sql::find(&mut test.tx().await, "DEMO-01").await.unwrap().unwrap();
        let ring = drawn["features"][0]["geometry"]["coordinates"][0][0].as_array().unwrap();
        let expected: Vec<Value> = kept.outline[0].outer.iter().map(|at| json!([at.lon, at.lat])).collect();
        assert_eq!(ring, &expected);
        let bounds: Vec<f64> = attribute("bounds").split(',').map(|part| part.parse().unwrap()).collect();
        let [west, south, east, north] = bounds[..] else { panic!("{bounds:?}") };
        let is_inside = |at: &Point| {
            (west - 1e-5..=east + 1e-5).contains(&at.lon) && (south - 1e-5..=north + 1e-5).contains(&at.lat)
        };
        assert!(kept.outline[0].outer.iter().all(is_inside), "{bounds:?}");
        visitor.get("/quartiers/nulle-part/contour.geojson").await.is(StatusCode::NOT_FOUND);
    })
    .await;
}
