//! « Chiffres ».

use askama::Template;
use care::figures::{self, Cohort, Figures, Period};
use kernel::coded::Coded;
use platform::audit::{self, Action, Kind, Subject};
use platform::web::form::{Problems, Query};
use platform::web::may::{May, ReadFigures};
use platform::web::nope::Nope;
use platform::web::page::{self, Answer};
use platform::web::ui::Ui;

use super::beside::{Beside, SideBySide};
use super::period::{self, Asked, MONTHS};
use super::teams::{self, Teams};
use crate::report;
use crate::told::{Numbers, Told};
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
}

pub(super) async fn show(may: May<ReadFigures>, Query(asked): Query<Asked>) -> Answer {
    let w = words(may.lang);
    let Some(teams) = Teams::chosen(&may.account, &asked.site)? else { return page::see(report::HOME) };
    let mut problems = Problems::default();
    let Some(period) = asked.period(may.today(), w, &mut problems) else {
        return with_problems(&may, asked, teams, problems);
    };
    note(&may, &teams).await?;
    let numbers = count(&may, &teams, period).await?;
    let told = Told::to_team(&numbers, w, may.lang);
    let shown = Shown {
        beside: beside(&may, &teams, &asked, (period, &numbers.all)).await?,
        period: period::said(period, w, may.lang),
        is_empty: numbers.all.is_empty(),
        has_loads: teams.are_coordinated_by(&may.account) && !told.loads.is_empty(),
        told,
    };
    let sites = teams::choices(&may.account);
    let asked = asked.with(period);
    page::show(&FiguresPage { ui: &may.ui, w, asked, problems, sites, teams, shown: Some(shown) })
}

/// The other period that was asked for.
async fn beside(
    may: &May<ReadFigures>,
    teams: &Teams,
    asked: &Asked,
    (this, figures): (Period, &Figures),
) -> Result<Option<SideBySide>, Nope> {
    let Some(other) = Beside::from_code(&asked.avec).and_then(|beside| beside.of(this)) else {
        return Ok(None);
    };
    let before = count(may, teams, other).await?.all;
    Ok(Some(SideBySide::of((this, figures), (other, &before), words(may.lang), may.lang)))
}

/// What takes long to count is read aside, and keeps nobody waiting.
async fn count(may: &May<ReadFigures>, teams: &Teams, sent: Period) -> Result<Numbers, Nope> {
    let sites = teams.sites.clone();
    let cohort = Cohort { sent, seen_before: may.today().tomorrow().unwrap_or(may.today()) };
    let counted = may.app().db().aside(move |tx| {
        let sites = sites.clone();
        Box::pin(async move { figures::of_sites(tx, &sites, cohort).await })
    });
    Ok(Numbers::of(&counted.await?))
}

pub(crate) async fn note(may: &May<ReadFigures>, teams: &Teams) -> Result<(), Nope> {
    let mut tx = may.app().db().begin().await?;
    let now = may.app().clock().now();
    for site in &teams.sites {
        audit::note(&mut tx, may.who(), Action::Listed, Subject::list(Kind::Figures), Some(*site), now)
            .await?;
    }
    Ok(tx.commit().await?)
}

fn with_problems(may: &May<ReadFigures>, asked: Asked, teams: Teams, problems: Problems) -> Answer {
    let sites = teams::choices(&may.account);
    let w = words(may.lang);
    page::with_problems(&FiguresPage { ui: &may.ui, w, asked, problems, sites, teams, shown: None })
}
