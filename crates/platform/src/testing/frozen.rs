//! A world built once and taken up any number of times, each time as it was.

use jiff::Timestamp;

use super::TestApp;
use super::place::Place;
use crate::app::{App, Module};

/// A store as it was left, which nobody has open.
#[derive(Debug)]
pub struct Frozen {
    place: Place,
    modules: Vec<Module>,
    prepare: fn(App) -> App,
    now: Timestamp,
}

/// One copy of it, to do anything with.
#[derive(Debug)]
pub struct Thawed {
    pub test: TestApp,
    place: Place,
}

/// Builds a world on each engine there is, then tells what is done with copies of it.
pub async fn on_both_engines_again<W>(
    modules: Vec<Module>,
    prepare: fn(App) -> App,
    build: impl AsyncFn(&TestApp) -> W,
    story: impl AsyncFn(&Frozen, &W),
) {
    for engine in Place::engines() {
        let place = Place::on(engine).await;
        let test = TestApp::on(&place.url(), &modules, prepare).await;
        let world = build(&test).await;
        let now = test.app.clock().now();
        test.app.db().close().await;
        let frozen = Frozen { place, modules: modules.clone(), prepare, now };
        story(&frozen, &world).await;
        frozen.place.remove().await;
    }
}

impl Frozen {
    pub async fn thaw(&self) -> Thawed {
        let place = self.place.copy().await;
        let test = TestApp::on(&place.url(), &self.modules, self.prepare).await;
        test.app.clock().advance(self.now.duration_since(test.app.clock().now()));
        Thawed { test, place }
    }
}

impl Thawed {
    /// All that the store's files hold, its logs among them (PostgreSQL's own log aside).
    pub async fn bytes(&self) -> Vec<u8> {
        self.place.bytes().await
    }

    /// What an engine notes by itself of what columns hold, it notes now.
    pub async fn learn_by_heart(&self) {
        self.place.analyze().await;
    }

    pub async fn end(self) {
        self.test.app.db().close().await;
        self.place.remove().await;
    }
}
