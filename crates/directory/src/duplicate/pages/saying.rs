//! A pair in words.

use kernel::Lang;
use platform::web::dates;

use crate::duplicate::compare::{Clue, Scales, Weights};
use crate::duplicate::model::State;
use crate::duplicate::sql::Compared;
use crate::facts;
use crate::gazetteer::Gazetteer;
use crate::organization::Organization;
use crate::words::Words;

/// How likely two entries are to be one, in words first.
pub(super) fn score(score: i16, weights: &Weights, w: &Words) -> String {
    let limits = weights.thresholds;
    let number = i64::from(score);
    match score {
        score if score >= limits.likely => w.duplicate_very_likely(number),
        score if score >= limits.propose => w.duplicate_likely(number),
        _ => w.duplicate_doubtful(number),
    }
}

/// What speaks for it and what against, the weightiest first.
pub(super) fn clues(clues: &[Clue], scales: Scales, lang: Lang) -> (Vec<String>, Vec<String>) {
    let mut sorted: Vec<&Clue> = clues.iter().collect();
    sorted.sort_by_key(|clue| std::cmp::Reverse(clue.points.abs()));
    let say = |wanted: fn(i16) -> bool| {
        let these = sorted.iter().filter(|clue| wanted(clue.points));
        these.map(|clue| scales.weights.say(clue, lang)).collect()
    };
    (say(|points| points > 0), say(|points| points < 0))
}

/// « 69500 Bron · dora ».
pub(super) fn whereabouts(entry: &Organization) -> String {
    let town = facts::address_lines(&entry.place).pop();
    let parts = town.into_iter().chain([entry.source.clone()]);
    parts.collect::<Vec<String>>().join(" · ")
}

/// What was decided, when, and by whom.
pub(super) fn decision(compared: &Compared, w: &Words, lang: Lang) -> Option<String> {
    let at = dates::moment(compared.pair.state.decision()?.at.as_second(), lang);
    let by = compared.by.as_deref().unwrap_or_default();
    Some(match &compared.pair.state {
        State::Proposed => return None,
        State::Same { kept, .. } => {
            let first = &compared.first.organization;
            let kept = if *kept == first.id { first } else { &compared.second.organization };
            w.duplicate_was_merged(kept.name.as_str(), by, at.as_str())
        }
        State::Different { .. } => w.duplicate_was_told_apart(by, at.as_str()),
    })
}

/// « Rhône (69) ».
pub(super) fn departement(code: &str) -> String {
    let known = Gazetteer::load().departement(code);
    known.map_or_else(|| code.to_owned(), |departement| format!("{} ({code})", departement.name))
}
