//! Looking for one case: what is known of the person, of the directory, and of those already tried.

use std::collections::BTreeMap;

use directory::finder::{self, Entry, Page, View};
use directory::organization::OrganizationId;
use directory::resource::{self, ResourceId};
use directory::verification;
use jiff::SignedDuration;
use kernel::clock::{in_france, start_of};
use platform::app::App;
use platform::db::{DbError, Tx};
use platform::web::Nope;

use super::model::{Candidate, History, Match, Past, Profile, Ranking};
use super::search::Search;
use super::weights::{self, Weights};
use super::{rules, sql};
use crate::act::Acting;
use crate::assessment::{self, Assessment};
use crate::caseload::Case;
use crate::person::{self, Person};
use crate::referral;

/// Everything a search needs, read in a fixed number of queries.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) person: Person,
    pub(super) profile: Profile,
    pub(super) assessment: Option<Assessment>,
    pub(super) weights: &'static Weights,
    /// What was compared, what is hoped for first.
    entries: Vec<Entry>,
    /// What answers the search and was not compared: out of reach, or too far down.
    beyond: usize,
    asked_km: Option<f64>,
    history: History,
}

/// How many resources are compared for one person: those that have most of what they hope for,
/// then the nearest. Far more than anybody looks through.
const MOST: u32 = 500;

/// The best resources to propose now, best first: those never tried in this case come before
/// those that led nowhere, and what is set aside is not among them.
///
/// # Errors
/// The store's; [`Nope::Broken`] without a directory or weights that can be read.
pub async fn best_for(
    tx: &mut Tx,
    app: &App,
    case: &Case,
    exclude: &[String],
    n: usize,
) -> Result<Vec<Match>, Nope> {
    let acting = Acting::new(app, platform::audit::Who::TimePassing);
    let view = finder::current(app).await?;
    let found = Found::read(tx, &acting, case, &view, &Search::default()).await?;
    let ranking = found.rank();
    let wanted = |id: &ResourceId| !exclude.iter().any(|excluded| excluded == id.as_str());
    let matches = ranking.matches.iter().filter(|ranked| wanted(&ranked.candidate.resource.id));
    Ok(matches.take(n).map(super::model::Ranked::to_match).collect())
}

impl Found {
    pub(super) async fn read(
        tx: &mut Tx,
        acting: &Acting<'_>,
        case: &Case,
        view: &View,
        search: &Search,
    ) -> Result<Found, Nope> {
        let weights = weights::shipped().map_err(|error| Nope::Broken(error.to_string()))?;
        let person = person::find(tx, case.person_id).await?.ok_or(Nope::NotFound)?;
        let assessment = assessment::of_case(tx, case.id).await?;
        let referral = referral::find(tx, case.referral_id).await?;
        let reasons = referral.map(|referral| referral.reasons).unwrap_or_default();
        let today = in_france(acting.now).date();
        let profile = Profile::of(&person, assessment.as_ref(), &reasons, today);
        let since = acting.now - SignedDuration::from_hours(24 * weights.thresholds.load_days);
        let past = sql::past(tx, case.id).await?;
        let asked = sql::asked_since(tx, since, case.id).await?;
        let load = load(tx, asked).await?;
        let asked = sql::asked(tx, start_of(today.first_of_month()), case.id).await?;
        let doubted = verification::doubted(tx).await?;
        let page = Page::new(1, MOST).unwrap_or_default();
        let hits = view.find(&search.near(&profile, weights, page)).hits;
        let entries: Vec<Entry> =
            finder::listed(tx, hits).await?.into_iter().map(|listed| listed.entry).collect();
        Ok(Found {
            beyond: view.find(&search.anywhere()).total.saturating_sub(entries.len()),
            asked_km: search.radius_km,
            history: History { past, load, asked, doubted },
            person,
            profile,
            assessment,
            weights,
            entries,
        })
    }

    /// Ranks what was found.
    pub(super) fn rank(&self) -> Ranking<'_> {
        let profile = Profile { asked_km: self.asked_km, ..self.profile.clone() };
        let candidates = self.entries.iter().map(|entry| self.candidate(entry));
        let ranking = rules::rank(&profile, candidates, self.weights);
        Ranking { farther: ranking.farther + self.beyond, ..ranking }
    }

    pub(super) fn entry(&self, id: &ResourceId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.resource().id == *id)
    }

    fn candidate<'s>(&self, entry: &'s Entry) -> Candidate<'s> {
        let resource = entry.resource();
        Candidate {
            resource,
            organization: entry.organization_name(),
            at: entry.drawn_at(),
            load: self.history.load.get(&resource.organization).copied().unwrap_or_default(),
            asked: self.history.asked.get(resource.id.as_str()).copied().unwrap_or_default(),
            is_doubted: self.history.doubted.contains(resource.id.as_str()),
            past: self.history.past.get(resource.id.as_str()).copied().unwrap_or(Past::Nothing),
        }
    }
}

/// Requests are counted by organization: the same people answer for all it offers. Those of a
/// resource that has left the directory are nobody's.
async fn load(tx: &mut Tx, asked: Vec<(String, i64)>) -> Result<BTreeMap<OrganizationId, u32>, DbError> {
    let resources: Vec<&str> = asked.iter().map(|(resource, _)| resource.as_str()).collect();
    let organizations = resource::organizations_of(tx, &resources).await?;
    let mut load = BTreeMap::new();
    for (resource, count) in asked {
        if let Some(organization) = organizations.get(&resource) {
            let total: &mut u32 = load.entry(organization.clone()).or_default();
            *total = total.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
        }
    }
    Ok(load)
}
