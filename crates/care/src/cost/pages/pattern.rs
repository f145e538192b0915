//! `/equipe/couts/consultations/modele.csv`: the team's courses of support that ended, to be filled in. No
//! name stands in it: whoever must know whose one is opens its address.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use jiff::civil::Date;
use platform::app::App;
use platform::audit::Kind;
use platform::csv::written;
use platform::web::Query;
use platform::web::may::{May, ShareTheLoad};
use platform::web::page::Answer;
use serde::Deserialize;

use super::teams;
use crate::act::Acting;
use crate::cost::file::COLUMNS;
use crate::cost::model::{Count, Standing};
use crate::cost::{rules, sql};

/// The days of both windows, for whoever looks the numbers up.
const DAYS: [&str; 4] = ["avant_du", "avant_au", "apres_du", "apres_au"];

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::cost) struct Asked {
    equipe: String,
}

pub(in crate::cost) async fn show(may: May<ShareTheLoad>, Query(asked): Query<Asked>) -> Answer {
    let site = teams::chosen(&may, &asked.equipe)?;
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let all = sql::visits::of_site(&mut tx, site).await?;
    acting.trace_list(&mut tx, Kind::Case, [site]).await?;
    tx.commit().await?;
    let head = COLUMNS.iter().chain(&DAYS).map(|name| (*name).to_owned()).collect();
    let ended = all.iter().filter(|standing| standing.closed_at.is_some());
    let rows: Vec<Vec<String>> =
        std::iter::once(head).chain(ended.map(|standing| row(standing, acting.app))).collect();
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"consultations.csv\""),
    ];
    Ok((headers, written(&rows)).into_response())
}

fn row(standing: &Standing, app: &App) -> Vec<String> {
    let count = |count: Option<Count>| count.map(|count| count.count.to_string()).unwrap_or_default();
    let (before, after) = (rules::before(standing.referred_on), rules::after(standing.referred_on));
    let days = [before.first, before.last, after.first, after.last].map(|day: Date| day.to_string());
    let file = app.settings().address(format_args!("/personnes/{}", standing.case));
    let said = [file, count(standing.noted.before), count(standing.noted.after)];
    said.into_iter().chain(days).collect()
}
