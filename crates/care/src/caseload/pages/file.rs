//! A person's file: who they are, where they stand, what to do next, and everything that happened.

use askama::Template;
use directory::gazetteer::Gazetteer;
use kernel::id::{AccountId, CaseId};
use kernel::role::Role;
use platform::accounts;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::thread::Thread;
use platform::web::{Nope, Path, Problems, Ui};

use super::story::{self, Line};
use crate::act::Acting;
use crate::caseload::acts;
use crate::caseload::event;
use crate::caseload::model::{Case, State};
use crate::caseload::progress::{self, Progress};
use crate::connection;
use crate::connection::model::Connection;
use crate::cost::Quick;
use crate::person::{self, Person};
use crate::referral::{self, Referral};
use crate::study;
use crate::words::{Words, words};

/// What came with a button that could not be followed; empty when the file is opened.
#[derive(Default)]
pub(super) struct Typed {
    pub note: String,
    pub call_on: String,
    pub until: String,
    pub problems: Problems,
}

#[derive(Template)]
#[template(path = "caseload/pages/file.html")]
struct FilePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    case: Case,
    person: Person,
    referral: Referral,
    progress: Progress,
    ties: Vec<Connection>,
    story: Vec<Line>,
    link_workers: Vec<(AccountId, String)>,
    prescriber: Option<String>,
    /// Whether a study may ask about them, or has.
    has_studies: bool,
    time: Quick<'a>,
    typed: Typed,
}

impl FilePage<'_> {
    fn thread(&self) -> Thread {
        self.progress.thread(self.w)
    }

    fn age(&self) -> Option<i16> {
        self.person.age(self.ui.today())
    }

    fn commune(&self) -> String {
        Gazetteer::load().get(&self.person.commune).map(ToString::to_string).unwrap_or_default()
    }

    fn link_worker(&self) -> Option<&str> {
        let id = self.case.link_worker?;
        self.link_workers.iter().find(|(worker, _)| *worker == id).map(|(_, name)| name.as_str())
    }

    fn may_share(&self) -> bool {
        self.ui.is_at(Role::Coordinator, self.case.site_id)
    }

    fn is_paused(&self) -> bool {
        matches!(self.case.state, State::Paused { .. })
    }

    fn has_refused_try(&self) -> bool {
        ["note", "call_on"].iter().any(|field| self.typed.problems.of(field).is_some())
    }

    /// To whom it may be given.
    fn others(&self) -> Vec<&(AccountId, String)> {
        self.link_workers.iter().filter(|(id, _)| self.case.link_worker != Some(*id)).collect()
    }

    /// They have spoken, and nothing else was done yet.
    fn is_to_assess(&self) -> bool {
        self.case.state == State::InAssessment
    }

    /// What matters is known, and no place was tried yet.
    fn is_to_find(&self) -> bool {
        self.case.state == State::Active && self.ties.is_empty()
    }
}

pub(in crate::caseload) async fn show(may: May<RunCaseload>, Path(id): Path<CaseId>) -> Answer {
    page::show(&opened(&may, id, Typed::default()).await?)
}

/// The file again, with what was typed and why it was not kept.
pub(super) async fn again(may: &May<RunCaseload>, id: CaseId, typed: Typed) -> Answer {
    page::with_problems(&opened(may, id, typed).await?)
}

async fn opened(may: &May<RunCaseload>, id: CaseId, typed: Typed) -> Result<FilePage<'_>, Nope> {
    let acting = Acting::by(may);
    let mut tx = may.app().db().begin().await?;
    let case = acts::open_to_read(&mut tx, &acting, id).await?;
    let person = person::find(&mut tx, case.person_id).await?.ok_or(Nope::NotFound)?;
    let referral = referral::find(&mut tx, case.referral_id).await?.ok_or(Nope::NotFound)?;
    let prescriber = referral::prescriber_name(&mut tx, case.referral_id).await?;
    let progress = progress::of_referral(&mut tx, case.referral_id).await?;
    let ties = connection::of_case(&mut tx, id).await?;
    let events = event::of_case(&mut tx, id).await?;
    let link_workers = accounts::holding(&mut tx, case.site_id, Role::LinkWorker).await?;
    let has_studies = study::concern(&mut tx, &case).await?;
    let time = Quick::of(&mut tx, id, &may.ui).await?;
    tx.commit().await?;
    let w = words(may.lang);
    Ok(FilePage {
        ui: &may.ui,
        w,
        case,
        person,
        referral,
        progress,
        story: story::told(&events, &ties, w, may.lang),
        ties,
        link_workers,
        prescriber,
        has_studies,
        time,
        typed,
    })
}
