//! A report, read: frozen, or counted now while its quarter is not ripe.

use care::cost::Costs;
use care::figures;
use jiff::civil::Date;
use kernel::Lang;
use kernel::id::SiteId;
use platform::accounts::sites;
use platform::app::App;
use platform::db::{DbError, Tx};
use platform::web::{Nope, dates};

use super::writing::{self, Written};
use super::year;
use crate::frozen::{self, Quarter, Scope, Span, Stamp};
use crate::told::{Allowed, Numbers, Told};
use crate::words::words;

/// Numbers and words of a quarter or a year.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) scope: Scope,
    pub(super) span: Span,
    /// The team's name; none of all together.
    pub(super) team: Option<String>,
    numbers: Numbers,
    /// What may leave of them.
    allowed: Allowed,
    /// What a year was added up from; nothing of a quarter.
    pub(super) parts: Vec<Part>,
    /// Of a year.
    pub(super) costs: Option<Costs>,
    /// None while it is provisional.
    pub(super) stamp: Option<Stamp>,
    pub(super) released_at: Option<i64>,
    pub(super) written: Option<Written>,
}

/// A quarter of a year.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) quarter: Quarter,
    pub(super) numbers: Numbers,
    pub(super) allowed: Allowed,
}

impl Report {
    /// None where nothing was frozen.
    ///
    /// # Errors
    /// [`DbError`] of the store.
    pub(super) async fn frozen(tx: &mut Tx, (scope, span): (Scope, Span)) -> Result<Option<Report>, DbError> {
        let Some(frozen) = frozen::find(tx, scope, span).await? else { return Ok(None) };
        let parts = parts(tx, (scope, span)).await?;
        let allowed = match span {
            Span::Quarter(quarter) => allowed(tx, (scope, quarter)).await?,
            Span::Year(_) => {
                let parts: Vec<_> = parts.iter().map(|part| (&part.numbers, &part.allowed)).collect();
                Some(Allowed::of_sum(&frozen.numbers, &parts))
            }
        };
        Ok(Some(Report {
            scope,
            span,
            team: team(tx, scope).await?,
            allowed: allowed.unwrap_or_else(|| Allowed::of(&frozen.numbers)),
            numbers: frozen.numbers,
            parts,
            costs: frozen.costs,
            stamp: Some(frozen.stamp),
            released_at: frozen.released_at,
            written: writing::latest(tx, (scope, span)).await?,
        }))
    }

    /// Of one team's quarter that is not ripe; none of one to come, and none of a year.
    ///
    /// # Errors
    /// [`Nope::NotFound`] for what is ripe or not begun, and what goes wrong below.
    pub(super) async fn provisional(
        app: &App,
        site: SiteId,
        span: Span,
        today: Date,
    ) -> Result<Report, Nope> {
        if !not_ripe(today).contains(&span) {
            return Err(Nope::NotFound);
        }
        let counted = app
            .db()
            .aside(move |tx| Box::pin(async move { figures::of_sites(tx, &[site], span.cohort()).await }));
        let numbers = Numbers::of(&counted.await?);
        let mut tx = app.db().read().await?;
        let scope = Scope::Team(site);
        Ok(Report {
            scope,
            span,
            team: team(&mut tx, scope).await?,
            allowed: Allowed::of(&numbers),
            numbers,
            parts: Vec::new(),
            costs: None,
            stamp: None,
            released_at: None,
            written: writing::latest(&mut tx, (scope, span)).await?,
        })
    }

    pub(super) fn exactly(&self, lang: Lang) -> Told {
        self.with_waits(Told::to_team(&self.numbers, words(lang), lang), lang)
    }

    /// What may leave the team.
    pub(super) fn published(&self, lang: Lang) -> Told {
        self.with_waits(Told::published(&self.numbers, &self.allowed, words(lang), lang), lang)
    }

    /// What a year says beside its quarters; nothing of a quarter.
    pub(super) fn beside(&self, is_exact: bool, lang: Lang) -> Option<year::Table> {
        let Span::Year(year) = self.span else { return None };
        Some(year::Table::of(year, (&self.numbers, &self.allowed), &self.parts, is_exact, lang))
    }

    /// « Maison de santé des Sorbiers », « Toutes les équipes ».
    pub(super) fn whose(&self, lang: Lang) -> String {
        self.team.clone().unwrap_or_else(|| words(lang).report_all())
    }

    /// Whose referrals are counted, and until when they were followed.
    pub(super) fn cohort(&self, lang: Lang) -> String {
        let w = words(lang);
        let cohort = self.span.cohort();
        let last = |before: Date| dates::plain(before.yesterday().unwrap_or(before), lang);
        let (from, to) = (dates::plain(cohort.sent.from, lang), last(cohort.sent.before));
        match self.span {
            Span::Quarter(_) => w.report_cohort(from, to, last(cohort.seen_before)),
            Span::Year(_) => w.report_cohort_year(from, to),
        }
    }

    /// By which two copies are told apart; none while it is provisional.
    pub(super) fn stamped(&self, lang: Lang) -> Option<String> {
        let stamp = self.stamp.as_ref()?;
        let day = dates::day_of(stamp.counted_at, lang);
        Some(words(lang).report_stamp(day, stamp.fingerprint.as_str(), stamp.program.as_str()))
    }

    /// A year has no middle of its own: its quarters have.
    fn with_waits(&self, told: Told, lang: Lang) -> Told {
        match self.span {
            Span::Quarter(_) => told,
            Span::Year(_) => Told { waits: vec![("waits", words(lang).report_year_waits())], ..told },
        }
    }
}

/// This quarter and the one before, the latest first: the persons of neither have been followed long enough.
pub(super) fn not_ripe(today: Date) -> [Span; 2] {
    let this = Quarter::of(today);
    [this, this.before()].map(Span::Quarter)
}

/// The quarters of a year that were frozen.
async fn parts(tx: &mut Tx, (scope, span): (Scope, Span)) -> Result<Vec<Part>, DbError> {
    let Span::Year(year) = span else { return Ok(Vec::new()) };
    let mut parts = Vec::new();
    for quarter in year.quarters() {
        if let Some(frozen) = frozen::find(tx, scope, Span::Quarter(quarter)).await? {
            let allowed = allowed(tx, (scope, quarter)).await?;
            let allowed = allowed.unwrap_or_else(|| Allowed::of(&frozen.numbers));
            parts.push(Part { quarter, numbers: frozen.numbers, allowed });
        }
    }
    Ok(parts)
}

/// Of all reports of the quarter looked at together, what this one may show.
async fn allowed(tx: &mut Tx, (scope, quarter): (Scope, Quarter)) -> Result<Option<Allowed>, DbError> {
    let span = Span::Quarter(quarter);
    let sites = frozen::teams_of(tx, span).await?;
    let mut teams = Vec::new();
    for site in &sites {
        teams.extend(frozen::find(tx, Scope::Team(*site), span).await?.map(|frozen| frozen.numbers));
    }
    let Some(whole) = frozen::find(tx, Scope::All, span).await? else { return Ok(None) };
    let (sum, each) = Allowed::together(&whole.numbers, &teams);
    let mut each = sites.into_iter().map(Scope::Team).zip(each);
    Ok(match scope {
        Scope::All => Some(sum),
        Scope::Team(_) => each.find(|(team, _)| *team == scope).map(|(_, allowed)| allowed),
    })
}

async fn team(tx: &mut Tx, scope: Scope) -> Result<Option<String>, DbError> {
    match scope {
        Scope::All => Ok(None),
        Scope::Team(site) => Ok(sites::find(tx, site).await?.map(|site| site.name)),
    }
}
