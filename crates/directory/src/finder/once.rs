//! What is listed twice, once: what data·inclusion's `exclure_doublons` leaves.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::organization::OrganizationId;
use crate::resource::ResourceId;

/// Entries that are one, or very likely are; each list has at least two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clusters {
    /// With the day each was last changed.
    pub organizations: Vec<Vec<(OrganizationId, Date)>>,
    pub resources: Vec<Vec<ResourceId>>,
}

/// What answers a query, whichever way it is known: by a number or by an entry.
pub(super) trait Answering<A> {
    /// Of these, what an organization offers.
    fn offered_by(&self, organization: &OrganizationId) -> Vec<A>;

    /// An organization's quality, whatever of it answers.
    fn quality_of(&self, organization: &OrganizationId) -> f64;

    /// It, if it answers, with its quality.
    fn resource(&self, id: &ResourceId) -> Option<(A, f64)>;
}

/// Which answers are left out.
///
/// Of organizations that are one, only what the best of them offers stays: the one of the highest
/// quality, then the one changed last, among those that offer something that answers. Source:
/// data·inclusion, `search_services_query` at d4969e3, which ranks after its filters; ties, which it
/// leaves, end here by identifier. Of resources somebody, or their likeness, says are one, the best
/// stays too: data·inclusion compares none.
pub(super) fn left_out<A: Copy + Ord>(clusters: &Clusters, answers: &impl Answering<A>) -> BTreeSet<A> {
    let mut out = BTreeSet::new();
    for cluster in &clusters.organizations {
        let mut offering: Vec<_> = cluster
            .iter()
            .map(|(id, changed_on)| (answers.quality_of(id), changed_on, id, answers.offered_by(id)))
            .filter(|(.., offered)| !offered.is_empty())
            .collect();
        offering.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| b.1.cmp(a.1)).then_with(|| a.2.cmp(b.2)));
        out.extend(offering.into_iter().skip(1).flat_map(|(.., offered)| offered));
    }
    for cluster in &clusters.resources {
        let answering = cluster.iter().filter_map(|id| Some((id, answers.resource(id)?)));
        let mut left: Vec<_> = answering.filter(|(_, (answer, _))| !out.contains(answer)).collect();
        left.sort_by(|(one, (_, good)), (other, (_, better))| {
            better.total_cmp(good).then_with(|| one.cmp(other))
        });
        out.extend(left.into_iter().skip(1).map(|(_, (answer, _))| answer));
    }
    out
}
