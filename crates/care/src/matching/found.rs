//! Looking for one case: what is known of the person, of the directory, and of those already tried.

use std::collections::BTreeMap;
use std::sync::Arc;

use directory::finder::{self, Entry, Snapshot};
use directory::organization::OrganizationId;
use directory::resource::ResourceId;
use jiff::SignedDuration;
use kernel::clock::in_france;
use platform::app::App;
use platform::db::Tx;
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
    snapshot: Arc<Snapshot>,
    history: History,
}

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
    let snapshot = finder::current(app).await?;
    let found = Found::read(tx, &acting, case, snapshot).await?;
    let ranking = found.rank(&Search::default());
    let wanted = |id: &ResourceId| !exclude.iter().any(|excluded| excluded == id.as_str());
    let matches = ranking.matches.iter().filter(|ranked| wanted(&ranked.candidate.resource.id));
    Ok(matches.take(n).map(super::model::Ranked::to_match).collect())
}

impl Found {
    pub(super) async fn read(
        tx: &mut Tx,
        acting: &Acting<'_>,
        case: &Case,
        snapshot: Arc<Snapshot>,
    ) -> Result<Found, Nope> {
        let weights = weights::shipped().map_err(|error| Nope::Broken(error.to_string()))?;
        let person = person::find(tx, case.person_id).await?.ok_or(Nope::NotFound)?;
        let assessment = assessment::of_case(tx, case.id).await?;
        let referral = referral::find(tx, case.referral_id).await?;
        let reasons = referral.map(|referral| referral.reasons).unwrap_or_default();
        let today = in_france(acting.now).date();
        let profile = Profile::of(&person, assessment.as_ref(), &reasons, today);
        let since = acting.now - SignedDuration::from_hours(24 * weights.thresholds.load_days);
        let history = History {
            past: sql::past(tx, case.id).await?,
            load: load(&snapshot, sql::asked_since(tx, since, case.id).await?),
        };
        Ok(Found { person, profile, assessment, weights, snapshot, history })
    }

    /// Ranks what answers the search; without one, the whole directory.
    pub(super) fn rank(&self, search: &Search) -> Ranking<'_> {
        let profile = Profile { asked_km: search.radius_km, ..self.profile.clone() };
        let candidates = search.entries(&self.snapshot).into_iter().map(|entry| self.candidate(entry));
        rules::rank(&profile, candidates, self.weights)
    }

    pub(super) fn entry(&self, id: &ResourceId) -> Option<&Entry> {
        self.snapshot.resource(id)
    }

    fn candidate<'s>(&self, entry: &'s Entry) -> Candidate<'s> {
        let resource = entry.resource();
        Candidate {
            resource,
            organization: &entry.organization().name,
            at: entry.drawn_at(),
            load: self.history.load.get(&resource.organization).copied().unwrap_or_default(),
            past: self.history.past.get(resource.id.as_str()).copied().unwrap_or(Past::Nothing),
        }
    }
}

/// Requests are counted by organization: the same people answer for all it offers. Those of a
/// resource that has left the directory are nobody's.
fn load(snapshot: &Snapshot, asked: Vec<(String, i64)>) -> BTreeMap<OrganizationId, u32> {
    let mut load = BTreeMap::new();
    for (resource, count) in asked {
        let entry = ResourceId::parse(&resource).ok().and_then(|id| snapshot.resource(&id));
        if let Some(entry) = entry {
            let total: &mut u32 = load.entry(entry.resource().organization.clone()).or_default();
            *total = total.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
        }
    }
    load
}
