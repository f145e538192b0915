//! A report as its template reads it.

use kernel::Lang;
use serde_json::{Value as Json, json};

use super::reading::Report;
use crate::told::table::Row;
use crate::told::{self, Told};
use crate::words::words;

pub(super) fn data(report: &Report, told: &Told, lang: Lang) -> Json {
    let w = words(lang);
    let heads = [w.indicator_csv_label(), w.indicator_persons(), w.indicator_csv_share()];
    let said = report.written.as_ref().map(|written| written.said(w)).unwrap_or_default();
    let waits = told.waits.iter().map(|(_, said)| said.clone()).collect::<Vec<_>>();
    let tables = [
        (w.indicator_standing(), &told.standing),
        (w.indicator_sources(), &told.sources),
        (w.indicator_not_accompanied(), &told.not_accompanied),
        (w.indicator_decline_reasons(), &told.decline_reasons),
        (w.indicator_outcomes(), &told.outcomes),
    ];
    let tables = tables.into_iter().filter(|(_, rows)| !rows.is_empty());
    let definitions = told.definitions(w).into_iter();
    json!({
        "whose": report.whose(lang),
        "title": w.report_title(super::named(report.quarter, lang)),
        "version": w.report_public_version(),
        "said": said.into_iter().map(|(title, text)| json!({ "title": title, "text": text })).collect::<Vec<_>>(),
        "path": {
            "title": w.indicator_path(),
            "lede": report.cohort(lang),
            "screened": { "label": w.indicator_screened(), "text": told.screened },
            "heads": heads,
            "rows": told.funnel.iter().map(bar).collect::<Vec<_>>(),
        },
        "waits": { "title": w.indicator_waits(), "said": waits },
        "heads": heads,
        "tables": tables.map(|(title, rows)| json!({ "title": title, "rows": rows.iter().map(cells).collect::<Vec<_>>() })).collect::<Vec<_>>(),
        "changes": {
            "title": w.indicator_changes(),
            "none": w.indicator_no_change(),
            "each": told.changes.iter().map(|change| json!({
                "title": change.title,
                "headline": change.headline,
                "lines": change.rows.iter().map(|(label, text)| fact(label, text)).collect::<Vec<_>>(),
                "notes": change.notes,
            })).collect::<Vec<_>>(),
        },
        "groups": {
            "title": w.indicator_groups(),
            "lede": w.indicator_groups_text(),
            "none": w.report_no_groups(),
            "each": told.groups.iter().map(|by| json!({
                "title": by.title,
                "heads": by.heads,
                "rows": by.rows.iter().map(|row| std::iter::once(&row.label).chain(&row.cells).collect::<Vec<_>>()).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
        },
        "how": {
            "title": w.indicator_how(),
            "lines": definitions.map(|(_, term, definition)| fact(&term, &definition)).collect::<Vec<_>>(),
            "limits": { "title": w.indicator_limits(), "each": told::limits(w) },
        },
        "stamp": report.stamped(lang),
    })
}

fn fact(label: &str, text: &str) -> Json {
    json!({ "label": label, "text": text })
}

fn cells(row: &Row) -> [String; 3] {
    [row.label.clone(), row.count.clone(), row.share.clone().unwrap_or_default()]
}

/// A row and the length of its bar, of 100; none where its number is not shown.
fn bar(row: &Row) -> Json {
    json!({ "cells": cells(row), "bar": row.bar })
}
