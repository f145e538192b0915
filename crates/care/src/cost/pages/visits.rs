//! `/personnes/{case}/consultations`: how often somebody saw a general practitioner, before and after.

use askama::Template;
use kernel::coded::Coded;
use kernel::id::CaseId;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Query, Ui, dates, once};
use serde::Deserialize;

use crate::act::Acting;
use crate::caseload::acts as cases;
use crate::cost::model::{Count, Noted, Standing, ToldBy};
use crate::cost::rules::{self, TooEarly};
use crate::cost::{acts, labels, sql, typed};
use crate::heading::Heading;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "cost/pages/visits.html")]
struct VisitsPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    /// The days of each side.
    before: String,
    after: String,
    /// Until when what comes after cannot be said.
    wait: Option<String>,
    form: VisitsForm,
    problems: Problems,
    was_noted: bool,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::cost) struct VisitsForm {
    once: String,
    version: i64,
    before: String,
    before_told_by: String,
    after: String,
    after_told_by: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::cost) struct Arrival {
    note: Option<String>,
}

impl VisitsPage<'_> {
    fn hint(&self, days: &str) -> String {
        self.w.cost_visits_count(days)
    }

    fn sources(&self) -> Vec<(&'static str, String)> {
        ToldBy::all().map(|told_by| (told_by.code(), told_by.label(self.w))).collect()
    }
}

impl VisitsForm {
    fn of(standing: &Standing) -> VisitsForm {
        let side = |count: Option<Count>| {
            count.map_or_else(Default::default, |count| {
                (count.count.to_string(), count.told_by.code().to_owned())
            })
        };
        let ((before, before_told_by), (after, after_told_by)) =
            (side(standing.noted.before), side(standing.noted.after));
        let (once, version) = (String::new(), standing.version);
        VisitsForm { once, version, before, before_told_by, after, after_told_by }
    }

    /// Both sides, or everything wrong with them.
    fn parse(&self, w: &Words, problems: &mut Problems) -> Option<Noted> {
        let before = side(("before", &self.before), ("before_told_by", &self.before_told_by), w, problems);
        let after = side(("after", &self.after), ("after_told_by", &self.after_told_by), w, problems);
        Some(Noted { before: before?, after: after? })
    }
}

/// An empty number is one nobody knows.
fn side(
    (field, typed): (&'static str, &str),
    (source, told_by): (&'static str, &str),
    w: &Words,
    problems: &mut Problems,
) -> Option<Option<Count>> {
    if typed.trim().is_empty() {
        return Some(None);
    }
    let count = problems.keep(field, typed::visits(typed).ok_or(()), |()| w.cost_visits_odd());
    let told_by = ToldBy::from_code(told_by).ok_or(());
    let told_by = problems.keep(source, told_by, |()| w.cost_told_by_needed());
    Some(Some(Count { count: count?, told_by: told_by? }))
}

pub(in crate::cost) async fn show(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Query(arrival): Query<Arrival>,
) -> Answer {
    page::show(&opened(&may, id, None, arrival.note.is_some()).await?)
}

pub(in crate::cost) async fn save(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Form(form): Form<VisitsForm>,
) -> Answer {
    let (acting, w) = (Acting::by(&may), words(may.lang));
    let mut problems = Problems::default();
    let Some(noted) = form.parse(w, &mut problems) else { return again(&may, id, form, problems).await };
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = cases::open_to_change(&mut tx, &acting, id, None).await?;
    if let Err(TooEarly(last)) = acts::note_visits(&mut tx, &acting, (&case, form.version), &noted).await? {
        drop(tx);
        problems.add("after", w.cost_visits_wait(dates::plain(last, may.lang)));
        return again(&may, id, form, problems).await;
    }
    let location = format!("/personnes/{id}/consultations?note=oui");
    once::commit(tx, &form.once, Some(may.id()), &location, acting.now).await
}

async fn again(may: &May<RunCaseload>, id: CaseId, form: VisitsForm, problems: Problems) -> Answer {
    page::with_problems(&opened(may, id, Some((form, problems)), false).await?)
}

async fn opened(
    may: &May<RunCaseload>,
    id: CaseId,
    typed: Option<(VisitsForm, Problems)>,
    was_noted: bool,
) -> Result<VisitsPage<'_>, Nope> {
    let acting = Acting::by(may);
    let mut tx = may.app().db().begin().await?;
    let case = cases::open_to_read(&mut tx, &acting, id).await?;
    let heading = Heading::of(&mut tx, &case).await?;
    let standing = sql::visits::of_case(&mut tx, id).await?.ok_or(Nope::NotFound)?;
    tx.commit().await?;
    let (form, problems) = typed.unwrap_or_else(|| (VisitsForm::of(&standing), Problems::default()));
    let (w, sent) = (words(may.lang), standing.referred_on);
    let wait = rules::is_over(sent, may.today()).err();
    Ok(VisitsPage {
        ui: &may.ui,
        w,
        heading,
        before: labels::window(rules::before(sent), may.lang),
        after: labels::window(rules::after(sent), may.lang),
        wait: wait.map(|TooEarly(last)| w.cost_visits_wait(dates::plain(last, may.lang))),
        form,
        problems,
        was_noted,
    })
}
