//! A report set in pages: how long many pages take, beside few.

use std::time::Instant;

use ::paper::Typst;
use clap::Args;
use kernel::Lang;
use platform::paper::{Letters, Press, Sheet};
use serde_json::{Value as Json, json};

use crate::Failure;
use crate::report::say;
use crate::timing::{Times, said};

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Rows of its longest table: some forty to a page
    #[arg(long, default_value_t = 1_100)]
    rows: usize,
}

/// Times each is set.
const TIMES: usize = 10;
const FEW: usize = 40;

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    for rows in [FEW, options.rows] {
        let mut taken = Vec::new();
        let mut pages = None;
        for _ in 0..TIMES {
            let start = Instant::now();
            let file = Typst.print(&sheet(rows))?;
            taken.push(start.elapsed());
            pages = pages_of(&file);
        }
        let times = Times::sorted(taken);
        let pages = pages.ok_or("a file without a count of pages")?;
        say(&format!("{pages} pages: p50 {}, p99 {}", said(times.median()), said(times.p99())));
    }
    Ok(())
}

/// A report as the observatory fills it, invented, with one long table of groups.
fn sheet(rows: usize) -> Sheet {
    let row =
        |number: usize| json!([format!("Commune {number}"), "128", "96 · 75 %", "au plus 4 jours", "57 %"]);
    let line = |number: usize| json!({ "label": format!("Chiffre {number}"), "text": DEFINITION });
    let data = json!({
        "whose": "Équipe inventée",
        "title": "Rapport du 4e trimestre 2025",
        "version": "Ce qui peut être lu de tous.",
        "said": [{ "title": "Ce que l’équipe en dit", "text": DEFINITION }],
        "path": {
            "title": "Le chemin",
            "lede": DEFINITION,
            "screened": { "label": "Consultations", "text": "250" },
            "heads": ["Étape", "Personnes", "Part"],
            "rows": [{ "cells": ["Demandes reçues", "1280", "100 %"], "bar": 100 }],
        },
        "waits": { "title": "Délais", "said": [DEFINITION] },
        "heads": ["Étape", "Personnes", "Part"],
        "tables": [],
        "changes": { "title": "Évolutions", "none": DEFINITION, "each": [] },
        "groups": {
            "title": "Selon les groupes",
            "lede": DEFINITION,
            "none": "",
            "each": [{
                "title": "Selon la commune",
                "heads": ["Commune", "Demandes", "Accompagnements", "Premier contact", "Mieux"],
                "rows": (0..rows).map(row).collect::<Vec<Json>>(),
            }],
        },
        "how": {
            "title": "Comment c’est compté",
            "lines": (0..20).map(line).collect::<Vec<Json>>(),
            "limits": { "title": "Limites", "each": [DEFINITION] },
        },
        "stamp": null,
    });
    Sheet {
        template: include_str!("../../observatory/src/report/report.typ"),
        title: "Rapport".to_owned(),
        lang: Lang::Fr,
        letters: Letters::Normal,
        day: jiff::civil::date(2026, 7, 1),
        data,
        pictures: Vec::new(),
    }
}

const DEFINITION: &str = "Parmi les demandes envoyées dans le trimestre, celles dont la personne a été \
                          jointe une première fois, quel qu’ait été le moyen.";

/// What the file says of itself: the largest of its page trees is the whole.
fn pages_of(file: &[u8]) -> Option<usize> {
    let text = String::from_utf8_lossy(file);
    let counts = text.split("/Count ").skip(1);
    let number = |rest: &str| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok();
    counts.filter_map(number).max()
}
