//! « Demander une place »: the form is the sentence the person hears, and they tick what is told.

use askama::Template;
use axum::http::StatusCode;
use directory::verification;
use kernel::coded::Coded;
use kernel::contact::Email;
use kernel::id::{CaseId, ConnectionId};
use kernel::text::{TextError, optional};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer as Shown};
use platform::web::{Form, Nope, Path, Problems, Ui, once};
use serde::Deserialize;

use super::super::address::{KnownAddress, known_address};
use super::super::model::{Connection, Refusal, State};
use super::super::parts::Shared;
use super::super::telling::Agreement;
use super::super::{acts, limits, mails, sql, wording};
use super::tie::{Again, Notice, show_again};
use crate::act::Acting;
use crate::caseload;
use crate::person;
use crate::words::{Words, words};

const LONGEST_LIKES: usize = 400;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AskForm {
    once: String,
    version: i64,
    shared: Vec<String>,
    likes: String,
    agreed: Option<String>,
    /// As typed; `None` when the page is opened, and the address known is proposed.
    email: Option<String>,
    by: Way,
}

/// Which of the two buttons was used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Way {
    #[default]
    Mail,
    Phone,
}

/// What the form asks for.
struct Asking {
    agreement: Agreement,
    to: Option<Email>,
}

#[derive(Template)]
#[template(path = "connection/pages/ask.html")]
struct AskPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    connection: Connection,
    opening: String,
    facts: Vec<wording::Fact>,
    known: Option<KnownAddress>,
    /// Places, waiting list and limits, as the directory says them.
    room: Option<String>,
    is_doubted: bool,
    form: AskForm,
    problems: Problems,
    notice: Option<String>,
}

pub(super) async fn show(may: May<RunCaseload>, Path(ids): Path<(CaseId, ConnectionId)>) -> Shown {
    show_form(&may, ids, StatusCode::OK, AskForm::default(), Problems::default(), None).await
}

pub(super) async fn send(
    may: May<RunCaseload>,
    Path((case_id, id)): Path<(CaseId, ConnectionId)>,
    Form(form): Form<AskForm>,
) -> Shown {
    let (w, ids) = (words(may.lang), (case_id, id));
    let mut problems = Problems::default();
    let Some(asking) = parse(&may, w, &form, &mut problems) else {
        return show_form(&may, ids, StatusCode::UNPROCESSABLE_ENTITY, form, problems, None).await;
    };
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = caseload::acts::open_to_change(&mut tx, &acting, case_id, None).await?;
    let connection = sql::find(&mut tx, case.id, id).await?.ok_or(Nope::NotFound)?;
    if connection.version != form.version {
        drop(tx);
        let text = w.connection_stale_text();
        return show_form(&may, ids, StatusCode::CONFLICT, form, problems, Some(text)).await;
    }
    match acts::ask(&mut tx, &acting, &case, connection, asking.agreement, asking.to).await? {
        Ok(_) => {
            let there = format!("/personnes/{case_id}/liens/{id}");
            once::commit(tx, &form.once, Some(may.id()), &there, acting.now).await
        }
        Err(refusal) => {
            drop(tx);
            let text = refusal.label(w);
            show_form(&may, ids, StatusCode::CONFLICT, form, problems, Some(text)).await
        }
    }
}

