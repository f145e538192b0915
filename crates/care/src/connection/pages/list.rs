//! Every connection of a case, and proposing another.

use askama::Template;
use kernel::id::CaseId;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer as Shown};
use platform::web::thread::Thread;
use platform::web::{Form, Nope, Path, Ui, dates, once};
use serde::Deserialize;

use directory::resource::ResourceId;

use super::super::model::{Connection, Refusal};
use super::super::{acts, rules, sql};
use super::tie::{Again, Notice, show_again};
use crate::act::Acting;
use crate::caseload;
use crate::heading::Heading;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "connection/pages/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    lines: Vec<Line>,
}

struct Line {
    connection: Connection,
    state: String,
    times: String,
    since: String,
    thread: String,
}

#[derive(Deserialize)]
pub(super) struct Proposal {
    #[serde(default)]
    once: String,
    /// The id the directory knows it by.
    resource: String,
}

pub(super) async fn show(may: May<RunCaseload>, Path(id): Path<CaseId>) -> Shown {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let case = caseload::acts::open_to_read(&mut tx, &acting, id).await?;
    let heading = Heading::of(&mut tx, &case).await?;
    let connections = sql::of_case(&mut tx, case.id).await?;
    tx.commit().await?;
    let w = words(may.lang);
    let lines =
        connections.into_iter().map(|connection| line(&may, w, connection)).collect::<Result<_, _>>()?;
    page::show(&ListPage { ui: &may.ui, w, heading, lines })
}

pub(super) async fn propose(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Form(form): Form<Proposal>,
) -> Shown {
    let resource = ResourceId::parse(&form.resource).map_err(|_| Nope::NotFound)?;
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = caseload::acts::open_to_change(&mut tx, &acting, id, None).await?;
    match acts::propose(&mut tx, &acting, &case, &resource).await? {
        Ok(connection) => {
            let there = format!("/personnes/{id}/liens/{}", connection.id);
            once::commit(tx, &form.once, Some(may.id()), &there, acting.now).await
        }
        Err(refusal) => {
            let known = sql::of_case(&mut tx, case.id).await?;
            drop(tx);
            already(&may, id, known, &resource, refusal).await
        }
    }
}

/// What is already being tried is shown instead of being tried twice.
async fn already(
    may: &May<RunCaseload>,
    case: CaseId,
    known: Vec<Connection>,
    resource: &ResourceId,
    refusal: Refusal,
) -> Shown {
    let w = words(may.lang);
    let same = known.into_iter().find(|one| one.is_open() && one.offer.resource_id == resource.as_str());
    let Some(same) = same else { return Err(Nope::Changed) };
    let notice = Notice { title: same.offer.resource_name, text: refusal.label(w), kept: Vec::new() };
    let again = Again { notice: Some(notice), ..Again::default() };
    show_again(may, (case, same.id), axum::http::StatusCode::CONFLICT, again).await
}

fn line(may: &May<RunCaseload>, w: &Words, connection: Connection) -> Result<Line, Nope> {
    let knots = rules::knots_tied(&connection);
    let label = w.connection_thread_label(i32::try_from(knots).unwrap_or_default());
    Ok(Line {
        state: connection.state.label(w),
        times: w.connection_times(i32::try_from(connection.attendances.len()).unwrap_or_default()),
        since: dates::day_of(connection.proposed_at.as_second(), may.lang),
        thread: Thread::new(knots, rules::KNOTS, label).render()?,
        connection,
    })
}
