//! The script keeps its promises.

use std::collections::{BTreeMap, BTreeSet};

use care::person::rules::likeness;
use care::person::{Civility, Person};
use jiff::civil::Weekday;
use kernel::commune::CommuneCode;
use kernel::contact::Phone;
use kernel::id::{PersonId, SiteId};
use kernel::name::{BirthYear, PersonName};

use super::calendar::{FIRST, LAST, is_worked};
use super::material::Material;
use super::model::{Call, Life, Measured, Path, Script, What};
use super::write;

const SEEDS: [u64; 3] = [super::super::SEED, 1, 2];

fn script() -> Script {
    write(super::super::SEED).unwrap()
}

fn count(script: &Script, of: impl Fn(&Life) -> bool) -> usize {
    script.lives.iter().filter(|life| of(life)).count()
}

fn has(life: &Life, what: impl Fn(&What) -> bool) -> bool {
    life.steps.iter().any(|step| what(&step.what))
}

fn is_course(life: &Life) -> bool {
    has(life, |what| *what == What::Accept)
}

fn times(life: &Life) -> usize {
    life.steps.iter().filter(|step| matches!(step.what, What::Attend { .. })).count()
}

fn has_closed(life: &Life) -> bool {
    has(life, |what| matches!(what, What::Close { .. }))
}

#[test]
fn the_numbers_are_those_promised_whatever_the_seed() {
    for seed in SEEDS {
        let script = write(seed).unwrap();
        assert_eq!(count(&script, |life| has(life, |w| matches!(w, What::Consult { .. }))), 250);
        assert_eq!(count(&script, is_course), 82);
        assert_eq!(count(&script, |life| has(life, |w| matches!(w, What::Send { .. }))), 95);
        let took_part = |least| count(&script, |life| times(life) >= least);
        assert_eq!([took_part(1), took_part(3), took_part(6)], [50, 38, 25]);
        assert_eq!(count(&script, |life| has(life, |w| *w == What::Settle)), 18);
        assert_eq!(count(&script, has_closed), 30);
    }
}

#[test]
fn each_prescriber_holds_consultations_at_their_site() {
    let script = script();
    let material = Material::read().unwrap();
    let prescribers: BTreeSet<(usize, String)> =
        script.lives.iter().map(|life| (life.site, life.prescriber.clone())).collect();
    let expected: BTreeSet<(usize, String)> = (0..3)
        .flat_map(|site| material.holding(site, "prescriber").into_iter().map(move |email| (site, email)))
        .collect();
    assert_eq!(prescribers, expected);
    assert_eq!(prescribers.len(), 16);
}

#[test]
fn the_same_seed_tells_the_same_story_and_another_one_another() {
    assert_eq!(write(7).unwrap(), write(7).unwrap());
    assert_ne!(write(7).unwrap(), write(8).unwrap());
}

#[test]
fn every_step_is_of_the_six_months_on_a_worked_day_in_order() {
    for seed in SEEDS {
        for life in write(seed).unwrap().lives {
            let moments: Vec<_> = life.steps.iter().map(|step| step.at).collect();
            assert!(moments.is_sorted(), "{:?}", life.steps);
            for step in &life.steps {
                assert!((FIRST..LAST).contains(&step.at.date()) && is_worked(step.at.date()), "{step:?}");
                assert!((8..19).contains(&step.at.hour()), "{step:?}");
                if let What::Attend { on } = step.what {
                    assert!(on < step.at.date() && on.weekday() != Weekday::Sunday, "{step:?}");
                }
            }
        }
    }
}

#[test]
fn half_are_reached_within_three_days_and_nine_of_ten_within_a_week() {
    let mut waits: Vec<i32> = script().lives.iter().filter_map(wait).collect();
    waits.sort_unstable();
    assert_eq!(waits.len(), 71);
    assert!((2..=3).contains(&waits[waits.len() / 2]), "{waits:?}");
    assert!(waits[waits.len() * 9 / 10] <= 7, "{waits:?}");
}

