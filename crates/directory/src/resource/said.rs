//! A resource in words: what its page, its card and its printed line say.

use jiff::civil::Date;
use kernel::Lang;
use kernel::commune::CommuneCode;
use kernel::text::fold;
use platform::web::dates;

use super::model::{Resource, Zone};
use super::ties::Ages;
use crate::facts;
use crate::gazetteer::Gazetteer;
use crate::schedule::Schedule;
use crate::vocabulary::{Coded, Cost, Language, Public, Transport};
use crate::words::words;

/// When it takes place: in words when its hours can be read, else as its source wrote them.
pub fn when(resource: &Resource, lang: Lang) -> Option<String> {
    let hours = resource.ties.schedule.as_ref().or(resource.opening_hours.as_ref());
    let hours = hours.map(|text| hours_in_words(text, lang));
    match (hours, resource.ties.season_note.clone()) {
        (Some(hours), Some(season)) => Some(format!("{hours}, {season}")),
        (hours, season) => hours.or(season),
    }
}

pub(crate) fn hours_in_words(text: &str, lang: Lang) -> String {
    Schedule::parse(text).map_or_else(|| text.to_owned(), |schedule| schedule.say(lang))
}

/// « gratuit », « 4 € le repas », « payant ».
pub fn cost(resource: &Resource, lang: Lang) -> Option<String> {
    let cost = resource.cost.map(|cost| cost.label(lang).to_lowercase());
    match (resource.cost, &resource.cost_note) {
        (Some(Cost::Paid) | None, Some(note)) => Some(note.clone()),
        (Some(Cost::Free), Some(note)) => cost.map(|cost| format!("{cost}, {note}")),
        (_, None) => cost,
    }
}

/// Whether a newcomer finds a place; `None` when nobody counts.
pub fn room(resource: &Resource, today: Date, lang: Lang) -> Option<String> {
    let w = words(lang);
    let ties = &resource.ties;
    if let Some(until) = ties.pause_on(today) {
        return Some(w.resource_paused(dates::plain(until, lang)));
    }
    match (ties.full_until, ties.places) {
        (Some(until), _) if today < until => Some(w.resource_full_until(dates::plain(until, lang))),
        (_, Some(0)) => Some(resource.full_to_confirm(today).map_or_else(
            || w.resource_full(),
            |said_on| w.resource_full_to_confirm(dates::plain(said_on, lang)),
        )),
        (_, Some(places)) => Some(w.resource_places_left(places)),
        (_, None) => None,
    }
}

/// The publics, the ages, and where one must live.
pub fn for_whom(resource: &Resource, lang: Lang) -> Vec<String> {
    let w = words(lang);
    let mut lines: Vec<String> = Vec::new();
    if !resource.publics.is_empty() {
        let publics: Vec<String> =
            resource.publics.iter().map(|public| Public::label(*public, lang)).collect();
        lines.push(publics.join(", "));
    }
    lines.extend(resource.publics_note.clone());
    lines.extend(resource.ties.ages.and_then(|ages| self::ages(ages, lang)));
    let zones = zones(&resource.zones);
    if !zones.is_empty() {
        lines.push(format!("{} {}", w.resource_eligible(), zones.join(", ")));
    }
    lines
}

/// « On y parle aussi arabe, turc ».
pub fn languages(resource: &Resource, lang: Lang) -> Option<String> {
    let languages = facts::in_a_row(&resource.ties.languages, lang, Language::label);
    (!languages.is_empty()).then(|| words(lang).resource_languages(languages))
}

/// Its form, how many people meet, and whether somebody welcomes.
pub fn how(resource: &Resource, lang: Lang) -> Vec<String> {
    let (w, ties) = (words(lang), &resource.ties);
    let format = ties.format.map(|format| format.label(lang));
    let size = ties.group_size.map(|size| w.resource_group_size(size));
    let welcome = ties.accompanied_first_time.then(|| w.resource_accompanied());
    [format, size, welcome].into_iter().flatten().collect()
}

