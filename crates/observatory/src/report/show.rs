//! One report, to those whose team it is about.

use askama::Template;
use platform::accounts::Account;
use platform::audit::{self, Action, Kind, Subject};
use platform::web::may::{May, ReadFigures};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Query, Ui, dates};
use serde::Deserialize;

use super::finances::Finances;
use super::reading::Report;
use super::{access, address, title, year};
use crate::frozen::{Scope, Span};
use crate::told::Told;
use crate::words::{Words, words};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// As everybody will see it.
    publie: Option<String>,
    fait: Option<String>,
}

/// Both the team's page and everybody's.
#[derive(Template)]
#[template(path = "report/show.html")]
pub(super) struct ReportPage<'a> {
    pub(super) ui: &'a Ui,
    pub(super) w: &'static Words,
    pub(super) report: Report,
    pub(super) told: Told,
    /// Where its files lie.
    pub(super) here: String,
    pub(super) team: Option<TeamsPart>,
    pub(super) was_saved: bool,
    pub(super) is_exact: bool,
}

/// What only the team meets on the page.
pub(super) struct TeamsPart {
    /// Whether what may leave the team can be looked at.
    sees_both: bool,
    writes: bool,
    releases: bool,
}

impl ReportPage<'_> {
    fn title(&self) -> String {
        title(self.report.span, self.ui.lang)
    }

    fn whose(&self) -> String {
        self.report.whose(self.ui.lang)
    }

    fn pdf(&self) -> String {
        format!("{}/rapport.pdf", self.here)
    }

    fn is_provisional(&self) -> bool {
        self.report.stamp.is_none()
    }

    fn frozen_on(&self) -> String {
        dates::plain(self.report.span.ripe_on(), self.ui.lang)
    }

    fn released_on(&self) -> Option<String> {
        self.report.released_at.map(|at| dates::day_of(at, self.ui.lang))
    }

    fn beside(&self) -> Option<year::Table> {
        self.report.beside(self.is_exact, self.ui.lang)
    }

    fn finances(&self) -> Option<Finances> {
        Finances::of(&self.report, self.is_exact, self.ui.lang)
    }

    /// `(title, words)` of what the team wrote.
    fn said(&self) -> Vec<(String, &str)> {
        self.report.written.as_ref().map(|written| written.content.said(self.w)).unwrap_or_default()
    }

    fn written(&self) -> Option<String> {
        let written = self.report.written.as_ref()?;
        Some(self.w.report_words_of(dates::day_of(written.at, self.ui.lang)))
    }
}

pub(super) async fn show(
    may: May<ReadFigures>,
    Path((scope, span)): Path<(Scope, Span)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let report = opened(&may, (scope, span)).await?;
    let is_own = access::sees_exactly(&may.account, scope);
    let is_exact = is_own && asked.publie.is_none();
    let told = if is_exact { report.exactly(may.lang) } else { report.published(may.lang) };
    let team = TeamsPart {
        sees_both: is_own && report.stamp.is_some(),
        writes: access::writes(&may.account, scope),
        releases: releases(&may.account, &report),
    };
    page::show(&ReportPage {
        w: words(may.lang),
        told,
        here: address(scope, span),
        team: Some(team),
        was_saved: asked.fait.is_some(),
        is_exact,
        report,
        ui: &may.ui,
    })
}

fn releases(account: &Account, report: &Report) -> bool {
    let is_team = matches!(report.scope, Scope::Team(_));
    is_team && report.stamp.is_some() && report.released_at.is_none() && access::writes(account, report.scope)
}

/// Somebody's team's, to be read: who does is noted.
pub(super) async fn opened(may: &May<ReadFigures>, asked: (Scope, Span)) -> Result<Report, Nope> {
    let report = found(may, asked).await?;
    note(may, &report).await?;
    Ok(report)
}

/// Somebody's team's, frozen or not; what is not is read only by those who open the files.
pub(super) async fn found(may: &May<ReadFigures>, (scope, span): (Scope, Span)) -> Result<Report, Nope> {
    access::may_read(&may.account, scope)?;
    let frozen = Report::frozen(&mut may.app().db().read().await?, (scope, span)).await?;
    match (frozen, scope) {
        (Some(report), _) => Ok(report),
        (None, Scope::Team(site)) if access::sees_exactly(&may.account, scope) => {
            Report::provisional(may.app(), site, span, may.today()).await
        }
        (None, _) => Err(Nope::NotFound),
    }
}

/// Once it is sure that there is something to read.
pub(super) async fn note(may: &May<ReadFigures>, report: &Report) -> Result<(), Nope> {
    let mut tx = may.app().db().begin().await?;
    let (figures, now) = (Subject::list(Kind::Figures), may.app().clock().now());
    audit::note(&mut tx, may.who(), Action::Listed, figures, report.scope.site(), now).await?;
    Ok(tx.commit().await?)
}
