//! `/personnes/{case}/plan/imprimer`: the paper the person keeps.

use askama::Template;
use jiff::civil::Date;
use kernel::contact::Phone;
use kernel::id::CaseId;
use platform::accounts::{Site, sites};
use platform::audit::Action;
use platform::db::Tx;
use platform::web::form::Query;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Ui, dates};
use serde::Deserialize;

use super::model::{Goal, Plan};
use super::{agreements, sql};
use crate::act::Acting;
use crate::caseload::{self, Case};
use crate::connection::{self, Connection, Meeting, State};
use crate::heading::Heading;
use crate::words::{Words, words};
use crate::{consent, person};

#[derive(Deserialize)]
pub(super) struct Size {
    /// `normale`; large print without it.
    taille: Option<String>,
}

#[derive(Template)]
#[template(path = "plan/print.html")]
struct Paper<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    is_large: bool,
    goals: Vec<Goal>,
    plan: Plan,
    /// Soonest first.
    meetings: Vec<Appointment>,
    /// What was agreed to, and still stands.
    agreed: Vec<String>,
    site: Site,
    /// Who follows the case: their first name, and where to call them.
    caller: Option<String>,
    phone: Phone,
}

/// A first meeting that is to come.
struct Appointment {
    day: Date,
    resource: String,
    organization: String,
    place: Option<String>,
    contact: Option<String>,
}

impl Paper<'_> {
    fn long(&self, day: &Date) -> String {
        dates::long(*day, self.ui.lang)
    }

    fn step(&self, step: &super::Step) -> String {
        step.sentence(self.w, self.ui.lang)
    }

    /// « Nadia », or the team.
    fn who(&self) -> &str {
        self.caller.as_deref().unwrap_or(&self.site.name)
    }
}

pub(super) async fn show(may: May<RunCaseload>, Path(id): Path<CaseId>, Query(size): Query<Size>) -> Answer {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let case = caseload::visible(&mut tx, may.id(), id).await?.ok_or(Nope::NotFound)?;
    acting.trace(&mut tx, Action::Printed, case.id, case.site_id).await?;
    let paper = paper(&mut tx, &may, &case, size.taille.as_deref() != Some("normale")).await?;
    tx.commit().await?;
    page::show(&paper)
}

async fn paper<'a>(tx: &mut Tx, ui: &'a Ui, case: &Case, is_large: bool) -> Result<Paper<'a>, Nope> {
    let stored = sql::of_case(tx, case.id).await?;
    let site = sites::find(tx, case.site_id).await?.ok_or(Nope::NotFound)?;
    let caller = match case.link_worker {
        Some(account) => sql::caller(tx, account).await?,
        None => None,
    };
    let own_phone = caller.as_ref().and_then(|caller| Phone::parse(caller.phone.as_deref()?));
    let given = consent::of_person(tx, case.person_id).await?;
    let person = person::find(tx, case.person_id).await?.ok_or(Nope::NotFound)?;
    let ties = connection::of_case(tx, case.id).await?;
    Ok(Paper {
        ui,
        w: words(ui.lang),
        heading: Heading::of(tx, case).await?,
        is_large,
        goals: sql::goals(tx, case.id).await?,
        plan: stored.map(|stored| stored.plan).unwrap_or_default(),
        agreed: agreements::told(given, &ties, &person, ui.lang),
        meetings: meetings(ties, ui.today()),
        phone: own_phone.unwrap_or_else(|| site.phone.clone()),
        site,
        caller: caller.map(|caller| caller.name),
    })
}

/// The first meetings that are still to come.
fn meetings(connections: Vec<Connection>, today: Date) -> Vec<Appointment> {
    let mut meetings: Vec<Appointment> = connections
        .into_iter()
        .filter_map(|connection| {
            let (State::Accepted { meeting } | State::Introduced { meeting, .. }) = connection.state else {
                return None;
            };
            let Meeting { on, place, contact } = meeting;
            let day = on.filter(|day| *day >= today)?;
            let (resource, organization) =
                (connection.offer.resource_name, connection.offer.organization_name);
            Some(Appointment { day, resource, organization, place, contact })
        })
        .collect();
    meetings.sort_by_key(|meeting| meeting.day);
    meetings
}
