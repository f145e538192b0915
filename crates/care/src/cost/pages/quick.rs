//! What stands on a person's file: the time spent so far, and three clicks to add to it.

use askama::Template;
use kernel::id::CaseId;
use platform::db::Tx;
use platform::web::{Nope, Problems, Ui};

use super::time_form::{TimeForm, USUAL};
use crate::cost::{labels, sql};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "cost/pages/quick.html")]
pub(crate) struct Quick<'a> {
    ui: &'a Ui,
    w: &'static Words,
    case: CaseId,
    /// Minutes.
    spent: i64,
    form: TimeForm,
    problems: Problems,
}

impl<'a> Quick<'a> {
    /// # Errors
    /// The store's.
    pub(crate) async fn of(tx: &mut Tx, case: CaseId, ui: &'a Ui) -> Result<Quick<'a>, Nope> {
        let spent = labels::spent(tx, case).await?;
        let standing = sql::visits::of_case(tx, case).await?.ok_or(Nope::NotFound)?;
        let form = TimeForm::blank(&standing, ui.today());
        Ok(Quick { ui, w: words(ui.lang), case, spent, form, problems: Problems::default() })
    }

    fn said(&self) -> String {
        labels::minutes(self.spent, self.ui.lang)
    }
}
