//! The form of one entry: the same for the organization behind its link and for the team after a
//! telephone call.

use askama::Template;
use axum::http::StatusCode;
use platform::db::Tx;
use platform::web::page::{self, Answer};
use platform::web::{Nope, Problems, Ui};

use super::dispute::{Dispute, disputes};
use crate::resource::{Resource, ResourceRow};
use crate::verification::field::Field;
use crate::verification::form::{FULL, NO, OPEN, Typed, YES};
use crate::verification::{saying, sql};
use crate::vocabulary::{Coded, Cost, Format, Language, Public, Wheelchair};
use crate::words::{Words, words};

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
    disputes: Vec<Dispute>,
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
struct Choice<'a> {
    code: &'a str,
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
    let value = |field: Field, of: &Resource| saying::value(field, of, today, ui.lang);
    let (typed, problems, status) = again.unwrap_or_else(|| {
        (Typed::of(&resource, row.changed_version, today), Problems::default(), StatusCode::OK)
    });
    let shown = CorrectingPage {
        ui,
        w,
        frame,
        when: saying::value(Field::Schedule, &resource, today, ui.lang),
        place: saying::value(Field::Place, &resource, today, ui.lang),
        disputes: disputes(ui, disputed, (&resource, &source), value, &typed.suivre),
        name: resource.name,
        typed,
        problems,
        has_changed: status == StatusCode::CONFLICT,
    };
    page::with_status(status, &shown)
}

impl CorrectingPage<'_> {
    fn days(&self) -> Vec<(&'static str, &'static str, &str)> {
        self.typed.semaine.days(self.ui.lang)
    }

    fn rooms(&self) -> Vec<Choice<'_>> {
        let w = self.w;
        let room = |code, label| self.choice(code, label, &self.typed.place);
        vec![
            room("", w.verification_room_unknown()),
            room(OPEN, w.verification_room_open()),
            room(FULL, w.verification_room_full()),
        ]
    }

    fn costs(&self) -> Vec<Choice<'_>> {
        let coded =
            Cost::all().map(|cost| self.choice(cost.code(), cost.label(self.ui.lang), &self.typed.cout));
        let unknown = self.choice("", self.w.verification_not_known(), &self.typed.cout);
        coded.chain([unknown]).collect()
    }

    fn wheelchairs(&self) -> Vec<Choice<'_>> {
        let coded = Wheelchair::all().map(|wheelchair| {
            self.choice(wheelchair.code(), wheelchair.label(self.ui.lang), &self.typed.fauteuil)
        });
        let unknown = self.choice("", self.w.verification_not_known(), &self.typed.fauteuil);
        coded.chain([unknown]).collect()
    }

    fn loops(&self) -> Vec<Choice<'_>> {
        let w = self.w;
        let choice = |code, label| self.choice(code, label, &self.typed.boucle);
        vec![
            choice(YES, w.verification_yes()),
            choice(NO, w.verification_no()),
            choice("", w.verification_not_known()),
        ]
    }

    fn publics(&self) -> Vec<Choice<'_>> {
        let is_picked = |code: &str| self.typed.publics.iter().any(|typed| typed == code);
        let choice = |public: Public| {
            let code = public.code();
            Choice { code, label: public.label(self.ui.lang), is_picked: is_picked(code) }
        };
        Public::all().map(choice).collect()
    }

    /// Those that have a name, then those without one that are said already.
    fn languages(&self) -> Vec<Choice<'_>> {
        let typed = || self.typed.langues.iter().map(String::as_str);
        let unnamed = typed().filter(|code| !Language::NAMED.contains(code));
        let choice = |language: Language, code| Choice {
            code,
            label: language.label(self.ui.lang),
            is_picked: typed().any(|one| one == code),
        };
        let codes = Language::NAMED.into_iter().chain(unnamed);
        codes.filter_map(|code| Some(choice(Language::parse(code)?, code))).collect()
    }

    fn formats(&self) -> Vec<Choice<'_>> {
        let coded =
            Format::all().map(|form| self.choice(form.code(), form.label(self.ui.lang), &self.typed.forme));
        let unknown = self.choice("", self.w.verification_not_known(), &self.typed.forme);
        coded.chain([unknown]).collect()
    }

    fn is_accompanied(&self) -> bool {
        self.typed.accueil == YES
    }

    fn choice(&self, code: &'static str, label: String, chosen: &str) -> Choice<'static> {
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
