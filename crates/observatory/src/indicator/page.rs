//! « Chiffres », and its table to take away.

use askama::Template;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use care::figures::{self, Figures, Period, Step};
use kernel::coded::Coded;
use platform::audit::{self, Action, Kind, Subject};
use platform::web::form::{Problems, Query};
use platform::web::may::{May, ReadFigures};
use platform::web::nope::Nope;
use platform::web::page::{self, Answer};
use platform::web::ui::Ui;

use super::beside::{Beside, SideBySide};
use super::parts::Told;
use super::period::{self, Asked, MONTHS, Teams};
use super::{csv, labels};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "indicator/page.html")]
struct FiguresPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    asked: Asked,
    problems: Problems,
    /// Teams to choose from; none to choose when there is one.
    sites: Vec<(String, String)>,
    teams: Teams,
    shown: Option<Shown>,
}

/// What the page says once a period is understood.
struct Shown {
    period: String,
    is_empty: bool,
    has_loads: bool,
    told: Told,
    beside: Option<SideBySide>,
    csv: String,
}

impl FiguresPage<'_> {
    /// `(label, address)` of periods in one click.
    fn presets(&self) -> Vec<(String, String)> {
        let today = self.ui.today();
        let preset = |months| {
            let period = period::last_months(months, today);
            (self.w.indicator_last_months(months), self.asked.address("/chiffres", period))
        };
        MONTHS.map(preset).to_vec()
    }

    /// `(code, label)` of the periods to set beside.
    fn others(&self) -> Vec<(&'static str, String)> {
        Beside::all().map(|beside| (beside.code(), beside.label(self.w))).collect()
    }

    /// `(code, term, definition)`.
    fn definitions(&self) -> Vec<(&'static str, String, String)> {
        let w = self.w;
        let steps = Step::all().map(|step| (step.code(), labels::step(step, w), labels::definition(step, w)));
        let others = [
            ("screened", w.indicator_screened(), w.indicator_def_screened()),
            ("settled", w.indicator_settled(), w.indicator_def_settled()),
            ("closed", w.indicator_closed(), w.indicator_def_closed()),
            ("open", w.indicator_open(), w.indicator_def_open()),
            ("waits", w.indicator_waits(), w.indicator_def_waits()),
            ("declined", w.indicator_declined(), w.indicator_def_declined()),
            ("withdrawn", w.indicator_withdrawn(), w.indicator_def_withdrawn()),
            ("waiting", w.indicator_waiting(), w.indicator_def_waiting()),
            ("source", w.indicator_sources(), w.indicator_def_source()),
            ("lost", w.indicator_lost(), w.indicator_def_lost()),
            ("load", w.indicator_load(), w.indicator_def_load()),
            ("change", w.indicator_changes(), w.indicator_def_change()),
            ("mean", w.indicator_change_mean(), w.indicator_def_mean()),
            ("size", w.indicator_change_size(), w.indicator_def_size()),
            ("missing", w.indicator_change_lost(), w.indicator_def_missing()),
        ];
        steps.chain(others).collect()
    }
}

pub(super) async fn show(may: May<ReadFigures>, Query(asked): Query<Asked>) -> Answer {
    let w = words(may.lang);
    let teams = asked.teams(&may.account)?;
    let mut problems = Problems::default();
    let Some(period) = asked.period(may.today(), w, &mut problems) else {
        return with_problems(&may, asked, teams, problems);
    };
    let figures = read(&may, &teams, period).await?;
    let told = if teams.are_own {
        Told::to_team(&figures, w, may.lang)
    } else {
        Told::published(&figures, w, may.lang)
    };
    let beside = beside(&may, &teams, &asked, (period, &figures)).await?;
    let shown = Shown {
        beside,
        period: period::said(period, w, may.lang),
        is_empty: figures.is_empty(),
        has_loads: period::coordinates(&may.account, &teams) && !told.loads.is_empty(),
        told,
        csv: asked.address("/chiffres.csv", period),
    };
    let sites = period::choices(&may.account);
    let asked = asked.with(period);
    page::show(&FiguresPage { ui: &may.ui, w, asked, problems, sites, teams, shown: Some(shown) })
}

/// The other period that was asked for, to those who open the files.
async fn beside(
    may: &May<ReadFigures>,
    teams: &Teams,
    asked: &Asked,
    (this, figures): (Period, &Figures),
) -> Result<Option<SideBySide>, Nope> {
    let other = Beside::from_code(&asked.avec).and_then(|beside| beside.of(this));
    let Some(other) = other.filter(|_| teams.are_own) else { return Ok(None) };
    let before = count(may, teams, other).await?;
    Ok(Some(SideBySide::of((this, figures), (other, &before), words(may.lang), may.lang)))
}

/// The published version, whoever asks: it is made to leave the team.
pub(super) async fn download(may: May<ReadFigures>, Query(asked): Query<Asked>) -> Answer {
    let w = words(may.lang);
    let teams = asked.teams(&may.account)?;
    let mut problems = Problems::default();
    let Some(period) = asked.period(may.today(), w, &mut problems) else {
        return with_problems(&may, asked, teams, problems);
    };
    let figures = read(&may, &teams, period).await?;
    let (from, to) = (period.from.to_string(), period::last_day(period).to_string());
    let name = format!("attachment; filename=\"chiffres-{from}-{to}.csv\"");
    let around = [from, to, teams.named];
    let head = [
        w.indicator_csv_section(),
        w.indicator_csv_label(),
        w.indicator_csv_value(),
        w.indicator_csv_share(),
    ];
    let mut rows =
        vec![[[w.indicator_from(), w.indicator_to(), w.indicator_team()].as_slice(), &head].concat()];
    let table = Told::published(&figures, w, may.lang).table(w);
    rows.extend(table.iter().map(|row| [around.as_slice(), row].concat()));
    let headers = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((headers, csv::written(&rows)).into_response())
}

/// Who reads is noted first: what takes long to count is then read aside, and keeps nobody waiting.
async fn read(may: &May<ReadFigures>, teams: &Teams, period: Period) -> Result<Figures, Nope> {
    note(may, teams).await?;
    count(may, teams, period).await
}

async fn count(may: &May<ReadFigures>, teams: &Teams, period: Period) -> Result<Figures, Nope> {
    let sites = teams.sites.clone();
    let counted = may.app().db().aside(move |tx| {
        let sites = sites.clone();
        Box::pin(async move { figures::of_sites(tx, &sites, period).await })
    });
    Ok(counted.await?)
}

async fn note(may: &May<ReadFigures>, teams: &Teams) -> Result<(), Nope> {
    let mut tx = may.app().db().begin().await?;
    let now = may.app().clock().now();
    for site in &teams.sites {
        audit::note(&mut tx, may.who(), Action::Listed, Subject::list(Kind::Figures), Some(*site), now)
            .await?;
    }
    Ok(tx.commit().await?)
}

fn with_problems(may: &May<ReadFigures>, asked: Asked, teams: Teams, problems: Problems) -> Answer {
    let sites = period::choices(&may.account);
    let w = words(may.lang);
    page::with_problems(&FiguresPage { ui: &may.ui, w, asked, problems, sites, teams, shown: None })
}
