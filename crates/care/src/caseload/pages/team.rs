//! « Équipe »: the load of each link worker, who has nobody, who waits too long.

use askama::Template;
use kernel::id::{AccountId, SiteId};
use kernel::role::Role;
use platform::accounts;
use platform::audit::Kind;
use platform::web::Ui;
use platform::web::may::{May, ShareTheLoad};
use platform::web::page::{self, Answer};

use crate::act::Acting;
use crate::caseload::task::{Task, Urgency};
use crate::caseload::work_list::{self, Row};
use crate::words::{Words, words};

/// What one link worker carries.
struct Load {
    name: String,
    open: i64,
    waiting: i64,
    late: i64,
    took_part: i64,
    median_days: Option<i64>,
}

#[derive(Template)]
#[template(path = "caseload/pages/team.html")]
struct TeamPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    loads: Vec<Load>,
    nobody: Vec<Row>,
    stuck: Vec<(Task, Row)>,
}

pub(in crate::caseload) async fn show(may: May<ShareTheLoad>) -> Answer {
    let acting = Acting::by(&may);
    let today = may.today();
    let sites: Vec<SiteId> = may.sites().collect();
    let mut tx = may.app().db().begin().await?;
    let rows = work_list::rows(&mut tx, may.id(), acting.now).await?;
    let mut workers: Vec<(AccountId, String)> = Vec::new();
    for site in sites {
        for worker in accounts::holding(&mut tx, site, Role::LinkWorker).await? {
            if !workers.contains(&worker) {
                workers.push(worker);
            }
        }
    }
    acting.trace_list(&mut tx, Kind::Case, may.sites()).await?;
    tx.commit().await?;

    let loads = workers.into_iter().map(|(id, name)| load(id, name, &rows, &may)).collect();
    let open = || rows.iter().filter(|row| row.is_open());
    let nobody = open().filter(|row| row.has_nobody()).cloned().collect();
    let stuck = open()
        .filter_map(|row| row.task(today).map(|task| (task, row.clone())))
        .filter(|(task, _)| task.urgency(today) == Urgency::Late)
        .collect();
    page::show(&TeamPage { ui: &may.ui, w: words(may.lang), loads, nobody, stuck })
}

fn load(id: AccountId, name: String, rows: &[Row], ui: &Ui) -> Load {
    let today = ui.today();
    let mine: Vec<&Row> = rows.iter().filter(|row| row.belongs_to(id)).collect();
    let count = |wanted: &dyn Fn(&Row) -> bool| {
        i64::try_from(mine.iter().filter(|row| row.is_open() && wanted(row)).count()).unwrap_or_default()
    };
    let is_late = |row: &Row| row.task(today).is_some_and(|task| task.urgency(today) == Urgency::Late);
    let days = mine.iter().filter_map(|row| u32::try_from(row.days_to_first_contact()?).ok());
    Load {
        name,
        open: count(&|_| true),
        waiting: count(&|row| row.days_to_first_contact().is_none()),
        late: count(&is_late),
        took_part: count(&|row| row.attendances() >= 3),
        median_days: measure::Waits::of(days).map(|waits| i64::from(waits.median)),
    }
}
