//! A query answered once for what is listed twice.

use super::{FoundHere, View};
use crate::finder::index::{Answers, Bits};
use crate::finder::once::{Answering, Clusters, left_out};
use crate::finder::query::Query;
use crate::organization::OrganizationId;
use crate::resource::{QualityDay, ResourceId};

impl View {
    /// What [`Reference::find_once`](crate::finder::Reference::find_once) finds.
    pub(crate) fn find_once(&self, query: &Query, clusters: &Clusters, day: &QualityDay) -> FoundHere {
        self.with_asking(query, |asking| {
            let [mut old, mut new] = self.answers(asking);
            let numbered = Numbered { view: self, day, answers: self.numbered(&old, &new) };
            let (mut without_old, mut without_new) = (Bits::default(), Bits::default());
            for number in left_out(clusters, &numbered) {
                match number.checked_sub(self.first_fresh()) {
                    None => without_old.set(number),
                    Some(entry) => without_new.set(entry),
                }
            }
            old.leave_out(&without_old);
            new.leave_out(&without_new);
            self.page(query, old, new)
        })
    }

    /// The [numbers](View::id) of what answers.
    fn numbered(&self, old: &Answers, new: &Answers) -> Bits {
        let first = self.first_fresh();
        let new = new.entries().into_iter().map(|entry| first.saturating_add(entry));
        let mut numbers = Bits::default();
        old.entries().into_iter().chain(new).for_each(|number| numbers.set(number));
        numbers
    }
}

struct Numbered<'v> {
    view: &'v View,
    day: &'v QualityDay,
    answers: Bits,
}

impl Answering<u32> for Numbered<'_> {
    fn offered_by(&self, organization: &OrganizationId) -> Vec<u32> {
        let first = self.view.first_fresh();
        let old = self.view.base.offered(organization.as_str()).map(|(entry, _)| entry);
        let new = self.view.fresh.offered(organization.as_str());
        let new = new.map(|(entry, _)| first.saturating_add(entry));
        old.chain(new).filter(|number| self.answers.has(*number)).collect()
    }

    fn quality_of(&self, organization: &OrganizationId) -> f64 {
        self.view.quality_of(organization, self.day)
    }

    fn resource(&self, id: &ResourceId) -> Option<(u32, f64)> {
        let fresh = || Some(self.view.first_fresh().saturating_add(self.view.fresh.entry(id.as_str())?));
        let number = self.view.place(id).or_else(fresh)?;
        let quality = self.view.quality(number, self.day)?;
        self.answers.has(number).then_some((number, quality))
    }
}
