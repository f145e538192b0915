//! Finding in a directory of many resources: our index, plain code, and SQLite's own indexes.

mod fts;
mod generator;
mod questions;
mod text;

use std::hint::black_box;
use std::time::{Duration, Instant};

use clap::Args;
use directory::finder::{Entry, Query, Reference, View};

use crate::Failure;
use crate::report::say;
use crate::timing::{Times, said};
use fts::Fts;
use questions::Kind;

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// How many resources to invent
    #[arg(long, default_value_t = 200_000)]
    resources: usize,
}

#[derive(Debug, Args)]
pub(crate) struct Served {}

pub(crate) async fn serve(_: &Served) -> Result<(), Failure> {
    Ok(())
}

/// Questions asked of what is fast.
const MANY: usize = 1_000;
/// Questions asked of plain code, which takes its time.
const FEW: usize = 10;

pub(crate) async fn run(options: &Options) -> Result<(), Failure> {
    let (organizations, resources) = generator::directory(options.resources, 1);
    let entries = generator::entries(&organizations, &resources);
    drop((organizations, resources));
    say(&format!("{} resources", entries.len()));
    let start = Instant::now();
    let view = View::of(&entries)?;
    say(&format!("index built in {}", said(start.elapsed())));
    let fts = Fts::of(&entries).await?;
    let reference = Reference::new(entries.clone());
    say("| question | rows | index p50 | p99 | plain scan p50 | SQLite p50 |");
    say("|---|---|---|---|---|---|");
    for kind in Kind::ALL {
        row(kind, &view, &reference, &fts).await?;
    }
    Ok(())
}

async fn row(kind: Kind, view: &View, reference: &Reference, fts: &Fts) -> Result<(), Failure> {
    let questions = questions::questions(kind, MANY);
    let totals: usize = questions.iter().map(|query| view.find(query).total).sum();
    let index = Times::of(&questions, |query| {
        if kind.counts() {
            black_box(view.find_and_count(query));
        } else {
            black_box(view.find(query));
        }
    });
    let few = questions.get(..FEW).unwrap_or_default();
    for query in few {
        assert_eq!(view.find(query), reference.find(query), "the index and plain code disagree");
    }
    let scan = Times::of(few, |query| {
        black_box(reference.find(query));
    });
    let sqlite = asked_of_sqlite(kind, &questions, fts).await?;
    say(&format!(
        "| {} | {} | {} | {} | {} | {} |",
        kind.says(),
        totals / questions.len(),
        said(index.median()),
        said(index.p99()),
        said(scan.median()),
        sqlite.map_or_else(|| "–".to_owned(), |times| said(times.median())),
    ));
    Ok(())
}

async fn asked_of_sqlite(kind: Kind, questions: &[Query], fts: &Fts) -> Result<Option<Times>, Failure> {
    let mut times: Vec<Duration> = Vec::new();
    for query in questions.iter().take(MANY / 4) {
        let start = Instant::now();
        match kind {
            Kind::Exchange => black_box(fts.exchange(query).await?),
            Kind::WordAndCounts => black_box(fts.word(query).await?),
            _ => return Ok(None),
        };
        times.push(start.elapsed());
    }
    Ok(Some(Times::sorted(times)))
}

#[expect(unused, reason = "kept for the server's measurements")]
fn unused(_: &[Entry]) {}
