//! Finding in a directory of many resources: our index, plain code, and SQLite's own indexes.

mod fts;
mod generator;
mod http;
mod load;
mod questions;
mod server;
mod text;

use std::hint::black_box;
use std::time::{Duration, Instant};

use clap::Args;
use directory::finder::{Entry, Query, Reference, View};

use crate::Failure;
use crate::report::{self, say};
use crate::timing::{Times, said};
use fts::Fts;
use load::CLIENTS;
use questions::Kind;
pub(crate) use server::{Served, serve};

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// How many resources to invent
    #[arg(long, default_value_t = 200_000)]
    resources: usize,

    /// Only ask the index, this many questions of each kind, without what it is compared with
    #[arg(long, value_name = "COUNT")]
    index_only: Option<usize>,

    /// Only this kind of question, from 1
    #[arg(long, value_name = "NUMBER")]
    question: Option<usize>,
}

/// Questions asked of what is fast.
const MANY: usize = 1_000;
/// Questions asked of plain code, which takes its time.
const FEW: usize = 10;

pub(crate) async fn run(options: &Options) -> Result<(), Failure> {
    let (organizations, resources) = generator::directory(options.resources, 1);
    let entries = generator::entries(&organizations, &resources);
    let start = Instant::now();
    let view = View::of(&entries)?;
    let built = start.elapsed();
    let kinds: Vec<Kind> = match options.question {
        Some(number) => Kind::ALL.into_iter().skip(number.saturating_sub(1)).take(1).collect(),
        None => Kind::ALL.to_vec(),
    };
    if let Some(count) = options.index_only {
        index_only(&view, &kinds, count);
        return Ok(());
    }
    let folder = std::env::temp_dir().join(format!("maillage-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let http = http::measure(&folder, &organizations, &resources).await;
    std::fs::remove_dir_all(&folder)?;
    drop((organizations, resources));
    let questions = in_process(&kinds, &view, entries).await?;
    let text = format!(
        "{questions}\nThe index of the same resources was made in {} by one thread.\n\n\
         | over HTTP, {CLIENTS} clients at once | |\n|---|---|\n{}",
        said(built),
        http?
    );
    say(&text);
    report::keep(&format!("directory {}", options.resources), &text)
}

async fn in_process(kinds: &[Kind], view: &View, entries: Vec<Entry>) -> Result<String, Failure> {
    let fts = Fts::of(&entries).await?;
    let reference = Reference::new(entries);
    let mut table =
        "| question | answers | index p50 | p99 | plain scan p50 | SQLite FTS5 + R*Tree p50 | cost grows |\n\
                     |---|---|---|---|---|---|---|\n"
            .to_owned();
    for kind in kinds.iter().copied() {
        table.push_str(&row(kind, view, &reference, &fts).await?);
    }
    Ok(table)
}

fn index_only(view: &View, kinds: &[Kind], count: usize) {
    for kind in kinds.iter().copied() {
        let times = asked_of_index(kind, view, &questions::questions(kind, count));
        say(&format!("{}: {}, {}", kind.says(), said(times.median()), said(times.p99())));
    }
}

fn asked_of_index(kind: Kind, view: &View, questions: &[Query]) -> Times {
    Times::of(questions, |query| {
        if kind.counts() {
            black_box(view.find_and_count(query));
        } else {
            black_box(view.find(query));
        }
    })
}

async fn row(kind: Kind, view: &View, reference: &Reference, fts: &Fts) -> Result<String, Failure> {
    let questions = questions::questions(kind, MANY);
    let totals: usize = questions.iter().map(|query| view.find(query).total).sum();
    let index = asked_of_index(kind, view, &questions);
    let few = questions.get(..FEW).unwrap_or_default();
    if let Some(query) = few.iter().find(|query| view.find(query) != reference.find(query)) {
        return Err(format!("the index and plain code disagree about {query:?}").into());
    }
    let scan = Times::of(few, |query| {
        black_box(reference.find(query));
    });
    let sqlite = asked_of_sqlite(kind, &questions, fts).await?;
    Ok(format!(
        "| {} | {} | {} | {} | {} | {} | {} |\n",
        kind.says(),
        totals / questions.len(),
        said(index.median()),
        said(index.p99()),
        said(scan.median()),
        sqlite.map_or_else(|| "–".to_owned(), |times| said(times.median())),
        kind.grows(),
    ))
}

async fn asked_of_sqlite(kind: Kind, questions: &[Query], fts: &Fts) -> Result<Option<Times>, Failure> {
    let mut times: Vec<Duration> = Vec::new();
    for query in questions.iter().take(MANY / 4) {
        let start = Instant::now();
        match kind {
            Kind::Exchange => black_box(fts.exchange(query).await?),
            Kind::WordInLists | Kind::WordAndCounts => black_box(fts.word(query).await?),
            _ => return Ok(None),
        };
        times.push(start.elapsed());
    }
    Ok(Some(Times::sorted(times)))
}