/// Wheelchairs, hearing, languages, where somebody has checked.
pub fn access(resource: &Resource, lang: Lang) -> Vec<String> {
    let ties = &resource.ties;
    let wheelchair = ties.wheelchair.map(|wheelchair| wheelchair.label(lang));
    let hearing_loop = (ties.hearing_loop == Some(true)).then(|| words(lang).resource_hearing_loop());
    [wheelchair, hearing_loop, languages(resource, lang)].into_iter().flatten().collect()
}

/// By which means, and what to know of it.
pub fn getting_there(resource: &Resource, lang: Lang) -> Vec<String> {
    let note = resource.ties.transport_note.clone();
    let transport = resource.ties.transport.filter(|transport| !tells_of(note.as_deref(), *transport));
    transport.map(|transport| transport.label(lang)).into_iter().chain(note).collect()
}

/// Whether a note speaks of this means: « tram à 3 min » makes « Tram à proximité » needless.
fn tells_of(note: Option<&str>, transport: Transport) -> bool {
    note.is_some_and(|note| fold(note).split(' ').any(|word| word == transport.code()))
}

/// « de 12 à 25 ans »; `None` without either end.
pub fn ages(ages: Ages, lang: Lang) -> Option<String> {
    let w = words(lang);
    match (ages.from, ages.to) {
        (Some(from), Some(to)) => Some(w.resource_ages_between(from, to)),
        (Some(from), None) => Some(w.resource_ages_from(from)),
        (None, Some(to)) => Some(w.resource_ages_to(to)),
        (None, None) => None,
    }
}

/// Names of the zones that restrict; none when all of France is among them.
pub fn zones(zones: &[Zone]) -> Vec<String> {
    if zones.iter().any(|zone| matches!(zone.as_str(), "france" | Zone::FRANCE)) {
        return Vec::new();
    }
    zones.iter().map(zone).collect()
}

fn zone(zone: &Zone) -> String {
    let gazetteer = Gazetteer::load();
    let code = zone.as_str();
    let commune = || CommuneCode::parse(code).and_then(|code| gazetteer.current(&code));
    let epci =
        || gazetteer.communes().iter().filter_map(|commune| commune.epci).find(|epci| epci.siren == code);
    let name = match code.len() {
        5 => commune().map(|commune| commune.name),
        9 => epci().map(|epci| epci.name),
        _ => gazetteer.departement(code).map(|departement| departement.name),
    };
    name.unwrap_or(code).to_owned()
}

/// « 350 m », « 1,1 km », « 12 km ».
pub fn distance(km: f64, lang: Lang) -> String {
    if km < 0.975 {
        let metres = ((km * 20.0).round() * 50.0).max(50.0);
        return format!("{metres}\u{a0}m");
    }
    let figures = if km < 9.95 { format!("{km:.1}") } else { format!("{km:.0}") };
    let figures = figures.strip_suffix(".0").unwrap_or(&figures).to_owned();
    match lang {
        Lang::Fr => format!("{}\u{a0}km", figures.replace('.', ",")),
        Lang::En => format!("{figures}\u{a0}km"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_said_as_precisely_as_people_walk_them() {
        let said = |km| distance(km, Lang::Fr).replace('\u{a0}', " ");
        assert_eq!([said(0.0), said(0.34), said(0.974), said(0.98)], ["50 m", "350 m", "950 m", "1 km"]);
        assert_eq!([said(1.14), said(9.94), said(12.4)], ["1,1 km", "9,9 km", "12 km"]);
        assert_eq!(distance(1.14, Lang::En), "1.1\u{a0}km");
    }

    #[test]
    fn a_means_is_said_once() {
        assert!(tells_of(Some("tram à 3 min"), Transport::Tram));
        assert!(!tells_of(Some("navette depuis le domicile"), Transport::Pickup));
        assert!(!tells_of(None, Transport::Bus));
    }

    #[test]
    fn zones_have_names_and_all_of_france_restricts_nothing() {
        let named =
            |codes: &[&str]| zones(&codes.iter().filter_map(|code| Zone::parse(code)).collect::<Vec<_>>());
        assert_eq!(named(&["69029", "2A", "200046977"]), ["Bron", "Corse-du-Sud", "Métropole de Lyon"]);
        assert_eq!(named(&["69029", "99100"]), Vec::<String>::new());
        assert_eq!(named(&["zzzzz"]), ["zzzzz"]);
    }
}
