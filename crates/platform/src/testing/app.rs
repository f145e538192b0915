//! An application of its own for each story and engine.

use std::future::Future;

use kernel::Clock;

use super::Browser;
use super::place::Place;
use crate::app::{App, AppBuilder, Module, Settings};
use crate::db::{Db, Tx, Url};
use crate::jobs;

/// Environment variable: address of a PostgreSQL server whose user may create databases.
pub const POSTGRES: &str = "MAILLAGE_TEST_POSTGRES";

/// A Tuesday morning in winter, on which every story begins.
const BEGINNING: &str = "2026-01-13T08:00:00Z";

/// A running application and its clock.
#[derive(Clone, Debug)]
pub struct TestApp {
    pub app: App,
}

/// Runs a story on SQLite, and on PostgreSQL when there is one.
pub async fn on_both_engines<F, Fut>(modules: Vec<Module>, prepare: fn(App) -> App, story: F)
where
    F: Fn(TestApp) -> Fut,
    Fut: Future<Output = ()>,
{
    for engine in Place::engines() {
        let place = Place::on(engine).await;
        let test = TestApp::on(&place.url(), &modules, prepare).await;
        let db = test.app.db().clone();
        story(test).await;
        db.close().await;
        place.remove().await;
    }
}

impl TestApp {
    /// The application of a store, whose tables it brings up to date.
    pub async fn on(url: &Url, modules: &[Module], prepare: fn(App) -> App) -> TestApp {
        let db = Db::open(url).await.expect("a store");
        let settings = Settings {
            public_url: "http://maillage.test".to_owned(),
            mail_from: "Maillage <maillage@maillage.test>".to_owned(),
            pictures_from: None,
            anchor_to: None,
            anchor_file: None,
            second_step: Vec::new(),
            visitor_forms: crate::app::USUAL_VISITOR_FORMS,
            erased_file: None,
            servers: crate::app::Servers::default(),
            kept: crate::kept::Months::default(),
            demo: false,
        };
        let clock = Clock::standing_at(BEGINNING.parse().expect("a moment"));
        let modules = modules.to_vec();
        let builder = AppBuilder { db, clock: clock.clone(), wall: clock, settings, modules };
        TestApp { app: prepare(builder.build().await.expect("an application")) }
    }

    /// A browser nobody is signed in on.
    pub fn browser(&self) -> Browser {
        Browser::new(self.app.router())
    }

    /// A browser somebody of a [`Team`](super::Team) is signed in on.
    pub async fn signed_in(&self, email: &str) -> Browser {
        let mut browser = self.browser();
        browser.sign_in(email).await;
        browser
    }

    /// A transaction to look at the store with, or to prepare it.
    pub async fn tx(&self) -> Tx {
        self.app.db().begin().await.expect("a transaction")
    }

    /// What a query of one number answers: `SELECT COUNT(*) …`.
    pub async fn count(&self, sql: &'static str) -> i64 {
        let (count,): (i64,) = self.tx().await.one(sql, &[]).await.expect("a count");
        count
    }

    /// Lets days pass, and does what was to be done meanwhile. Sessions end with them.
    pub async fn days_pass(&self, days: i64) {
        for _ in 0..days {
            self.app.clock().advance(jiff::SignedDuration::from_hours(24));
            let report = jobs::run_due(&self.app).await.expect("the table of jobs");
            assert_eq!(report.missed, 0, "a job failed");
        }
    }
}
