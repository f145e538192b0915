//! `/ma-journee/appels`: the calls to make, on paper, for whoever telephones away from a screen.

use askama::Template;
use platform::audit::Action;
use platform::paper::{Filled, Kind, Outcome, Wanted};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Ui, dates};
use serde_json::{Value as Json, json};

use super::day::Tasks;
use crate::act::Acting;
use crate::caseload::task::Task;
use crate::caseload::work_list::{self, Row};
use crate::words::{Words, words};

const PAPER: Kind = Kind { template: include_str!("calls.typ"), file: "appels.pdf" };

#[derive(Template)]
#[template(path = "caseload/pages/calls.html")]
struct CallsPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    calls: Vec<Call>,
    outcome: Outcome,
}

/// Whom to call, and what to know before.
struct Call {
    name: String,
    phone: String,
    why: String,
    /// When they like to be called, and that nobody else at home may hear of it.
    mind: Vec<String>,
}

pub(in crate::caseload) async fn show(may: May<RunCaseload>) -> Answer {
    page::show(&CallsPage::of(&may).await?)
}

pub(in crate::caseload) async fn paper(may: May<RunCaseload>, wanted: Wanted) -> Answer {
    let calls = CallsPage::of(&may).await?;
    wanted.handed(&PAPER, calls.filled(), &may.ui).await
}

impl CallsPage<'_> {
    /// Each person named on the paper leaves an entry in the trail.
    async fn of(may: &May<RunCaseload>) -> Result<CallsPage<'_>, Nope> {
        let acting = Acting::by(may);
        let mut tx = may.app().db().begin().await?;
        let rows = work_list::rows(&mut tx, may.id(), acting.now).await?;
        let due = Tasks::of(rows, may).due;
        let calls: Vec<(Task, Row)> = due.into_iter().filter(|(task, _)| task.is_call()).collect();
        for (_, row) in &calls {
            acting.trace(&mut tx, Action::Printed, row.case_id(), row.site_id()).await?;
        }
        tx.commit().await?;
        let w = words(may.lang);
        let calls = calls.iter().map(|(task, row)| Call::of(task, row, &may.ui)).collect();
        Ok(CallsPage { ui: &may.ui, w, calls, outcome: Outcome::of_call(may.lang) })
    }

    fn day(&self) -> String {
        dates::long(self.ui.today(), self.ui.lang)
    }

    fn filled(&self) -> Filled {
        let w = self.w;
        let call = |call: &Call| json!({ "who": call.name, "phone": call.phone, "why": call.why, "mind": call.mind });
        let data: Json = json!({
            "title": w.calls_title(),
            "day": self.day(),
            "none": self.calls.is_empty().then(|| w.calls_none()),
            "calls": self.calls.iter().map(call).collect::<Vec<_>>(),
            "outcome": self.outcome,
            "foot": w.calls_foot(),
        });
        Filled { title: w.calls_title(), data, pictures: Vec::new() }
    }
}

impl Call {
    fn of(task: &Task, row: &Row, ui: &Ui) -> Call {
        let w = words(ui.lang);
        let age = row.age(ui.today()).map(|age| w.years_old(age));
        let discreet = row.is_discreet().then(|| w.discreet_flag());
        Call {
            name: [Some(row.addressed()), age].into_iter().flatten().collect::<Vec<_>>().join(", "),
            phone: row.phone().map_or_else(|| w.calls_no_phone(), |phone| phone.spoken()),
            why: task.sentence(w, ui.lang),
            mind: row.call_when().map(str::to_owned).into_iter().chain(discreet).collect(),
        }
    }
}
