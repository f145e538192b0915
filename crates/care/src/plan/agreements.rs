//! « Ce que j’ai accepté »: who may know what, as the person would say it on their own paper.

use jiff::civil::Date;
use kernel::Lang;
use kernel::coded::Coded;
use platform::web::dates;

use crate::connection::rules::age_band;
use crate::connection::{Connection, Shared};
use crate::consent::{Given, Purpose, Recipient};
use crate::person::Person;
use crate::words::{Words, words};

/// One line an agreement that stands, the oldest first.
pub(super) fn told(given: Vec<Given>, ties: &[Connection], person: &Person, lang: Lang) -> Vec<String> {
    let standing = given.into_iter().rev().filter(|given| given.withdrawn_at.is_none());
    standing.map(|given| line(&given, ties, person, lang)).collect()
}

fn line(given: &Given, ties: &[Connection], person: &Person, lang: Lang) -> String {
    let w = words(lang);
    let day = dates::day_of(given.given_at, lang);
    if given.purpose == Purpose::Support.code() {
        return w.plan_paper_team_may(&day);
    }
    let is_told = |tie: &&Connection| {
        Recipient::Resource(tie.offer.resource_id.clone()).code() == given.recipient && tie.request.is_some()
    };
    // What was agreed to in an earlier course of support is only kept as it was worded.
    let Some(tie) = ties.iter().find(is_told) else { return given.wording.clone() };
    let shared = tie.request.as_ref().map(|request| request.shared.as_slice()).unwrap_or_default();
    let on = dates::day(given.given_at);
    let told: Vec<String> =
        Shared::all().filter(|one| shared.contains(one)).filter_map(|one| part(one, person, on, w)).collect();
    match listed(&told, w) {
        Some(told) => w.plan_paper_place_may(&day, &tie.offer.organization_name, &told),
        None => w.plan_paper_place_may_nothing(&day, &tie.offer.organization_name),
    }
}

/// « mon âge (entre 50 et 59 ans) ».
fn part(shared: Shared, person: &Person, on: Date, w: &Words) -> Option<String> {
    match shared {
        Shared::Name => Some(w.plan_paper_tells_name()),
        Shared::AgeBand => person.age(on).map(|age| {
            let (from, to) = age_band(age);
            w.plan_paper_tells_age(w.connection_age_band(i32::from(from), i32::from(to)))
        }),
        Shared::Phone => person.phone.as_ref().map(|_| w.plan_paper_tells_phone()),
        Shared::Likes => Some(w.plan_paper_tells_likes()),
        Shared::Accompaniment => Some(w.plan_paper_tells_accompaniment()),
    }
}

/// « a, b et c »; nothing of nothing.
fn listed(parts: &[String], w: &Words) -> Option<String> {
    let (last, before) = parts.split_last()?;
    Some(if before.is_empty() { last.clone() } else { w.plan_paper_and(before.join(", "), last) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_with_and() {
        let w = words(Lang::Fr);
        let parts = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(listed(&parts, w).as_deref(), Some("a, b et c"));
        assert_eq!(listed(&parts[..1], w).as_deref(), Some("a"));
        assert_eq!(listed(&[], w), None);
    }
}
