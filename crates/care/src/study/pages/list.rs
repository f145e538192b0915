//! `/etudes`: the studies of one's teams.

use askama::Template;
use platform::web::Ui;
use platform::web::may::{May, ReadFigures};
use platform::web::page::{self, Answer};

use crate::study::access::Opened;
use crate::study::model::Study;
use crate::study::{labels, sql};
use crate::words::{Words, words};
use kernel::role::Permission;

#[derive(Template)]
#[template(path = "study/pages/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    studies: Vec<Study>,
}

impl ListPage<'_> {
    fn stage(&self, study: &Study) -> String {
        labels::stage(study.stage, self.w)
    }

    fn may_begin(&self) -> bool {
        self.ui.may(Permission::ShareTheLoad)
    }
}

pub(super) async fn show(may: May<ReadFigures>) -> Answer {
    let mut tx = may.app().db().read().await?;
    let mut studies: Vec<Study> = Vec::new();
    for site in may.sites() {
        for study in sql::studies::of_site(&mut tx, site).await? {
            let is_known = studies.iter().any(|known| known.id == study.id);
            if !is_known && Opened::by(&mut tx, &may, study.id).await.is_ok() {
                studies.push(study);
            }
        }
    }
    page::show(&ListPage { ui: &may.ui, w: words(may.lang), studies })
}
