//! The printed sheet: questions with boxes to tick, for whoever prefers paper. It names nobody.

use askama::Template;
use measure::Instrument;
use platform::web::may::Screen;
use platform::web::page::{self, Answer};
use platform::web::{May, Nope, Query, Ui};

use super::questions::{Part, Skipping};
use crate::instruments;
use crate::screening::reading::Typed;
use crate::words::{Words, words};

/// The address's value for large print.
pub(in crate::screening) const LARGE: &str = "grande";

#[derive(Template)]
#[template(path = "screening/pages/sheet.html")]
struct SheetPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    parts: Vec<Part>,
    is_large: bool,
    /// The same sheet in the other size.
    other_size: String,
}

pub(super) async fn show(may: May<Screen>, Query(typed): Query<Typed>) -> Answer {
    let offered = instruments::used_anywhere(&mut may.app().db().read().await?, &may).await?;
    let instruments = typed.instruments(offered);
    if instruments.is_empty() {
        return Err(Nope::NotFound);
    }
    let is_large = typed.first("taille") == LARGE;
    let blank = Typed::default();
    let part =
        |instrument: &&'static Instrument| Part::of(instrument, &blank, may.lang, Skipping::NotOffered);
    page::show(&SheetPage {
        ui: &may.ui,
        w: words(may.lang),
        parts: instruments.iter().map(part).collect(),
        is_large,
        other_size: address(&instruments, !is_large),
    })
}

fn address(instruments: &[&'static Instrument], is_large: bool) -> String {
    let mut fields: Vec<String> =
        instruments.iter().map(|instrument| format!("instrument={}", instrument.code)).collect();
    if is_large {
        fields.push(format!("taille={LARGE}"));
    }
    format!("/consultation/feuille?{}", fields.join("&"))
}
