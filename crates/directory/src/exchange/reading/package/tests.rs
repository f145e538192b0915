//! Packages of tables, as publishers make them and as nobody should.

use std::io::{Cursor, Write};

use jiff::civil::date;
use kernel::Lang;
use serde_json::json;
use zip::write::SimpleFileOptions;

use super::super::{Mapping, Reads, items, preview};
use super::*;

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn told(bytes: &[u8], file: File) -> (Vec<Object>, Vec<String>) {
    let mapping = Some(Mapping::of_source("Bron", Reads::Activities));
    let (mut rows, mut said) = (Vec::new(), Vec::new());
    for item in items(Cursor::new(bytes.to_vec()), file, mapping, date(2026, 3, 2)) {
        match item {
            Ok(Item::Row { row: Ok(row), .. }) => rows.push(row),
            Ok(Item::Row { line, row: Err(reason) }) => said.push(format!("{line} {}", reason.say(Lang::En))),
            Ok(Item::Remark(remark)) => said.push(remark.say(Lang::En)),
            Err(error) => said.push(error.say(Lang::En)),
        }
    }
    (rows, said)
}

const PARTS: [(&str, &str); 10] = [
    ("hsds/organizations.csv", "id,name,description\no1,MJC Péguy,Une maison\n"),
    (
        "hsds/services.csv",
        "id,organization_id,name,description,status,minimum_age\n\
         s1,o1,Chorale,On chante,active,60\ns2,o1,Fini,x,defunct,\ns3,o1,Danse,On danse,active,\n",
    ),
    ("hsds/locations.csv", "id,organization_id,latitude,longitude\nl1,o1,45.73,4.91\n"),
    ("hsds/service_at_locations.csv", "id,service_id,location_id\nx1,s1,l1\nx3,s3,l1\n"),
    (
        "hsds/addresses.csv",
        "id,location_id,address_1,city,state_province,postal_code,country\na1,l1,3 rue Péguy,Bron,Rhône,69500,FR\n",
    ),
    ("hsds/phones.json", r#"[{ "id": "p1", "service_id": "s1", "number": "04 72 00 00 00" }]"#),
    (
        "hsds/schedules.csv",
        "id,service_id,freq,interval,byday,opens_at,closes_at\nh1,s1,WEEKLY,1,TU,14:00,16:00\n",
    ),
    ("hsds/service_capacity.csv", "id,service_id,unit_id,available\nc1,s1,u1,4\n"),
    ("hsds/units.csv", "id,name\nu1,place\n"),
    ("hsds/datapackage.json", "{}"),
];

#[test]
fn tables_are_put_together() {
    let bytes = package(&PARTS);
    let (organizations, said) = told(&bytes, File::Structures);
    assert_eq!(said, ["Parts of the package left out: hsds/datapackage.json."]);
    assert_eq!(organizations.len(), 1);
    assert_eq!(
        (&organizations[0]["id"], &organizations[0]["adresse"]),
        (&json!("bron--o1"), &json!("3 rue Péguy"))
    );
    let (services, _) = told(&bytes, File::Services);
    assert_eq!(services.len(), 2, "what is over is not offered");
    let choir = Value::Object(services[0].clone());
    assert_eq!((&choir["id"], &choir["structure_id"]), (&json!("bron--s1"), &json!("bron--o1")));
    assert_eq!((&choir["latitude"], &choir["code_insee"]), (&json!(45.73), &json!("69029")));
    assert_eq!(
        (&choir["telephone"], &choir["horaires_accueil"]),
        (&json!("04 72 00 00 00"), &json!("Tu 14:00-16:00"))
    );
    assert_eq!(choir["maillage"], json!({ "ages": { "from": 60, "to": null }, "places": 4 }));
    assert_eq!(services[1]["code_insee"], json!("69029"), "one place serves both");
    assert!(super::super::is_package(&bytes));
    assert!(preview(Cursor::new(bytes), File::Services).unwrap().is_none());
}

#[test]
fn rows_that_point_at_each_other_by_the_thousand_stay_within_bounds() {
    let many = |row: &dyn Fn(usize) -> String| (0..20_000).map(row).collect::<String>();
    let heavy = "x".repeat(500_000);
    let everything_in_one_place = package(&[
        ("services.csv", &format!("id,name\n{}", many(&|at| format!("s{at},Un\n")))),
        ("locations.csv", &format!("id,name\nl1,{heavy}\n")),
        (
            "service_at_locations.csv",
            &format!("id,service_id,location_id\n{}", many(&|at| format!("{at},s{at},l1\n"))),
        ),
    ]);
    let (rows, said) = told(&everything_in_one_place, File::Services);
    assert!(rows.is_empty() && said[0].starts_with("This package of tables is too large"), "{said:?}");
    let all_of_one_name = package(&[
        ("services.csv", &format!("id,name\n{}", many(&|_| "s,Un\n".to_owned()))),
        ("phones.csv", &format!("id,service_id,number\n{}", many(&|at| format!("{at},s,1\n")))),
    ]);
    assert_eq!(told(&all_of_one_name, File::Services).0.len(), 20_000);
    let short = package(&[("services.csv", &format!("id,name\n{}", "a,b\n".repeat(2_000_000)))]);
    assert!(told(&short, File::Services).1[0].starts_with("This package of tables is too large"));
}

#[test]
fn a_row_that_cannot_be_read_is_told_and_stops_nothing() {
    let bytes = package(&[
        (
            "services.json",
            r#"[1, {"id": "a", "name": "Un", "service_at_locations": 3}, {"id": "b", "name": "Deux"}]"#,
        ),
        ("service_at_locations.csv", "id,service_id,location_id\nx,nobody,nowhere\n"),
    ]);
    let (rows, said) = told(&bytes, File::Services);
    assert_eq!((rows.len(), said.len()), (2, 1));
    let nested = package(&[("services.csv", "PK\u{3}\u{4}")]);
    assert!(told(&nested, File::Services).1[0].starts_with("This is neither text nor a workbook"));
}
