//! What a person would like, in their words, and the places where they could find it.

use std::collections::{BTreeSet, HashMap};

use care::assessment::Assessment;
use care::assessment::model::{Constraint, HalfDay, Means, Need, Reach, Slot};
use care::referral::Reason;
use directory::vocabulary::{Coded, Lever, Topic};

use super::dice::Dice;
use super::material::{Material, Place, Sentence};
use super::model::Character;

/// What nearly everybody may like, when their own wish has few places.
const COMMON: [&str; 4] = ["conversation", "repas-partage", "jeux", "vie-de-quartier"];

/// A person's wishes.
pub(super) struct Wishes<'m> {
    pub(super) matters: String,
    topics: Vec<String>,
    pub(super) goals: Vec<String>,
    pub(super) reasons: Vec<Reason>,
    pub(super) note: Option<String>,
    /// Where they could go, best first.
    pub(super) places: Vec<&'m Place>,
}

/// Sentences and places are shared out, so that no two persons say the same unless none is left.
pub(super) struct Sharing<'m> {
    material: &'m Material,
    uses: HashMap<&'m str, usize>,
}

impl<'m> Sharing<'m> {
    pub(super) fn of(material: &'m Material) -> Sharing<'m> {
        Sharing { material, uses: HashMap::new() }
    }

    pub(super) fn wishes(&mut self, person: &Character, dice: &mut Dice) -> Wishes<'m> {
        let words = &self.material.words;
        let suited = |sentence: &&Sentence| sentence.suits(&person.civility, person.age());
        let matters = self.least_used(words.what_matters.iter().filter(suited).collect(), dice);
        let topics = matters.map(|sentence| sentence.topics.clone()).unwrap_or_default();
        let about = |sentence: &&Sentence| sentence.is_about(&topics);
        let own = words.goal.iter().filter(suited).filter(about).collect();
        let goal = self.least_used(own, dice).or_else(|| words.goal.iter().find(suited));
        let another = dice.happens(35);
        let second =
            another.then(|| self.least_used(words.goal.iter().filter(suited).collect(), dice)).flatten();
        let goals = goal
            .into_iter()
            .chain(second.filter(|one| Some(one.text.as_str()) != goal.map(|g| g.text.as_str())));
        let notes = words.prescriber_note.iter().filter(suited).filter(about).collect();
        let note = if dice.happens(70) { self.least_used(notes, dice) } else { None };
        let goals = goals.map(|goal| goal.text.clone()).collect();
        Wishes {
            matters: matters.map(|sentence| sentence.text.clone()).unwrap_or_default(),
            goals,
            reasons: reasons(&topics, dice),
            note: note.map(|sentence| sentence.text.clone()),
            places: self.places(person, &topics, dice),
            topics,
        }
    }

    /// Of the person's own topics near home, then farther, then what suits most people.
    fn places(&mut self, person: &Character, topics: &[String], dice: &mut Dice) -> Vec<&'m Place> {
        let common: Vec<String> = COMMON.iter().map(|topic| (*topic).to_owned()).collect();
        let shares =
            |place: &Place, topics: &[String]| place.topics.iter().any(|topic| topics.contains(topic));
        let mut places: Vec<&Place> = self
            .material
            .places
            .iter()
            .filter(|place| place.welcomes(person.age(), &person.commune))
            .filter(|place| shares(place, topics) || shares(place, &common))
            .collect();
        dice.shuffle(&mut places);
        places.sort_by_key(|place| {
            let used = self.uses.get(place.id.as_str()).copied().unwrap_or_default();
            (!shares(place, topics), place.commune != person.commune, used)
        });
        for place in places.iter().take(1) {
            *self.uses.entry(&place.id).or_default() += 1;
        }
        places
    }

    fn least_used(&mut self, among: Vec<&'m Sentence>, dice: &mut Dice) -> Option<&'m Sentence> {
        let used = |sentence: &Sentence| self.uses.get(sentence.text.as_str()).copied().unwrap_or_default();
        let least = among.iter().map(|sentence| used(sentence)).min()?;
        let fresh: Vec<&Sentence> = among.into_iter().filter(|sentence| used(sentence) == least).collect();
        let chosen = dice.pick(&fresh).copied()?;
        *self.uses.entry(&chosen.text).or_default() += 1;
        Some(chosen)
    }
}

