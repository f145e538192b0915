//! « Ma journée »: who waits, and the one thing to do for each.

use askama::Template;
use platform::audit::Kind;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Query, Ui, dates};
use serde::Deserialize;

use crate::act::Acting;
use crate::caseload::task::{Task, Urgency};
use crate::caseload::work_list::{self, Row};
use crate::study::Waiting;
use crate::words::{Words, words};
use crate::{referral, screening, study};

#[derive(Template)]
#[template(path = "caseload/pages/day.html")]
struct DayPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    first_name: String,
    requests: i64,
    /// Answers nobody has said anything of.
    ringing: i64,
    /// Persons of a study to be asked now.
    studies: Vec<Waiting>,
    due: Vec<(Task, Row)>,
    soon: Vec<(Task, Row)>,
    followed: i64,
    took_part: i64,
    median_days: Option<i64>,
    was_noted: bool,
}

impl DayPage<'_> {
    fn day(&self) -> String {
        dates::long(self.ui.today(), self.ui.lang)
    }

    fn has_calls(&self) -> bool {
        self.due.iter().any(|(task, _)| task.is_call())
    }

    fn waiting(&self) -> i64 {
        counted(self.due.len()).saturating_add(self.requests)
    }

    /// « Deux appels à passer, une organisation à relancer. »
    fn summary(&self) -> String {
        let count =
            |wanted: fn(&Task) -> bool| counted(self.due.iter().filter(|(task, _)| wanted(task)).count());
        let w = self.w;
        let calls = count(Task::is_call);
        let meetings = count(|task| matches!(task, Task::Meeting(_)));
        let silent = count(|task| matches!(task, Task::ChaseOrganization(_)));
        let others = counted(self.due.len()) - calls - meetings - silent;
        let parts = [
            (self.requests, w.day_requests(self.requests)),
            (calls, w.day_calls(calls)),
            (meetings, w.day_meetings(meetings)),
            (silent, w.day_silent(silent)),
            (others, w.day_others(others)),
        ];
        let said: Vec<String> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(_, said)| said).collect();
        if said.is_empty() { self.w.day_calm() } else { self.w.day_list(said.join(", ")) }
    }
}

/// How the page is reached: from the menu, or from one of its own buttons.
#[derive(Deserialize)]
pub(in crate::caseload) struct Arrival {
    note: Option<String>,
}

pub(in crate::caseload) async fn show(may: May<RunCaseload>, Query(arrival): Query<Arrival>) -> Answer {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let rows = work_list::rows(&mut tx, may.id(), acting.now).await?;
    let requests = referral::waiting_count(&mut tx, may.id()).await?;
    let ringing = screening::safety::count_open(&mut tx, may.id()).await?;
    let studies = study::waiting(&mut tx, may.id(), may.today()).await?;
    acting.trace_list(&mut tx, Kind::Case, may.sites()).await?;
    tx.commit().await?;

    let Tasks { mine, due, soon } = Tasks::of(rows, &may);
    let open: Vec<&Row> = mine.iter().filter(|row| row.is_open()).collect();
    let took_part = open.iter().filter(|row| row.attendances() >= 3).count();
    page::show(&DayPage {
        ui: &may.ui,
        w: words(may.lang),
        first_name: may.account.first_name().to_owned(),
        requests: counted(requests),
        ringing,
        studies,
        due,
        soon,
        followed: counted(open.len()),
        took_part: counted(took_part),
        was_noted: arrival.note.is_some(),
        median_days: median(mine.iter().filter_map(Row::days_to_first_contact).collect()),
    })
}

/// What an account has before it, the most pressing first.
pub(super) struct Tasks {
    /// All it follows, and all that nobody does.
    mine: Vec<Row>,
    pub(super) due: Vec<(Task, Row)>,
    soon: Vec<(Task, Row)>,
}

impl Tasks {
    pub(super) fn of(rows: Vec<Row>, may: &May<RunCaseload>) -> Tasks {
        let today = may.today();
        let is_mine = |row: &Row| row.belongs_to(may.id()) || row.has_nobody();
        let mine: Vec<Row> = rows.into_iter().filter(is_mine).collect();
        let open = mine.iter().filter(|row| row.is_open());
        let mut tasks: Vec<(Task, Row)> =
            open.filter_map(|row| row.task(today).map(|task| (task, row.clone()))).collect();
        tasks.sort_by(|(one, _), (other, _)| (one.urgency(today), one).cmp(&(other.urgency(today), other)));
        let (due, soon) = tasks.into_iter().partition(|(task, _)| task.urgency(today) < Urgency::Soon);
        Tasks { mine, due, soon }
    }
}

/// As the words take it.
fn counted(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn median(mut days: Vec<i64>) -> Option<i64> {
    let days: Vec<u32> = days.drain(..).filter_map(|day| u32::try_from(day).ok()).collect();
    measure::Waits::of(days).map(|waits| i64::from(waits.median))
}
