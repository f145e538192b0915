//! How fresh what is said of an entry is, field by field, and which entry is least sure.

use jiff::civil::Date;

use super::field::Field;
use super::model::{Check, Speaker, Verification};
use crate::resource::Resource;

/// How far to believe what is said of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Freshness {
    /// Nobody is known to have said it.
    Unknown,
    /// Said more than twice as long ago as it usually stays true.
    Old,
    /// Said longer ago than it usually stays true.
    Fading,
    Fresh,
}

/// Who last said that a field is right: the latest of the source, the organization and the team,
/// which comes first when they spoke on one day. A source is not heard of what was corrected here,
/// nor of what sources have no field for. A day to come counts as today.
pub(crate) fn last_said(
    field: Field,
    resource: &Resource,
    known: Option<&Verification>,
    today: Date,
) -> Option<Check> {
    let by_team = resource.ties.verified_on.map(|on| Check { by: Speaker::Team, on });
    let here = known.and_then(|known| known.checks.get(&field).copied());
    let is_corrected = known.is_some_and(|known| known.corrections.has(field));
    let by_source = Check { by: Speaker::Source, on: resource.updated_on };
    let by_source = Some(by_source).filter(|_| !is_corrected && is_sources(field, resource));
    // The last of equals wins: what is kept field by field says best who spoke.
    let said = [by_source, by_team, here].into_iter().flatten();
    said.map(|check| Check { on: check.on.min(today), ..check }).max_by_key(|check| check.on)
}

/// Whether the source says something of it.
fn is_sources(field: Field, resource: &Resource) -> bool {
    match field {
        Field::Name | Field::Description | Field::Place => true,
        Field::Cost => resource.cost.is_some() || resource.cost_note.is_some(),
        Field::Contact => resource.contact.phone.is_some() || resource.contact.email.is_some(),
        Field::Schedule => resource.ties.schedule.is_none() && resource.opening_hours.is_some(),
        Field::Whom => !resource.publics.is_empty() || resource.publics_note.is_some(),
        Field::Room | Field::Access | Field::How => false,
    }
}

/// A day to come counts as today.
pub(crate) fn freshness(field: Field, said: Option<Check>, today: Date) -> Freshness {
    let Some(said) = said else { return Freshness::Unknown };
    let days = (today - said.on).get_days().max(0);
    let lasts = field.lasts_days();
    match days {
        _ if days <= lasts => Freshness::Fresh,
        _ if days <= lasts.saturating_mul(2) => Freshness::Fading,
        _ => Freshness::Old,
    }
}

/// How an entry stands among those to verify.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Unsettled ones.
    pub(crate) doubts: i64,
    /// Errors reported and not answered.
    pub(crate) reports: i64,
    /// The last day all of it was said to be right here.
    pub(crate) checked_on: Option<Date>,
}

impl Standing {
    /// Sorts the least sure first: what failed or is said to be wrong, then what nobody here ever
    /// checked, then what was checked longest ago.
    pub(crate) fn order(&self) -> (std::cmp::Reverse<i64>, Option<Date>) {
        (std::cmp::Reverse(self.doubts.saturating_add(self.reports)), self.checked_on)
    }

    /// Whether somebody should look at it, when what was checked before that day is too old.
    pub(crate) fn is_to_verify(&self, stale_before: Date) -> bool {
        self.doubts > 0 || self.reports > 0 || self.checked_on.is_none_or(|on| on < stale_before)
    }
}

/// An entry checked before that day is to be verified: it is as old as days and hours are believed.
pub(crate) fn stale_before(today: Date) -> Date {
    today.saturating_sub(jiff::ToSpan::days(Field::Schedule.lasts_days()))
}
