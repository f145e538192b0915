//! Precision and recall on pairs judged by hand (`data/duplicates`, `docs/duplicates.md`), where the
//! published files they come from are at hand:
//!
//! ```text
//! cargo nextest run -p directory measured --no-capture
//! ```

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::candidates::candidates;
use super::compare::{Scales, Sketch, compare};
use super::proposals;
use crate::exchange::data_inclusion::{Context, Source, structures};
use crate::gazetteer::Gazetteer;
use crate::organization::Organization;

const LABELS: &str = include_str!("../../../../data/duplicates/pairs.tsv");
const THRESHOLDS: [i16; 8] = [40, 45, 50, 55, 60, 65, 70, 75];

/// What somebody who read both entries said of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Same,
    Different,
    /// A counter and the town hall, association… that keeps it, at one door: two, but close.
    Host,
    Unsure,
}

#[derive(Clone, Debug)]
struct Judged {
    ids: [String; 2],
    label: Label,
    is_for_tuning: bool,
    stratum: String,
    /// How many pairs of the whole this one stands for.
    weight: f64,
    /// As the program scores it today; `None` when it would not compare the two.
    score: Option<i16>,
}

fn judged() -> Vec<Judged> {
    let lines = LABELS.lines().skip(1);
    let read = |line: &str| {
        let parts: Vec<&str> = line.split('\t').collect();
        let [first, second, label, half, stratum, weight, _why] = parts[..] else { panic!("{line}") };
        Judged {
            ids: [first.to_owned(), second.to_owned()],
            label: match label {
                "same" => Label::Same,
                "different" => Label::Different,
                "host" => Label::Host,
                "unsure" => Label::Unsure,
                _ => panic!("{line}"),
            },
            is_for_tuning: half == "tune",
            stratum: stratum.to_owned(),
            weight: weight.parse().unwrap(),
            score: None,
        }
    };
    lines.map(read).collect()
}

#[test]
fn the_judged_pairs_are_each_there_once() {
    let judged = judged();
    let ids: BTreeSet<&[String; 2]> = judged.iter().map(|pair| &pair.ids).collect();
    assert_eq!(ids.len(), judged.len());
    assert!(judged.len() >= 650);
    assert!(judged.iter().all(|pair| pair.ids[0] < pair.ids[1] && pair.weight >= 1.0));
}

/// The published files, beside this repository or where the variable says.
fn folder() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    std::env::var("MAILLAGE_PUBLISHED_DATA").map_or(beside, PathBuf::from)
}

fn published() -> Option<Vec<Organization>> {
    let file = folder().join("structures.ndjson.gz");
    if !file.exists() {
        println!("skipped: no published files in {}", folder().display());
        return None;
    }
    let centre_of = |code: &_| Gazetteer::load().current(code).map(|commune| commune.centre);
    let context = Context { today: jiff::civil::date(2026, 11, 21), centre_of: &centre_of };
    let rows = structures(Source::open(&file).unwrap(), context);
    Some(rows.map(|row| row.unwrap().unwrap().value).collect())
}

#[test]
fn what_is_found_is_measured_on_the_judged_pairs() {
    let Some(organizations) = published() else { return };
    let scales = Scales::shipped().unwrap();
    let limits = scales.weights.thresholds;
    let start = Instant::now();
    let found = proposals(sketches(&organizations, scales), scales, limits.propose);
    println!("{} structures, {} proposals, {:.1?}", organizations.len(), found.len(), start.elapsed());

    let judged = scored(judged(), &organizations, scales);
    println!("\n| half | from | precision | with hosts | recall | shown | pairs judged |");
    println!("|---|---:|---|---|---|---:|---:|");
    for (half, is_for_tuning) in [("tuning", true), ("report", false)] {
        let pairs: Vec<Judged> =
            judged.iter().filter(|pair| pair.is_for_tuning == is_for_tuning).cloned().collect();
        for from in THRESHOLDS {
            println!("| {half} | {from} | {}", Measure::of(&pairs, from).line(&pairs, from));
        }
    }
    for from in THRESHOLDS {
        println!("| all | {from} | {}", Measure::of(&judged, from).line(&judged, from));
    }
    let reported: Vec<Judged> = judged.into_iter().filter(|pair| !pair.is_for_tuning).collect();
    let measure = Measure::of(&reported, limits.propose);
    assert!(measure.precision() > 0.78 && measure.recall() > 0.80, "{measure:?}");
    assert!(Measure::of(&reported, limits.likely).precision() > 0.90);
}

