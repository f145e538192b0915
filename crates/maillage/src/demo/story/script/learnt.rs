//! What the link worker writes down with the person: the shared assessment.

use std::collections::BTreeSet;

use care::assessment::Assessment;
use care::assessment::model::{Constraint, DigitalEase, HalfDay, Means, Need, PriorityArea, Reach, Slot};
use directory::vocabulary::{Coded, Lever, Topic};
use jiff::civil::Weekday;

use super::dice::Dice;
use super::model::Character;
use super::wishes::Wishes;

pub(super) fn assessment(wishes: &Wishes<'_>, person: &Character, dice: &mut Dice) -> Assessment {
    let place = wishes.places.first();
    let levers = place.into_iter().flat_map(|place| &place.levers);
    let days = place.map(|place| place.weekdays()).unwrap_or_default();
    let said = wishes.constraints.iter().filter_map(|code| Constraint::from_code(code));
    Assessment {
        matters: Some(wishes.matters.clone()),
        needs: needs(&wishes.topics),
        levers: levers.filter_map(|code| Lever::from_code(code)).collect(),
        topics: wishes.topics.iter().filter_map(|slug| Topic::parse(slug)).collect(),
        constraints: constraints(person.age(), dice).into_iter().chain(said).collect(),
        times: days.into_iter().flat_map(whole_day).collect(),
        reach: reach(person.age(), dice),
        digital_ease: Some(digital_ease(person.age(), dice)),
        priority_area: dice.happens(90).then(|| priority_area(dice)),
        ..Assessment::default()
    }
}

fn whole_day(day: Weekday) -> [Slot; 2] {
    [HalfDay::Morning, HalfDay::Afternoon].map(|half| Slot { day, half })
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

fn digital_ease(age: i64, dice: &mut Dice) -> DigitalEase {
    let (alone, helped) = if age >= 75 { (25, 50) } else { (65, 70) };
    if dice.happens(alone) {
        DigitalEase::Alone
    } else if dice.happens(helped) {
        DigitalEase::Helped
    } else {
        DigitalEase::NotAtAll
    }
}

fn priority_area(dice: &mut Dice) -> PriorityArea {
    if dice.happens(35) { PriorityArea::Yes } else { PriorityArea::No }
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
