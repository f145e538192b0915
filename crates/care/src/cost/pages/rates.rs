//! `/equipe/couts`: what an hour costs the team, as the team says.

use askama::Template;
use kernel::id::SiteId;
use kernel::text::{TextError, bounded};
use platform::web::may::{May, ShareTheLoad};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Problems, Query, Ui, dates, once};
use serde::Deserialize;

use super::teams;
use crate::act::Acting;
use crate::cost::model::{NewRate, Rate};
use crate::cost::rules::{self, NotAdded};
use crate::cost::{BRING, RATES, acts, labels, sql, typed};
use crate::words::{Words, words};

const LONGEST_ORIGIN: usize = 500;

#[derive(Template)]
#[template(path = "cost/pages/rates.html")]
struct RatesPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    teams: Vec<(String, String)>,
    site: SiteId,
    lines: Vec<Line>,
    form: RateForm,
    problems: Problems,
    was_added: bool,
}

/// A rate as its reader sees it.
struct Line {
    from: String,
    amounts: String,
    origin: String,
    by: String,
    /// Holds today.
    is_current: bool,
    /// Another was said for the same day later.
    is_corrected: bool,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::cost) struct RateForm {
    once: String,
    site: String,
    hour: String,
    other: String,
    valid_from: String,
    origin: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::cost) struct Arrival {
    /// The team, of several.
    equipe: String,
    note: Option<String>,
}

impl RateForm {
    fn parse(&self, w: &Words, problems: &mut Problems) -> Option<NewRate> {
        let hour = typed::cents(&self.hour, typed::MOST_CENTS).filter(|cents| *cents > 0).ok_or(());
        let hour_cents = problems.keep("hour", hour, |()| w.cost_rates_hour_odd());
        let other =
            if self.other.trim().is_empty() { Some(0) } else { typed::cents(&self.other, typed::MOST_CENTS) };
        let other_cents = problems.keep("other", other.ok_or(()), |()| w.cost_rates_other_odd());
        let day = dates::typed(&self.valid_from).ok_or(());
        let valid_from = problems.keep("valid_from", day, |()| w.cost_day_odd());
        let origin = problems.keep("origin", bounded(&self.origin, LONGEST_ORIGIN), |error| match error {
            TextError::Empty => w.cost_rates_origin_needed(),
            TextError::TooLong(max) => w.text_too_long(i64::try_from(max).unwrap_or_default()),
        });
        let (hour_cents, other_cents) = (hour_cents?, other_cents?);
        Some(NewRate { valid_from: valid_from?, hour_cents, other_cents, origin: origin? })
    }
}

pub(in crate::cost) async fn show(may: May<ShareTheLoad>, Query(arrival): Query<Arrival>) -> Answer {
    let site = teams::chosen(&may, &arrival.equipe)?;
    let form = RateForm { valid_from: may.today().to_string(), ..RateForm::default() };
    page::show(&drawn(&may, site, (form, Problems::default()), arrival.note.is_some()).await?)
}

pub(in crate::cost) async fn add(may: May<ShareTheLoad>, Form(form): Form<RateForm>) -> Answer {
    let (w, site) = (words(may.lang), teams::chosen(&may, &form.site)?);
    let mut problems = Problems::default();
    let Some(new) = form.parse(w, &mut problems) else {
        return page::with_problems(&drawn(&may, site, (form, problems), false).await?);
    };
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    if let Err(refused) = acts::add_rate(&mut tx, &acting, site, &new).await? {
        drop(tx);
        problems.add("valid_from", said(refused, w));
        return page::with_problems(&drawn(&may, site, (form, problems), false).await?);
    }
    let location = format!("{RATES}?equipe={site}&note=oui");
    once::commit(tx, &form.once, Some(may.id()), &location, acting.now).await
}

fn said(refused: NotAdded, w: &Words) -> String {
    match refused {
        NotAdded::Past => w.cost_rates_past(),
        NotAdded::Odd => w.cost_day_odd(),
    }
}

async fn drawn(
    may: &May<ShareTheLoad>,
    site: SiteId,
    (form, problems): (RateForm, Problems),
    was_added: bool,
) -> Result<RatesPage<'_>, Nope> {
    let rates = sql::rates::of_site(&mut may.app().db().read().await?, site).await?;
    let (lines, teams) = (lines(&rates, &may.ui), teams::all(may));
    Ok(RatesPage { ui: &may.ui, w: words(may.lang), teams, site, lines, form, problems, was_added })
}

/// The last day first, and on one day the last word first.
fn lines(rates: &[Rate], ui: &Ui) -> Vec<Line> {
    let (w, all) = (words(ui.lang), rates.iter().map(|rate| rate.new.clone()).collect::<Vec<_>>());
    let today = rules::rate_on(&all, ui.today());
    let line = |(place, rate): (usize, &Rate)| Line {
        from: w.cost_rates_since(dates::plain(rate.new.valid_from, ui.lang)),
        amounts: amounts(&rate.new, ui),
        origin: rate.new.origin.clone(),
        by: w.cost_rates_by(rate.by_name.as_str(), dates::day_of(rate.said_at, ui.lang)),
        is_current: today.zip(all.get(place)).is_some_and(|(one, other)| std::ptr::eq(one, other)),
        is_corrected: all
            .iter()
            .skip(place.saturating_add(1))
            .any(|later| later.valid_from == rate.new.valid_from),
    };
    let mut lines: Vec<(usize, &Rate)> = rates.iter().enumerate().collect();
    lines.sort_by_key(|(place, rate)| std::cmp::Reverse((rate.new.valid_from, *place)));
    lines.into_iter().map(line).collect()
}

fn amounts(rate: &NewRate, ui: &Ui) -> String {
    let (w, hour) = (words(ui.lang), labels::euros(rate.hour_cents, ui.lang));
    match rate.other_cents {
        0 => w.cost_rates_amount(hour),
        other => w.cost_rates_amounts(hour, labels::euros(other, ui.lang)),
    }
}
