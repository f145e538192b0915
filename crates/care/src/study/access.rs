//! Whose a study is: what somebody may see and do of it.

use kernel::id::{SiteId, StudyId};
use kernel::role::Role;
use platform::db::Tx;
use platform::web::Nope;
use platform::web::may::{Asks, May};

use super::model::Study;
use super::sql;
use super::sql::teams::Team;

/// A study somebody may open.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) study: Study,
    pub(super) teams: Vec<Team>,
}

impl Opened {
    /// A link worker's once their team takes part and it is no draft any more; a coordinator's or an
    /// administrator's as soon as their team was asked.
    ///
    /// # Errors
    /// [`Nope::NotFound`] for everybody else.
    pub(super) async fn by<P: Asks>(tx: &mut Tx, may: &May<P>, id: StudyId) -> Result<Opened, Nope> {
        let study = sql::studies::find(tx, id).await?.ok_or(Nope::NotFound)?;
        let teams = sql::teams::of_study(tx, id).await?;
        let is_theirs = teams.iter().any(|team| {
            let keeps = may.is_at(Role::Coordinator, team.site) || may.is_at(Role::Administrator, team.site);
            let is_of_team = may.sites().any(|site| site == team.site);
            let is_open = team.is_taking_part == Some(true) && !study.stage.is_draft();
            is_of_team && team.is_taking_part != Some(false) && (keeps || is_open)
        });
        if is_theirs { Ok(Opened { study, teams }) } else { Err(Nope::NotFound) }
    }

    /// The first team taking part that somebody coordinates.
    pub(super) fn coordinated_by<P: Asks>(&self, may: &May<P>) -> Option<SiteId> {
        let own = |team: &&Team| team.is_taking_part == Some(true) && may.is_at(Role::Coordinator, team.site);
        self.teams.iter().find(own).map(|team| team.site)
    }

    /// Whether somebody writes what it does and takes it from step to step.
    pub(super) fn is_led_by<P: Asks>(&self, may: &May<P>) -> bool {
        may.is_at(Role::Coordinator, self.study.site)
    }

    /// Whether a team takes part.
    pub(super) fn has(&self, site: SiteId) -> bool {
        self.teams.iter().any(|team| team.site == site && team.is_taking_part == Some(true))
    }

    pub(super) fn taking_part(&self) -> usize {
        self.teams.iter().filter(|team| team.is_taking_part == Some(true)).count()
    }

    /// The teams of an account that were asked and have not answered.
    pub(super) fn to_answer<'o, P: Asks>(&'o self, may: &'o May<P>) -> impl Iterator<Item = &'o Team> {
        let asked = |team: &&Team| team.is_taking_part.is_none();
        self.teams.iter().filter(asked).filter(|team| may.is_at(Role::Coordinator, team.site))
    }
}
