//! `/droits/{person}/copie.pdf`: the same to be read on paper, or aloud by a machine; in large print
//! with `?taille=grande`.

use kernel::Lang;
use kernel::id::PersonId;
use platform::accounts::Reauthenticated;
use platform::audit::{self, Action, Entry};
use platform::paper::{Filled, Kind, Wanted};
use platform::web::may::{May, RunCaseload};
use platform::web::{Answer, Path, Ui, dates};
use serde_json::{Value as Json, json};

use super::copy::taken_out;
use super::read::{self, Read};
use crate::act::Acting;
use crate::held::Says;
use crate::rights::Copier;
use crate::rights::copy::{Cell, Copied, Copy, Found};
use crate::rights::view::Section;
use crate::words::{Words, words};

const PAPER: Kind = Kind { template: include_str!("copy.typ"), file: "copie-des-donnees.pdf" };

/// A file to be handed to the person; the trail keeps that it was made.
pub(in crate::rights) async fn show(
    may: May<RunCaseload>,
    _: Reauthenticated,
    wanted: Wanted,
    Path(id): Path<PersonId>,
) -> Answer {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let out = taken_out(&mut tx, &may, id).await?;
    acting.trace(&mut tx, Action::Copied, id, out.site).await?;
    let read = read::of_person(&mut tx, id, &may.ui).await?;
    let copy = Copier::new(&mut tx).await?.of(&mut tx, id, acting.now).await?;
    out.put_away(&mut tx, id).await?;
    tx.commit().await?;
    let title = words(may.lang).rights_title();
    let filled = Filled { title, data: data(&read, &copy, &may.ui), pictures: Vec::new() };
    wanted.handed(&PAPER, filled, &may.ui).await
}

/// First what a person would call theirs, then everything, to the last column.
fn data(read: &Read, copy: &Copy, ui: &Ui) -> Json {
    let w = words(ui.lang);
    let looks = read.looks.iter().map(|look| {
        [look.who.clone(), look.did.clone(), w.rights_paper_times(look.times), look.last.clone()]
    });
    json!({
        "name": read.person.addressed(),
        "title": w.rights_title(),
        "lede": w.rights_lede(),
        "sections": read.sections.iter().map(section).collect::<Vec<_>>(),
        "looks": {
            "title": w.rights_looks(),
            "heads": [w.rights_looks_who(), w.rights_looks_what(), w.rights_looks_times(), w.rights_looks_last()],
            "rows": looks.collect::<Vec<_>>(),
        },
        "whole": {
            "title": w.rights_paper_whole(),
            "lede": w.rights_paper_whole_lede(),
            "tables": copy.tables.iter().filter_map(|copied| table(copied, ui.lang)).collect::<Vec<_>>(),
        },
        "trail": {
            "title": w.rights_paper_trail(),
            "heads": [w.rights_paper_when(), w.rights_looks_who(), w.rights_looks_what(), w.rights_paper_to()],
            "rows": copy.looks.iter().map(|entry| look(entry, ui)).collect::<Vec<_>>(),
        },
    })
}

fn section(section: &Section) -> Json {
    let lines = section.lines.iter().map(|line| fact(&line.label, &line.text));
    json!({ "title": section.title, "lines": lines.collect::<Vec<_>>() })
}

fn fact(label: &str, text: &str) -> Json {
    json!({ "label": label, "text": text })
}

/// None where there is no row.
fn table(copied: &Copied, lang: Lang) -> Option<Json> {
    let w = words(lang);
    let many = copied.rows.len();
    let parts = copied.rows.iter().zip(1_i64..).map(|(row, position)| {
        let title = (many > 1).then(|| w.rights_paper_row(position, i64::try_from(many).unwrap_or(i64::MAX)));
        let lines = row.iter().map(|cell| fact(&label(cell, w), &told(&cell.value, w, lang)));
        json!({ "title": title, "lines": lines.collect::<Vec<_>>() })
    });
    (many > 0).then(|| json!({ "title": (copied.held.is)(w), "parts": parts.collect::<Vec<_>>() }))
}

/// In words; with the column's own name where one word stands for several.
fn label(cell: &Cell, w: &Words) -> String {
    match cell.says {
        Some(Says::Told(word) | Says::OfAnother(word)) => word(w),
        Some(Says::Moment) => w.rights_paper_moment(cell.column.as_str()),
        Some(Says::Account) => w.rights_paper_account(cell.column.as_str()),
        Some(Says::Nothing) | None => cell.column.clone(),
    }
}

fn told(value: &Found, w: &Words, lang: Lang) -> String {
    match value {
        Found::Nothing => w.rights_paper_nothing(),
        Found::LeftOut => w.rights_paper_left_out(),
        Found::Moment(second) => dates::moment(*second, lang),
        Found::Number(number) => number.to_string(),
        Found::Flag(true) => w.rights_paper_yes(),
        Found::Flag(false) => w.rights_paper_no(),
        Found::Text(text) if text.trim().is_empty() => w.rights_paper_nothing(),
        Found::Text(text) => text.clone(),
    }
}

fn look(entry: &Entry, ui: &Ui) -> [String; 4] {
    [
        dates::moment(entry.at, ui.lang),
        audit::labels::who(entry, ui.frame()),
        audit::labels::action(&entry.action, ui.frame()),
        audit::labels::kind(&entry.subject_kind, ui.frame()),
    ]
}
