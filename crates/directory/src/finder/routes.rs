use axum::Router;
use platform::app::App;
use platform::web::Ui;
use platform::web::navigation::Menu;

use crate::words::words;

pub(crate) fn routes() -> Router<App> {
    Router::new()
}

pub(crate) fn navigation(ui: &Ui, menu: &mut Menu) {
    menu.add(40, "/ressources", words(ui.lang).menu_finder());
}
