//! The addresses a route stands for: its parameters filled in with a record's ids.

use platform::web::guard::Guard;
use platform::web::routes::Route;

use crate::world::{Others, Subject};

/// The route's address about a person; none when the person has no such record.
pub(crate) fn about(path: &str, subject: &Subject, others: &Others) -> Option<String> {
    let mut address = String::new();
    for segment in path.split('/').skip(1) {
        address.push('/');
        match segment.split_once('{') {
            Some((before, rest)) => {
                let (name, after) = rest.split_once('}')?;
                address.push_str(before);
                address.push_str(&value(path, name, subject, others)?);
                address.push_str(after);
            }
            None => address.push_str(segment),
        }
    }
    Some(address)
}

/// The matrix in four, each asked on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Files of persons.
    Files,
    /// What those do who keep the directory.
    Keeping,
    /// What anybody does.
    Open,
    Rest,
}

impl Part {
    pub(crate) fn of(route: &Route) -> Part {
        match route.path.as_str() {
            path if path.starts_with("/personnes/{") || path.starts_with("/droits/{") => Part::Files,
            path if path.starts_with("/annuaire") || path.starts_with("/verification") => Part::Keeping,
            _ if route.guard == Guard::Open => Part::Open,
            _ => Part::Rest,
        }
    }
}

/// Whether the route leads to somebody's file.
pub(crate) fn is_of_a_person(path: &str) -> bool {
    const FILES: [&str; 8] = [
        "/personnes/{",
        "/droits/{",
        "/mes-patients/{",
        "/demandes/{",
        "/consultation/{",
        "/reponse/{",
        "/questions/{",
        "/feuille/{",
    ];
    FILES.iter().any(|file| path.starts_with(file))
}

fn value(path: &str, name: &str, subject: &Subject, others: &Others) -> Option<String> {
    let first = path.split('/').nth(1).unwrap_or_default();
    let second = path.split('/').nth(2).unwrap_or_default();
    match (first, second, name) {
        ("etudes", _, "export") => Some(others.study_export.clone()),
        ("etudes" | "personnes", _, "study") => Some(others.study.clone()),
        ("personnes", _, "filling") => subject.asked.as_ref().map(|asked| asked.filling.clone()),
        ("personnes" | "questions", _, "place") => subject.asked.as_ref().map(|asked| asked.place.to_owned()),
        ("questions", _, "token") => subject.asked.as_ref().map(|asked| asked.token.clone()),
        ("feuille", ..) => subject.asked.as_ref().map(|asked| asked.code.clone()),
        ("securite", ..) => Some(others.ringing.clone()),
        ("fhir", ..) => Some("ucla3".to_owned()),
        ("equipe", "questionnaires", _) => Some("who5".to_owned()),
        ("personnes", _, "case") => subject.case.clone(),
        ("personnes", "{id}", "id") => subject.case.clone(),
        ("personnes", _, "id") => subject.tie.clone(),
        ("personnes", _, "step") => Some("abandon".to_owned()),
        ("droits", ..) => Some(subject.person.clone()),
        ("mes-patients" | "demandes", _, "id") => Some(subject.referral.clone()),
        ("consultation", _, "id") => subject.screening.clone(),
        ("reponse", _, "token") => subject.token.clone(),
        ("reponse", _, "answer") => Some("oui".to_owned()),
        ("vos-donnees", ..) | (_, _, "scope") => Some(others.site.clone()),
        (_, _, "span") => Some(others.quarter.to_owned()),
        ("comptes", _, "id") => Some(others.account.to_string()),
        (_, _, "provider") => Some("proconnect".to_owned()),
        ("invitation", ..) => Some(others.invitation.clone()),
        ("verification", _, "token") => Some(others.verification.clone()),
        ("donnees", "emporter", _) => Some(others.mass_export.clone()),
        ("annuaire", "campagnes", _) => Some(others.campaign.clone()),
        ("annuaire", "import", _) => Some(others.incoming.clone()),
        ("annuaire", "signalements", _) => Some(others.report.clone()),
        ("annuaire", "doublons", _) => Some(others.duplicate.clone()),
        ("annuaire", "a-verifier", _) if path.contains("organisations") => Some(others.organization.clone()),
        ("annuaire", "organisations", _) | ("organisations", ..) => Some(others.organization.clone()),
        ("annuaire" | "ressources" | "verification", ..) => Some(others.resource.clone()),
        ("api", ..) if path.contains("structures") => Some(others.organization.clone()),
        ("api", ..) => Some(others.resource.clone()),
        ("territoires", ..) => Some("69029".to_owned()),
        ("quartiers", ..) => Some("DEMO-01".to_owned()),
        ("map", ..) => Some("0".to_owned()),
        ("assets", ..) => Some(assets::url("app.css").trim_start_matches(assets::FOLDER).to_owned()),
        _ => panic!("{path} has a parameter {name} that no record fills"),
    }
}

/// Pages that have a form only once something was chosen.
pub(crate) fn with_a_choice(path: &str) -> Option<&'static str> {
    match path {
        "/consultation"
        | "/consultation/feuille"
        | "/consultation/feuille.pdf"
        | "/personnes/{id}/mesures/nouvelle" => Some("?instrument=ucla3"),
        "/annuaire/campagnes" => Some("?territoire=69029&mois=1"),
        "/annuaire/a-verifier/feuille" | "/annuaire/a-verifier/feuille.pdf" => Some("?territoire=69029"),
        _ => None,
    }
}

/// The route an address belongs to: the one with the fewest parameters.
pub(crate) fn route_of<'a>(address: &str, routes: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let address = address.split('?').next().unwrap_or_default();
    routes.filter(|route| fits(address, route)).min_by_key(|route| route.matches('{').count())
}

fn fits(address: &str, route: &str) -> bool {
    let (given, wanted): (Vec<&str>, Vec<&str>) = (address.split('/').collect(), route.split('/').collect());
    given.len() == wanted.len()
        && given.iter().zip(&wanted).all(|(given, wanted)| wanted.contains('{') || given == wanted)
}
