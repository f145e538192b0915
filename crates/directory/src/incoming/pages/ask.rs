//! « Importer »: what somebody brings, and what waits already.

use askama::Template;
use kernel::id::IncomingId;
use platform::audit::{self, Action};
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Problems, Ui, Upload, dates, once};

use super::{PATH, address, check};
use crate::exchange::reading::{Mapping, Reads};
use crate::incoming::model::{Incoming, Part, State};
use crate::incoming::upload::{self, Brought};
use crate::incoming::{acts, sql};
use crate::vocabulary::Coded;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "incoming/pages/ask.html")]
struct AskPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    source: String,
    reads: Option<Reads>,
    kept: Vec<Kept>,
    problems: Problems,
}

/// Something brought before.
struct Kept {
    href: String,
    day: String,
    source: String,
    state: String,
}

pub(in crate::incoming) async fn ask(may: May<VerifyDirectory>) -> Answer {
    let kept = kept(&may).await?;
    let (ui, w, problems) = (&may.ui, words(may.lang), Problems::default());
    page::show(&AskPage { ui, w, source: String::new(), reads: None, kept, problems })
}

pub(in crate::incoming) async fn bring(may: May<VerifyDirectory>, upload: Upload) -> Answer {
    let upload = Brought::of(upload);
    let mut problems = Problems::default();
    let incoming = read(&upload, &may, &mut problems);
    if !problems.is_empty() {
        let (kept, reads) = (kept(&may).await?, Reads::from_code(&upload.reads));
        let (ui, w, source) = (&may.ui, words(may.lang), upload.source);
        return page::with_problems(&AskPage { ui, w, source, reads, kept, problems });
    }
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &upload.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    acts::bring(&mut tx, &incoming, upload.files).await?;
    audit::note(&mut tx, may.who(), Action::Created, incoming.id, None, incoming.at).await?;
    let led = once::commit(tx, &upload.once, Some(may.id()), &address(incoming.id), incoming.at).await?;
    check(&may, incoming).await?;
    Ok(led)
}

fn read(upload: &Brought, may: &May<VerifyDirectory>, problems: &mut Problems) -> Incoming {
    let w = words(may.lang);
    let is_table = upload.file(Part::Table);
    let is_pair = upload.file(Part::Structures) || upload.file(Part::Services);
    if is_table == is_pair {
        let said = if is_table { w.incoming_both() } else { w.incoming_no_file() };
        problems.add("table", said);
    }
    let source = Mapping::of_source(&upload.source, Reads::Activities).source;
    if is_table && source.is_empty() {
        problems.add("source", w.incoming_no_source());
    }
    let reads = Reads::from_code(&upload.reads);
    if is_table && reads.is_none() {
        problems.add("lignes", w.incoming_no_reads());
    }
    Incoming {
        id: IncomingId::new(),
        by: may.id(),
        at: may.app().clock().now(),
        source,
        reads: reads.filter(|_| is_table),
        state: State::Waiting,
        version: 1,
    }
}

async fn kept(may: &May<VerifyDirectory>) -> Result<Vec<Kept>, Nope> {
    let latest = sql::latest(&mut may.app().db().read().await?).await?;
    Ok(latest.iter().map(|incoming| row(incoming, may)).collect())
}

fn row(incoming: &Incoming, may: &May<VerifyDirectory>) -> Kept {
    let w = words(may.lang);
    Kept {
        href: address(incoming.id),
        day: dates::day_of(incoming.at.as_second(), may.lang),
        source: match incoming.source.as_str() {
            "" => w.incoming_files(),
            source => source.to_owned(),
        },
        state: match &incoming.state {
            State::Waiting => w.incoming_state_waiting(),
            State::Checked(_) => w.incoming_state_checked(),
            State::Importing(_) => w.incoming_state_importing(),
            State::Imported(_) => w.incoming_state_imported(),
        },
    }
}

impl AskPage<'_> {
    fn choices(&self) -> Vec<(&'static str, String, bool)> {
        let label = |reads| match reads {
            Reads::Activities => self.w.incoming_reads_activities(),
            Reads::Organizations => self.w.incoming_reads_organizations(),
        };
        let all = [Reads::Activities, Reads::Organizations];
        all.map(|reads| (reads.code(), label(reads), self.reads == Some(reads))).into()
    }

    fn largest(&self) -> i64 {
        i64::try_from(upload::LARGEST >> 20).unwrap_or_default()
    }

    fn action(&self) -> &'static str {
        PATH
    }
}
