//! `/etudes/{study}/deroulement`: who came how far, drawn and as a table.

use askama::Template;
use kernel::id::StudyId;
use platform::audit::Action;
use platform::web::may::{May, ReadFigures};
use platform::web::page::{self, Answer};
use platform::web::{Path, Ui};

use crate::act::Acting;
use crate::study::access::Opened;
use crate::study::flow::{Drawing, Flow};
use crate::study::following;
use crate::study::model::Study;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "study/pages/flow.html")]
struct FlowPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    study: Study,
    drawing: Drawing,
    /// Everybody, then each arm.
    groups: Vec<Group>,
}

/// The steps of a group, each with its number.
struct Group {
    name: String,
    steps: Vec<(String, i64)>,
}

pub(super) async fn show(may: May<ReadFigures>, Path(id): Path<StudyId>) -> Answer {
    let (acting, w) = (Acting::by(&may), words(may.lang));
    let mut tx = may.app().db().begin().await?;
    let opened = Opened::by(&mut tx, &may, id).await?;
    let participants = following::of_study(&mut tx, &opened.study).await?;
    let flow = Flow::of(&mut tx, &opened.study, &participants, may.today()).await?;
    acting.trace(&mut tx, Action::Read, id, may.site()?).await?;
    tx.commit().await?;
    let (drawing, groups) = (Drawing::of(&flow, w), groups(flow.lines(w)));
    page::show(&FlowPage { ui: &may.ui, w, study: opened.study, drawing, groups })
}

fn groups(lines: Vec<(String, String, i64)>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (step, name, persons) in lines {
        match groups.last_mut().filter(|group| group.name == name) {
            Some(group) => group.steps.push((step, persons)),
            None => groups.push(Group { name, steps: vec![(step, persons)] }),
        }
    }
    groups
}
