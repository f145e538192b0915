//! Leaving a study; what did not go as its protocol says.

use kernel::coded::Coded;
use kernel::id::DeviationId;
use kernel::text::{TextError, bounded};
use platform::web::may::{May, RunCaseload};
use platform::web::page::Answer;
use platform::web::{Form, Nope, Path, Problems, dates, once};
use serde::Deserialize;

use super::look::Typed as Look;
use super::{File, Which, show};
use crate::act::Acting;
use crate::study::acts::{leaving, noting};
use crate::study::model::{Candidate, Protocol};
use crate::study::rules::deviations::Kind;
use crate::study::sql;
use crate::study::sql::deviations::Noted;
use crate::words::{Words, words};

/// How many characters a note may have.
const LONGEST_WORDS: usize = 500;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    once: String,
    pub(super) kind: String,
    pub(super) point: String,
    pub(super) on: String,
    pub(super) words: String,
    pub(super) corrects: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Leaving {
    once: String,
    keep: String,
}

pub(super) async fn withdraw(
    may: May<RunCaseload>,
    Path(which): Path<Which>,
    Form(typed): Form<Leaving>,
) -> Answer {
    let (acting, w) = (Acting::by(&may), words(may.lang));
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let file = File::take(&mut tx, &may, which).await?;
    let address = file.address();
    let candidate = file.candidate.filter(Candidate::takes_part).ok_or(Nope::NotFound)?;
    let may_keep = match typed.keep.as_str() {
        "yes" => true,
        "no" => false,
        _ => {
            drop(tx);
            let mut problems = Problems::default();
            problems.add("keep", w.study_leave_needed());
            return show::again(&may, which, (Look::default(), Typed::default()), problems).await;
        }
    };
    leaving::withdraw(&mut tx, &acting, candidate, may_keep).await?;
    once::commit(tx, &typed.once, Some(may.id()), &address, acting.now).await
}

pub(super) async fn note(
    may: May<RunCaseload>,
    Path(which): Path<Which>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (acting, w) = (Acting::by(&may), words(may.lang));
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let file = File::take(&mut tx, &may, which).await?;
    let address = file.address();
    let candidate = file.candidate.filter(|one| one.enrolment().is_some()).ok_or(Nope::NotFound)?;
    let mut problems = Problems::default();
    let noted = typed.read(&file.study.protocol, w, &mut problems);
    let noted = noted.filter(|noted| {
        let is_future = noted.on > may.today();
        if is_future {
            problems.add("on", w.study_note_day_future());
        }
        !is_future
    });
    let Some(noted) = noted else {
        drop(tx);
        return show::again(&may, which, (Look::default(), typed), problems).await;
    };
    if let Some(corrected) = noted.corrects {
        let all = sql::deviations::of_study(&mut tx, file.study.id).await?;
        let is_own = |one: &&sql::deviations::Deviation| one.id == corrected && one.candidate == candidate.id;
        all.iter().find(is_own).ok_or(Nope::NotFound)?;
    }
    noting::note(&mut tx, &acting, &candidate, &noted).await?;
    once::commit(tx, &typed.once, Some(may.id()), &address, acting.now).await
}

impl Typed {
    fn read(&self, protocol: &Protocol, w: &Words, problems: &mut Problems) -> Option<Noted> {
        let day = problems.keep("on", dates::typed(&self.on).ok_or(()), |()| w.study_note_day_needed());
        let words = problems.keep("words", bounded(&self.words, LONGEST_WORDS), |error| match error {
            TextError::Empty => w.study_note_words_needed(),
            TextError::TooLong(max) => w.text_too_long(i64::try_from(max).unwrap_or_default()),
        });
        let kind =
            problems.keep("kind", Kind::from_code(&self.kind).ok_or(()), |()| w.study_note_kind_needed());
        let point = Some(self.point.clone()).filter(|code| protocol.point(code).is_some());
        let corrects: Option<DeviationId> = self.corrects.parse().ok();
        Some(Noted { kind: kind?, point, on: day?, words: words?, corrects })
    }
}
