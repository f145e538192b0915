//! `/droits`: whose data are frozen, what will go and when, how many were erased.

use askama::Template;
use jiff::civil::Date;
use platform::audit::Kind;
use platform::web::may::{May, ShareTheLoad};
use platform::web::page::{self, Answer};
use platform::web::{Query, Ui, dates};
use serde::Deserialize;

use crate::act::Acting;
use crate::rights::model::Frozen;
use crate::rights::retention::{self, Leaving};
use crate::rights::sql;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "rights/pages/overview.html")]
struct OverviewPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    was_erased: bool,
    frozen: Vec<Frozen>,
    leaving: Vec<Leaving>,
    /// Since this year began: at the person's wish, and by time.
    asked: i64,
    outlived: i64,
}

impl OverviewPage<'_> {
    fn day(&self, day: &Date) -> String {
        dates::plain(*day, self.ui.lang)
    }

    fn since(&self, frozen: &Frozen) -> String {
        dates::day_of(frozen.at, self.ui.lang)
    }
}

#[derive(Deserialize)]
pub(in crate::rights) struct Arrival {
    /// What they have just done.
    fait: Option<String>,
}

pub(in crate::rights) async fn show(may: May<ShareTheLoad>, Query(arrival): Query<Arrival>) -> Answer {
    let acting = Acting::by(&may);
    // Read beside whoever writes: it takes its time.
    let mut tx = may.app().db().read().await?;
    let frozen = sql::frozen(&mut tx, may.id()).await?;
    let leaving = retention::leaving(&mut tx, may.id(), acting.now).await?;
    let year = kernel::clock::start_of(may.today().first_of_year());
    let (asked, outlived) = sql::erased_since(&mut tx, may.id(), year).await?;
    tx.commit().await?;
    let mut tx = may.app().db().begin().await?;
    acting.trace_list(&mut tx, Kind::Person, may.sites()).await?;
    tx.commit().await?;
    let was_erased = arrival.fait.as_deref() == Some("effacee");
    page::show(&OverviewPage {
        ui: &may.ui,
        w: words(may.lang),
        was_erased,
        frozen,
        leaving,
        asked,
        outlived,
    })
}
