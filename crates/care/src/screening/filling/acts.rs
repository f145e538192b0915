//! Beginning, answering, finishing, dropping; and forgetting what was left.

use jiff::SignedDuration;
use jiff::civil::Date;
use kernel::id::{FillingId, ScreeningId};
use kernel::rng;
use measure::{Answers, Audience, Instrument};
use platform::app::App;
use platform::audit::Action;
use platform::db::Tx;
use platform::jobs::{JobKind, JobResult};
use platform::web::Nope;

use super::model::{Filling, Way};
use super::sql;
use crate::act::Acting;
use crate::caseload::Case;
use crate::plan;
use crate::screening::acts::{Taking, keep};
use crate::screening::model::Filled;
use crate::screening::rules::{self, Refused};
use crate::screening::sql::measures_of_case;
use crate::study;

pub(crate) const FORGET: &str = "filling.forget";
pub(crate) const JOBS: [JobKind; 1] = [JobKind { name: FORGET, run }];
/// After its end: somebody may still ask what became of it.
const KEPT_AFTER: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Of codes: no letter that is read as a digit, none that spells a word.
const LETTERS: &[u8; 20] = b"23456789BCDFGHJKMNPQ";
const CODE_LENGTH: usize = 8;

/// Why questions cannot be begun that way.
#[derive(Clone, Copy, Debug, thiserror::Error)]
pub(super) enum NotBegun {
    #[error("the case is closed")]
    CaseClosed,
    #[error("one of them is not answered alone")]
    NotAlone,
}

/// Begins with questions nobody has answered; the case was opened to change.
///
/// # Errors
/// [`NotBegun`] inside; the store's outside.
pub(super) async fn begin(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    way: Way,
    asked: &[&'static Instrument],
) -> Result<Result<FillingId, NotBegun>, Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    if !study::may_be_asked(tx, case).await? {
        return Ok(Err(NotBegun::CaseClosed));
    }
    if way == Way::Link && !asked.iter().all(|instrument| is_for_anyone(instrument)) {
        return Ok(Err(NotBegun::NotAlone));
    }
    let measures = measures_of_case(tx, case.id).await?;
    let words = rules::goal_words(&measures, &plan::goals(tx, case.id).await?);
    let part = |instrument: &&'static Instrument| {
        let own = words.iter().filter(|(item, _)| instrument.item(&item.code).is_some());
        let own = own.map(|(item, words)| (item.code.clone(), words.clone())).collect();
        Filled::new(instrument, Answers::default()).in_words(own)
    };
    let filling = Filling {
        id: FillingId::new(),
        case: case.id,
        way,
        moment: rules::usual_moment(&measures, asked),
        code: code()?,
        started_at: acting.now,
        ends_at: acting.now + way.lasts(),
        finished_at: None,
        dropped_at: None,
        parts: asked.iter().map(part).collect(),
    };
    sql::insert(tx, &filling, by).await?;
    Ok(Ok(filling.id))
}

/// Whether somebody may be alone with it.
fn is_for_anyone(instrument: &Instrument) -> bool {
    let rings = instrument.items.iter().any(|item| item.alarm_above.is_some());
    instrument.audience == Audience::Anyone && !rings && !instrument.asks_for_own_words()
}

/// Keeps one answer, or that none is given; the filling was taken.
///
/// # Errors
/// [`Nope::Unreadable`] for an answer that is not offered; the store's.
pub(super) async fn answer(
    tx: &mut Tx,
    filling: &Filling,
    place: usize,
    value: Option<i64>,
) -> Result<(), Nope> {
    let questions = filling.questions();
    let question = place.checked_sub(1).and_then(|index| questions.get(index)).ok_or(Nope::Unreadable)?;
    let mut part = question.part.clone();
    part.answers.set(&question.item.code, value);
    question.instrument().check(&part.answers).map_err(|_| Nope::Unreadable)?;
    Ok(sql::put(tx, filling.id, &part).await?)
}

/// Makes a screening of what was answered; the filling was taken, and the case opened to change.
///
/// # Errors
/// [`Refused`] inside, as for any measure; the store's outside.
pub(super) async fn finish(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    filling: &Filling,
    held_on: Date,
) -> Result<Result<ScreeningId, Refused>, Nope> {
    let taking = Taking { mode: filling.way.mode(), moment: filling.moment, held_on };
    let answered: Vec<Filled> =
        filling.parts.iter().filter(|part| !part.answers.is_empty()).cloned().collect();
    let kept = match keep(tx, acting, case, taking, &answered).await? {
        Ok(kept) => kept,
        Err(refused) => return Ok(Err(refused)),
    };
    sql::finish(tx, filling.id, acting.now).await?;
    acting.trace(tx, Action::Created, kept, case.site_id).await?;
    Ok(Ok(kept))
}

fn code() -> Result<String, Nope> {
    let bytes = rng::secret().map_err(|error| Nope::Broken(error.to_string()))?;
    let letter = |byte: &u8| LETTERS.get(usize::from(*byte) % LETTERS.len()).copied().map(char::from);
    Ok(bytes.iter().take(CODE_LENGTH).filter_map(letter).collect())
}

fn run<'a>(app: &'a App, tx: &'a mut Tx, _: &'a str) -> JobResult<'a> {
    Box::pin(async move { Ok(sql::forget(tx, app.clock().now() - KEPT_AFTER).await?) })
}
