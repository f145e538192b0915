//! What becomes of pairs when the directory is searched again.

use jiff::Timestamp;
use kernel::id::{AccountId, DuplicateId};

use super::builders::organization;
use super::compare::{Clue, Likeness, Rule, Scales, Weights};
use super::entry::{Entry, EntryId, Kind};
use super::merged::Merged;
use super::model::{Decision, Pair, State};
use super::proposals::Proposal;
use super::rules::{Change, changes, suggested};
use crate::organization::Organization;

fn id(text: &str) -> EntryId {
    EntryId::parse(text).unwrap()
}

fn likeness(score: i16, rules: &[Rule]) -> Likeness {
    let clue = |rule: &Rule| Clue { rule: *rule, points: 1, detail: super::compare::Detail::None };
    Likeness { score, clues: rules.iter().map(clue).collect() }
}

fn pair(first: &str, second: &str, score: i16, state: State) -> Pair {
    let (first, second) = (id(first), id(second));
    let likeness = likeness(score, &[]);
    Pair { id: DuplicateId::new(), kind: Kind::Organization, first, second, likeness, state, version: 3 }
}

fn told_apart() -> State {
    State::Different { decision: Decision { by: AccountId::new(), at: Timestamp::UNIX_EPOCH } }
}

fn weights() -> &'static Weights {
    Scales::shipped().unwrap().weights
}

/// Three entries, in the order of their identifiers.
fn entries() -> [Organization; 3] {
    ["a", "b", "c"].map(|name| organization(name, name))
}

fn proposal(first: &Organization, second: &Organization, likeness: Likeness) -> Proposal {
    Proposal { first: (&first.id).into(), second: (&second.id).into(), likeness }
}

#[test]
fn a_pair_found_again_as_it_was_is_left_alone() {
    let [a, b, _] = entries();
    let known = pair("a", "b", 60, State::Proposed);
    let found = [proposal(&a, &b, likeness(60, &[]))];
    assert_eq!(changes(vec![known.clone()], &found, &Merged::default(), weights()), []);
    let moved = [proposal(&a, &b, likeness(61, &[]))];
    let renewed = Change::Renew { pair: known.clone(), likeness: likeness(61, &[]) };
    assert_eq!(changes(vec![known.clone()], &moved, &Merged::default(), weights()), [renewed]);
    let withdrawn = Change::Withdraw { pair: known.clone() };
    assert_eq!(changes(vec![known], &[], &Merged::default(), weights()), [withdrawn]);
}

#[test]
fn a_pair_told_apart_comes_back_for_a_strong_clue_or_many_points_only() {
    let [a, b, _] = entries();
    let after = |now: Likeness| {
        let known = vec![pair("a", "b", 60, told_apart())];
        changes(known, &[proposal(&a, &b, now)], &Merged::default(), weights()).len()
    };
    let again = weights().thresholds.again;
    assert_eq!(after(likeness(60 + again - 1, &[Rule::SameName, Rule::SameSite])), 0);
    assert_eq!(after(likeness(60 + again, &[])), 1);
    for strong in [Rule::SameSiret, Rule::SamePhone, Rule::SameEmail] {
        assert_eq!(after(likeness(60, &[strong])), 1, "{strong:?}");
    }
    let mut seen = pair("a", "b", 60, told_apart());
    seen.likeness = likeness(60, &[Rule::SamePhone]);
    let found = [proposal(&a, &b, likeness(60, &[Rule::SamePhone]))];
    assert_eq!(changes(vec![seen], &found, &Merged::default(), weights()), [], "it was decided on that");
}

#[test]
fn what_is_like_a_merged_entry_is_asked_of_the_kept_one_with_the_best_score() {
    let [a, b, c] = entries();
    let merged = Merged::new([(id("c"), id("a"), false)]);
    let found = [
        proposal(&a, &b, likeness(55, &[])),
        proposal(&a, &c, likeness(90, &[])),
        proposal(&b, &c, likeness(80, &[])),
    ];
    let proposed = Change::Propose { first: id("a"), second: id("b"), likeness: likeness(80, &[]) };
    assert_eq!(changes(Vec::new(), &found, &merged, weights()), [proposed]);
}

#[test]
fn what_was_told_apart_from_a_merged_entry_is_not_asked_of_the_kept_one() {
    let [_, b, c] = entries();
    let merged = Merged::new([(id("c"), id("a"), false)]);
    let known = vec![pair("b", "c", 80, told_apart())];
    let found = [proposal(&b, &c, likeness(80, &[]))];
    assert_eq!(changes(known, &found, &merged, weights()), []);
}

#[test]
fn a_telephone_that_resources_come_to_share_is_no_news() {
    let [a, b, _] = entries();
    let known = Pair { kind: Kind::Resource, ..pair("a", "b", 60, told_apart()) };
    let found = |score| [proposal(&a, &b, likeness(score, &[Rule::SamePhone]))];
    assert_eq!(changes(vec![known.clone()], &found(60), &Merged::default(), weights()), []);
    let again = 60 + weights().thresholds.again;
    assert_eq!(changes(vec![known], &found(again), &Merged::default(), weights()).len(), 1);
}

#[test]
fn the_entry_that_says_more_is_suggested_and_our_own_before_any_other() {
    let entry = |one: &Organization| Entry::Organization(Box::new(one.clone()));
    let suggested = |one: &Organization, other: &Organization| suggested(&entry(one), &entry(other)).id();
    let bare = organization("a--1", "Interval");
    let full = organization("b--2", "Interval").at("1 rue Pasteur").registered("77556026100015");
    assert_eq!(suggested(&bare, &full), EntryId::from(&full.id));
    assert_eq!(suggested(&full, &bare), EntryId::from(&full.id));
    let own = organization("maillage--3", "Interval");
    assert_eq!(suggested(&full, &own), EntryId::from(&own.id));
    let twin = organization("a--0", "Interval");
    assert_eq!(suggested(&bare, &twin), EntryId::from(&twin.id), "the lower identifier of equals");
}
