//! What a link worker does in a person's file.

use care::act::Acting;
use care::caseload::Case;
use care::caseload::acts::{self as cases, Attempt, How, Reply};
use care::plan::model::{Draft, Wish};
use care::plan::{Plan, Step};
use care::screening::acts::{self as screening, Taking};
use care::screening::{Filled, Mode, Moment};
use care::{assessment, plan};
use jiff::civil::Date;
use kernel::clock::in_france;
use platform::audit::Who;
use platform::db::Tx;

use super::super::script::model::{Call, Life, Measured, What};
use super::Told;
use super::arrivals::ucla3;
use super::stage::{Stage, done, known};
use crate::Failure;

pub(super) async fn play(
    tx: &mut Tx,
    stage: &Stage<'_>,
    life: &Life,
    told: &Told,
    what: &What,
) -> Result<(), Failure> {
    let acting = stage.acting(Who::Account(stage.link_worker(life)?));
    let case = cases::open_to_change(tx, &acting, known(told.case)?, None).await?;
    match what {
        What::Call { result, note } => call(tx, &acting, case, *result, note.clone()).await,
        What::WriteLetter => {
            let attempt = Attempt { how: How::Letter, reply: Reply::Sent, note: None };
            done(cases::note_attempt(tx, &acting, case, &attempt).await)
        }
        What::Assess(learnt) => done(assessment::acts::save(tx, &acting, case, learnt, 0).await),
        What::Plan { goals, review_on } => agree(tx, &acting, &case, goals, *review_on).await,
        What::Pause { until } => done(cases::pause_or_resume(tx, &acting, case, Some(*until)).await),
        What::Measure(measured) => keep(tx, &acting, &case, Moment::First, measured).await,
        What::Review(measured) => keep(tx, &acting, &case, Moment::Review, measured).await,
        _ => Ok(()),
    }
}

async fn call(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: Case,
    result: Call,
    note: Option<String>,
) -> Result<(), Failure> {
    let reply = match result {
        Call::Reached => Reply::Reached,
        Call::NoAnswer => Reply::NoAnswer,
        Call::Another { on } => Reply::CallBack { on },
    };
    let attempt = Attempt { how: How::Call, reply, note };
    done(cases::note_attempt(tx, acting, case, &attempt).await)
}

async fn agree(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    goals: &[String],
    review_on: Date,
) -> Result<(), Failure> {
    let mut draft = Draft {
        plan: Plan {
            words: None,
            steps: steps(),
            agreed_on: Some(in_france(acting.now).date()),
            review_on: Some(review_on),
        },
        ..Draft::default()
    };
    for (wish, goal) in draft.wishes.iter_mut().zip(goals) {
        *wish = Wish { words: Some(goal.clone()), is_another: false };
    }
    done(plan::acts::agree(tx, acting, case, &draft, 0).await)
}

fn steps() -> Vec<Step> {
    let step = |what: &str, who: &str| Step { what: what.to_owned(), who: Some(who.to_owned()), by: None };
    vec![
        step("Chercher ensemble un lieu et prévenir l’équipe qui accueille", "l’agent de liaison"),
        step("Y aller une première fois, puis dire comment c’était", "moi"),
    ]
}

async fn keep(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    moment: Moment,
    measured: &Measured,
) -> Result<(), Failure> {
    let filled: Vec<Filled> = measured.ucla.iter().map(|answers| ucla3(answers)).collect();
    if filled.is_empty() {
        return Ok(());
    }
    let taking = Taking { mode: Mode::Professional, moment, held_on: in_france(acting.now).date() };
    done(screening::keep(tx, acting, case, taking, &filled).await)?;
    Ok(())
}
