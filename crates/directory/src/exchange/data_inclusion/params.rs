use jiff::civil::Date;
use kernel::commune::CommuneCode;
use kernel::geo::Point;
use url::form_urlencoded;

use super::problem::{Problem, Wrong};
use crate::finder::{Filters, Near, Order, Page, Placing, Query};
use crate::gazetteer::Gazetteer;
use crate::vocabulary::{Category, Coded, Theme, ThemeWish};

/// Parameters of data·inclusion we do not answer to.
const REFUSED: [&str; 3] = ["recherche_public", "exclure_doublons", "q"];

/// Reads the part of the address after `?`. Parameters nobody knows are passed over, as FastAPI does.
pub(super) fn parse(text: &str, gazetteer: &Gazetteer, today: Date) -> Result<Query, Problem> {
    let mut given = Given::of(text);
    let code = given.code_commune();
    let lat = given.number("lat", -90.0, 90.0);
    let lon = given.number("lon", -180.0, 180.0);
    let filters = Filters {
        sources: given.all("sources").map(str::to_owned).collect(),
        themes: given.listed("thematiques", ThemeWish::from_code, theme_codes),
        costs: given.coded("frais"),
        welcome_modes: given.coded("modes_accueil"),
        publics: given.coded("publics"),
        kinds: given.coded("types"),
        quality: given.number("score_qualite_minimum", f64::MIN, f64::MAX).map(|least| (least, today)),
        ..Filters::default()
    };
    let page = given.page();
    given.refuse_what_is_not_answered();
    if !given.wrongs.is_empty() {
        return Err(Problem::of(given.wrongs));
    }
    let from = match (lat, lon) {
        (Some(lat), Some(lon)) => Point::new(lat, lon),
        (None, None) => None,
        _ => return Err(Problem::new("The `lat` and `lon` must be simultaneously filled.")),
    };
    let near = code.map(|code| near(&code, from, gazetteer)).transpose()?;
    Ok(Query { near, filters, order: Order::Exchange, page, ..Query::default() })
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

/// The parameters as they came, and what is wrong with those read so far.
struct Given {
    pairs: Vec<(String, String)>,
    wrongs: Vec<Wrong>,
}

impl Given {
    fn of(text: &str) -> Given {
        Given { pairs: form_urlencoded::parse(text.as_bytes()).into_owned().collect(), wrongs: Vec::new() }
    }

    fn all<'a>(&'a self, name: &'static str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The last one wins, as in FastAPI.
    fn last(&self, name: &'static str) -> Option<String> {
        self.all(name).last().map(str::to_owned)
    }

    fn coded<T: Coded>(&mut self, name: &'static str) -> Vec<T> {
        self.listed(name, T::from_code, || T::all().map(Coded::code).collect())
    }

    fn listed<T>(
        &mut self,
        name: &'static str,
        from_code: impl Fn(&str) -> Option<T>,
        codes: impl Fn() -> Vec<&'static str>,
    ) -> Vec<T> {
        let mut values = Vec::new();
        let mut unknown = Vec::new();
        for code in self.all(name) {
            match from_code(code) {
                Some(value) => values.push(value),
                None => unknown.push(code.to_owned()),
            }
        }
        for input in unknown {
            let quoted: Vec<String> = codes().into_iter().map(|code| format!("'{code}'")).collect();
            self.wrong("enum", name, format!("Input should be {}", quoted.join(", ")), &input);
        }
        values
    }

    fn number(&mut self, name: &'static str, least: f64, most: f64) -> Option<f64> {
        let text = self.last(name)?;
        match text.trim().parse::<f64>() {
            Ok(number) if (least..=most).contains(&number) => return Some(number),
            Ok(number) if number.is_finite() => {
                self.wrong(
                    "out_of_range",
                    name,
                    format!("Input should be between {least} and {most}"),
                    &text,
                );
            }
            _ => self.wrong("float_parsing", name, "Input should be a valid number".to_owned(), &text),
        }
        None
    }

    fn code_commune(&mut self) -> Option<String> {
        let text = self.last("code_commune")?;
        let shaped = text.chars().count() == 5 && text.chars().all(|c| c.is_alphanumeric() || c == '_');
        if !shaped {
            let msg = "String should match pattern '^\\w{5}$'".to_owned();
            self.wrong("string_pattern_mismatch", "code_commune", msg, &text);
            return None;
        }
        Some(text)
    }

    fn page(&mut self) -> Page {
        let number = self.whole("page", 1, u32::MAX).unwrap_or(1);
        let size = self.whole("size", 1, Page::LARGEST).unwrap_or(Page::USUAL);
        Page::new(number, size).unwrap_or_default()
    }

    fn whole(&mut self, name: &'static str, least: u32, most: u32) -> Option<u32> {
        let text = self.last(name)?;
        match text.trim().parse::<i64>() {
            Err(_) => self.wrong("int_parsing", name, "Input should be a valid integer".to_owned(), &text),
            Ok(number) if number < i64::from(least) => {
                let msg = format!("Input should be greater than or equal to {least}");
                self.wrong("greater_than_equal", name, msg, &text);
            }
            Ok(number) if number > i64::from(most) => {
                let msg = format!("Input should be less than or equal to {most}");
                self.wrong("less_than_equal", name, msg, &text);
            }
            Ok(number) => return u32::try_from(number).ok(),
        }
        None
    }

    fn refuse_what_is_not_answered(&mut self) {
        for name in REFUSED {
            if let Some(input) = self.last(name).filter(|input| !matches!(input.as_str(), "" | "false")) {
                self.wrong("unsupported", name, "This server does not answer to it".to_owned(), &input);
            }
        }
    }

    fn wrong(&mut self, kind: &'static str, name: &'static str, msg: String, input: &str) {
        const LONGEST: usize = 100;
        let input = input.chars().take(LONGEST).collect();
        self.wrongs.push(Wrong { r#type: kind, loc: ("query", name), msg, input });
    }
}
