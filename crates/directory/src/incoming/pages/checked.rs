//! What importing would do, or did; « Importer » is here.

use askama::Template;
use kernel::Lang;
use kernel::id::IncomingId;
use platform::audit::{self, Action};
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Ui, once};
use serde::Deserialize;

use super::{PATH, address, check, found, has_columns, refused};
use crate::exchange::data_inclusion::Counts;
use crate::incoming::findings::{Findings, Line, Said};
use crate::incoming::model::{Incoming, State};
use crate::incoming::{acts, sql};
use crate::words::{Words, words};

/// Lines shown; all can be downloaded.
const MOST_SHOWN: usize = 100;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::incoming) struct Decided {
    once: String,
    version: i64,
    faire: String,
}

#[derive(Template)]
#[template(path = "incoming/pages/checked.html")]
struct CheckedPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    incoming: &'a Incoming,
    findings: &'a Findings,
    action: String,
    is_imported: bool,
}

pub(in crate::incoming) async fn checked(may: May<VerifyDirectory>, Path(id): Path<IncomingId>) -> Answer {
    let incoming = found(&may, id).await?;
    if incoming.state == State::Waiting && incoming.reads.is_some() {
        return page::see(&format!("{}/colonnes", address(id)));
    }
    let empty = Findings::default();
    let findings = incoming.findings().unwrap_or(&empty);
    let is_imported = matches!(incoming.state, State::Imported(_));
    let (ui, w, action) = (&may.ui, words(may.lang), address(id));
    page::show(&CheckedPage { ui, w, incoming: &incoming, findings, action, is_imported })
}

pub(in crate::incoming) async fn decide(
    may: May<VerifyDirectory>,
    Path(id): Path<IncomingId>,
    Form(decided): Form<Decided>,
) -> Answer {
    match decided.faire.as_str() {
        "verifier" => {
            check(&may, found(&may, id).await?).await?;
            page::see(&address(id))
        }
        "abandonner" => {
            let mut tx = may.app().db().begin().await?;
            sql::forget(&mut tx, id).await?;
            tx.commit().await?;
            page::see(PATH)
        }
        "importer" => import(&may, id, &decided).await,
        _ => Err(Nope::Unreadable),
    }
}

async fn import(may: &May<VerifyDirectory>, id: IncomingId, decided: &Decided) -> Answer {
    let now = may.app().clock().now();
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &decided.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let incoming = sql::find(&mut tx, id).await?.ok_or(Nope::NotFound)?;
    if incoming.version != decided.version {
        return Err(Nope::Changed);
    }
    // Before anything is written: what was not looked at is not imported.
    incoming.clone().imported(Findings::default()).map_err(refused)?;
    let mapping = acts::mapping_of(&mut tx, &incoming).await?;
    let findings = acts::import(&mut tx, may.app(), &incoming, mapping).await?;
    if findings.failure.is_some() {
        return Err(Nope::Changed);
    }
    let imported = incoming.imported(findings).map_err(refused)?;
    if !sql::step(&mut tx, &imported).await? {
        return Err(Nope::Changed);
    }
    audit::note(&mut tx, may.who(), Action::Changed, id, None, now).await?;
    let led = once::commit(tx, &decided.once, Some(may.id()), &address(id), now).await?;
    acts::look_for_duplicates(may.app());
    Ok(led)
}

impl CheckedPage<'_> {
    /// Rows of the table of counts: a file and its numbers.
    fn files(&self) -> [(String, Counts); 2] {
        let report = self.findings.report;
        [(self.w.incoming_structures(), report.structures), (self.w.incoming_services(), report.services)]
    }

    fn may_import(&self) -> bool {
        matches!(self.incoming.state, State::Checked(_))
            && self.findings.failure.is_none()
            && self.findings.report.changed()
    }

    fn is_waiting(&self) -> bool {
        self.incoming.state == State::Waiting
    }

    fn is_unchanged(&self) -> bool {
        !self.is_imported && self.findings.failure.is_none() && !self.findings.report.changed()
    }

    /// Whether a row was refused that nobody can tell the entry of: then nothing of its file goes.
    fn spares(&self) -> bool {
        let report = self.findings.report;
        report.structures.unnamed + report.services.unnamed > 0
    }

    fn may_match(&self) -> bool {
        has_columns(self.incoming)
    }

    fn shown<'l>(&self, lines: &'l [Line]) -> &'l [Line] {
        lines.get(..MOST_SHOWN).unwrap_or(lines)
    }

    fn total(&self, lines: &[Line], more: u64) -> i64 {
        i64::try_from(lines.len()).unwrap_or(i64::MAX).saturating_add_unsigned(more)
    }

    fn head(&self, line: &Line) -> String {
        let file = if line.of_structures { self.w.incoming_structures() } else { self.w.incoming_services() };
        let place = self.w.incoming_line(file, line.line.to_string());
        match &line.id {
            Some(id) => format!("{place} · {id}"),
            None => place,
        }
    }

    fn said<'s>(&self, said: &'s Said) -> &'s str {
        said.text(self.lang())
    }

    fn lang(&self) -> Lang {
        self.ui.lang
    }
}
