//! « Mon compte »: what one is here, on what one is signed in, and another pass phrase.

use std::borrow::Cow;

use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use kernel::id::{EventId, SessionId};
use serde::Deserialize;

use super::federation;
use super::guesses;
use super::manage::role_label;
use super::nearby;
use super::passkey;
use super::password;
use super::recognition::{Recognised, recognise};
use super::second;
use super::sessions::{self, Open};
use super::sign_ins::{self, Event, Line, Outcome, Way, What};
use super::sql;
use super::weakness::tell;
use crate::audit::{self, Action, Who};
use crate::db::Tx;
use crate::outbox::{self, Mail};
use crate::web::dates;
use crate::web::form::{Form, Problems, Query};
use crate::web::may::SignedIn;
use crate::web::nope::Nope;
use crate::web::once;
use crate::web::page::{self, Answer};
use crate::web::session;
use crate::web::ui::Ui;

#[derive(Template)]
#[template(path = "accounts/own.html")]
struct OwnPage<'a> {
    ui: &'a Ui,
    roles: Vec<(String, &'a str)>,
    sessions: Vec<Open>,
    /// The last times somebody came in, or tried to.
    latest: Vec<Line>,
    has_second_step: bool,
    /// Whether there can be passkeys, and are.
    passkeys: Option<bool>,
    has_phrase: bool,
    /// Whether there is a provider to link, or was.
    has_identities: bool,
    said: Option<String>,
    problems: Problems,
}

#[derive(Deserialize)]
pub(super) struct Arrival {
    /// What they have just done.
    fait: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Ended {
    /// One of theirs, or every other.
    #[serde(default)]
    session: String,
    #[serde(default)]
    once: String,
}

#[derive(Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    current: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    once: String,
}

pub(super) async fn show(me: SignedIn, headers: HeaderMap, Query(arrival): Query<Arrival>) -> Answer {
    let w = me.ui.frame();
    let said = match arrival.fait.as_deref() {
        Some("phrase") => Some(w.own_phrase_changed()),
        Some("fermee") => Some(w.own_session_ended()),
        _ => None,
    };
    drawn(&me, &headers, said, StatusCode::OK, Problems::default()).await
}

/// Elsewhere: a browser left open, a telephone that was lost.
pub(super) async fn end(me: SignedIn, headers: HeaderMap, Form(ended): Form<Ended>) -> Answer {
    let mut tx = me.ui.app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &ended.once, Some(me.account.id)).await? {
        return Ok(earlier);
    }
    if ended.session.is_empty() {
        sessions::end_others(&mut tx, me.account.id, &this(&me, &headers)?).await?;
    } else {
        // Ended already is ended: a page left open, a double click.
        let id: SessionId = ended.session.parse().map_err(|_| Nope::Unreadable)?;
        sessions::end_one(&mut tx, me.account.id, id).await?;
    }
    let gone = Event::new(What::EndedElsewhere, Way::Button, Outcome::Yes);
    sign_ins::note(&mut tx, &me.ui, Some(me.account.id), gone).await?;
    let now = note(&mut tx, &me).await?;
    once::commit(tx, &ended.once, Some(me.account.id), "/compte?fait=fermee", now).await
}

/// Another phrase: asks the one in use, as a screen may be left open; every other session ends, and
/// the owner is written to.
pub(super) async fn change(me: SignedIn, headers: HeaderMap, Form(chosen): Form<Chosen>) -> Answer {
    let w = me.ui.frame();
    let mut tx = me.ui.app.db().begin().await?;
    // Asked first: the phrase that was in use is not any more.
    if let Some(earlier) = once::earlier(&mut tx, &chosen.once, Some(me.account.id)).await? {
        return Ok(earlier);
    }
    tx.commit().await?;
    let mut problems = Problems::default();
    let proven = proven(&me, chosen.current, &mut problems).await?;
    let phrase =
        problems.keep("password", nearby::chosen_by(&me.account, &chosen.password), |weak| tell(w, weak));
    let (Some(guess), Some(phrase)) = (proven, phrase) else {
        return drawn(&me, &headers, None, StatusCode::UNPROCESSABLE_ENTITY, problems).await;
    };
    let kept = password::hashed(phrase).await?;
    let mut tx = me.ui.app.db().begin().await?;
    guesses::forget(&mut tx, guess).await?;
    sign_ins::note(&mut tx, &me.ui, Some(me.account.id), proof_by_phrase(Outcome::Yes)).await?;
    sql::set_password(&mut tx, me.account.id, &kept).await?;
    second::begin_anew(&mut tx, me.account.id).await?;
    sessions::end_others(&mut tx, me.account.id, &this(&me, &headers)?).await?;
    let (to, subject, body) = (me.account.email.clone(), w.own_mail_subject(), w.own_mail_body());
    outbox::put(&mut tx, &Mail { to, subject, body }, me.ui.app.clock().now()).await?;
    let now = note(&mut tx, &me).await?;
    once::commit(tx, &chosen.once, Some(me.account.id), "/compte?fait=phrase", now).await
}

