//! `/etudes/{study}`: where a study stands, its teams, what it does, and how that changed.

use askama::Template;
use kernel::id::{SiteId, StudyId};
use kernel::role::Permission;
use platform::accounts::sites;
use platform::web::may::{May, ReadFigures};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Ui, dates};

use crate::stale::{Line, said};
use crate::study::access::Opened;
use crate::study::model::{Allocation, Design, Refusal, Stage};
use crate::study::sql::teams::Team;
use crate::study::{codebook, labels, sql};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "study/pages/show.html")]
struct ShowPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    opened: Opened,
    leads: bool,
    lines: Vec<Line>,
    versions: Vec<VersionLine>,
    /// Teams of this account that are to answer.
    to_answer: Vec<(SiteId, String)>,
    /// Teams that may be asked.
    others: Vec<(SiteId, String)>,
    refusal: Option<String>,
}

/// A version that came before, or holds.
struct VersionLine {
    number: i64,
    written: String,
    reason: Option<String>,
}

impl ShowPage<'_> {
    fn stage(&self) -> String {
        labels::stage(self.opened.study.stage, self.w)
    }

    /// What the next step is called, in the form and on its button.
    fn next(&self) -> Option<(&'static str, String)> {
        match self.opened.study.stage {
            Stage::Draft => Some(("open", self.w.study_do_open())),
            Stage::Open { .. } => Some(("close", self.w.study_do_close())),
            Stage::Closed { .. } => Some(("end", self.w.study_do_end())),
            Stage::Ended { .. } => None,
        }
    }

    /// What the next step changes.
    fn step_text(&self) -> String {
        match self.opened.study.stage {
            Stage::Draft => self.w.study_open_text(),
            Stage::Open { .. } => self.w.study_close_text(),
            Stage::Closed { .. } | Stage::Ended { .. } => {
                self.w.study_end_text(self.opened.study.protocol.keep_months)
            }
        }
    }

    fn has_ended(&self) -> bool {
        self.opened.study.stage.ended_at().is_some()
    }

    fn answer_of(&self, team: &Team) -> String {
        match team.is_taking_part {
            Some(true) if team.site == self.opened.study.site => self.w.study_team_leads(),
            Some(true) => self.w.study_team_takes_part(),
            Some(false) => self.w.study_team_declined(),
            None => self.w.study_team_asked(),
        }
    }

    /// Once nothing can be guessed from it any more: anybody may draw the blocks anew.
    fn seed(&self, team: &Team) -> Option<i64> {
        let is_random = matches!(
            self.opened.study.protocol.design,
            Design::Arms { allocation: Allocation::Random { .. }, .. }
        );
        (is_random && self.has_ended()).then_some(team.seed)
    }

    fn follows(&self) -> bool {
        self.ui.may(Permission::RunCaseload)
    }

    fn answers_for_data(&self) -> bool {
        self.ui.may(Permission::AnswerForData)
    }
}

pub(super) async fn show(may: May<ReadFigures>, Path(id): Path<StudyId>) -> Answer {
    page::show(&drawn(&may, id, None).await?)
}

/// The page again, and why a step was not taken.
pub(super) async fn refused(may: &May<ReadFigures>, id: StudyId, refusal: Refusal) -> Answer {
    let w = words(may.lang);
    let said = match refusal {
        Refusal::NotNow => w.study_not_now(),
        Refusal::NoTeam => w.study_no_team(),
    };
    page::with_problems(&drawn(may, id, Some(said)).await?)
}

async fn drawn(may: &May<ReadFigures>, id: StudyId, refusal: Option<String>) -> Result<ShowPage<'_>, Nope> {
    let mut tx = may.app().db().read().await?;
    let opened = Opened::by(&mut tx, may, id).await?;
    let instruments = codebook::instruments(&mut tx, &opened.study).await?;
    let versions = sql::protocols::all(&mut tx, id).await?;
    let leads = opened.is_led_by(may);
    let all = if leads { sites::all(&mut tx).await? } else { Vec::new() };
    let may_be_asked = |site: &SiteId| {
        opened.teams.iter().all(|team| team.site != *site || team.is_taking_part == Some(false))
    };
    let others =
        all.into_iter().filter(|site| may_be_asked(&site.id)).map(|site| (site.id, site.name)).collect();
    let to_answer = opened.to_answer(may).map(|team| (team.site, team.name.clone())).collect();
    let version = |version: sql::protocols::Version| VersionLine {
        number: version.number,
        written: words(may.lang)
            .study_version_written(version.written_by.as_str(), dates::moment(version.written_at, may.lang)),
        reason: version.reason,
    };
    Ok(ShowPage {
        ui: &may.ui,
        w: words(may.lang),
        lines: said(opened.study.protocol.lines(&instruments, &may.ui)),
        leads,
        versions: versions.into_iter().map(version).collect(),
        to_answer,
        others,
        opened,
        refusal,
    })
}
