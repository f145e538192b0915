//! What a link worker does in a person's file.

use care::act::Acting;
use care::caseload::Case;
use care::caseload::acts::{self as cases, Attempt, How, Reply};
use care::outcome::model::{Closing, Review};
use care::plan::model::{Draft, Wish};
use care::plan::{Plan, Step};
use care::screening::acts::{self as screening, Taking};
use care::screening::{Filled, Mode, Moment};
use care::{assessment, outcome, plan};
use jiff::civil::Date;
use kernel::clock::in_france;
use platform::audit::Who;
use platform::db::Tx;

use super::super::script::model::{Call, Measured, What};
use super::Scene;
use super::arrivals::ucla3;
use super::stage::{done, known};
use crate::Failure;

pub(super) async fn play(scene: &mut Scene<'_>, what: &What) -> Result<(), Failure> {
    let acting = scene.stage.acting(Who::Account(scene.stage.link_worker(scene.life)?));
    let tx = &mut *scene.tx;
    let case = cases::open_to_change(tx, &acting, known(scene.told.case)?, None).await?;
    match what {
        What::Call { result, note } => call(tx, &acting, case, *result, note.clone()).await,
        What::WriteLetter => {
            let attempt = Attempt { how: How::Letter, reply: Reply::Sent, note: None };
            done(cases::note_attempt(tx, &acting, case, &attempt).await)
        }
        What::Assess(learnt) => done(assessment::acts::save(tx, &acting, case, learnt, 0).await),
        What::Plan { goals, review_on } => agree(tx, &acting, &case, goals, *review_on).await,
        What::Pause { until } => done(cases::pause_or_resume(tx, &acting, case, Some(*until)).await),
        What::Measure(measured) => measure(tx, &acting, &case, measured).await,
        What::Review(measured) => review(tx, &acting, &case, measured).await,
        What::Close { outcome, note } => {
            let closing = Closing { outcome: *outcome, note: note.clone(), withdraws: false };
            done(outcome::acts::close(tx, &acting, case, &closing).await)
        }
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

async fn measure(tx: &mut Tx, acting: &Acting<'_>, case: &Case, measured: &Measured) -> Result<(), Failure> {
    let held_on = in_france(acting.now).date();
    let taking = Taking { mode: Mode::Professional, moment: Moment::First, held_on };
    done(screening::keep(tx, acting, case, taking, &filled(measured)).await)?;
    Ok(())
}

async fn review(tx: &mut Tx, acting: &Acting<'_>, case: &Case, measured: &Measured) -> Result<(), Failure> {
    let held_on = in_france(acting.now).date();
    let review = Review { held_on, filled: filled(measured), next_on: None };
    done(outcome::acts::review(tx, acting, case, &review).await).map(|_| ())
}

fn filled(measured: &Measured) -> Vec<Filled> {
    let ucla = measured.ucla.iter().map(|answers| ucla3(answers));
    let goals = (!measured.goals.is_empty()).then(|| own_goals(&measured.goals));
    ucla.chain(goals).collect()
}

fn own_goals(goals: &[(String, i64)]) -> Filled {
    let instrument = measure::own_goals();
    let items = instrument.items.iter().filter(|item| item.in_own_words).zip(goals);
    let answers = items.clone().map(|(item, (_, value))| (item.code.clone(), *value)).collect();
    let words = items.map(|(item, (words, _))| (item.code.clone(), words.clone())).collect();
    Filled::new(instrument, answers).in_words(words)
}
