//! Figures of many: of one team and of a region, out of the tables and out of the sheets of each thirty days.

mod generator;
mod rows;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use care::figures::{self, Cohort, Period};
use clap::Args;
use kernel::id::SiteId;
use platform::db::{Db, Url};
use uuid::Uuid;

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

    /// A PostgreSQL database, or a file of SQLite that stays: empty, or filled by an earlier run and asked again
    #[arg(long)]
    store: Option<String>,
}

/// Times each question is asked of sheets; a fifth as often of tables.
const TIMES: usize = 50;
const TIMES_OF_ALL: usize = 5;

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
    let teams = teams(&db, options).await?;
    let one = teams.get(..1).unwrap_or_default();
    compare(&db, &[("a team", one, TIMES), ("all teams", &teams, TIMES_OF_ALL)]).await
}

/// Those an earlier run has invented, without their sheets; or new ones.
async fn teams(db: &Db, options: &Options) -> Result<Vec<SiteId>, Failure> {
    let mut tx = db.begin().await?;
    let known: Vec<(Uuid,)> = tx.all("SELECT DISTINCT site_id FROM referral ORDER BY site_id", &[]).await?;
    if !known.is_empty() {
        figures::forget(&mut tx).await?;
        tx.commit().await?;
        return Ok(known.into_iter().map(|(id,)| SiteId(id)).collect());
    }
    drop(tx);
    let start = Instant::now();
    let teams = generator::teams(db, options.teams, options.referrals).await?;
    say(&format!("{} referrals written in {}", options.teams * options.referrals, said(start.elapsed())));
    Ok(teams)
}

/// Each question out of the tables, as long as there are no sheets; then out of sheets.
async fn compare(db: &Db, questions: &[(&str, &[SiteId], usize)]) -> Result<(), Failure> {
    let mut plain = Vec::new();
    for (_, teams, times) in questions {
        plain.push(asked(db, teams, times.div_ceil(5)).await?);
    }
    let made = make_sheets(db).await?;
    say(&format!("sheets made in {}", said(made)));
    for ((whose, teams, times), (tables, in_tables)) in questions.iter().zip(plain) {
        let (sheets, in_sheets) = asked(db, teams, *times).await?;
        if in_tables != in_sheets {
            return Err(format!("{whose}: figures of tables and of sheets differ").into());
        }
        let told = |times: &Times| format!("p50 {}, p99 {}", said(times.median()), said(times.p99()));
        say(&format!("{whose}: tables {}; sheets {}", told(&tables), told(&sheets)));
    }
    Ok(())
}

async fn make_sheets(db: &Db) -> Result<Duration, Failure> {
    let start = Instant::now();
    let mut is_more = true;
    while is_more {
        let mut tx = db.begin().await?;
        is_more = figures::refresh(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(start.elapsed())
}

/// How long it takes to count all and every group, and what they are.
async fn asked(db: &Db, teams: &[SiteId], times: usize) -> Result<(Times, String), Failure> {
    let sent = Period { from: generator::FIRST, before: generator::TODAY };
    let cohort = Cohort { sent, seen_before: generator::TODAY };
    let mut taken: Vec<Duration> = Vec::new();
    let mut answer = String::new();
    for _ in 0..times {
        let start = Instant::now();
        let mut tx = db.read().await?;
        let counted = figures::of_sites(&mut tx, teams, cohort).await?;
        let all = counted.all();
        let groups = counted.groups(&all);
        taken.push(start.elapsed());
        answer = format!("{all:?} {groups:?}");
    }
    Ok((Times::sorted(taken), answer))
}
