//! `/equipe/questionnaires`: what a team may put to persons, with licence and provenance beside each.

use askama::Template;
use kernel::id::SiteId;
use measure::{Audience, Licence, Wording};
use platform::web::may::{May, ShareTheLoad};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Query, Ui};
use serde::Deserialize;

use super::Team;
use crate::instruments::offer::{self, Standing};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "instruments/pages/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    teams: Vec<Team>,
    /// Whose questionnaires these are.
    team: SiteId,
    lines: Vec<Line>,
    was_brought: bool,
}

/// An instrument as its reader sees it.
struct Line {
    code: &'static str,
    title: &'static str,
    asks: &'static str,
    /// How many questions, by what right, in whose words, put by whom.
    facts: String,
    source: &'static str,
    wording: &'static str,
    licence: &'static str,
    caveats: Vec<&'static str>,
    is_used: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::instruments) struct Arrival {
    /// The team, of several.
    equipe: String,
    apporte: Option<String>,
}

pub(in crate::instruments) async fn show(may: May<ShareTheLoad>, Query(arrival): Query<Arrival>) -> Answer {
    let team = super::chosen(&may, &arrival.equipe).or_else(|| may.sites().next()).ok_or(Nope::NotFound)?;
    let standings = offer::of_team(&mut may.app().db().read().await?, team).await?;
    let lines = standings.iter().map(|standing| line(standing, &may.ui)).collect();
    let (teams, was_brought) = (super::teams(&may), arrival.apporte.is_some());
    page::show(&ListPage { ui: &may.ui, w: words(may.lang), teams, team, lines, was_brought })
}

fn line(standing: &Standing, ui: &Ui) -> Line {
    let (w, lang, instrument) = (words(ui.lang), ui.lang, standing.instrument);
    let count = i64::try_from(instrument.items.len()).unwrap_or_default();
    let facts = [
        w.instruments_questions(count),
        licence(instrument.licence, standing.is_brought, w),
        wording(instrument.wording.fr, w),
        audience(instrument.audience, w),
    ];
    Line {
        code: &instrument.code,
        title: instrument.title.get(lang),
        asks: instrument.asks.get(lang),
        facts: facts.join(" · "),
        source: &instrument.source.citation,
        wording: instrument.wording.note.get(lang),
        licence: instrument.licence_note.get(lang),
        caveats: instrument.caveats.iter().map(|caveat| caveat.get(lang)).collect(),
        is_used: standing.is_used,
    }
}

fn licence(licence: Licence, is_brought: bool, w: &Words) -> String {
    match licence {
        _ if is_brought => w.instruments_brought(),
        Licence::Free => w.instruments_free(),
        Licence::ResearchOnly => w.instruments_research(),
        Licence::SeparatePack | Licence::EngineOnly => w.instruments_licensed(),
    }
}

/// Of the French text, which is what persons read.
fn wording(wording: Wording, w: &Words) -> String {
    match wording {
        Wording::Published => w.instruments_published(),
        Wording::Translated => w.instruments_translated(),
        Wording::Reconstructed => w.instruments_reconstructed(),
        Wording::Ours => w.instruments_ours(),
    }
}

fn audience(audience: Audience, w: &Words) -> String {
    match audience {
        Audience::Anyone => w.instruments_for_anyone(),
        Audience::Professionals => w.instruments_for_professionals(),
        Audience::Clinicians => w.instruments_for_clinicians(),
    }
}