fn sketches(organizations: &[Organization], scales: Scales) -> Vec<Sketch> {
    organizations.iter().map(|entry| Sketch::of(entry, scales.lexicon)).collect()
}

fn scored(judged: Vec<Judged>, organizations: &[Organization], scales: Scales) -> Vec<Judged> {
    let sketches = sketches(organizations, scales);
    let compared: BTreeSet<(usize, usize)> = candidates(&sketches).into_iter().collect();
    println!("{} pairs compared", compared.len());
    let places: HashMap<&str, usize> =
        organizations.iter().enumerate().map(|(place, entry)| (entry.id.as_str(), place)).collect();
    let score = |pair: &Judged| {
        let [one, other] = [places[pair.ids[0].as_str()], places[pair.ids[1].as_str()]];
        let is_compared = compared.contains(&(one.min(other), one.max(other)));
        is_compared.then(|| compare(&sketches[one], &sketches[other], scales).score)
    };
    judged.into_iter().map(|pair| Judged { score: score(&pair), ..pair }).collect()
}

/// Weighted counts of what a threshold shows.
#[derive(Clone, Copy, Debug, Default)]
struct Measure {
    right: f64,
    hosts: f64,
    wrong: f64,
    missed: f64,
    judged: usize,
}

impl Measure {
    fn of(pairs: &[Judged], from: i16) -> Measure {
        let mut measure = Measure::default();
        for pair in pairs {
            let is_shown = pair.score.is_some_and(|score| score >= from);
            match (pair.label, is_shown) {
                (Label::Same, true) => measure.right += pair.weight,
                (Label::Same, false) => measure.missed += pair.weight,
                (Label::Host, true) => measure.hosts += pair.weight,
                (Label::Different, true) => measure.wrong += pair.weight,
                (Label::Host | Label::Different, false) | (Label::Unsure, _) => {}
            }
            measure.judged += usize::from(is_shown && pair.label != Label::Unsure);
        }
        measure
    }

    fn shown(self) -> f64 {
        self.right + self.hosts + self.wrong
    }

    /// A host and its counter count as two organizations.
    fn precision(self) -> f64 {
        self.right / self.shown()
    }

    fn with_hosts(self) -> f64 {
        (self.right + self.hosts) / self.shown()
    }

    fn recall(self) -> f64 {
        self.right / (self.right + self.missed)
    }

    fn line(self, pairs: &[Judged], from: i16) -> String {
        let spread = |of: fn(Measure) -> f64| {
            let (low, high) = spread(pairs, from, of);
            format!("{:.2} ({low:.2}–{high:.2})", of(self))
        };
        let [precision, hosts, recall] =
            [spread(Measure::precision), spread(Measure::with_hosts), spread(Measure::recall)];
        format!("{precision} | {hosts} | {recall} | {:.0} | {} |", self.shown(), self.judged)
    }
}

/// Where nine in ten of 400 drawings of the same pairs, stratum by stratum, put a figure (bootstrap).
fn spread(pairs: &[Judged], from: i16, of: fn(Measure) -> f64) -> (f64, f64) {
    let mut strata: BTreeMap<&str, Vec<&Judged>> = BTreeMap::new();
    for pair in pairs {
        strata.entry(&pair.stratum).or_default().push(pair);
    }
    let mut chance: u64 = 20_261_121;
    let mut draw = |below: usize| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(chance >> 33).unwrap() % below
    };
    let mut figures: Vec<f64> = (0..400)
        .map(|_| {
            let drawn: Vec<Judged> = strata
                .values()
                .flat_map(|stratum| {
                    (0..stratum.len()).map(|_| stratum[draw(stratum.len())].clone()).collect::<Vec<_>>()
                })
                .collect();
            of(Measure::of(&drawn, from))
        })
        .collect();
    figures.sort_by(f64::total_cmp);
    (figures[20], figures[380])
}
