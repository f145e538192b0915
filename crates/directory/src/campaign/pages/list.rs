//! « Campagnes »: a new one, seen before it starts; and the latest.

use askama::Template;
use axum::http::StatusCode;
use jiff::ToSpan;
use jiff::civil::Date;
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::{self, Answer};
use platform::web::{Form, Problems, Query, Ui, dates, once};
use serde::Deserialize;

use super::address;
use crate::campaign::acts::{self, Plan};
use crate::campaign::model::{Campaign, Way};
use crate::campaign::sql;
use crate::territory::{self, Territory};
use crate::words::{Words, words};

const SHOWN: i64 = 20;
/// Without a choice.
const USUAL: i16 = 6;
/// « pas vérifié depuis … mois »; 0 asks everybody.
const MONTHS: [i16; 4] = [USUAL, 3, 12, 0];

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::campaign) struct Typed {
    once: String,
    territoire: String,
    mois: String,
}

#[derive(Template)]
#[template(path = "campaign/pages/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    typed: Typed,
    problems: Problems,
    planned: Option<Planned>,
    campaigns: Vec<Line>,
}

/// What starting it would do.
struct Planned {
    name: &'static str,
    plan: Plan,
}

struct Line {
    href: String,
    name: String,
    day: String,
    is_running: bool,
}

pub(in crate::campaign) async fn list(may: May<VerifyDirectory>, Query(typed): Query<Typed>) -> Answer {
    let mut problems = Problems::default();
    let wanted = if typed.territoire.trim().is_empty() { None } else { read(&typed, &may, &mut problems) };
    drawn(&may, typed, problems, wanted).await
}

pub(in crate::campaign) async fn start(may: May<VerifyDirectory>, Form(typed): Form<Typed>) -> Answer {
    let mut problems = Problems::default();
    let Some((territory, stale_before)) = read(&typed, &may, &mut problems) else {
        return drawn(&may, typed, problems, None).await;
    };
    let now = may.app().clock().now();
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    if sql::runs_in(&mut tx, territory.code()).await? {
        drop(tx);
        problems.add("territoire", words(may.lang).campaign_already_runs());
        return drawn(&may, typed, problems, None).await;
    }
    let campaign = acts::start(&mut tx, &territory, stale_before, may.id(), now).await?;
    once::commit(tx, &typed.once, Some(may.id()), &address(campaign.id), now).await
}

fn read(typed: &Typed, ui: &Ui, problems: &mut Problems) -> Option<(Territory, Date)> {
    let w = words(ui.lang);
    let territory = territory::named(&typed.territoire).ok_or(());
    let territory = problems.keep("territoire", territory, |()| w.verification_no_territory());
    let months = typed.mois.parse().ok().filter(|months| MONTHS.contains(months)).unwrap_or(USUAL);
    let today = ui.today();
    // « Everybody » means whoever was not asked today.
    Some((territory?, today.saturating_sub(months.months())))
}

async fn drawn(
    may: &May<VerifyDirectory>,
    typed: Typed,
    problems: Problems,
    wanted: Option<(Territory, Date)>,
) -> Answer {
    let mut tx = may.app().db().read().await?;
    let planned = match wanted {
        Some((territory, stale_before)) => {
            let plan = acts::plan(&mut tx, &territory, stale_before, may.app().clock().now()).await?;
            Some(Planned { name: territory.name(), plan })
        }
        None => None,
    };
    let campaigns = sql::latest(&mut tx, SHOWN).await?;
    drop(tx);
    let campaigns = campaigns.into_iter().map(|campaign| line(&campaign, may)).collect();
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let w = words(may.lang);
    page::with_status(status, &ListPage { ui: &may.ui, w, typed, problems, planned, campaigns })
}

fn line(campaign: &Campaign, ui: &Ui) -> Line {
    let name = Territory::from_code(&campaign.territory).map(|territory| territory.name());
    Line {
        href: address(campaign.id),
        name: name.unwrap_or(&campaign.territory).to_owned(),
        day: dates::plain(acts::started_on(campaign), ui.lang),
        is_running: campaign.is_running(),
    }
}

impl ListPage<'_> {
    /// Each choice: its value, its words, and whether it is chosen.
    fn months(&self) -> Vec<(String, String, bool)> {
        let said = |months: i16| match months {
            0 => self.w.campaign_everybody(),
            months => self.w.campaign_months(months),
        };
        let chosen = |code: &str| self.typed.mois == code;
        MONTHS.iter().map(|months| (months.to_string(), said(*months), chosen(&months.to_string()))).collect()
    }
}

impl Planned {
    fn letters(&self) -> usize {
        self.plan.by(Way::Letter)
    }

    fn calls(&self) -> usize {
        self.plan.by(Way::Telephone)
    }
}
