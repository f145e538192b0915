//! Files as people bring them, and as nobody should.

use std::io::{BufReader, Cursor, Write};
use std::time::{Duration, Instant};

use jiff::civil::date;
use kernel::Lang;
use proptest::prelude::*;
use serde_json::json;
use zip::write::SimpleFileOptions;

use super::*;
use crate::exchange::data_inclusion::Source;
use crate::testing::ForEver;

/// Rows as JSON, remarks and refusals as they are said.
fn told(bytes: impl Into<Vec<u8>>, file: File) -> Vec<String> {
    told_mapped(bytes, file, None)
}

fn told_mapped(bytes: impl Into<Vec<u8>>, file: File, mapping: Option<Mapping>) -> Vec<String> {
    let source = BufReader::with_capacity(11, Cursor::new(bytes.into()));
    let said = |item| match item {
        Ok(Item::Row { line, row: Ok(row) }) => format!("{line} {}", Value::Object(row)),
        Ok(Item::Row { line, row: Err(reason) }) => format!("{line} {}", Reason::say(&reason, Lang::En)),
        Ok(Item::Remark(remark)) => Remark::say(&remark, Lang::En),
        Err(error) => SourceError::say(&error, Lang::En),
    };
    items(source, file, mapping, date(2026, 3, 2)).map(said).collect()
}

const TITLES: &str = "id;source;nom;date_maj;code_postal;reseaux_porteurs";

fn row(id: &str) -> Value {
    json!({ "id": id, "source": "dora", "nom": "Café", "date_maj": "2025-06-01" })
}