fn parse(may: &May<RunCaseload>, w: &Words, form: &AskForm, problems: &mut Problems) -> Option<Asking> {
    let shared: Vec<Shared> = Shared::all().filter(|one| form.ticks(one)).collect();
    let likes = problems.keep("likes", optional(&form.likes, LONGEST_LIKES), |error| match error {
        TextError::TooLong(max) => w.connection_too_long(i32::try_from(max).unwrap_or(i32::MAX)),
        TextError::Empty => String::new(),
    });
    match (shared.contains(&Shared::Likes), &likes) {
        (true, Some(None)) => problems.add("likes", w.connection_ask_needs_likes()),
        (false, Some(Some(_))) => problems.add("likes", w.connection_ask_tick_likes()),
        _ => {}
    }
    if form.agreed.is_none() {
        problems.add("agreed", w.connection_ask_needs_agreement());
    }
    let typed = form.email.as_deref().map(str::trim).unwrap_or_default();
    let to = Email::parse(typed).filter(|_| form.by == Way::Mail);
    if form.by == Way::Mail && to.is_none() {
        let is_missing = typed.is_empty();
        problems.add(
            "email",
            if is_missing { w.connection_ask_needs_address() } else { w.connection_ask_bad_address() },
        );
    }
    let agreement = Agreement { shared, likes: likes?, lang: may.lang };
    problems.is_empty().then_some(Asking { agreement, to })
}

/// The form as it was typed, on the connection as it stands: once asked, its page is shown instead.
async fn show_form(
    may: &May<RunCaseload>,
    (case_id, id): (CaseId, ConnectionId),
    status: StatusCode,
    form: AskForm,
    problems: Problems,
    notice: Option<String>,
) -> Shown {
    let (acting, w) = (Acting::by(may), words(may.lang));
    let mut tx = may.app().db().begin().await?;
    let case = caseload::acts::open_to_read(&mut tx, &acting, case_id).await?;
    let connection = sql::find(&mut tx, case.id, id).await?.ok_or(Nope::NotFound)?;
    if connection.state != State::Proposed || !case.is_open() {
        drop(tx);
        if status == StatusCode::OK {
            return page::see(&format!("/personnes/{case_id}/liens/{id}"));
        }
        return not_now(may, (case_id, id), case.is_open(), form).await;
    }
    let person = person::find(&mut tx, case.person_id).await?.ok_or(Nope::NotFound)?;
    let sender = mails::Sender::of(&mut tx, &case).await?;
    let known = known_address(&mut tx, &connection.offer.resource_id).await?;
    let offered = limits::offered(&mut tx, &connection).await?;
    let room = offered.and_then(|resource| verification::room(&resource, may.today(), may.lang));
    let is_doubted = verification::doubted(&mut tx).await?.contains(&connection.offer.resource_id);
    tx.commit().await?;
    let opening = wording::opening(w, &person, &sender.site.name, &connection.offer);
    // The empty text stands for the field the person fills in.
    let facts = wording::facts(w, &person, Some(""), may.today());
    let shown = AskPage {
        ui: &may.ui,
        w,
        connection,
        opening,
        facts,
        known,
        room,
        is_doubted,
        form,
        problems,
        notice,
    };
    page::with_status(status, &shown)
}

async fn not_now(may: &May<RunCaseload>, ids: (CaseId, ConnectionId), is_open: bool, form: AskForm) -> Shown {
    let w = words(may.lang);
    let refusal = if is_open { Refusal::NotNow } else { Refusal::CaseClosed };
    let notice = Notice {
        title: w.connection_stale_title(),
        text: refusal.label(w),
        kept: Some(form.likes).filter(|likes| !likes.is_empty()).into_iter().collect(),
    };
    let again = Again { notice: Some(notice), ..Again::default() };
    show_again(may, ids, StatusCode::CONFLICT, again).await
}

impl AskForm {
    fn ticks(&self, shared: &Shared) -> bool {
        self.shared.iter().any(|code| code == shared.code())
    }
}

impl AskPage<'_> {
    fn path(&self) -> String {
        format!("/personnes/{}/liens/{}", self.connection.case_id, self.connection.id)
    }

    fn email(&self) -> &str {
        let known = self.known.as_ref().map(|known| known.email.as_str());
        self.form.email.as_deref().or(known).unwrap_or_default()
    }

    fn email_hint(&self) -> String {
        let unknown = || self.w.connection_ask_address_unknown();
        self.known.as_ref().map_or_else(unknown, |known| known.origin.hint(self.w))
    }
}
