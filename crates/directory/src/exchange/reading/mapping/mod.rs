//! Which column of somebody's table is which field.

mod guess;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use kernel::Lang;
use kernel::text::fold;
use serde::{Deserialize, Serialize};

use super::File;
use super::cells;
use super::field::{Field, Kind, field, fields};
use crate::gazetteer::Gazetteer;

pub(crate) use guess::guess;

kernel::coded! {
    /// What a row of the table is about.
    Reads {
        Organizations = "organisations",
        /// Something one can join, with the name of who offers it beside.
        Activities = "activites",
    }
}

/// How one source's table is read; remembered, so that its next file needs no hand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mapping {
    /// Who publishes it; begins every identifier.
    pub source: String,
    pub reads: Reads,
    /// Fields by a column's title; [`Mapping::OFFERED_BY`] is one more.
    pub columns: BTreeMap<String, String>,
    /// What every row says, unless it says something itself.
    #[serde(default)]
    pub constants: BTreeMap<String, String>,
    /// By field, what is written and the code it stands for.
    #[serde(default)]
    pub translations: BTreeMap<String, BTreeMap<String, String>>,
}

impl Mapping {
    /// The column that names who offers an activity, when nothing identifies them.
    pub const OFFERED_BY: &'static str = "structure_nom";

    /// A source's name alone: enough for files whose fields need no matching.
    pub fn of_source(source: &str, reads: Reads) -> Mapping {
        Mapping {
            source: slug(source),
            reads,
            columns: BTreeMap::new(),
            constants: BTreeMap::new(),
            translations: BTreeMap::new(),
        }
    }

    /// Whether that file's rows are found beside those of the table.
    pub(super) fn derives(&self, file: File) -> bool {
        self.reads == Reads::Activities && file == File::Structures
    }

    /// What a row says, field by field.
    pub(super) fn fields_of(&self, titles: &[String], cells: &[String], file: File) -> Vec<(Field, String)> {
        let mut said = self.said(titles, cells);
        self.identify(&mut said);
        if self.derives(file) {
            let name = said.remove(Mapping::OFFERED_BY).unwrap_or_default();
            let id = said.remove("structure_id").unwrap_or_default();
            said.retain(|field, _| matches!(field.as_str(), "source" | "date_maj"));
            said.insert("nom".to_owned(), name);
            said.insert("id".to_owned(), id);
        }
        let of = move |field: &Field| Some((*field, said.remove(field.name)?));
        fields(file).iter().filter_map(of).collect()
    }

    /// Columns of one field joined, then what every row says, in the lists' codes.
    fn said(&self, titles: &[String], cells: &[String]) -> BTreeMap<String, String> {
        let mut said: BTreeMap<String, String> = BTreeMap::new();
        for (title, cell) in titles.iter().zip(cells) {
            let cell = cell.trim();
            if let Some(field) = self.columns.get(title).filter(|_| !cell.is_empty()) {
                let so_far = said.entry(field.clone()).or_default();
                let between = if so_far.is_empty() { "" } else { ", " };
                so_far.push_str(between);
                so_far.push_str(cell);
            }
        }
        for (field, constant) in &self.constants {
            said.entry(field.clone()).or_insert_with(|| constant.clone());
        }
        for (name, cell) in &mut said {
            *cell = self.in_codes(name, cell);
        }
        said
    }

    fn in_codes(&self, name: &str, cell: &str) -> String {
        let file = if self.reads == Reads::Organizations { File::Structures } else { File::Services };
        let Some(field) = field(file, name) else { return cell.to_owned() };
        match field.kind {
            Kind::Choice => self.code(field, cell),
            Kind::Set if name != "zone_eligibilite" => {
                let codes: Vec<String> = match self.written(name, cell) {
                    Some(code) => vec![code],
                    None => cells::parts(cell).map(|part| self.code(field, part)).collect(),
                };
                codes.join(",")
            }
            _ => cell.to_owned(),
        }
    }

    fn written(&self, field: &str, written: &str) -> Option<String> {
        self.translations.get(field)?.get(&fold(written)).cloned()
    }

    /// As somebody has translated it, else by the name it has in the list, else as it is.
    fn code(&self, field: Field, written: &str) -> String {
        self.written(field.name, written)
            .or_else(|| known_code(field, written).map(str::to_owned))
            .unwrap_or_else(|| written.to_owned())
    }

    /// Identifiers begin with the source, and are made of names where the table has none.
    fn identify(&self, said: &mut BTreeMap<String, String>) {
        let get = |field: &str| said.get(field).cloned().unwrap_or_default();
        let of_source = |id: &str| format!("{}--{}", self.source, id);
        let offered_by = match (get("structure_id"), get(Mapping::OFFERED_BY)) {
            (id, name) if id.is_empty() => slug(&name),
            (id, _) => id,
        };
        let named = match self.reads {
            Reads::Organizations => [slug(&get("nom")), get("code_postal")].join("-"),
            Reads::Activities => [offered_by.clone(), slug(&get("nom"))].join("-"),
        };
        let id = Some(get("id")).filter(|id| !id.is_empty());
        let id = id.unwrap_or_else(|| named.trim_matches('-').to_owned());
        let commune = commune(&get("code_insee"), &get("commune"), &get("code_postal"));
        if !id.is_empty() {
            said.insert("id".to_owned(), of_source(&id));
        }
        if !offered_by.is_empty() && self.reads == Reads::Activities {
            said.insert("structure_id".to_owned(), of_source(&offered_by));
        }
        said.insert("source".to_owned(), self.source.clone());
        if let Some(code) = commune {
            said.insert("code_insee".to_owned(), code);
        }
    }
}

/// The code of a commune named without one.
pub(super) fn commune(code: &str, name: &str, postcode: &str) -> Option<String> {
    if !code.is_empty() || name.is_empty() {
        return None;
    }
    let typed = format!("{name} {postcode}");
    Gazetteer::load().resolve(typed.trim()).ok().map(|commune| commune.code.to_string())
}

/// « Tout public » is `tous-publics` to nobody but a person; « Tous publics » is to us.
pub(crate) fn known_code(field: Field, written: &str) -> Option<&'static str> {
    let folded = fold(written);
    let is_it = |(code, label): &(&'static str, String)| fold(code) == folded || fold(label) == folded;
    field.choices(Lang::Fr).into_iter().find(is_it).map(|(code, _)| code)
}

/// Part of an identifier: `club-de-marche`.
pub(super) fn slug(text: &str) -> String {
    const LONGEST: usize = 100;
    fold(text).replace(' ', "-").chars().take(LONGEST).collect()
}
