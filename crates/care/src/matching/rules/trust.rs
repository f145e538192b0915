//! What can be expected of the entry and of its organization.

use std::collections::BTreeSet;

use directory::vocabulary::Public;
use jiff::civil::Date;

use super::super::model::{Candidate, Past, Profile};
use super::super::reasons::Reason;
use super::Sheet;
use super::limits::is_in;

pub(super) fn weigh(profile: &Profile, candidate: &Candidate<'_>, sheet: &mut Sheet<'_>) {
    weigh_age(profile.today, candidate, sheet);
    weigh_places(profile.today, candidate, sheet);
    weigh_load(candidate.load, sheet);
    let resource = candidate.resource;
    if resource.ties.referral_email.is_none() && resource.contact.email.is_none() {
        sheet.add(Reason::NoEmail);
    }
    if candidate.past == Past::Tried {
        sheet.add(Reason::Tried);
    }
    if let Some(publics) = uncertain_publics(profile, &resource.publics) {
        sheet.add(Reason::PublicToCheck(publics));
    }
}

/// A recent change at the source keeps an entry from being stale, but only a check makes it sure.
fn weigh_age(today: Date, candidate: &Candidate<'_>, sheet: &mut Sheet<'_>) {
    let resource = candidate.resource;
    let thresholds = &sheet.weights.thresholds;
    let checked = resource.ties.verified_on.map(|day| whole_months(day, today));
    let touched = checked.unwrap_or_else(|| whole_months(resource.updated_on, today));
    match checked {
        // What has just failed outweighs what was once checked.
        _ if candidate.is_doubted => sheet.add(Reason::Doubted),
        Some(months) if months < thresholds.verified_months => sheet.add(Reason::Verified { months }),
        _ if touched >= thresholds.stale_months => sheet.add(Reason::Stale { months: touched }),
        _ => {}
    }
}

fn weigh_places(today: Date, candidate: &Candidate<'_>, sheet: &mut Sheet<'_>) {
    let resource = candidate.resource;
    if resource.is_full_on(today) {
        // Only what keeps a waiting list comes as far as this.
        sheet.add(Reason::WaitingList);
    } else if let Some(said_on) = resource.full_to_confirm(today) {
        sheet.add(Reason::FullToConfirm(said_on));
    } else if let Some(places) = resource.ties.places.filter(|places| *places > 0) {
        sheet.add(Reason::Places(places));
    }
}

fn weigh_load(load: u32, sheet: &mut Sheet<'_>) {
    let thresholds = &sheet.weights.thresholds;
    let counted = load.min(thresholds.load_most).saturating_sub(thresholds.load_free);
    sheet.add_times(Reason::Load(load), f64::from(counted));
}

/// Whom it is for, when the person may or may not be one of them.
fn uncertain_publics(profile: &Profile, publics: &BTreeSet<Public>) -> Option<BTreeSet<Public>> {
    let any_sure = publics.iter().any(|public| is_in(profile, *public) == Some(true));
    let uncertain: BTreeSet<Public> =
        publics.iter().copied().filter(|public| is_in(profile, *public).is_none()).collect();
    (!any_sure && !uncertain.is_empty()).then_some(uncertain)
}

/// Never below zero: an entry checked « tomorrow » was checked today.
fn whole_months(from: Date, to: Date) -> i32 {
    let months = (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month())
        - i32::from(from.month());
    let unfinished = i32::from(to.day() < from.day());
    (months - unfinished).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_counts_once_it_is_whole() {
        assert_eq!(whole_months(date(2025, 10, 14), date(2026, 1, 13)), 2);
        assert_eq!(whole_months(date(2025, 10, 13), date(2026, 1, 13)), 3);
        assert_eq!(whole_months(date(2026, 2, 1), date(2026, 1, 13)), 0);
    }
}
