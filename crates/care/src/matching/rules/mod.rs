//! From a person and the directory to an ordered list: hard limits first, then a sum of reasons.

mod limits;
mod practical;
mod trust;
mod ways;
mod wishes;

pub use limits::spent;
pub use wishes::{hopes, needs_of, themes_of};

use std::cmp::Ordering;

use super::model::{Candidate, Excluded, Profile, Ranked, Ranking, Term};
use super::reasons::Reason;
use super::weights::Weights;
use limits::Fate;

/// Puts every candidate somewhere: in the list, among the excluded with its reason, or farther.
/// The same candidates in any order give the same ranking.
pub fn rank<'s>(
    profile: &Profile,
    candidates: impl IntoIterator<Item = Candidate<'s>>,
    weights: &Weights,
) -> Ranking<'s> {
    let mut ranking = Ranking::default();
    for candidate in candidates {
        match limits::fate(profile, &candidate, weights) {
            Fate::Possible(ways) => {
                let terms = terms(profile, &candidate, ways, weights);
                ranking.matches.push(Ranked { candidate, ways, terms });
            }
            Fate::Excluded(why) => ranking.excluded.push(Excluded { candidate, why }),
            Fate::Farther => ranking.farther += 1,
        }
    }
    // The score is summed once each, not at every comparison.
    let mut scored: Vec<(f64, Ranked<'_>)> =
        ranking.matches.into_iter().map(|ranked| (ranked.score(), ranked)).collect();
    scored.sort_by(|(one, a), (other, b)| other.total_cmp(one).then_with(|| before(a, b)));
    ranking.matches = scored.into_iter().map(|(_, ranked)| ranked).collect();
    ranking
        .excluded
        .sort_by(|a, b| a.why.kind().cmp(&b.why.kind()).then_with(|| by_name(&a.candidate, &b.candidate)));
    ranking
}

/// Among equal scores: whose organization was asked less lately, so that the load is shared; then the
/// nearer, then by name.
fn before(a: &Ranked<'_>, b: &Ranked<'_>) -> Ordering {
    let km = |ranked: &Ranked<'_>| ranked.ways.there.map_or(f64::INFINITY, |distance| distance.km);
    let by_load = a.candidate.load.cmp(&b.candidate.load);
    by_load.then_with(|| km(a).total_cmp(&km(b))).then_with(|| by_name(&a.candidate, &b.candidate))
}

/// Identifiers last: no two candidates are ever tied.
fn by_name(a: &Candidate<'_>, b: &Candidate<'_>) -> Ordering {
    a.resource.name.cmp(&b.resource.name).then_with(|| a.resource.id.cmp(&b.resource.id))
}

fn terms(
    profile: &Profile,
    candidate: &Candidate<'_>,
    ways: super::model::Ways,
    weights: &Weights,
) -> Vec<Term> {
    let mut sheet = Sheet { weights, terms: Vec::new() };
    wishes::weigh(profile, candidate, &mut sheet);
    ways::weigh(profile, candidate, ways, &mut sheet);
    practical::weigh(profile, candidate, &mut sheet);
    trust::weigh(profile, candidate, &mut sheet);
    // A stable sort: equal weights keep the order in which they were found.
    sheet.terms.sort_by(|a, b| b.points.total_cmp(&a.points));
    sheet.terms
}

/// The lines of one score while they are written.
struct Sheet<'w> {
    weights: &'w Weights,
    terms: Vec<Term>,
}

impl Sheet<'_> {
    fn add(&mut self, reason: Reason) {
        self.add_times(reason, 1.0);
    }

    /// A share or a multiple of the points, rounded to whole ones. Nothing is written for nothing.
    fn add_times(&mut self, reason: Reason, times: f64) {
        let points = self.worth(&reason, times);
        if points != 0.0 {
            self.terms.push(Term { reason, points });
        }
    }

    fn worth(&self, reason: &Reason, times: f64) -> f64 {
        (self.weights.points(reason.rule()) * times).round()
    }

    /// `yes` when it holds, `no` when it does not.
    fn add_either(&mut self, holds: bool, yes: Reason, no: Reason) {
        self.add(if holds { yes } else { no });
    }
}
