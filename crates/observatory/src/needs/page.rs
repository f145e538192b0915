//! `/chiffres/besoins`.

use askama::Template;
use care::figures::unmet::{self, Reach};
use care::figures::{Cohort, Period};
use directory::finder::{self, Means};
use directory::{Area, Sketch};
use kernel::coded::Coded;
use platform::web::form::Query;
use platform::web::may::{May, ReadFigures};
use platform::web::page::{self, Answer};
use platform::web::ui::Ui;
use serde::Deserialize;

use super::table::{self, Line};
use crate::indicator::{self, Teams};
use crate::report;
use crate::words::{Words, words};

/// What was chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    site: String,
    /// By its code.
    rayon: String,
}

#[derive(Template)]
#[template(path = "needs/page.html")]
struct NeedsPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    site: String,
    sites: Vec<(String, String)>,
    named: String,
    reach: Reach,
    period: String,
    asked: u32,
    /// SVG without its root.
    map: String,
    communes: Vec<Line>,
    wishes: Vec<Line>,
    leaves_out: bool,
}

/// The usual: half an hour on foot for an old person, or a short way by bus.
const USUAL: Reach = Reach::Walk30;
const MONTHS: i32 = 12;

impl NeedsPage<'_> {
    /// `(code, label)`.
    fn reaches(&self) -> Vec<(&'static str, String)> {
        Reach::all().map(|reach| (reach.code(), label(reach, self.w))).collect()
    }

    /// « 0 0 320 190 ».
    fn map_box(&self) -> String {
        let (width, height) = Sketch::sides();
        format!("0 0 {width} {height}")
    }

    fn said_reach(&self) -> String {
        label(self.reach, self.w)
    }
}

pub(super) async fn show(may: May<ReadFigures>, Query(asked): Query<Asked>) -> Answer {
    let w = words(may.lang);
    let Some(teams) = Teams::chosen(&may.account, &asked.site)? else { return page::see(report::HOME) };
    indicator::note(&may, &teams).await?;
    let sent: Period = indicator::last_months(MONTHS, may.today());
    let cohort = Cohort { sent, seen_before: sent.before };
    let reach = Reach::from_code(&asked.rayon).unwrap_or(USUAL);
    let said = unmet::said(&mut may.app().db().read().await?, &teams.sites, cohort).await?;
    let view = finder::current(may.app()).await?;
    let unmet = said.unmet(&view, reach);
    page::show(&NeedsPage {
        ui: &may.ui,
        w,
        site: asked.site,
        sites: indicator::choices(&may.account),
        named: teams.named,
        reach,
        period: indicator::said(sent, w, may.lang),
        asked: unmet.asked,
        map: Area::drawing(&table::areas(&unmet)),
        communes: table::communes(&unmet, w),
        wishes: table::wishes(&unmet, w, may.lang),
        leaves_out: table::leaves_out(&unmet),
    })
}

fn label(reach: Reach, w: &Words) -> String {
    match reach.means() {
        Means::OnFoot => w.needs_on_foot(reach.minutes()),
        Means::ByCar => w.needs_by_car(reach.minutes()),
    }
}
