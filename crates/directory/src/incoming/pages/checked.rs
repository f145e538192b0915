//! What importing would do, or did; « Importer » is here.

use askama::Template;
use kernel::Lang;
use kernel::id::IncomingId;
use platform::audit::{self, Action};
use platform::jobs::Standing;
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Ui, dates, once};
use serde::Deserialize;

use super::{PATH, address, check, found, has_columns};
use crate::exchange::data_inclusion::Counts;
use crate::incoming::findings::{Findings, Line, Said};
use crate::incoming::model::{Incoming, State};
use crate::incoming::{acts, checking, sql};
use crate::words::{Words, words};

/// Lines shown; refused ones can be downloaded.
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
    /// Of the job, while it is being imported.
    standing: Option<Standing>,
}

pub(in crate::incoming) async fn checked(may: May<VerifyDirectory>, Path(id): Path<IncomingId>) -> Answer {
    let incoming = found(&may, id).await?;
    if incoming.state == State::Waiting && checking::awaits_columns(may.app(), &incoming).await? {
        return page::see(&format!("{}/colonnes", address(id)));
    }
    let empty = Findings::default();
    let findings = incoming.findings().unwrap_or(&empty);
    let is_imported = matches!(incoming.state, State::Imported(_));
    let standing = match incoming.state {
        State::Importing(_) => acts::standing(&mut may.app().db().read().await?, id).await?,
        _ => None,
    };
    let (ui, w, action) = (&may.ui, words(may.lang), address(id));
    page::show(&CheckedPage { ui, w, incoming: &incoming, findings, action, is_imported, standing })
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
        "abandonner" => drop_it(&may, id, &decided).await,
        "importer" | "reessayer" => import(&may, id, &decided).await,
        _ => Err(Nope::Unreadable),
    }
}

async fn drop_it(may: &May<VerifyDirectory>, id: IncomingId, decided: &Decided) -> Answer {
    let mut tx = may.app().db().begin().await?;
    // Somebody else may have agreed to it meanwhile, or it may be imported by now.
    if sql::find(&mut tx, id).await?.is_some_and(|incoming| incoming.version != decided.version) {
        return Err(Nope::Changed);
    }
    sql::forget(&mut tx, id).await?;
    tx.commit().await?;
    page::see(PATH)
}

/// Agrees to it, or to its being tried again; a job then does it.
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
    if decided.faire == "reessayer" {
        acts::retry(&mut tx, id, now).await?;
    } else {
        acts::agree(&mut tx, incoming, now).await?;
    }
    audit::note(&mut tx, may.who(), Action::Changed, id, None, now).await?;
    once::commit(tx, &decided.once, Some(may.id()), &address(id), now).await
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

    fn is_importing(&self) -> bool {
        matches!(self.incoming.state, State::Importing(_))
    }

    /// Nobody tries again by itself.
    fn is_given_up(&self) -> bool {
        self.standing.is_some_and(|standing| standing.is_given_up)
    }

    /// When it is tried again, after a try that came to nothing.
    fn again_at(&self) -> Option<String> {
        let standing = self.standing.filter(|standing| standing.tries > 0 && !standing.is_given_up)?;
        Some(dates::moment(standing.run_at.as_second(), self.lang()))
    }

    fn title(&self) -> String {
        match self.incoming.state {
            State::Imported(_) => self.w.incoming_imported_title(),
            State::Importing(_) if self.is_given_up() => self.w.incoming_given_up_title(),
            State::Importing(_) => self.w.incoming_importing_title(),
            State::Waiting => self.w.incoming_checking_title(),
            State::Checked(_) => self.w.incoming_checked_title(),
        }
    }

    fn is_waiting(&self) -> bool {
        self.incoming.state == State::Waiting
    }

    fn is_unchanged(&self) -> bool {
        matches!(self.incoming.state, State::Checked(_))
            && self.findings.failure.is_none()
            && !self.findings.report.changed()
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

    /// Said where the page shows some of them only.
    fn first_of(&self, lines: &[Line], more: u64) -> Option<String> {
        (lines.len() > MOST_SHOWN || more > 0).then(|| self.w.incoming_first_lines(self.shown(lines).len()))
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
