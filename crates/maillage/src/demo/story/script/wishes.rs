//! What a person would like, in their words, and the places where they could find it.

use care::referral::Reason;

use super::dice::Dice;
use super::material::{Place, Sentence};
use super::model::Character;
use super::sharing::Sharing;

/// What nearly everybody may like, when their own wish has few places.
const COMMON: [&str; 4] = ["conversation", "repas-partage", "jeux", "vie-de-quartier"];
/// Everybody here is met by telephone, so that nobody of the story speaks with their hands.
const BY_HAND: &str = "langue-des-signes";

/// A person's wishes.
pub(super) struct Wishes<'m> {
    pub(super) matters: String,
    pub(super) topics: Vec<String>,
    /// Codes of what a place must then offer.
    pub(super) constraints: Vec<String>,
    pub(super) goals: Vec<String>,
    pub(super) reasons: Vec<Reason>,
    pub(super) note: Option<String>,
    /// What the link worker notes at the first contact, after the first time, and later.
    pub(super) heard: Heard,
    /// Where they could go, best first.
    pub(super) places: Vec<&'m Place>,
}

#[derive(Default)]
pub(super) struct Heard {
    pub(super) first: Option<String>,
    pub(super) once: Option<String>,
    pub(super) later: Option<String>,
}

impl<'m> Wishes<'m> {
    pub(super) fn drawn(sharing: &mut Sharing<'m>, person: &Character, dice: &mut Dice) -> Wishes<'m> {
        let words = &sharing.material().words;
        let suits = |sentence: &&Sentence| {
            sentence.suits(&person.civility, person.age())
                && !sentence.topics.iter().any(|topic| topic == BY_HAND)
        };
        let matters = sharing.sentence(words.what_matters.iter().filter(suits), dice);
        let topics = matters.map(|sentence| sentence.topics.clone()).unwrap_or_default();
        let about = |sentence: &&Sentence| sentence.is_about(&topics);
        let common: Vec<String> = COMMON.iter().map(|topic| (*topic).to_owned()).collect();
        let goal = sharing
            .sentence(words.goal.iter().filter(suits).filter(about), dice)
            .or_else(|| words.goal.iter().filter(suits).find(|goal| goal.is_about(&common)));
        let others =
            words.goal.iter().filter(suits).filter(|one| one.is_about(&topics) || one.is_about(&common));
        let others = others.filter(|other| goal.is_none_or(|goal| goal.text != other.text));
        let second = if dice.happens(35) { sharing.sentence(others, dice) } else { None };
        let notes = words.prescriber_note.iter().filter(suits).filter(about);
        let note = if dice.happens(75) { sharing.sentence(notes, dice) } else { None };
        let mut heard = |moment: &str, dice: &mut Dice| {
            let spoken = |note: &&Sentence| note.moment.as_deref() == Some(moment);
            let suited = |note: &&Sentence| note.topics.is_empty() || note.is_about(&topics);
            let notes = words.link_worker_note.iter().filter(suits).filter(spoken).filter(suited);
            sharing.sentence(notes, dice).map(|sentence| sentence.text.clone())
        };
        let heard =
            Heard { first: heard("first", dice), once: heard("once", dice), later: heard("later", dice) };
        Wishes {
            matters: matters.map(|sentence| sentence.text.clone()).unwrap_or_default(),
            constraints: matters.map(|sentence| sentence.constraints.clone()).unwrap_or_default(),
            goals: goal.into_iter().chain(second).map(|goal| goal.text.clone()).collect(),
            reasons: reasons(&topics, dice),
            note: note.map(|sentence| sentence.text.clone()),
            heard,
            places: sharing.places(person, &topics, &common, dice),
            topics,
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
