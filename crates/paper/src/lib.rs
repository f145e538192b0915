//! Paper as PDF: what a capability wants set ([`platform::paper::Sheet`]) becomes a file that a screen
//! reader reads in order, with headings, lists, tables, language and title (PDF/UA-1).
//!
//! The only crate that knows typst, since typst takes longer to build than all the rest of the
//! program's parts: pages know the port, the program brings this press behind its feature `pdf`.
//!
//! Reading order: [`Typst`] here, [`world`] (all a template can reach: its look, its data, its
//! pictures, and neither disk nor network nor clock), [`fonts`], then [`signs`], what happens to a sign
//! that no font has.
//!
//! Invariants: a sheet that would not be readable for everybody is refused, not printed; the same
//! sheet gives the same bytes; nothing of a sheet stays in memory once it is set.

mod fonts;
mod signs;
#[cfg(test)]
mod tests;
mod world;

use platform::paper::{NotPrinted, Press, Sheet};
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::world::SheetWorld;

/// The press of every installation built with the feature `pdf`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typst;

impl Press for Typst {
    fn kind(&self) -> &'static str {
        "application/pdf"
    }

    fn print(&self, sheet: &Sheet) -> Result<Vec<u8>, NotPrinted> {
        let printed = compose(sheet).and_then(|document| export(&document));
        // What typst remembers of one person's sheet is of no use to the next.
        comemo::evict(0);
        printed
    }
}

fn compose(sheet: &Sheet) -> Result<PagedDocument, NotPrinted> {
    let world = SheetWorld::of(sheet)?;
    typst::compile(&world).output.map_err(|errors| refused(&errors))
}

fn export(document: &PagedDocument) -> Result<Vec<u8>, NotPrinted> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| NotPrinted::Refused(error.message().to_string()))?;
    let options = PdfOptions { standards, ..PdfOptions::default() };
    typst_pdf::pdf(document, &options).map_err(|errors| refused(&errors))
}

/// The message alone: it names what a template did, never what somebody typed, unless the template is
/// wrong in a way its own tests show.
fn refused(errors: &[SourceDiagnostic]) -> NotPrinted {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    NotPrinted::Refused(messages.join("; "))
}
