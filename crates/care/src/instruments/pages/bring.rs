//! `/equipe/questionnaires/apporter`: which one it is, by its frame, or a whole file.

use askama::Template;
use measure::{FRAMES, Frame};
use platform::web::may::{May, ShareTheLoad};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Problems, Ui, Upload, once};

use super::{Team, chosen, teams};
use crate::act::Acting;
use crate::instruments::{HERE, acts, faults};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "instruments/pages/bring.html")]
struct BringPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    teams: Vec<Team>,
    frames: [Frame; FRAMES.len()],
    site: String,
    has_right: bool,
    problems: Problems,
}

pub(in crate::instruments) async fn ask(may: May<ShareTheLoad>) -> Answer {
    page::show(&drawn(&may, &Upload::default(), Problems::default()))
}

pub(in crate::instruments) async fn bring(may: May<ShareTheLoad>, mut upload: Upload) -> Answer {
    let w = words(may.lang);
    let site = chosen(&may, upload.text("site")).ok_or(Nope::NotFound)?;
    let file = upload.take_file("fichier");
    let mut problems = Problems::default();
    if file.is_empty() {
        problems.add("fichier", w.instruments_no_file());
    }
    if upload.text("droit").is_empty() {
        problems.add("droit", w.instruments_right_needed());
    }
    let again = |problems| page::with_problems(&drawn(&may, &upload, problems));
    if !problems.is_empty() {
        return again(problems);
    }
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, upload.text("once"), Some(may.id())).await? {
        return Ok(earlier);
    }
    match acts::bring(&mut tx, &acting, site, &file).await? {
        Ok(()) => {
            let done = format!("{HERE}?equipe={site}&apporte=oui");
            once::commit(tx, upload.text("once"), Some(may.id()), &done, acting.now).await
        }
        Err(refused) => {
            drop(tx);
            problems.add("fichier", faults::said(&refused, w));
            again(problems)
        }
    }
}

fn drawn<'a>(may: &'a May<ShareTheLoad>, typed: &Upload, problems: Problems) -> BringPage<'a> {
    BringPage {
        ui: &may.ui,
        w: words(may.lang),
        teams: teams(may),
        frames: FRAMES,
        site: typed.text("site").to_owned(),
        has_right: !typed.text("droit").is_empty(),
        problems,
    }
}
