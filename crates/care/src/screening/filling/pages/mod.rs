//! The screens of questionnaires under way: [`begin`] and [`ask`] for the team, [`link`] and [`sheet`] to
//! hand over, [`alone`] for the person, [`copy`] for a sheet that came back.

mod alone;
mod ask;
mod begin;
mod copy;
mod hand_over;
mod opened;
mod sheet;
mod shown;

use kernel::id::{CaseId, FillingId};
use platform::web::routes::{Routes, get, post};

use super::model::Way;
use crate::words::Words;

pub(in crate::screening) fn routes() -> Routes {
    Routes::new()
        .route("/personnes/{id}/mesures/en-cours", post(begin::begin))
        .route("/personnes/{id}/mesures/en-cours/{filling}", get(begin::show))
        .route(
            "/personnes/{id}/mesures/en-cours/{filling}/question/{place}",
            get(ask::show).post(ask::answer),
        )
        .route("/personnes/{id}/mesures/en-cours/{filling}/terminer", post(ask::finish))
        .route("/personnes/{id}/mesures/en-cours/{filling}/abandonner", post(begin::drop))
        .route("/personnes/{id}/mesures/en-cours/{filling}/lien", get(hand_over::show))
        .route("/personnes/{id}/mesures/en-cours/{filling}/lien.pdf", get(hand_over::file))
        .route("/personnes/{id}/mesures/en-cours/{filling}/feuille", get(sheet::show))
        .route("/personnes/{id}/mesures/en-cours/{filling}/feuille.pdf", get(sheet::file))
        .route("/personnes/{id}/mesures/en-cours/{filling}/recopier", get(copy::show).post(copy::keep))
        .route("/feuille", get(copy::ask_code).post(copy::find_code))
        .route("/feuille/{code}", get(copy::by_code))
        .route("/questions/{token}", get(alone::show))
        .route("/questions/{token}/question/{place}", get(alone::ask).post(alone::answer))
        .route("/questions/{token}/envoyer", post(alone::send))
}

/// Where a filling is, for the team.
fn address(case: CaseId, filling: FillingId) -> String {
    format!("/personnes/{case}/mesures/en-cours/{filling}")
}

pub(in crate::screening) fn way_label(way: Way, w: &Words) -> String {
    match way {
        Way::Together => w.filling_together(),
        Way::Phone => w.filling_phone(),
        Way::Link => w.filling_link(),
        Way::Paper => w.filling_paper(),
    }
}