impl Wishes<'_> {
    pub(super) fn topics(&self) -> &[String] {
        &self.topics
    }

    /// What the link worker writes down with the person.
    pub(super) fn assessment(&self, person: &Character, dice: &mut Dice) -> Assessment {
        let place = self.places.first();
        let levers =
            place.into_iter().flat_map(|place| &place.levers).filter_map(|code| Lever::from_code(code));
        let days = place.map(|place| place.weekdays()).unwrap_or_default();
        let half = |afternoon| if afternoon { HalfDay::Afternoon } else { HalfDay::Morning };
        let times =
            days.into_iter().flat_map(|day| [false, true].map(|half_day| Slot { day, half: half(half_day) }));
        Assessment {
            matters: Some(self.matters.clone()),
            needs: needs(&self.topics),
            levers: levers.collect(),
            topics: self.topics.iter().filter_map(|slug| Topic::parse(slug)).collect(),
            constraints: constraints(person.age(), dice),
            times: times.collect(),
            reach: reach(person.age(), dice),
            ..Assessment::default()
        }
    }
}

fn reasons(topics: &[String], dice: &mut Dice) -> Vec<Reason> {
    let of_topics = topics.iter().filter_map(|topic| match topic.as_str() {
        "deuil" => Some(Reason::Bereavement),
        "aidants" => Some(Reason::CaresForSomebody),
        "marche" | "transport" | "visite-a-domicile" | "sorties" => Some(Reason::GoesOutLittle),
        "benevolat" | "bricolage" => Some(Reason::WantsToBeUseful),
        "demarches" => Some(Reason::Paperwork),
        "langue-francaise" | "jeunes-adultes" => Some(Reason::NewInTheArea),
        "gym-douce" | "natation" | "sante" | "memoire" => Some(Reason::Health),
        _ => None,
    });
    let mut reasons: Vec<Reason> = of_topics.collect();
    reasons.dedup();
    if reasons.is_empty() || dice.happens(70) {
        reasons.insert(0, Reason::FeelsAlone);
    }
    reasons
}

fn needs(topics: &[String]) -> BTreeSet<Need> {
    let of_topics = topics.iter().filter_map(|topic| match topic.as_str() {
        "aidants" => Some(Need::Caring),
        "transport" => Some(Need::Mobility),
        "demarches" => Some(Need::Rights),
        "langue-francaise" => Some(Need::Language),
        "gym-douce" | "natation" | "sante" | "memoire" => Some(Need::Health),
        "numerique" => Some(Need::Digital),
        _ => None,
    });
    of_topics.chain([Need::Ties]).collect()
}

fn constraints(age: i64, dice: &mut Dice) -> BTreeSet<Constraint> {
    let old = age >= 75;
    let chances = [
        (Constraint::HearingLoop, if old { 25 } else { 3 }),
        (Constraint::AccompaniedFirst, if old { 40 } else { 20 }),
        (Constraint::SmallGroup, 30),
        (Constraint::FreeOrNearly, 35),
        (Constraint::Wheelchair, if old { 8 } else { 3 }),
        (Constraint::EveningOrWeekend, if (25..60).contains(&age) { 40 } else { 0 }),
    ];
    chances
        .into_iter()
        .filter(|(_, percent)| dice.happens(*percent))
        .map(|(constraint, _)| constraint)
        .collect()
}

fn reach(age: i64, dice: &mut Dice) -> Reach {
    let (means, most) = match age {
        85.. => (Means::Walking, 1),
        75.. if dice.happens(50) => (Means::Walking, 2),
        _ => (Means::Bus, 6),
    };
    let km = dice.between((most + 1) / 2, most);
    Reach { km: u8::try_from(km).ok(), by: Some(means) }
}
