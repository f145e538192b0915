//! All that is held of a person, in words, on one page: for them to read, or to be read to them.
//! The copy beside it is complete to the last column; here is what a person would call theirs.

use kernel::Lang;
use kernel::id::PersonId;
use measure::Instrument;
use platform::accounts;
use platform::db::{DbError, Tx};
use platform::web::dates;

use crate::caseload::{self, Case, event, story};
use crate::connection::{self, Connection};
use crate::person::Person;
use crate::referral::Referral;
use crate::referral::model::Origin;
use crate::screening::model::{Filled, Measure};
use crate::stale::{Line, said};
use crate::words::{Words, words};
use crate::{assessment, consent, cost, details, plan, referral, screening};

/// What belongs together, under a title.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) title: String,
    pub(super) lines: Vec<Line>,
}

/// In the order things happen to a person; sections with nothing in them are left out.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn sections(tx: &mut Tx, person: &Person, lang: Lang) -> Result<Vec<Section>, DbError> {
    let w = words(lang);
    let mut sections = vec![Section { title: w.rights_who(), lines: details::lines(person, lang) }];
    sections.push(Section { title: w.rights_asked(), lines: asked(tx, person, lang).await? });
    sections.push(Section { title: w.rights_agreed(), lines: agreed(tx, person.id, lang).await? });
    for case in caseload::of_person(tx, person.id).await? {
        sections.extend(followed(tx, &case, lang).await?);
    }
    for measure in screening::measures_of_person(tx, person.id).await? {
        sections.extend(answered(&measure, lang));
    }
    for section in &mut sections {
        section.lines = said(std::mem::take(&mut section.lines));
    }
    sections.retain(|section| !section.lines.is_empty());
    Ok(sections)
}

async fn asked(tx: &mut Tx, person: &Person, lang: Lang) -> Result<Vec<Line>, DbError> {
    let mut lines = Vec::new();
    for asked in referral::of_person(tx, person.id).await? {
        let prescriber = match asked.origin {
            Origin::Prescriber(id) | Origin::Paper(id) => accounts::name_of(tx, id).await?,
            Origin::Person | Origin::ThirdParty { .. } => None,
        };
        let day = dates::day_of(asked.sent_at.as_second(), lang);
        lines.push(Line::new(day, request(&asked, person, prescriber, words(lang))));
    }
    Ok(lines)
}

/// Who asked, why, and what became of it; never the name of somebody who reported.
fn request(asked: &Referral, person: &Person, prescriber: Option<String>, w: &Words) -> String {
    let from = match asked.origin {
        Origin::ThirdParty { .. } => w.rights_by_somebody(),
        _ => asked.origin.label(w),
    };
    let from = prescriber.map_or(from.clone(), |name| format!("{from} ({name})"));
    let reasons: Vec<String> =
        asked.reasons.iter().map(|reason| reason.said_of(person.civility, w)).collect();
    let parts = [from, reasons.join(", "), asked.note.clone().unwrap_or_default(), asked.state.label(w)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}

/// Each sentence as it was heard: the receipt of a consent.
async fn agreed(tx: &mut Tx, person: PersonId, lang: Lang) -> Result<Vec<Line>, DbError> {
    let w = words(lang);
    let given = consent::of_person(tx, person).await?;
    Ok(given
        .into_iter()
        .map(|one| {
            let withdrawn = one.withdrawn_at.map(|at| w.rights_withdrawn(dates::day_of(at, lang)));
            let text: Vec<String> = [Some(one.wording), withdrawn].into_iter().flatten().collect();
            Line::new(dates::day_of(one.given_at, lang), text.join("\n"))
        })
        .collect())
}

async fn followed(tx: &mut Tx, case: &Case, lang: Lang) -> Result<[Section; 3], DbError> {
    let w = words(lang);
    let day = dates::day_of(case.opened_at.as_second(), lang);
    let ties = connection::of_case(tx, case.id).await?;
    let mut learnt = vec![Line::new(w.rights_state(), case.state.label(w, lang))];
    if let Some(assessment) = assessment::of_case(tx, case.id).await? {
        learnt.extend(assessment.lines(lang));
    }
    learnt.extend(plan::lines_of_case(tx, case.id, lang).await?);
    learnt.extend(cost::lines(tx, case.id, lang).await?);
    let events = event::of_case(tx, case.id).await?;
    let mut story: Vec<Line> = story::told(&events, &ties, w, lang)
        .into_iter()
        .map(|knot| Line::new(knot.spoken_day, by(&knot.what, knot.by.as_deref())))
        .collect();
    story.extend(tried(tx, case, lang).await?);
    let told = ties.iter().map(|tie| Line::new(tie.offer.organization_name.clone(), received(tie, w)));
    Ok([
        Section { title: w.rights_followed(day.as_str()), lines: learnt },
        Section { title: w.rights_received(day.as_str()), lines: told.collect() },
        Section { title: w.rights_story(day.as_str()), lines: story },
    ])
}

/// What was noted when somebody tried to reach them.
async fn tried(tx: &mut Tx, case: &Case, lang: Lang) -> Result<Vec<Line>, DbError> {
    let notes = caseload::notes_of_case(tx, case.id).await?;
    Ok(notes
        .into_iter()
        .map(|(at, by_name, note)| Line::new(dates::day_of(at, lang), by(&note, Some(&by_name))))
        .collect())
}

fn by(what: &str, name: Option<&str>) -> String {
    name.map_or_else(|| what.to_owned(), |name| format!("{what} · {name}"))
}

/// What an organisation was told, and what came of it.
fn received(tie: &Connection, w: &Words) -> String {
    let told = tie.request.iter().flat_map(|request| {
        let likes = request.likes.clone().filter(|_| request.shared.contains(&connection::Shared::Likes));
        request.shared.iter().map(|one| one.label(w)).chain(likes).collect::<Vec<_>>()
    });
    let told = told.collect::<Vec<_>>().join(", ");
    let told =
        if told.is_empty() { w.rights_told_nothing() } else { w.rights_told(told.trim_end_matches('.')) };
    format!("{} · {}\n{told}", tie.offer.resource_name, tie.state.label(w))
}

/// Each question with its answer.
fn answered(measure: &Measure, lang: Lang) -> Option<Section> {
    let filled = measure.filled.as_ref()?;
    let title = filled.instrument.title.get(lang);
    let day = dates::long(measure.held_on, lang);
    let lines = filled.instrument.items.iter().filter_map(|item| answer(filled, &item.code, lang));
    Some(Section { title: format!("{title} · {day}"), lines: lines.collect() })
}

fn answer(filled: &Filled, code: &str, lang: Lang) -> Option<Line> {
    let instrument: &Instrument = filled.instrument;
    let item = instrument.item(code)?;
    let value = filled.answers.get(code)?;
    let choice = instrument.choices(item).iter().find(|choice| choice.value == value);
    let choice = choice.map_or_else(|| value.to_string(), |choice| choice.label.get(lang).to_owned());
    let own = filled.words.get(code).map(|words| format!("{words}\n")).unwrap_or_default();
    Some(Line::new(item.text.get(lang).to_owned(), format!("{own}{choice}")))
}
