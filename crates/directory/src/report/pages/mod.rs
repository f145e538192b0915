//! Saying what is wrong, and answering.

mod ask;
mod list;

use kernel::Lang;

use super::model::Wrong;
use crate::words::words;

pub(super) use ask::{ask_of_organization, ask_of_resource, say_of_organization, say_of_resource};
pub(super) use list::{answer, list};

fn label(wrong: Wrong, lang: Lang) -> String {
    let w = words(lang);
    match wrong {
        Wrong::Gone => w.report_wrong_gone(),
        Wrong::Hours => w.report_wrong_hours(),
        Wrong::Contact => w.report_wrong_contact(),
        Wrong::Place => w.report_wrong_place(),
        Wrong::Other => w.report_wrong_other(),
    }
}
