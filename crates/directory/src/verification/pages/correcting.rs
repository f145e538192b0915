//! The form of one entry: the same for the organization behind its link and for the team after a
//! telephone call.

use askama::Template;
use axum::http::StatusCode;
use platform::db::Tx;
use platform::web::page::{self, Answer};
use platform::web::{Nope, Problems, Ui};

use crate::resource::ResourceRow;
use crate::schedule::WEEK;
use crate::verification::field::Field;
use crate::verification::form::{DAYS, FULL, NO, OPEN, Typed, YES};
use crate::verification::{saying, sql};
use crate::vocabulary::{Coded, Cost, Wheelchair};
use crate::words::{Words, words};
use platform::web::dates;

#[derive(Template)]
#[template(path = "verification/pages/correcting.html")]
pub(super) struct CorrectingPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    frame: Frame,
    name: String,
    /// The days and hours as they are said now.
    when: Option<String>,
    place: Option<String>,
    /// What the source says anew since a correction, field by field.
    disputes: Vec<(String, String)>,
    typed: Typed,
    problems: Problems,
    has_changed: bool,
}

/// What differs between the two who fill it in.
pub(super) struct Frame {
    pub(super) action: String,
    pub(super) back: String,
    /// Whom they may call, and what they read before: the team only.
    pub(super) call: Option<String>,
    pub(super) is_team: bool,
}

/// One choice of a fieldset.
struct Choice {
    code: &'static str,
    label: String,
    is_picked: bool,
}

/// The form: as the entry is said, or as it was typed and what is wrong with it.
pub(super) async fn drawn(
    tx: &mut Tx,
    ui: &Ui,
    row: &ResourceRow,
    frame: Frame,
    again: Option<(Typed, Problems, StatusCode)>,
) -> Answer {
    let resource = row.read()?;
    let (w, today) = (words(ui.lang), ui.today());
    let known = sql::find(tx, &resource.id).await?;
    let source = row.sourced()?;
    let disputed = known.map(|known| known.corrections.disputed(&source)).unwrap_or_default();
    let says = |field: Field| {
        let of_source =
            saying::value(field, &source, today, ui.lang).unwrap_or_else(|| w.verification_unsaid());
        (saying::label(field, w), of_source)
    };
    let (typed, problems, status) = again.unwrap_or_else(|| {
        (Typed::of(&resource, row.changed_version, today), Problems::default(), StatusCode::OK)
    });
    let shown = CorrectingPage {
        ui,
        w,
        frame,
        when: saying::value(Field::Schedule, &resource, today, ui.lang),
        place: saying::value(Field::Place, &resource, today, ui.lang),
        disputes: disputed.into_iter().map(says).collect(),
        name: resource.name,
        typed,
        problems,
        has_changed: status == StatusCode::CONFLICT,
    };
    page::with_status(status, &shown)
}

impl CorrectingPage<'_> {
    /// Each day: the field, its name, and what stands in it.
    fn days(&self) -> Vec<(&'static str, &'static str, String)> {
        let week = DAYS.into_iter().zip(WEEK).zip(self.typed.week());
        week.map(|((field, day), typed)| (field, dates::weekday(day, self.ui.lang), typed)).collect()
    }

    fn rooms(&self) -> Vec<Choice> {
        let w = self.w;
        let room = |code, label| self.choice(code, label, &self.typed.place);
        vec![
            room("", w.verification_room_unknown()),
            room(OPEN, w.verification_room_open()),
            room(FULL, w.verification_room_full()),
        ]
    }

    fn costs(&self) -> Vec<Choice> {
        let coded =
            Cost::all().map(|cost| self.choice(cost.code(), cost.label(self.ui.lang), &self.typed.cout));
        let unknown = self.choice("", self.w.verification_not_known(), &self.typed.cout);
        coded.chain([unknown]).collect()
    }

    fn wheelchairs(&self) -> Vec<Choice> {
        let coded = Wheelchair::all().map(|wheelchair| {
            self.choice(wheelchair.code(), wheelchair.label(self.ui.lang), &self.typed.fauteuil)
        });
        let unknown = self.choice("", self.w.verification_not_known(), &self.typed.fauteuil);
        coded.chain([unknown]).collect()
    }

    fn loops(&self) -> Vec<Choice> {
        let w = self.w;
        let choice = |code, label| self.choice(code, label, &self.typed.boucle);
        vec![
            choice(YES, w.verification_yes()),
            choice(NO, w.verification_no()),
            choice("", w.verification_not_known()),
        ]
    }

    fn choice(&self, code: &'static str, label: String, chosen: &str) -> Choice {
        Choice { code, label, is_picked: code == chosen }
    }

    fn has_waiting_list(&self) -> bool {
        self.typed.liste_attente == YES
    }

    fn yes(&self) -> &'static str {
        YES
    }
}

/// The form again, when what was typed cannot be kept.
pub(super) fn refused(error: Nope) -> Result<StatusCode, Nope> {
    match error {
        Nope::Changed => Ok(StatusCode::CONFLICT),
        other => Err(other),
    }
}
