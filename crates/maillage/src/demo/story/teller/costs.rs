//! What an hour costs, as each team's coordinator wrote it before the story begins, and the time that most
//! link workers note.

use care::act::Acting;
use care::caseload::acts::open_to_change;
use care::cost::{self, NewRate, Spent, SpentOn};
use kernel::clock::in_france;
use kernel::role::Role;
use platform::accounts;
use platform::app::App;
use platform::audit::Who;

use super::super::script::calendar::FIRST;
use super::super::script::model::{Call, What};
use super::Scene;
use super::stage::done;
use crate::Failure;

/// Cents: a round number that nobody takes for their own.
const HOUR: i64 = 3_600;
const BESIDE: i64 = 2_500;
const ORIGIN: &str = "Montant inventé pour cette démonstration : écrivez le vôtre.";
/// One life in so many has no time noted, as in any team.
const FORGOTTEN: usize = 6;

pub(super) async fn say_rates(past: &App) -> Result<(), Failure> {
    let mut tx = past.db().begin().await?;
    for site in accounts::sites::all(&mut tx).await? {
        let coordinators = accounts::holding(&mut tx, site.id, Role::Coordinator).await?;
        let Some((coordinator, _)) = coordinators.first() else { continue };
        let acting = Acting::new(past, Who::Account(*coordinator));
        let origin = ORIGIN.to_owned();
        let rate = NewRate { valid_from: FIRST, hour_cents: HOUR, other_cents: BESIDE, origin };
        done(cost::add_rate(&mut tx, &acting, site.id, &rate).await)?;
    }
    Ok(tx.commit().await?)
}

/// Notes what a step took, if it took the link worker any time and they did not forget.
pub(super) async fn note(scene: &mut Scene<'_>, what: &What) -> Result<(), Failure> {
    let (Some((on, minutes)), Some(case)) = (took(what), scene.told.case) else { return Ok(()) };
    if scene.life.steps.len().is_multiple_of(FORGOTTEN) {
        return Ok(());
    }
    let acting = scene.stage.acting(Who::Account(scene.stage.link_worker(scene.life)?));
    let case = open_to_change(scene.tx, &acting, case, None).await?;
    let spent = Spent { day: in_france(scene.stage.now).date(), minutes, on };
    done(cost::log(scene.tx, &acting, &case, &spent).await)
}

fn took(what: &What) -> Option<(SpentOn, i64)> {
    match what {
        What::Call { result: Call::Reached, .. } => Some((SpentOn::Call, 15)),
        What::Assess(_) => Some((SpentOn::Meeting, 60)),
        What::Plan { .. } | What::Review(_) => Some((SpentOn::Meeting, 45)),
        What::Ask { .. } => Some((SpentOn::Coordination, 30)),
        What::Introduce { accompanied: true, .. } => Some((SpentOn::GoingAlong, 90)),
        What::Close { .. } => Some((SpentOn::Writing, 20)),
        _ => None,
    }
}
