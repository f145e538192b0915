//! One questionnaire used from now on, or not any more.

use platform::web::may::{May, ShareTheLoad};
use platform::web::page::Answer;
use platform::web::{Form, Nope, once};
use serde::Deserialize;

use super::chosen;
use crate::act::Acting;
use crate::instruments::{HERE, acts};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::instruments) struct Chosen {
    once: String,
    site: String,
    code: String,
    /// « oui » or « non ».
    used: String,
}

pub(in crate::instruments) async fn choose(may: May<ShareTheLoad>, Form(typed): Form<Chosen>) -> Answer {
    let site = chosen(&may, &typed.site).ok_or(Nope::NotFound)?;
    let is_used = match typed.used.as_str() {
        "oui" => true,
        "non" => false,
        _ => return Err(Nope::Unreadable),
    };
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    acts::choose(&mut tx, &acting, site, &typed.code, is_used).await?;
    let here = format!("{HERE}?equipe={site}#{}", typed.code);
    once::commit(tx, &typed.once, Some(may.id()), &here, acting.now).await
}
