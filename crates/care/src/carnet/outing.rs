//! One place in the carnet, as the directory knows it today and as the tie stands.

use directory::Sketch;
use directory::gazetteer::Commune;
use directory::resource::Visit;
use jiff::civil::Date;
use platform::db::{DbError, Tx};
use platform::web::{Ui, dates};

use crate::connection::{Connection, FirstMeeting, State};
use crate::stale::Line;
use crate::words::words;

/// Facts stand in the order one asks for them.
#[derive(Clone, Debug)]
pub(super) struct Outing {
    pub(super) name: String,
    pub(super) organization: String,
    /// The first meeting to come, else the next time its hours tell of.
    pub(super) next: Option<Next>,
    pub(super) facts: Vec<Line>,
    pub(super) map: Option<Sketch>,
}

#[derive(Clone, Debug)]
pub(super) struct Next {
    pub(super) on: Date,
    /// « mercredi 1er avril 2026 · première fois ».
    pub(super) said: String,
}

/// What a place said yes to, the soonest first.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn of_ties(
    tx: &mut Tx,
    ties: &[Connection],
    home: Option<&'static Commune>,
    ui: &Ui,
) -> Result<Vec<Outing>, DbError> {
    let mut outings = Vec::new();
    for tie in ties.iter().filter(|tie| is_going(&tie.state)) {
        let visit = Visit::of(tx, &tie.offer.resource_id, ui.today(), ui.lang).await?;
        outings.push(Outing::of(tie, visit.as_ref(), home, ui));
    }
    outings.sort_by_key(|outing| outing.next.as_ref().map_or(Date::MAX, |next| next.on));
    Ok(outings)
}

fn is_going(state: &State) -> bool {
    matches!(state, State::Accepted { .. } | State::Introduced { .. } | State::TookPart | State::Settled)
}

impl Outing {
    /// « La chorale, Les Amis du chant ».
    pub(super) fn at(&self) -> String {
        format!("{}, {}", self.name, self.organization)
    }

    fn of(tie: &Connection, visit: Option<&Visit>, home: Option<&'static Commune>, ui: &Ui) -> Outing {
        let first = FirstMeeting::of(tie, ui.today());
        let map = visit.and_then(|visit| Some(Sketch::of(visit.at?, visit.commune, home, ui.lang)));
        Outing {
            name: tie.offer.resource_name.clone(),
            organization: tie.offer.organization_name.clone(),
            next: next(first.as_ref(), visit, ui),
            facts: facts(tie, first.as_ref(), visit, map.as_ref(), ui),
            map,
        }
    }
}

fn next(first: Option<&FirstMeeting>, visit: Option<&Visit>, ui: &Ui) -> Option<Next> {
    let w = words(ui.lang);
    let said = |day: Date| dates::long(day, ui.lang);
    match first {
        Some(first) => Some(Next { on: first.day, said: w.carnet_first_time(said(first.day)) }),
        None => visit?.next_on.map(|on| Next { on, said: said(on) }),
    }
}

fn facts(
    tie: &Connection,
    first: Option<&FirstMeeting>,
    visit: Option<&Visit>,
    map: Option<&Sketch>,
    ui: &Ui,
) -> Vec<Line> {
    let w = words(ui.lang);
    let known = |lines: fn(&Visit) -> Vec<String>| visit.map(lines).unwrap_or_default();
    let day = first.map(|first| dates::long(first.day, ui.lang));
    let meeting = day.into_iter().chain(first.and_then(|first| first.place.clone()));
    let place =
        [known(|visit| visit.address.clone()), map.map(Sketch::in_words).unwrap_or_default()].concat();
    let phone = visit.and_then(|visit| visit.phone.clone());
    let contact = first.and_then(|first| first.contact.clone());
    let lines = [
        (w.carnet_meeting(), meeting.collect()),
        (w.carnet_when(), known(|visit| visit.when.iter().cloned().collect())),
        (w.carnet_where(), place),
        (w.carnet_going(), going(tie, visit, ui)),
        (w.carnet_access(), known(|visit| visit.access.clone())),
        (w.carnet_cost(), known(|visit| visit.cost.iter().cloned().collect())),
        (w.carnet_ask_for(), contact.into_iter().chain(phone).collect()),
    ];
    let said = lines.into_iter().filter(|(_, lines)| !lines.is_empty());
    said.map(|(label, lines)| Line { label, text: lines.join("\n") }).collect()
}

/// How the person agreed to go, then what the directory knows; that nothing is known is said too.
fn going(tie: &Connection, visit: Option<&Visit>, ui: &Ui) -> Vec<String> {
    let w = words(ui.lang);
    let agreed = match &tie.state {
        State::Introduced { going, .. } => Some(going.label(w)),
        _ => None,
    };
    let known = visit.map(|visit| visit.getting_there.clone()).unwrap_or_default();
    let lines: Vec<String> = agreed.into_iter().chain(known).collect();
    if lines.is_empty() { vec![w.carnet_going_unknown()] } else { lines }
}
