//! `/compte/deux-etapes`: turned on, off, and ten codes on paper.

use askama::Template;
use axum::http::HeaderMap;
use jiff::Timestamp;
use serde::Deserialize;

use super::{code, recovery, sql};
use crate::accounts::obligation::{self, Leaving};
use crate::accounts::own::this;
use crate::accounts::{Reauthenticated, sessions};
use crate::audit::{self, Action, Who};
use crate::db::Tx;
use crate::outbox::{self, Mail};
use crate::web::dates;
use crate::web::form::{Form, Problems};
use crate::web::may::{Enrolling, SignedIn};
use crate::web::nope::Nope;
use crate::web::page::{self, Answer};
use crate::web::qr;
use crate::web::ui::Ui;

/// Nothing asks for a code yet.
#[derive(Template)]
#[template(path = "accounts/second/off.html")]
struct OffPage<'a> {
    ui: &'a Ui,
    secret: String,
    picture: Option<qr::Picture>,
    problems: Problems,
}

impl OffPage<'_> {
    fn spoken(&self) -> String {
        code::spoken(&self.secret)
    }
}

#[derive(Template)]
#[template(path = "accounts/second/on.html")]
struct OnPage<'a> {
    ui: &'a Ui,
    since: String,
    left: i64,
    refusal: Option<String>,
}

/// The only time they are shown.
#[derive(Template)]
#[template(path = "accounts/second/codes.html")]
struct CodesPage<'a> {
    ui: &'a Ui,
    codes: Vec<String>,
}

#[derive(Deserialize)]
pub(in crate::accounts) struct First {
    /// What the application was given on this very form.
    #[serde(default)]
    secret: String,
    #[serde(default)]
    code: String,
}

pub(in crate::accounts) async fn show(Enrolling(me): Enrolling, _: Reauthenticated) -> Answer {
    let mut tx = me.ui.app.db().read().await?;
    match sql::find(&mut tx, me.account.id).await? {
        Some(kept) => {
            let left = sql::recoveries_left(&mut tx, me.account.id).await?;
            let since = dates::day_of(kept.since, me.ui.lang);
            page::show(&OnPage { ui: &me.ui, since, left, refusal: None })
        }
        None => page::show(&off(&me, code::fresh()?, Problems::default())),
    }
}

pub(in crate::accounts) async fn turn_on(
    Enrolling(me): Enrolling,
    _: Reauthenticated,
    headers: HeaderMap,
    Form(first): Form<First>,
) -> Answer {
    let w = me.ui.frame();
    let now = me.ui.app.wall().now();
    let Some(step) = code::step_of(&first.secret, &first.code, now) else {
        let mut problems = Problems::default();
        problems.add("code", w.second_first_code_wrong());
        return page::with_problems(&off(&me, first.secret, problems));
    };
    let mut tx = me.ui.app.db().begin().await?;
    if !sql::turn_on(&mut tx, me.account.id, (&first.secret, step), now).await? {
        return page::see("/compte/deux-etapes");
    }
    // Opened by less, by whomever: what is asked from now on would not have been asked of them.
    sessions::end_others(&mut tx, me.account.id, &this(&me, &headers)?).await?;
    tell(&mut tx, &me, (w.second_on_subject(), w.second_on_body())).await?;
    codes(tx, &me).await
}

/// Ten new ones; those before serve no more.
pub(in crate::accounts) async fn renew(me: SignedIn, _: Reauthenticated) -> Answer {
    let mut tx = me.ui.app.db().begin().await?;
    if !sql::is_on(&mut tx, me.account.id).await? {
        return page::see("/compte/deux-etapes");
    }
    note(&mut tx, &me).await?;
    codes(tx, &me).await
}

pub(in crate::accounts) async fn turn_off(me: SignedIn, _: Reauthenticated) -> Answer {
    let w = me.ui.frame();
    let mut tx = me.ui.app.db().begin().await?;
    if obligation::forbids(&mut tx, &me.ui, &me.account, Leaving::Codes).await? {
        let Some(kept) = sql::find(&mut tx, me.account.id).await? else { return page::see("/compte") };
        let left = sql::recoveries_left(&mut tx, me.account.id).await?;
        let since = dates::day_of(kept.since, me.ui.lang);
        let refusal = Some(w.obligation_last());
        return page::with_problems(&OnPage { ui: &me.ui, since, left, refusal });
    }
    if sql::turn_off(&mut tx, me.account.id).await? {
        tell(&mut tx, &me, (w.second_off_subject(), w.second_off_body())).await?;
    }
    tx.commit().await?;
    page::see("/compte")
}

async fn codes(mut tx: Tx, me: &SignedIn) -> Answer {
    let codes = recovery::fresh()?;
    let hashes = codes.iter().map(|code| recovery::hash(me.account.id, code));
    sql::keep_recoveries(&mut tx, me.account.id, hashes).await?;
    tx.commit().await?;
    page::show(&CodesPage { ui: &me.ui, codes })
}

/// By e-mail to its owner, and in the trail.
async fn tell(tx: &mut Tx, me: &SignedIn, (subject, body): (String, String)) -> Result<(), Nope> {
    let now = note(tx, me).await?;
    Ok(outbox::put(tx, &Mail { to: me.account.email.clone(), subject, body }, now).await?)
}

async fn note(tx: &mut Tx, me: &SignedIn) -> Result<Timestamp, Nope> {
    let now = me.ui.app.clock().now();
    audit::note(tx, Who::Account(me.account.id), Action::Changed, me.account.id, None, now).await?;
    Ok(now)
}

fn off(me: &SignedIn, secret: String, problems: Problems) -> OffPage<'_> {
    let picture = qr::of(&code::address(&secret, me.account.email.as_str()));
    OffPage { ui: &me.ui, secret, picture, problems }
}
