//! A report to take away: paper (PDF) and table (CSV), always as it may leave the team.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kernel::Lang;
use platform::paper::{Filled, Kind, Wanted};
use platform::web::may::{May, ReadFigures};
use platform::web::page::Answer;
use platform::web::{Nope, Path, Ui, dates};

use super::reading::Report;
use super::{paper, show, title};
use crate::frozen::{Scope, Span, Stamp};
use crate::words::words;
use platform::csv::written;

/// Which quarter or year it is of stands in the paper itself.
const PAPER: Kind = Kind { template: include_str!("report.typ"), file: "rapport.pdf" };

pub(super) async fn pdf(may: May<ReadFigures>, wanted: Wanted, Path(asked): Path<(Scope, Span)>) -> Answer {
    as_pdf(&may.ui, &frozen(&may, asked).await?, wanted).await
}

pub(super) async fn csv(may: May<ReadFigures>, Path(asked): Path<(Scope, Span)>) -> Result<Response, Nope> {
    Ok(as_csv(&frozen(&may, asked).await?, may.lang))
}

/// What is provisional leaves by no file.
async fn frozen(may: &May<ReadFigures>, asked: (Scope, Span)) -> Result<Report, Nope> {
    let report = show::found(may, asked).await?;
    if report.stamp.is_none() {
        return Err(Nope::NotFound);
    }
    show::note(may, &report).await?;
    Ok(report)
}

pub(super) async fn as_pdf(ui: &Ui, report: &Report, wanted: Wanted) -> Answer {
    let filled = Filled {
        title: title(report.span, ui.lang),
        data: paper::data(report, &report.published(ui.lang), ui.lang),
        pictures: Vec::new(),
    };
    wanted.handed(&PAPER, filled, ui).await
}

pub(super) fn as_csv(report: &Report, lang: Lang) -> Response {
    let w = words(lang);
    let cohort = report.span.cohort();
    let seen = cohort.seen_before.yesterday().unwrap_or(cohort.seen_before);
    let around = [report.span.code(), report.whose(lang), seen.to_string(), stamp(report, lang)];
    let head = [
        w.report_csv_span(),
        w.indicator_team(),
        w.report_csv_seen(),
        w.report_csv_version(),
        w.indicator_csv_section(),
        w.indicator_csv_label(),
        w.indicator_csv_value(),
        w.indicator_csv_share(),
    ];
    let table = report.published(lang).table(w);
    let rows = table.iter().map(|row| [around.as_slice(), row].concat());
    let rows: Vec<Vec<String>> = std::iter::once(head.to_vec()).chain(rows).collect();
    let name = format!("attachment; filename=\"chiffres-{}.csv\"", report.span.code());
    let headers = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
    (headers, written(&rows)).into_response()
}

fn stamp(report: &Report, lang: Lang) -> String {
    let said = |stamp: &Stamp| format!("{} · {}", dates::day_of(stamp.counted_at, lang), stamp.fingerprint);
    report.stamp.as_ref().map(said).unwrap_or_default()
}
