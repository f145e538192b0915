//! A study's data as files, under pseudonyms: asked for by a coordinator of one team, granted by somebody of
//! another or an administrator, taken by whoever asked.
//!
//! ```text
//! participants ─▶ release (eleven alike) ─▶ data, dictionary, flow ─▶ .zip of CSV, .xlsx
//! ```
//!
//! Invariants: no name, no day, no commune, no free text; rows stand in the order of codes, which say nothing;
//! who may be told apart is told coarser, and the dictionary says by how much.

mod archive;
mod data;
mod known;
mod workbook;

pub(super) use archive::zipped;
pub(super) use data::{Cell, Files};
pub(super) use known::leaving;
pub(super) use workbook::workbook;

use kernel::id::{SiteId, StudyExportId, StudyId};

use crate::takes_two::Request;

/// Data that somebody asked for.
#[derive(Clone, Debug)]
pub(super) struct StudyExport {
    pub(super) id: StudyExportId,
    pub(super) study: StudyId,
    /// The team of whoever asked.
    pub(super) site: SiteId,
    pub(super) request: Request,
}

/// The page of a study's exports.
pub(super) fn here(study: StudyId) -> String {
    format!("/etudes/{study}/exports")
}
