//! Paper asked for by its address, and handed over.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::Deserialize;
use serde_json::Value as Json;

use super::printer::Printer;
use super::sheet::{Letters, Picture, Sheet};
use crate::app::App;
use crate::web::{Answer, Nope, Query, Ui};

/// A kind of paper.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    pub template: &'static str,
    /// What its file is called; it tells nobody whose it is.
    pub file: &'static str,
}

/// What one paper says.
#[derive(Clone, Debug)]
pub struct Filled {
    pub title: String,
    pub data: Json,
    pub pictures: Vec<Picture>,
}

/// A handler's parameter: there is a press, and the address says how large letters are to be. Without
/// one the address is not found, before anything is opened.
#[derive(Clone, Debug)]
pub struct Wanted {
    printer: Printer,
    letters: Letters,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Size {
    taille: String,
}

impl FromRequestParts<App> for Wanted {
    type Rejection = Nope;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Wanted, Nope> {
        let printer = Printer::of(app).ok_or(Nope::NotFound)?;
        let Query(size) = Query::<Size>::from_request_parts(parts, app).await?;
        Ok(Wanted { printer, letters: Letters::of_address(&size.taille) })
    }
}

impl Wanted {
    /// As a file, in the reader's language. To be asked for once the transaction has ended, so that no
    /// writer waits for the press.
    ///
    /// # Errors
    /// Those of [`Printer::attachment`].
    pub async fn handed(self, kind: &Kind, filled: Filled, ui: &Ui) -> Answer {
        let Filled { title, data, pictures } = filled;
        let sheet = Sheet {
            template: kind.template,
            title,
            lang: ui.lang,
            letters: self.letters,
            day: ui.today(),
            data,
            pictures,
        };
        self.printer.attachment(sheet, kind.file).await
    }
}

impl Ui {
    /// Whether pages offer files.
    pub fn has_press(&self) -> bool {
        Printer::of(&self.app).is_some()
    }
}

/// The same paper for tired eyes: its address may ask something already.
pub fn in_large_print(address: &str) -> String {
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}taille=grande")
}
