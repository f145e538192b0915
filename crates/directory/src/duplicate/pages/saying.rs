//! A pair in words.

use kernel::Lang;
use platform::web::dates;

use crate::duplicate::compare::{Clue, Scales, Weights};
use crate::duplicate::entry::{Entry, Kind};
use crate::duplicate::model::State;
use crate::duplicate::sql::{Compared, Side};
use crate::gazetteer::Gazetteer;
use crate::words::Words;
use crate::{address, facts};

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

/// « 69500 Bron · dora », after the organization of a resource.
pub(super) fn whereabouts(side: &Side) -> String {
    let town = facts::address_lines(side.entry.place()).pop();
    let parts = side.offered_by.clone().into_iter().chain(town).chain([side.entry.source().to_owned()]);
    parts.collect::<Vec<String>>().join(" · ")
}

/// Its page.
pub(super) fn href(entry: &Entry) -> String {
    match entry {
        Entry::Organization(organization) => address::organization(&organization.id),
        Entry::Resource(resource) => address::resource(&resource.id),
    }
}

/// What was decided, when, and by whom.
pub(super) fn decision(compared: &Compared, w: &Words, lang: Lang) -> Option<String> {
    let at = dates::moment(compared.pair.state.decision()?.at.as_second(), lang);
    let by = compared.by.as_deref().unwrap_or_default();
    Some(match &compared.pair.state {
        State::Proposed => return None,
        State::Same { kept, .. } => {
            let first = &compared.first.entry;
            let kept = if *kept == first.id() { first } else { &compared.second.entry };
            match compared.pair.kind {
                Kind::Organization => w.duplicate_was_merged(kept.name(), by, at.as_str()),
                Kind::Resource => w.duplicate_was_merged_resource(kept.name(), by, at.as_str()),
            }
        }
        State::Different { .. } => match compared.pair.kind {
            Kind::Organization => w.duplicate_was_told_apart(by, at.as_str()),
            Kind::Resource => w.duplicate_was_told_apart_resource(by, at.as_str()),
        },
    })
}

/// « Rhône (69) ».
pub(super) fn departement(code: &str) -> String {
    let known = Gazetteer::load().departement(code);
    known.map_or_else(|| code.to_owned(), |departement| format!("{} ({code})", departement.name))
}
