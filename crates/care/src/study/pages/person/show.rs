//! `/personnes/{case}/etudes/{study}`: looking at somebody for a study or, once they are in, their time points.

use askama::Template;
use platform::db::Tx;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Problems, Ui, dates};

use super::look::Typed as Look;
use super::notes::Typed as Note;
use super::overview::stands;
use super::{File, Which};
use crate::heading::Heading;
use crate::stale::Line;
use crate::study::following::{self, Participant};
use crate::study::model::{Allocation, Design, Point};
use crate::study::pages::deviations::Told;
use crate::study::{labels, sql};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "study/pages/person/look.html")]
struct LookPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    file: File,
    typed: Look,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "study/pages/person/follow.html")]
struct FollowPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    file: File,
    lines: Vec<Line>,
    points: Vec<PointLine>,
    deviations: Vec<Told>,
    takes_part: bool,
    typed: Note,
    problems: Problems,
}

/// A time point and where it stands.
struct PointLine {
    label: String,
    standing: String,
    window: String,
    is_to_do: bool,
    answered: Vec<String>,
}

impl LookPage<'_> {
    fn stands(&self) -> String {
        stands(self.file.candidate.as_ref(), self.w)
    }

    fn may_enter(&self) -> bool {
        self.file.study.stage.enrols() && self.heading.is_open
    }

    fn is_chosen(&self) -> bool {
        matches!(self.file.study.protocol.design, Design::Arms { allocation: Allocation::Chosen, .. })
    }

    fn is_random(&self) -> bool {
        matches!(self.file.study.protocol.design, Design::Arms { allocation: Allocation::Random { .. }, .. })
    }

    fn is_ticked(&self, code: &str) -> bool {
        self.typed.holds.iter().any(|ticked| ticked == code)
    }
}

impl FollowPage<'_> {
    fn kinds(&self) -> Vec<(&'static str, String)> {
        labels::deviations(self.w)
    }

    fn choices(&self) -> Vec<(String, String)> {
        let label = |point: &Point| (point.code(), labels::point(point, self.w));
        self.file.study.protocol.points.iter().map(label).collect()
    }
}

pub(super) async fn show(may: May<RunCaseload>, Path(which): Path<Which>) -> Answer {
    drawn(&may, which, (Look::default(), Note::default()), Problems::default()).await
}

/// The page again, with what was typed and why it was not kept.
pub(super) async fn again(
    may: &May<RunCaseload>,
    which: Which,
    typed: (Look, Note),
    problems: Problems,
) -> Answer {
    drawn(may, which, typed, problems).await
}

async fn drawn(
    may: &May<RunCaseload>,
    which: Which,
    (look, note): (Look, Note),
    problems: Problems,
) -> Answer {
    let (ui, w) = (&may.ui, words(may.lang));
    let mut tx = may.app().db().begin().await?;
    let file = File::read(&mut tx, may, which).await?;
    let heading = Heading::of(&mut tx, &file.case).await?;
    let participant = match file.candidate.clone() {
        Some(candidate) => following::one(&mut tx, &file.study, candidate).await?,
        None => None,
    };
    let has_problems = !problems.is_empty();
    let Some(participant) = participant else {
        tx.commit().await?;
        let page = LookPage { ui, w, heading, file, typed: look, problems };
        return if has_problems { page::with_problems(&page) } else { page::show(&page) };
    };
    let deviations = told(&mut tx, &file, &participant, ui).await?;
    tx.commit().await?;
    let page = FollowPage {
        lines: lines(&file, &participant, ui),
        points: points(&participant, ui),
        takes_part: participant.candidate.takes_part(),
        ui,
        w,
        heading,
        file,
        deviations,
        typed: note,
        problems,
    };
    if has_problems { page::with_problems(&page) } else { page::show(&page) }
}

async fn told(tx: &mut Tx, file: &File, participant: &Participant, ui: &Ui) -> Result<Vec<Told>, Nope> {
    let mut all = sql::deviations::of_study(tx, file.study.id).await?;
    all.retain(|one| one.candidate == participant.candidate.id);
    Ok(all.iter().map(|one| Told::of(one, &all, &file.study, ui)).collect())
}

/// How they are in it.
fn lines(file: &File, participant: &Participant, ui: &Ui) -> Vec<Line> {
    let w = words(ui.lang);
    let mut lines = vec![Line::new(w.study_enrolled_on(), dates::plain(participant.enrolled_on, ui.lang))];
    if let Some(code) = &participant.code {
        lines.push(Line::new(w.study_code(), code.as_str()));
    }
    let arm = participant.candidate.enrolment().and_then(|enrolment| enrolment.arm.as_deref());
    if let Some(arm) = arm.and_then(|code| file.study.protocol.arm(code)) {
        lines.push(Line::new(w.study_arm(), arm.name.as_str()));
    }
    if let Some(withdrawal) = participant.candidate.withdrawal() {
        let kept = if withdrawal.may_keep { w.study_kept() } else { w.study_not_kept() };
        let day = dates::plain(withdrawal.on, ui.lang);
        lines.push(Line::new(w.study_left_on(), format!("{day}\n{kept}")));
    }
    lines
}

fn points(participant: &Participant, ui: &Ui) -> Vec<PointLine> {
    let w = words(ui.lang);
    let line = |visit| {
        let standing = participant.standing(visit, ui.today());
        let answered = participant.counted(visit).flatten().filter_map(|measure| {
            let title = measure.filled.as_ref()?.instrument.title.get(ui.lang);
            Some(w.study_answered(title, dates::plain(measure.held_on, ui.lang)))
        });
        let plain = |day| dates::plain(day, ui.lang);
        PointLine {
            label: labels::point(&visit.point, w),
            standing: labels::standing(standing, w),
            window: w.study_between(plain(visit.window.opens), plain(visit.window.closes)),
            is_to_do: standing.is_to_do(),
            answered: answered.collect(),
        }
    };
    participant.visits.iter().map(line).collect()
}
