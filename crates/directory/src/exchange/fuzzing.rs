//! Every importer from bytes alone, for the fuzz targets (`cargo xtask fuzz`); nobody else calls it.

use std::io::Cursor;

use jiff::civil::date;

use super::data_inclusion::{Context, File, Source, services, services_of, structures_of};
use super::reading::{self, Mapping, Reads};
use super::timetable;
use crate::finder::Entry;

/// A fixed day, so that a finding can be played again.
const TODAY: jiff::civil::Date = date(2026, 1, 13);
const MOST: u64 = 64 << 20;

/// Reads a file as structures and as services, to their ends; how many rows there were.
pub fn entries(bytes: &[u8]) -> usize {
    let context = Context { today: TODAY, centre_of: &|_| None };
    let open = || Source::bounded(Cursor::new(bytes.to_vec()), 0, MOST).ok();
    let structures =
        open().map(|source| structures_of(source.items(File::Structures, TODAY), context).count());
    let services = open().map(|source| services_of(source.items(File::Services, TODAY), context).count());
    structures.unwrap_or_default() + services.unwrap_or_default()
}

/// Reads a table by what its titles suggest.
pub fn table(bytes: &[u8]) -> usize {
    let Ok(Some(preview)) = reading::preview(Cursor::new(bytes), File::Services) else { return 0 };
    let titles: Vec<&str> = preview.columns.iter().map(|column| column.title.as_str()).collect();
    let guessed = titles.iter().zip(reading::guess(&titles, Reads::Activities));
    let columns =
        guessed.filter_map(|(title, field)| Some(((*title).to_owned(), field?.to_owned()))).collect();
    let mapping = Mapping { columns, ..Mapping::of_source("fuzz", Reads::Activities) };
    let context = Context { today: TODAY, centre_of: &|_| None };
    let Ok(source) = Source::bounded(Cursor::new(bytes.to_vec()), 0, MOST) else { return 0 };
    services_of(source.mapped(mapping).items(File::Services, TODAY), context).count()
}

/// Reads a calendar; whether it gives a schedule.
pub fn calendar(bytes: &[u8]) -> bool {
    timetable::read(bytes, TODAY).is_ok()
}

/// A few entries for questions to find.
pub fn entries_to_find() -> Vec<Entry> {
    const NAMES: [&str; 6] = [
        "Chorale intergénérationnelle",
        "Café des aidants",
        "Marche douce du jeudi",
        "L’atelier d’écriture",
        "Portage de repas à domicile",
        "Permanence France services",
    ];
    let row = |(number, name): (usize, &str)| {
        serde_json::json!({
            "source": "fuzz", "id": format!("fuzz--{number}"), "structure_id": "fuzz--1", "nom": name,
            "description": "On se retrouve pour rompre l’isolement.", "date_maj": "2025-06-01",
            "publics": ["seniors"], "thematiques": ["remobilisation--lien-social"]
        })
        .to_string()
    };
    let lines: Vec<String> = NAMES.into_iter().enumerate().map(row).collect();
    let context = Context { today: TODAY, centre_of: &|_| None };
    let resources = services(Cursor::new(lines.join("\n")), context);
    let valid = resources.filter_map(|row| row.ok()?.ok());
    valid.map(|valid| Entry::new(valid.value, "Maison de quartier".to_owned(), None)).collect()
}
