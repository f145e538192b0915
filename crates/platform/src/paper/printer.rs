//! The press the program brought, and its turn.

use std::fmt;
use std::sync::Arc;

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;

use super::sheet::{MOST_BYTES, Sheet};
use crate::app::App;
use crate::web::Nope;

/// Whatever sets a sheet in pages.
pub trait Press: Send + Sync + 'static {
    /// What its files are: `application/pdf`.
    fn kind(&self) -> &'static str;

    /// May take a while, and blocks.
    ///
    /// # Errors
    /// [`NotPrinted`].
    fn print(&self, sheet: &Sheet) -> Result<Vec<u8>, NotPrinted>;
}

#[derive(Debug, thiserror::Error)]
pub enum NotPrinted {
    #[error("more than {MOST_BYTES} bytes of text")]
    TooLong,
    /// The template is wrong, or what comes of it is not readable for everybody.
    #[error("{0}")]
    Refused(String),
}

/// Keeps sheets from being set all at once: each takes a core and some memory for as long as it lasts.
#[derive(Clone)]
pub struct Printer(Arc<Inner>);

struct Inner {
    press: Box<dyn Press>,
    turn: Semaphore,
}

impl fmt::Debug for Printer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Printer").field("kind", &self.0.press.kind()).finish_non_exhaustive()
    }
}

impl Printer {
    pub fn new(press: impl Press) -> Printer {
        Printer(Arc::new(Inner { press: Box::new(press), turn: Semaphore::new(1) }))
    }

    /// None where the program was built without one.
    pub fn of(app: &App) -> Option<Printer> {
        app.part::<Printer>().map(|printer| Printer::clone(&printer))
    }

    /// # Errors
    /// [`NotPrinted`].
    pub async fn print(&self, sheet: Sheet) -> Result<Vec<u8>, NotPrinted> {
        if is_too_long(&sheet) {
            return Err(NotPrinted::TooLong);
        }
        let gone = |_| NotPrinted::Refused("the press has stopped".to_owned());
        let _turn = self.0.turn.acquire().await.map_err(|_| NotPrinted::Refused("closed".to_owned()))?;
        let inner = Arc::clone(&self.0);
        tokio::task::spawn_blocking(move || inner.press.print(&sheet)).await.map_err(gone)?
    }

    /// To be kept under a name that tells nobody whose it is.
    ///
    /// # Errors
    /// [`Nope::TooLong`] for what no paper holds; [`Nope::Broken`] for a template that is wrong.
    pub async fn attachment(&self, sheet: Sheet, name: &str) -> Result<Response, Nope> {
        let bytes = self.print(sheet).await.map_err(|error| match error {
            NotPrinted::TooLong => Nope::TooLong,
            NotPrinted::Refused(why) => Nope::Broken(why),
        })?;
        let headers = [
            (CONTENT_TYPE, self.0.press.kind().to_owned()),
            (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        ];
        Ok((headers, bytes).into_response())
    }
}

fn is_too_long(sheet: &Sheet) -> bool {
    let pictures: usize = sheet.pictures.iter().map(|picture| picture.svg.len()).sum();
    sheet.data.to_string().len() + pictures > MOST_BYTES
}
