//! What matching knows of a person and of a place, and what it answers.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use directory::gazetteer::{Commune, Gazetteer};
use directory::organization::OrganizationId;
use directory::resource::{Resource, Zone};
use directory::vocabulary::{Language, Lever, Topic};
use jiff::civil::Date;
use kernel::commune::CommuneCode;
use kernel::geo::Point;

use super::reasons::{Exclusion, Reason};
use crate::assessment::model::{Assessment, Constraint, Need, Reach, Slot};
use crate::person::{Civility, Person};
use crate::referral::model::Reason as ReferralReason;

/// A person as far as finding a place goes: no name, no address.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    pub home: Home,
    pub age: Option<u8>,
    pub civility: Option<Civility>,
    pub levers: BTreeSet<Lever>,
    pub topics: BTreeSet<Topic>,
    pub needs: BTreeSet<Need>,
    pub constraints: BTreeSet<Constraint>,
    pub languages: BTreeSet<Language>,
    pub times: BTreeSet<Slot>,
    pub reach: Reach,
    /// Kilometres a search was narrowed or widened to; without them, the reach decides.
    pub asked_km: Option<f64>,
    pub today: Date,
    /// The needs are read from the referral's reasons, for want of an assessment.
    pub is_provisional: bool,
}

/// Where a person lives, as precisely as matching may know it: the commune.
#[derive(Clone, Debug, PartialEq)]
pub struct Home {
    pub commune: CommuneCode,
    /// « Bron »; the bare code of a commune nobody knows any more.
    pub name: String,
    /// The city, for an arrondissement of Paris, Lyon or Marseille.
    pub city: Option<CommuneCode>,
    /// SIREN of the commune's EPCI.
    pub epci: Option<String>,
    pub centre: Option<Point>,
}

/// One resource of the directory, seen for one person.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'s> {
    pub resource: &'s Resource,
    pub organization: &'s str,
    /// Its point, or its commune's centre, and whether it is only the latter.
    pub at: Option<(Point, bool)>,
    /// Requests other persons' link workers have sent to its organization lately and that are
    /// still open.
    pub load: u32,
    /// Requests it has before it itself.
    pub asked: Asked,
    /// Something led to it in vain, and nobody has checked it since.
    pub is_doubted: bool,
    pub past: Past,
}

/// Requests of other persons to one resource.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Waiting for an answer, or on its waiting list.
    pub waiting: u32,
    /// Sent since the first of the month.
    pub this_month: u32,
}

/// What this case already knows of a resource.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Past {
    #[default]
    Nothing,
    /// A connection to it is open.
    Tied,
    /// One was, and led nowhere.
    Tried,
}

/// What the store adds to the directory for one case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    pub past: BTreeMap<String, Past>,
    pub load: BTreeMap<OrganizationId, u32>,
    pub asked: BTreeMap<String, Asked>,
    pub doubted: HashSet<String>,
}

/// How one goes to a resource, or it comes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ways {
    /// One goes there, and it is within reach.
    pub there: Option<Distance>,
    /// Somebody comes to the person's home.
    pub home: bool,
    /// By telephone, video or post.
    pub remote: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance {
    pub km: f64,
    /// It is that of the resource's commune.
    pub is_approximate: bool,
}

/// One line of a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub reason: Reason,
    /// Whole, so that a sum is exact.
    pub points: f64,
}

/// A resource that can be proposed, and why.
#[derive(Clone, Debug)]
pub struct Ranked<'s> {
    pub candidate: Candidate<'s>,
    pub ways: Ways,
    /// What weighs most first, the good before the bad.
    pub terms: Vec<Term>,
}

/// A resource that cannot, and why.
#[derive(Clone, Debug)]
pub struct Excluded<'s> {
    pub candidate: Candidate<'s>,
    pub why: Exclusion,
}

/// Every candidate, put somewhere.
#[derive(Clone, Debug, Default)]
pub struct Ranking<'s> {
    /// Best first.
    pub matches: Vec<Ranked<'s>>,
    /// By reason, then name.
    pub excluded: Vec<Excluded<'s>>,
    /// Those out of reach, only counted.
    pub farther: usize,
}

/// A match on its own, kept after what it was chosen among is gone.
#[derive(Clone, Debug)]
pub struct Match {
    pub resource: Resource,
    pub organization_name: String,
    pub ways: Ways,
    pub terms: Vec<Term>,
}

impl Profile {
    /// What the assessment says; without one, the needs the referral's reasons point to.
    pub fn of(
        person: &Person,
        assessment: Option<&Assessment>,
        reasons: &[ReferralReason],
        today: Date,
    ) -> Profile {
        let is_provisional = assessment.is_none();
        let known = assessment.cloned().unwrap_or_default();
        let needs = if is_provisional { super::rules::needs_of(reasons) } else { known.needs };
        Profile {
            home: Home::of(&person.commune),
            age: person.age(today).and_then(|age| u8::try_from(age).ok()),
            civility: person.civility,
            levers: known.levers,
            topics: known.topics,
            needs,
            constraints: known.constraints,
            languages: known.languages,
            times: known.times,
            reach: known.reach,
            asked_km: None,
            today,
            is_provisional,
        }
    }

    pub fn asks_for(&self, constraint: Constraint) -> bool {
        self.constraints.contains(&constraint)
    }
}

impl Home {
    pub fn of(code: &CommuneCode) -> Home {
        let known = Gazetteer::load().current(code);
        Home {
            commune: known.map_or_else(|| code.clone(), |commune| commune.code.clone()),
            name: known.map_or_else(|| code.as_str().to_owned(), |commune| commune.name.to_owned()),
            city: known.and_then(Commune::city).cloned(),
            epci: known.and_then(|commune| commune.epci).map(|epci| epci.siren.to_owned()),
            centre: known.and_then(|commune| commune.centre),
        }
    }

    /// Whether somebody living here belongs to one of the zones.
    pub fn is_in(&self, zones: &[Zone]) -> bool {
        zones.iter().map(Zone::as_str).any(|zone| {
            zone == self.commune.as_str()
                || self.city.as_ref().is_some_and(|city| zone == city.as_str())
                || zone == self.commune.departement()
                || self.epci.as_deref() == Some(zone)
                || matches!(zone, Zone::FRANCE | "france")
        })
    }
}

impl Ways {
    pub fn is_none(self) -> bool {
        self == Ways::default()
    }
}

impl Ranked<'_> {
    pub fn score(&self) -> f64 {
        sum(&self.terms)
    }

    pub fn to_match(&self) -> Match {
        Match {
            resource: self.candidate.resource.clone(),
            organization_name: self.candidate.organization.to_owned(),
            ways: self.ways,
            terms: self.terms.clone(),
        }
    }
}

impl Match {
    pub fn score(&self) -> f64 {
        sum(&self.terms)
    }
}

fn sum(terms: &[Term]) -> f64 {
    terms.iter().map(|term| term.points).sum()
}
