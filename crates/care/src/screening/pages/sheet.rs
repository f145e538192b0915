//! The printed sheet: questions with boxes to tick, for whoever prefers paper. It names nobody.

use askama::Template;
use measure::Instrument;
use platform::paper::Wanted;
use platform::web::may::Screen;
use platform::web::page::{self, Answer};
use platform::web::{May, Nope, Query, Ui};

use super::paper;
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
    file: String,
}

pub(super) async fn show(may: May<Screen>, Query(typed): Query<Typed>) -> Answer {
    let instruments = wished(&may, &typed).await?;
    let is_large = typed.first("taille") == LARGE;
    page::show(&SheetPage {
        ui: &may.ui,
        w: words(may.lang),
        parts: blank(&instruments, &may.ui),
        is_large,
        other_size: address("feuille", &instruments, !is_large),
        file: address("feuille.pdf", &instruments, false),
    })
}

pub(super) async fn file(may: May<Screen>, wanted: Wanted, Query(typed): Query<Typed>) -> Answer {
    let parts = blank(&wished(&may, &typed).await?, &may.ui);
    wanted.handed(&paper::PAPER, paper::filled(&parts, None, words(may.lang)), &may.ui).await
}

/// Those of the address that a team of theirs uses.
async fn wished(may: &May<Screen>, typed: &Typed) -> Result<Vec<&'static Instrument>, Nope> {
    let offered = instruments::used_anywhere(&mut may.app().db().read().await?, may).await?;
    let instruments = typed.instruments(offered);
    if instruments.is_empty() { Err(Nope::NotFound) } else { Ok(instruments) }
}

fn blank(instruments: &[&'static Instrument], ui: &Ui) -> Vec<Part> {
    let nothing = Typed::default();
    let part =
        |instrument: &&'static Instrument| Part::of(instrument, &nothing, ui.lang, Skipping::NotOffered);
    instruments.iter().map(part).collect()
}

fn address(page: &str, instruments: &[&'static Instrument], is_large: bool) -> String {
    let mut fields: Vec<String> =
        instruments.iter().map(|instrument| format!("instrument={}", instrument.code)).collect();
    if is_large {
        fields.push(format!("taille={LARGE}"));
    }
    format!("/consultation/{page}?{}", fields.join("&"))
}
