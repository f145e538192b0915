//! What the person wishes and needs, against what a resource does.

use std::collections::BTreeSet;

use directory::finder::{Facet, Family};
use directory::vocabulary::{Coded, ThemeWish, Topic};

use super::super::model::{Candidate, Profile};
use super::super::reasons::Reason;
use super::Sheet;
use crate::assessment::model::Need;
use crate::referral::model::Reason as ReferralReason;

/// The needs a referral's reasons point to, until the person has been asked.
pub fn needs_of(reasons: &[ReferralReason]) -> BTreeSet<Need> {
    reasons.iter().copied().flat_map(needs_behind).copied().collect()
}

/// data·inclusion's themes that answer a need: a whole family, or single themes.
pub fn themes_of(need: Need) -> &'static [&'static str] {
    match need {
        Need::Ties => &["remobilisation"],
        Need::Mobility => &["mobilite"],
        Need::Housing => &["logement-hebergement"],
        Need::Rights => &["difficultes-administratives-ou-juridiques"],
        Need::Money => &["difficultes-financieres", "equipement-et-alimentation"],
        Need::Health => &["sante"],
        Need::Caring => &["famille--soutien-aidants", "famille--prise-en-charge-personne-dependante"],
        Need::Digital => &["numerique"],
        Need::Language => &["lecture-ecriture-calcul"],
        Need::Work => &[
            "trouver-un-emploi",
            "preparer-sa-candidature",
            "choisir-un-metier",
            "se-former",
            "creer-une-entreprise",
        ],
    }
}

/// What a profile hopes for, as the directory lists it: interests, purposes, themes of its needs.
pub fn hopes(profile: &Profile) -> Vec<Facet> {
    let topics = profile.topics.iter().map(|topic| Facet::new(Family::Topic, topic.as_str()));
    let levers = profile.levers.iter().map(|lever| Facet::new(Family::Lever, lever.code()));
    let themes = profile.needs.iter().flat_map(|need| themes_of(*need));
    topics.chain(levers).chain(themes.map(|code| Facet::new(Family::Theme, *code))).collect()
}

pub(super) fn weigh(profile: &Profile, candidate: &Candidate<'_>, sheet: &mut Sheet<'_>) {
    let ties = &candidate.resource.ties;
    let topics: BTreeSet<Topic> = profile.topics.intersection(&ties.topics).cloned().collect();
    add_each(sheet, topics.len(), Reason::Topics(topics));
    // The main lever is the first; one wish is enough to be told.
    let wished = ties.levers.iter().copied().enumerate().find(|(_, lever)| profile.levers.contains(lever));
    if let Some((place, lever)) = wished {
        sheet.add(Reason::Lever { lever, is_main: place == 0 });
    }
    let needs: BTreeSet<Need> =
        profile.needs.iter().copied().filter(|need| answers(candidate, *need)).collect();
    add_each(sheet, needs.len(), Reason::Needs(needs));
}

fn add_each(sheet: &mut Sheet<'_>, count: usize, reason: Reason) {
    let most = sheet.weights.thresholds.most_in_common;
    let times = u32::try_from(count).unwrap_or(u32::MAX).min(most);
    sheet.add_times(reason, f64::from(times));
}

fn answers(candidate: &Candidate<'_>, need: Need) -> bool {
    let wishes = themes_of(need).iter().filter_map(|code| ThemeWish::from_code(code));
    let themes = &candidate.resource.themes;
    wishes.into_iter().any(|wish| themes.iter().any(|theme| wish.includes(*theme)))
}

fn needs_behind(reason: ReferralReason) -> &'static [Need] {
    match reason {
        ReferralReason::FeelsAlone
        | ReferralReason::Bereavement
        | ReferralReason::NewInTheArea
        | ReferralReason::WantsToBeUseful => &[Need::Ties],
        ReferralReason::GoesOutLittle => &[Need::Ties, Need::Mobility],
        ReferralReason::CaresForSomebody => &[Need::Caring],
        ReferralReason::LowMoney => &[Need::Money],
        ReferralReason::Health => &[Need::Health],
        ReferralReason::Paperwork => &[Need::Rights],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_need_is_answered_by_themes_that_exist() {
        for need in Need::all() {
            for code in themes_of(need) {
                assert!(ThemeWish::from_code(code).is_some(), "{code}");
            }
        }
    }
}
