//! Figures of many: one team's own days, and a region's quarters, against the plain query.

mod generator;
mod rows;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use care::figures::{self, Cohort, Period};
use clap::Args;
use kernel::id::SiteId;
use platform::db::{Db, Url};

use crate::Failure;
use crate::report::say;
use crate::timing::{Times, said};

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// How many teams to invent
    #[arg(long, default_value_t = 100)]
    teams: usize,

    /// Referrals of each, over three years
    #[arg(long, default_value_t = 10_000)]
    referrals: usize,

    /// An empty PostgreSQL database; without it, a file of SQLite
    #[arg(long)]
    store: Option<String>,
}

/// Times each question is asked.
const TIMES: usize = 20;

pub(crate) async fn run(options: &Options) -> Result<(), Failure> {
    let folder = std::env::temp_dir().join(format!("maillage-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let done = measured(options, folder.join("store.db")).await;
    std::fs::remove_dir_all(&folder)?;
    done
}

async fn measured(options: &Options, file: PathBuf) -> Result<(), Failure> {
    let url = options.store.as_deref().map_or_else(|| Ok(Url::sqlite_file(&file)), Url::parse)?;
    let db = Db::open(&url).await?;
    db.migrate(&[platform::module().migrations, directory::module().migrations, &care::MIGRATIONS]).await?;
    let start = Instant::now();
    let teams = generator::teams(&db, options.teams, options.referrals).await?;
    say(&format!("{} referrals written in {}", options.teams * options.referrals, said(start.elapsed())));
    let one = asked(&db, teams.get(..1).unwrap_or_default()).await?;
    say(&format!(
        "one team, {} referrals: p50 {}, p99 {}",
        options.referrals,
        said(one.median()),
        said(one.p99())
    ));
    Ok(())
}

async fn asked(db: &Db, teams: &[SiteId]) -> Result<Times, Failure> {
    let sent = Period { from: generator::FIRST, before: generator::TODAY };
    let cohort = Cohort { sent, seen_before: generator::TODAY };
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..TIMES {
        let start = Instant::now();
        let mut tx = db.read().await?;
        let counted = figures::of_sites(&mut tx, teams, cohort).await?;
        let found = start.elapsed();
        let all = counted.all();
        let counted_in = start.elapsed();
        std::hint::black_box(counted.groups(&all));
        say(&format!("read {} counted {} grouped {}", said(found), said(counted_in), said(start.elapsed())));
        times.push(start.elapsed());
    }
    Ok(Times::sorted(times))
}
