//! The organisation's page, behind its signed link: what was agreed, and three answers. Opening it
//! changes nothing, since letter boxes open links on their own.

use askama::Template;
use axum::http::StatusCode;
use kernel::clock::in_france;
use kernel::coded::Coded;
use kernel::contact::Phone;
use platform::audit::{Action, Who};
use platform::db::Tx;
use platform::web::page::{self, Answer as Shown};
use platform::web::{Form, Held, Nope, Path, Problems, Ui, dates, once};

use super::super::mails::{AnswerLink, Sender};
use super::super::model::{Connection, State};
use super::super::parts::Shared;
use super::super::{acts, sql, telling, wording};
use super::fields::{Reader, Typed, arranged, reasons_of_organizations};
use crate::act::Acting;
use crate::caseload::{self, Case};
use crate::person;
use crate::referral::model::DeclineReason;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "connection/pages/reply.html")]
struct ReplyPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    token: &'a str,
    sender: Sender,
    connection: Connection,
    /// None where nothing more is to be read: after a no, and once the person has come.
    facts: Option<Vec<wording::Fact>>,
    /// An answer came after another and changed nothing.
    is_second: bool,
    typed: Typed,
    problems: Problems,
}

/// A request that is no longer one, whoever withdrew it.
#[derive(Template)]
#[template(path = "connection/pages/withdrawn.html")]
struct WithdrawnPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    sender: Sender,
}

/// How an organisation comes here.
type Link = Held<AnswerLink>;

/// What a link leads to.
struct Behind {
    case: Case,
    connection: Connection,
    /// By the person, the team, or the end of the course of support.
    is_withdrawn: bool,
}

pub(super) async fn show(link: Link, ui: Ui) -> Shown {
    show_again(&ui, &link, StatusCode::OK, Typed::default(), Problems::default()).await
}

/// The address of an answer, opened as a page: nothing is answered by opening.
pub(super) async fn back(link: Link) -> Shown {
    page::see(&format!("/reponse/{}", link.token))
}

pub(super) async fn send(
    link: Link,
    ui: Ui,
    Path((_, name)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Shown {
    let mut problems = Problems::default();
    let reader = Reader { w: words(ui.lang), today: ui.today(), typed: &typed };
    let answer = reader.answer(&name, &mut problems).ok_or(Nope::NotFound)?;
    let acting = Acting::new(&ui.app, Who::LinkHolder);
    let mut tx = ui.app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, None).await? {
        return Ok(earlier);
    }
    let Behind { case, connection, is_withdrawn } = behind(&mut tx, &link).await?;
    if is_withdrawn {
        drop(tx);
        return show_again(&ui, &link, StatusCode::GONE, typed, problems).await;
    }
    let Some(answer) = answer.filter(|_| connection.awaits_answer()) else {
        drop(tx);
        let status =
            if connection.awaits_answer() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
        return show_again(&ui, &link, status, typed, problems).await;
    };
    match acts::answer(&mut tx, &acting, &case, connection, answer).await? {
        Ok(_) => once::commit(tx, &typed.once, None, &format!("/reponse/{}", link.token), acting.now).await,
        Err(refusal) => Err(Nope::Broken(refusal.to_string())),
    }
}

async fn show_again(ui: &Ui, link: &Link, status: StatusCode, typed: Typed, problems: Problems) -> Shown {
    let acting = Acting::new(&ui.app, Who::LinkHolder);
    let mut tx = ui.app.db().begin().await?;
    let Behind { case, connection, is_withdrawn } = behind(&mut tx, link).await?;
    acting.trace(&mut tx, Action::Read, connection.id, case.site_id).await?;
    let facts = facts(&mut tx, ui, &case, &connection).await?;
    let sender = Sender::of(&mut tx, &case).await?;
    tx.commit().await?;
    let w = words(ui.lang);
    if is_withdrawn {
        return page::with_status(StatusCode::GONE, &WithdrawnPage { ui, w, sender });
    }
    let is_second = status == StatusCode::CONFLICT;
    let shown =
        ReplyPage { ui, w, token: &link.token, sender, connection, facts, is_second, typed, problems };
    page::with_status(status, &shown)
}

/// # Errors
/// [`Nope::ExpiredLink`] once nobody waits for an answer any more, or the person's data are frozen or erased.
async fn behind(tx: &mut Tx, link: &Link) -> Result<Behind, Nope> {
    let connection = sql::any(tx, link.subject).await?.ok_or(Nope::ExpiredLink)?;
    let case = caseload::find(tx, connection.case_id).await?.ok_or(Nope::ExpiredLink)?;
    let stands = telling::consent_stands(tx, &case, &connection).await?;
    let is_withdrawn = match connection.state {
        State::Expired => return Err(Nope::ExpiredLink),
        State::Proposed | State::Dropped { .. } => true,
        _ => !stands || !case.is_open(),
    };
    Ok(Behind { case, connection, is_withdrawn })
}

/// What was agreed, for as long as the organisation needs it.
async fn facts(
    tx: &mut Tx,
    ui: &Ui,
    case: &Case,
    connection: &Connection,
) -> Result<Option<Vec<wording::Fact>>, Nope> {
    let Some(request) = connection.request.as_ref() else { return Ok(None) };
    if matches!(connection.state, State::Declined { .. } | State::TookPart | State::Settled) {
        return Ok(None);
    }
    let person = person::find(tx, case.person_id).await?.ok_or(Nope::NotFound)?;
    let mut facts = wording::facts(words(ui.lang), &person, request.likes.as_deref(), ui.today());
    facts.retain(|fact| request.shared.contains(&fact.shared));
    Ok(Some(facts))
}

impl ReplyPage<'_> {
    fn path(&self) -> String {
        format!("/reponse/{}", self.token)
    }

    /// The link that calls the person, on the line that tells their telephone.
    fn dialled(&self, fact: &wording::Fact) -> Option<String> {
        let phone = Phone::parse(&fact.text).filter(|_| fact.shared == Shared::Phone)?;
        Some(format!("tel:{}", phone.e164()))
    }

    /// Whoever reads answers for themselves.
    fn buttons(&self) -> (String, String, String) {
        let w = self.w;
        (w.connection_yes_answer(), w.connection_wait_answer(), w.connection_no_answer())
    }

    /// What was answered, if anything was.
    fn said(&self) -> Option<String> {
        let on = dates::plain(in_france(self.connection.answered_at?).date(), self.ui.lang);
        Some(match &self.connection.state {
            State::Waitlisted { until } => {
                self.w.connection_reply_said_wait(on, dates::plain(*until, self.ui.lang))
            }
            State::Declined { reason, .. } => self.w.connection_reply_said_no(on, reason.label(self.w)),
            State::Accepted { .. } => self.w.connection_reply_said_yes(on, self.sender.who.as_str()),
            _ => self.w.connection_reply_said_yes_before(on),
        })
    }

    /// How the person comes is between them and the team.
    fn arranged(&self) -> Vec<(String, String)> {
        match &self.connection.state {
            State::Accepted { meeting } | State::Introduced { meeting, .. } => {
                let accepted = State::Accepted { meeting: meeting.clone() };
                arranged(self.w, self.ui.lang, &accepted)
            }
            _ => Vec::new(),
        }
    }

    fn reasons_of_organizations(&self) -> Vec<(DeclineReason, String)> {
        reasons_of_organizations(self.w)
    }
}
