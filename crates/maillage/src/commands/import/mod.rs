//! `maillage import`: another directory's entries, row by row; a calendar as a schedule.

mod calendar;
mod table;

use std::path::{Path, PathBuf};

use directory::exchange::data_inclusion::{
    Event, File, ImportError, Notice, Refused, Report, Source, SourceError, import,
};
use directory::exchange::reading::{Mapping, Reads};
use indicatif::{ProgressBar, ProgressStyle};
use kernel::{Clock, Lang};
use platform::app::App;
use platform::db::Db;

use super::duplicates;
use crate::settings::Place;
use crate::words::{Words, words};
use crate::{Failure, demo, out, wiring};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    DataInclusion(Box<Args>),
    Table(Box<table::Args>),
    Calendar(Box<calendar::Args>),
}

#[derive(Debug, clap::Args)]
#[group(id = "files", required = true, multiple = true)]
pub(super) struct Files {
    #[arg(long, value_name = "FILE")]
    structures: Option<PathBuf>,

    #[arg(long, value_name = "FILE")]
    services: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    files: Files,

    #[arg(long, value_name = "NAME")]
    source: Option<String>,

    #[command(flatten)]
    place: Place,
}

pub(super) async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::DataInclusion(args) => import_files(*args).await,
        Command::Table(args) => table::run(*args).await,
        Command::Calendar(args) => calendar::run(*args).await,
    }
}

async fn import_files(args: Args) -> Result<(), Failure> {
    let Files { structures, services } = args.files;
    let mapping = args.source.map(|source| Mapping::of_source(&source, Reads::Activities));
    let open = |file, path: &Option<PathBuf>| -> Result<Source, Failure> {
        let Some(path) = path else { return Ok(Source::nothing()) };
        let source = Source::open(path).map_err(|error| unread(file, path, &error))?;
        Ok(match &mapping {
            Some(mapping) => source.mapped(mapping.clone()),
            None => source,
        })
    };
    let sources = (open(File::Structures, &structures)?, open(File::Services, &services)?);
    let place = args.place.with_file()?;
    out::say(words(out::lang()).cli_store(place.spoken()));
    let app = open_place(&place).await?;
    let paths = (structures.unwrap_or_default(), services.unwrap_or_default());
    lay(&app, sources, (&paths.0, &paths.1)).await
}

/// Imports, looks for duplicates, tells what came of it, and closes the store.
async fn lay(app: &App, sources: (Source, Source), paths: (&Path, &Path)) -> Result<(), Failure> {
    let lang = out::lang();
    let mut teller = Teller::new(lang);
    let imported = import(app.db(), app.clock().now(), sources, &mut |event| teller.hear(&event)).await;
    teller.bar.finish_and_clear();
    let is_another = matches!(&imported, Ok(report) if report.changed());
    let searched = if is_another { Some(duplicates::search(app.db()).await) } else { None };
    app.db().close().await;
    match imported {
        Ok(report) => {
            let found = searched.as_ref().and_then(|searched| searched.as_ref().ok());
            summarise(&report, found.map_or(0, |found| found.proposed + found.renewed), words(lang));
            // What was imported stays, and was told.
            searched.transpose()?;
        }
        Err(ImportError::Source { file: file @ File::Structures, error }) => {
            return Err(unread(file, paths.0, &error));
        }
        Err(ImportError::Source { file, error }) => return Err(unread(file, paths.1, &error)),
        Err(ImportError::Store(error)) => return Err(error.into()),
    }
    Ok(())
}

