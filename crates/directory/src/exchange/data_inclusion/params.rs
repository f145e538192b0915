use jiff::civil::Date;
use kernel::commune::CommuneCode;
use kernel::geo::Point;

use super::given::Given;
use super::problem::Problem;
use crate::finder::{Filters, LONGEST_TEXT, Near, Order, Placing, PublicText, Query};
use crate::gazetteer::Gazetteer;
use crate::schedule::HalfDay;
use crate::vocabulary::{Category, Coded, Language, Theme, ThemeWish, Topic};

/// How far one may look, in kilometres.
const FARTHEST_KM: f64 = 200.0;
const OLDEST: f64 = 120.0;

/// Reads the part of the address after `?`. Parameters nobody knows are passed over, as FastAPI does.
pub(super) fn parse(text: &str, gazetteer: &Gazetteer, today: Date) -> Result<Asked, Problem> {
    read(&mut Given::of(text), gazetteer, today)
}

/// What is looked for, and whether to say why each answer is one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    pub(super) query: Query,
    pub(super) explain: bool,
    /// Of what is listed twice, only the best.
    pub(super) once: bool,
}

/// The same of parameters already cut apart.
pub(super) fn read(given: &mut Given, gazetteer: &Gazetteer, today: Date) -> Result<Asked, Problem> {
    let code = given.code_commune();
    let lat = given.number("lat", -90.0, 90.0);
    let lon = given.number("lon", -180.0, 180.0);
    let filters = filters(given, today);
    let filters = with_ties(given, filters);
    let page = given.page();
    let text = given.text("q", LONGEST_TEXT);
    let radius_km = given.number("rayon", 0.0, FARTHEST_KM);
    let explain = given.yes("explain");
    let once = given.yes("exclure_doublons");
    given.check()?;
    let from = match (lat, lon) {
        (Some(lat), Some(lon)) => Point::new(lat, lon),
        (None, None) => None,
        _ => return Err(Problem::new("The `lat` and `lon` must be simultaneously filled.")),
    };
    let near = code.map(|code| near(&code, from, radius_km, gazetteer)).transpose()?;
    let query = Query { text, near, filters, order: Order::Exchange, page, ..Query::default() };
    Ok(Asked { query, explain, once })
}

/// What this territory knows on top of data·inclusion's fields.
fn with_ties(given: &mut Given, filters: Filters) -> Filters {
    Filters {
        levers: given.coded("leviers"),
        topics: given.shaped("activites", Topic::parse, "^[a-z0-9_-]{1,60}$"),
        formats: given.coded("formats"),
        languages: given.shaped("langues", Language::parse, "^[a-z]{2,3}$"),
        access: given.coded("acces"),
        half_days: given.listed("demi_journees", HalfDay::from_code, half_day_codes),
        age: given.number("age", 0.0, OLDEST).and_then(|age| format!("{age:.0}").parse().ok()),
        open_on: given.parsed("places_le", "date"),
        open_at: given.parsed("ouvert_a", "date-time"),
        ..filters
    }
}

/// The lists services are filtered by wherever they are listed.
pub(super) fn filters(given: &mut Given, today: Date) -> Filters {
    Filters {
        sources: given.texts("sources"),
        themes: given.listed("thematiques", ThemeWish::from_code, theme_codes),
        costs: given.coded("frais"),
        welcome_modes: given.coded("modes_accueil"),
        publics: given.coded("publics"),
        public_text: PublicText::new(&given.text("recherche_public", LONGEST_TEXT)),
        kinds: given.coded("types"),
        quality: given.number("score_qualite_minimum", f64::MIN, f64::MAX).map(|least| (least, today)),
        ..Filters::default()
    }
}

fn near(
    code: &str,
    from: Option<Point>,
    radius_km: Option<f64>,
    gazetteer: &Gazetteer,
) -> Result<Near, Problem> {
    let known = CommuneCode::parse(code).and_then(|code| gazetteer.get(&code));
    let commune = known.ok_or_else(|| Problem::new("This `code_commune` does not exist."))?;
    let near = Near::of(commune, radius_km.unwrap_or(Near::RADIUS_KM));
    Ok(Near { from: from.or(near.from), placing: Placing::Exact, ..near })
}

fn half_day_codes() -> Vec<String> {
    HalfDay::all().map(HalfDay::code).collect()
}

fn theme_codes() -> Vec<&'static str> {
    Theme::all().map(Coded::code).chain(Category::all().map(Coded::code)).collect()
}
