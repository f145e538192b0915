//! What two entries have in common, and what tells them apart.

use super::Scales;
use super::clue::{Clue, Detail, Likeness, Rule};
use super::sketch::Sketch;
use super::street;
use crate::duplicate::entry::Kind;

/// How alike two entries are; the same whichever comes first.
pub fn compare(a: &Sketch, b: &Sketch, scales: Scales) -> Likeness {
    let mut clues = Clues { scales, of: a.kind(), list: Vec::new() };
    names(a, b, &mut clues);
    registers(a, b, &mut clues);
    contacts(a, b, &mut clues);
    let is_same_door = streets(a, b, &mut clues);
    distance(a, b, is_same_door, &mut clues);
    offers(a, b, &mut clues);
    clues.sum()
}

struct Clues {
    scales: Scales,
    of: Kind,
    list: Vec<Clue>,
}

impl Clues {
    fn add(&mut self, rule: Rule) {
        self.add_with(rule, Detail::None);
    }

    fn add_with(&mut self, rule: Rule, detail: Detail) {
        self.list.push(Clue { rule, points: self.scales.weights.points(rule, self.of), detail });
    }

    fn sum(mut self) -> Likeness {
        self.list.sort_by_key(|clue| clue.rule);
        let start = i32::from(self.scales.weights.thresholds.start);
        let sum: i32 = start + self.list.iter().map(|clue| i32::from(clue.points)).sum::<i32>();
        let score = i16::try_from(sum.clamp(0, 100)).unwrap_or_default();
        Likeness { score, clues: self.list }
    }
}

fn names(a: &Sketch, b: &Sketch, clues: &mut Clues) {
    const MOST_WORDS_SAID: usize = 4;
    let Scales { weights, lexicon } = clues.scales;
    let common = a.name.common(&b.name, [&a.places, &b.places], lexicon);
    let limits = weights.thresholds;
    let words = Detail::Words(common.words.into_iter().take(MOST_WORDS_SAID).collect());
    if common.share >= limits.close_name && !common.is_telling {
        clues.add_with(Rule::CommonName, words);
    } else if common.share >= limits.same_name {
        clues.add(Rule::SameName);
    } else if common.share >= limits.close_name {
        clues.add_with(Rule::CloseName, words);
    } else if common.is_within {
        clues.add_with(Rule::NameWithin, words);
    } else if common.share < limits.other_name {
        clues.add(Rule::OtherName);
    }
    if common.is_other_kind {
        clues.add(Rule::OtherKind);
    }
}

fn registers(a: &Sketch, b: &Sketch, clues: &mut Clues) {
    let (Some(ours), Some(theirs)) = (&a.siret, &b.siret) else {
        return;
    };
    clues.add(match (ours == theirs, a.siren() == b.siren()) {
        (true, _) => Rule::SameSiret,
        (false, true) => Rule::SameSiren,
        (false, false) => Rule::OtherSiren,
    });
}

fn contacts(a: &Sketch, b: &Sketch, clues: &mut Clues) {
    if let (Some(ours), Some(theirs)) = (&a.phone, &b.phone) {
        clues.add(if ours == theirs { Rule::SamePhone } else { Rule::OtherPhone });
    }
    if let (Some(ours), Some(theirs)) = (&a.email, &b.email) {
        clues.add(if ours == theirs { Rule::SameEmail } else { Rule::OtherEmail });
    }
    if a.site.is_some() && a.site == b.site {
        clues.add(Rule::SameSite);
    }
}

/// True when the two stand at one address.
fn streets(a: &Sketch, b: &Sketch, clues: &mut Clues) -> bool {
    let (Some(ours), Some(theirs)) = (&a.street, &b.street) else {
        return false;
    };
    if is_elsewhere(a, b, clues.scales.weights.thresholds.near_m) {
        return false;
    }
    let likeness = ours.like(theirs);
    clues.add(match likeness {
        street::Likeness::Same => Rule::SameAddress,
        street::Likeness::MaybeSame => Rule::SameStreet,
        street::Likeness::OtherNumber => Rule::OtherNumber,
        street::Likeness::Other => Rule::OtherStreet,
    });
    likeness == street::Likeness::Same
}

/// What is offered, when, and by whom.
fn offers(a: &Sketch, b: &Sketch, clues: &mut Clues) {
    let (Some(ours), Some(theirs)) = (&a.offer, &b.offer) else {
        return;
    };
    let is_one = ours.by.kept == theirs.by.kept;
    clues.add(if is_one { Rule::SameOrganization } else { Rule::MaybeSameOrganization });
    if !ours.themes.is_empty() && !theirs.themes.is_empty() {
        let is_shared = !ours.themes.is_disjoint(&theirs.themes);
        clues.add(if is_shared { Rule::SameThemes } else { Rule::OtherThemes });
    }
    if let (Some(ours), Some(theirs)) = (&ours.hours, &theirs.hours) {
        clues.add(if ours == theirs { Rule::SameHours } else { Rule::OtherHours });
    }
}

/// In another commune, as far as both are known, and not next door to one another.
fn is_elsewhere(a: &Sketch, b: &Sketch, near_m: f64) -> bool {
    let is_near = apart_m(a, b).is_some_and(|metres| metres <= near_m);
    let differ = match (&a.commune, &b.commune) {
        (Some(ours), Some(theirs)) => ours != theirs,
        _ => a.postcode.is_some() && b.postcode.is_some() && a.postcode != b.postcode,
    };
    differ && !is_near
}

fn apart_m(a: &Sketch, b: &Sketch) -> Option<f64> {
    Some(a.point?.km_to(b.point?) * 1000.0)
}

/// Two geocoders may put one door far apart: at the same address only nearness counts.
fn distance(a: &Sketch, b: &Sketch, is_same_door: bool, clues: &mut Clues) {
    let limits = clues.scales.weights.thresholds;
    if is_elsewhere(a, b, limits.near_m) {
        clues.add(Rule::OtherCommune);
    }
    let Some(metres) = apart_m(a, b) else {
        return;
    };
    let rule = if metres <= limits.at_once_m {
        Rule::AtOnce
    } else if metres <= limits.near_m {
        Rule::Near
    } else if is_same_door || metres < limits.far_m {
        return;
    } else if metres < limits.very_far_m {
        Rule::Far
    } else {
        Rule::VeryFar
    };
    clues.add_with(rule, Detail::Metres(whole(metres)));
}

fn whole(metres: f64) -> u32 {
    // Nothing on the globe is farther than 20,037 km; `as` is refused, and text is exact.
    format!("{metres:.0}").parse().unwrap_or(u32::MAX)
}
