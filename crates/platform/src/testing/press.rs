//! A press that tells what it was given, so that stories read paper without one that sets it.

use std::collections::BTreeMap;

use serde_json::json;

use crate::paper::{NotPrinted, Press, Printer, Sheet};

#[derive(Clone, Copy, Debug)]
struct Telling;

/// For an application of a story: `app.with_part(printer())`.
pub fn printer() -> Printer {
    Printer::new(Telling)
}

impl Press for Telling {
    fn kind(&self) -> &'static str {
        "application/json"
    }

    fn print(&self, sheet: &Sheet) -> Result<Vec<u8>, NotPrinted> {
        let pictures: BTreeMap<&str, &str> =
            sheet.pictures.iter().map(|picture| (picture.name.as_str(), picture.svg.as_str())).collect();
        let told = json!({
            "frame": sheet.frame(),
            "template": sheet.template,
            "data": sheet.data,
            "pictures": pictures,
        });
        Ok(told.to_string().into_bytes())
    }
}
