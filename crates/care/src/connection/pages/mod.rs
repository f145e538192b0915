//! The pages of connections: the link worker's, signed in, and the organisation's, by its link.

mod ask;
mod fields;
mod instead;
mod list;
mod reply;
mod step;
mod story;
mod tie;

use platform::web::routes::{Routes, get};

pub fn routes() -> Routes {
    Routes::new()
        .route("/personnes/{case}/liens", get(list::show).post(list::propose))
        .route("/personnes/{case}/liens/{id}", get(tie::show))
        .route("/personnes/{case}/liens/{id}/demander", get(ask::show).post(ask::send))
        .route("/personnes/{case}/liens/{id}/{step}", get(step::back).post(step::take))
        .route("/reponse/{token}", get(reply::show))
        .route("/reponse/{token}/{answer}", get(reply::back).post(reply::send))
}
