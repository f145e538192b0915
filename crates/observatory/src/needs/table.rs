//! What is shown of unmet needs.

use care::figures::unmet::{Persons, Unmet, Wish};
use directory::Area;
use directory::gazetteer::Commune;
use kernel::Lang;
use measure::Shown;

use crate::told::labels;
use crate::words::Words;

/// A line of numbers that may be shown.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) commune: &'static str,
    pub(super) wish: Option<String>,
    pub(super) all: String,
    pub(super) in_priority_area: String,
}

/// Communes first by how many persons, then by name; without those whose number is not shown.
pub(super) fn communes(unmet: &Unmet, w: &Words) -> Vec<Line> {
    let mut shown: Vec<&(&'static Commune, Persons)> =
        unmet.communes.iter().filter(|(_, persons)| is_shown(*persons)).collect();
    shown.sort_by_key(|(commune, persons)| (std::cmp::Reverse(persons.all), commune.name));
    shown.into_iter().map(|(commune, persons)| line(commune, None, *persons, w)).collect()
}

pub(super) fn wishes(unmet: &Unmet, w: &Words, lang: Lang) -> Vec<Line> {
    let shown = unmet.wishes.iter().filter(|(_, _, persons)| is_shown(*persons));
    shown.map(|(commune, wish, persons)| line(commune, Some(label(wish, lang)), *persons, w)).collect()
}

/// Every commune somebody asked lives in, the darker the more persons lack an answer there.
pub(super) fn areas(unmet: &Unmet) -> Vec<Area> {
    let most = unmet.communes.iter().map(|(_, persons)| persons.all).max().unwrap_or_default().max(1);
    let area = |(commune, persons): &(&'static Commune, Persons)| {
        let shown = Shown::of(persons.all).value();
        Area {
            commune,
            said: shown.map(|count| count.to_string()),
            shade: shown.map_or(0.0, |count| f64::from(count) / f64::from(most)),
        }
    };
    unmet.communes.iter().map(area).collect()
}

/// Whether something is left out for being said by few.
pub(super) fn leaves_out(unmet: &Unmet) -> bool {
    let few = |persons: &Persons| persons.all > 0 && !is_shown(*persons);
    unmet.communes.iter().any(|(_, persons)| few(persons))
        || unmet.wishes.iter().any(|(_, _, persons)| few(persons))
}

pub(super) fn is_shown(persons: Persons) -> bool {
    Shown::of(persons.all) != Shown::Hidden
}

fn line(commune: &'static Commune, wish: Option<String>, persons: Persons, w: &Words) -> Line {
    Line {
        commune: commune.name,
        wish,
        all: labels::count(Shown::of(persons.all), w),
        in_priority_area: labels::count(in_priority_area(persons), w),
    }
}

/// Hidden too where the others would be few.
fn in_priority_area(persons: Persons) -> Shown {
    let others = Shown::of(persons.all.saturating_sub(persons.in_priority_area));
    others.value().map_or(Shown::Hidden, |_| Shown::of(persons.in_priority_area))
}

fn label(wish: &Wish, lang: Lang) -> String {
    match wish {
        Wish::Need(need) => need.label(care::words::words(lang)),
        Wish::Topic(topic) => topic.label(lang).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_lives_in_a_priority_area_is_not_told_when_the_others_are_few() {
        let persons = |all, in_priority_area| Persons { all, in_priority_area };
        assert_eq!(in_priority_area(persons(30, 15)), Shown::Value(15));
        assert_eq!(in_priority_area(persons(30, 25)), Shown::Hidden);
        assert_eq!(in_priority_area(persons(30, 10)), Shown::Hidden);
        assert_eq!(in_priority_area(persons(30, 0)), Shown::Hidden);
    }
}
