//! « Horaires à partir d'un calendrier »: what a calendar's file would make of one resource's
//! hours, then that. Nothing is kept between the two but what the page itself carries.

use askama::Template;
use jiff::civil::Date;
use kernel::id::IncomingId;
use platform::audit::{self, Action};
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Ui, Upload, dates, once};
use serde::Deserialize;

use crate::address;
use crate::exchange::timetable::{self, Left, NoTimetable, Timetable};
use crate::resource::{self, Resource, ResourceId, said};
use crate::schedule::Schedule;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "incoming/pages/calendar.html")]
struct CalendarPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    resource: Resource,
    found: Option<Found>,
    left: Option<Left>,
    problems: Problems,
}

/// What the file says.
struct Found {
    schedule: String,
    until: Option<Date>,
    /// Of the resource, as it is shown.
    version: i64,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::incoming) struct Kept {
    once: String,
    version: i64,
    schedule: String,
}

pub(in crate::incoming) async fn calendar(may: May<VerifyDirectory>, Path(id): Path<String>) -> Answer {
    let (resource, _) = listed(&may, &id).await?;
    page::show(&drawn(&may, resource, None, None))
}

/// Looks at the file; nothing is kept.
pub(in crate::incoming) async fn look(
    may: May<VerifyDirectory>,
    Path(id): Path<String>,
    mut upload: Upload,
) -> Answer {
    let file = upload.take_file("calendrier");
    let (resource, version) = listed(&may, &id).await?;
    let today = may.today();
    if file.is_empty() {
        let mut page = drawn(&may, resource, None, None);
        page.problems.add("calendrier", page.w.incoming_calendar_none());
        return page::with_problems(&page);
    }
    // Seconds, for a file made to take them: not among the requests being answered.
    let read = tokio::task::spawn_blocking(move || timetable::read(file.as_slice(), today)).await;
    match read.map_err(|error| Nope::Broken(error.to_string()))? {
        Ok(Timetable { schedule, until, left }) => {
            page::show(&drawn(&may, resource, Some(Found { schedule, until, version }), Some(left)))
        }
        Err(error) => page::with_problems(&refused(&may, resource, &error)),
    }
}

/// Keeps what was looked at, over the version it was looked at beside.
pub(in crate::incoming) async fn keep(
    may: May<VerifyDirectory>,
    Path(id): Path<String>,
    Form(kept): Form<Kept>,
) -> Answer {
    let id = ResourceId::parse(&id).map_err(|_| Nope::NotFound)?;
    if Schedule::parse(&kept.schedule).is_none() {
        return Err(Nope::Unreadable);
    }
    let now = may.app().clock().now();
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &kept.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    timetable::put_over(&mut tx, &id, kept.version, &kept.schedule, now).await?;
    audit::note(&mut tx, may.who(), Action::Changed, IncomingId::new(), None, now).await?;
    once::commit(tx, &kept.once, Some(may.id()), &address::resource(&id), now).await
}

/// One that is listed, with its version.
async fn listed(may: &May<VerifyDirectory>, id: &str) -> Result<(Resource, i64), Nope> {
    let id = ResourceId::parse(id).map_err(|_| Nope::NotFound)?;
    let row = resource::row(&mut may.app().db().read().await?, &id).await?.ok_or(Nope::NotFound)?;
    Ok((row.read()?, row.changed_version))
}

fn refused<'a>(may: &'a May<VerifyDirectory>, resource: Resource, error: &NoTimetable) -> CalendarPage<'a> {
    let mut page = drawn(may, resource, None, error.left().cloned());
    page.problems.add("calendrier", error.say(may.lang));
    page
}

fn drawn<'a>(
    may: &'a May<VerifyDirectory>,
    resource: Resource,
    found: Option<Found>,
    left: Option<Left>,
) -> CalendarPage<'a> {
    CalendarPage { ui: &may.ui, w: words(may.lang), resource, found, left, problems: Problems::default() }
}

impl CalendarPage<'_> {
    fn action(&self) -> String {
        address::calendar(&self.resource.id)
    }

    fn back(&self) -> String {
        address::resource(&self.resource.id)
    }

    fn now(&self) -> String {
        let hours = self.resource.hours().map(|text| said::hours_in_words(text, self.ui.lang));
        hours.unwrap_or_else(|| self.w.incoming_calendar_unknown())
    }

    fn then(&self, found: &Found) -> String {
        said::hours_in_words(&found.schedule, self.ui.lang)
    }

    /// Whether there is nothing to keep.
    fn is_same(&self, found: &Found) -> bool {
        self.resource.ties.schedule.as_deref() == Some(found.schedule.as_str())
    }

    fn until(&self, found: &Found) -> Option<String> {
        found.until.map(|day| self.w.incoming_calendar_until(dates::plain(day, self.ui.lang)))
    }

    /// What was left out: in numbers where no event is told by itself.
    fn left_out(&self) -> Vec<String> {
        let Some(left) = &self.left else { return Vec::new() };
        [left.say(self.ui.lang), left.one_by_one(self.ui.lang)].concat()
    }
}
