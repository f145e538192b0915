//! The screens of screening: [`visitor`] alone, [`consultation`], the [`sheet`] to print, and the
//! measures of a [`case`]. [`questions`] and [`results`] are what they share.

mod case;
mod compared;
mod consultation;
pub(super) mod paper;
pub(crate) mod questions;
mod results;
pub(super) mod sheet;
mod visitor;

use kernel::Lang;
use kernel::role::Permission;
use platform::web::Ui;
use platform::web::navigation::Menu;
use platform::web::routes::{Routes, get};

use super::model::{Mode, Moment};
use super::rules::Refused;
use super::{fhir, filling, safety};
use crate::words::{Words, words};

pub fn routes() -> Routes {
    Routes::new()
        .route("/se-reperer", get(visitor::ask).post(visitor::answer))
        .route("/consultation", get(consultation::ask).post(consultation::save))
        .route("/consultation/feuille", get(sheet::show))
        .route("/consultation/feuille.pdf", get(sheet::file))
        .route("/consultation/{id}", get(consultation::show))
        .route("/personnes/{id}/mesures", get(case::list).post(case::save))
        .route("/personnes/{id}/mesures/nouvelle", get(case::ask))
        .merge(safety::routes())
        .merge(filling::routes())
        .merge(fhir::routes())
}

pub fn navigation(ui: &Ui, menu: &mut Menu) {
    let w = words(ui.lang);
    if ui.may(Permission::Screen) {
        menu.add(30, "/consultation", w.screening_menu_consultation());
    }
    if ui.account.is_none() {
        menu.add(45, "/se-reperer", w.screening_menu_visitor());
    }
}

/// Why something was not kept, and what to do; with the field it is about.
pub(crate) fn tell(refused: Refused, lang: Lang) -> (&'static str, String) {
    let w = words(lang);
    match refused {
        Refused::InTheFuture => ("held_on", w.screening_day_in_future()),
        Refused::TooLongAgo => ("held_on", w.screening_day_too_old()),
        Refused::NothingAnswered => ("questions", w.screening_nothing_answered()),
        Refused::NotOffered => ("questions", w.screening_not_offered()),
        Refused::FirstAfterReview(title) => ("moment", w.screening_first_after_review(title.get(lang))),
        Refused::ReviewBeforeFirst(title) => ("held_on", w.screening_review_before_first(title.get(lang))),
        Refused::NotUsed(title) => ("site", w.screening_not_used(title.get(lang))),
        Refused::CaseClosed => ("questions", w.screening_case_closed()),
    }
}

pub(super) fn mode_label(mode: Mode, w: &Words) -> String {
    match mode {
        Mode::Professional => w.screening_mode_professional(),
        Mode::Phone => w.screening_mode_phone(),
        Mode::Alone => w.screening_mode_alone(),
        Mode::Paper => w.screening_mode_paper(),
        Mode::Elsewhere => w.screening_mode_elsewhere(),
    }
}

fn moment_label(moment: Moment, w: &Words) -> String {
    match moment {
        Moment::First => w.screening_moment_first(),
        Moment::Review => w.screening_moment_review(),
    }
}
