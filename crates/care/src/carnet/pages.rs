//! `/personnes/{case}/carnet`.

use askama::Template;
use directory::Sketch;
use directory::gazetteer::Gazetteer;
use kernel::id::CaseId;
use platform::db::Tx;
use platform::paper::{Filled, Kind, Letters, Picture, Wanted};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Query, Ui};
use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::outing::{self, Outing};
use crate::act::Acting;
use crate::caseload::acts::open_to_print;
use crate::caseload::{Caller, Case};
use crate::heading::Heading;
use crate::words::{Words, words};
use crate::{connection, person};

const PAPER: Kind = Kind { template: include_str!("carnet.typ"), file: "carnet.pdf" };
/// Of letters on a map, in its own units: nine points on paper, sixteen in large print.
const LETTERS: u32 = 11;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    taille: String,
}

#[derive(Template)]
#[template(path = "carnet/page.html")]
struct Carnet<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    is_large: bool,
    /// None for somebody discreet: whoever finds it learns nothing of them.
    name: Option<String>,
    outings: Vec<Outing>,
    caller: Caller,
}

pub(super) async fn show(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let carnet = opened(&may, id).await?;
    let is_large = Letters::of_address(&asked.taille) == Letters::Large;
    page::show(&Carnet { is_large, ..carnet })
}

pub(super) async fn file(may: May<RunCaseload>, wanted: Wanted, Path(id): Path<CaseId>) -> Answer {
    let carnet = opened(&may, id).await?;
    let filled = Filled { title: carnet.w.carnet_title(), data: carnet.data(), pictures: carnet.pictures() };
    wanted.handed(&PAPER, filled, &may.ui).await
}

async fn opened(may: &May<RunCaseload>, id: CaseId) -> Result<Carnet<'_>, Nope> {
    let mut tx = may.app().db().begin().await?;
    let case = open_to_print(&mut tx, &Acting::by(may), id).await?;
    let carnet = Carnet::of(&mut tx, may, &case).await?;
    tx.commit().await?;
    Ok(carnet)
}

impl<'a> Carnet<'a> {
    async fn of(tx: &mut Tx, ui: &'a Ui, case: &Case) -> Result<Carnet<'a>, Nope> {
        let person = person::find(tx, case.person_id).await?.ok_or(Nope::NotFound)?;
        let ties = connection::of_case(tx, case.id).await?;
        Ok(Carnet {
            ui,
            w: words(ui.lang),
            heading: Heading::of(tx, case).await?,
            is_large: false,
            outings: outing::of_ties(tx, &ties, Gazetteer::load().get(&person.commune), ui).await?,
            name: (!person.discreet).then(|| person.addressed()),
            caller: Caller::of(tx, case).await?,
        })
    }

    fn here(&self) -> String {
        format!("/personnes/{}/carnet", self.heading.case)
    }

    fn is_discreet(&self) -> bool {
        self.name.is_none()
    }

    /// Of somebody discreet, a first name and a number say enough to whoever holds the carnet.
    fn who(&self) -> Option<String> {
        if self.is_discreet() {
            self.caller.first_name().map(str::to_owned)
        } else {
            Some(self.caller.at_team())
        }
    }

    /// Outings that have a next time.
    fn appointments(&self) -> Vec<(&str, &Outing)> {
        let dated =
            self.outings.iter().filter_map(|outing| Some((outing.next.as_ref()?.said.as_str(), outing)));
        dated.collect()
    }

    fn legend(&self) -> Option<String> {
        let has_map = self.outings.iter().any(|outing| outing.map.is_some());
        has_map.then(|| Sketch::legend(self.ui.lang))
    }

    fn data(&self) -> Json {
        let w = self.w;
        let appointment = |(day, outing): (&str, &Outing)| json!({ "day": day, "at": outing.at() });
        let place = |(number, outing): (usize, &Outing)| {
            let facts = outing.facts.iter().map(|fact| json!({ "label": fact.label, "text": fact.text }));
            json!({
                "name": outing.name,
                "organization": outing.organization,
                "facts": facts.collect::<Vec<_>>(),
                "map": outing.map.as_ref().map(|map| json!({ "name": map_name(number), "alt": map.alt() })),
            })
        };
        json!({
            "title": w.carnet_title(),
            "name": self.name,
            "call": { "title": w.carnet_call(), "who": self.who(), "phone": self.caller.phone.spoken() },
            "appointments": {
                "title": w.carnet_appointments(),
                "none": w.carnet_no_appointment(),
                "items": self.appointments().into_iter().map(appointment).collect::<Vec<_>>(),
                "check": w.carnet_check(),
            },
            "places": {
                "title": w.carnet_places(),
                "legend": self.legend(),
                "items": self.outings.iter().enumerate().map(place).collect::<Vec<_>>(),
            },
            "notes": w.carnet_notes(),
        })
    }

    fn pictures(&self) -> Vec<Picture> {
        let maps = self.outings.iter().enumerate();
        let drawn = |(number, outing): (usize, &Outing)| {
            Some(Picture { name: map_name(number), svg: outing.map.as_ref()?.svg(LETTERS) })
        };
        maps.filter_map(drawn).collect()
    }
}

fn map_name(number: usize) -> String {
    format!("map-{number}")
}