/// The store, made when it is not there yet, with the clock of whoever lives in it.
pub(super) async fn open_place(place: &Place) -> Result<App, Failure> {
    if let Some(folder) = place.file().as_deref().and_then(Path::parent) {
        std::fs::create_dir_all(folder)
            .map_err(|error| Failure::Folder { path: folder.to_owned(), error })?;
    }
    let settings = platform::app::Settings {
        public_url: String::new(),
        mail_from: String::new(),
        pictures_from: None,
        anchor_to: None,
        anchor_file: None,
        second_step: Vec::new(),
        visitor_forms: platform::app::USUAL_VISITOR_FORMS,
        kept: platform::kept::Months::default(),
        erased_file: None,
        servers: platform::app::Servers::default(),
        demo: false,
    };
    let app = wiring::build(Db::open(&place.store()?).await?, Clock::shifted(0), settings).await?;
    demo::catch_up(&app).await?;
    Ok(app)
}

/// Shows how far the reading is, every refused row, and every place that is doubted.
struct Teller {
    bar: ProgressBar,
    file: Option<File>,
    lang: Lang,
}

impl Teller {
    fn new(lang: Lang) -> Teller {
        let bar = ProgressBar::no_length();
        if let Ok(style) = ProgressStyle::with_template("{msg:<12} {wide_bar} {percent:>3} %") {
            bar.set_style(style);
        }
        Teller { bar, file: None, lang }
    }

    fn hear(&mut self, event: &Event<'_>) {
        match event {
            Event::Read { file, bytes, of } => self.advance(*file, *bytes, *of),
            Event::Refused { file, row } => {
                let line = refused(*file, row, self.lang);
                self.bar.suspend(|| out::say(line));
            }
            Event::Noticed {
                file,
                line,
                id,
                notice: notice @ (Notice::FarFromCommune { .. } | Notice::Swapped),
            } => {
                let w = words(self.lang);
                let notice = notice.say(self.lang);
                let said = w.cli_import_flagged(name(*file, w), line.to_string(), *id, notice);
                self.bar.suspend(|| out::say(said));
            }
            Event::Remarked { file, remark } => {
                let said = format!("{}: {}", name(*file, words(self.lang)), remark.say(self.lang));
                self.bar.suspend(|| out::say(said));
            }
            // Smaller oddities: a final full stop, a commune or coordinates that do not exist.
            Event::Noticed { .. } => {}
        }
    }

    fn advance(&mut self, file: File, bytes: u64, of: u64) {
        if self.file != Some(file) {
            self.file = Some(file);
            self.bar.set_length(of);
            self.bar.set_message(name(file, words(self.lang)));
        }
        self.bar.set_position(bytes);
    }
}

fn refused(file: File, row: &Refused, lang: Lang) -> String {
    let w = words(lang);
    let reasons: Vec<String> = row.reasons.iter().map(|reason| reason.say(lang)).collect();
    let id = row.id.clone().unwrap_or_else(|| w.cli_import_no_id());
    w.cli_import_refused(name(file, w), row.line.to_string(), id, reasons.join(", "))
}

/// The last two lines are the same in every language: scripts read them.
fn summarise(report: &Report, duplicates: usize, w: &Words) {
    if !report.changed() {
        out::say(w.cli_import_unchanged());
    }
    let both = [report.structures, report.services];
    let gone: u64 = both.iter().map(|counts| counts.gone).sum();
    let flagged: u64 = both.iter().map(|counts| counts.flagged).sum();
    if gone + flagged > 0 {
        out::say(w.cli_import_more(gone.to_string(), flagged.to_string()));
    }
    if duplicates > 0 {
        out::say(w.cli_duplicates(duplicates.to_string()));
    }
    for (file, counts) in [(File::Structures, report.structures), (File::Services, report.services)] {
        if counts.unnamed > 0 {
            out::say(w.cli_import_spared(name(file, w)));
        }
    }
    out::say(format!("structures: {}", report.structures));
    out::say(format!("services: {}", report.services));
}

fn unread(file: File, path: &Path, error: &SourceError) -> Failure {
    let lang = out::lang();
    let w = words(lang);
    Failure::Import(w.cli_import_failed(name(file, w), path.display().to_string(), error.say(lang)))
}

fn name(file: File, w: &Words) -> String {
    match file {
        File::Structures => w.cli_import_structures(),
        File::Services => w.cli_import_services(),
    }
}
