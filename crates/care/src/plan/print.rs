//! `/personnes/{case}/plan/imprimer`: the paper the person keeps, on the page and as a file.

use askama::Template;
use jiff::civil::Date;
use kernel::id::CaseId;
use platform::db::Tx;
use platform::paper::{Filled, Kind, Wanted};
use platform::web::form::Query;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Ui, dates};
use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::model::{Goal, Plan};
use super::{agreements, sql};
use crate::act::Acting;
use crate::caseload::acts::open_to_print;
use crate::caseload::{Caller, Case};
use crate::connection::{self, FirstMeeting};
use crate::heading::Heading;
use crate::words::{Words, words};
use crate::{consent, person};

const PAPER: Kind = Kind { template: include_str!("print.typ"), file: "plan.pdf" };

#[derive(Deserialize)]
pub(super) struct Size {
    /// `normale`; large print without it.
    taille: Option<String>,
}

#[derive(Template)]
#[template(path = "plan/print.html")]
struct Paper<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    is_large: bool,
    goals: Vec<Goal>,
    plan: Plan,
    /// Soonest first.
    meetings: Vec<FirstMeeting>,
    /// What was agreed to, and still stands.
    agreed: Vec<String>,
    caller: Caller,
}

impl Paper<'_> {
    fn long(&self, day: &Date) -> String {
        dates::long(*day, self.ui.lang)
    }

    fn step(&self, step: &super::Step) -> String {
        step.sentence(self.w, self.ui.lang)
    }

    fn who(&self) -> &str {
        self.caller.who()
    }

    fn data(&self) -> Json {
        let w = self.w;
        let meeting = |one: &FirstMeeting| {
            let place = one.place.as_deref().map(|place| w.plan_paper_where(place));
            let contact = one.contact.as_deref().map(|contact| w.plan_paper_with(contact));
            let first = format!("{}, {}", one.resource, one.organization);
            let lines: Vec<String> = [Some(first), place, contact].into_iter().flatten().collect();
            json!({ "day": self.long(&one.day), "lines": lines })
        };
        json!({
            "title": w.plan_paper_my_plan(),
            "name": self.heading.name,
            "agreed": self.plan.agreed_on.map(|day| w.plan_paper_agreed(self.who(), self.long(&day))),
            "nothing": self.goals.is_empty().then(|| w.plan_paper_no_goal()),
            "goals": {
                "title": w.plan_paper_goals(),
                "items": self.goals.iter().map(|goal| goal.words.as_str()).collect::<Vec<_>>(),
            },
            "steps": {
                "title": w.plan_paper_steps(),
                "items": self.plan.steps.iter().map(|step| self.step(step)).collect::<Vec<_>>(),
            },
            "words": self.plan.words,
            "meetings": {
                "title": w.plan_paper_meetings(),
                "items": self.meetings.iter().map(meeting).collect::<Vec<_>>(),
            },
            "review": self.plan.review_on.map(|day| w.plan_paper_review(self.long(&day))),
            "call": {
                "title": w.plan_paper_call(),
                "who": self.caller.at_team(),
                "phone": self.caller.phone.spoken(),
            },
            "shared": { "title": w.plan_paper_shared(), "items": self.agreed },
            "change": { "title": w.plan_paper_change(), "text": w.plan_paper_change_text(self.who()) },
        })
    }
}

pub(super) async fn show(may: May<RunCaseload>, Path(id): Path<CaseId>, Query(size): Query<Size>) -> Answer {
    page::show(&opened(&may, id, size.taille.as_deref() != Some("normale")).await?)
}

pub(super) async fn file(may: May<RunCaseload>, wanted: Wanted, Path(id): Path<CaseId>) -> Answer {
    let paper = opened(&may, id, false).await?;
    let filled = Filled { title: paper.w.plan_paper_my_plan(), data: paper.data(), pictures: Vec::new() };
    wanted.handed(&PAPER, filled, &may.ui).await
}

async fn opened(may: &May<RunCaseload>, id: CaseId, is_large: bool) -> Result<Paper<'_>, Nope> {
    let mut tx = may.app().db().begin().await?;
    let case = open_to_print(&mut tx, &Acting::by(may), id).await?;
    let paper = paper(&mut tx, may, &case, is_large).await?;
    tx.commit().await?;
    Ok(paper)
}

async fn paper<'a>(tx: &mut Tx, ui: &'a Ui, case: &Case, is_large: bool) -> Result<Paper<'a>, Nope> {
    let stored = sql::of_case(tx, case.id).await?;
    let given = consent::of_person(tx, case.person_id).await?;
    let person = person::find(tx, case.person_id).await?.ok_or(Nope::NotFound)?;
    let ties = connection::of_case(tx, case.id).await?;
    Ok(Paper {
        ui,
        w: words(ui.lang),
        heading: Heading::of(tx, case).await?,
        is_large,
        goals: sql::goals(tx, case.id).await?,
        plan: stored.map(|stored| stored.plan).unwrap_or_default(),
        agreed: agreements::told(given, &ties, &person, ui.lang),
        meetings: connection::first_meetings(&ties, ui.today()),
        caller: Caller::of(tx, case).await?,
    })
}
