//! A report, read: frozen, or counted now while its quarter is not ripe.

use care::figures;
use jiff::civil::Date;
use kernel::Lang;
use kernel::id::SiteId;
use platform::accounts::sites;
use platform::app::App;
use platform::db::{DbError, Tx};
use platform::web::{Nope, dates};

use super::writing::{self, Written};
use crate::quarter::{self, Quarter, Scope, Stamp};
use crate::told::{Allowed, Numbers, Told};
use crate::words::words;

/// Numbers and words of a quarter.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) scope: Scope,
    pub(super) quarter: Quarter,
    /// The team's name; none of all together.
    pub(super) team: Option<String>,
    numbers: Numbers,
    /// What may leave of them.
    allowed: Allowed,
    /// None while it is provisional.
    pub(super) stamp: Option<Stamp>,
    pub(super) released_at: Option<i64>,
    pub(super) written: Option<Written>,
}

impl Report {
    /// None where nothing was frozen.
    ///
    /// # Errors
    /// [`DbError`] of the store.
    pub(super) async fn frozen(
        tx: &mut Tx,
        (scope, quarter): (Scope, Quarter),
    ) -> Result<Option<Report>, DbError> {
        let Some(frozen) = quarter::find(tx, scope, quarter).await? else { return Ok(None) };
        let allowed = allowed(tx, (scope, quarter)).await?.unwrap_or_else(|| Allowed::of(&frozen.numbers));
        let written = writing::latest(tx, (scope, quarter)).await?;
        Ok(Some(Report {
            scope,
            quarter,
            team: team(tx, scope).await?,
            numbers: frozen.numbers,
            allowed,
            stamp: Some(frozen.stamp),
            released_at: frozen.released_at,
            written,
        }))
    }

    /// Of one team's quarter that is not ripe; none of one to come.
    ///
    /// # Errors
    /// [`Nope::NotFound`] for a quarter that is ripe or not begun, and what goes wrong below.
    pub(super) async fn provisional(
        app: &App,
        site: SiteId,
        quarter: Quarter,
        today: Date,
    ) -> Result<Report, Nope> {
        if !not_ripe(today).contains(&quarter) {
            return Err(Nope::NotFound);
        }
        let counted = app
            .db()
            .aside(move |tx| Box::pin(async move { figures::of_sites(tx, &[site], quarter.cohort()).await }));
        let numbers = Numbers::of(&counted.await?);
        let mut tx = app.db().read().await?;
        let scope = Scope::Team(site);
        let written = writing::latest(&mut tx, (scope, quarter)).await?;
        let team = team(&mut tx, scope).await?;
        let (allowed, stamp, released_at) = (Allowed::of(&numbers), None, None);
        Ok(Report { scope, quarter, team, numbers, allowed, stamp, released_at, written })
    }

    pub(super) fn exactly(&self, lang: Lang) -> Told {
        Told::to_team(&self.numbers, words(lang), lang)
    }

    /// What may leave the team.
    pub(super) fn published(&self, lang: Lang) -> Told {
        Told::published(&self.numbers, &self.allowed, words(lang), lang)
    }

    /// « Maison de santé des Sorbiers », « Toutes les équipes ».
    pub(super) fn whose(&self, lang: Lang) -> String {
        self.team.clone().unwrap_or_else(|| words(lang).report_all())
    }

    /// Whose referrals are counted, and until when they were followed.
    pub(super) fn cohort(&self, lang: Lang) -> String {
        let cohort = self.quarter.cohort();
        let last = |before: Date| dates::plain(before.yesterday().unwrap_or(before), lang);
        words(lang).report_cohort(
            dates::plain(cohort.sent.from, lang),
            last(cohort.sent.before),
            last(cohort.seen_before),
        )
    }

    /// By which two copies are told apart; none while it is provisional.
    pub(super) fn stamped(&self, lang: Lang) -> Option<String> {
        let stamp = self.stamp.as_ref()?;
        let day = dates::day_of(stamp.counted_at, lang);
        Some(words(lang).report_stamp(day, stamp.fingerprint.as_str(), stamp.program.as_str()))
    }
}

/// This quarter and the one before, the latest first: the persons of neither have been followed long enough.
pub(super) fn not_ripe(today: Date) -> [Quarter; 2] {
    let this = Quarter::of(today);
    [this, this.before()]
}

/// Of all reports of the quarter looked at together, what this one may show.
async fn allowed(tx: &mut Tx, (scope, quarter): (Scope, Quarter)) -> Result<Option<Allowed>, DbError> {
    let sites = quarter::teams_of(tx, quarter).await?;
    let mut teams = Vec::new();
    for site in &sites {
        teams.extend(quarter::find(tx, Scope::Team(*site), quarter).await?.map(|frozen| frozen.numbers));
    }
    let Some(whole) = quarter::find(tx, Scope::All, quarter).await? else { return Ok(None) };
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
