//! The directory over HTTP: start, memory, and how many requests a second.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::Instant;

use directory::exchange::data_inclusion::{Service, Source, Structure, import};
use directory::organization::Organization;
use directory::resource::Resource;
use directory::vocabulary::Coded;
use kernel::Clock;
use serde::Serialize;

use super::load::{Load, load};
use super::questions::{Kind, questions};
use super::server::{Server, open};
use crate::Failure;
use crate::timing::said;

/// Paths asked in turn.
const PATHS: usize = 1_000;

/// Imports the directory into a store of its own, and measures servers of it.
pub(super) async fn measure(
    folder: &Path,
    organizations: &[Organization],
    resources: &[Resource],
) -> Result<String, Failure> {
    let start = Instant::now();
    import_all(folder, organizations, resources).await?;
    let imported = start.elapsed();
    let first = Server::start(folder)?;
    let made_in = first.started_in;
    wait_for(&folder.join("store.index"))?;
    wait_for(&folder.join("store.answers"))?;
    drop(first);

    let server = Server::start(folder)?;
    let exchange = load(server.address, &exchange_paths())?;
    let pages = load(server.address, &page_paths())?;
    let tiles = [6, 10, 13].map(|zoom| load(server.address, &tile_paths(zoom)));
    let memory = server.memory()?;
    let ceiling = load(server.address, &["/hello".to_owned()])?;
    let mut table = String::new();
    let mut line = |name: &str, figure: String| writeln!(table, "| {name} | {figure} |");
    line("import of the two files, with every check", said(imported))?;
    line("start without a saved index, until the first answer", said(made_in))?;
    line("start with a saved index, until the first answer", said(server.started_in))?;
    line(
        "size of the saved index",
        format!("{} MB", std::fs::metadata(folder.join("store.index"))?.len() >> 20),
    )?;
    line(
        "size of the prepared answers",
        format!("{} MB", std::fs::metadata(folder.join("store.answers"))?.len() >> 20),
    )?;
    line(
        "memory after the load, of which pages of files",
        format!("{} MB, {} MB", memory.0, memory.0.saturating_sub(memory.1)),
    )?;
    line("`/api/v1/search/services`, two themes, a public, 50 km, 20 rows", in_words(&exchange))?;
    line("`/ressources`, a word, 10 km, the whole page", in_words(&pages))?;
    for (zoom, tiles) in [6, 10, 13].into_iter().zip(tiles) {
        line(&format!("a tile of the map at zoom {zoom}, of every resource"), in_words(&tiles?))?;
    }
    line("a page of 24 KiB that costs nothing, same server", in_words(&ceiling))?;
    Ok(table)
}

fn in_words(load: &Load) -> String {
    format!(
        "{:.0} requests/s, p50 {}, p99 {}, {} bytes",
        load.a_second,
        said(load.times.median()),
        said(load.times.p99()),
        load.bytes
    )
}

async fn import_all(
    folder: &Path,
    organizations: &[Organization],
    resources: &[Resource],
) -> Result<(), Failure> {
    let files = [folder.join("structures.ndjson"), folder.join("services.ndjson")];
    let [structures, services] = &files;
    lines(structures, organizations.iter().map(Structure::of))?;
    lines(services, resources.iter().map(Service::of))?;
    let app = open(&folder.join("store.db")).await?;
    let sources = (Source::open(structures)?, Source::open(services)?);
    let report = import(app.db(), Clock::System.now(), sources, &mut |_| ()).await?;
    app.db().close().await;
    if report.services.refused > 0 || report.structures.refused > 0 {
        return Err(format!("rows were refused: {report:?}").into());
    }
    Ok(())
}

fn lines(path: &Path, rows: impl Iterator<Item = impl Serialize>) -> Result<(), Failure> {
    let mut file = BufWriter::new(File::create(path)?);
    for row in rows {
        serde_json::to_writer(&mut file, &row)?;
        file.write_all(b"\n")?;
    }
    Ok(file.flush()?)
}

/// Both are made behind the first answers.
fn wait_for(file: &Path) -> Result<(), Failure> {
    for _ in 0..600 {
        if file.exists() {
            return Ok(());
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    Err("the index was not saved within a minute".into())
}

fn exchange_paths() -> Vec<String> {
    let path = |query: directory::finder::Query| {
        let themes: String = query.filters.themes.iter().fold(String::new(), |mut text, wish| {
            // Writing to a text cannot fail.
            let _ = write!(text, "&thematiques={}", wish.code());
            text
        });
        let public = query.filters.publics.first().map_or("", |public| public.code());
        let commune = query.near.map_or_else(String::new, |near| near.commune.as_str().to_owned());
        format!("/api/v1/search/services?code_commune={commune}{themes}&publics={public}&size=20")
    };
    questions(Kind::Exchange, PATHS).into_iter().map(path).collect()
}

/// Tiles around the largest towns.
fn tile_paths(zoom: u32) -> Vec<String> {
    let mut towns: Vec<_> = directory::gazetteer::Gazetteer::load().communes().iter().collect();
    towns.sort_by_key(|commune| std::cmp::Reverse(commune.population));
    let side = f64::from(1_u32 << zoom);
    let path = |at: kernel::geo::Point| {
        let sin = at.lat.to_radians().sin();
        let north = ((1.0 + sin) / (1.0 - sin)).ln() / (4.0 * std::f64::consts::PI);
        let (x, y) = ((at.lon / 360.0 + 0.5) * side, (0.5 - north) * side);
        format!("/map/points/{zoom}/{:.0}/{:.0}", x.floor(), y.floor())
    };
    towns.iter().take(PATHS).filter_map(|town| town.centre).map(path).collect()
}

fn page_paths() -> Vec<String> {
    let path = |query: directory::finder::Query| {
        let commune = query.near.and_then(|near| directory::gazetteer::Gazetteer::load().get(&near.commune));
        let commune = commune.map(ToString::to_string).unwrap_or_default();
        let escape = |text: &str| {
            text.bytes().fold(String::new(), |mut all, byte| {
                let _ = write!(all, "%{byte:02X}");
                all
            })
        };
        format!("/ressources?q={}&pres_de={}&rayon=10", escape(&query.text), escape(&commune))
    };
    questions(Kind::WordAndCounts, PATHS).into_iter().map(path).collect()
}