/// Days from the request to the first time the person answers.
fn wait(life: &Life) -> Option<i32> {
    let sent = life.steps.iter().find(|step| matches!(step.what, What::Send { .. }))?;
    let is_answered = |what: &What| matches!(what, What::Call { result: Call::Reached, .. });
    let reached = life.steps.iter().find(|step| is_answered(&step.what))?;
    Some(sent.at.date().until(reached.at.date()).unwrap().get_days())
}

#[test]
fn of_those_measured_twice_73_in_a_hundred_are_less_lonely() {
    let script = script();
    let changes: Vec<i64> = script.lives.iter().filter_map(change).collect();
    let better = changes.iter().filter(|change| **change < 0).count();
    assert_eq!((better, changes.len()), (40, 55));
}

fn change(life: &Life) -> Option<i64> {
    let first = life.steps.iter().find_map(|step| match &step.what {
        What::Consult { ucla, .. } => Some(ucla.clone()),
        What::Measure(Measured { ucla: Some(ucla), .. }) => Some(ucla.to_vec()),
        _ => None,
    })?;
    let last = life.steps.iter().find_map(|step| match &step.what {
        What::Review(Measured { ucla: Some(ucla), .. }) => Some(ucla.to_vec()),
        _ => None,
    })?;
    assert!(first.iter().chain(&last).all(|answer| (1..=3).contains(answer)), "{first:?} {last:?}");
    Some(last.iter().sum::<i64>() - first.iter().sum::<i64>())
}

#[test]
fn only_one_pair_of_persons_looks_alike_and_it_waits_in_bron() {
    for seed in SEEDS {
        let script = write(seed).unwrap();
        let lives: Vec<&Life> = script.lives.iter().filter(|life| life.person.is_some()).collect();
        let mut alike = Vec::new();
        for (index, life) in lives.iter().enumerate() {
            for other in lives.iter().skip(index + 1).filter(|other| other.site == life.site) {
                if likeness(&person(life), &person(other)).is_some() {
                    alike.push((life.path, other.path, life.site));
                }
            }
        }
        assert_eq!(alike, [(Path::Waiting, Path::Waiting, 0)]);
    }
}

fn person(life: &Life) -> Person {
    let character = life.person.as_ref().unwrap();
    Person {
        id: PersonId::new(),
        site_id: SiteId::new(),
        civility: Some(Civility::Madame),
        name: PersonName::parse(&character.name).unwrap(),
        birth_year: BirthYear::stored(character.birth_year),
        commune: CommuneCode::parse(&character.commune).unwrap(),
        address: None,
        phone: character.phone.as_deref().map(|typed| Phone::parse(typed).unwrap()),
        discreet: false,
        call_when: None,
    }
}

#[test]
fn telephones_are_those_kept_for_fiction() {
    for life in script().lives {
        let phone = life.person.and_then(|person| person.phone);
        assert!(phone.is_none_or(|phone| phone.starts_with("04 65 71") || phone.starts_with("06 39 98")));
    }
}

#[test]
fn nobody_is_sent_where_others_are_meant() {
    let material = Material::read().unwrap();
    for seed in SEEDS {
        for life in write(seed).unwrap().lives {
            let learnt = life.steps.iter().find_map(|step| match &step.what {
                What::Assess(learnt) => {
                    Some(learnt.topics.iter().map(|one| one.as_str().to_owned()).collect())
                }
                _ => None,
            });
            let topics: Vec<String> = learnt.unwrap_or_default();
            for step in &life.steps {
                let What::Ask { place, .. } = &step.what else { continue };
                let place = material.places.iter().find(|one| one.id == *place).unwrap();
                assert!(place.is_meant_for(&topics), "{} for {topics:?}", place.id);
            }
        }
    }
}

#[test]
fn hardly_any_given_name_comes_back_often() {
    let mut given: BTreeMap<String, usize> = BTreeMap::new();
    for life in script().lives {
        let Some(person) = life.person else { continue };
        let name = person.name.split(' ').next().unwrap_or_default().to_owned();
        *given.entry(name).or_default() += 1;
    }
    let most = given.values().max().copied().unwrap_or_default();
    assert!(most <= 2, "{given:?}");
}