#[test]
fn the_same_row_is_read_from_every_shape() {
    let object = row("dora--1");
    let said = format!("1 {object}");
    let gzip = || {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(object.to_string().as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    for text in [
        object.to_string(),
        format!("\u{feff}{object}\n"),
        format!("[{object}]"),
        serde_json::to_string_pretty(&[&object]).unwrap(),
        serde_json::to_string_pretty(&object).unwrap(),
        json!({ "total": 1, "items": [object] }).to_string(),
    ] {
        assert_eq!(told(text.as_str(), File::Structures), [said.as_str()], "{text}");
    }
    let source = Source::new(Cursor::new(gzip()), 0).unwrap();
    assert_eq!(source.items(File::Structures, date(2026, 3, 2)).count(), 1);
    let said = format!("2 {object}");
    for text in [
        "id;source;nom;date_maj\ndora--1;dora;Café;01/06/2025\n",
        "\u{feff}nom,date_maj,ID,source\r\n\"Café\",2025-06-01,dora--1,dora",
        "date_maj\tid\tsource\tnom\n2025-06-01\tdora--1\tdora\tCafé\n\n",
    ] {
        assert_eq!(told(text, File::Structures), [said.as_str()], "{text}");
    }
}

#[test]
fn windows_french_is_read_and_said_once() {
    let mut bytes = b"id;source;nom;date_maj\n1;s;Caf\xe9;2025-06-01\n2;s;Th\xe9;2025-06-01\n".to_vec();
    let told_once = told(bytes.clone(), File::Structures);
    assert!(told_once[0].starts_with("The text is not UTF-8"), "{told_once:?}");
    assert!(told_once[1].contains("Café") && told_once[2].contains("Thé"));
    assert_eq!(told_once.len(), 3);
    bytes.truncate(30);
    assert!(told(bytes, File::Structures).len() <= 2);
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    let text =
        format!("{TITLES}\n\n1;s;\"Une\nmaison\";2025-06-01;1000;mjc|cms\n\n;;;;;\n2;s;Deux;2025-06-01;;\n");
    let told = told(text, File::Structures);
    let lines: Vec<&str> =
        told.iter().filter_map(|said| said.split_once(" {").map(|(line, _)| line)).collect();
    assert_eq!(lines, ["3", "7"]);
    assert!(told[0].starts_with("code_postal: the first zero"), "{told:?}");
    assert!(told[1].contains(r#""code_postal":"01000""#) && told[1].contains(r#"["mjc","cms"]"#), "{told:?}");
}

#[test]
fn a_table_without_its_columns_says_which_and_unknown_ones_are_left_out() {
    let told_of = |text: &str| told(text, File::Structures);
    assert_eq!(
        told_of("Nom;Ville\nCafé;Bron\n"),
        ["Missing columns: id, source, date_maj. Match those of the file to them."]
    );
    let told = told_of("id;source;nom;date_maj;score\n1;s;Café;2025-06-01;0.8\n");
    assert_eq!(told[0], "Column left out: “score”.");
    assert_eq!(told_of("\n\n"), Vec::<String>::new());
    assert_eq!(told_of("just a text\nand another\n"), ["The table is empty: a line of titles is expected."]);
}

/// A workbook whose first sheet holds these rows of XML.
fn workbook(sheets: &[(&str, &str)], more: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    };
    let all = |one: &dyn Fn(usize, &str) -> String| {
        sheets.iter().enumerate().map(|(at, (name, _))| one(at + 1, name)).collect::<String>()
    };
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    put("_rels/.rels", format!("<Relationships xmlns=\"{package}\"><Relationship Id=\"r\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>").as_bytes());
    let listed = all(&|at, name| format!("<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"r{at}\"/>"));
    put(
        "xl/workbook.xml",
        format!("<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>{listed}</sheets></workbook>")
            .as_bytes(),
    );
    let related = all(&|at, _| {
        format!(
            "<Relationship Id=\"r{at}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
        )
    }) + &format!(
        "<Relationship Id=\"s\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    );
    put(
        "xl/_rels/workbook.xml.rels",
        format!("<Relationships xmlns=\"{package}\">{related}</Relationships>").as_bytes(),
    );
    put("xl/styles.xml", format!("<styleSheet xmlns=\"{main}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>").as_bytes());
    for (at, (_, rows)) in sheets.iter().enumerate() {
        let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");
        put(&format!("xl/worksheets/sheet{}.xml", at + 1), sheet.as_bytes());
    }
    for (name, bytes) in more {
        put(name, bytes);
    }
    zip.finish().unwrap().into_inner()
}

fn text_cell(name: &str, text: &str) -> String {
    format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn title_row() -> String {
    let cells: Vec<String> = ["A1", "B1", "C1", "D1", "E1"]
        .iter()
        .zip(["id", "source", "nom", "date_maj", "code_postal"])
        .map(|(at, title)| text_cell(at, title))
        .collect();
    format!("<row r=\"1\">{}</row>", cells.concat())
}

#[test]
fn a_workbook_is_read_with_its_dates_numbers_and_the_values_of_its_formulas() {
    let rows = format!(
        "{}<row r=\"3\">{}{}<c r=\"C3\" t=\"str\"><f>CONCATENATE(\"Ca\",\"fé\")</f><v>Café</v></c><c r=\"D3\" s=\"1\"><v>45809</v></c><c r=\"E3\"><v>1000</v></c></row>",
        title_row(),
        text_cell("A3", "dora--1"),
        text_cell("B3", "dora")
    );
    let told = told(workbook(&[("Notes", ""), ("Structures 2025", &rows)], &[]), File::Structures);
    assert_eq!(
        told[0],
        "Cell C3 (perhaps others) is a formula: the value last stored is read, nothing is computed."
    );
    assert_eq!(told[1], "Sheet read: “Structures 2025”. Left out: Notes.");
    let mut object = row("dora--1");
    object["code_postal"] = json!("01000");
    assert_eq!(told[3], format!("3 {object}"));
}

/// A thousand times lighter packed than unpacked.
fn bomb() -> Vec<u8> {
    vec![b' '; 210 << 20]
}

#[test]
fn a_workbook_that_unpacks_to_more_than_is_read_is_refused_without_unpacking_it_in_memory() {
    let bytes = workbook(&[("A", &title_row())], &[("xl/media/image.png", bomb())]);
    assert!(bytes.len() < 1 << 20);
    let start = Instant::now();
    assert_eq!(
        told(bytes, File::Structures),
        ["This workbook is over 200 MiB once unpacked: save it as CSV."]
    );
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn one_text_shown_in_every_cell_does_not_fill_the_memory() {
    let text = "x".repeat(30_000);
    let shared = format!(
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>{text}</t></si></sst>"
    );
    let cells: String = (2..20_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
        .collect();
    let rows = format!("{}{cells}", title_row());
    let mut bytes = workbook(&[("A", &rows)], &[("xl/sharedStrings.xml", shared.into_bytes())]);
    assert_eq!(
        told(bytes.clone(), File::Structures),
        ["This workbook is over 200 MiB once unpacked: save it as CSV."]
    );
    bytes.truncate(200);
    assert!(told(bytes, File::Structures)[0].starts_with("This workbook cannot be read"));
}

#[test]
fn a_cell_in_the_last_column_and_row_makes_no_grid_of_that_size() {
    let far = |at: &str| {
        workbook(&[("A", &format!("{}<row r=\"2\">{}</row>", title_row(), text_cell(at, "x")))], &[])
    };
    assert_eq!(told(far("XFD1048576"), File::Structures), ["Over 500 columns: this is no directory."]);
    let far_down = told(far("A1048576"), File::Structures);
    assert!(far_down[0].starts_with("1048576 "), "{far_down:?}");
}

#[test]
fn what_is_no_table_says_what_it_is() {
    for (bytes, said) in [
        (&b"%PDF-1.7 ..."[..], "This is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This is a workbook from before 2007"),
        (b"\xff\xfei\0d\0", "The text is in UTF-16"),
        (b"\x7fELF\0\0\0", "This is neither"),
        (b"PK\x03\x04rubbish", "This workbook cannot be read"),
    ] {
        let told = told(bytes, File::Services);
        assert!(told[0].starts_with(said), "{told:?}");
    }
}

#[test]
fn a_hundred_thousand_columns_are_refused() {
    let text = format!("{}\n{}\n", "nom;".repeat(100_000), "x;".repeat(100_000));
    assert_eq!(told(text, File::Structures), ["Over 500 columns: this is no directory."]);
    let text = format!("id;source;nom;date_maj\n{}\n2;s;Deux;2025-06-01\n", "x;".repeat(100_000));
    let told = told(text, File::Structures);
    assert_eq!(told[0], "2 line over 1 MiB");
    assert!(told[1].starts_with("3 {"), "{told:?}");
}

#[test]
fn a_file_without_an_end_is_read_so_far_and_refused_whatever_it_holds() {
    const MOST: u64 = 2 << 20;
    for text in [
        &b"x"[..],
        b"{\"id\":1}\n",
        b"[",
        b"[{",
        b"{\"items\":",
        b"\"",
        b"a;b\n",
        b"a;b;",
        b"id;source;nom;date_maj\n",
        b"\n",
        b" ",
    ] {
        let source = Source::bounded(ForEver::saying(text), 0, MOST).unwrap();
        let last = source.items(File::Structures, date(2026, 3, 2)).last();
        let shown = String::from_utf8_lossy(text).into_owned();
        let ends = matches!(last, Some(Err(SourceError::TooLarge { .. } | SourceError::Unfit(_))));
        assert!(ends, "{shown:?}: {last:?}");
    }
    let zeros = flate2::read::GzEncoder::new(ForEver::saying(b"a;b\n"), flate2::Compression::fast());
    let source = Source::bounded(zeros, 0, MOST).unwrap();
    let last = source.items(File::Structures, date(2026, 3, 2)).last();
    assert!(matches!(last, Some(Err(SourceError::Unfit(_) | SourceError::TooLarge { .. }))), "{last:?}");
}

#[test]
fn hsds_is_read_and_what_it_has_beyond_us_is_said() {
    let service = json!([{
        "id": "ac148810", "organization": { "id": "d9d5e0f5", "name": "MJC Péguy", "description": "MJC Péguy" },
        "name": "Chorale", "description": "On chante ensemble.", "status": "active", "url": "https://exemple.fr",
        "fees_description": "Gratuit", "minimum_age": 60, "last_modified": "2025-06-01T10:00:00Z", "wait_time": "2 weeks",
        "phones": [{ "number": "04 72 00 00 00" }],
        "schedules": [{ "freq": "WEEKLY", "byday": "TU,TH", "opens_at": "14:00:00Z", "closes_at": "16:00:00Z" }],
        "service_at_locations": [{ "location": { "latitude": 45.73, "longitude": 4.91,
            "addresses": [{ "address_1": "3 rue", "city": "Bron", "postal_code": "69500" }] } }]
    }, { "id": "b", "organization_id": "d9d5e0f5", "name": "Fini", "status": "defunct" }]).to_string();
    let mapping = Some(Mapping::of_source("Bron", Reads::Activities));
    let told = told_mapped(service.clone(), File::Services, mapping.clone());
    assert_eq!(told[0], "HSDS field without equivalent, left out: wait_time.");
    let row: Value = serde_json::from_str(told[1].trim_start_matches("1 ")).unwrap();
    assert_eq!((&row["id"], &row["structure_id"]), (&json!("bron--ac148810"), &json!("bron--d9d5e0f5")));
    assert_eq!((&row["horaires_accueil"], &row["frais"]), (&json!("Tu,Th 14:00-16:00"), &json!("gratuit")));
    assert_eq!((&row["code_insee"], &row["maillage"]["ages"]["from"]), (&json!("69029"), &json!(60)));
    assert_eq!(told.len(), 2, "{told:?}");
    let beside = told_mapped(service, File::Structures, mapping);
    assert!(
        beside[1].contains(r#""id":"bron--d9d5e0f5","nom":"MJC Péguy""#) || beside[1].contains("MJC Péguy"),
        "{beside:?}"
    );
}

#[test]
fn what_we_export_as_hsds_comes_back_as_a_service() {
    let ours = json!([{ "id": "x", "organization_id": "o", "name": "Chorale", "description": "On chante ensemble.",
        "last_modified": "2025-06-01T00:00:00Z", "schedules": [{ "freq": "MONTHLY", "interval": 1, "byday": "1WE,3WE",
        "opens_at": "14:00", "closes_at": "16:00" }] }]).to_string();
    let told = told(ours, File::Services);
    assert!(told[0].contains("We[1,3] 14:00-16:00") && told[0].contains("hsds--x"), "{told:?}");
}

proptest! {
    #[test]
    fn no_bytes_whatever_make_a_reader_fail(
        head in prop::sample::select(&["", "[", "{\"items\":[", "PK\x03\x04", "id;nom\n", "\"", "{\n"][..]),
        bytes in prop::collection::vec(any::<u8>(), 0..400)
    ) {
        let bytes = [head.as_bytes(), &bytes].concat();
        for file in [File::Structures, File::Services] {
            let told = told(bytes.clone(), file);
            prop_assert!(told.len() <= 2 * bytes.len() + 1);
            let _ = preview(Cursor::new(bytes.clone()), file);
        }
    }
}
