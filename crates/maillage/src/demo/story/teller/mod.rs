//! Plays a script through the acts people do, day by day, while time does its own part: reminders
//! and expiries run each morning as they would have.
//!
//! Invariant: nothing is written here but through `care`'s acts, so that the demonstration holds
//! nothing a user could not have made.

mod arrivals;
mod costs;
mod stage;
mod studies;
mod support;
mod ties;

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp, ToSpan};
use kernel::clock::start_of;
use kernel::id::{CaseId, ConnectionId, PersonId, ReferralId, ScreeningId};
use platform::app::App;
use platform::db::Tx;
use platform::jobs;

use super::script::calendar::{FIRST, LAST};
use super::script::model::{Life, Script, Step, What};
use crate::Failure;
use stage::Stage;

/// When each day's due jobs are done, before anybody works.
const MORNING: SignedDuration = SignedDuration::from_hours(7);

/// What the store knows of a life so far.
#[derive(Default)]
struct Told {
    screening: Option<ScreeningId>,
    person: Option<PersonId>,
    referral: Option<ReferralId>,
    case: Option<CaseId>,
    /// The tie being made, the last that was proposed.
    connection: Option<ConnectionId>,
}

/// One step of one life, in the transaction of its day.
struct Scene<'a> {
    tx: &'a mut Tx,
    stage: &'a Stage<'a>,
    life: &'a Life,
    told: &'a mut Told,
}

/// Tells a script to an application whose clock stands: it is moved from the first day to `end`.
/// One transaction a day, so that it stays short on a store that makes every commit durable.
///
/// # Errors
/// [`Failure::DemoData`] for a step that a user could not have done either.
pub(crate) async fn tell(past: &App, script: &Script, end: Timestamp) -> Result<(), Failure> {
    let mut stage = Stage::set(past, script).await?;
    let mut steps: Vec<(usize, &Step)> = script
        .lives
        .iter()
        .enumerate()
        .flat_map(|(index, life)| life.steps.iter().map(move |step| (index, step)))
        .collect();
    steps.sort_by_key(|(_, step)| step.at);
    past.clock().set(start_of(FIRST));
    costs::say_rates(past).await?;
    if let Some(site) = stage.busiest(script) {
        stage.study = studies::open(past, site).await?;
    }
    let mut told: Vec<Told> = script.lives.iter().map(|_| Told::default()).collect();
    let mut steps = steps.into_iter().peekable();
    for day in FIRST.series(1.day()).take_while(|day| *day < LAST) {
        pass_night(past, day).await?;
        let mut tx = past.db().begin().await?;
        while let Some((index, step)) = steps.next_if(|(_, step)| step.at.date() == day) {
            if let (Some(life), Some(told)) = (script.lives.get(index), told.get_mut(index)) {
                stage.now = moment(step.at);
                play(&mut Scene { tx: &mut tx, stage: &stage, life, told }, &step.what).await?;
            }
        }
        tx.commit().await?;
    }
    past.clock().set(end);
    jobs::run_due(past).await?;
    Ok(())
}

async fn pass_night(past: &App, day: Date) -> Result<(), Failure> {
    past.clock().set(start_of(day) + MORNING);
    jobs::run_due(past).await?;
    Ok(())
}

async fn play(scene: &mut Scene<'_>, what: &What) -> Result<(), Failure> {
    act(scene, what).await?;
    costs::note(scene, what).await?;
    studies::ask(scene, what).await
}

async fn act(scene: &mut Scene<'_>, what: &What) -> Result<(), Failure> {
    match what {
        What::Consult { .. } | What::Send { .. } | What::Accept | What::Decline(_) | What::Withdraw => {
            arrivals::play(scene, what).await
        }
        What::Call { .. }
        | What::WriteLetter
        | What::Measure(_)
        | What::Assess(_)
        | What::Plan { .. }
        | What::Pause { .. }
        | What::Review(_)
        | What::Close { .. } => support::play(scene, what).await,
        What::Ask { .. }
        | What::Answer { .. }
        | What::Introduce { .. }
        | What::Attend { .. }
        | What::Settle
        | What::Drop { .. } => ties::play(scene, what).await,
    }
}

/// Clocks change on Sunday nights, when nothing is told: the hours since midnight are those worked.
fn moment(at: DateTime) -> Timestamp {
    start_of(at.date()) + at.time().duration_since(jiff::civil::Time::midnight())
}
