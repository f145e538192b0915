use platform::web::Ui;
use platform::web::navigation::Menu;
use platform::web::routes::{Routes, get};

use super::{communes, embed, page};
use crate::words::words;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/ressources", get(page::show))
        .route(embed::EMBEDDED, get(embed::show))
        .route("/communes", get(communes::suggest))
}

pub(crate) fn navigation(ui: &Ui, menu: &mut Menu) {
    menu.add(40, "/ressources", words(ui.lang).menu_finder());
}
