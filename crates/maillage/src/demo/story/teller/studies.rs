//! An invented study that one team opens before the story begins, and whom it asks to take part.

use care::act::Acting;
use care::caseload::acts::open_to_change;
use care::study::{self, Cohort};
use kernel::Lang;
use kernel::id::{SiteId, StudyId};
use kernel::role::Role;
use platform::accounts;
use platform::app::App;
use platform::audit::Who;

use super::super::script::model::What;
use super::Scene;
use super::stage::known;
use crate::Failure;

/// One person in so many prefers not to take part.
const DECLINING: usize = 5;

fn cohort() -> Cohort<'static> {
    Cohort {
        name: "Un an après (étude inventée)",
        prefix: "dem",
        purpose: "Savoir comment vont les personnes accompagnées, trois, six et douze mois après.",
        responsible: "Institut inventé pour cette démonstration",
        contact: "etude@demo.example",
        criterion: "A plus de 18 ans",
        instrument: measure::ucla3(),
    }
}

/// A study, and the team that enrols.
#[derive(Clone, Copy)]
pub(super) struct Running {
    study: StudyId,
    site: SiteId,
}

/// At a team that has somebody to coordinate it.
pub(super) async fn open(past: &App, site: SiteId) -> Result<Option<Running>, Failure> {
    let w = care::words::words(Lang::Fr);
    let mut tx = past.db().begin().await?;
    let coordinators = accounts::holding(&mut tx, site, Role::Coordinator).await?;
    let Some((coordinator, _)) = coordinators.first() else { return Ok(None) };
    let acting = Acting::new(past, Who::Account(*coordinator));
    let study = study::open(&mut tx, &acting, site, (&cohort(), w)).await?;
    tx.commit().await?;
    Ok(Some(Running { study, site }))
}

/// Once somebody has answered for the first time, they are asked.
pub(super) async fn ask(scene: &mut Scene<'_>, what: &What) -> Result<(), Failure> {
    let (What::Measure(_), Some(running)) = (what, scene.stage.study) else { return Ok(()) };
    if scene.stage.site(scene.life)?.id != running.site {
        return Ok(());
    }
    let acting = scene.stage.acting(Who::Account(scene.stage.link_worker(scene.life)?));
    let case = open_to_change(scene.tx, &acting, known(scene.told.case)?, None).await?;
    let agrees = !scene.life.steps.len().is_multiple_of(DECLINING);
    study::ask(scene.tx, &acting, (running.study, &case), agrees).await?;
    Ok(())
}
