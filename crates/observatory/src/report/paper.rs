//! A report as its template reads it.

use kernel::Lang;
use serde_json::{Value as Json, json};

use super::finances::{Finances, SideTold};
use super::reading::Report;
use super::{title, year};
use crate::told::table::Row;
use crate::told::{self, ChangeTold, GroupTable, Told};
use crate::words::{Words, words};

pub(super) fn data(report: &Report, told: &Told, lang: Lang) -> Json {
    let w = words(lang);
    let said = report.written.as_ref().map(|written| written.content.said(w)).unwrap_or_default();
    let said = said.into_iter().map(|(title, text)| json!({ "title": title, "text": text }));
    let waits = told.waits.iter().map(|(_, said)| said);
    json!({
        "whose": report.whose(lang),
        "title": title(report.span, lang),
        "version": w.report_public_version(),
        "said": said.collect::<Json>(),
        "year": report.beside(false, lang).map(|table| beside(&table, w)),
        "finances": Finances::of(report, false, lang).map(|told| finances(&told, w)),
        "path": path(report, told, lang),
        "waits": { "title": w.indicator_waits(), "said": waits.collect::<Vec<_>>() },
        "heads": heads(w),
        "tables": tables(told, w),
        "changes": changes(told, w),
        "groups": groups(told, w),
        "how": how(told, w),
        "stamp": report.stamped(lang),
    })
}

fn beside(table: &year::Table, w: &Words) -> Json {
    let heads = std::iter::once(w.indicator_csv_label()).chain(table.heads.iter().cloned());
    let row =
        |line: &year::Line| std::iter::once(&line.label).chain(&line.cells).cloned().collect::<Vec<_>>();
    json!({
        "title": w.report_year_beside(),
        "lede": format!("{} {}", w.report_year_beside_text(), w.report_year_hidden()),
        "heads": heads.collect::<Vec<_>>(),
        "rows": table.lines.iter().map(row).collect::<Json>(),
    })
}

fn finances(told: &Finances, w: &Words) -> Json {
    let side = |side: &SideTold| {
        let rows = side.rows.iter().chain([&side.total]);
        json!({ "title": side.title, "rows": rows.collect::<Vec<_>>() })
    };
    let accounts = told.accounts.as_ref();
    let result = accounts.map(|accounts| fact(&accounts.result.0, &accounts.result.1));
    json!({
        "title": w.report_place_finances(),
        "text": told.text,
        "heads": [w.account_heading(), w.account_amount()],
        "sides": accounts.map(|accounts| accounts.sides.iter().map(side).collect::<Vec<_>>()),
        "result": result,
        "costs": told.costs.iter().map(|(label, text)| fact(label, text)).collect::<Json>(),
        "costs_text": w.report_costs_text(),
    })
}

fn heads(w: &Words) -> [String; 3] {
    [w.indicator_csv_label(), w.indicator_persons(), w.indicator_csv_share()]
}

fn path(report: &Report, told: &Told, lang: Lang) -> Json {
    let w = words(lang);
    json!({
        "title": w.indicator_path(),
        "lede": report.cohort(lang),
        "screened": { "label": w.indicator_screened(), "text": told.screened },
        "heads": heads(w),
        "rows": told.funnel.iter().map(bar).collect::<Json>(),
    })
}

/// Those that have a row.
fn tables(told: &Told, w: &Words) -> Json {
    let all = [
        (w.indicator_standing(), &told.standing),
        (w.indicator_sources(), &told.sources),
        (w.indicator_not_accompanied(), &told.not_accompanied),
        (w.indicator_decline_reasons(), &told.decline_reasons),
        (w.indicator_outcomes(), &told.outcomes),
    ];
    let filled = all.into_iter().filter(|(_, rows)| !rows.is_empty());
    let table = |(title, rows): (String, &Vec<Row>)| json!({ "title": title, "rows": rows.iter().map(cells).collect::<Vec<_>>() });
    filled.map(table).collect()
}

fn changes(told: &Told, w: &Words) -> Json {
    let change = |change: &ChangeTold| {
        json!({
            "title": change.title,
            "headline": change.headline,
            "lines": change.rows.iter().map(|(label, text)| fact(label, text)).collect::<Json>(),
            "notes": change.notes,
        })
    };
    let each: Json = told.changes.iter().map(change).collect();
    json!({ "title": w.indicator_changes(), "none": told.no_change, "each": each })
}

fn groups(told: &Told, w: &Words) -> Json {
    let by = |by: &GroupTable| {
        let cells =
            by.rows.iter().map(|row| std::iter::once(&row.label).chain(&row.cells).collect::<Vec<_>>());
        json!({ "title": by.title, "heads": by.heads, "rows": cells.collect::<Vec<_>>() })
    };
    json!({
        "title": w.indicator_groups(),
        "lede": w.indicator_groups_text(),
        "none": w.report_no_groups(),
        "each": told.groups.iter().map(by).collect::<Json>(),
    })
}

fn how(told: &Told, w: &Words) -> Json {
    let lines = told.definitions(w).into_iter().map(|(_, term, definition)| fact(&term, &definition));
    json!({
        "title": w.indicator_how(),
        "lines": lines.collect::<Json>(),
        "limits": { "title": w.indicator_limits(), "each": told::limits(w) },
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
