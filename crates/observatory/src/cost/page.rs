//! `/chiffres/cout`.

use askama::Template;
use care::cost;
use platform::web::form::Query;
use platform::web::may::{May, ReadFigures};
use platform::web::page::{self, Answer};
use platform::web::ui::Ui;
use serde::Deserialize;

use super::HERE;
use super::said::{self, Said};
use crate::indicator::{self, Teams};
use crate::report;
use crate::words::{Words, words};

/// What was chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    site: String,
}

#[derive(Template)]
#[template(path = "cost/page.html")]
struct CostPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    site: String,
    sites: Vec<(String, String)>,
    named: String,
    period: String,
    is_empty: bool,
    said: Said,
}

const MONTHS: i32 = 12;

impl CostPage<'_> {
    /// `(term, definition)` of all.
    fn definitions(&self) -> [(String, String); 6] {
        said::definitions(self.w)
    }
}

pub(super) async fn show(may: May<ReadFigures>, Query(asked): Query<Asked>) -> Answer {
    let w = words(may.lang);
    let Some(teams) = Teams::chosen(&may.account, &asked.site)? else {
        return page::see(report::HOME);
    };
    indicator::note(&may, &teams).await?;
    let period = indicator::last_months(MONTHS, may.today());
    let sites = teams.sites.clone();
    let counted = may.app().db().aside(move |tx| {
        let sites = sites.clone();
        Box::pin(async move { cost::closed(tx, &sites, period).await })
    });
    let costs = counted.await?;
    page::show(&CostPage {
        ui: &may.ui,
        w,
        site: asked.site,
        sites: indicator::choices(&may.account),
        named: teams.named,
        period: indicator::said(period, w, may.lang),
        is_empty: costs.closed == 0,
        said: Said::of(&costs, w, may.lang),
    })
}
