//! Matching the columns of a table with fields, as a form and back.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::Lang;
use kernel::text::fold;

use crate::exchange::data_inclusion::File;
use crate::exchange::reading::{self, Field, Kind, Mapping, Preview, Reads};

/// What a row may say without a column, to be typed once for all.
pub(super) const CONSTANTS: [&str; 7] =
    ["structure_nom", "date_maj", "description", "commune", "code_postal", "frais", "publics"];
/// Characters of a value typed for all rows.
const LONGEST: usize = 500;

/// A value of a closed list's column that the list does not have.
#[derive(Debug)]
pub(super) struct Unknown {
    /// The name of its field in the form: `t3_0`.
    pub(super) name: String,
    pub(super) title: String,
    pub(super) written: String,
    pub(super) choices: Vec<(&'static str, String)>,
    /// Chosen or proposed.
    pub(super) code: String,
}

/// The fields of a kind of table, with [`Mapping::OFFERED_BY`].
pub(super) fn fields(reads: Reads) -> Vec<&'static str> {
    let own = ["source", "maillage"];
    let all = reading::fields(file(reads)).iter().map(|field| field.name);
    let offered_by = (reads == Reads::Activities).then_some(Mapping::OFFERED_BY);
    all.filter(|name| !own.contains(name)).chain(offered_by).collect()
}

/// The values a field's closed list has; empty when it has none.
pub(super) fn choices(reads: Reads, name: &str, lang: Lang) -> Vec<(&'static str, String)> {
    reading::field(file(reads), name).map(|field| field.choices(lang)).unwrap_or_default()
}

/// As remembered, else as titles suggest.
pub(super) fn proposed(
    preview: &Preview,
    remembered: Option<Mapping>,
    (source, reads): (&str, Reads),
    today: Date,
) -> Mapping {
    if let Some(mapping) = remembered {
        return mapping;
    }
    let titles: Vec<&str> = preview.columns.iter().map(|column| column.title.as_str()).collect();
    let guessed = titles.iter().zip(reading::guess(&titles, reads));
    let columns: BTreeMap<String, String> =
        guessed.filter_map(|(title, field)| Some(((*title).to_owned(), field?.to_owned()))).collect();
    let mut constants = BTreeMap::new();
    if !columns.values().any(|field| field == "date_maj") {
        constants.insert("date_maj".to_owned(), today.to_string());
    }
    Mapping { columns, constants, ..Mapping::of_source(source, reads) }
}

/// What the form says.
pub(super) fn read(said: &[(String, String)], preview: &Preview, (source, reads): (&str, Reads)) -> Mapping {
    let get = |name: &str| said.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
    let allowed = fields(reads);
    let columns = preview.columns.iter().enumerate().filter_map(|(at, column)| {
        let field = get(&format!("c{at}")).filter(|field| allowed.contains(field))?;
        Some((column.title.clone(), field.to_owned()))
    });
    let constants = CONSTANTS.iter().filter_map(|name| {
        let value: String = get(&format!("v-{name}"))?.chars().take(LONGEST).collect();
        (!value.is_empty() && allowed.contains(name)).then(|| ((*name).to_owned(), value))
    });
    let mut mapping = Mapping {
        columns: columns.collect(),
        constants: constants.collect(),
        ..Mapping::of_source(source, reads)
    };
    for unknown in unknown(preview, &mapping) {
        let Some(code) = get(&unknown.name).filter(|code| !code.is_empty()) else { continue };
        if let (Some(field), true) = (
            mapping.columns.get(&unknown.title).cloned(),
            unknown.choices.iter().any(|(known, _)| *known == code),
        ) {
            let of_field = mapping.translations.entry(field).or_default();
            of_field.insert(fold(&unknown.written), code.to_owned());
        }
    }
    mapping
}

/// Values that lead to no code yet, and those that somebody led to one.
pub(super) fn unknown(preview: &Preview, mapping: &Mapping) -> Vec<Unknown> {
    let mut found = Vec::new();
    for (at, column) in preview.columns.iter().enumerate() {
        let Some(field) = field_of(mapping, &column.title).filter(|field| has_list(*field)) else { continue };
        let choices = field.choices(Lang::Fr);
        for (rank, written) in values(field, &column.values).into_iter().enumerate() {
            if reading::known_code(field, &written).is_some() {
                continue;
            }
            let chosen = mapping.translations.get(field.name).and_then(|all| all.get(&fold(&written)));
            found.push(Unknown {
                name: format!("t{at}_{rank}"),
                title: column.title.clone(),
                code: chosen.cloned().unwrap_or_else(|| closest(&choices, &written).to_owned()),
                written,
                choices: choices.clone(),
            });
        }
    }
    found
}

/// Whether every value was on the form that was sent.
pub(super) fn were_all_asked(said: &[(String, String)], unknown: &[Unknown]) -> bool {
    unknown.iter().all(|unknown| said.iter().any(|(key, _)| *key == unknown.name))
}

/// What no column and no constant gives.
pub(super) fn missing(mapping: &Mapping) -> Vec<&'static str> {
    let is_given = |field: &str| {
        mapping.columns.values().any(|given| given == field) || mapping.constants.contains_key(field)
    };
    let required: &[&'static str] = match mapping.reads {
        Reads::Organizations => &["nom", "date_maj"],
        Reads::Activities => &["nom", "description", "structure_nom", "date_maj"],
    };
    let stands_for = |field: &&&'static str| **field == Mapping::OFFERED_BY && is_given("structure_id");
    required.iter().filter(|field| !is_given(field) && !stands_for(field)).copied().collect()
}

/// Whether every column it names is there.
pub(super) fn fits(mapping: &Mapping, preview: &Preview) -> bool {
    mapping.columns.keys().all(|title| preview.columns.iter().any(|column| column.title == *title))
}

fn field_of(mapping: &Mapping, title: &str) -> Option<Field> {
    reading::field(file(mapping.reads), mapping.columns.get(title)?)
}

fn has_list(field: Field) -> bool {
    matches!(field.kind, Kind::Choice | Kind::Set) && field.name != "zone_eligibilite"
}

/// Each of the values of a set is one to be known.
fn values(field: Field, cells: &[String]) -> Vec<String> {
    let mut values: Vec<String> = match field.kind {
        Kind::Set => cells.iter().flat_map(|cell| reading::parts(cell)).map(str::to_owned).collect(),
        _ => cells.to_vec(),
    };
    let mut seen = Vec::new();
    values.retain(|value| {
        let is_new = !seen.contains(&fold(value));
        seen.push(fold(value));
        is_new
    });
    values
}

/// The one that has a word of it, to be confirmed; empty when none has.
fn closest(choices: &[(&'static str, String)], written: &str) -> &'static str {
    const SHORTEST: usize = 4;
    let folded = fold(written);
    let begins = |label: &str| {
        let mut words = folded.split(' ').filter(|word| word.len() >= SHORTEST);
        words.any(|word| {
            let stem = word
                .char_indices()
                .nth(SHORTEST + 1)
                .map_or(word, |(end, _)| word.get(..end).unwrap_or(word));
            fold(label).split(' ').any(|other| other.starts_with(stem))
        })
    };
    choices.iter().find(|(_, label)| begins(label)).map_or("", |(code, _)| code)
}

fn file(reads: Reads) -> File {
    match reads {
        Reads::Organizations => File::Structures,
        Reads::Activities => File::Services,
    }
}