/// The guess that was right, or what to tell; a wrong one counts like those at the door.
pub(super) async fn proven(
    me: &SignedIn,
    typed: String,
    problems: &mut Problems,
) -> Result<Option<EventId>, Nope> {
    let w = me.ui.frame();
    let outcome = match recognise(&me.ui.app, me.account.email.as_str(), typed).await? {
        Recognised::Yes { guess, .. } => return Ok(Some(guess)),
        Recognised::No(_) => {
            problems.add("current", w.own_phrase_wrong());
            Outcome::No
        }
        Recognised::TooMany(_) => {
            problems.add("current", w.sign_in_too_many());
            Outcome::TooMany
        }
    };
    sign_ins::keep(&me.ui, Some(me.account.id), proof_by_phrase(outcome)).await?;
    Ok(None)
}

pub(super) fn proof_by_phrase(outcome: Outcome) -> Event<'static> {
    Event::new(What::Proof, Way::Phrase, outcome)
}

async fn note(tx: &mut Tx, me: &SignedIn) -> Result<Timestamp, Nope> {
    let now = me.ui.app.clock().now();
    audit::note(tx, Who::Account(me.account.id), Action::Changed, me.account.id, None, now).await?;
    Ok(now)
}

/// The session this page is asked from.
pub(super) fn this(me: &SignedIn, headers: &HeaderMap) -> Result<String, Nope> {
    session::hash_of(headers, &me.ui.app).ok_or_else(|| Nope::SignIn { back_to: me.ui.here.clone() })
}

async fn drawn(
    me: &SignedIn,
    headers: &HeaderMap,
    said: Option<String>,
    status: StatusCode,
    problems: Problems,
) -> Answer {
    let mut tx = me.ui.app.db().read().await?;
    let now = me.ui.app.wall().now();
    let sessions = sessions::open(&mut tx, me.account.id, &this(me, headers)?, now).await?;
    let latest = sign_ins::latest(&mut tx, &me.ui, me.account.id).await?;
    let has_second_step = second::is_on(&mut tx, me.account.id).await?;
    let has_passkeys = passkey::any(&mut tx, me.account.id).await?;
    let passkeys = passkey::are_possible(&me.ui.app).then_some(has_passkeys);
    let has_phrase = federation::has_phrase(&mut tx, me.account.id).await?;
    let has_identities = federation::concerns(&mut tx, &me.ui, me.account.id).await?;
    let roles = me.account.memberships.iter();
    let roles = roles.map(|m| (role_label(m.role, me.ui.frame()), m.site_name.as_str())).collect();
    let page = OwnPage {
        ui: &me.ui,
        roles,
        sessions,
        latest,
        has_second_step,
        passkeys,
        has_phrase,
        has_identities,
        said,
        problems,
    };
    page::with_status(status, &page)
}

impl OwnPage<'_> {
    fn line(&self, session: &Open) -> String {
        let moment = |second| dates::moment(second, self.ui.lang);
        self.ui.frame().own_session_line(moment(session.created_at), moment(session.seen_at))
    }

    fn has_others(&self) -> bool {
        self.sessions.iter().any(|session| !session.is_this)
    }

    fn device<'a>(&self, session: &'a Open) -> Cow<'a, str> {
        match &session.device {
            Some(device) => device.into(),
            None => self.ui.frame().own_session_unknown().into(),
        }
    }
}
