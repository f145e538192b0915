use jiff::civil::Date;
use kernel::commune::CommuneCode;
use kernel::geo::Point;

use super::given::Given;
use super::problem::Problem;
use crate::finder::{Filters, Near, Order, Placing, Query};
use crate::gazetteer::Gazetteer;
use crate::vocabulary::{Category, Coded, Theme, ThemeWish};

/// Parameters of data·inclusion we do not answer to.
const REFUSED: [&str; 3] = ["recherche_public", "exclure_doublons", "q"];

/// Reads the part of the address after `?`. Parameters nobody knows are passed over, as FastAPI does.
pub(super) fn parse(text: &str, gazetteer: &Gazetteer, today: Date) -> Result<Query, Problem> {
    read(&mut Given::of(text), gazetteer, today)
}

/// The same of parameters already cut apart.
pub(super) fn read(given: &mut Given, gazetteer: &Gazetteer, today: Date) -> Result<Query, Problem> {
    let code = given.code_commune();
    let lat = given.number("lat", -90.0, 90.0);
    let lon = given.number("lon", -180.0, 180.0);
    let filters = filters(given, today);
    let page = given.page();
    given.refuse(&REFUSED);
    given.check()?;
    let from = match (lat, lon) {
        (Some(lat), Some(lon)) => Point::new(lat, lon),
        (None, None) => None,
        _ => return Err(Problem::new("The `lat` and `lon` must be simultaneously filled.")),
    };
    let near = code.map(|code| near(&code, from, gazetteer)).transpose()?;
    Ok(Query { near, filters, order: Order::Exchange, page, ..Query::default() })
}

/// The lists services are filtered by wherever they are listed.
pub(super) fn filters(given: &mut Given, today: Date) -> Filters {
    Filters {
        sources: given.texts("sources"),
        themes: given.listed("thematiques", ThemeWish::from_code, theme_codes),
        costs: given.coded("frais"),
        welcome_modes: given.coded("modes_accueil"),
        publics: given.coded("publics"),
        kinds: given.coded("types"),
        quality: given.number("score_qualite_minimum", f64::MIN, f64::MAX).map(|least| (least, today)),
        ..Filters::default()
    }
}

fn near(code: &str, from: Option<Point>, gazetteer: &Gazetteer) -> Result<Near, Problem> {
    let known = CommuneCode::parse(code).and_then(|code| gazetteer.get(&code));
    let commune = known.ok_or_else(|| Problem::new("This `code_commune` does not exist."))?;
    let near = Near::of(commune, Near::RADIUS_KM);
    Ok(Near { from: from.or(near.from), placing: Placing::Exact, ..near })
}

fn theme_codes() -> Vec<&'static str> {
    Theme::all().map(Coded::code).chain(Category::all().map(Coded::code)).collect()
}
