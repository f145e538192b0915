//! The screens of studies.

mod codebook;
mod deviations;
mod due;
mod edit;
mod exports;
mod flow;
mod form;
mod lines;
mod list;
mod person;
mod show;
mod steps;

use platform::web::routes::{Routes, get, post};

use super::HERE;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(HERE, get(list::show))
        .route("/etudes/nouvelle", get(edit::begin).post(edit::create))
        .route("/etudes/{study}", get(show::show))
        .route("/etudes/{study}/protocole", get(edit::show).post(edit::save))
        .route("/etudes/{study}/etape", post(steps::step))
        .route("/etudes/{study}/equipes", post(steps::invite))
        .route("/etudes/{study}/reponse", post(steps::answer))
        .route("/etudes/{study}/suivi", get(due::show))
        .route("/etudes/{study}/retrouver", post(due::look))
        .route("/etudes/{study}/ecarts", get(deviations::show))
        .route("/etudes/{study}/deroulement", get(flow::show))
        .route("/etudes/{study}/variables", get(codebook::show))
        .route("/etudes/{study}/variables.csv", get(codebook::csv))
        .route("/etudes/{study}/variables.json", get(codebook::json))
        .merge(exports::routes())
        .merge(person::routes())
}
