//! `/urgence`: whom it is about, and why.

use askama::Template;
use kernel::contact::Phone;
use kernel::name::{BirthYear, PersonName};
use kernel::text::{TextError, bounded};
use platform::audit::Kind;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Form, Problems, Ui, once};
use serde::Deserialize;

use crate::act::Acting;
use crate::caseload;
use crate::emergency::{acts, sql};
use crate::person;
use crate::words::{Words, words};

const LONGEST_REASON: usize = 500;

#[derive(Template)]
#[template(path = "emergency/pages/open.html")]
struct OpenPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    typed: Typed,
    problems: Problems,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::emergency) struct Typed {
    once: String,
    name: String,
    birth_year: String,
    phone: String,
    reason: String,
}

/// What a form asks for.
struct Asked {
    name: PersonName,
    year: Option<BirthYear>,
    phone: Option<Phone>,
    reason: String,
}

pub(in crate::emergency) async fn show(may: May<RunCaseload>) -> Answer {
    let (typed, problems) = (Typed::default(), Problems::default());
    page::show(&OpenPage { ui: &may.ui, w: words(may.lang), typed, problems })
}

pub(in crate::emergency) async fn open(may: May<RunCaseload>, Form(typed): Form<Typed>) -> Answer {
    let w = words(may.lang);
    let mut problems = Problems::default();
    let again = |typed, problems| page::with_problems(&OpenPage { ui: &may.ui, w, typed, problems });
    let Some(asked) = read(&typed, &may.ui, w, &mut problems) else { return again(typed, problems) };
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let key = person::rules::key_of(&asked.name);
    let found = sql::sought(&mut tx, may.id(), &key, (asked.year, asked.phone.as_ref())).await?;
    let [sought] = found[..] else {
        // Nobody, or two of them: who looked stays in the trail all the same.
        acting.trace_list(&mut tx, Kind::Case, may.sites()).await?;
        tx.commit().await?;
        problems.add("name", w.emergency_nobody());
        return again(typed, problems);
    };
    let file = format!("/personnes/{}", sought.case);
    if caseload::visible(&mut tx, may.id(), sought.case).await?.is_none() {
        acts::open(&mut tx, &acting, sought, &asked.reason).await?;
    }
    once::commit(tx, &typed.once, Some(may.id()), &file, acting.now).await
}

fn read(typed: &Typed, ui: &Ui, w: &Words, problems: &mut Problems) -> Option<Asked> {
    let name = problems.keep("name", PersonName::parse(&typed.name), |_| w.name_needed());
    let year = optional(&typed.birth_year).map(|typed| BirthYear::parse(typed, ui.today()).ok_or(()));
    let year = problems.keep("birth_year", year.transpose(), |()| w.birth_year_unreadable());
    let phone = optional(&typed.phone).map(|typed| Phone::parse(typed).ok_or(()));
    let phone = problems.keep("phone", phone.transpose(), |()| w.phone_unreadable());
    if let (Some(None), Some(None)) = (&year, &phone) {
        problems.add("birth_year", w.emergency_year_or_phone());
    }
    let reason = problems.keep("reason", bounded(&typed.reason, LONGEST_REASON), |error| match error {
        TextError::Empty => w.emergency_reason_needed(),
        TextError::TooLong(max) => w.text_too_long(i64::try_from(max).unwrap_or_default()),
    });
    let asked = Asked { name: name?, year: year?, phone: phone?, reason: reason? };
    problems.is_empty().then_some(asked)
}

fn optional(typed: &str) -> Option<&str> {
    Some(typed.trim()).filter(|typed| !typed.is_empty())
}
