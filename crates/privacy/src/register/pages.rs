//! `/donnees`, what there is to show and what is missing; `/donnees/registre`, the register.

use askama::Template;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kernel::role::Permission;
use platform::accounts::{Membership, Site};
use platform::web::may::{AnswerForData, May};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Query, Ui, dates};

use super::making;
use super::model::{Answers, Register};
use crate::controller;
use crate::impact;
use crate::measures::Stands;
use crate::whose::{self, Asked};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "register/home.html")]
struct HomePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    site: Site,
    others: Vec<Membership>,
    answers: Option<Answers>,
    /// When the impact assessment was last written to, in words.
    assessed: Option<String>,
    /// Measures that somebody should look at.
    open: i64,
}

impl HomePage<'_> {
    fn keeps_accounts(&self) -> bool {
        self.ui.may(Permission::KeepAccounts)
    }
}

#[derive(Template)]
#[template(path = "register/show.html")]
struct RegisterPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    site: Site,
    others: Vec<Membership>,
    register: Register,
    made_on: String,
}

pub(super) async fn home(may: May<AnswerForData>, Query(asked): Query<Asked>) -> Answer {
    let w = words(may.lang);
    let mut tx = may.app().db().read().await?;
    let site = whose::team(&mut tx, &may, &asked.equipe).await?;
    let stored = controller::of_site(&mut tx, site.id).await?;
    let answers = stored.map(|stored| making::answers(&stored.controller, w));
    let assessed = impact::latest(&mut tx, site.id).await?;
    let assessed = assessed.map(|version| w.home_assessed(dates::day_of(version.written_at, may.lang)));
    let measures = crate::measures::of_site(&mut tx, may.app(), site.id, w).await?;
    let open = measures.iter().filter(|measure| measure.stands == Stands::Off).count();
    let open = i64::try_from(open).unwrap_or(i64::MAX);
    let others = whose::others(&may, site.id);
    page::show(&HomePage { ui: &may.ui, w, site, others, answers, assessed, open })
}

pub(super) async fn show(may: May<AnswerForData>, Query(asked): Query<Asked>) -> Answer {
    let (site, register) = made(&may, &asked).await?;
    let others = whose::others(&may, site.id);
    let made_on = dates::plain(may.today(), may.lang);
    page::show(&RegisterPage { ui: &may.ui, w: words(may.lang), site, others, register, made_on })
}

pub(super) async fn download(may: May<AnswerForData>, Query(asked): Query<Asked>) -> Result<Response, Nope> {
    let (_, register) = made(&may, &asked).await?;
    let text = serde_json::to_string_pretty(&register).map_err(|error| Nope::Broken(error.to_string()))?;
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CONTENT_DISPOSITION, "attachment; filename=\"registre-des-traitements.json\""),
    ];
    Ok((headers, text).into_response())
}

async fn made(may: &May<AnswerForData>, asked: &Asked) -> Result<(Site, Register), Nope> {
    let mut tx = may.app().db().read().await?;
    let site = whose::team(&mut tx, may, &asked.equipe).await?;
    let register = making::of_site(&mut tx, may.app(), &site, may.lang).await?;
    Ok((site, register))
}
